using System.Globalization;
using System.Text;

namespace BeeTrace.Pdf;

/// <summary>Grows while PDF syntax is written into it. Numbers are written with a point, whatever the reader's culture.</summary>
internal sealed class ByteBuffer
{
    private byte[] _bytes = new byte[1024];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public byte[] ToArray() => Written.ToArray();

    public ByteBuffer Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
        return this;
    }

    /// <summary>Appends ASCII syntax.</summary>
    public ByteBuffer Ascii(string syntax)
    {
        Length += Encoding.ASCII.GetBytes(syntax, Room(syntax.Length));
        return this;
    }

    public ByteBuffer Integer(long value)
    {
        value.TryFormat(Room(20), out int written, default, CultureInfo.InvariantCulture);
        Length += written;
        return this;
    }

    /// <summary>Appends a length or coordinate, rounded to a thousandth of a point, without trailing zeros.</summary>
    public ByteBuffer Number(double value)
    {
        long thousandths = (long)Math.Round(value * 1000, MidpointRounding.AwayFromZero);
        if (thousandths < 0)
        {
            Byte((byte)'-');
            thousandths = -thousandths;
        }

        Integer(thousandths / 1000);
        int rest = (int)(thousandths % 1000);
        if (rest == 0)
            return this;
        Byte((byte)'.');
        for (int digit = 100; rest > 0; digit /= 10)
        {
            Byte((byte)('0' + rest / digit));
            rest %= digit;
        }

        return this;
    }

    public ByteBuffer Byte(byte value)
    {
        Room(1)[0] = value;
        Length++;
        return this;
    }

    public ByteBuffer Hex16(int value)
    {
        var room = Room(4);
        for (int i = 0; i < 4; i++)
            room[i] = (byte)"0123456789ABCDEF"[(value >> (12 - 4 * i)) & 15];
        Length += 4;
        return this;
    }

    public ByteBuffer U16(int value) => Byte((byte)(value >> 8)).Byte((byte)value);

    public ByteBuffer U32(uint value) => U16((int)(value >> 16)).U16((int)(value & 0xFFFF));

    private Span<byte> Room(int count)
    {
        if (Length + count > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
        return _bytes.AsSpan(Length);
    }
}
