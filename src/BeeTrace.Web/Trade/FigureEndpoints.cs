using BeeTrace.Core.Lab;
using BeeTrace.Core.Trade;
using BeeTrace.Web.Access;
using BeeTrace.Web.Lab;
using System.Security.Claims;

namespace BeeTrace.Web.Trade;

/// <summary>The two public figures as JSON; the pages show the same.</summary>
internal static class FigureEndpoints
{
    public static void MapFigures(this WebApplication app)
    {
        var figures = app.MapGroup("/api/v1/figures").WithTags("Figures");

        figures.MapGet("/pass-rate", async (
            DateOnly from, DateOnly to, string? product, string? basis, string? county, string? kind, string? method, ClaimsPrincipal user, PassRateQueries queries, ExportQueries products, CancellationToken cancel) =>
        {
            if (county is not null && !(county.Length == 6 && county.All(char.IsAsciiDigit)))
                return Results.Problem("'county' is a six-digit code of GB/T 2260, such as 330122.", statusCode: StatusCodes.Status400BadRequest);
            if (!await products.IsKnownAsync(product, cancel))
                return Results.Problem($"'{product}' is no product or product scope.", statusCode: StatusCodes.Status400BadRequest);
            if (to < from)
                return Results.Problem("'to' is before 'from'.", statusCode: StatusCodes.Status400BadRequest);
            if (!Enum.TryParse<SamplingBasis>(basis ?? nameof(SamplingBasis.RandomSurveillance), ignoreCase: false, out var wanted) || !Enum.IsDefined(wanted))
                return Results.Problem($"'{basis}' is no sampling basis; one of {string.Join(", ", Enum.GetNames<SamplingBasis>())}.", statusCode: StatusCodes.Status400BadRequest);

            if (!TryWord(kind, RateKind.Batch, out var counted))
                return Results.Problem($"'{kind}' is no kind of rate; one of batch, item, firm.", statusCode: StatusCodes.Status400BadRequest);
            if (!TryWord(method, IntervalMethod.ClopperPearson, out var by))
                return Results.Problem($"'{method}' is no method; one of clopper-pearson, wilson.", statusCode: StatusCodes.Status400BadRequest);

            var scope = new PassRateScope(from, to, wanted, product, county);
            return Results.Ok(PassRateJson.Of(scope, await queries.CountAsync(scope, counted, user.ToActor(), cancel), by));
        })
        .WithSummary("Pass rate of a period with bounds: of samples (kind=batch), tests (item) or firms (firm); exact, or method=wilson. Rate and bounds are null when nothing was judged; bounds also where the basis is not random.")
        .Produces<PassRateJson>().ProducesProblem(StatusCodes.Status400BadRequest);

        figures.MapGet("/exports", async (int? year, string? period, DateOnly? from, DateOnly? to, string? product, string? basis, ClaimsPrincipal user, ExportQueries queries, CancellationToken cancel) =>
        {
            if (year is < FigurePeriod.FirstYear or > FigurePeriod.LastYear)
                return Results.Problem($"{year} is no year.", statusCode: StatusCodes.Status400BadRequest);
            var wanted = year is { } whole ? FigurePeriod.OfYear(whole) : from is { } first && to is { } last ? FigurePeriod.OfDays(first, last) : FigurePeriod.Parse(period);
            if (wanted is null)
                return Results.Problem("Give a 'year', or a 'period' such as 2018-Q2, 2018-05 or 2022-01..2022-11, or 'from' and 'to' as the first and last day of months.", statusCode: StatusCodes.Status400BadRequest);
            if (!await queries.IsKnownAsync(product, cancel))
                return Results.Problem($"'{product}' is no product or product scope.", statusCode: StatusCodes.Status400BadRequest);
            if (!TryWord(basis, ShareBasis.DeclaredMass, out var counted))
                return Results.Problem($"'{basis}' is no basis; one of declared-mass, fresh-equivalent, value.", statusCode: StatusCodes.Status400BadRequest);
            if (counted == ShareBasis.FreshEquivalent && (product ?? ExportQueries.RoyalJelly) != ExportQueries.RoyalJelly)
                return Results.Problem("Only royal jelly (RJ) has a fresh equivalent.", statusCode: StatusCodes.Status400BadRequest);
            return Results.Ok(ExportJson.Of(await queries.FigureAsync(ExportQueries.MassOf(product ?? ExportQueries.RoyalJelly, counted), wanted, user.ToActor(), cancel)));
        })
        .WithSummary("Exports of a period by product and destination, in tonnes or with basis=value in dollars. Without 'product' the scope is RJ: royal jelly and its powder. The share is null, with its reasons, where no national figure of the same definition is known; an amount is null where fewer than three firms stand behind it, or it would give another away.")
        .Produces<ExportJson>().ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static bool TryWord<TEnum>(string? word, TEnum otherwise, out TEnum value) where TEnum : struct, Enum
    {
        value = otherwise;
        return word is null || (Enum.TryParse(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out value) && word.All(c => !char.IsAsciiDigit(c)) && Enum.IsDefined(value));
    }
}

/// <param name="Rate">Passed ÷ judged.</param>
internal sealed record PassRateJson(
    DateOnly From, DateOnly To, int Passed, int Judged, int Inconclusive, double? Rate, string Method, double Confidence,
    double? LowerTwoSided, double? UpperTwoSided, double? LowerOneSided)
{
    public static PassRateJson Of(PassRateScope scope, PassRate rate, IntervalMethod method)
    {
        var bounds = rate.BoundsBy(method);
        return new PassRateJson(
            scope.From, scope.To, rate.Passed, rate.Judged, rate.Inconclusive, rate.Rate, method.Name(), PassRate.Confidence,
            Round(bounds?.TwoSided.Lower), Round(bounds?.TwoSided.Upper), Round(bounds?.LowerOneSided));
    }

    private static double? Round(double? bound) => bound is { } value ? Math.Round(value, 10) : null;
}

/// <param name="Tonnes">In <paramref name="Unit"/>; null where it is withheld.</param>
/// <param name="NationalTonnes">The nation's total of the same definition, in the same unit.</param>
/// <param name="ShareReasons">Why there is no share.</param>
internal sealed record ExportJson(
    int Year, string Period, string Unit, string Definition, decimal? Tonnes, decimal? NationalTonnes, decimal? SharePercent, IReadOnlyList<string> ShareReasons, string? NationalSource, decimal? NationalLow, decimal? NationalHigh,
    IReadOnlyList<ExportJson.ProductJson> ByProduct, IReadOnlyList<ExportJson.DestinationJson> ByDestination)
{
    public static ExportJson Of(ExportFigure f) => new(
        f.Year, f.Period.ToString(), f.Definition.Unit, f.Text.ToString(), f.Amount, f.National is { } national ? Math.Round(national.Amount, 2, MidpointRounding.ToEven) : null, f.Share?.Percent,
        [.. (f.Share?.Reasons ?? []).Select(r => r.ToString())], f.National?.Source.ToString(), Interval(f.National?.Implied?.Low), Interval(f.National?.Implied?.High),
        [.. f.ByProduct.Select(p => new ProductJson(p.Code, p.Amount, p.UsdPerKg))],
        [.. f.ByDestination.Select(d => new DestinationJson(d.Code, d.Amount, d.UsdPerKg))]);

    private static decimal? Interval(decimal? bound) => bound is { } value ? Math.Round(value, 4, MidpointRounding.ToEven) : null;

    internal sealed record ProductJson(string Product, decimal? Tonnes, decimal? UsdPerKg);

    internal sealed record DestinationJson(string Country, decimal? Tonnes, decimal? UsdPerKg);
}
