using System.Globalization;
using System.Text;
using BeeTrace.Core.Access;
using BeeTrace.Web.Access;
using BeeTrace.Web.Shell;
using CsvHelper;

namespace BeeTrace.Web.Import;

/// <summary>Files that belong to the import's pages.</summary>
internal static class ImportEndpoints
{
    public static void MapImport(this WebApplication app)
    {
        var import = app.MapGroup("/import").ExcludeFromDescription().RequireAuthorization(policy => policy.RequireRole(Role.County.Code(), Role.Admin.Code()));
        import.MapGet("/templates/{kind}.csv", (string kind) =>
            ImportKinds.Find(kind) is { Staged: not null } known ? Csv(kind + ".csv", csv => csv.WriteRecord([.. known.Columns.Select(c => c.Name)])) : Results.NotFound());
        import.MapGet("/bad-rows.csv", (HttpContext context, Uploads uploads) =>
            uploads.Find(context.User.ToActor()) is { Found: { } found } upload ? Csv("bad-rows.csv", csv => WriteBadRows(csv, upload, found)) : Results.NotFound());
        var bench = app.MapGroup("/lab/sheet/import").ExcludeFromDescription().RequireAuthorization(policy => policy.RequireRole(Role.Analyst.Code()));
        bench.MapGet("/template.csv", () => Csv("readings.csv", csv => csv.WriteRecord(["sample", "analyte", "value", "unit", "method"])));
        bench.MapGet("/wrong-cells.csv", (HttpContext context, BenchFiles files) =>
            files.Find(context.User.ToActor()) is { } file ? Csv("wrong-cells.csv", csv => WriteWrongCells(csv, file)) : Results.NotFound());
        app.MapExports();
    }

    /// <summary>The rows with something wrong, as they stand now, with the reasons in one more column. It may be mended and brought in the place of the file.</summary>
    private static void WriteBadRows(CsvWriter csv, Upload upload, ImportedTable found)
    {
        var reasons = found.Errors.Where(e => e.Row > 0).GroupBy(e => e.Row)
            .ToDictionary(g => g.Key, g => string.Join(" ", g.Select(e => e.Column.Length > 0 ? $"{e.Column}: {RefusalText.Of(e.Refusal)}" : RefusalText.Of(e.Refusal).ToString())));
        using var sheet = ImportSheet.Open(upload.ToTable(), ImportKinds.Find(upload.Kind)!, new ErrorList());
        csv.WriteRecord([.. sheet.Names.Select(SpreadsheetText.Harmless), ImportText.ReasonColumn.ToString()]);
        foreach (var (number, fields) in sheet.Records())
        {
            if (reasons.TryGetValue(number, out var reason))
                csv.WriteRecord([.. fields.Select(SpreadsheetText.Harmless), SpreadsheetText.Harmless(reason)]);
        }
    }

    private static void WriteWrongCells(CsvWriter csv, BenchFile file)
    {
        csv.WriteRecord([ImportText.RowHead.ToString(), ImportText.ColumnHead.ToString(), ImportText.WhyHead.ToString()]);
        foreach (var error in file.Errors)
            csv.WriteRecord([error.Row.ToString(CultureInfo.InvariantCulture), BenchFileText.ColumnName(error.Column).ToString(), SpreadsheetText.Harmless(RefusalText.Of(error.Refusal).ToString())]);
    }

    private static IResult Csv(string name, Action<CsvWriter> write)
    {
        using var content = new MemoryStream();
        using (var csv = CsvWriter.Create(content, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true))
            write(csv);
        return Results.File(content.ToArray(), "text/csv; charset=utf-8", name);
    }
}
