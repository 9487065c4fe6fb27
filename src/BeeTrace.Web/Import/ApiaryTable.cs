using BeeTrace.Core;
using BeeTrace.Core.Registry;
using Npgsql;
using NpgsqlTypes;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Import;

/// <summary>Apiaries, known by their code. Only what the beekeeper calls one follows the newest table.</summary>
internal sealed class ApiaryTable : StagedTable
{
    public static IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("code", false, new("蜂场编号", "Apiary code"), "编号", "蜂场代码", "蜂场号"),
        new("licence_no", false, new("养蜂证号", "Licence number"), "蜂证号", "蜂证编号", "养蜂证编号", "证号", "licence"),
        new("name", false, new("蜂场名称", "Name"), "名称", "蜂场"),
        new("kind", false, new("类型", "Kind"), "蜂场类型", "类别", "饲养方式"),
        new("species", false, new("蜂种", "Bees"), "品种"),
        new("county", false, new("县代码", "County code"), "县区代码", "行政区划代码", "区划代码", "县"),
        new("registered_on", false, new("登记日期", "Registered on"), "登记日", "registered"),
    ];

    private readonly UsedSerials _serials = new();
    private HashSet<string> _counties = [];
    private DateOnly _today;

    protected override IReadOnlyList<StagedColumn> Staged { get; } =
    [
        new("code", NpgsqlDbType.Text),
        new("licence_no", NpgsqlDbType.Text, "(select b.licence_number from registry.beekeepers b where b.id = t.beekeeper_id)"),
        new("name", NpgsqlDbType.Text, "t.name", MayChange: true),
        new("kind", NpgsqlDbType.Text, "t.kind"),
        new("species", NpgsqlDbType.Text, "t.species"),
        new("county", NpgsqlDbType.Text, "t.county"),
        new("registered_on", NpgsqlDbType.Date, "t.registered_on"),
    ];

    protected override (string Expression, string Column) Key => ("s.code", "code");

    protected override async Task PrepareAsync(StagedImport import, CancellationToken cancel)
    {
        _counties = await TableImport.KeysAsync(import.Db.Counties.Select(c => c.Code), cancel);
        _today = import.Today;
    }

    protected override async Task StageAsync(TableRow row, NpgsqlBinaryImporter copy, CancellationToken cancel)
    {
        var (code, licence, name) = (row.Code<ApiaryCode>("code"), row.RequiredNumber("licence_no", 30), row.RequiredText("name", ApiaryRules.LongestName));
        var (kind, species) = (row.Choice<ApiaryKind>("kind"), RegistryTables.Species(row, "species"));
        var (county, registered) = (row.RequiredReference("county", _counties, RegistryTables.County), RegistryTables.PastDay(row, "registered_on", _today));
        if (!row.IsSound)
            return;
        _serials.Note($"A{code.County}", code.Serial);
        await copy.StartRowAsync(cancel);
        await copy.WriteAsync(row.At, NpgsqlDbType.Integer, cancel);
        await copy.WriteAsync(Guid.CreateVersion7(), NpgsqlDbType.Uuid, cancel);
        await WriteAsync(copy, code.ToString(), cancel);
        await WriteAsync(copy, licence, cancel);
        await WriteAsync(copy, name, cancel);
        await WriteAsync(copy, Enum.GetName(kind), cancel);
        await WriteAsync(copy, Enum.GetName(species), cancel);
        await WriteAsync(copy, county, cancel);
        await copy.WriteAsync(registered, NpgsqlDbType.Date, cancel);
    }

    protected override async Task CheckSetsAsync(StagedImport import, CancellationToken cancel)
    {
        await RefuseUnknownAsync(import, "licence_no", "registry.beekeepers", "t.licence_number = s.licence_no", RegistryTables.Licence, cancel);
        await FindKnownAsync(import, "registry.apiaries", "t.code = s.code", cancel);
    }

    public override async Task StoreAsync(StagedImport import, ImportRunId run, CancellationToken cancel)
    {
        await import.ExecuteAsync(
            """
            insert into registry.apiaries (id, code, beekeeper_id, name, kind, species, county, registered_on, state)
            select s.id, s.code, b.id, s.name, s.kind, s.species, s.county, s.registered_on, 'Confirmed'
            from import_rows s join registry.beekeepers b on b.licence_number = s.licence_no
            where not exists (select from import_known k where k.number = s.number)
            """, cancel);
        await import.ExecuteAsync(
            "update registry.apiaries t set name = s.name from import_known k join import_rows s on s.number = k.number where t.id = k.id and k.changes is not null", cancel);
        await NoteRowsAsync(import, run, cancel);
        await _serials.RaiseAsync(import.Db, cancel);
    }
}
