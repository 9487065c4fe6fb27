namespace BeeTrace.Pdf;

/// <summary>What a document says about itself. The same properties and content always give the same bytes.</summary>
/// <param name="Title">Title shown by readers.</param>
/// <param name="Language">Main language as a BCP 47 tag such as <c>zh-CN</c>.</param>
/// <param name="Created">When it was made; the writer has no clock of its own.</param>
public sealed record DocumentProperties(string Title, string Language, DateTimeOffset Created)
{
    /// <summary>Who is responsible for the content.</summary>
    public string? Author { get; init; }

    /// <summary>What the document is about, in a sentence.</summary>
    public string? Subject { get; init; }

    /// <summary>The program that made it.</summary>
    public string Producer { get; init; } = "BeeTrace";
}

/// <summary>How an attached file belongs to the document (ISO 32000-2, 7.11.3 <c>AFRelationship</c>).</summary>
public enum AttachmentRelationship
{
    /// <summary>The data from which the document was drawn.</summary>
    Data,

    /// <summary>The original from which the document was made.</summary>
    Source,

    /// <summary>More material.</summary>
    Supplement,
}

/// <summary>A file inside the document.</summary>
/// <param name="FileName">Name without folders, ASCII.</param>
/// <param name="MediaType">For example <c>application/json</c>.</param>
/// <param name="Content">The bytes.</param>
/// <param name="Description">What it is, in words.</param>
/// <param name="Relationship">How it belongs to the document.</param>
public sealed record Attachment(
    string FileName,
    string MediaType,
    ReadOnlyMemory<byte> Content,
    string Description,
    AttachmentRelationship Relationship = AttachmentRelationship.Data);

/// <summary>A document while it is laid out: pages, logical structure, used characters. Belongs to one thread; write it with <see cref="PdfFile.Write(PdfDocument)"/>.</summary>
public sealed class PdfDocument(DocumentProperties properties)
{
    private readonly List<PageBuilder> _pages = [];
    private readonly List<Attachment> _attachments = [];
    private readonly Dictionary<TrueTypeFont, FontSubset> _fonts = [];
    private readonly List<FontSubset> _fontsInOrder = [];

    public DocumentProperties Properties { get; } = properties;

    /// <summary>The structure element <c>Document</c>, under which everything stands.</summary>
    public StructureElement Root { get; } = new("Document", null);

    public IReadOnlyList<PageBuilder> Pages => _pages;

    public IReadOnlyList<Attachment> Attachments => _attachments;

    internal IReadOnlyList<FontSubset> Fonts => _fontsInOrder;

    /// <summary>Appends an empty page; width and height in points.</summary>
    public PageBuilder AddPage(double width, double height)
    {
        var page = new PageBuilder(this, width, height);
        _pages.Add(page);
        return page;
    }

    public void Attach(Attachment attachment) => _attachments.Add(attachment);

    internal FontSubset SubsetOf(TrueTypeFont font)
    {
        if (_fonts.TryGetValue(font, out var subset))
            return subset;
        subset = new FontSubset(font, $"F{_fonts.Count + 1}");
        _fonts.Add(font, subset);
        _fontsInOrder.Add(subset);
        return subset;
    }
}
