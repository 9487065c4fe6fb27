using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using BeeTrace.Core;
using BeeTrace.Core.Certificates;
using BeeTrace.Web.Access;
using BeeTrace.Web.Shell;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace BeeTrace.Web.Certificates;

/// <summary>The stored bytes, and checking for programs.</summary>
internal static class CertificateEndpoints
{
    /// <summary>Who may read from another site's page: everybody, and only read.</summary>
    public const string Reads = "reads";

    public static void MapCertificates(this WebApplication app)
    {
        app.MapGet("/c/{number}.pdf", PdfAsync).ExcludeFromDescription().RequireRateLimiting(AccessSetup.LookUpRate).RequireCors(Reads);
        app.MapGet("/c/{number}.json", ContentAsync).ExcludeFromDescription().RequireRateLimiting(AccessSetup.LookUpRate).RequireCors(Reads);
        app.MapGet("/c/{number}.proof", ProofAsync).ExcludeFromDescription().RequireRateLimiting(AccessSetup.LookUpRate).RequireCors(Reads);
        app.MapGet("/certificates/preview.pdf", PreviewAsync).ExcludeFromDescription();

        var api = app.MapGroup("/api/v1").WithTags("Certificates");
        api.MapGet("/certificates/{number}", StateAsync)
            .RequireRateLimiting(AccessSetup.LookUpRate).RequireCors(Reads)
            .WithSummary("The state of a certificate and everything it states. Answers 304 to an If-None-Match that still fits.")
            .Produces<CheckJson>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status429TooManyRequests);

        api.MapPost("/check", async (HttpRequest request, CertificateCheck check, CancellationToken cancel) =>
        {
            var file = await ReadAsync(request, cancel);
            return file is null
                ? Results.Problem(CheckReason.TooLarge.ToString(), statusCode: StatusCodes.Status413PayloadTooLarge)
                : Results.Ok(CheckJson.Of(await check.ByFileAsync(file, cancel)));
        })
        .RequireRateLimiting(AccessSetup.UploadRate)
        .Accepts<byte[]>("application/pdf")
        .WithSummary("The verdict on a PDF: the body is the file.")
        .Produces<CheckJson>().ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status429TooManyRequests);
    }

    private static async Task<IResult> StateAsync(
        string number, CertificateCheck check, LookUpCounter counter, IOptions<JsonOptions> json, HttpContext context, CancellationToken cancel)
    {
        if (!CertificateNumber.TryParse(number, out var parsed))
            return Unknown(number);
        counter.Count(parsed);
        var result = await check.ByNumberAsync(parsed, cancel);
        if (result.State is CertificateState.Unknown)
            return Unknown(number);
        var body = JsonSerializer.SerializeToUtf8Bytes(CheckJson.Of(result), json.Value.SerializerOptions);
        context.Response.Headers.CacheControl = "public, max-age=0, must-revalidate";
        context.Response.Headers.Vary = "Accept-Language, Cookie";
        return Results.Bytes(body, "application/json; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 16))}\""));
    }

    /// <summary>As it is handed out today; with <c>?original=1</c> the bytes as issued, whatever has become of it.</summary>
    private static async Task<IResult> PdfAsync(string number, string? original, CertificateQueries certificates, CertificateFiles files, HttpContext context, CancellationToken cancel)
    {
        if (!CertificateNumber.TryParse(number, out var parsed) || await certificates.FindAsync(parsed, cancel) is not { } found)
            return Results.NotFound();
        var isStamped = found.Ending is not null && original is null;
        var pdf = isStamped ? await files.TodayAsync(parsed, found, cancel) : await certificates.PdfAsync(parsed, cancel);
        context.Response.Headers.CacheControl = "public, no-cache";
        return Results.File(
            pdf!, "application/pdf", isStamped ? $"{found.Number}-{found.Ending!.Value.Code()}.pdf" : $"{found.Number}.pdf",
            entityTag: new EntityTagHeaderValue($"\"{found.PdfSha256}{(isStamped ? found.Deed : "")}\""));
    }

    /// <summary>The content in its canonical form: the bytes whose SHA-256 stands on the paper and in the log.</summary>
    private static async Task<IResult> ContentAsync(string number, CertificateQueries certificates, CancellationToken cancel) =>
        CertificateNumber.TryParse(number, out var parsed) && await certificates.FindAsync(parsed, cancel) is { } found
            ? Results.Bytes(System.Text.Encoding.UTF8.GetBytes(found.Content), "application/json", entityTag: new EntityTagHeaderValue($"\"{found.ContentSha256}\""))
            : Results.NotFound();

    /// <summary>The proof of inclusion in the log as it is now (C2SP tlog-proof).</summary>
    private static async Task<IResult> ProofAsync(string number, CertificateQueries certificates, CertificateLog log, CancellationToken cancel) =>
        CertificateNumber.TryParse(number, out var parsed) && await certificates.FindAsync(parsed, cancel) is { LogIndex: { } index } found && await log.ProofAsync(index, cancel) is { } proof
            ? Results.Text(proof.ToText(), "text/plain; charset=utf-8")
            : Results.NotFound();

    /// <summary>What a certificate would look like, for the signatory: <c>?sample=</c>, or <c>?from=&amp;to=&amp;firm=</c>.</summary>
    private static async Task<IResult> PreviewAsync(
        string? sample, DateOnly? from, DateOnly? to, Guid? firm, CertificateLanguage? language, ClaimsPrincipal user, CertificateService service, HttpContext context, CancellationToken cancel)
    {
        var printed = language ?? CertificateLanguage.Both;
        var preview = SampleCode.TryParse(sample, out var code)
            ? await service.PreviewBatchTestAsync(code, user.ToActor(), printed, cancel)
            : from is { } first && to is { } last
                ? await service.PreviewPassRateAsync(new IssuePassRate(first, last, firm is { } id ? new FirmId(id) : null) { Language = printed }, user.ToActor(), cancel)
                : new Refusal(Core.Lab.LabRefusal.SampleUnknown, null, sample ?? "");
        context.Response.Headers.CacheControl = "private, no-store";
        return preview.IsDone
            ? Results.Bytes(preview.Value, "application/pdf")
            : Results.Problem(RefusalText.Of(preview.Refusals[0]).ToString(), statusCode: StatusCodes.Status422UnprocessableEntity);
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

/// <summary>Where the issue stands in the log: its place, the size of the log now, and its root.</summary>
internal sealed record LogJson(long Index, long TreeSize, string Root);

/// <summary>The answer of a check.</summary>
internal sealed record CheckJson(
    string State, string? Number, string? Kind, DateOnly? IssuedOn, string? Issuer, IReadOnlyList<string> Reasons, string? ReplacedBy,
    DateOnly? EndedOn, string? EndReason, IReadOnlyList<string> Warnings, JsonNode? Content, LogJson? Log)
{
    public static CheckJson Of(CheckResult result)
    {
        var certificate = result.Certificate;
        var content = certificate?.Read();
        return new CheckJson(
            result.State.Code(), result.Number, content?.Kind, content?.IssuedOn, content?.Issuer.ToString(),
            [.. result.Reasons.Concat(result.Warnings).Concat(certificate?.Why is { } why ? [why] : []).Select(r => r.ToString())], certificate?.Successor, certificate?.EndedOn,
            certificate?.Why?.ToString(), [.. result.Warnings.Select(w => w.ToString())],
            certificate is null ? null : CertificateContent.ReadNode(certificate.Content),
            certificate?.LogIndex is { } index ? new LogJson(index, certificate.LogSize, Convert.ToHexStringLower(certificate.LogRoot!)) : null);
    }
}
