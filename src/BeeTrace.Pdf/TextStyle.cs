namespace BeeTrace.Pdf;

/// <summary>A colour in sRGB (IEC 61966-2-1), which the file's output intent declares.</summary>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    public static Colour Black => default;

    public static Colour White => new(255, 255, 255);

    /// <summary>The colour of a hexadecimal notation such as <c>0x9A5B00</c>.</summary>
    public static Colour Of(int rgb) => new((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb);
}

/// <summary>Where lines stand between the left and the right edge.</summary>
public enum Alignment
{
    Left,
    Centre,
    Right,
}

/// <summary>How characters look.</summary>
/// <param name="Font">Typeface; its weight comes with it.</param>
/// <param name="Size">Size of the em in points (1/72 inch).</param>
/// <param name="Colour">Colour of the ink.</param>
/// <param name="Language">Language as a BCP 47 tag such as <c>en</c>; null for the language of the document.</param>
/// <param name="LineHeight">Distance of two baselines as a multiple of the size.</param>
public sealed record TextStyle(TrueTypeFont Font, double Size, Colour Colour, string? Language = null, double LineHeight = 1.5);

/// <summary>Text of one style inside a paragraph.</summary>
public sealed record Span(string Text, TextStyle Style)
{
    /// <summary>Absolute address that a click on the text opens; null for plain text.</summary>
    public string? Link { get; init; }
}

/// <summary>A rectangle on a page in points; <paramref name="Y"/> grows downwards from the upper edge of the paper.</summary>
public readonly record struct Box(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;
}
