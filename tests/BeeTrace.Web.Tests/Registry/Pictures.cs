using System.Buffers.Binary;

namespace BeeTrace.Web.Tests.Registry;

/// <summary>Pictures as a camera writes them, as far as their headers go.</summary>
internal static class Pictures
{
    /// <summary>A JPEG that says these dimensions and, in an application segment, where it was taken; its pixels are a few bytes.</summary>
    public static byte[] Jpeg(int width, int height)
    {
        byte[] exif = [.. "Exif\0\0GPS 29.7937 119.6915"u8];
        byte[] frame = [8, 0, 0, 0, 0, 1, 1, 0x11, 0];
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(1), (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(3), (ushort)width);
        return
        [
            0xFF, 0xD8, .. Segment(0xE1, exif), .. Segment(0xC0, frame), .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD9,
            .. "GPS behind the end"u8,
        ];
    }

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, 0, (byte)(content.Length + 2), .. content];
}
