using System.Globalization;
using System.IO.Compression;

namespace BeeTrace.Pdf;

/// <summary>
/// Writes indirect objects (ISO 32000-1, 7.3.10) one after the other and remembers where each begins, for a new file as
/// well as for a section that is appended to one.
/// </summary>
/// <param name="firstNumber">Number of the first object that is reserved.</param>
/// <param name="offset">Where in the file the written bytes begin.</param>
internal sealed class ObjectWriter(int firstNumber, int offset = 0)
{
    private readonly SortedDictionary<int, (int Offset, int Generation)> _places = [];

    public ByteBuffer Bytes { get; } = new();

    /// <summary>The number that the next object gets, one above the highest in use.</summary>
    public int NextNumber { get; private set; } = firstNumber;

    /// <summary>Where in the file the next byte is written.</summary>
    public int Position => offset + Bytes.Length;

    /// <summary>What has been written, by object number.</summary>
    public IReadOnlyDictionary<int, (int Offset, int Generation)> Places => _places;

    public int Reserve() => NextNumber++;

    public ByteBuffer Begin(int number, int generation = 0)
    {
        _places[number] = (Position, generation);
        return Bytes.Integer(number).Ascii(" ").Integer(generation).Ascii(" obj\n");
    }

    public void End() => Bytes.Ascii("\nendobj\n");

    public ByteBuffer Reference(int number, int generation = 0) => Bytes.Integer(number).Ascii(" ").Integer(generation).Ascii(" R");

    /// <summary>A rectangle whose y grows upwards, as PDF has it.</summary>
    public ByteBuffer Rectangle(Box box) =>
        Bytes.Ascii("[").Number(box.X).Ascii(" ").Number(box.Y).Ascii(" ").Number(box.Right).Ascii(" ").Number(box.Bottom).Ascii("]");

    public int Stream(string entries, ReadOnlySpan<byte> data, bool compress = true)
    {
        int number = Reserve();
        ReadOnlySpan<byte> bytes = compress ? Deflate(data) : data;
        Begin(number).Ascii("<<").Ascii(entries).Ascii(compress ? "/Filter/FlateDecode" : "").Ascii("/Length ").Integer(bytes.Length)
            .Ascii(">>\nstream\n").Raw(bytes).Ascii("\nendstream");
        End();
        return number;
    }

    /// <summary>A cross-reference table (7.5.4) of what has been written, with the head of the list of free numbers.</summary>
    public void WriteTable()
    {
        Bytes.Ascii("xref\n");
        var runs = Runs();
        bool joinsFirst = runs.Count > 0 && runs[0].First == 1;
        Bytes.Ascii("0 ").Integer(joinsFirst ? runs[0].Places.Count + 1 : 1).Ascii("\n0000000000 65535 f \n");
        foreach (var (first, places) in runs)
        {
            if (first != 1)
                Bytes.Integer(first).Ascii(" ").Integer(places.Count).Ascii("\n");
            foreach (var (place, generation) in places)
                Bytes.Ascii(place.ToString("D10", CultureInfo.InvariantCulture)).Ascii(generation.ToString(" 00000", CultureInfo.InvariantCulture)).Ascii(" n \n");
        }
    }

    /// <summary>What has been written, in runs of successive numbers.</summary>
    public List<(int First, List<(int Offset, int Generation)> Places)> Runs()
    {
        var runs = new List<(int First, List<(int, int)> Places)>();
        foreach (var (number, place) in _places)
        {
            if (runs.Count == 0 || runs[^1].First + runs[^1].Places.Count != number)
                runs.Add((number, []));
            runs[^1].Places.Add(place);
        }

        return runs;
    }

    private static byte[] Deflate(ReadOnlySpan<byte> data)
    {
        using var compressed = new MemoryStream(data.Length / 2 + 64);
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(data);
        return compressed.ToArray();
    }
}
