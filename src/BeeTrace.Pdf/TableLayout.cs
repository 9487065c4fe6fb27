namespace BeeTrace.Pdf;

/// <summary>
/// A table on paper. Part 0 is caption, headings and first row; every further row is a part of its own. On the next
/// page the headings are drawn again as decoration, so that a reader aloud hears them once.
/// </summary>
internal sealed class TableLayout : BlockLayout
{
    private readonly Table _table;
    private readonly BlockLayout? _caption;
    private readonly BlockLayout[] _head;
    private readonly BlockLayout[][] _rows;
    private readonly PdfDocument _document;
    private double[] _widths = [];
    private double _width;
    private StructureElement? _element;
    private StructureElement? _body;

    public TableLayout(Table table, PdfDocument document)
    {
        _table = table;
        _document = document;
        _caption = table.Caption is null ? null : new Stack(table.Caption) { Tag = "Caption" }.Prepare(document, Alignment.Left);
        _head = PrepareHead();
        _rows = [.. table.Rows.Select(PrepareRow)];
    }

    public override double NaturalWidth => Columns().Sum(column => column.Natural) + Gaps;

    public override double MinimumWidth => Columns().Sum(column => column.Minimum) + Gaps;

    public override int PartCount => Math.Max(1, _rows.Length);

    public override int PartsTogetherAtStart => Math.Min(2, PartCount);

    public override int PartsTogetherAtEnd => Math.Min(2, PartCount);

    public override double RepeatedHeight => HeadHeight;

    private double Gaps => _table.Style.Gap * (_table.Columns.Count - 1);

    private double CaptionHeight => _caption is null ? 0 : _caption.Height + _table.Style.Padding;

    private double HeadHeight => RowHeight(_head);

    public override void Arrange(double width)
    {
        _width = width;
        _widths = ColumnWidths(Columns(), width - Gaps);
        _caption?.Arrange(width);
        ArrangeRow(_head);
        foreach (var row in _rows)
            ArrangeRow(row);
    }

    public override double PartHeight(int part)
    {
        double row = part < _rows.Length ? RowHeight(_rows[part]) : 0;
        return part == 0 ? CaptionHeight + HeadHeight + row : row;
    }

    public override void Begin(StructureElement? parent) => _element = parent?.Add("Table");

    public override void DrawPart(int part, PageBuilder page, double x, double y)
    {
        if (part == 0)
        {
            _caption?.Draw(page, x, y, _element);
            y += CaptionHeight;
            DrawRow(_head, page, x, y, _element?.Add("THead").Add("TR"), "TH", _table.Style.HeadRule);
            y += HeadHeight;
            _body = _element?.Add("TBody");
        }

        if (part < _rows.Length)
            DrawRow(_rows[part], page, x, y, _body?.Add("TR"), "TD", _table.Style.RowRule);
    }

    public override void DrawRepeated(PageBuilder page, double x, double y)
    {
        // A layout draws itself once; the repeated headings are a second set of the same text.
        var again = PrepareHead();
        ArrangeRow(again);
        DrawRow(again, page, x, y, null, "TH", _table.Style.HeadRule);
    }

    /// <summary>
    /// Widths that fill the room: every column gets what its content needs at least, and the rest by what it would like.
    /// </summary>
    internal static double[] ColumnWidths(IReadOnlyList<(double Natural, double Minimum)> columns, double room)
    {
        double natural = columns.Sum(column => column.Natural), minimum = columns.Sum(column => column.Minimum);
        if (natural <= room)
            return [.. columns.Select(column => natural == 0 ? room / columns.Count : column.Natural * room / natural)];
        if (minimum >= room)
            return [.. columns.Select(column => column.Minimum * room / minimum)];
        double give = (room - minimum) / (natural - minimum);
        return [.. columns.Select(column => column.Minimum + (column.Natural - column.Minimum) * give)];
    }

    private List<(double Natural, double Minimum)> Columns()
    {
        var columns = new List<(double, double)>();
        for (int i = 0; i < _table.Columns.Count; i++)
        {
            if (_table.Columns[i].Width is { } width)
            {
                columns.Add((width, width));
                continue;
            }

            double natural = _head[i].NaturalWidth, minimum = _head[i].MinimumWidth;
            foreach (var row in _rows)
            {
                natural = Math.Max(natural, row[i].NaturalWidth);
                minimum = Math.Max(minimum, row[i].MinimumWidth);
            }

            columns.Add((natural, minimum));
        }

        return columns;
    }

    private BlockLayout[] PrepareHead() => [.. _table.Columns.Select(column => column.Heading.Prepare(_document, column.Alignment))];

    private BlockLayout[] PrepareRow(IReadOnlyList<Block> row)
    {
        if (row.Count != _table.Columns.Count)
            throw new ArgumentException($"A row has {row.Count} cells; the table has {_table.Columns.Count} columns.", nameof(row));
        return [.. row.Select((cell, i) => cell.Prepare(_document, _table.Columns[i].Alignment))];
    }

    private void ArrangeRow(BlockLayout[] row)
    {
        for (int i = 0; i < row.Length; i++)
            row[i].Arrange(_widths[i]);
    }

    private double RowHeight(BlockLayout[] row) =>
        row.Select(cell => cell.Height).DefaultIfEmpty(0).Max() + 2 * _table.Style.Padding + _table.Style.Thickness;

    private void DrawRow(BlockLayout[] row, PageBuilder page, double x, double y, StructureElement? element, string tag, Colour rule)
    {
        double height = RowHeight(row);
        bool isHead = tag == "TH";
        double left = x;
        for (int i = 0; i < row.Length; i++)
        {
            // Headings of one and of two lines stand on the same ground line.
            double down = isHead ? height - _table.Style.Padding - _table.Style.Thickness - row[i].Height : _table.Style.Padding;
            row[i].Draw(page, left, y + down, element?.Add(tag, scope: isHead ? "Column" : null));
            left += _widths[i] + _table.Style.Gap;
        }

        using var _ = page.Enter(null);
        double line = y + height - _table.Style.Thickness / 2;
        page.Line(x, line, x + _width, line, _table.Style.Thickness, rule);
    }
}
