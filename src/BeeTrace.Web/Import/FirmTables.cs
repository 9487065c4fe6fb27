using BeeTrace.Core;
using BeeTrace.Core.Registry;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Import;

/// <summary>Tables of what firms were given and what they helped to write.</summary>
internal static class FirmTables
{
    private static readonly Dictionary<string, string> ColumnOfField = new(StringComparer.Ordinal)
    {
        [nameof(RecordHonour.Kind)] = "kind",
        [nameof(RecordHonour.Level)] = "level",
        [nameof(RecordHonour.TitleZh)] = "title_zh",
        [nameof(RecordHonour.TitleEn)] = "title_en",
        [nameof(RecordHonour.Year)] = "year",
        [nameof(RecordHonour.Evidence)] = "evidence",
        [nameof(RecordStandard.Number)] = "number",
        [nameof(RecordStandard.Role)] = "role",
    };

    public static async Task HonoursAsync(TableImport import, CancellationToken cancel)
    {
        var firms = await RegistryTables.FirmsByCodeAsync(import, cancel);
        var known = await TableImport.KnownAsync(import.Db.Honours.AsNoTracking(), h => (h.FirmId, h.TitleZh, h.Year), cancel);
        foreach (var row in import.Rows)
        {
            var honour = new Honour
            {
                Id = HonourId.New(),
                FirmId = RegistryTables.FirmOf(row, "uscc", firms)?.Id ?? default,
                Kind = row.Choice<HonourKind>("kind"),
                Level = row.Choice<HonourLevel>("level"),
                TitleZh = row.RequiredText("title_zh"),
                TitleEn = row.RequiredText("title_en"),
                Year = row.Whole("year", 1950, import.Today.Year),
                Evidence = row.RequiredText("evidence"),
            };
            row.Refuse(FirmRules.Check(new RecordHonour(honour.Id, honour.Kind, honour.Level, honour.TitleZh, honour.TitleEn, honour.Year, honour.Evidence), import.Today).Refusals, ColumnOfField);
            import.Insert(row, "title_zh", known, (honour.FirmId, honour.TitleZh, honour.Year), () => honour, nameof(honour.Id));
        }
    }

    public static async Task DraftedStandardsAsync(TableImport import, CancellationToken cancel)
    {
        var firms = await RegistryTables.FirmsByCodeAsync(import, cancel);
        var known = await TableImport.KnownAsync(import.Db.DraftedStandards.AsNoTracking(), s => (s.FirmId, s.Number), cancel);
        foreach (var row in import.Rows)
        {
            var drafted = new DraftedStandard
            {
                Id = DraftedStandardId.New(),
                FirmId = RegistryTables.FirmOf(row, "uscc", firms)?.Id ?? default,
                Number = row.RequiredText("number"),
                TitleZh = row.RequiredText("title_zh"),
                TitleEn = row.RequiredText("title_en"),
                Role = row.Choice<DraftingRole>("role"),
                Year = row.Whole("year", 1950, import.Today.Year),
            };
            row.Refuse(FirmRules.Check(new RecordStandard(drafted.Id, drafted.Number, drafted.TitleZh, drafted.TitleEn, drafted.Role, drafted.Year), import.Today).Refusals, ColumnOfField);
            import.Insert(row, "number", known, (drafted.FirmId, drafted.Number), () => drafted, nameof(drafted.Id));
        }
    }
}
