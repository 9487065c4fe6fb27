using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using BeeTrace.Core;
using BeeTrace.Web.Shell;

namespace BeeTrace.Web.Import;

/// <summary>
/// The first visible sheet of an Excel workbook (ISO/IEC 29500), as text. Read forward only and in small pieces: what a stranger's
/// file can make the memory hold is bounded by what this class keeps, not by what the file says of itself.
/// </summary>
/// <remarks>
/// Our own and not a library's: a library must first be shown that a file is harmless, which takes the same way through the same XML.
/// Workbooks are written by a library (<see cref="Exports"/>).
/// </remarks>
internal sealed class XlsxTableReader : TableReader
{
    private const string Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string StrictSheet = "http://purl.oclc.org/ooxml/spreadsheetml/main";

    /// <summary>House rule: a workbook of one table has about ten parts.</summary>
    private const int MostParts = 2_000;

    /// <summary>Excel's own bound of a cell.</summary>
    private const int LongestCell = 32_767;

    private readonly ErrorList _errors;
    private readonly TableLimits _limits;
    private readonly ZipArchive _archive;
    private readonly Stream _file;
    private readonly List<string> _texts = [];
    private readonly List<bool> _isDay = [];
    private readonly List<string> _cells = [];
    private readonly char[] _piece = new char[4096];
    private XmlReader? _sheet;
    private bool _counts1904;

    private XlsxTableReader(Stream file, ZipArchive archive, TableLimits limits, ErrorList errors) =>
        (_file, _archive, _limits, _errors) = (file, archive, limits, errors);

    public override bool Counts1904 => _counts1904;

    public override bool RowsMayBeShort => true;

    /// <returns>Null where the file is no workbook, which is then told.</returns>
    public static XlsxTableReader? Open(TableFile file, TableLimits limits, ErrorList errors)
    {
        var stream = file.Open();
        XlsxTableReader? reader = null;
        var isOpen = false;
        try
        {
            reader = new XlsxTableReader(stream, new ZipArchive(stream, ZipArchiveMode.Read), limits, errors);
            isOpen = reader.Open();
        }
        catch (Exception e) when (e is InvalidDataException or UnpacksTooFarException or XmlException or DecoderFallbackException or NotSupportedException or OverflowException)
        {
            errors.Add(new ImportError(0, "", Why(e, limits)));
        }
        finally
        {
            if (!isOpen)
            {
                reader?.Dispose();
                stream.Dispose();
            }
        }

        return isOpen ? reader : null;
    }

