using System.Buffers.Binary;
using System.Text;

namespace BeeTrace.Pdf.Tests;

public class FontTests
{
    [Fact]
    public void A_subset_is_a_font_whose_checksums_and_offsets_hold()
    {
        var subset = new FontSubset(Typefaces.Regular, "F1");
        foreach (var rune in "蜂蜜检测Éé±½㐀𬭚".EnumerateRunes())
            subset.CidOf(rune);

        byte[] program = subset.Embed().Program.ToArray();

        int tables = BinaryPrimitives.ReadUInt16BigEndian(program.AsSpan(4));
        tables.ShouldBeGreaterThanOrEqualTo(6);
        for (int i = 0; i < tables; i++)
        {
            var entry = program.AsSpan(12 + 16 * i, 16);
            int offset = BinaryPrimitives.ReadInt32BigEndian(entry[8..]);
            int length = BinaryPrimitives.ReadInt32BigEndian(entry[12..]);
            uint sum = 0;
            for (int at = offset; at < offset + length; at += 4)
                sum += BinaryPrimitives.ReadUInt32BigEndian(program.AsSpan(at));
            sum.ShouldBe(BinaryPrimitives.ReadUInt32BigEndian(entry[4..]), Encoding.ASCII.GetString(entry[..4]));
        }
    }

    [Fact]
    public void Parts_of_composite_glyphs_come_along_under_their_new_numbers()
    {
        // The typeface of the documents has no composite glyph, so the test draws its own: é of e (glyph 2) and acute (glyph 3).
        var font = TrueTypeFont.Load(TinyFont());
        font.GlyphOf(new Rune('é')).ShouldBe(4);
        var subset = new FontSubset(font, "F1");
        subset.CidOf(new Rune('é'));

        byte[] program = subset.Embed().Program.ToArray();

        BinaryPrimitives.ReadUInt16BigEndian(TableOf(program, "maxp").AsSpan(4)).ShouldBe((ushort)4, ".notdef, é, e, acute");
        byte[] loca = TableOf(program, "loca"), glyf = TableOf(program, "glyf");
        int Start(int glyph) => BinaryPrimitives.ReadInt32BigEndian(loca.AsSpan(4 * glyph));
        int At(int offset) => BinaryPrimitives.ReadUInt16BigEndian(glyf.AsSpan(offset));
        At(Start(1) + 12).ShouldBe(2, "the first part");
        At(Start(1) + 22).ShouldBe(3, "the second part, behind four bytes of arguments and two of scale");
        At(Start(2) + 2).ShouldBe(102, "the outline of e, told by its left edge");
        At(Start(3) + 2).ShouldBe(103, "the outline of acute");
    }

    [Fact]
    public void The_name_of_a_subset_depends_on_its_characters_only()
    {
        static string NameOf(string text)
        {
            var subset = new FontSubset(Typefaces.Bold, "F1");
            foreach (var rune in text.EnumerateRunes())
                subset.CidOf(rune);
            return subset.Name();
        }

        NameOf("蜂蜜").ShouldBe(NameOf("蜂蜜蜂"));
        NameOf("蜂蜜").ShouldNotBe(NameOf("蜂王"));
        NameOf("蜂蜜").ShouldMatch("^[A-Z]{6}\\+NotoSansSC-Bold$");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    [InlineData(100)]
    [InlineData(5000)]
    [InlineData(1000000)]
    public void A_font_file_that_is_cut_off_is_refused(int length) =>
        Should.Throw<InvalidDataException>(() => TrueTypeFont.Load(Typefaces.RegularFile().AsMemory(0, length)));

    [Fact]
    public void What_is_not_a_true_type_font_is_refused() =>
        Should.Throw<InvalidDataException>(() => TrueTypeFont.Load("OTTO and so on, with CFF outlines"u8.ToArray()));

    [Fact]
    public void Digits_of_one_weight_are_equally_wide() =>
        "0123456789".EnumerateRunes().Select(digit => Typefaces.Regular.AdvanceOf(Typefaces.Regular.GlyphOf(digit))).Distinct().ShouldHaveSingleItem();

    private static byte[] TableOf(byte[] program, string tag)
    {
        int tables = BinaryPrimitives.ReadUInt16BigEndian(program.AsSpan(4));
        for (int i = 0; i < tables; i++)
        {
            var entry = program.AsSpan(12 + 16 * i, 16);
            if (Encoding.ASCII.GetString(entry[..4]) == tag)
                return program.AsSpan(BinaryPrimitives.ReadInt32BigEndian(entry[8..]), BinaryPrimitives.ReadInt32BigEndian(entry[12..])).ToArray();
        }

        throw new InvalidDataException(tag);
    }

    /// <summary>A font of five glyphs: .notdef, one that nothing uses, e, acute and é, a composite of both.</summary>
    private static byte[] TinyFont()
    {
        static byte[] Simple(int left) => new ByteBuffer().U16(1).U16(left).U16(0).U16(left + 9).U16(9).U16(0).U16(0).Byte(1).Byte(0).Byte(0).Byte(0).Byte(0).ToArray();
        const int wordArguments = 0x0001, hasScale = 0x0008, moreParts = 0x0020;
        byte[] composite = new ByteBuffer().U16(0xFFFF).U16(104).U16(0).U16(120).U16(9)
            .U16(wordArguments | hasScale | moreParts).U16(2).U16(0).U16(0).U16(0x4000)
            .U16(0).U16(3).Byte(0).Byte(5).ToArray();
        var outlines = new[] { [], Simple(101), Simple(102), Simple(103), composite };
        ByteBuffer glyf = new(), loca = new(), hmtx = new();
        foreach (byte[] outline in outlines)
        {
            loca.U32((uint)glyf.Length);
            glyf.Raw(outline);
            hmtx.U16(500).U16(0);
        }

        loca.U32((uint)glyf.Length);
        byte[] name = Encoding.BigEndianUnicode.GetBytes("Tiny");
        var tables = new (string Tag, byte[] Data)[]
        {
            ("OS/2", new byte[96]),
            ("cmap", new ByteBuffer().U16(0).U16(1).U16(3).U16(10).U32(12).U16(12).U16(0).U32(28).U32(0).U32(1).U32('é').U32('é').U32(4).ToArray()),
            ("glyf", glyf.ToArray()),
            ("head", new ByteBuffer().Raw(new byte[18]).U16(1000).Raw(new byte[30]).U16(1).U16(0).ToArray()),
            ("hhea", new ByteBuffer().Raw(new byte[34]).U16(outlines.Length).ToArray()),
            ("hmtx", hmtx.ToArray()),
            ("loca", loca.ToArray()),
            ("maxp", new ByteBuffer().U32(0x00010000).U16(outlines.Length).Raw(new byte[26]).ToArray()),
            ("name", new ByteBuffer().U16(0).U16(1).U16(18).U16(3).U16(1).U16(0x409).U16(6).U16(name.Length).U16(0).Raw(name).ToArray()),
        };
        var file = new ByteBuffer().U32(0x00010000).U16(tables.Length).U16(0).U16(0).U16(0);
        int offset = 12 + 16 * tables.Length;
        foreach (var (tag, data) in tables)
        {
            file.Ascii(tag).U32(0).U32((uint)offset).U32((uint)data.Length);
            offset += data.Length;
        }

        foreach (var (_, data) in tables)
            file.Raw(data);
        return file.ToArray();
    }
}
