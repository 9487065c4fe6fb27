using BeeTrace.Core;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>A market on a day: its profile and the limits that a product is judged by.</summary>
public sealed record MarketOnDay(MarketProfile Profile, IReadOnlyList<Limit> Limits);

/// <summary>
/// Reads profiles, panels and limits as they were in force on a day. One catalogue serves one deed and reads each of them once,
/// so that an import judges hundreds of samples by a handful of queries.
/// </summary>
public sealed class LimitCatalogue(BeeTraceDb db)
{
    /// <summary>The county's own market: the verdict that counts in its pass rates.</summary>
    public const string HomeMarket = "CN";

    private readonly Dictionary<string, List<MarketVersion>> _versions = new(StringComparer.Ordinal);
    private readonly Dictionary<(MarketVersion Version, string Product), MarketOnDay> _known = [];
    private readonly Dictionary<(string Market, string Product), List<Limit>> _limits = [];
    private readonly Dictionary<string, IReadOnlyList<ResidueDefinition>> _residues = new(StringComparer.Ordinal);

    /// <returns>Null where the market has no profile on that day.</returns>
    public static Task<MarketOnDay?> FindAsync(BeeTraceDb db, string market, string product, DateOnly day, CancellationToken cancel) =>
        new LimitCatalogue(db).FindAsync(market, product, day, cancel);

    /// <returns>Null where the market has no profile on that day.</returns>
    public async Task<MarketOnDay?> FindAsync(string market, string product, DateOnly day, CancellationToken cancel)
    {
        if (!_versions.TryGetValue(market, out var versions))
            _versions[market] = versions = await db.MarketVersions.AsNoTracking().Where(m => m.Market == market).OrderByDescending(m => m.ValidFrom).ToListAsync(cancel);
        var version = versions.Find(m => m.ValidFrom <= day && (m.ValidTo is null || m.ValidTo >= day));
        if (version is null)
            return null;
        if (!_known.TryGetValue((version, product), out var onDay))
            _known[(version, product)] = onDay = await ReadAsync(version, product, cancel);
        return onDay;
    }

    /// <summary>Markets that have a profile on a day, the county's own first.</summary>
    public static async Task<IReadOnlyList<string>> MarketsAsync(BeeTraceDb db, DateOnly day, CancellationToken cancel)
    {
        var markets = await db.MarketVersions.AsNoTracking()
            .Where(m => m.ValidFrom <= day && (m.ValidTo == null || m.ValidTo >= day))
            .Select(m => m.Market).Distinct().ToListAsync(cancel);
        return [.. markets.OrderBy(m => m != HomeMarket).ThenBy(m => m, StringComparer.Ordinal)];
    }

    private async Task<MarketOnDay> ReadAsync(MarketVersion version, string product, CancellationToken cancel)
    {
        var panel = await db.PanelItems.AsNoTracking()
            .Where(p => p.Market == version.Market && p.Version == version.Version && p.Product == product)
            .Select(p => p.Analyte)
            .ToListAsync(cancel);
        if (!_residues.TryGetValue(version.Market, out var residues))
        {
            _residues[version.Market] = residues = ResidueRow.Together(
                await db.ResidueRows.AsNoTracking().Where(r => r.Market == version.Market).OrderBy(r => r.Analyte).ThenBy(r => r.Part).ToListAsync(cancel));
        }

        if (!_limits.TryGetValue((version.Market, product), out var limits))
        {
            _limits[(version.Market, product)] = limits = await db.Limits.AsNoTracking()
                .Where(l => l.Market == version.Market && l.Product == product && l.Active)
                .ToListAsync(cancel);
        }

        var profile = new MarketProfile
        {
            Market = version.Market,
            Version = version.Version,
            Name = new Bilingual(version.NameZh, version.NameEn),
            Rule = version.Rule,
            ValidFrom = version.ValidFrom,
            ValidTo = version.ValidTo,
            RequiredAnalytes = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [product] = panel },
            ResidueDefinitions = residues,
        };
        return new MarketOnDay(profile, limits);
    }
}
