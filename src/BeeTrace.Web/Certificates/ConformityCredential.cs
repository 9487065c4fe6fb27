using System.Globalization;
using System.Text.Json.Nodes;
using BeeTrace.Core;
using BeeTrace.Core.Lab;

namespace BeeTrace.Web.Certificates;

/// <summary>
/// The facts of a certificate for programs of other houses: a Digital Conformity Credential of the United Nations
/// Transparency Protocol (UN/CEFACT UNTP), version 0.6.0, on the Verifiable Credentials Data Model 2.0. The same content
/// gives the same bytes.
/// </summary>
/// <remarks>
/// <para>
/// The credential bears no proof of its own; the PDF to which it is attached is signed. Its <c>validUntil</c> and
/// <c>credentialStatus</c> are absent: whether a certificate still holds is said at its check address alone.
/// </para>
/// <para>
/// House rules where the form asks for more than a certificate states. The issuer is a <c>did:web</c> of the check
/// address, since the form demands a DID; no DID document is served under it, and none is needed without a proof. <c>conformance</c> is demanded of every assessment, so what was not judged is
/// no assessment: it is told in the description of the attestation. A metric demands a number, so <c>&lt; 0.1 µg/kg</c>
/// and "not detected" stand in the description of their assessment alone, never as 0. A standard demands its issuing
/// party; certificates do not name it, so the party is the unnamed issuer of a series (GB, GH/T). A pass rate is neither met
/// nor missed, so <c>conformance</c> says whether every judged batch passed, and the criterion says so. A linked file may
/// bear a hash but no media type; the hash here is that of the content inside the answer, as the link's name says.
/// </para>
/// <para>
/// Without a counterpart, to be read in the content itself: grade, nectar source, bee, day of harvest and mass of a tested
/// lot, signatory, language of the paper, uncertainty and limits of detection, limits as numbers (which way a threshold
/// bounds cannot be said), the list of samples behind a pass rate, container and seal as fields of their own.
/// </para>
/// </remarks>
internal static class ConformityCredential
{
    /// <summary>The credential in UTF-8.</summary>
    /// <param name="content">What the certificate states.</param>
    /// <param name="contentSha256">SHA-256 of its canonical text, 64 lower-case hexadecimal digits.</param>
    /// <exception cref="ArgumentException">The content is of no kind.</exception>
    public static byte[] Write(CertificateContent content, string contentSha256)
    {
        var parts = new CredentialParts(content);
        return CredentialJson.Write(new JsonObject
        {
            ["@context"] = CredentialJson.Texts("https://www.w3.org/ns/credentials/v2", "https://test.uncefact.org/vocabulary/untp/dcc/0.6.0/"),
            ["type"] = CredentialJson.Texts("DigitalConformityCredential", "VerifiableCredential"),
            ["id"] = content.CheckAddress,
            ["issuer"] = parts.Issuer(),
            // A day of issue begins in China.
            ["validFrom"] = content.IssuedOn.ToString("yyyy-MM-dd'T00:00:00+08:00'", CultureInfo.InvariantCulture),
            ["credentialSubject"] = Attestation(content, contentSha256, parts),
        });
    }

    private static JsonObject Attestation(CertificateContent content, string contentSha256, CredentialParts parts)
    {
        var (title, party, assessments, description) = content switch
        {
            { BatchTest: { } batch } => (PaperText.BatchTestTitle, parts.Firm(batch.Firm), BatchAssessments.Of(batch, parts), CredentialText.Of(batch)),
            { PassRate: { } rate } => (PaperText.PassRateTitle, PartyOf(rate, parts), RateAssessments.Of(rate, parts), CredentialText.Of(rate)),
            { Consignment: { } goods } => (PaperText.ConsignmentTitle, parts.Firm(goods.Firm), ConsignmentAssessments.Of(goods, parts), CredentialText.Of(goods)),
            { Yearbook: { } year } => (PaperText.YearbookTitle(year.County.Name, year.Year), parts.County(year.County), [], [PaperText.YearbookScope]),
            _ => throw new ArgumentException("Neither a batch test, nor a pass rate, nor a consignment.", nameof(content)),
        };
        if (content.Replaces is { } old)
            description = [.. description, PaperText.Replaces(old)];
        if (content.Demo)
            description = [.. description, PaperText.Fictitious];

        var attestation = new JsonObject
        {
            ["type"] = CredentialJson.Texts("ConformityAttestation", "Attestation"),
            ["id"] = parts.Here("attestation"),
            ["name"] = CredentialText.Name(new Bilingual($"{title.Zh} {content.Number}", $"{title.En} {content.Number}")),
            ["assessorLevel"] = AssessorLevel(content),
            // No accreditation and no authority is claimed.
            ["assessmentLevel"] = "Unspecified",
            ["attestationType"] = content is { Consignment: null, Yearbook: null } ? "testing" : "verification",
            ["description"] = CredentialText.Sentences(description),
            ["issuedToParty"] = party,
            ["conformityCertificate"] = new JsonObject
            {
                ["linkURL"] = content.CheckAddress + ".pdf",
                ["linkName"] = CredentialText.Name(CredentialText.Paper),
            },
            ["auditableEvidence"] = new JsonObject
            {
                ["linkURL"] = parts.CanonicalContent(content.Number),
                ["linkName"] = CredentialText.Name(CredentialText.ContentLink),
                ["hashDigest"] = contentSha256,
                ["hashMethod"] = "SHA-256",
            },
        };
        if (assessments.Count > 0)
            attestation["assessment"] = new JsonArray([.. assessments]);
        return attestation;
    }

    /// <summary>A rate of the whole county is handed to no firm; the form demands a party, and the county is what the rate is about.</summary>
    private static JsonObject PartyOf(PassRateContent rate, CredentialParts parts)
    {
        if (rate.Firm is { } firm)
            return parts.Firm(firm);
        var county = parts.County(rate.County);
        county["description"] = CredentialText.Name(CredentialText.WholeCounty(rate));
        return county;
    }

    /// <summary>How far the assessor stands from what it assesses, by what the content says of the sampling. A consignment's content says nothing of it.</summary>
    private static string AssessorLevel(CertificateContent content) => (content.BatchTest?.Basis ?? content.PassRate?.Basis) switch
    {
        { } basis when Enum.Parse<SamplingBasis>(basis).IsOfficial() => "3rdParty",
        nameof(SamplingBasis.Entrusted) or nameof(SamplingBasis.SelfCheck) or nameof(SamplingBasis.ExportBatch) => "Commercial",
        _ => "Unspecified",
    };
}
