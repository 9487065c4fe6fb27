namespace BeeTrace.Pdf;

/// <summary>
/// One page while it is drawn. Lengths are points; y grows downwards from the upper edge of the paper. Everything drawn
/// belongs to the structure element that was entered last (<see cref="Enter"/>); outside of any it is an artifact:
/// decoration that readers aloud skip.
/// </summary>
public sealed class PageBuilder
{
    private readonly PdfDocument _document;
    private readonly ByteBuffer _content = new();
    private readonly List<StructureElement> _markedContents = [];
    private readonly List<LinkArea> _links = [];
    private readonly HashSet<FontSubset> _fonts = [];
    private StructureElement? _current;
    private StructureElement? _open;
    private bool _isOpen;

    internal PageBuilder(PdfDocument document, double width, double height)
    {
        _document = document;
        Width = width;
        Height = height;
    }

    public double Width { get; }

    public double Height { get; }

    /// <summary>The structure element of each marked content, by its number on this page.</summary>
    internal IReadOnlyList<StructureElement> MarkedContents => _markedContents;

    internal IReadOnlyList<LinkArea> Links => _links;

    internal IReadOnlyCollection<FontSubset> Fonts => _fonts;

    /// <summary>Makes an element the owner of what is drawn until the scope is disposed; null for decoration.</summary>
    public Scope Enter(StructureElement? element)
    {
        var before = _current;
        _current = element;
        return new Scope(this, before);
    }

    /// <summary>Draws one line of text on a baseline; <paramref name="x"/> is its left end, middle or right end by <paramref name="alignment"/>.</summary>
    /// <returns>The width of the text in points.</returns>
    public double Text(double x, double baseline, string text, TextStyle style, Alignment alignment = Alignment.Left)
    {
        var lines = new SetText(_document, [new Span(text, style)]).Break(double.PositiveInfinity);
        if (lines.Count == 0)
            return 0;
        var line = lines[0];
        double left = alignment switch
        {
            Alignment.Right => x - line.Width,
            Alignment.Centre => x - line.Width / 2,
            _ => x,
        };
        Line(line, left, baseline, _ => _current);
        return line.Width;
    }

    /// <summary>Draws a straight line.</summary>
    public void Line(double x1, double y1, double x2, double y2, double thickness, Colour colour)
    {
        Mark(_current);
        Paint(colour, "RG");
        _content.Number(thickness).Ascii(" w ");
        Point(x1, y1).Ascii(" m ");
        Point(x2, y2).Ascii(" l S\n");
    }

    /// <summary>Fills a rectangle.</summary>
    public void Rectangle(Box box, Colour fill)
    {
        Mark(_current);
        Paint(fill, "rg");
        AppendRectangle(box);
        _content.Ascii("f\n");
    }

    /// <summary>Fills a circle.</summary>
    public void Circle(double x, double y, double radius, Colour fill)
    {
        // Four Bézier arcs; the constant brings the curve within 0.03 % of the circle.
        double k = 0.5522847498 * radius;
        Mark(_current);
        Paint(fill, "rg");
        Point(x + radius, y).Ascii(" m ");
        Arc(x + radius, y + k, x + k, y + radius, x, y + radius);
        Arc(x - k, y + radius, x - radius, y + k, x - radius, y);
        Arc(x - radius, y - k, x - k, y - radius, x, y - radius);
        Arc(x + k, y - radius, x + radius, y - k, x + radius, y);
        _content.Ascii("f\n");
    }

    /// <summary>
    /// Draws a square of dark and light modules, such as a QR code, as one filled shape without seams.
    /// The box must already hold the quiet zone that the code asks for.
    /// </summary>
    /// <param name="box">Where the modules go.</param>
    /// <param name="size">Modules along one side.</param>
    /// <param name="isDark">Whether the module of a row and a column is dark.</param>
    /// <param name="dark">Colour of the dark modules.</param>
    public void Modules(Box box, int size, Func<int, int, bool> isDark, Colour dark)
    {
        ArgumentNullException.ThrowIfNull(isDark);
        double width = box.Width / size, height = box.Height / size;
        Mark(_current);
        Paint(dark, "rg");
        for (int row = 0; row < size; row++)
        {
            for (int column = 0; column < size; column++)
            {
                if (!isDark(row, column))
                    continue;
                int end = column;
                while (end < size && isDark(row, end))
                    end++;
                AppendRectangle(new Box(box.X + column * width, box.Y + row * height, (end - column) * width, height));
                column = end;
            }
        }

        _content.Ascii("f\n");
    }