    public override bool Read()
    {
        try
        {
            while (Next(_sheet!, "row"))
            {
                Number = int.TryParse(_sheet!.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Number + 1;
                _cells.Clear();
                if (!ReadCells())
                    return false;
                Fields = [.. _cells];
                if (_cells.Exists(cell => cell.Length > 0))
                    return true;
            }
        }
        catch (Exception e) when (e is InvalidDataException or UnpacksTooFarException or XmlException or DecoderFallbackException or NotSupportedException or OverflowException)
        {
            _errors.Add(new ImportError(0, "", Why(e, _limits)));
        }

        return false;
    }

    public override void Dispose()
    {
        _sheet?.Dispose();
        _archive.Dispose();
        _file.Dispose();
    }

    private static Refusal Why(Exception e, TableLimits limits) => e is UnpacksTooFarException
        ? new Refusal(ImportRefusal.WorkbookUnpacksTooFar, null, limits.MostUnpackedMegabytes)
        : new Refusal(ImportRefusal.WorkbookUnreadable);

    private bool Open()
    {
        if (_archive.Entries.Count > MostParts || _archive.Entries.Sum(e => (decimal)e.Length) > _limits.MostUnpacked)
            return Refuse(ImportRefusal.WorkbookUnpacksTooFar, _limits.MostUnpackedMegabytes);
        if (_archive.GetEntry("xl/workbook.xml") is not { } workbook)
            return Refuse(ImportRefusal.WorkbookUnreadable);
        if (SheetOf(workbook) is not { } sheet)
            return Refuse(ImportRefusal.WorkbookUnreadable);
        ReadDays();
        ReadTexts();
        _sheet = Xml(sheet, _limits.MostUnpacked);
        return true;
    }

    private bool Refuse(string code, params object[] arguments)
    {
        _errors.Add(new ImportError(0, "", new Refusal(code, null, arguments)));
        return false;
    }

    /// <summary>The part of the first sheet that is not hidden.</summary>
    private ZipArchiveEntry? SheetOf(ZipArchiveEntry workbook)
    {
        string? relation = null;
        using (var xml = Xml(workbook, _limits.MostTexts))
        {
            while (NextElement(xml))
            {
                if (xml.LocalName == "workbookPr")
                    _counts1904 = xml.GetAttribute("date1904") is "1" or "true";
                else if (xml.LocalName == "sheet" && relation is null && xml.GetAttribute("state") is null or "visible")
                    relation = Attribute(xml, "id");
            }
        }

        if (relation is null || _archive.GetEntry("xl/_rels/workbook.xml.rels") is not { } relations)
            return null;
        using var links = Xml(relations, _limits.MostTexts);
        while (NextElement(links))
        {
            if (links.LocalName == "Relationship" && links.GetAttribute("Id") == relation && links.GetAttribute("Target") is { } target)
                return _archive.GetEntry(target.StartsWith('/') ? target[1..] : "xl/" + target);
        }

        return null;
    }

    /// <summary>Which cell formats show a day: a sheet keeps days as numbers.</summary>
    private void ReadDays()
    {
        if (_archive.GetEntry("xl/styles.xml") is not { } styles)
            return;
        var own = new Dictionary<int, bool>();
        var isInCells = false;
        using var xml = Xml(styles, _limits.MostTexts);
        while (NextElement(xml))
        {
            if (xml.LocalName == "numFmt" && WholeOf(xml, "numFmtId") is { } id && own.Count < MostParts)
                own[id] = ShowsDay(xml.GetAttribute("formatCode") ?? "");
            else if (xml.LocalName is "cellXfs" or "cellStyleXfs")
                isInCells = xml.LocalName == "cellXfs";
            else if (xml.LocalName == "xf" && isInCells && _isDay.Count < ushort.MaxValue)
                // Numbers of built-in formats that show a day; 27 to 36 and 50 to 58 do in Chinese.
                _isDay.Add(WholeOf(xml, "numFmtId") is { } format
                    && (own.TryGetValue(format, out var isDay) ? isDay : format is >= 14 and <= 17 or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58));
        }
    }

    /// <summary>Letters of a format outside of quotation marks and brackets that ask for a day or year.</summary>
    private static bool ShowsDay(string format)
    {
        var (inQuotes, inBrackets) = (false, false);
        for (var i = 0; i < format.Length; i++)
        {
            switch (format[i])
            {
                case '\\': i++; break;
                case '"': inQuotes = !inQuotes; break;
                case '[' when !inQuotes: inBrackets = true; break;
                case ']' when !inQuotes: inBrackets = false; break;
                case 'd' or 'D' or 'y' or 'Y' when !inQuotes && !inBrackets: return true;
            }
        }

        return false;
    }

    /// <summary>The texts that cells refer to by number.</summary>
    private void ReadTexts()
    {
        if (_archive.GetEntry("xl/sharedStrings.xml") is not { } strings)
            return;
        using var xml = Xml(strings, _limits.MostTexts);
        while (Next(xml, "si"))
            _texts.Add(TextOf(xml));
    }

    /// <summary>The cells of the row on which the reader stands.</summary>
    private bool ReadCells()
    {
        if (_sheet!.IsEmptyElement)
            return true;
        var depth = _sheet.Depth;
        while (Step(_sheet) && _sheet.Depth > depth)
        {
            if (_sheet.NodeType != XmlNodeType.Element || _sheet.LocalName != "c")
                continue;
            var place = PlaceOf(_sheet.GetAttribute("r")) ?? _cells.Count;
            var text = SpreadsheetText.Original(Cell().Trim());
            if (text.Length == 0)
                continue;
            if (place >= MostColumns)
                return Refuse(ImportRefusal.TooManyColumns, MostColumns);
            while (_cells.Count <= place)
                _cells.Add("");
            _cells[place] = text;
        }

        return true;
    }

    /// <summary>Column of <c>AB12</c>, counted from 0.</summary>
    private static int? PlaceOf(string? cell)
    {
        if (cell is null)
            return null;
        var place = 0;
        foreach (var letter in cell.AsSpan(0, Math.Min(cell.Length, 4)))
        {
            if (letter is < 'A' or > 'Z')
                break;
            place = place * 26 + (letter - 'A' + 1);
        }

        // No letter at all names no column: the cell stands behind the last one.
        return place == 0 ? null : place - 1;
    }

    private string Cell()
    {
        var type = _sheet!.GetAttribute("t");
        var isDay = WholeOf(_sheet, "s") is { } style && style >= 0 && style < _isDay.Count && _isDay[style];
        if (type == "inlineStr")
            return TextOf(_sheet);
        var text = ValueOf(_sheet);
        return type switch
        {
            "s" => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < _texts.Count ? _texts[at] : "",
            "b" => text == "1" ? "true" : "false",
            "str" or "e" or "d" => text,
            _ => NumberText(text, isDay),
        };
    }

    /// <summary>A number as a person would write it, or the day behind it.</summary>
    private string NumberText(string text, bool isDay)
    {
        if (text.Length == 0 || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || Math.Abs(number) > 1e15)
            return text;
        if (isDay && number is >= 1 and < 2_958_466)
            return CellText.DayOf((int)number, _counts1904).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        // A workbook keeps 0.1 as 0.10000000000000001; the conversion keeps the fifteen digits that were meant.
        return ((decimal)number).ToString("0.############################", CultureInfo.InvariantCulture);
    }

    /// <summary>What stands in the element <c>v</c> of a cell.</summary>
    private string ValueOf(XmlReader cell)
    {
        if (cell.IsEmptyElement)
            return "";
        var text = "";
        var depth = cell.Depth;
        while (Step(cell) && cell.Depth > depth)
        {
            if (cell.NodeType == XmlNodeType.Element && cell.LocalName == "v" && !cell.IsEmptyElement)
                text = PlainText(cell);
        }

        return text;
    }

    /// <summary>The text of an element in all its differently printed pieces, without the readings that stand above Chinese and Japanese words.</summary>
    private string TextOf(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var text = "";
        var depth = xml.Depth;
        var reading = int.MaxValue;
        while (Step(xml) && xml.Depth > depth)
        {
            if (xml.Depth <= reading)
                reading = int.MaxValue;
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "rPh" && reading == int.MaxValue)
                reading = xml.Depth;
            else if (xml.LocalName == "t" && xml.Depth < reading && !xml.IsEmptyElement)
                text += PlainText(xml);
            if (text.Length > LongestCell)
                throw new UnpacksTooFarException();
        }

        return text;
    }

