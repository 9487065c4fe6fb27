using System.Security.Claims;
using System.Text;
using BeeTrace.Core;
using BeeTrace.Core.Trade;
using BeeTrace.Web.Access;
using BeeTrace.Web.Shell;

namespace BeeTrace.Web.Trade;

/// <summary>An export figure as a file: what the page shows the same reader, no number more.</summary>
internal static class FigureFileEndpoints
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapFigureFiles(this WebApplication app)
    {
        var files = app.MapGroup("/figures").ExcludeFromDescription().RequireRateLimiting(AccessSetup.LookUpRate);
        files.MapGet("/exports.csv", (string? count, string? period, ClaimsPrincipal user, ExportQueries queries, HttpContext context, CancellationToken cancel) =>
            AnswerAsync(count, period, user, queries, context, sheet => Task.FromResult(Results.File(FigureTable.Csv(sheet), "text/csv; charset=utf-8", $"{sheet.FileName}.csv")), cancel));
        files.MapGet("/exports.xlsx", (string? count, string? period, ClaimsPrincipal user, ExportQueries queries, ShellSettings shell, HttpContext context, CancellationToken cancel) =>
            AnswerAsync(count, period, user, queries, context, async sheet => Results.File(await FigureTable.WorkbookAsync(sheet, Notes(shell), cancel), Workbook, $"{sheet.FileName}.xlsx"), cancel));
        files.MapGet("/exports.svg", (string? count, string? period, ClaimsPrincipal user, ExportQueries queries, ShellSettings shell, HttpContext context, CancellationToken cancel) =>
            AnswerAsync(count, period, user, queries, context, sheet => Task.FromResult(Results.File(Encoding.UTF8.GetBytes(FigurePicture.Svg(sheet, Notes(shell))), "image/svg+xml", $"{sheet.FileName}.svg")), cancel));
        files.MapGet("/exports.pdf", (string? count, string? period, ClaimsPrincipal user, ExportQueries queries, FigurePaper paper, TimeProvider clock, ShellSettings shell, HttpContext context, CancellationToken cancel) =>
            AnswerAsync(count, period, user, queries, context, sheet => Task.FromResult(Results.File(paper.Render(sheet, clock.GetUtcNow(), Notes(shell)), "application/pdf", $"{sheet.FileName}.pdf")), cancel));
    }

    /// <summary>Without a definition the usual one is meant, as on the page; a period must be named.</summary>
    private static async Task<IResult> AnswerAsync(
        string? count, string? period, ClaimsPrincipal user, ExportQueries queries, HttpContext context, Func<FigureSheet, Task<IResult>> write, CancellationToken cancel)
    {
        if (FigurePeriod.Parse(period) is not { } wanted)
            return Results.Problem("'period' is a year, or such as 2018-Q2, 2018-05 or 2022-01..2022-11.", statusCode: StatusCodes.Status400BadRequest);
        if (await queries.SheetAsync(count ?? ExportQueries.Usual, wanted, user.ToActor(), cancel) is not { } sheet)
            return Results.Problem($"'{count}' is no way of counting; /figures lists them.", statusCode: StatusCodes.Status400BadRequest);
        context.Response.Headers.CacheControl = "private, no-store";
        return await write(sheet);
    }

    private static IReadOnlyList<Bilingual> Notes(ShellSettings shell) => shell.DemoNotice ? [ShellText.DemoNotice] : [];
}
