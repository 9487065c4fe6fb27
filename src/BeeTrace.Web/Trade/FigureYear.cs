using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Trade;
using BeeTrace.Web.Lab;

namespace BeeTrace.Web.Trade;

/// <summary>One year's figures, as the home page and the figures page show them.</summary>
public sealed record FigureYear(
    int Year, IReadOnlyList<int> Years, PassRateFigure PassRate, ExportFigure Exports, IndustryFigure? Industry, IReadOnlyList<Claim> Claims);

/// <summary>One of the three pass rates.</summary>
public sealed record NamedRate(RateKind Kind, PassRate Rate);

/// <summary>Puts pass rate, exports, industry and claims of a year together.</summary>
public sealed class FigureYearQueries(PassRateQueries passRates, ExportQueries exports)
{
    /// <summary>
    /// The year asked for; without one, the latest year whose exports have a national figure to be compared with, or else
    /// the latest year there is. Null when no year has anything to show.
    /// </summary>
    public async Task<FigureYear?> FindAsync(int? wanted, Actor actor, CancellationToken cancel = default)
    {
        var years = await exports.YearsAsync(actor, cancel);
        if (wanted is { } asked)
            return years.Contains(asked) ? await ReadAsync(asked, years, actor, cancel) : null;

        FigureYear? latest = null;
        foreach (var year in years.Reverse())
        {
            var figures = await ReadAsync(year, years, actor, cancel);
            if (figures.Exports.Share?.Percent is not null)
                return figures;
            latest ??= figures;
        }

        return latest;
    }

    /// <summary>The pass rate of every year, for the picture; years without a judged sample leave a gap.</summary>
    public async Task<IReadOnlyList<(int Year, PassRate Rate)>> PassRatesAsync(IReadOnlyList<int> years, Actor actor, CancellationToken cancel = default)
    {
        var rates = new List<(int, PassRate)>();
        foreach (var year in years)
            rates.Add((year, (await passRates.CountAsync(PassRateScope.OfYear(year), actor, cancel)).Total.Rate));
        return rates;
    }

    /// <summary>The three pass rates of a year, which bulletins call by one word.</summary>
    public async Task<IReadOnlyList<NamedRate>> KindsAsync(int year, Actor actor, CancellationToken cancel = default)
    {
        var rates = new List<NamedRate>();
        foreach (var kind in Enum.GetValues<RateKind>())
            rates.Add(new NamedRate(kind, await passRates.CountAsync(PassRateScope.OfYear(year), kind, actor, cancel)));
        return rates;
    }

    /// <summary>Between which years next to each other rates may not be compared, and why; each reason once.</summary>
    public async Task<IReadOnlyList<Bilingual>> WhyNotComparableAsync(IReadOnlyList<int> years, Actor actor, CancellationToken cancel = default)
    {
        var whys = new List<Bilingual>();
        (int Year, IReadOnlyList<RateGround> Grounds)? before = null;
        foreach (var year in years.Order())
        {
            var grounds = await passRates.GroundsAsync(PassRateScope.OfYear(year), actor, cancel);
            if (grounds.Count == 0)
                continue;
            if (before is { } earlier && RateGround.WhyNotComparable(earlier.Grounds, grounds) is { } why)
                whys.Add(new Bilingual($"{earlier.Year} 年与 {year} 年：{why.Zh}", $"{earlier.Year} and {year}: {why.En}"));
            before = (year, grounds);
        }

        return whys;
    }

    /// <summary>What others stated of a year, each beside what the records give of the same.</summary>
    public static IReadOnlyList<ClaimFigure> Held(FigureYear year, string county)
    {
        var usual = year.Exports;
        return [.. year.Claims.Select(claim => claim switch
        {
            { Measure: ClaimMeasure.ExportMass, ProductScope: ExportQueries.RoyalJelly } when claim.Subject == county && usual.Amount is { } tonnes => Of(claim, tonnes),
            { Measure: ClaimMeasure.ShareOfNation, ProductScope: ExportQueries.RoyalJelly } when claim.Subject == county && usual.Share?.Percent is { } percent => Of(claim, percent),
            { Measure: "Firms" } when year.Industry is { } industry => Of(claim, industry.Firms),
            { Measure: "FirmsAbove100Million" } when year.Industry is { } industry => Of(claim, industry.FirmsAbove100Million),
            { Measure: "Sales" } when year.Industry is { } industry => Of(claim, industry.SalesCny),
            _ => new ClaimFigure(claim, null, null),
        })];

        static ClaimFigure Of(Claim claim, decimal recorded) => new(claim, recorded, Math.Round(recorded, claim.Decimals, MidpointRounding.ToEven) == Math.Round(claim.Value, claim.Decimals, MidpointRounding.ToEven));
    }

    private async Task<FigureYear> ReadAsync(int year, IReadOnlyList<int> years, Actor actor, CancellationToken cancel)
    {
        var industry = await exports.IndustryAsync(year, actor, cancel);
        return new FigureYear(
            year, years,
            await passRates.CountAsync(PassRateScope.OfYear(year), actor, cancel),
            await exports.YearAsync(year, ExportQueries.RoyalJelly, actor, cancel),
            industry.Firms == 0 ? null : industry,
            await exports.ClaimsAsync(year, actor, cancel));
    }
}
