using System.Text;
using BeeTrace.Core;
using BeeTrace.Web.Shell;
using CsvHelper;

namespace BeeTrace.Web.Import;

/// <summary>A CSV file as people save it: UTF-8 with or without byte order mark, or GB18030; comma, semicolon or tab.</summary>
internal sealed class CsvTableReader : TableReader
{
    internal static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal static readonly Encoding Gb18030 =
        CodePagesEncodingProvider.Instance.GetEncoding(54936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>A row longer than this is a quotation mark that was never closed.</summary>
    private const int LongestRecord = 1024 * 1024;

    /// <summary>House rule: the head stands among the first lines, below titles and notes.</summary>
    private const int MostTitles = 30;

    private static readonly char[] Separators = [',', ';', '\t'];

    private readonly ErrorList _errors;
    private readonly CsvReader _reader;
    private int _number;

    public CsvTableReader(TableFile file, Encoding encoding, Func<string, bool> isColumn, ErrorList errors)
    {
        _errors = errors;
        char separator;
        using (var first = new StreamReader(file.Open(), encoding))
            separator = Separator(FirstLines(first), isColumn);
        _reader = CsvReader.Create(
            new StreamReader(file.Open(), encoding),
            new CsvReaderOptions
            {
                Separator = separator,
                HasHeader = false,
                // An empty line is a row to whoever counts rows.
                SkipEmptyLines = false,
                TrimWhitespace = true,
                MaxRecordSize = LongestRecord,
                OnMalformedRecord = bad => errors.Add(new ImportError((int)bad.RecordNumber, "", new Refusal(ImportRefusal.Quoting))),
            },
            leaveOpen: false);
    }

    public override bool RowsMayBeShort => false;

    public override bool Read()
    {
        try
        {
            while (_reader.Read())
            {
                Number = ++_number;
                var fields = new string[_reader.FieldCount];
                var isEmpty = true;
                for (var i = 0; i < fields.Length; i++)
                {
                    fields[i] = SpreadsheetText.Original(_reader.GetString(i).Trim());
                    isEmpty &= fields[i].Length == 0;
                }

                Fields = fields;
                if (!isEmpty)
                    return true;
            }
        }
        catch (CsvFormatException)
        {
            _errors.Add(new ImportError(_number + 1, "", new Refusal(ImportRefusal.Quoting)));
        }

        return false;
    }

    public override void Dispose() => _reader.Dispose();

    /// <summary>Of comma, semicolon and tab the one that finds most of the columns in one of the first lines; among equals the most frequent in the first.</summary>
    private static char Separator(string[] lines, Func<string, bool> isColumn) =>
        Separators.MaxBy(separator => (lines.Max(line => line.Split(separator).Count(name => isColumn(name.Trim().Trim('"')))), lines[0].Count(c => c == separator)));

    private static string[] FirstLines(StreamReader reader)
    {
        var start = new char[64 * 1024];
        var text = new string(start, 0, reader.ReadBlock(start)).TrimStart('\r', '\n');
        return [.. text.Split('\n', MostTitles + 1).Take(MostTitles)];
    }
}
