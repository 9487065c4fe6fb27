using BeeTrace.Core;

namespace BeeTrace.Web.Import;

/// <summary>What stands in the way of taking an import back, as the database tells it.</summary>
/// <param name="Hindrance">Its word for it.</param>
/// <param name="Rows">Rows of the import that are concerned.</param>
/// <param name="What">The table that refers to them.</param>
/// <param name="Example">Key of the first such row.</param>
/// <param name="UndoneOn">The day on which it was taken back already.</param>
internal sealed record UndoHindrance(string Hindrance, long Rows, string? What, string? Example, DateOnly? UndoneOn)
{
    private static readonly Dictionary<string, Bilingual> Tables = new(StringComparer.Ordinal)
    {
        ["access.accounts"] = new("账号", "accounts"),
        ["registry.apiaries"] = new("蜂场", "apiaries"),
        ["registry.placements"] = new("放蜂点", "placements"),
        ["registry.beekeepers"] = new("合并登记", "merged registrations"),
        ["registry.applications"] = new("养蜂人的申请", "applications"),
        ["registry.placement_corrections"] = new("放蜂点的更正", "corrections of placements"),
        ["registry.base_members"] = new("备案基地", "filed bases"),
        ["registry.treatments"] = new("用药记录", "records of medicines"),
        ["registry.colony_counts"] = new("蜂群清点", "colony counts"),
        ["registry.inspections"] = new("检查记录", "inspections"),
        ["registry.disease_reports"] = new("疫病报告", "reports of disease"),
        ["registry.photos"] = new("照片", "photos"),
        ["trace.harvests"] = new("采收记录", "harvests"),
        ["trace.lots"] = new("批次", "lots"),
        ["map.notice_recipients"] = new("通知", "notices"),
    };

    public Refusal ToRefusal() => Hindrance switch
    {
        "unknown" => new(ImportRefusal.RunUnknown),
        "undone" => new(ImportRefusal.RunUndone, null, UndoneOn!),
        "kind" => new(ImportRefusal.RunNotUndoable),
        "used" => new(ImportRefusal.RunInUse, null, Rows, Tables.TryGetValue(What!, out var table) ? table : new Bilingual("其他记录", "other records"), Example!),
        "changed" => new(ImportRefusal.RunChangedSince, null, Rows, Example!),
        _ => throw new InvalidOperationException($"The database names a hindrance that is not known here: {Hindrance}."),
    };
}
