using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BeeTrace.Core.Lab;

namespace BeeTrace.Web.Certificates;

/// <summary>The judged analytes of one sample, one assessment each.</summary>
internal static partial class BatchAssessments
{
    // Product safety, the nearest of the fifteen topics; the limit's own kind is not on the certificate.
    private const string Topic = "social.safety";

    public static IReadOnlyList<JsonObject> Of(BatchTestContent batch, CredentialParts parts) =>
        [.. batch.Items.Where(IsJudged).Select(item => Assessment(item, batch, parts))];

    /// <summary>Whether the verdict says that a limit is met or missed.</summary>
    public static bool IsJudged(BatchTestItem item) => !Enum.Parse<Verdict>(item.Verdict).IsInconclusive();

    private static JsonObject Assessment(BatchTestItem item, BatchTestContent batch, CredentialParts parts)
    {
        var assessment = new JsonObject
        {
            ["type"] = CredentialJson.Texts("ConformityAssessment", "Declaration"),
            ["id"] = parts.Here("assessment-" + item.Analyte.Code),
            ["name"] = CredentialText.Name(item.Analyte.Name),
            ["description"] = CredentialText.Sentences(CredentialText.Of(item)),
            ["assessmentDate"] = CredentialParts.Day(batch.ApprovedOn),
        };
        if (item.Standard is { } standard)
        {
            assessment["referenceStandard"] = parts.Standard(standard);
            if (parts.Regulation(standard) is { } regulation)
                assessment["referenceRegulation"] = regulation;
        }

        if (item.Limit is { } limit)
            assessment["assessmentCriteria"] = new JsonArray(CredentialParts.Criterion(
                parts.Here("limit-" + item.Analyte.Code), CredentialText.LimitOf(item.Analyte.Name), CredentialText.Of(item, limit), Topic));
        if (MetricOf(item) is { } metric)
            assessment["declaredValue"] = new JsonArray(metric);
        assessment["conformance"] = Enum.Parse<Verdict>(item.Verdict).IsPassed();
        assessment["conformityTopic"] = Topic;
        assessment["assessedProduct"] = parts.LotOf(batch.Product, batch.Lot);
        assessment["assessedFacility"] = parts.Origin(batch.County);
        return assessment;
    }

    /// <summary>The reading where it is a plain number; null for "&lt; 0.1 µg/kg", "not detected" and all words.</summary>
    private static JsonObject? MetricOf(BatchTestItem item)
    {
        var match = PlainNumber().Match(item.Reading.En);
        if (!match.Success || !decimal.TryParse(match.Groups["number"].Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            return null;
        var unit = match.Groups["unit"].Value;
        return CommonCode.Of(unit) is { } code
            ? CredentialParts.Metric(item.Analyte.Name.En, value, code)
            : CredentialParts.Metric($"{item.Analyte.Name.En}, {unit}", value, CommonCode.MutuallyDefined);
    }

    // No more digits than a decimal keeps: a longer number would be rounded without a word.
    [GeneratedRegex(@"^(?=[^ ]{1,28}( |$))(?<number>-?[0-9]+(\.[0-9]+)?)( (?<unit>\S.*))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PlainNumber();
}
