using BeeTrace.Core;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>A market on a day: its profile and the limits that a product is judged by.</summary>
public sealed record MarketOnDay(MarketProfile Profile, IReadOnlyList<Limit> Limits);

/// <summary>Reads profiles, panels and limits as they were in force on a day.</summary>
public static class LimitCatalogue
{
    /// <summary>The county's own market: the verdict that counts in its pass rates.</summary>
    public const string HomeMarket = "CN";

    /// <returns>Null where the market has no profile on that day.</returns>
    public static async Task<MarketOnDay?> FindAsync(BeeTraceDb db, string market, string product, DateOnly day, CancellationToken cancel)
    {
        var version = await db.MarketVersions.AsNoTracking()
            .Where(m => m.Market == market && m.ValidFrom <= day && (m.ValidTo == null || m.ValidTo >= day))
            .OrderByDescending(m => m.ValidFrom)
            .FirstOrDefaultAsync(cancel);
        if (version is null)
            return null;

        var panel = await db.PanelItems.AsNoTracking()
            .Where(p => p.Market == market && p.Version == version.Version && p.Product == product)
            .Select(p => p.Analyte)
            .ToListAsync(cancel);
        var limits = await db.Limits.AsNoTracking()
            .Where(l => l.Market == market && l.Product == product && l.Active)
            .ToListAsync(cancel);
        var profile = new MarketProfile
        {
            Market = version.Market,
            Version = version.Version,
            Name = new Bilingual(version.NameZh, version.NameEn),
            Rule = version.Rule,
            ValidFrom = version.ValidFrom,
            ValidTo = version.ValidTo,
            RequiredAnalytes = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [product] = panel },
        };
        return new MarketOnDay(profile, limits);
    }

    /// <summary>Markets that have a profile on a day, the county's own first.</summary>
    public static async Task<IReadOnlyList<string>> MarketsAsync(BeeTraceDb db, DateOnly day, CancellationToken cancel)
    {
        var markets = await db.MarketVersions.AsNoTracking()
            .Where(m => m.ValidFrom <= day && (m.ValidTo == null || m.ValidTo >= day))
            .Select(m => m.Market).Distinct().ToListAsync(cancel);
        return [.. markets.OrderBy(m => m != HomeMarket).ThenBy(m => m, StringComparer.Ordinal)];
    }
}
