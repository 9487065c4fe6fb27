using System.Globalization;
using System.Text;

namespace BeeTrace.Pdf;

/// <summary>
/// Reads PDF syntax (ISO 32000-1, 7.2 and 7.3) from bytes that may have been made to do harm: it never reads a byte more
/// than a few times, never nests deeply, and refuses with <see cref="InvalidDataException"/>.
/// </summary>
internal ref struct PdfParser(ReadOnlyMemory<byte> source, int position)
{
    private const int DeepestNesting = 100;

    private readonly ReadOnlyMemory<byte> _source = source;
    private readonly ReadOnlySpan<byte> _bytes = source.Span;
    private int _depth;

    public int Position { get; private set; } = position;

    public readonly bool IsAtEnd => Position >= _bytes.Length;

    public static bool IsSpace(byte value) => value is 0 or (byte)'\t' or (byte)'\n' or (byte)'\f' or (byte)'\r' or (byte)' ';

    private static bool IsDelimiter(byte value) => value is (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%';

    private static bool IsRegular(byte value) => !IsSpace(value) && !IsDelimiter(value);

    private static bool IsNumeric(byte value) => value is >= (byte)'0' and <= (byte)'9' or (byte)'+' or (byte)'-' or (byte)'.';

    /// <summary>Passes white space and comments.</summary>
    public void SkipSpace()
    {
        while (Position < _bytes.Length)
        {
            if (_bytes[Position] == '%')
            {
                int end = _bytes[Position..].IndexOfAny((byte)'\n', (byte)'\r');
                Position = end < 0 ? _bytes.Length : Position + end;
            }
            else if (!IsSpace(_bytes[Position]))
            {
                return;
            }
            else
            {
                Position++;
            }
        }
    }

    /// <summary>Passes a word when it stands next, after white space.</summary>
    public bool TryKeyword(ReadOnlySpan<byte> word)
    {
        int before = Position;
        SkipSpace();
        int end = Position + word.Length;
        if (_bytes[Position..].StartsWith(word) && (end == _bytes.Length || !IsRegular(_bytes[end])))
        {
            Position = end;
            return true;
        }

        Position = before;
        return false;
    }

    /// <summary>Reads an unsigned integer when one stands next, after white space.</summary>
    public bool TryInteger(out long value)
    {
        const int mostDigits = 18;
        int before = Position;
        SkipSpace();
        int start = Position;
        value = 0;
        while (Position < _bytes.Length && char.IsAsciiDigit((char)_bytes[Position]) && Position - start < mostDigits)
            value = value * 10 + _bytes[Position++] - '0';
        bool ends = Position == _bytes.Length || !IsRegular(_bytes[Position]);
        if (Position > start && ends)
            return true;
        Position = before;
        return false;
    }

    public long Integer() => TryInteger(out long value) ? value : throw Broken("A number is missing");

    /// <summary>Reads <c>12 0 obj</c>, the object, and whether a stream follows.</summary>
    public IndirectObject IndirectObject()
    {
        long number = Integer(), generation = Integer();
        if (number > int.MaxValue || generation > ushort.MaxValue || !TryKeyword("obj"u8))
            throw Broken("No object begins");
        var value = Value();
        int? data = null;
        if (value is PdfDictionary && TryKeyword("stream"u8))
        {
            if (Position < _bytes.Length && _bytes[Position] == '\r')
                Position++;
            if (Position < _bytes.Length && _bytes[Position] == '\n')
                Position++;
            data = Position;
        }
        else if (!TryKeyword("endobj"u8))
        {
            throw Broken("An object does not end");
        }

        return new IndirectObject((int)number, (int)generation, value, data);
    }

    /// <summary>Reads one object of any kind.</summary>
    public PdfValue Value()
    {
        SkipSpace();
        if (IsAtEnd)
            throw Broken("The file ends inside an object");
        if (++_depth > DeepestNesting)
            throw Broken("Objects are nested too deeply");
        byte first = _bytes[Position];
        bool opensDictionary = first == '<' && Position + 1 < _bytes.Length && _bytes[Position + 1] == '<';
        PdfValue value = first switch
        {
            (byte)'/' => Name(),
            (byte)'(' => LiteralString(),
            (byte)'<' => opensDictionary ? Dictionary() : HexString(),
            (byte)'[' => Array(),
            _ when IsNumeric(first) => NumberOrReference(),
            _ => Keyword(),
        };
        _depth--;
        return value;
    }

    private readonly ReadOnlyMemory<byte> Since(int start) => _source[start..Position];

    private PdfName Name()
    {
        int start = Position++;
        var name = new StringBuilder();
        while (Position < _bytes.Length && IsRegular(_bytes[Position]))
        {
            byte value = _bytes[Position++];
            if (value == '#' && Position + 1 < _bytes.Length && HexDigit(_bytes[Position]) is { } high && HexDigit(_bytes[Position + 1]) is { } low)
            {
                value = (byte)(high << 4 | low);
                Position += 2;
            }

            name.Append((char)value);
        }

        return new PdfName(name.ToString()) { Start = start, Raw = Since(start) };
    }

    private PdfString LiteralString()
    {
        int start = Position++;
        var bytes = new ByteBuffer();
        int open = 1;
        while (true)
        {
            if (IsAtEnd)
                throw Broken("A string does not end");
            byte value = _bytes[Position++];
            if (value == ')' && --open == 0)
                break;
            if (value == '(')
                open++;
            if (value != '\\')
                bytes.Byte(value);
            else if (!IsAtEnd)
                Escape(bytes);
        }

        return new PdfString(bytes.ToArray()) { Start = start, Raw = Since(start) };
    }

    private void Escape(ByteBuffer bytes)
    {
        byte escaped = _bytes[Position++];
        switch (escaped)
        {
            case (byte)'n':
                bytes.Byte((byte)'\n');
                break;
            case (byte)'r':
                bytes.Byte((byte)'\r');
                break;
            case (byte)'t':
                bytes.Byte((byte)'\t');
                break;
            case (byte)'b':
                bytes.Byte((byte)'\b');
                break;
            case (byte)'f':
                bytes.Byte((byte)'\f');
                break;
            case (byte)'\r':
                if (!IsAtEnd && _bytes[Position] == '\n')
                    Position++;
                break;
            case (byte)'\n':
                break;
            case >= (byte)'0' and <= (byte)'7':
                int octal = escaped - '0';
                for (int i = 0; i < 2 && !IsAtEnd && _bytes[Position] is >= (byte)'0' and <= (byte)'7'; i++)
                    octal = octal * 8 + _bytes[Position++] - '0';
                bytes.Byte((byte)octal);
                break;
            default:
                bytes.Byte(escaped);
                break;
        }
    }

    private PdfString HexString()
    {
        int start = Position++;
        var bytes = new ByteBuffer();
        int? pending = null;
        while (true)
        {
            if (IsAtEnd)
                throw Broken("A string does not end");
            byte value = _bytes[Position++];
            if (value == '>')
                break;
            if (IsSpace(value))
                continue;
            int digit = HexDigit(value) ?? throw Broken("A string holds what is no hexadecimal digit");
            if (pending is { } high)
                bytes.Byte((byte)(high << 4 | digit));
            pending = pending is null ? digit : null;
        }

        if (pending is { } last)
            bytes.Byte((byte)(last << 4));
        return new PdfString(bytes.ToArray()) { Start = start, Raw = Since(start) };
    }

    private PdfArray Array()
    {
        int start = Position++;
        var items = new List<PdfValue>();
        while (true)
        {
            SkipSpace();
            if (!IsAtEnd && _bytes[Position] == ']')
                break;
            items.Add(Value());
        }

        Position++;
        return new PdfArray(items) { Start = start, Raw = Since(start) };
    }

    private PdfDictionary Dictionary()
    {
        int start = Position;
        Position += 2;
        var entries = new List<(PdfName, PdfValue)>();
        while (true)
        {
            SkipSpace();
            if (_bytes[Position..].StartsWith(">>"u8))
                break;
            if (IsAtEnd || _bytes[Position] != '/')
                throw Broken("A dictionary has a key that is no name");
            var key = Name();
            entries.Add((key, Value()));
        }

        Position += 2;
        return new PdfDictionary(entries) { Start = start, Raw = Since(start) };
    }

    private PdfValue NumberOrReference()
    {
        int start = Position;
        if (TryInteger(out long number))
        {
            int end = Position;
            if (number <= int.MaxValue && TryInteger(out long generation) && generation <= ushort.MaxValue && TryKeyword("R"u8))
                return new PdfReference((int)number, (int)generation) { Start = start, Raw = Since(start) };
            Position = end;
            return new PdfNumber(number, number) { Start = start, Raw = Since(start) };
        }

        while (Position < _bytes.Length && IsRegular(_bytes[Position]))
            Position++;
        var raw = Since(start);
        const int longest = 64;
        if (raw.Length > longest || !double.TryParse(raw.Span, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double real))
            throw Broken("A number cannot be read");
        return new PdfNumber(long.TryParse(raw.Span, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer) ? integer : null, real) { Start = start, Raw = raw };
    }

    private PdfKeyword Keyword()
    {
        int start = Position;
        foreach (string word in (ReadOnlySpan<string>)["true", "false", "null"])
        {
            if (TryKeyword(Encoding.ASCII.GetBytes(word)))
                return new PdfKeyword(word) { Start = start, Raw = Since(start) };
        }

        throw Broken("An object cannot be read");
    }

    private static int? HexDigit(byte digit) => char.IsAsciiHexDigit((char)digit) ? (digit | 0x20) <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10 : null;

    private readonly InvalidDataException Broken(string what) => new(string.Create(CultureInfo.InvariantCulture, $"{what} (byte {Position})."));
}
