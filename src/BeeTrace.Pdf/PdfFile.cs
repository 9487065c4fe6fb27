using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace BeeTrace.Pdf;

/// <summary>
/// Writes a laid-out document as PDF 1.7 (ISO 32000-1) with a plain cross-reference table, so that a later signature is
/// a simple appended section. No clock, no chance: the same document gives the same bytes on the same .NET runtime, and
/// the file's identifier is the hash of its content.
/// </summary>
public sealed class PdfFile
{
    private readonly PdfDocument _document;
    private readonly ByteBuffer _file = new();
    private readonly List<int> _offsets = [0];

    private PdfFile(PdfDocument document) => _document = document;

    /// <summary>The finished bytes.</summary>
    public static byte[] Write(PdfDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.Pages.Count == 0)
            throw new InvalidOperationException("A document without a page cannot be written.");
        return new PdfFile(document).Write();
    }

    private byte[] Write()
    {
        // The comment of four high bytes tells transfer programs that the file is binary (7.5.2).
        _file.Ascii("%PDF-1.7\n%").Raw([0xE2, 0xE3, 0xCF, 0xD3]).Ascii("\n");
        int catalog = Reserve(), pages = Reserve();
        var pageObjects = _document.Pages.Select(_ => Reserve()).ToArray();
        var fonts = _document.Fonts.ToDictionary(font => font, WriteFont);
        int structure = WriteStructure(pageObjects);
        for (int i = 0; i < pageObjects.Length; i++)
            WritePage(i, pageObjects, pages, fonts);

        Begin(pages).Ascii("<</Type/Pages/Count ").Integer(pageObjects.Length).Ascii("/Kids[");
        foreach (int page in pageObjects)
            Reference(page).Ascii(" ");
        _file.Ascii("]>>");
        End();
        WriteCatalog(catalog, pages, structure);
        int information = WriteInformation();
        return WriteEnd(catalog, information);
    }

    private int WriteFont(FontSubset subset)
    {
        var font = subset.Font;
        string name = subset.Name();
        var (program, cidToGlyph) = subset.Embed();
        int programObject = Stream($"/Length1 {Text(program.Length)}", program.Written);
        int mapObject = Stream("", cidToGlyph.Written);
        int unicodeObject = Stream("", subset.ToUnicode().Written);

        const int symbolic = 4;
        var (xMin, yMin, xMax, yMax) = font.Bounds;
        int descriptor = Reserve();
        Begin(descriptor).Ascii($"<</Type/FontDescriptor/FontName/{name}/Flags {Text(symbolic)}/FontBBox[")
            .Ascii($"{Text(font.ToThousandths(xMin))} {Text(font.ToThousandths(yMin))} {Text(font.ToThousandths(xMax))} {Text(font.ToThousandths(yMax))}]")
            .Ascii($"/ItalicAngle 0/Ascent {Text(font.ToThousandths(font.Ascent))}/Descent {Text(font.ToThousandths(font.Descent))}")
            .Ascii($"/CapHeight {Text(font.ToThousandths(font.CapHeight))}/StemV {Text(font.Weight / 5)}/FontWeight {Text(font.Weight)}/FontFile2 ");
        Reference(programObject).Ascii(">>");
        End();

        int descendant = Reserve();
        Begin(descendant).Ascii($"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ");
        Reference(descriptor).Ascii("/DW 1000/W").Raw(subset.Widths().Written).Ascii("/CIDToGIDMap ");
        Reference(mapObject).Ascii(">>");
        End();

        int fontObject = Reserve();
        Begin(fontObject).Ascii($"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[");
        Reference(descendant).Ascii("]/ToUnicode ");
        Reference(unicodeObject).Ascii(">>");
        End();
        return fontObject;
    }

    private void WritePage(int index, int[] pageObjects, int pages, Dictionary<FontSubset, int> fonts)
    {
        var page = _document.Pages[index];
        int content = Stream("", page.Finish());
        Begin(pageObjects[index]).Ascii("<</Type/Page/Parent ");
        Reference(pages).Ascii("/MediaBox[0 0 ").Number(page.Width).Ascii(" ").Number(page.Height).Ascii("]/Contents ");
        Reference(content).Ascii("/Resources<</Font<<");
        foreach (var subset in page.Fonts.OrderBy(font => font.ResourceName, StringComparer.Ordinal))
        {
            _file.Ascii("/").Ascii(subset.ResourceName).Ascii(" ");
            Reference(fonts[subset]);
        }

        _file.Ascii(">>>>/Tabs/S/StructParents ").Integer(index);
        if (page.Links.Count > 0)
        {
            _file.Ascii("/Annots[");
            foreach (var link in page.Links)
                Reference(link.ObjectNumber).Ascii(" ");
            _file.Ascii("]");
        }

        _file.Ascii(">>");
        End();
    }

    /// <summary>Writes the areas that open an address; keys of the parent tree follow those of the pages.</summary>
    private List<LinkArea> WriteLinks()
    {
        var links = _document.Pages.SelectMany(page => page.Links).ToList();
        for (int i = 0; i < links.Count; i++)
        {
            var link = links[i];
            link.ObjectNumber = Reserve();
            // Flag 4: the area is printed with the page, as archiving rules ask.
            Begin(link.ObjectNumber).Ascii("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect");
            Rectangle(link.Box with { Y = link.Page.Height - link.Box.Bottom });
            _file.Ascii("/Contents").Ascii(TextString(link.Address)).Ascii("/A<</S/URI/URI").Ascii(TextString(new Uri(link.Address).AbsoluteUri)).Ascii(">>");
            if (link.Owner is not null)
                _file.Ascii("/StructParent ").Integer(_document.Pages.Count + i);
            _file.Ascii(">>");
            End();
        }

        return links;
    }

    private int WriteStructure(int[] pageObjects)
    {
        var pageNumbers = new Dictionary<PageBuilder, int>();
        for (int i = 0; i < pageObjects.Length; i++)
        {
            // Closes the page's last marked content, so that the parent tree is complete.
            _document.Pages[i].Finish();
            pageNumbers.Add(_document.Pages[i], pageObjects[i]);
        }

        var links = WriteLinks();
        int root = Reserve(), parentTree = Reserve();
        Number(_document.Root);
        WriteElement(_document.Root, root, pageNumbers);

        Begin(root).Ascii("<</Type/StructTreeRoot/K ");
        Reference(_document.Root.ObjectNumber).Ascii("/ParentTree ");
        Reference(parentTree).Ascii("/ParentTreeNextKey ").Integer(pageObjects.Length + links.Count).Ascii(">>");
        End();

        Begin(parentTree).Ascii("<</Nums[");
        for (int i = 0; i < pageObjects.Length; i++)
        {
            _file.Integer(i).Ascii("[");
            foreach (var element in _document.Pages[i].MarkedContents)
                Reference(element.ObjectNumber).Ascii(" ");
            _file.Ascii("]");
        }

        for (int i = 0; i < links.Count; i++)
        {
            if (links[i].Owner is { } owner)
                Reference(owner.ObjectNumber, pageObjects.Length + i);
        }

        _file.Ascii("]>>");
        End();
        return root;
    }

    private void Number(StructureElement element)
    {
        element.ObjectNumber = Reserve();
        foreach (var child in element.Children.OfType<StructureElement>())
            Number(child);
    }

    private void WriteElement(StructureElement element, int parent, Dictionary<PageBuilder, int> pageNumbers)
    {
        Begin(element.ObjectNumber).Ascii($"<</S/{element.Type}/P ");
        Reference(parent);
        var home = element.Children.OfType<MarkedContent>().FirstOrDefault()?.Page;
        if (home is not null)
        {
            _file.Ascii("/Pg ");
            Reference(pageNumbers[home]);
        }

        if (element.Language is { } language)
            _file.Ascii("/Lang").Ascii(TextString(language));
        if (element.AlternativeText is { } alternative)
            _file.Ascii("/Alt").Ascii(TextString(alternative));
        if (element.Scope is { } scope)
            _file.Ascii($"/A<</O/Table/Scope/{scope}>>");
        if (element.Bounds is { } box)
        {
            _file.Ascii("/A<</O/Layout/Placement/Block/BBox");
            Rectangle(box);
            _file.Ascii(">>");
        }

        _file.Ascii("/K[");
        foreach (object child in element.Children)
        {
            switch (child)
            {
                case StructureElement inner:
                    Reference(inner.ObjectNumber);
                    break;
                case MarkedContent content when content.Page == home:
                    _file.Integer(content.Number);
                    break;
                case MarkedContent content:
                    _file.Ascii("<</Type/MCR/Pg ");
                    Reference(pageNumbers[content.Page]).Ascii("/MCID ").Integer(content.Number).Ascii(">>");
                    break;
                case LinkArea link:
                    _file.Ascii("<</Type/OBJR/Pg ");
                    Reference(pageNumbers[link.Page]).Ascii("/Obj ");
                    Reference(link.ObjectNumber).Ascii(">>");
                    break;
            }

            _file.Ascii(" ");
        }

        _file.Ascii("]>>");
        End();
        foreach (var child in element.Children.OfType<StructureElement>())
            WriteElement(child, element.ObjectNumber, pageNumbers);
    }

    private void WriteCatalog(int catalog, int pages, int structure)
    {
        var properties = _document.Properties;
        int profile = Stream("/N 3", SrgbProfile.Bytes);
        // XMP stays readable without a PDF program, hence uncompressed.
        int metadata = Stream("/Type/Metadata/Subtype/XML", Encoding.UTF8.GetBytes(Xmp()), compress: false);
        var files = _document.Attachments.Select(WriteAttachment).ToArray();

        Begin(catalog).Ascii("<</Type/Catalog/Pages ");
        Reference(pages).Ascii("/Lang").Ascii(TextString(properties.Language)).Ascii("/MarkInfo<</Marked true>>/StructTreeRoot ");
        Reference(structure).Ascii("/ViewerPreferences<</DisplayDocTitle true>>/Metadata ");
        Reference(metadata).Ascii("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)/DestOutputProfile ");
        Reference(profile).Ascii(">>]");
        if (files.Length > 0)
        {
            _file.Ascii("/AF[");
            foreach (int file in files)
                Reference(file).Ascii(" ");
            _file.Ascii("]/Names<</EmbeddedFiles<</Names[");
            foreach (var (attachment, file) in _document.Attachments.Zip(files).OrderBy(pair => pair.First.FileName, StringComparer.Ordinal))
            {
                _file.Ascii(TextString(attachment.FileName)).Ascii(" ");
                Reference(file);
            }

            _file.Ascii("]>>>>");
        }

        _file.Ascii(">>");
        End();
    }

    private int WriteAttachment(Attachment attachment)
    {
        string type = attachment.MediaType.Replace("/", "#2F", StringComparison.Ordinal);
        string parameters = $"/Type/EmbeddedFile/Subtype/{type}/Params<</Size {Text(attachment.Content.Length)}/ModDate{Date()}>>";
        int content = Stream(parameters, attachment.Content.Span);
        string name = TextString(attachment.FileName);
        int file = Reserve();
        Begin(file).Ascii($"<</Type/Filespec/F{name}/UF{name}/AFRelationship/{attachment.Relationship}/Desc{TextString(attachment.Description)}/EF<</F ");
        Reference(content).Ascii("/UF ");
        Reference(content).Ascii(">>>>");
        End();
        return file;
    }

    private int WriteInformation()
    {
        var properties = _document.Properties;
        int information = Reserve();
        Begin(information).Ascii("<</Title").Ascii(TextString(properties.Title)).Ascii("/Producer").Ascii(TextString(properties.Producer));
        if (properties.Author is { } author)
            _file.Ascii("/Author").Ascii(TextString(author));
        if (properties.Subject is { } subject)
            _file.Ascii("/Subject").Ascii(TextString(subject));
        _file.Ascii("/CreationDate").Ascii(Date()).Ascii("/ModDate").Ascii(Date()).Ascii(">>");
        End();
        return information;
    }

    private byte[] WriteEnd(int catalog, int information)
    {
        string identifier = Convert.ToHexString(SHA256.HashData(_file.Written).AsSpan(0, 16));
        int table = _file.Length;
        _file.Ascii("xref\n0 ").Integer(_offsets.Count).Ascii("\n0000000000 65535 f \n");
        foreach (int offset in _offsets.Skip(1))
            _file.Ascii(offset.ToString("D10", CultureInfo.InvariantCulture)).Ascii(" 00000 n \n");
        _file.Ascii("trailer\n<</Size ").Integer(_offsets.Count).Ascii("/Root ");
        Reference(catalog).Ascii("/Info ");
        Reference(information).Ascii($"/ID[<{identifier}><{identifier}>]>>\nstartxref\n").Integer(table).Ascii("\n%%EOF\n");
        return _file.ToArray();
    }

    private string Xmp()
    {
        XNamespace rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", dc = "http://purl.org/dc/elements/1.1/",
            xmp = "http://ns.adobe.com/xap/1.0/", pdf = "http://ns.adobe.com/pdf/1.3/", x = "adobe:ns:meta/";
        var properties = _document.Properties;
        string created = properties.Created.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        XElement Default(string text) => new(rdf + "Alt", new XElement(rdf + "li", new XAttribute(XNamespace.Xml + "lang", "x-default"), text));
        var description = new XElement(
            rdf + "Description",
            new XAttribute(rdf + "about", ""),
            new XAttribute(XNamespace.Xmlns + "dc", dc),
            new XAttribute(XNamespace.Xmlns + "xmp", xmp),
            new XAttribute(XNamespace.Xmlns + "pdf", pdf),
            new XElement(dc + "format", "application/pdf"),
            new XElement(dc + "title", Default(properties.Title)),
            new XElement(dc + "language", new XElement(rdf + "Bag", new XElement(rdf + "li", properties.Language))),
            properties.Author is { } author ? new XElement(dc + "creator", new XElement(rdf + "Seq", new XElement(rdf + "li", author))) : null,
            properties.Subject is { } subject ? new XElement(dc + "description", Default(subject)) : null,
            new XElement(xmp + "CreateDate", created),
            new XElement(xmp + "ModifyDate", created),
            new XElement(pdf + "Producer", properties.Producer));
        var packet = new XElement(
            x + "xmpmeta",
            new XAttribute(XNamespace.Xmlns + "x", x),
            new XElement(rdf + "RDF", new XAttribute(XNamespace.Xmlns + "rdf", rdf), description));
        return "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
            + packet.ToString(SaveOptions.DisableFormatting)
            + "\n<?xpacket end=\"w\"?>";
    }

    private string Date()
    {
        var created = _document.Properties.Created;
        char sign = created.Offset < TimeSpan.Zero ? '-' : '+';
        return string.Create(
            CultureInfo.InvariantCulture,
            $"(D:{created:yyyyMMddHHmmss}{sign}{Math.Abs(created.Offset.Hours):00}'{Math.Abs(created.Offset.Minutes):00}')");
    }

    private int Reserve()
    {
        _offsets.Add(-1);
        return _offsets.Count - 1;
    }

    private ByteBuffer Begin(int number)
    {
        _offsets[number] = _file.Length;
        return _file.Integer(number).Ascii(" 0 obj\n");
    }

    private void End() => _file.Ascii("\nendobj\n");

    private ByteBuffer Reference(int number) => _file.Integer(number).Ascii(" 0 R");

    /// <summary>An entry of a number tree.</summary>
    private void Reference(int number, int key)
    {
        _file.Integer(key).Ascii(" ");
        Reference(number).Ascii(" ");
    }

    /// <summary>A rectangle whose y grows upwards, as PDF has it.</summary>
    private void Rectangle(Box box) => _file.Ascii("[").Number(box.X).Ascii(" ").Number(box.Y).Ascii(" ").Number(box.Right).Ascii(" ").Number(box.Bottom).Ascii("]");

    private int Stream(string entries, ReadOnlySpan<byte> data, bool compress = true)
    {
        int number = Reserve();
        ReadOnlySpan<byte> bytes = compress ? Deflate(data) : data;
        Begin(number).Ascii("<<").Ascii(entries).Ascii(compress ? "/Filter/FlateDecode" : "").Ascii("/Length ").Integer(bytes.Length)
            .Ascii(">>\nstream\n").Raw(bytes).Ascii("\nendstream");
        End();
        return number;
    }

    private static byte[] Deflate(ReadOnlySpan<byte> data)
    {
        using var compressed = new MemoryStream(data.Length / 2 + 64);
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(data);
        return compressed.ToArray();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A text string (7.9.2.2): ASCII in brackets, anything else as UTF-16 in hexadecimal.</summary>
    private static string TextString(string text)
    {
        bool isPlain = text.All(c => c is >= ' ' and < '\x7F' and not ('(' or ')' or '\\'));
        return isPlain ? $"({text})" : $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";
    }
}
