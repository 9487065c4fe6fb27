using System.Globalization;
using System.Text.Json.Nodes;

namespace BeeTrace.Web.Certificates;

/// <summary>A pass rate by product: the assessment says whether every judged batch passed, and counts.</summary>
internal static class RateAssessments
{
    private const string Topic = "social.safety";

    public static IReadOnlyList<JsonObject> Of(PassRateContent rate, CredentialParts parts) =>
        [.. rate.ByProduct.Where(row => row.Judged > 0).Select(row => Assessment(row, rate, parts))];

    private static JsonObject Assessment(PassRateProduct row, PassRateContent rate, CredentialParts parts)
    {
        var assessment = new JsonObject
        {
            ["type"] = CredentialJson.Texts("ConformityAssessment", "Declaration"),
            ["id"] = parts.Here("assessment-" + row.Product.Code),
            ["name"] = CredentialText.Name(CredentialText.RateOf(row.Product.Name)),
            ["description"] = CredentialText.Sentences([CredentialText.Counts(row.Drawn, row.Judged, row.Passed, row.Inconclusive)]),
            ["assessmentDate"] = CredentialParts.Day(DateOnly.FromDateTime(rate.AsOf.ToOffset(TimeSpan.FromHours(8)).DateTime)),
            ["assessmentCriteria"] = new JsonArray(CredentialParts.Criterion(
                parts.Here("every-judged-batch-passed"), CredentialText.EveryBatchPassed, [CredentialText.JudgedUnder(rate)], Topic)),
            ["declaredValue"] = Values(row),
            ["conformance"] = row.Passed == row.Judged,
            ["conformityTopic"] = Topic,
            ["assessedProduct"] = parts.AnyOf(row.Product),
            ["assessedFacility"] = parts.Origin(rate.County),
        };
        if (rate.Firm is { } firm)
            assessment["assessedOrganisation"] = parts.Firm(firm);
        return assessment;
    }

    private static JsonArray Values(PassRateProduct row)
    {
        JsonArray values =
        [
            CredentialParts.Metric("Batches drawn", row.Drawn, CredentialParts.One),
            CredentialParts.Metric("Batches judged", row.Judged, CredentialParts.One),
            CredentialParts.Metric("Batches passed", row.Passed, CredentialParts.One),
            CredentialParts.Metric("Batches inconclusive", row.Inconclusive, CredentialParts.One),
        ];
        if (row.Bounds is { } bounds)
        {
            values.Add((JsonNode)Share("Pass rate, lower bound, 95 % one-sided, Clopper-Pearson", bounds.LowerOneSided));
            values.Add((JsonNode)Share("Pass rate, lower bound, 95 % two-sided, Clopper-Pearson", bounds.LowerTwoSided));
            values.Add((JsonNode)Share("Pass rate, upper bound, 95 % two-sided, Clopper-Pearson", bounds.UpperTwoSided));
        }

        return values;
    }

    private static JsonObject Share(string name, string share) => CredentialParts.Metric(name, decimal.Parse(share, CultureInfo.InvariantCulture), CredentialParts.One);
}
