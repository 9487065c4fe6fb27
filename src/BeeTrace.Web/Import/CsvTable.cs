using System.Text;
using BeeTrace.Core;
using CsvHelper;

namespace BeeTrace.Web.Import;

/// <summary>
/// A CSV file as people save it: UTF-8 with or without byte order mark, or GB18030; comma, semicolon or tab; a header row.
/// Reading it collects everything that is wrong with its form; what is wrong with its content the rows tell.
/// </summary>
internal sealed class CsvTable
{
    /// <summary>House rule: more than this is a mistake, or a job for several files.</summary>
    public const int MostBytes = 50 * 1024 * 1024;

    /// <summary>House rule, as <see cref="MostBytes"/>.</summary>
    public const int MostRows = 200_000;

    private const int HeaderRow = 1;

    private static readonly char[] Separators = [',', ';', '\t'];

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Gb18030 =
        CodePagesEncodingProvider.Instance.GetEncoding(54936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private CsvTable(IReadOnlyList<CsvRow> rows) => Rows = rows;

    /// <summary>The rows below the header that have as many fields as it; empty lines are left out.</summary>
    public IReadOnlyList<CsvRow> Rows { get; }

    /// <param name="columns">Columns that must be there, in any order.</param>
    /// <param name="beside">Columns that may stand beside them and are not read.</param>
    /// <param name="errors">Takes what is wrong with the form.</param>
    public static CsvTable Read(
        ReadOnlyMemory<byte> file, IReadOnlyList<string> columns, IReadOnlyList<string> beside, List<ImportError> errors)
    {
        if (file.Length > MostBytes)
            return Nothing(errors, new Refusal(ImportRefusal.FileTooLarge, null, MostBytes / 1024 / 1024));
        if (Decode(file.Span) is not { } text)
            return Nothing(errors, new Refusal(ImportRefusal.EncodingUnknown));

        var records = Records(text, columns, errors);
        if (records.Count == 0)
            return Nothing(errors, new Refusal(ImportRefusal.Empty));
        if (records.Count - 1 > MostRows)
            return Nothing(errors, new Refusal(ImportRefusal.TooManyRows, null, MostRows));

        var header = records[0].Fields;
        var places = Places(header, columns, beside, errors);
        var rows = new List<CsvRow>(records.Count - 1);
        foreach (var (number, fields) in records.Skip(1))
        {
            if (fields.Length == header.Length)
                rows.Add(new CsvRow(number, fields, places, errors));
            else
                errors.Add(new ImportError(number, "", new Refusal(ImportRefusal.FieldCount, null, header.Length, fields.Length)));
        }

        return new CsvTable(rows);
    }

    private static CsvTable Nothing(List<ImportError> errors, Refusal refusal)
    {
        errors.Add(new ImportError(0, "", refusal));
        return new CsvTable([]);
    }

    /// <summary>GB18030 takes almost any bytes, so UTF-8, which takes almost none by accident, is tried first.</summary>
    private static string? Decode(ReadOnlySpan<byte> bytes)
    {
        var hasMark = bytes.StartsWith(Encoding.UTF8.Preamble);
        if (hasMark)
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        foreach (var encoding in hasMark ? [Utf8] : (Encoding[])[Utf8, Gb18030])
        {
            try
            {
                return encoding.GetString(bytes);
            }
            catch (DecoderFallbackException)
            {
                // The next one, or none.
            }
        }

        return null;
    }

    /// <summary>Header and rows with the numbers that a spreadsheet shows beside them.</summary>
    private static List<(int Number, string[] Fields)> Records(string text, IReadOnlyList<string> columns, List<ImportError> errors)
    {
        using var reader = CsvReader.FromText(text, new CsvReaderOptions
        {
            Separator = Separator(text, columns),
            HasHeader = false,
            // An empty line is a row to whoever counts rows.
            SkipEmptyLines = false,
            TrimWhitespace = true,
            OnMalformedRecord = bad => errors.Add(new ImportError((int)bad.RecordNumber, "", new Refusal(ImportRefusal.Quoting))),
        });
        var records = new List<(int, string[])>();
        for (var number = 1; records.Count <= MostRows + 1 && reader.Read(); number++)
        {
            var fields = new string[reader.FieldCount];
            for (var i = 0; i < fields.Length; i++)
                fields[i] = reader.GetString(i).Trim();
            if (!Array.TrueForAll(fields, string.IsNullOrEmpty))
                records.Add((number, fields));
        }

        return records;
    }

    /// <summary>Of comma, semicolon and tab the one that finds most of the columns in the first line.</summary>
    private static char Separator(string text, IReadOnlyList<string> columns)
    {
        var line = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? end : text.Length).ToString();
        return Separators.MaxBy(separator =>
            line.Split(separator).Count(name => columns.Contains(name.Trim().Trim('"'), StringComparer.OrdinalIgnoreCase)));
    }

    private static Dictionary<string, int> Places(
        string[] header, IReadOnlyList<string> columns, IReadOnlyList<string> beside, List<ImportError> errors)
    {
        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < header.Length; i++)
        {
            if (!places.TryAdd(header[i], i))
                Refuse(ImportRefusal.ColumnTwice, header[i]);
            else if (!columns.Concat(beside).Contains(header[i], StringComparer.OrdinalIgnoreCase))
                Refuse(ImportRefusal.ColumnUnknown, header[i]);
        }

        foreach (var column in columns.Where(c => !places.ContainsKey(c)))
            Refuse(ImportRefusal.ColumnMissing, column);
        return places;

        void Refuse(string code, string column) => errors.Add(new ImportError(HeaderRow, column, new Refusal(code, null, column)));
    }
}
