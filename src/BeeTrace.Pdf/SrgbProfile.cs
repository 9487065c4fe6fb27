using System.Text;

namespace BeeTrace.Pdf;

/// <summary>
/// The sRGB colour space (IEC 61966-2-1:1999) as an ICC display profile of version 4.2 (ISO 15076-1): three primaries
/// adapted to D50 by Bradford's matrix, and the standard's own curve as a parametric function.
/// </summary>
internal static class SrgbProfile
{
    public static byte[] Bytes { get; } = Build();

    private static byte[] Build()
    {
        var curve = Tag("para").U16(3).U16(0);
        foreach (double parameter in (ReadOnlySpan<double>)[2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045])
            Fixed(curve, parameter);

        var adaptation = Tag("sf32");
        foreach (double element in (ReadOnlySpan<double>)[1.047882, 0.022918, -0.050217, 0.029587, 0.990479, -0.017059, -0.009247, 0.015076, 0.751678])
            Fixed(adaptation, element);

        (string Name, ByteBuffer Data)[] tags =
        [
            ("desc", Text("sRGB IEC61966-2.1")),
            ("cprt", Text("No copyright, use freely")),
            ("wtpt", Xyz(0.9642, 1, 0.8249)),
            ("chad", adaptation),
            ("rXYZ", Xyz(0.436066, 0.222488, 0.013916)),
            ("gXYZ", Xyz(0.385147, 0.716873, 0.097076)),
            ("bXYZ", Xyz(0.143066, 0.060608, 0.714096)),
            ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
        ];
        var directory = new ByteBuffer().U32((uint)tags.Length);
        var data = new ByteBuffer();
        int start = 128 + 4 + 12 * tags.Length;
        var written = new Dictionary<ByteBuffer, int>();
        foreach (var (name, tag) in tags)
        {
            if (!written.TryGetValue(tag, out int offset))
            {
                offset = start + data.Length;
                written.Add(tag, offset);
                data.Raw(tag.Written);
                while (data.Length % 4 != 0)
                    data.Byte(0);
            }

            directory.Ascii(name).U32((uint)offset).U32((uint)tag.Length);
        }

        var header = new ByteBuffer()
            .U32((uint)(start + data.Length)).U32(0).U32(0x04200000).Ascii("mntrRGB XYZ ")
            .U16(1999).U16(10).U16(21).U16(0).U16(0).U16(0) // The day of IEC 61966-2-1: a fixed date keeps the bytes the same.
            .Ascii("acsp").U32(0).U32(0).U32(0).U32(0).U32(0).U32(0).U32(0);
        Fixed(header, 0.9642);
        Fixed(header, 1);
        Fixed(header, 0.8249);
        while (header.Length < 128)
            header.Byte(0);
        return header.Raw(directory.Written).Raw(data.Written).ToArray();
    }

    private static ByteBuffer Tag(string type) => new ByteBuffer().Ascii(type).U32(0);

    private static ByteBuffer Xyz(double x, double y, double z)
    {
        var tag = Tag("XYZ ");
        Fixed(tag, x);
        Fixed(tag, y);
        Fixed(tag, z);
        return tag;
    }

    private static ByteBuffer Text(string text) =>
        Tag("mluc").U32(1).U32(12).Ascii("enUS").U32((uint)(2 * text.Length)).U32(28).Raw(Encoding.BigEndianUnicode.GetBytes(text));

    /// <summary>A number as <c>s15Fixed16</c>.</summary>
    private static void Fixed(ByteBuffer buffer, double value) => buffer.U32((uint)(int)Math.Round(value * 65536, MidpointRounding.AwayFromZero));
}
