using BeeTrace.Core;
using BeeTrace.Core.Registry;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace BeeTrace.Web.Import;

/// <summary>Beekeepers, known by the number of their licence. Names, phone, address and the day of issue follow the newest table.</summary>
internal sealed class BeekeeperTable : StagedTable
{
    public static IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("licence_no", false, new("蜂证号", "Licence number"), "养蜂证号", "蜂证编号", "养蜂证编号", "证号", "licence"),
        new("name_zh", false, new("姓名", "Name (Chinese)"), "名称", "养蜂人", "养蜂人姓名", "户主", "户名", "name"),
        new("name_en", true, new("英文名", "Name (English)"), "英文姓名", "拼音"),
        new("kind", false, new("类型", "Kind"), "类别", "主体类型", "性质"),
        new("phone", true, new("电话", "Phone"), "手机", "手机号", "联系电话", "联系方式", "mobile"),
        new("address", true, new("地址", "Address"), "住址", "家庭住址", "通讯地址"),
        new("county", false, new("县代码", "County code"), "县区代码", "行政区划代码", "区划代码", "县"),
        new("licence_issued", false, new("发证日期", "Licence issued"), "发证日", "蜂证日期", "办证日期", "issued"),
    ];

    private HashSet<string> _counties = [];
    private DateOnly _today;

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
    ];

    protected override (string Expression, string Column) Key => ("s.licence_no", "licence_no");

    protected override async Task PrepareAsync(StagedImport import, CancellationToken cancel)
    {
        _counties = await TableImport.KeysAsync(import.Db.Counties.Select(c => c.Code), cancel);
        _today = import.Today;
    }

    protected override async Task StageAsync(TableRow row, NpgsqlBinaryImporter copy, CancellationToken cancel)
    {
        var (number, nameZh, nameEn) = (row.RequiredNumber("licence_no", 30), row.RequiredText("name_zh", 80), row.Text("name_en", 120));
        var (kind, phone, address) = (row.Choice<BeekeeperKind>("kind"), row.Number("phone", 40), row.Text("address"));
        var county = row.RequiredReference("county", _counties, RegistryTables.County);
        var licence = new Licence(number, RegistryTables.PastDay(row, "licence_issued", _today));
        if (!row.IsSound)
            return;
        await copy.StartRowAsync(cancel);
        await copy.WriteAsync(row.At, NpgsqlDbType.Integer, cancel);
        await copy.WriteAsync(Guid.CreateVersion7(), NpgsqlDbType.Uuid, cancel);
        await WriteAsync(copy, number, cancel);
        await WriteAsync(copy, nameZh, cancel);
        await WriteAsync(copy, nameEn, cancel);
        await WriteAsync(copy, Enum.GetName(kind), cancel);
        await WriteAsync(copy, phone, cancel);
        await WriteAsync(copy, address, cancel);
        await WriteAsync(copy, county, cancel);
        await copy.WriteAsync(licence.Issued, NpgsqlDbType.Date, cancel);
        await copy.WriteAsync(licence.Expires, NpgsqlDbType.Date, cancel);
    }

    protected override Task CheckSetsAsync(StagedImport import, CancellationToken cancel) =>
        FindKnownAsync(import, "registry.beekeepers", "t.licence_number = s.licence_no", cancel);

    public override async Task StoreAsync(StagedImport import, ImportRunId run, CancellationToken cancel)
    {
        await import.ExecuteAsync(
            """
            insert into registry.beekeepers (id, licence_number, name_zh, name_en, kind, phone, address, county, licence_issued_on, licence_expires_on, state, shows_name)
            select s.id, s.licence_no, s.name_zh, coalesce(s.name_en, s.name_zh), s.kind, s.phone, s.address, s.county, s.licence_issued, s.licence_expires, 'Confirmed', false
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
        await NoteRowsAsync(import, run, cancel);
    }
}
