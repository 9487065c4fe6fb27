namespace BeeTrace.Pdf;

/// <summary>Something that takes a piece of the column: text, a grid, a table, a drawing.</summary>
public abstract record Block
{
    /// <summary>Measures the block for one document.</summary>
    /// <param name="document">Document whose fonts measure the text.</param>
    /// <param name="alignment">Alignment of the column, for text that names none of its own.</param>
    internal abstract BlockLayout Prepare(PdfDocument document, Alignment alignment);
}

/// <summary>Text of one or more styles, broken into lines. A line feed in the text ends a line.</summary>
/// <param name="Spans">Its pieces, in order.</param>
public sealed record Paragraph(params IReadOnlyList<Span> Spans) : Block
{
    /// <summary>Structure type: <c>P</c>, <c>H1</c>, <c>H2</c>, <c>Lbl</c>, <c>Caption</c>.</summary>
    public string Tag { get; init; } = "P";

    /// <summary>Where its lines stand; null for the alignment of the column it stands in.</summary>
    public Alignment? Alignment { get; init; }

    internal override BlockLayout Prepare(PdfDocument document, Alignment alignment) =>
        new ParagraphLayout(this, new SetText(document, Spans), Alignment ?? alignment, document.Properties.Language);
}

/// <summary>
/// Two texts side by side where both fit on one line, otherwise one below the other: a word and its translation in a
/// table cell.
/// </summary>
/// <param name="First">What is read first.</param>
/// <param name="Second">What follows it.</param>
public sealed record Pair(Paragraph First, Paragraph Second) : Block
{
    internal override BlockLayout Prepare(PdfDocument document, Alignment alignment) => new PairLayout(
        Joined.Prepare(document, alignment),
        new Stack([First, Second]).Prepare(document, alignment));

    private Paragraph Joined => First with { Spans = [.. First.Spans, new Span(" ", First.Spans[^1].Style), .. Second.Spans] };
}

/// <summary>Blocks one below the other that stay on one page.</summary>
/// <param name="Blocks">From top to bottom.</param>
public sealed record Stack(params IReadOnlyList<Block> Blocks) : Block
{
    /// <summary>Room between two blocks in points.</summary>
    public double Gap { get; init; }

    /// <summary>Structure type around its blocks; null when they stand on their own.</summary>
    public string? Tag { get; init; }

    internal override BlockLayout Prepare(PdfDocument document, Alignment alignment) =>
        new StackLayout(this, [.. Blocks.Select(block => block.Prepare(document, alignment))]);
}

/// <summary>How wide a cell of a <see cref="Row"/> is.</summary>
/// <param name="Points">Fixed width; null to share what the fixed cells leave.</param>
/// <param name="Share">Share of the rest, compared with the other sharing cells.</param>
public readonly record struct CellWidth(double? Points, double Share)
{
    public static CellWidth Fixed(double points) => new(points, 0);

    public static CellWidth Shared(double share = 1) => new(null, share);
}

/// <summary>Where a cell stands in the height of its row.</summary>
public enum VerticalAlignment
{
    Top,
    Middle,
    Bottom,
}

/// <summary>A cell of a <see cref="Row"/>.</summary>
public sealed record RowCell(Block Content, CellWidth Width)
{
    public Alignment Alignment { get; init; } = Alignment.Left;

    public VerticalAlignment VerticalAlignment { get; init; } = VerticalAlignment.Top;
}

/// <summary>Cells side by side that stay on one page. Layout only; results belong in a <see cref="Table"/>.</summary>
/// <param name="Cells">From left to right.</param>
public sealed record Row(params IReadOnlyList<RowCell> Cells) : Block
{
    /// <summary>Room between two cells in points.</summary>
    public double Gap { get; init; }

    internal override BlockLayout Prepare(PdfDocument document, Alignment alignment) =>
        new RowLayout(this, [.. Cells.Select(cell => cell.Content.Prepare(document, cell.Alignment))]);
}

/// <summary>A label and what stands under it.</summary>
public sealed record KeyValue(Paragraph Label, Block Value);

/// <summary>Labels with their values in one or two columns, read row by row; tagged as a list.</summary>
/// <param name="Items">In reading order.</param>
public sealed record KeyValueGrid(IReadOnlyList<KeyValue> Items) : Block
{
    public int Columns { get; init; } = 2;

    public double ColumnGap { get; init; } = 27;

    public double RowGap { get; init; } = 9;

    internal override BlockLayout Prepare(PdfDocument document, Alignment alignment) => new GridLayout(
        this,
        [.. Items.Select(item => new StackLayout(
            new Stack { Tag = "LI" },
            [
                (item.Label with { Tag = "Lbl" }).Prepare(document, alignment),
                new Stack(item.Value) { Tag = "LBody" }.Prepare(document, alignment),
            ]))]);
}

/// <summary>A horizontal hairline over the whole column; decoration.</summary>
public sealed record Rule(double Thickness, Colour Colour) : Block
{
    internal override BlockLayout Prepare(PdfDocument document, Alignment alignment) => new RuleLayout(this);
}

/// <summary>
/// A picture that the caller draws: it gets the page and the box. With an alternative text it is tagged as a figure,
/// without one it is decoration.
/// </summary>
/// <param name="Height">Height in points.</param>
/// <param name="AlternativeText">What it shows, in words; empty for decoration.</param>
/// <param name="Draw">Draws it inside the box.</param>
public sealed record Drawing(double Height, string AlternativeText, Action<PageBuilder, Box> Draw) : Block
{
    /// <summary>Width in points; null for the width of the column.</summary>
    public double? Width { get; init; }

    internal override BlockLayout Prepare(PdfDocument document, Alignment alignment) => new DrawingLayout(this, alignment);
}

/// <summary>A column of a table.</summary>
/// <param name="Heading">What stands over it, repeated on every page.</param>
/// <param name="Alignment">Right for numbers.</param>
/// <param name="Width">Width in points; null to fit the content.</param>
public sealed record TableColumn(Block Heading, Alignment Alignment = Alignment.Left, double? Width = null);

/// <summary>Lines and room of a table.</summary>
/// <param name="HeadRule">Line under the headings.</param>
/// <param name="RowRule">Line under each row.</param>
/// <param name="Thickness">Thickness of the lines in points.</param>
/// <param name="Padding">Room above and below the text of a row.</param>
/// <param name="Gap">Least room between two columns.</param>
public sealed record TableStyle(Colour HeadRule, Colour RowRule, double Thickness = 0.6, double Padding = 4, double Gap = 12);

/// <summary>
/// A table whose headings stand again on every page and whose rows are never split. Columns without a width share the
/// room by their content.
/// </summary>
public sealed record Table(IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<Block>> Rows, TableStyle Style) : Block
{
    /// <summary>What the table shows; stays with its first rows.</summary>
    public Block? Caption { get; init; }

    internal override BlockLayout Prepare(PdfDocument document, Alignment alignment) => new TableLayout(this, document);
}
