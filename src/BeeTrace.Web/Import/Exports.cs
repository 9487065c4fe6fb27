using System.Globalization;
using System.Text.Json;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Web.Data;
using BeeTrace.Web.Shell;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;
using Npgsql;

namespace BeeTrace.Web.Import;

/// <summary>
/// Tables out, row by row from the database to the file. Each person finds in them what row security shows; what begins like a formula is made
/// harmless, and comes back as it was.
/// </summary>
public sealed class Exports(Data.Database database)
{
    /// <summary>Excel's own bound, without the head.</summary>
    private const int MostWorkbookRows = 1_048_575;

    /// <summary>Records the deed, and that exact places are about to be told, before anything is: what follows may break off half-way.</summary>
    internal async Task RecordAsync(string code, string format, bool tellsExactPlaces, Actor actor, CancellationToken cancel)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        if (tellsExactPlaces)
            await work.Db.Database.ExecuteSqlAsync($"select import.record_export()", cancel);
        work.Record(DeedCode.TableExported, code, @new: new { format });
        await work.CommitAsync(cancel);
    }

    /// <summary>CSV with the mark by which Excel knows UTF-8.</summary>
    internal async Task WriteCsvAsync(ExportKind kind, Stream to, Actor actor, CancellationToken cancel)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        await using var reader = await ReadAsync(work, kind, cancel);
        await using var csv = CsvWriter.Create(to, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true);
        string[] columns = [.. kind.Columns];
        await csv.WriteRecordAsync(columns, cancel);
        var cells = new string[columns.Length];
        while (await reader.ReadAsync(cancel))
        {
            for (var i = 0; i < cells.Length; i++)
                cells[i] = TextOf(reader, i);
            await csv.WriteRecordAsync(cells, cancel);
        }
    }

    /// <summary>GeoJSON (RFC 7946): longitude first, on WGS-84; how exact each place is stands beside it.</summary>
    internal async Task WriteGeoJsonAsync(ExportKind kind, Stream to, Actor actor, CancellationToken cancel)
    {
        const int Piece = 1 << 16;
        await using var work = await database.OpenAsync(actor, cancel);
        await using var reader = await ReadAsync(work, kind, cancel);
        await using var json = new Utf8JsonWriter(to, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var geometry = reader.GetOrdinal("geojson");
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteString("datum", "WGS-84");
        json.WriteStartArray("features");
        while (await reader.ReadAsync(cancel))
        {
            json.WriteStartObject();
            json.WriteString("type", "Feature");
            json.WritePropertyName("geometry");
            json.WriteRawValue(reader.GetString(geometry));
            json.WriteStartObject("properties");
            for (var i = 0; i < kind.Columns.Count; i++)
            {
                if (kind.Columns[i] is "latitude" or "longitude" or "datum" or "geometry")
                    continue;
                json.WritePropertyName(kind.Columns[i]);
                if (reader.IsDBNull(i))
                    json.WriteNullValue();
                else if (reader.GetFieldType(i) == typeof(int))
                    json.WriteNumberValue(reader.GetInt32(i));
                else if (reader.GetFieldType(i) == typeof(decimal))
                    json.WriteNumberValue(reader.GetDecimal(i));
                else
                    json.WriteStringValue(PlainText(reader, i));
            }

            if (!kind.Columns.Contains("degree"))
                json.WriteString("degree", "exact");
            json.WriteEndObject();
            json.WriteEndObject();
            if (json.BytesPending > Piece)
                await json.FlushAsync(cancel);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A workbook, in a file that is gone when it is closed: a ZIP cannot be sent before its end is known.</summary>
    /// <returns>Refused where Excel has no room for so many rows.</returns>
    internal async Task<Outcome<FileStream>> WorkbookAsync(ExportKind kind, Actor actor, CancellationToken cancel)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        await using var reader = await ReadAsync(work, kind, cancel);
        var file = Temporary();
        var rows = new WorkbookRows(reader, [.. kind.Columns], cancel);
        await file.SaveAsAsync(rows.Read(), sheetName: kind.Code, configuration: new OpenXmlConfiguration { TableStyles = TableStyles.None }, cancellationToken: cancel);
        if (rows.AreTooMany)
        {
            await file.DisposeAsync();
            return new Refusal(ImportRefusal.WorkbookTooSmall, null, MostWorkbookRows);
        }

        file.Position = 0;
        return file;
    }

    /// <summary>A file that nobody else may read and that is gone when it is closed.</summary>
    private static FileStream Temporary()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(Path.GetTempPath(), $"beetrace-{Guid.NewGuid():N}"), options);
    }

    private static async Task<NpgsqlDataReader> ReadAsync(Work work, ExportKind kind, CancellationToken cancel)
    {
        var command = new NpgsqlCommand(
            kind.Sql, (NpgsqlConnection)work.Db.Database.GetDbConnection(), (NpgsqlTransaction)work.Db.Database.CurrentTransaction!.GetDbTransaction()) { CommandTimeout = 600 };
        return await command.ExecuteReaderAsync(cancel);
    }

    /// <summary>A cell: a text is made harmless, numbers and days are what they are.</summary>
    private static string TextOf(NpgsqlDataReader reader, int column)
    {
        var text = PlainText(reader, column);
        return !reader.IsDBNull(column) && reader.GetFieldType(column) == typeof(string) ? SpreadsheetText.Harmless(text) : text;
    }

    private static string PlainText(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? "" : reader.GetValue(column) switch
    {
        string text => text,
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool truth => truth ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        Array list => string.Join("; ", list.Cast<object>()),
        var other => other.ToString() ?? "",
    };

    /// <summary>Rows as the library that writes workbooks takes them, one at a time.</summary>
    private sealed class WorkbookRows(NpgsqlDataReader reader, string[] columns, CancellationToken cancel)
    {
        public bool AreTooMany { get; private set; }

        public IEnumerable<IDictionary<string, object?>> Read()
        {
            var row = new Dictionary<string, object?>(StringComparer.Ordinal);
            for (var count = 1; reader.Read(); count++)
            {
                cancel.ThrowIfCancellationRequested();
                if (count > MostWorkbookRows)
                {
                    AreTooMany = true;
                    yield break;
                }

                for (var i = 0; i < columns.Length; i++)
                    row[columns[i]] = reader.IsDBNull(i) ? null : reader.GetValue(i) is int or decimal or double ? reader.GetValue(i) : TextOf(reader, i);
                yield return row;
            }

            if (row.Count == 0)
                yield return columns.ToDictionary(column => column, object? (_) => null, StringComparer.Ordinal);
        }
    }
}
