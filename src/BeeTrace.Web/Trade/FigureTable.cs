using System.Globalization;
using BeeTrace.Core;
using BeeTrace.Web.Shell;
using CsvHelper;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace BeeTrace.Web.Trade;

/// <summary>A figure as a table for spreadsheets. What is withheld has no number and says so; what begins like a formula is made harmless.</summary>
internal static class FigureTable
{
    private static readonly string[] Columns =
        ["part", "code", "name_zh", "name_en", "amount", "unit", "usd_per_kg", "withheld", "definition_zh", "definition_en", "source_zh", "source_en"];

    /// <summary>CSV with the mark by which Excel knows UTF-8.</summary>
    public static byte[] Csv(FigureSheet sheet)
    {
        using var content = new MemoryStream();
        using (var csv = CsvWriter.Create(content, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true))
        {
            csv.WriteRecord(Columns);
            foreach (var row in sheet.Rows)
                csv.WriteRecord(Array.ConvertAll(Cells(row), cell => cell is decimal number ? number.ToString(CultureInfo.InvariantCulture) : (string?)cell ?? ""));
        }

        return content.ToArray();
    }

    /// <summary>A workbook: the same rows as CSV, and on a second sheet what they stand on.</summary>
    /// <param name="sheet">What it tells.</param>
    /// <param name="notes">Sentences about the data as a whole, such as that it is invented.</param>
    public static async Task<byte[]> WorkbookAsync(FigureSheet sheet, IReadOnlyList<Bilingual> notes, CancellationToken cancel)
    {
        using var content = new MemoryStream();
        var sheets = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["figures"] = sheet.Rows.Select(row => Columns.Zip(Cells(row)).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal)).ToList(),
            ["about"] = About(sheet, notes).ToList(),
        };
        await content.SaveAsAsync(sheets, configuration: new OpenXmlConfiguration { TableStyles = TableStyles.None }, cancellationToken: cancel);
        return content.ToArray();
    }

    private static IEnumerable<Dictionary<string, object?>> About(FigureSheet sheet, IReadOnlyList<Bilingual> notes)
    {
        var lines = sheet.Facts.Prepend((Shell.Public.FiguresText.ExportsHead, sheet.County)).Concat(sheet.Statements.Concat(notes).Select(s => (new Bilingual("说明", "Note"), s)));
        return lines.Select(line => new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["item_zh"] = SpreadsheetText.Harmless(line.Item1.Zh), ["item_en"] = SpreadsheetText.Harmless(line.Item1.En),
            ["text_zh"] = SpreadsheetText.Harmless(line.Item2.Zh), ["text_en"] = SpreadsheetText.Harmless(line.Item2.En),
        });
    }

    /// <summary>In the order of <see cref="Columns"/>: numbers stay numbers.</summary>
    private static object?[] Cells(FigureRow row) =>
    [
        row.Part, SpreadsheetText.Harmless(row.Code), SpreadsheetText.Harmless(row.Name.Zh), SpreadsheetText.Harmless(row.Name.En), row.Amount, row.Unit, row.UsdPerKg,
        row.Amount is null ? $"{FigureSheet.Withheld.Zh} {FigureSheet.Withheld.En}" : "",
        SpreadsheetText.Harmless(row.Definition.Zh), SpreadsheetText.Harmless(row.Definition.En), SpreadsheetText.Harmless(row.Source.Zh), SpreadsheetText.Harmless(row.Source.En),
    ];
}
