using System.Buffers.Binary;
using BeeTrace.Core.Registry;
using CsCheck;

namespace BeeTrace.Core.Tests.Registry;

public class JpegFileTests
{
    private static readonly byte[] Scan = [.. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 0x12, 0xFF, 0x00, 0xFF, 0xD3, 0x34];
    private static readonly byte[] End = [0xFF, 0xD9];

    [Fact]
    public void What_the_camera_wrote_goes_and_the_picture_stays()
    {
        byte[] jfif = [.. "JFIF\0"u8, 1, 2, 0, 0, 1, 0, 1, 0, 0];
        byte[] adobe = [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 1];
        byte[] tables = Segment(0xDB, new byte[65]);
        byte[] file =
        [
            0xFF, 0xD8, .. Segment(0xE0, jfif), .. Segment(0xE1, [.. "Exif\0\0GPS"u8]), .. Segment(0xE2, [.. "ICC_PROFILE"u8]), .. Segment(0xED, [.. "Photoshop"u8]),
            .. Segment(0xEE, adobe), .. Segment(0xFE, [.. "taken at home"u8]), .. tables, .. Frame(640, 480), .. Scan, .. End, .. "video behind the end"u8,
        ];

        var picture = JpegFile.Read(file).Value;

        (picture.Width, picture.Height).ShouldBe((640, 480));
        picture.Content.ToArray().ShouldBe([0xFF, 0xD8, .. Segment(0xE0, jfif), .. Segment(0xEE, adobe), .. tables, .. Frame(640, 480), .. Scan, .. End]);
        JpegFile.Read(picture.Content).Value.Content.ToArray().ShouldBe(picture.Content.ToArray(), "once clean it stays as it is");
    }

    [Theory]
    [InlineData(true, 6)]
    [InlineData(false, 8)]
    [InlineData(true, 1)]
    public void A_picture_that_was_taken_upright_stays_upright_and_tells_nothing_else(bool little, byte way)
    {
        var picture = JpegFile.Read((byte[])[0xFF, 0xD8, .. Segment(0xE1, Exif(little, way)), .. Frame(640, 480), .. Scan, .. End]).Value;

        var text = System.Text.Encoding.Latin1.GetString(picture.Content.Span);
        text.Contains("Exif").ShouldBe(way != 1);
        text.ShouldNotContain("secret");
        var again = JpegFile.Read(picture.Content).Value;
        again.Content.ToArray().ShouldBe(picture.Content.ToArray(), "the word we write is one that we read");
    }

    [Theory]
    [InlineData(16000, 12500, 200)]
    [InlineData(65535, 65535, 4294)]
    public void Too_many_pixels_are_refused_by_the_header_alone(int width, int height, int megapixels)
    {
        var refusal = JpegFile.Read((byte[])[0xFF, 0xD8, .. Frame(width, height)], "Photo").Refusals.ShouldHaveSingleItem();
        (refusal.Code, refusal.Field).ShouldBe((FieldRefusal.PhotoTooManyPixels, "Photo"));
        refusal.Arguments.ShouldBe([megapixels, 40]);
    }

    [Fact]
    public void What_is_no_jpeg_too_large_or_cut_off_is_told_apart()
    {
        CodeOf([]).ShouldBe(FieldRefusal.PhotoNotJpeg);
        CodeOf([.. "\x89PNG\r\n"u8, 0, 0]).ShouldBe(FieldRefusal.PhotoNotJpeg);
        CodeOf(new byte[JpegFile.MostBytes + 1]).ShouldBe(FieldRefusal.PhotoTooLarge);
        byte[] whole = [0xFF, 0xD8, .. Frame(640, 480), .. Scan, .. End];
        JpegFile.Read(whole).IsDone.ShouldBeTrue();
        for (var length = 4; length < whole.Length; length++)
            CodeOf(whole[..length]).ShouldBe(FieldRefusal.PhotoBroken, $"{length} bytes");
        CodeOf([0xFF, 0xD8, .. Scan, .. End]).ShouldBe(FieldRefusal.PhotoBroken, "a scan without a frame");
        CodeOf([0xFF, 0xD8, .. Frame(0, 480), .. Scan, .. End]).ShouldBe(FieldRefusal.PhotoBroken);
    }

    [Fact]
    public void Whatever_the_bytes_the_answer_is_a_picture_or_a_refusal() =>
        Gen.Byte.Array[0, 200].Sample(bytes =>
        {
            byte[] file = [0xFF, 0xD8, 0xFF, .. bytes];
            var read = JpegFile.Read(file);
            return !read.IsDone || read.Value.Content.Length <= file.Length + 36;
        });

    private static string CodeOf(byte[] file) => JpegFile.Read(file).Refusals.ShouldHaveSingleItem().Code;

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, 0, (byte)(content.Length + 2), .. content];

    private static byte[] Frame(int width, int height)
    {
        byte[] frame = [8, 0, 0, 0, 0, 1, 1, 0x11, 0];
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(1), (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(3), (ushort)width);
        return Segment(0xC0, frame);
    }

    /// <summary>What a camera writes: who made it, and in which of the eight ways it was held.</summary>
    private static byte[] Exif(bool little, byte way) => little
        ? [.. "Exif\0\0II"u8, 42, 0, 8, 0, 0, 0, 2, 0, 0x0F, 1, 2, 0, 6, 0, 0, 0, 50, 0, 0, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, way, 0, 0, 0, 0, 0, 0, 0, .. "secret"u8]
        : [.. "Exif\0\0MM"u8, 0, 42, 0, 0, 0, 8, 0, 2, 1, 0x0F, 0, 2, 0, 0, 0, 6, 0, 0, 0, 50, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, way, 0, 0, 0, 0, 0, 0, .. "secret"u8];
}
