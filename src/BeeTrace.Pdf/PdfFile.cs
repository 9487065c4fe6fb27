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
    private readonly ObjectWriter _objects = new(firstNumber: 1);
    private readonly ByteBuffer _file;

    private PdfFile(PdfDocument document)
    {
        _document = document;
        _file = _objects.Bytes;
    }

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
        var fonts = _document.Fonts.ToDictionary(font => font, font => font.WriteInto(_objects));
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

    private void WritePage(int index, int[] pageObjects, int pages, Dictionary<FontSubset, int> fonts)
    {
        var page = _document.Pages[index];
        int content = _objects.Stream("", page.Finish());
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
            _objects.Rectangle(link.Box with { Y = link.Page.Height - link.Box.Bottom });
            _file.Ascii("/Contents").Ascii(PdfText.Of(link.Address)).Ascii("/A<</S/URI/URI").Ascii(PdfText.Of(new Uri(link.Address).AbsoluteUri)).Ascii(">>");
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
            _file.Ascii("/Lang").Ascii(PdfText.Of(language));
        if (element.AlternativeText is { } alternative)
            _file.Ascii("/Alt").Ascii(PdfText.Of(alternative));
        if (element.Scope is { } scope)
            _file.Ascii($"/A<</O/Table/Scope/{scope}>>");
        if (element.Bounds is { } box)
        {
            _file.Ascii("/A<</O/Layout/Placement/Block/BBox");
            _objects.Rectangle(box);
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
        int profile = _objects.Stream("/N 3", SrgbProfile.Bytes);
        // XMP stays readable without a PDF program, hence uncompressed.
        int metadata = _objects.Stream("/Type/Metadata/Subtype/XML", Encoding.UTF8.GetBytes(Xmp()), compress: false);
        var files = _document.Attachments.Select(WriteAttachment).ToArray();

        Begin(catalog).Ascii("<</Type/Catalog/Pages ");
        Reference(pages).Ascii("/Lang").Ascii(PdfText.Of(properties.Language)).Ascii("/MarkInfo<</Marked true>>/StructTreeRoot ");
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
                _file.Ascii(PdfText.Of(attachment.FileName)).Ascii(" ");
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
        string parameters = $"/Type/EmbeddedFile/Subtype/{type}/Params<</Size {PdfText.Of(attachment.Content.Length)}/ModDate{PdfText.Of(_document.Properties.Created)}>>";
        int content = _objects.Stream(parameters, attachment.Content.Span);
        string name = PdfText.Of(attachment.FileName);
        int file = Reserve();
        Begin(file).Ascii($"<</Type/Filespec/F{name}/UF{name}/AFRelationship/{attachment.Relationship}/Desc{PdfText.Of(attachment.Description)}/EF<</F ");
        Reference(content).Ascii("/UF ");
        Reference(content).Ascii(">>>>");
        End();
        return file;
    }

    private int WriteInformation()
    {
        var properties = _document.Properties;
        int information = Reserve();
        Begin(information).Ascii("<</Title").Ascii(PdfText.Of(properties.Title)).Ascii("/Producer").Ascii(PdfText.Of(properties.Producer));
        if (properties.Author is { } author)
            _file.Ascii("/Author").Ascii(PdfText.Of(author));
        if (properties.Subject is { } subject)
            _file.Ascii("/Subject").Ascii(PdfText.Of(subject));
        _file.Ascii("/CreationDate").Ascii(PdfText.Of(properties.Created)).Ascii("/ModDate").Ascii(PdfText.Of(properties.Created)).Ascii(">>");
        End();
        return information;
    }

    private byte[] WriteEnd(int catalog, int information)
    {
        string identifier = Convert.ToHexString(SHA256.HashData(_file.Written).AsSpan(0, 16));
        int table = _file.Length;
        _objects.WriteTable();
        _file.Ascii("trailer\n<</Size ").Integer(_objects.NextNumber).Ascii("/Root ");
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

    private int Reserve() => _objects.Reserve();

    private ByteBuffer Begin(int number) => _objects.Begin(number);

    private void End() => _objects.End();

    private ByteBuffer Reference(int number) => _objects.Reference(number);

    /// <summary>An entry of a number tree.</summary>
    private void Reference(int number, int key)
    {
        _file.Integer(key).Ascii(" ");
        Reference(number).Ascii(" ");
    }
}