    /// <summary>The text of an element, read in pieces: none is longer than a cell can be.</summary>
    private string PlainText(XmlReader xml)
    {
        var depth = xml.Depth;
        StringBuilder? longer = null;
        var text = "";
        while (Step(xml) && xml.Depth > depth)
        {
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace))
                continue;
            int read;
            while ((read = xml.ReadValueChunk(_piece, 0, _piece.Length)) > 0)
            {
                if (text.Length == 0 && longer is null)
                    text = new string(_piece, 0, read);
                else
                    (longer ??= new StringBuilder(text)).Append(_piece, 0, read);
                if (longer?.Length > LongestCell)
                    throw new UnpacksTooFarException();
            }
        }

        return longer?.ToString() ?? text;
    }

    private static int? WholeOf(XmlReader xml, string attribute) =>
        int.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>An attribute by its local name: its namespace differs between the two forms of the standard.</summary>
    private static string? Attribute(XmlReader xml, string name)
    {
        for (var found = xml.MoveToFirstAttribute(); found; found = xml.MoveToNextAttribute())
        {
            if (xml.LocalName == name && xml.Prefix.Length > 0)
            {
                var text = xml.Value;
                xml.MoveToElement();
                return text;
            }
        }

        xml.MoveToElement();
        return null;
    }

    private static bool Next(XmlReader xml, string name)
    {
        while (NextElement(xml))
        {
            if (xml.LocalName == name && xml.NamespaceURI is Sheet or StrictSheet)
                return true;
        }

        return false;
    }

    /// <summary>One node on. An XML reader remembers every element that is open, so not many may be.</summary>
    private static bool Step(XmlReader xml)
    {
        const int Deepest = 64;
        return xml.Read() && (xml.Depth <= Deepest ? true : throw new UnpacksTooFarException());
    }

    private static bool NextElement(XmlReader xml)
    {
        while (Step(xml))
        {
            if (xml.NodeType == XmlNodeType.Element)
                return true;
        }

        return false;
    }

    private static XmlReader Xml(ZipArchiveEntry part, long most) => XmlReader.Create(
        new BoundedStream(part.Open(), most),
        new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true });

    /// <summary>The file says more than anybody reads.</summary>
    private sealed class UnpacksTooFarException : IOException;

    /// <summary>
    /// Ends where too much was unpacked, whatever the archive said; and where no element begins for long, as an XML reader keeps a whole one.
    /// </summary>
    private sealed class BoundedStream(Stream inner, long most) : Stream
    {
        private const int LongestElement = 1024 * 1024;
        private long _read;
        private long _sinceElement;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => _read; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var count = inner.Read(buffer);
            _read += count;
            var last = buffer[..count].LastIndexOf((byte)'<');
            _sinceElement = last < 0 ? _sinceElement + count : count - last;
            return _read > most || _sinceElement > LongestElement ? throw new UnpacksTooFarException() : count;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
