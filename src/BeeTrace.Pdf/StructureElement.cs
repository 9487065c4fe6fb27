namespace BeeTrace.Pdf;

/// <summary>
/// A node of the logical structure (ISO 32000-1, 14.7) that screen readers follow: <c>Document</c>, <c>H1</c>, <c>P</c>,
/// <c>Table</c>, <c>TR</c>, <c>TH</c>, <c>TD</c>, <c>Figure</c>, <c>L</c>, <c>LI</c>, <c>Span</c>.
/// </summary>
public sealed class StructureElement
{
    private readonly List<object> _children = [];

    internal StructureElement(string type, StructureElement? parent)
    {
        Type = type;
        Parent = parent;
    }

    /// <summary>Standard structure type (ISO 32000-1, 14.8.4).</summary>
    public string Type { get; }

    public StructureElement? Parent { get; }

    /// <summary>BCP 47 tag where the language is not the one of the parent.</summary>
    public string? Language { get; init; }

    /// <summary>What a figure shows, in words.</summary>
    public string? AlternativeText { get; init; }

    /// <summary>Of a <c>TH</c>: <c>Column</c> or <c>Row</c>.</summary>
    public string? Scope { get; init; }

    /// <summary>Of a <c>Figure</c>: where it stands on its page.</summary>
    internal Box? Bounds { get; set; }

    /// <summary>Elements, marked contents and links in reading order.</summary>
    internal IReadOnlyList<object> Children => _children;

    internal int ObjectNumber { get; set; }

    /// <summary>Appends a child element.</summary>
    public StructureElement Add(string type, string? language = null, string? alternativeText = null, string? scope = null)
    {
        var child = new StructureElement(type, this) { Language = language, AlternativeText = alternativeText, Scope = scope };
        _children.Add(child);
        return child;
    }

    internal void Add(MarkedContent content) => _children.Add(content);

    internal void Add(LinkArea link) => _children.Add(link);
}

/// <summary>A numbered stretch of a page's content that belongs to a structure element.</summary>
internal sealed record MarkedContent(PageBuilder Page, int Number);

/// <summary>An area of a page that opens an address.</summary>
internal sealed record LinkArea(PageBuilder Page, Box Box, string Address, StructureElement? Owner)
{
    public int ObjectNumber { get; set; }
}
