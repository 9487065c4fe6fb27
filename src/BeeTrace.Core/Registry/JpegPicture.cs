using System.Buffers.Binary;

namespace BeeTrace.Core.Registry;

/// <summary>A JPEG picture without anything but the picture: no place, time, camera or owner, nothing behind its end.</summary>
/// <param name="Content">The bytes that are kept.</param>
/// <param name="Width">Width in pixels, as its header says.</param>
/// <param name="Height">Height in pixels, as its header says.</param>
public sealed record JpegPicture(ReadOnlyMemory<byte> Content, int Width, int Height);

/// <summary>
/// Reads as much of a JPEG file (ITU-T T.81) as its safety needs: dimensions from the header, long before anybody decodes a
/// pixel; and copies it without application segments, where cameras write where a picture was taken.
/// </summary>
public static class JpegFile
{
    /// <summary>House rule: what a phone's picture needs at most.</summary>
    public const int MostBytes = 5 * 1024 * 1024;

    /// <summary>House rule: far above what is shown, far below what fills a memory.</summary>
    public const int MostMegapixels = 40;

    private const byte Mark = 0xFF;
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const byte App0 = 0xE0;
    private const byte App1 = 0xE1;
    private const byte App14 = 0xEE;
    private const byte App15 = 0xEF;
    private const byte Comment = 0xFE;

    /// <summary>Says how the colours are coded: kept, as the picture would look wrong without.</summary>
    private static ReadOnlySpan<byte> Adobe => "Adobe"u8;

    private static ReadOnlySpan<byte> Exif => "Exif\0\0"u8;

    /// <summary>Reads a picture, or says why it cannot be kept.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <param name="field">The input it came from.</param>
    public static Outcome<JpegPicture> Read(ReadOnlyMemory<byte> file, string? field = null)
    {
        if (file.Length > MostBytes)
            return new Refusal(FieldRefusal.PhotoTooLarge, field, MostBytes / 1024 / 1024);
        var bytes = file.Span;
        if (bytes.Length < 4 || bytes[0] != Mark || bytes[1] != StartOfImage || bytes[2] != Mark)
            return new Refusal(FieldRefusal.PhotoNotJpeg, field);

        var broken = new Refusal(FieldRefusal.PhotoBroken, field);
        using var kept = new MemoryStream(bytes.Length);
        kept.Write(bytes[..2]);
        var (width, height, turned, at) = (0, 0, 1, 2);
        while (at < bytes.Length)
        {
            if (bytes[at] != Mark)
                return broken;
            while (at < bytes.Length && bytes[at] == Mark)
                at++;
            if (at == bytes.Length)
                return broken;
            var marker = bytes[at++];
            if (marker == EndOfImage)
            {
                kept.Write([Mark, EndOfImage]);
                return width > 0 && height > 0 ? new JpegPicture(WithOrientation(kept.ToArray(), turned), width, height) : broken;
            }

            if (at + 2 > bytes.Length)
                return broken;
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
            if (length < 2 || at + length > bytes.Length)
                return broken;
            var segment = bytes.Slice(at + 2, length - 2);
            if (IsFrame(marker))
            {
                if (segment.Length < 6)
                    return broken;
                (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(segment[1..]), BinaryPrimitives.ReadUInt16BigEndian(segment[3..]));
                if ((long)width * height > MostMegapixels * 1_000_000L)
                    return new Refusal(FieldRefusal.PhotoTooManyPixels, field, (int)Math.Min(int.MaxValue, (long)width * height / 1_000_000), MostMegapixels);
            }

            if (marker == App1 && OrientationOf(segment) is { } told)
                turned = told;
            if (IsKept(marker, segment))
            {
                kept.Write([Mark, marker]);
                kept.Write(bytes.Slice(at, length));
            }

            at += length;
            if (marker != StartOfScan)
                continue;
            if (width == 0)
                return broken;
            var end = EndOfScan(bytes, at);
            kept.Write(bytes[at..end]);
            at = end;
        }

        return broken;
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static bool IsKept(byte marker, ReadOnlySpan<byte> segment) =>
        marker == Comment ? false
        : marker is < App0 or > App15
        || marker == App0 && segment.StartsWith("JFIF"u8) && segment.Length == 14
        || marker == App14 && segment.StartsWith(Adobe) && segment.Length == 12;

    /// <summary>Where the coded pixels end: the next marker that is neither a stuffed byte nor a restart.</summary>
    private static int EndOfScan(ReadOnlySpan<byte> bytes, int at)
    {
        for (; at + 1 < bytes.Length; at++)
        {
            if (bytes[at] == Mark && bytes[at + 1] is not (0x00 or Mark or >= 0xD0 and <= 0xD7))
                return at;
        }

        return bytes.Length;
    }

    /// <summary>How the camera was held (Exif tag 0x0112, 1 to 8); null where the segment does not say.</summary>
    private static int? OrientationOf(ReadOnlySpan<byte> segment)
    {
        if (!segment.StartsWith(Exif))
            return null;
        var tiff = segment[Exif.Length..];
        if (tiff.Length < 8)
            return null;
        var little = tiff.StartsWith("II"u8);
        var start = Long(tiff[4..], little);
        if (start > (uint)tiff.Length - 2)
            return null;
        var entries = tiff[(int)start..];
        var count = Short(entries, little);
        for (var i = 0; i < count && 2 + (i + 1) * 12 <= entries.Length; i++)
        {
            var entry = entries.Slice(2 + i * 12, 12);
            if (Short(entry, little) == 0x0112)
                return Short(entry[8..], little) is >= 1 and <= 8 and var way ? way : null;
        }

        return null;
    }

    /// <summary>
    /// A picture taken upright would lie on its side without what the camera said of it: that one word is written anew, in a
    /// segment of our own with nothing else in it.
    /// </summary>
    private static byte[] WithOrientation(byte[] picture, int turned) => turned == 1
        ? picture
        : [
            .. picture.AsSpan(0, 2),
            Mark, App1, 0, 34, .. Exif, .. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)turned, 0, 0, 0, 0, 0, 0,
            .. picture.AsSpan(2),
        ];

    private static ushort Short(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Long(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
