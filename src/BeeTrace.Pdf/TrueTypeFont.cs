using System.Buffers.Binary;
using System.Text;

namespace BeeTrace.Pdf;

/// <summary>
/// A TrueType typeface (outlines in <c>glyf</c>), read once and never changed: one instance serves every document and
/// every thread. What a single document uses of it is a <see cref="FontSubset"/>.
/// </summary>
/// <remarks>Table layouts: ISO/IEC 14496-22 (OpenType). Collections and CFF outlines are refused.</remarks>
public sealed class TrueTypeFont
{
    private readonly ReadOnlyMemory<byte> _data;
    private readonly Dictionary<string, (int Offset, int Length)> _tables = new(StringComparer.Ordinal);
    private readonly ushort[] _basicPlane = new ushort[0x10000];
    private readonly (int First, int Last, int Glyph)[] _otherPlanes;
    private readonly int _longMetrics;
    private readonly bool _longOffsets;

    private TrueTypeFont(ReadOnlyMemory<byte> data)
    {
        _data = data;
        var file = data.Span;
        if (file.Length < 12 || BinaryPrimitives.ReadUInt32BigEndian(file) != 0x00010000)
            throw new InvalidDataException("Not a TrueType font with glyf outlines.");
        int tables = U16(file, 4);
        for (int i = 0; i < tables; i++)
        {
            var entry = file.Slice(12 + 16 * i, 16);
            var range = (Offset: (int)U32(entry, 8), Length: (int)U32(entry, 12));
            if (range.Offset < 0 || range.Length < 0 || (long)range.Offset + range.Length > file.Length)
                throw new InvalidDataException("A table of the font lies outside of the file.");
            _tables[Encoding.ASCII.GetString(entry[..4])] = range;
        }

        var head = Table("head");
        UnitsPerEm = U16(head, 18);
        _longOffsets = U16(head, 50) == 1;
        Bounds = (I16(head, 36), I16(head, 38), I16(head, 40), I16(head, 42));
        GlyphCount = U16(Table("maxp"), 4);
        _longMetrics = U16(Table("hhea"), 34);
        var os2 = Table("OS/2");
        Weight = U16(os2, 4);
        Ascent = I16(os2, 68);
        Descent = I16(os2, 70);
        CapHeight = U16(os2, 0) >= 2 ? I16(os2, 88) : Ascent;
        PostScriptName = ReadPostScriptName(Table("name"));
        _otherPlanes = ReadCharacterMap(Table("cmap"));
    }

    /// <summary>Name of the typeface as PDF and PostScript write it, for example <c>NotoSansSC-Regular</c>.</summary>
    public string PostScriptName { get; }

    /// <summary>Weight class, 400 for regular, 700 for bold.</summary>
    public int Weight { get; }

    internal int UnitsPerEm { get; }

    internal int GlyphCount { get; }

    /// <summary>Height of the em box above the baseline, in font units; for Chinese typefaces 0.88 em.</summary>
    internal int Ascent { get; }

    /// <summary>Depth of the em box below the baseline, in font units, negative.</summary>
    internal int Descent { get; }

    internal int CapHeight { get; }

    internal (int XMin, int YMin, int XMax, int YMax) Bounds { get; }

    /// <summary>Reads a typeface from the bytes of its file.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a TrueType font with <c>glyf</c> outlines.</exception>
    public static TrueTypeFont Load(ReadOnlyMemory<byte> file)
    {
        try
        {
            return new TrueTypeFont(file);
        }
        catch (ArgumentOutOfRangeException broken)
        {
            throw new InvalidDataException("The font file is cut off or broken.", broken);
        }
    }

    /// <summary>Glyph that draws a character, or 0 when the typeface has none.</summary>
    public int GlyphOf(Rune character)
    {
        if (character.IsBmp)
            return _basicPlane[character.Value];
        int low = 0, high = _otherPlanes.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            var (first, last, glyph) = _otherPlanes[middle];
            if (character.Value < first)
                high = middle - 1;
            else if (character.Value > last)
                low = middle + 1;
            else
                return glyph + (character.Value - first);
        }

