using System.Globalization;
using System.Text;

namespace BeeTrace.Pdf;

/// <summary>One line of a stamp; lines stand under one another, the middle of each above the next.</summary>
/// <param name="Text">What it says, without line feeds.</param>
/// <param name="Style">How it looks on paper; a stamp that is too large for a page is made smaller as a whole.</param>
public sealed record StampLine(string Text, TextStyle Style);

/// <summary>
/// Prints framed words across every page of a finished file, for copies that must not pass for the paper itself. What
/// is beneath stays readable: the ink is thin and darkens only what is lighter.
/// </summary>
public static class PdfStamp
{
    private const double Opacity = 0.36;

    /// <summary>Letters that are no larger than a heading need more ink to be read.</summary>
    private const double OpacityOfSmallLines = 0.72;
    private const double LargestSmallLine = 36;

    /// <summary>Thickness of the frame and its distance from the words, in ems of the first line.</summary>
    private const double FrameThickness = 0.045;
    private const double FramePadding = 0.28;

    /// <summary>Share of the page's sides between which the stamp stands.</summary>
    private const double Reach = 0.94;

    /// <summary>
    /// The file with the stamp in an appended section: the bytes so far stay as they are at the beginning. So a signature
    /// of theirs no longer covers the whole file, and can still be checked by taking the section away.
    /// </summary>
    /// <param name="pdf">A finished PDF that is not encrypted; nothing is changed in it.</param>
    /// <param name="lines">What the stamp says, the largest words first.</param>
    /// <param name="at">When the copy is made, noted as the date of the pages' last change.</param>
    /// <exception cref="ArgumentException">There are no lines, or one is blank or holds a line feed.</exception>
    /// <exception cref="InvalidDataException">The bytes are no PDF, or its structure is broken.</exception>
    /// <exception cref="NotSupportedException">The PDF is encrypted.</exception>
    /// <exception cref="UnprintableCharacterException">A typeface lacks a character of the words.</exception>
    public static byte[] Apply(ReadOnlyMemory<byte> pdf, IReadOnlyList<StampLine> lines, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(lines);
        if (lines.Count == 0 || lines.Any(line => string.IsNullOrWhiteSpace(line.Text) || line.Text.Contains('\n', StringComparison.Ordinal)))
            throw new ArgumentException("A stamp says something, a line at a time.", nameof(lines));
        var reader = PdfReader.OpenToAppend(pdf);
        var update = new PdfUpdate(reader);
        var (form, width, height) = WriteForm(update.Objects, lines);
        int before = update.Objects.Stream("", "q\n"u8);
        var placed = new Dictionary<string, int>();
        foreach (var page in PdfPage.Of(reader))
        {
            string name = FreeName(reader, page);
            string drawing = Drawing(reader, page, name, width, height);
            if (!placed.TryGetValue(drawing, out int after))
                placed.Add(drawing, after = update.Objects.Stream("", Encoding.ASCII.GetBytes(drawing)));
            Stamp(reader, update, page, name, form, (before, after), at);
        }

        NoteChange(reader, update, at);
        return update.Finish();
    }

    /// <summary>Draws the lines once, upright, for all pages; returns the object and its size in points.</summary>
    private static (int Form, double Width, double Height) WriteForm(ObjectWriter objects, IReadOnlyList<StampLine> lines)
    {
        var scratch = new PdfDocument(new DocumentProperties("", "", default));
        double padding = lines[0].Style.Size * FramePadding;
        double height = lines.Sum(line => line.Style.Size * line.Style.LineHeight) + 2 * padding;
        var content = new ByteBuffer();
        double width = 0, top = padding;
        foreach (var line in lines)
        {
            var style = line.Style;
            double advance = style.Size * style.LineHeight;
            var page = scratch.AddPage(0, height);
            // The middle of capitals, and nearly of ideographs, stands in the middle of the line.
            double baseline = top + advance / 2 + style.Size * style.Font.CapHeight / style.Font.UnitsPerEm / 2;
            width = Math.Max(width, page.Text(0, baseline, line.Text, style, Alignment.Centre));
            content.Ascii(style.Size > LargestSmallLine ? "/Large gs " : "/Small gs ").Raw(page.Finish());
            top += advance;
        }

        width += 4 * padding;
        content.Ascii("/Large gs ").Raw(Frame(scratch.AddPage(0, height), width, lines[0].Style));
        var fonts = scratch.Fonts.Select(font => $"/{font.ResourceName} {PdfUpdate.Reference(font.WriteInto(objects))}").ToList();
        static string State(string name, double opacity) => string.Create(CultureInfo.InvariantCulture, $"/{name}<</Type/ExtGState/ca {opacity}/CA {opacity}/BM/Multiply>>");
        string states = $"/ExtGState<<{State("Large", Opacity)}{State("Small", OpacityOfSmallLines)}>>";
        var box = new ByteBuffer().Ascii("[").Number(-width / 2).Ascii(" 0 ").Number(width / 2).Ascii(" ").Number(height).Ascii("]");
        int form = objects.Stream($"/Type/XObject/Subtype/Form/BBox{Encoding.ASCII.GetString(box.Written)}/Resources<</Font<<{string.Concat(fonts)}>>{states}>>", content.Written);
        return (form, width, height);
    }

