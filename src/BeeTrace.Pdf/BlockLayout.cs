namespace BeeTrace.Pdf;

/// <summary>
/// A block with its measures. It consists of parts that are never split; a page may end between two of them.
/// Used once: <see cref="Arrange"/>, <see cref="Begin"/>, then the parts in order.
/// </summary>
internal abstract class BlockLayout
{
    /// <summary>Width at which nothing is broken that need not be.</summary>
    public abstract double NaturalWidth { get; }

    /// <summary>Width below which words are broken.</summary>
    public abstract double MinimumWidth { get; }

    public virtual int PartCount => 1;

    /// <summary>How many parts at the beginning must stand on one page.</summary>
    public virtual int PartsTogetherAtStart => Math.Min(1, PartCount);

    /// <summary>How many parts at the end must stand on one page.</summary>
    public virtual int PartsTogetherAtEnd => Math.Min(1, PartCount);

    /// <summary>Height of what is drawn again at the top of each further page.</summary>
    public virtual double RepeatedHeight => 0;

    public double Height
    {
        get
        {
            double height = 0;
            for (int i = 0; i < PartCount; i++)
                height += PartHeight(i);
            return height;
        }
    }

    public abstract void Arrange(double width);

    public abstract double PartHeight(int part);

    /// <summary>Creates the structure elements under <paramref name="parent"/>; null draws everything as decoration.</summary>
    public abstract void Begin(StructureElement? parent);

    public abstract void DrawPart(int part, PageBuilder page, double x, double y);

    public virtual void DrawRepeated(PageBuilder page, double x, double y)
    {
    }

    public void Draw(PageBuilder page, double x, double y, StructureElement? parent)
    {
        Begin(parent);
        for (int i = 0; i < PartCount; i++)
        {
            DrawPart(i, page, x, y);
            y += PartHeight(i);
        }
    }
}

internal sealed class ParagraphLayout(Paragraph paragraph, SetText text, Alignment alignment, string documentLanguage) : BlockLayout
{
    private List<TextLine> _lines = [];
    private double _width;
    private StructureElement? _element;
    private StructureElement?[] _owners = [];
    private string? _own;

    public override double NaturalWidth => text.NaturalWidth;

    public override double MinimumWidth => text.MinimumWidth;

    public override int PartCount => _lines.Count;

    public override int PartsTogetherAtStart => Math.Min(2, _lines.Count);

    public override int PartsTogetherAtEnd => Math.Min(2, _lines.Count);

    public override void Arrange(double width)
    {
        _width = width;
        _lines = text.Break(width);
    }

    public override double PartHeight(int part) => _lines[part].Height;

    public override void Begin(StructureElement? parent)
    {
        _owners = new StructureElement?[paragraph.Spans.Count];
        if (parent is null || _lines.Count == 0)
            return;
        string around = LanguageOf(parent) ?? documentLanguage;
        var languages = paragraph.Spans.Select(span => span.Style.Language ?? documentLanguage).ToArray();
        // A paragraph in one other language carries the language itself; in a mixed one each foreign span does.
        string own = languages.Distinct(StringComparer.Ordinal).Count() == 1 ? languages[0] : around;
        _element = parent.Add(paragraph.Tag, own == around ? null : own);
        for (int i = 0; i < languages.Length; i++)
            _owners[i] = languages[i] == own && paragraph.Spans[i].Link is null ? _element : null;
        _own = own;
    }

    public override void DrawPart(int part, PageBuilder page, double x, double y)
    {
        var line = _lines[part];
        double left = alignment switch
        {
            Alignment.Right => x + _width - line.Width,
            Alignment.Centre => x + (_width - line.Width) / 2,
            _ => x,
        };
        page.Line(line, left, y + line.Baseline, OwnerOf, span => paragraph.Spans[span].Link);
    }

    /// <summary>Links and foreign spans get their element when they are first drawn, so that the children stand in reading order.</summary>
    private StructureElement? OwnerOf(int span)
    {
        if (_element is null)
            return null;
        string language = paragraph.Spans[span].Style.Language ?? documentLanguage;
        return _owners[span] ??= _element.Add(paragraph.Spans[span].Link is null ? "Span" : "Link", language == _own ? null : language);
    }

    private static string? LanguageOf(StructureElement? element)
    {
        while (element is not null && element.Language is null)
            element = element.Parent;
        return element?.Language;
    }
}

internal sealed class PairLayout(BlockLayout joined, BlockLayout stacked) : BlockLayout
{
    private BlockLayout? _chosen;

    public override double NaturalWidth => joined.NaturalWidth;

    public override double MinimumWidth => stacked.MinimumWidth;

    public override void Arrange(double width)
    {
        const double rounding = 0.001;
        _chosen = joined.NaturalWidth <= width + rounding ? joined : stacked;
        _chosen.Arrange(width);
    }

    public override double PartHeight(int part) => _chosen!.Height;

    public override void Begin(StructureElement? parent) => _chosen!.Begin(parent);

    public override void DrawPart(int part, PageBuilder page, double x, double y)
    {
        for (int i = 0; i < _chosen!.PartCount; i++)
        {
            _chosen.DrawPart(i, page, x, y);
            y += _chosen.PartHeight(i);
        }
    }
}

internal sealed class StackLayout(Stack stack, List<BlockLayout> blocks) : BlockLayout
{
    private StructureElement? _parent;

    public override double NaturalWidth => blocks.Select(block => block.NaturalWidth).DefaultIfEmpty(0).Max();

