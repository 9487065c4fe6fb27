using System.Security.Claims;
using BeeTrace.Core;
using BeeTrace.Web.Access;

namespace BeeTrace.Web.Reports;

/// <summary>The stored bytes of issued reports.</summary>
internal static class ReportEndpoints
{
    public static void MapReports(this WebApplication app) =>
        app.MapGet("/lab/reports/{number}.pdf", PdfAsync).ExcludeFromDescription().RequireRateLimiting(AccessSetup.LookUpRate);

    /// <summary>For staff and the firm whose sample it is; to everybody else it is as if there were none.</summary>
    private static async Task<IResult> PdfAsync(string number, ClaimsPrincipal user, ReportQueries reports, HttpContext context, CancellationToken cancel)
    {
        if (!ReportNumber.TryParse(number, out var parsed) || await reports.PdfAsync(parsed, user.ToActor(), cancel) is not { } pdf)
            return Results.NotFound();
        context.Response.Headers.CacheControl = "private, no-store";
        return Results.File(pdf, "application/pdf", $"{parsed}.pdf");
    }
}
