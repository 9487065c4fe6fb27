using BeeTrace.Core.Lab;
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

        figures.MapGet("/exports", async (int year, string? product, ClaimsPrincipal user, ExportQueries queries, CancellationToken cancel) =>
        {
            if (year is < 1900 or > 9999)
                return Results.Problem($"{year} is no year.", statusCode: StatusCodes.Status400BadRequest);
            if (!await queries.IsKnownAsync(product, cancel))
                return Results.Problem($"'{product}' is no product or product scope.", statusCode: StatusCodes.Status400BadRequest);
            var figure = await queries.YearAsync(year, product ?? ExportQueries.RoyalJelly, user.ToActor(), cancel);
            return Results.Ok(ExportJson.Of(figure));
        })
        .WithSummary("Export tonnes of a year by product and destination. Without 'product' the scope is RJ: royal jelly and royal jelly powder. The share is null where no national figure of the same definition is known.")
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

internal sealed record ExportJson(
    int Year, string Definition, decimal Tonnes, decimal? NationalTonnes, decimal? SharePercent, string? NationalSource,
    IReadOnlyList<ExportJson.ProductJson> ByProduct, IReadOnlyList<ExportJson.DestinationJson> ByDestination)
{
    public static ExportJson Of(ExportFigure f) => new(
        f.Year, f.Definition.ToString(), f.Tonnes, f.NationalTonnes, f.SharePercent, f.NationalSource?.ToString(),
        [.. f.ByProduct.Select(p => new ProductJson(p.Product, p.Tonnes))],
        [.. f.ByDestination.Select(d => new DestinationJson(d.Country, d.Tonnes))]);

    internal sealed record ProductJson(string Product, decimal Tonnes);

    internal sealed record DestinationJson(string Country, decimal Tonnes);
}
