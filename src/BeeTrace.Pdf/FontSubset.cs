using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace BeeTrace.Pdf;

/// <summary>
/// What one document uses of a typeface. Every <em>character</em> gets its own CID, even where two characters share a
/// glyph: so a reader that extracts or searches text gets back exactly the character that was printed (日 U+65E5, never
/// the Kangxi radical ⽇ U+2F47 that is drawn with the same glyph).
/// </summary>
internal sealed class FontSubset(TrueTypeFont font, string resourceName)
{
    private readonly Dictionary<int, ushort> _cids = [];
    private readonly List<Rune> _characters = [default];
    private readonly List<int> _glyphs = [0];

    public TrueTypeFont Font { get; } = font;

    /// <summary>Name under which pages select this font, such as <c>F1</c>.</summary>
    public string ResourceName { get; } = resourceName;

    /// <summary>Number of CIDs in use, with .notdef, which is CID 0.</summary>
    public int Count => _characters.Count;

    /// <summary>The CID of a character, given out on first use.</summary>
    /// <exception cref="UnprintableCharacterException">The typeface has no glyph for it.</exception>
    public ushort CidOf(Rune character)
    {
        if (_cids.TryGetValue(character.Value, out ushort cid))
            return cid;
        int glyph = Font.GlyphOf(character);
        if (glyph == 0)
            throw new UnprintableCharacterException(character, UnprintableReason.NotInFont, Font.PostScriptName);
        cid = (ushort)_characters.Count;
        _cids.Add(character.Value, cid);
        _characters.Add(character);
        _glyphs.Add(glyph);
        return cid;
    }

    public int GlyphOf(ushort cid) => _glyphs[cid];

    public int AdvanceOf(ushort cid) => Font.AdvanceOf(_glyphs[cid]);

    /// <summary>Name of the embedded part: six letters drawn from its characters, then the typeface (ISO 32000-1, 9.6.4).</summary>
    public string Name()
    {
        var characters = new byte[4 * _characters.Count];
        for (int i = 0; i < _characters.Count; i++)
            BinaryPrimitives.WriteInt32BigEndian(characters.AsSpan(4 * i), _characters[i].Value);
        var hash = SHA256.HashData(characters);
        var tag = new StringBuilder(6);
        for (int i = 0; i < 6; i++)
            tag.Append((char)('A' + hash[i] % 26));
        return $"{tag}+{Font.PostScriptName}";
    }

    /// <summary>Widths of all CIDs in thousandths of the em, as the value of <c>/W</c>.</summary>
    public ByteBuffer Widths()
    {
        var widths = new ByteBuffer().Ascii("[0[");
        for (int cid = 0; cid < Count; cid++)
            widths.Ascii(cid == 0 ? "" : " ").Integer(AdvanceOf((ushort)cid));
        return widths.Ascii("]]");
    }

    /// <summary>The CMap that turns CIDs back into characters (ISO 32000-1, 9.10.3).</summary>
    public ByteBuffer ToUnicode()
    {
        var map = new ByteBuffer().Ascii(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            + "/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def\n"
            + "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            + "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
        const int entriesPerBlock = 100;
        Span<char> utf16 = stackalloc char[2];
        for (int cid = 1; cid < Count; cid++)
        {
            if ((cid - 1) % entriesPerBlock == 0)
                map.Integer(Math.Min(entriesPerBlock, Count - cid)).Ascii(" beginbfchar\n");
            map.Ascii("<").Hex16(cid).Ascii("><");
            int units = _characters[cid].EncodeToUtf16(utf16);
            for (int i = 0; i < units; i++)
                map.Hex16(utf16[i]);
            map.Ascii(">\n");
            if (cid % entriesPerBlock == 0 || cid == Count - 1)
                map.Ascii("endbfchar\n");
        }

        return map.Ascii("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend");
    }

    /// <summary>The font program with the used glyphs only, and for each CID the number of its glyph in there.</summary>
    public (ByteBuffer Program, ByteBuffer CidToGlyph) Embed()
    {
        var newGlyphs = new Dictionary<int, int>();
        var oldGlyphs = new List<int>();
        var cidToGlyph = new ByteBuffer();
        foreach (int glyph in _glyphs)
            cidToGlyph.U16(Renumber(glyph));

        var glyf = new ByteBuffer();
        var loca = new ByteBuffer();
        var hmtx = new ByteBuffer();
        // The list grows while composite glyphs name their parts.
        for (int i = 0; i < oldGlyphs.Count; i++)
        {
            loca.U32((uint)glyf.Length);
            AppendOutline(glyf, Font.Outline(oldGlyphs[i]), Renumber);
            hmtx.U16(Font.RawAdvanceOf(oldGlyphs[i])).U16(Font.RawLeftBearingOf(oldGlyphs[i]));
        }

        loca.U32((uint)glyf.Length);
        var head = Font.Table("head").ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);
        var hhea = Font.Table("hhea").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(hhea.AsSpan(34), (ushort)oldGlyphs.Count);
        var maxp = Font.Table("maxp").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(4), (ushort)oldGlyphs.Count);