    public override double MinimumWidth => blocks.Select(block => block.MinimumWidth).DefaultIfEmpty(0).Max();

    public override void Arrange(double width)
    {
        foreach (var block in blocks)
            block.Arrange(width);
    }

    public override double PartHeight(int part) => blocks.Sum(block => block.Height) + stack.Gap * Math.Max(0, blocks.Count - 1);

    public override void Begin(StructureElement? parent) => _parent = parent is null || stack.Tag is null ? parent : parent.Add(stack.Tag);

    public override void DrawPart(int part, PageBuilder page, double x, double y)
    {
        foreach (var block in blocks)
        {
            block.Draw(page, x, y, _parent);
            y += block.Height + stack.Gap;
        }
    }
}

internal sealed class RowLayout(Row row, List<BlockLayout> cells) : BlockLayout
{
    private double[] _widths = [];
    private StructureElement? _parent;

    public override double NaturalWidth => Total(cell => cell.NaturalWidth);

    public override double MinimumWidth => Total(cell => cell.MinimumWidth);

    public override void Arrange(double width)
    {
        double rest = width - row.Gap * (cells.Count - 1) - row.Cells.Sum(cell => cell.Width.Points ?? 0);
        double shares = row.Cells.Sum(cell => cell.Width.Points is null ? cell.Width.Share : 0);
        _widths = [.. row.Cells.Select(cell => cell.Width.Points ?? rest * cell.Width.Share / shares)];
        for (int i = 0; i < cells.Count; i++)
            cells[i].Arrange(_widths[i]);
    }

    public override double PartHeight(int part) => cells.Max(cell => cell.Height);

    public override void Begin(StructureElement? parent) => _parent = parent;

    public override void DrawPart(int part, PageBuilder page, double x, double y)
    {
        double height = PartHeight(0);
        for (int i = 0; i < cells.Count; i++)
        {
            double room = height - cells[i].Height;
            double down = row.Cells[i].VerticalAlignment switch
            {
                VerticalAlignment.Middle => room / 2,
                VerticalAlignment.Bottom => room,
                _ => 0,
            };
            cells[i].Draw(page, x, y + down, _parent);
            x += _widths[i] + row.Gap;
        }
    }

    private double Total(Func<BlockLayout, double> width)
    {
        double total = row.Gap * (cells.Count - 1);
        for (int i = 0; i < cells.Count; i++)
            total += row.Cells[i].Width.Points ?? width(cells[i]);
        return total;
    }
}

internal sealed class GridLayout(KeyValueGrid grid, List<StackLayout> items) : BlockLayout
{
    private double _cellWidth;
    private StructureElement? _list;

    public override double NaturalWidth => grid.Columns * items.Select(item => item.NaturalWidth).DefaultIfEmpty(0).Max() + Gaps;

    public override double MinimumWidth => grid.Columns * items.Select(item => item.MinimumWidth).DefaultIfEmpty(0).Max() + Gaps;

    public override int PartCount => (items.Count + grid.Columns - 1) / grid.Columns;

    private double Gaps => (grid.Columns - 1) * grid.ColumnGap;

    public override void Arrange(double width)
    {
        _cellWidth = (width - Gaps) / grid.Columns;
        foreach (var item in items)
            item.Arrange(_cellWidth);
    }

    public override double PartHeight(int part) =>
        ItemsOf(part).Max(item => item.Height) + (part + 1 < PartCount ? grid.RowGap : 0);

    public override void Begin(StructureElement? parent) => _list = parent?.Add("L");

    public override void DrawPart(int part, PageBuilder page, double x, double y)
    {
        foreach (var item in ItemsOf(part))
        {
            item.Draw(page, x, y, _list);
            x += _cellWidth + grid.ColumnGap;
        }
    }

    private IEnumerable<StackLayout> ItemsOf(int part) => items.Skip(part * grid.Columns).Take(grid.Columns);
}

internal sealed class RuleLayout(Rule rule) : BlockLayout
{
    private double _width;

    public override double NaturalWidth => 0;

    public override double MinimumWidth => 0;

    public override void Arrange(double width) => _width = width;

    public override double PartHeight(int part) => rule.Thickness;

    public override void Begin(StructureElement? parent)
    {
    }

    public override void DrawPart(int part, PageBuilder page, double x, double y)
    {
        using var _ = page.Enter(null);
        page.Line(x, y + rule.Thickness / 2, x + _width, y + rule.Thickness / 2, rule.Thickness, rule.Colour);
    }
}

internal sealed class DrawingLayout(Drawing drawing, Alignment alignment) : BlockLayout
{
    private double _width;
    private StructureElement? _figure;

    public override double NaturalWidth => drawing.Width ?? 0;

    public override double MinimumWidth => drawing.Width ?? 0;

    public override void Arrange(double width) => _width = width;

    public override double PartHeight(int part) => drawing.Height;

    public override void Begin(StructureElement? parent) =>
        _figure = drawing.AlternativeText.Length == 0 ? null : parent?.Add("Figure", alternativeText: drawing.AlternativeText);

    public override void DrawPart(int part, PageBuilder page, double x, double y)
    {
        double width = drawing.Width ?? _width;
        double left = alignment switch
        {
            Alignment.Right => x + _width - width,
            Alignment.Centre => x + (_width - width) / 2,
            _ => x,
        };
        var box = new Box(left, y, width, drawing.Height);
        if (_figure is not null)
            _figure.Bounds = box with { Y = page.Height - box.Bottom };
        using var _ = page.Enter(_figure);
        drawing.Draw(page, box);
    }
}
