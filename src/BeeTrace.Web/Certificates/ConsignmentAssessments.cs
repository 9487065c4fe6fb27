using System.Globalization;
using System.Text.Json.Nodes;
using BeeTrace.Core.Lab;

namespace BeeTrace.Web.Certificates;

/// <summary>The lots that travel together: each assessment points to the batch certificate that speaks for the lot.</summary>
internal static class ConsignmentAssessments
{
    private const string Topic = "governance.transparency";

    public static IReadOnlyList<JsonObject> Of(ConsignmentContent goods, CredentialParts parts) =>
        [.. goods.Lines.Select((line, index) => Assessment(line, index + 1, goods, parts))];

    private static JsonObject Assessment(ConsignmentLine line, int position, ConsignmentContent goods, CredentialParts parts) => new()
    {
        ["type"] = CredentialJson.Texts("ConformityAssessment", "Declaration"),
        ["id"] = parts.Here("line-" + position.ToString(CultureInfo.InvariantCulture)),
        ["name"] = CredentialText.Name(CredentialText.LineOf(line)),
        ["description"] = CredentialText.Sentences(CredentialText.Of(line, goods)),
        ["assessmentDate"] = CredentialParts.Day(parts.Content.IssuedOn),
        ["assessmentCriteria"] = new JsonArray(CredentialParts.Criterion(
            parts.Certificate(line.Certificate), CredentialText.BatchCertificate(line), [CredentialText.CertificateHash(line)], Topic)),
        ["declaredValue"] = new JsonArray(
            CredentialParts.Metric("Net mass in the consignment", decimal.Parse(line.NetMassKg, CultureInfo.InvariantCulture), CredentialParts.Kilogram),
            CredentialParts.Metric("Mass of the lot as recorded", decimal.Parse(line.LotMassKg, CultureInfo.InvariantCulture), CredentialParts.Kilogram)),
        // The certificate held on the day of issue, or the line would not stand here. A lot that misses the limits of its
        // destination must not read as true to a program all the same.
        ["conformance"] = line.Verdict is null || !Enum.Parse<Verdict>(line.Verdict).IsFailed(),
        ["conformityTopic"] = Topic,
        ["assessedProduct"] = parts.LotOf(line.Product, line.Lot),
        ["assessedFacility"] = parts.Origin(line.County),
    };
}