        return 0;
    }

    /// <summary>Advance width of a glyph in thousandths of the em.</summary>
    public int AdvanceOf(int glyph) => ToThousandths(RawAdvanceOf(glyph));

    /// <summary>Left and right edge of the ink of a glyph in thousandths of the em; both 0 for a blank glyph.</summary>
    internal (int Left, int Right) InkOf(int glyph)
    {
        var outline = Outline(glyph);
        return outline.IsEmpty ? (0, 0) : (ToThousandths(I16(outline, 2)), ToThousandths(I16(outline, 6)));
    }

    internal int RawAdvanceOf(int glyph) => U16(Table("hmtx"), 4 * Math.Min(glyph, _longMetrics - 1));

    internal short RawLeftBearingOf(int glyph) => I16(
        Table("hmtx"),
        glyph < _longMetrics ? 4 * glyph + 2 : 4 * _longMetrics + 2 * (glyph - _longMetrics));

    internal int ToThousandths(int units) => (int)Math.Round(units * 1000.0 / UnitsPerEm, MidpointRounding.AwayFromZero);

    /// <summary>The outline of a glyph as the file holds it; empty for a blank glyph.</summary>
    internal ReadOnlySpan<byte> Outline(int glyph)
    {
        var loca = Table("loca");
        int from = _longOffsets ? (int)U32(loca, 4 * glyph) : 2 * U16(loca, 2 * glyph);
        int to = _longOffsets ? (int)U32(loca, 4 * glyph + 4) : 2 * U16(loca, 2 * glyph + 2);
        return Table("glyf")[from..to];
    }

    internal bool HasTable(string tag) => _tables.ContainsKey(tag);

    internal ReadOnlySpan<byte> Table(string tag) => _tables.TryGetValue(tag, out var range)
        ? _data.Span.Slice(range.Offset, range.Length)
        : throw new InvalidDataException($"The font has no table '{tag}'.");

    internal static int U16(ReadOnlySpan<byte> data, int at) => BinaryPrimitives.ReadUInt16BigEndian(data[at..]);

    internal static short I16(ReadOnlySpan<byte> data, int at) => BinaryPrimitives.ReadInt16BigEndian(data[at..]);

    internal static uint U32(ReadOnlySpan<byte> data, int at) => BinaryPrimitives.ReadUInt32BigEndian(data[at..]);

    private static string ReadPostScriptName(ReadOnlySpan<byte> name)
    {
        int count = U16(name, 2);
        int texts = U16(name, 4);
        for (int i = 0; i < count; i++)
        {
            var entry = name.Slice(6 + 12 * i, 12);
            bool isWindowsUnicode = U16(entry, 0) == 3;
            bool isPostScriptName = U16(entry, 6) == 6;
            if (isWindowsUnicode && isPostScriptName)
                return Encoding.BigEndianUnicode.GetString(name.Slice(texts + U16(entry, 10), U16(entry, 8)));
        }

        throw new InvalidDataException("The font does not tell its PostScript name.");
    }

    private (int First, int Last, int Glyph)[] ReadCharacterMap(ReadOnlySpan<byte> cmap)
    {
        int count = U16(cmap, 2);
        for (int i = 0; i < count; i++)
        {
            var table = cmap[(int)U32(cmap, 4 + 8 * i + 4)..];
            if (U16(table, 0) != 12)
                continue;
            var beyond = new List<(int, int, int)>();
            int groups = (int)U32(table, 12);
            for (int g = 0; g < groups; g++)
            {
                int first = (int)U32(table, 16 + 12 * g);
                int last = (int)U32(table, 20 + 12 * g);
                int glyph = (int)U32(table, 24 + 12 * g);
                for (int c = first; c <= Math.Min(last, 0xFFFF); c++)
                    _basicPlane[c] = (ushort)(glyph + c - first);
                if (last > 0xFFFF)
                    beyond.Add((Math.Max(first, 0x10000), last, glyph + Math.Max(0, 0x10000 - first)));
            }

            return [.. beyond];
        }

        throw new InvalidDataException("The font has no character map of format 12 (full Unicode).");
    }
}
