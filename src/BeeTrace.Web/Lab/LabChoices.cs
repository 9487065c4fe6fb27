using BeeTrace.Core;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>What forms of the laboratory offer to choose from.</summary>
internal static class LabChoices
{
    /// <summary>Markets by their newest name, the county's own first.</summary>
    /// <param name="on">A day on which they have a profile; null for all there ever were.</param>
    public static async Task<IReadOnlyList<JudgeChoice>> MarketsAsync(BeeTraceDb db, DateOnly? on, CancellationToken cancel)
    {
        var versions = await db.MarketVersions.AsNoTracking()
            .Where(m => on == null || (m.ValidFrom <= on && (m.ValidTo == null || m.ValidTo >= on)))
            .OrderByDescending(m => m.ValidFrom).ToListAsync(cancel);
        return
        [
            .. versions.DistinctBy(v => v.Market).OrderBy(v => v.Market != LimitCatalogue.HomeMarket).ThenBy(v => v.Market, StringComparer.Ordinal)
                .Select(v => new JudgeChoice(v.Market, new Bilingual(v.NameZh, v.NameEn))),
        ];
    }

    /// <summary>Grades that some standard knows, for a sample whose grade was declared.</summary>
    public static Task<List<string>> GradesAsync(BeeTraceDb db, CancellationToken cancel) =>
        db.Limits.AsNoTracking().Where(l => l.Grade != null).Select(l => l.Grade!).Distinct().OrderBy(g => g).ToListAsync(cancel);
}