    /// <summary>
    /// Draws a line of set text; <paramref name="ownerOf"/> tells which element the text of a span belongs to,
    /// <paramref name="addressOf"/> which address it opens.
    /// </summary>
    internal void Line(TextLine line, double left, double baseline, Func<int, StructureElement?> ownerOf, Func<int, string?>? addressOf = null)
    {
        double x = left - line.Lead;
        int i = 0;
        while (i < line.Glyphs.Count)
        {
            var first = line.Glyphs[i];
            int end = i;
            while (end < line.Glyphs.Count && line.Glyphs[end].Span == first.Span)
                end++;
            var owner = ownerOf(first.Span);
            Mark(owner);
            double width = Run(line.Glyphs, i, end, x, baseline);
            if (addressOf?.Invoke(first.Span) is { } address)
            {
                var link = new LinkArea(this, new Box(x, baseline - first.Style.Size, width, first.Style.Size * 1.25), address, owner);
                _links.Add(link);
                owner?.Add(link);
            }

            x += width;
            i = end;
        }
    }

    internal byte[] Finish()
    {
        Close();
        return _content.ToArray();
    }

    private double Run(List<Glyph> glyphs, int from, int to, double x, double baseline)
    {
        var style = glyphs[from].Style;
        var subset = _document.SubsetOf(style.Font);
        _fonts.Add(subset);
        Paint(style.Colour, "rg");
        _content.Ascii("BT /").Ascii(subset.ResourceName).Byte((byte)' ').Number(style.Size).Ascii(" Tf ");
        Point(x, baseline).Ascii(" Td [<");
        double width = 0;
        double pending = 0;
        for (int i = from; i < to; i++)
        {
            var glyph = glyphs[i];
            if (glyph.Subset is null)
                continue;
            double move = pending + glyph.Before;
            if (move != 0)
                _content.Ascii(">").Number(-move).Ascii("<");
            _content.Hex16(glyph.Cid);
            pending = glyph.After;
            width += glyph.Width;
        }

        _content.Ascii(">] TJ ET\n");
        return width;
    }

    /// <summary>Opens the marked content of an element, unless it is open already.</summary>
    private void Mark(StructureElement? owner)
    {
        if (_isOpen && _open == owner)
            return;
        Close();
        if (owner is null)
        {
            _content.Ascii("/Artifact BMC\n");
        }
        else
        {
            _content.Ascii("/").Ascii(owner.Type).Ascii(" <</MCID ").Integer(_markedContents.Count).Ascii(">> BDC\n");
            owner.Add(new MarkedContent(this, _markedContents.Count));
            _markedContents.Add(owner);
        }

        _open = owner;
        _isOpen = true;
    }

    private void Close()
    {
        if (_isOpen)
            _content.Ascii("EMC\n");
        _isOpen = false;
    }

    private void Arc(double x1, double y1, double x2, double y2, double x3, double y3)
    {
        Point(x1, y1).Byte((byte)' ');
        Point(x2, y2).Byte((byte)' ');
        Point(x3, y3).Ascii(" c ");
    }

    private void AppendRectangle(Box box)
    {
        Point(box.X, box.Bottom).Byte((byte)' ').Number(box.Width).Byte((byte)' ').Number(box.Height).Ascii(" re ");
    }

    private ByteBuffer Point(double x, double y) => _content.Number(x).Byte((byte)' ').Number(Height - y);

    private void Paint(Colour colour, string @operator) => _content
        .Number(colour.Red / 255.0).Byte((byte)' ').Number(colour.Green / 255.0).Byte((byte)' ').Number(colour.Blue / 255.0)
        .Byte((byte)' ').Ascii(@operator).Byte((byte)'\n');

    /// <summary>Gives the page back to the element before when disposed.</summary>
    public readonly ref struct Scope
    {
        private readonly PageBuilder _page;
        private readonly StructureElement? _before;

        internal Scope(PageBuilder page, StructureElement? before)
        {
            _page = page;
            _before = before;
        }

        public void Dispose() => _page._current = _before;
    }
}
