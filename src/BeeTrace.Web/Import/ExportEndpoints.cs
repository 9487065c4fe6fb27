using BeeTrace.Core.Access;
using BeeTrace.Web.Access;
using BeeTrace.Web.Shell;

namespace BeeTrace.Web.Import;

/// <summary>Tables out, for whoever is signed in and has some.</summary>
internal static class ExportEndpoints
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapExports(this WebApplication app) =>
        app.MapGet("/registry/export/{kind}.{format}", ExportAsync).ExcludeFromDescription().RequireAuthorization();

    private static async Task<IResult> ExportAsync(string kind, string format, HttpContext context, Exports exports, CancellationToken cancel)
    {
        var actor = context.User.ToActor();
        if (!ExportKind.Roles.Contains(actor.Role) || ExportKind.All.FirstOrDefault(k => k.Code == kind) is not { } export)
            return Results.NotFound();
        if (format is not ("csv" or "xlsx" or "geojson") || (format == "geojson" && !export.Sql.Contains("geojson", StringComparison.Ordinal)))
            return Results.NotFound();

        await exports.RecordAsync(kind, format, export.TellsExactPlaces, actor, cancel);
        context.Response.Headers.CacheControl = "private, no-store";
        var name = $"{kind}.{format}";
        if (format == "csv")
            return Results.Stream(to => exports.WriteCsvAsync(export, to, actor, cancel), "text/csv; charset=utf-8", name);
        if (format == "geojson")
            return Results.Stream(to => exports.WriteGeoJsonAsync(export, to, actor, cancel), "application/geo+json", name);
        var workbook = await exports.WorkbookAsync(export, actor, cancel);
        return workbook.IsDone
            ? Results.Stream(workbook.Value, Workbook, name)
            : Results.Problem(RefusalText.Of(workbook.Refusals[0]).ToString(), statusCode: StatusCodes.Status422UnprocessableEntity);
    }
}