        var tables = new List<(string Tag, byte[] Data)>
        {
            ("glyf", glyf.ToArray()), ("head", head), ("hhea", hhea), ("hmtx", hmtx.ToArray()), ("loca", loca.ToArray()), ("maxp", maxp),
        };
        foreach (string hinting in (ReadOnlySpan<string>)["cvt ", "fpgm", "prep"])
        {
            if (Font.HasTable(hinting))
                tables.Add((hinting, Font.Table(hinting).ToArray()));
        }

        return (WriteFile(tables), cidToGlyph);

        int Renumber(int glyph)
        {
            if (newGlyphs.TryGetValue(glyph, out int number))
                return number;
            newGlyphs.Add(glyph, oldGlyphs.Count);
            oldGlyphs.Add(glyph);
            return oldGlyphs.Count - 1;
        }
    }

    /// <summary>Writes the font with everything it needs and returns the number of its object (ISO 32000-1, 9.7).</summary>
    public int WriteInto(ObjectWriter objects)
    {
        string name = Name();
        var (program, cidToGlyph) = Embed();
        int programObject = objects.Stream($"/Length1 {PdfText.Of(program.Length)}", program.Written);
        int mapObject = objects.Stream("", cidToGlyph.Written);
        int unicodeObject = objects.Stream("", ToUnicode().Written);

        const int symbolic = 4;
        string Thousandths(int units) => PdfText.Of(Font.ToThousandths(units));
        var (xMin, yMin, xMax, yMax) = Font.Bounds;
        int descriptor = objects.Reserve();
        objects.Begin(descriptor).Ascii($"<</Type/FontDescriptor/FontName/{name}/Flags {PdfText.Of(symbolic)}/FontBBox[")
            .Ascii($"{Thousandths(xMin)} {Thousandths(yMin)} {Thousandths(xMax)} {Thousandths(yMax)}]")
            .Ascii($"/ItalicAngle 0/Ascent {Thousandths(Font.Ascent)}/Descent {Thousandths(Font.Descent)}")
            .Ascii($"/CapHeight {Thousandths(Font.CapHeight)}/StemV {PdfText.Of(Font.Weight / 5)}/FontWeight {PdfText.Of(Font.Weight)}/FontFile2 ");
        objects.Reference(programObject).Ascii(">>");
        objects.End();

        int descendant = objects.Reserve();
        objects.Begin(descendant).Ascii($"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ");
        objects.Reference(descriptor).Ascii("/DW 1000/W").Raw(Widths().Written).Ascii("/CIDToGIDMap ");
        objects.Reference(mapObject).Ascii(">>");
        objects.End();

        int fontObject = objects.Reserve();
        objects.Begin(fontObject).Ascii($"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[");
        objects.Reference(descendant).Ascii("]/ToUnicode ");
        objects.Reference(unicodeObject).Ascii(">>");
        objects.End();
        return fontObject;
    }

    private static void AppendOutline(ByteBuffer glyf, ReadOnlySpan<byte> outline, Func<int, int> renumber)
    {
        if (!outline.IsEmpty && TrueTypeFont.I16(outline, 0) < 0)
        {
            var composite = outline.ToArray();
            int flags;
            int at = 10;
            do
            {
                flags = TrueTypeFont.U16(composite, at);
                BinaryPrimitives.WriteUInt16BigEndian(composite.AsSpan(at + 2), (ushort)renumber(TrueTypeFont.U16(composite, at + 2)));
                bool argumentsAreWords = (flags & 0x0001) != 0;
                int scaleBytes = (flags & 0x0008) != 0 ? 2 : (flags & 0x0040) != 0 ? 4 : (flags & 0x0080) != 0 ? 8 : 0;
                at += 4 + (argumentsAreWords ? 4 : 2) + scaleBytes;
            }
            while ((flags & 0x0020) != 0);
            glyf.Raw(composite);
        }
        else
        {
            glyf.Raw(outline);
        }

        while (glyf.Length % 4 != 0)
            glyf.Byte(0);
    }

    private static ByteBuffer WriteFile(List<(string Tag, byte[] Data)> tables)
    {
        tables.Sort((a, b) => string.CompareOrdinal(a.Tag, b.Tag));
        int power = 1 << (int)Math.Log2(tables.Count);
        var file = new ByteBuffer().U32(0x00010000).U16(tables.Count).U16(16 * power).U16((int)Math.Log2(power)).U16(16 * (tables.Count - power));
        int offset = 12 + 16 * tables.Count;
        foreach (var (tag, data) in tables)
        {
            file.Ascii(tag).U32(Checksum(data)).U32((uint)offset).U32((uint)data.Length);
            offset += (data.Length + 3) & ~3;
        }

        foreach (var (_, data) in tables)
        {
            file.Raw(data);
            while (file.Length % 4 != 0)
                file.Byte(0);
        }

        return file;
    }

    private static uint Checksum(ReadOnlySpan<byte> data)
    {
        uint sum = 0;
        for (; data.Length >= 4; data = data[4..])
            sum += BinaryPrimitives.ReadUInt32BigEndian(data);
        Span<byte> tail = stackalloc byte[4];
        data.CopyTo(tail);
        return sum + BinaryPrimitives.ReadUInt32BigEndian(tail);
    }
}
