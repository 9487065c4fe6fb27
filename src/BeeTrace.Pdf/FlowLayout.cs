namespace BeeTrace.Pdf;

/// <summary>The paper and its margins in points.</summary>
/// <param name="Width">Width of the paper.</param>
/// <param name="Height">Height of the paper.</param>
/// <param name="Left">Left margin.</param>
/// <param name="Right">Right margin.</param>
/// <param name="Top">Upper margin of the first page.</param>
/// <param name="TopOfNextPages">Upper margin of all further pages, with room for the running head.</param>
/// <param name="Bottom">Lower margin, with room for the foot.</param>
public sealed record PageSetup(double Width, double Height, double Left, double Right, double Top, double TopOfNextPages, double Bottom)
{
    /// <summary>A4 (ISO 216), 210 × 297 mm.</summary>
    public static PageSetup A4(double side, double top, double topOfNextPages, double bottom) =>
        new(595.276, 841.89, side, side, top, topOfNextPages, bottom);

    /// <summary>What stands at the head of a page; null for nothing on that page.</summary>
    public Func<PageNumber, Block?>? Head { get; init; }

    /// <summary>Distance of the head from the upper edge of the paper.</summary>
    public double HeadTop { get; init; } = 36;

    /// <summary>What stands at the foot of a page.</summary>
    public Func<PageNumber, Block?>? Foot { get; init; }

    /// <summary>Distance of the foot from the lower edge of the paper to the foot's top.</summary>
    public double FootRise { get; init; } = 42;

    internal double ContentWidth => Width - Left - Right;
}

/// <summary>A page's number and how many there are; known only when everything is laid out.</summary>
public readonly record struct PageNumber(int Page, int Pages)
{
    /// <summary>第 1 页，共 2 页</summary>
    public string InChinese => FormattableString.Invariant($"第 {Page} 页，共 {Pages} 页");

    /// <summary>Page 1 of 2</summary>
    public string InEnglish => FormattableString.Invariant($"Page {Page} of {Pages}");
}

/// <summary>
/// Puts blocks one below the other on as many pages as they need. Heads and feet are stamped by <see cref="Finish"/>,
/// when the number of pages is known.
/// </summary>
public sealed class FlowLayout(PdfDocument document, PageSetup setup)
{
    private readonly List<(BlockLayout Layout, double SpaceBefore)> _waiting = [];
    private PageBuilder? _page;
    private double _y;
    private double _space;

    private double Limit => setup.Height - setup.Bottom;

    private bool IsAtTop => _page is null || _y <= TopOf(_page);

    /// <summary>Adds room before the next block; dropped at the top of a page.</summary>
    public void Space(double points) => _space += points;

    /// <summary>Adds a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="keepWithNext">True for what must not stand alone at the foot of a page, such as a heading.</param>
    /// <exception cref="InvalidOperationException">A part that may not be split is higher than a page.</exception>
    public void Add(Block block, bool keepWithNext = false)
    {
        ArgumentNullException.ThrowIfNull(block);
        var layout = block.Prepare(document, Alignment.Left);
        layout.Arrange(setup.ContentWidth);
        _waiting.Add((layout, _space));
        _space = 0;
        if (!keepWithNext)
            Flush();
    }

    /// <summary>Adds a heading of level 1 to 6, which stays with what follows it.</summary>
    public void Heading(int level, params IReadOnlyList<Span> spans) =>
        Add(new Paragraph(spans) { Tag = $"H{level}" }, keepWithNext: true);

    /// <summary>Draws what still waits, then head and foot of every page.</summary>
    public void Finish()
    {
        Flush();
        for (int i = 0; i < document.Pages.Count; i++)
        {
            var number = new PageNumber(i + 1, document.Pages.Count);
            Stamp(setup.Head?.Invoke(number), document.Pages[i], setup.HeadTop);
            Stamp(setup.Foot?.Invoke(number), document.Pages[i], setup.Height - setup.FootRise);
        }
    }

    private void Flush()
    {
        if (_waiting.Count == 0)
            return;
        _page ??= NewPage();
        double needed = 0;
        for (int i = 0; i < _waiting.Count; i++)
        {
            var (layout, space) = _waiting[i];
            bool isLast = i == _waiting.Count - 1;
            needed += (i == 0 && IsAtTop ? 0 : space) + (isLast ? StartHeight(layout) : layout.Height);
        }

        if (!IsAtTop && _y + needed > Limit)
            _page = NewPage();
        foreach (var (layout, space) in _waiting)
            Draw(layout, space);
        _waiting.Clear();
    }

    private void Draw(BlockLayout layout, double space)
    {
        if (!IsAtTop)
            _y += space;
        layout.Begin(document.Root);
        for (int part = 0; part < layout.PartCount; part++)
        {
            if (part > 0 && !FitsHere(layout, part))
            {
                _page = NewPage();
                layout.DrawRepeated(_page, setup.Left, _y);
                _y += layout.RepeatedHeight;
            }

            double height = layout.PartHeight(part);
            const double rounding = 0.01;
            if (_y + height > Limit + rounding)
            {
                if (!IsAtTop && part == 0)
                    _page = NewPage();
                if (_y + height > Limit + rounding)
                    throw new InvalidOperationException(FormattableString.Invariant($"A part {height:0} points high does not fit on a page and may not be split."));
            }

            layout.DrawPart(part, _page!, setup.Left, _y);
            _y += height;
        }
    }

    /// <summary>A part fits when it has room, and when it opens the last group, when the whole group has room.</summary>
    private bool FitsHere(BlockLayout layout, int part)
    {
        int lastGroup = layout.PartCount - layout.PartsTogetherAtEnd;
        double needed = layout.PartHeight(part);
        if (part == lastGroup && part >= layout.PartsTogetherAtStart)
        {
            for (int i = part + 1; i < layout.PartCount; i++)
                needed += layout.PartHeight(i);
        }

        return _y + needed <= Limit;
    }

    private static double StartHeight(BlockLayout layout)
    {
        double height = 0;
        for (int i = 0; i < layout.PartsTogetherAtStart; i++)
            height += layout.PartHeight(i);
        return height;
    }

    private double TopOf(PageBuilder page) => document.Pages.Count > 0 && page == document.Pages[0] ? setup.Top : setup.TopOfNextPages;

    private PageBuilder NewPage()
    {
        var page = document.AddPage(setup.Width, setup.Height);
        _y = TopOf(page);
        return page;
    }

    private void Stamp(Block? block, PageBuilder page, double y)
    {
        if (block is null)
            return;
        var layout = block.Prepare(document, Alignment.Left);
        layout.Arrange(setup.ContentWidth);
        layout.Draw(page, setup.Left, y, null);
    }
}