    private static byte[] Frame(PageBuilder page, double width, TextStyle style)
    {
        double thickness = style.Size * FrameThickness, half = thickness / 2, left = -width / 2 + half, right = width / 2 - half, bottom = page.Height - half;
        // From the outer edge inwards, so that no corner is painted twice.
        page.Line(left - half, half, right + half, half, thickness, style.Colour);
        page.Line(left - half, bottom, right + half, bottom, thickness, style.Colour);
        page.Line(left, thickness, left, page.Height - thickness, thickness, style.Colour);
        page.Line(right, thickness, right, page.Height - thickness, thickness, style.Colour);
        return page.Finish();
    }

    /// <summary>Puts the stamp in the middle of what is seen of the page, along the diagonal but no steeper than half a right angle, reading upwards however the page is turned.</summary>
    private static string Drawing(PdfReader reader, PdfPage page, string name, double width, double height)
    {
        var (left, bottom, right, top) = VisibleBox(reader, page);
        long turned = page.Inherited.TryGetValue("Rotate", out var rotate) && rotate is PdfNumber { Integer: { } degrees } ? (degrees % 360 + 360) % 360 : 0;
        double across = right - left, along = top - bottom;
        var (seenWidth, seenHeight) = turned is 90 or 270 ? (along, across) : (across, along);
        double angle = Math.Min(Math.Atan2(seenHeight, seenWidth), Math.PI / 4);
        double cos = Math.Cos(angle), sin = Math.Sin(angle);
        double scale = Math.Min(1, Reach * Math.Min(seenWidth / (width * cos + height * sin), seenHeight / (width * sin + height * cos)));
        double turn = angle + turned * Math.PI / 180;
        double a = scale * Math.Cos(turn), b = scale * Math.Sin(turn);
        // The form's own middle is half its height above its origin.
        double x = (left + right) / 2 + b * height / 2, y = (bottom + top) / 2 - a * height / 2;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Q\nq {a:0.######} {b:0.######} {-b:0.######} {a:0.######} {x:0.###} {y:0.###} cm /{name} Do Q\n");
    }

    private static (double Left, double Bottom, double Right, double Top) VisibleBox(PdfReader reader, PdfPage page)
    {
        foreach (string key in (ReadOnlySpan<string>)["CropBox", "MediaBox"])
        {
            if (!page.Inherited.TryGetValue(key, out var value) || value is not PdfArray { Items.Count: 4 } box)
                continue;
            var sides = box.Items.Select(side => (reader.Resolve(side) as PdfNumber)?.Real ?? double.NaN).ToArray();
            double across = Math.Abs(sides[2] - sides[0]), along = Math.Abs(sides[3] - sides[1]);
            if (across > 0 && along > 0)
                return (Math.Min(sides[0], sides[2]), Math.Min(sides[1], sides[3]), Math.Max(sides[0], sides[2]), Math.Max(sides[1], sides[3]));
        }

        throw new InvalidDataException("A page does not tell its size.");
    }

    private static void Stamp(PdfReader reader, PdfUpdate update, PdfPage page, string name, int form, (int Before, int After) streams, DateTimeOffset at)
    {
        var resources = page.Inherited.GetValueOrDefault("Resources") as PdfDictionary;
        var objects = resources is null ? null : reader.Resolve<PdfDictionary>(resources, "XObject");
        var contents = reader.Resolve(page.Dictionary["Contents"]) switch
        {
            PdfArray list => list.Items.Select(PdfUpdate.Syntax),
            PdfDictionary => [PdfUpdate.Syntax(page.Dictionary["Contents"]!)],
            _ => [],
        };
        update.Replace(page.Reference, page.Dictionary, new Dictionary<string, string>
        {
            ["Contents"] = $"[{string.Join(' ', contents.Prepend(PdfUpdate.Reference(streams.Before)).Append(PdfUpdate.Reference(streams.After)))}]",
            ["Resources"] = PdfUpdate.With(resources, new Dictionary<string, string>
            {
                ["XObject"] = PdfUpdate.With(objects, new Dictionary<string, string> { [name] = PdfUpdate.Reference(form) }),
            }),
            ["LastModified"] = PdfText.Of(at),
        });
    }

    private static string FreeName(PdfReader reader, PdfPage page)
    {
        var resources = page.Inherited.GetValueOrDefault("Resources") as PdfDictionary;
        var taken = resources is null ? null : reader.Resolve<PdfDictionary>(resources, "XObject");
        int number = 1;
        while (taken?[$"Stamp{PdfText.Of(number)}"] is not null)
            number++;
        return $"Stamp{PdfText.Of(number)}";
    }

    private static void NoteChange(PdfReader reader, PdfUpdate update, DateTimeOffset at)
    {
        if (reader.Trailer["Info"] is PdfReference information && reader.Resolve(information) is PdfDictionary entries)
            update.Replace(information, entries, new Dictionary<string, string> { ["ModDate"] = PdfText.Of(at) });
    }
}
