using BeeTrace.Core;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Registry;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace BeeTrace.Web.Import;

/// <summary>
/// Beekeepers, known by the number of their licence. Names, phone, address and the day of issue follow the newest table. New ones who resemble
/// others wait for the county (<see cref="LookAlikes"/>). An identity number is sealed before it leaves this process, and may be told where none is
/// kept; another one is refused.
/// </summary>
internal sealed class BeekeeperTable : StagedTable
{
    public static IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("licence_no", false, new("养蜂证号", "Licence number"), "蜂证号", "蜂证编号", "养蜂证编号", "证号", "licence"),
        new("name_zh", false, new("姓名", "Name (Chinese)"), "名称", "养蜂人", "养蜂人姓名", "户主", "户名", "name"),
        new("name_en", true, new("英文名", "Name (English)"), "英文姓名", "拼音"),
        new("kind", false, new("类型", "Kind"), "类别", "主体类型", "性质"),
        new("phone", true, new("电话", "Phone"), "手机", "手机号", "联系电话", "联系方式", "mobile"),
        new("address", true, new("地址", "Address"), "住址", "家庭住址", "通讯地址"),
        new("county", false, new("县代码", "County code"), "县区代码", "行政区划代码", "区划代码", "县"),
        new("licence_issued", false, new("发证日期", "Licence issued"), "发证日", "养蜂证日期", "蜂证日期", "办证日期", "issued"),
        new(IdentityColumn, true, new("身份证号", "Identity number"), "身份证", "身份证号码", "公民身份号码", "证件号码"),
    ];

    /// <summary>In the stage it holds the keyed hash; what is sealed stands beside it.</summary>
    public const string IdentityColumn = "identity_number";

    private readonly LookAlikes _lookAlikes = new();
    private HashSet<string> _counties = [];
    private DateOnly _today;
    private IdentityVault? _vault;

    protected override IReadOnlyList<StagedColumn> Staged { get; } =
    [
        new("licence_no", NpgsqlDbType.Text),
        new("name_zh", NpgsqlDbType.Text, "t.name_zh", MayChange: true),
        new("name_en", NpgsqlDbType.Text, "t.name_en", MayChange: true),
        new("kind", NpgsqlDbType.Text, "t.kind"),
        new("phone", NpgsqlDbType.Text, "t.phone", MayChange: true),
        new("address", NpgsqlDbType.Text, "t.address", MayChange: true),
        new("county", NpgsqlDbType.Text, "t.county"),
        new("licence_issued", NpgsqlDbType.Date, "t.licence_issued_on", MayChange: true),
        new("licence_expires", NpgsqlDbType.Date),
        new("licence_bare", NpgsqlDbType.Text),
        new("phone_digits", NpgsqlDbType.Text),
        // Neither number nor hash is written down beside what was changed.
        new(IdentityColumn, NpgsqlDbType.Bytea, "case when t.identity_number_hash = s.identity_number then '*' when t.identity_number_hash is not null then '?' end",
            MayBeFilled: true, Brought: "case when s.identity_number is not null then '*' end"),
        new("identity_sealed", NpgsqlDbType.Bytea),
    ];

    protected override (string Expression, string Column) Key => ("s.licence_no", "licence_no");

    protected override async Task PrepareAsync(StagedImport import, CancellationToken cancel)
    {
        _counties = await TableImport.KeysAsync(import.Db.Counties.Select(c => c.Code), cancel);
        _today = import.Today;
        _vault = import.Vault;
    }

    protected override async Task StageAsync(TableRow row, NpgsqlBinaryImporter copy, CancellationToken cancel)
    {
        var (number, nameZh, nameEn) = (row.RequiredNumber("licence_no", 30), row.RequiredText("name_zh", 80), row.Text("name_en", 120));
        var (kind, phone, address) = (row.Choice<BeekeeperKind>("kind"), row.Number("phone", 40), row.Text("address"));
        var county = row.RequiredReference("county", _counties, RegistryTables.County);
        var licence = new Licence(number, RegistryTables.PastDay(row, "licence_issued", _today));
        var identity = Identity(row, kind);
        if (!row.IsSound)
            return;
        var id = BeekeeperId.New();
        _lookAlikes.Note(row.At, county, nameZh, nameEn);
        await copy.StartRowAsync(cancel);
        await copy.WriteAsync(row.At, NpgsqlDbType.Integer, cancel);
        await copy.WriteAsync(id.Value, NpgsqlDbType.Uuid, cancel);
        await WriteAsync(copy, number, cancel);
        await WriteAsync(copy, nameZh, cancel);
        await WriteAsync(copy, nameEn, cancel);
        await WriteAsync(copy, Enum.GetName(kind), cancel);
        await WriteAsync(copy, phone, cancel);
        await WriteAsync(copy, address, cancel);
        await WriteAsync(copy, county, cancel);
        await copy.WriteAsync(licence.Issued, NpgsqlDbType.Date, cancel);
        await copy.WriteAsync(licence.Expires, NpgsqlDbType.Date, cancel);
        await WriteAsync(copy, LookAlikes.BareOf(number), cancel);
        await WriteAsync(copy, LookAlikes.DigitsOf(phone), cancel);
        await WriteAsync(copy, identity is { } hashed ? _vault!.HashOf(hashed) : null, cancel);
        await WriteAsync(copy, identity is { } told ? _vault!.Seal(id, told) : null, cancel);
    }

    protected override async Task CheckSetsAsync(StagedImport import, CancellationToken cancel)
    {
        await FindKnownAsync(import, "registry.beekeepers", "t.licence_number = s.licence_no", cancel);
        await _lookAlikes.FindAsync(import, cancel);
    }

    public override async Task StoreAsync(StagedImport import, ImportRunId run, CancellationToken cancel)
    {
        await import.ExecuteAsync(
            """
            insert into registry.beekeepers (id, licence_number, name_zh, name_en, kind, phone, address, county, licence_issued_on, licence_expires_on, state, shows_name,
                identity_number_sealed, identity_number_hash)
            select s.id, s.licence_no, s.name_zh, coalesce(s.name_en, s.name_zh), s.kind, s.phone, s.address, s.county, s.licence_issued, s.licence_expires,
                case when exists (select from import_alike a where a.number = s.number) then 'Waiting' else 'Confirmed' end, false,
                s.identity_sealed, s.identity_number
            from import_rows s where not exists (select from import_known k where k.number = s.number)
            """, cancel);
        await import.ExecuteAsync(
            """
            update registry.beekeepers t set
                name_zh = s.name_zh, name_en = coalesce(s.name_en, t.name_en), phone = coalesce(s.phone, t.phone), address = coalesce(s.address, t.address),
                licence_issued_on = s.licence_issued, licence_expires_on = s.licence_expires
            from import_known k join import_rows s on s.number = k.number
            where t.id = k.id and k.changes is not null
            """, cancel);
        await SealKnownAsync(import, cancel);
        await NoteRowsAsync(import, run, cancel);
    }

    /// <summary>An identity number is a person's, and proved by its check character; the refusal never repeats it.</summary>
    private IdentityNumber? Identity(TableRow row, BeekeeperKind kind)
    {
        if (row.Number(IdentityColumn, 40) is not { } typed)
            return null;
        var check = BeekeeperRules.CheckIdentity(typed, kind, _today, IdentityColumn);
        if (check.IsDone)
            return IdentityNumber.Parse(typed, _today).Value;
        row.Refuse(IdentityColumn, check.Refusals[0]);
        return null;
    }

    /// <summary>What was sealed for a new entry is sealed anew for the one that is stored: a sealed number is bound to its beekeeper.</summary>
    private async Task SealKnownAsync(StagedImport import, CancellationToken cancel)
    {
        const int piece = 10_000;
        var last = 0;
        List<(Guid Id, byte[] Box, byte[] Hash)> numbers;
        do
        {
            numbers = [];
            await import.EachAsync(
                $"""
                select k.number, s.id, k.id, s.identity_sealed, s.identity_number from import_known k join import_rows s on s.number = k.number
                where k.changes ? '{IdentityColumn}' and k.number > $1 order by 1 limit {piece}
                """,
                found =>
                {
                    last = found.GetInt32(0);
                    var number = _vault!.Open(new BeekeeperId(found.GetGuid(1)), found.GetFieldValue<byte[]>(3), _today).Value;
                    numbers.Add((found.GetGuid(2), _vault.Seal(new BeekeeperId(found.GetGuid(2)), number), found.GetFieldValue<byte[]>(4)));
                },
                cancel, last);
            await import.ExecuteAsync(
                "update registry.beekeepers t set identity_number_sealed = n.box, identity_number_hash = n.hash from unnest($1::uuid[], $2::bytea[], $3::bytea[]) n (id, box, hash) where t.id = n.id",
                cancel, numbers.Select(n => n.Id).ToArray(), numbers.Select(n => n.Box).ToArray(), numbers.Select(n => n.Hash).ToArray());
        }
        while (numbers.Count == piece);
    }
}
