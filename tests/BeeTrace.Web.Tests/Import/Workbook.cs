using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace BeeTrace.Web.Tests.Import;

/// <summary>An Excel workbook made part by part, so that a test can make a strange one.</summary>
internal sealed class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly Dictionary<string, string> _parts = new(StringComparer.Ordinal);
    private readonly StringBuilder _rows = new();
    private int _row;

    /// <param name="counts1904">Counts days as old Macintoshes did.</param>
    public Workbook(bool counts1904 = false)
    {
        _parts["[Content_Types].xml"] = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";
        _parts["xl/workbook.xml"] =
            $"<workbook xmlns=\"{Main}\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><workbookPr date1904=\"{(counts1904 ? 1 : 0)}\"/>"
            + "<sheets><sheet name=\"notes\" sheetId=\"1\" state=\"hidden\" r:id=\"rId1\"/><sheet name=\"table\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>";
        _parts["xl/_rels/workbook.xml.rels"] =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Target=\"worksheets/none.xml\"/>"
            + "<Relationship Id=\"rId2\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
        // Format 1 shows a day, 2 one of its own in Chinese.
        _parts["xl/styles.xml"] =
            $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"1\"><numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/></numFmts>"
            + "<cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"176\"/></cellXfs></styleSheet>";
    }

    /// <summary>Cells as Excel writes them: <c>s:text</c> inline, <c>n:1.5</c> a number, <c>d1:46144</c> a number shown as a day in format 1, <c>e:#N/A</c> an error.</summary>
    public Workbook Row(params string[] cells)
    {
        _row++;
        _rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{_row}\">");
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].Length == 0)
                continue;
            var (kind, text) = (cells[i].Split(':')[0], cells[i][(cells[i].IndexOf(':') + 1)..]);
            var at = $"{(char)('A' + i)}{_row}";
            _rows.Append(kind switch
            {
                "n" => $"<c r=\"{at}\"><v>{text}</v></c>",
                "d1" or "d2" => $"<c r=\"{at}\" s=\"{kind[1]}\"><v>{text}</v></c>",
                "e" => $"<c r=\"{at}\" t=\"e\"><v>{text}</v></c>",
                _ => $"<c r=\"{at}\" t=\"inlineStr\"><is><r><t>{text}</t></r><rPh sb=\"0\" eb=\"1\"><t>reading</t></rPh></is></c>",
            });
        }

        _rows.Append("</row>");
        return this;
    }

    public Workbook Part(string name, string content)
    {
        _parts[name] = content;
        return this;
    }

    public byte[] Bytes()
    {
        _parts.TryAdd("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{_rows}</sheetData></worksheet>");
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in _parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }
}
