using System.Text.Json.Nodes;
using BeeTrace.Core.Certificates;
using BeeTrace.Core;
using BeeTrace.Web.Access;
using Microsoft.Net.Http.Headers;

namespace BeeTrace.Web.Certificates;

/// <summary>The stored bytes, and checking for programs.</summary>
internal static class CertificateEndpoints
{
    public static void MapCertificates(this WebApplication app)
    {
        app.MapGet("/c/{number}.pdf", PdfAsync).ExcludeFromDescription().RequireRateLimiting(AccessSetup.LookUpRate);

        var api = app.MapGroup("/api/v1").WithTags("Certificates").RequireRateLimiting(AccessSetup.LookUpRate);
        api.MapGet("/certificates/{number}", async (string number, CertificateCheck check, CancellationToken cancel) =>
        {
            if (!CertificateNumber.TryParse(number, out var parsed))
                return Unknown(number);
            var result = await check.ByNumberAsync(parsed, cancel);
            return result.State is CertificateState.Unknown ? Unknown(number) : Results.Ok(CheckJson.Of(result));
        })
        .WithSummary("The state of a certificate and everything it states.")
        .Produces<CheckJson>().ProducesProblem(StatusCodes.Status404NotFound);

        api.MapPost("/check", async (HttpRequest request, CertificateCheck check, CancellationToken cancel) =>
        {
            var file = await ReadAsync(request, cancel);
            return file is null
                ? Results.Problem("The file is larger than 5 MiB; a certificate has some 100 KB.", statusCode: StatusCodes.Status413PayloadTooLarge)
                : Results.Ok(CheckJson.Of(await check.ByFileAsync(file, cancel)));
        })
        .Accepts<byte[]>("application/pdf")
        .WithSummary("The verdict on a PDF: the body is the file.")
        .Produces<CheckJson>().ProducesProblem(StatusCodes.Status413PayloadTooLarge);
    }

    private static async Task<IResult> PdfAsync(string number, CertificateQueries certificates, HttpContext context, CancellationToken cancel)
    {
        if (!CertificateNumber.TryParse(number, out var parsed) || await certificates.FindAsync(parsed, cancel) is not { } found)
            return Results.NotFound();
        var pdf = await certificates.PdfAsync(parsed, cancel);
        context.Response.Headers.CacheControl = "public, max-age=300";
        return Results.File(pdf!, "application/pdf", $"{found.Number}.pdf", entityTag: new EntityTagHeaderValue($"\"{found.PdfSha256}\""));
    }

    /// <returns>Null where the body is larger than any certificate.</returns>
    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        if (request.ContentLength > CertificateCheck.LargestPdf)
            return null;
        using var buffer = new MemoryStream();
        var chunk = new byte[81920];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, cancel)) > 0)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > CertificateCheck.LargestPdf)
                return null;
        }

        return buffer.ToArray();
    }

    private static IResult Unknown(string number) =>
        Results.Problem(CheckReason.NeverIssued(number).ToString(), title: "Unknown certificate", statusCode: StatusCodes.Status404NotFound);
}

/// <summary>The answer of a check. The log comes with its own issue; until then it is null.</summary>
internal sealed record CheckJson(
    string State, string? Number, string? Kind, DateOnly? IssuedOn, string? Issuer, IReadOnlyList<string> Reasons, string? ReplacedBy,
    JsonNode? Content, JsonNode? Log)
{
    public static CheckJson Of(CheckResult result)
    {
        var content = result.Certificate?.Read();
        return new CheckJson(
            result.State.Code(), result.Number, content?.Kind, content?.IssuedOn, content?.Issuer.ToString(),
            [.. result.Reasons.Concat(result.Warnings).Select(r => r.ToString())], null,
            result.Certificate is null ? null : CertificateContent.ReadNode(result.Certificate.Content), null);
    }
}
