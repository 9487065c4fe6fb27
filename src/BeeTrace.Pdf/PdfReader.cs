using System.IO.Compression;
using System.Runtime.InteropServices;

namespace BeeTrace.Pdf;

/// <summary>Where an object stands: at an offset of the file, or in an object stream (7.5.7); or that its number is free.</summary>
/// <param name="Offset">Offset in the file; null for one that is free or stands in a stream.</param>
/// <param name="Generation">Its generation.</param>
/// <param name="Container">Number of the object stream; null for any other.</param>
internal readonly record struct PdfPlace(int? Offset, int Generation, int? Container);

/// <summary>
/// Finds and reads the objects of a file that anybody may have made (ISO 32000-1, 7.5): cross-reference tables and
/// streams, object streams, all revisions. The work is bounded by the length of the file and fixed limits; whatever is
/// wrong ends in <see cref="InvalidDataException"/>, what is right but not done here in <see cref="NotSupportedException"/>.
/// </summary>
internal sealed class PdfReader
{
    private const int MostSections = 1000;
    private const int MostDecoded = 64 << 20;
    private const int LongestTable = 16 << 20;
    private const int DeepestUnpacking = 8;

    /// <summary>Annex C, table C.1.</summary>
    private const int HighestNumber = 8_388_607;

    private readonly Dictionary<int, PdfPlace> _places = [];
    private readonly SortedSet<int> _offsets = [];
    private readonly Dictionary<int, IndirectObject> _objects = [];
    private readonly Dictionary<int, Dictionary<int, PdfValue>> _packed = [];
    private long _unread;
    private int _decoded;
    private int _unpacking;

    private PdfReader(ReadOnlyMemory<byte> file)
    {
        File = file;
        // Each byte belongs to one object: whoever makes us read the file several times over means harm.
        _unread = 4L * file.Length + 4096;
    }

    public ReadOnlyMemory<byte> File { get; }

    /// <summary>The trailer of the newest revision.</summary>
    public PdfDictionary Trailer { get; private set; } = null!;

    /// <summary>Where the newest cross-reference section begins.</summary>
    public int NewestSection { get; private set; }

    /// <summary>Whether the newest cross-reference section is a stream (7.5.8).</summary>
    public bool HasStreamSection { get; private set; }

    /// <summary>Whether nothing but white space follows the end of the newest revision.</summary>
    public bool EndsCleanly { get; private set; }

    public bool IsEncrypted => Trailer["Encrypt"] is { } encryption && !IsNull(encryption);

    /// <summary>One above the highest object number of any revision.</summary>
    public int FreeNumber => Math.Max(Trailer["Size"] is PdfNumber { Integer: > 0 and <= HighestNumber } size ? (int)size.Integer : 0, _places.Keys.DefaultIfEmpty(0).Max() + 1);

    /// <summary>Where objects begin, of all revisions.</summary>
    public IEnumerable<int> Offsets => _offsets;

    /// <summary>Whether a stream holds objects.</summary>
    public static bool IsPacked(PdfDictionary stream) => (stream["Type"] as PdfName)?.Name == "ObjStm";

    public static bool IsPdf(ReadOnlySpan<byte> file) => file.StartsWith("%PDF-"u8);

    /// <summary>Reads the cross-reference sections of all revisions.</summary>
    public static PdfReader Open(ReadOnlyMemory<byte> file)
    {
        if (!IsPdf(file.Span))
            throw new InvalidDataException("The file is no PDF.");
        var reader = new PdfReader(file);
        reader.ReadSections();
        return reader;
    }

    /// <summary>Opens a file that is to get another section.</summary>
    /// <exception cref="InvalidDataException">It is no PDF, or its structure is broken.</exception>
    /// <exception cref="NotSupportedException">It is encrypted.</exception>
    public static PdfReader OpenToAppend(ReadOnlyMemory<byte> file)
    {
        var reader = Open(file);
        if (reader.IsEncrypted)
            throw new NotSupportedException("An encrypted PDF can be neither signed nor stamped.");
        if (!reader.EndsCleanly)
            throw new InvalidDataException("The PDF does not end where it should.");
        return reader;
    }

    /// <summary>Follows a reference; what does not exist is null, as 7.3.10 has it.</summary>
    public PdfValue? Resolve(PdfValue? value)
    {
        const int mostHops = 16;
        for (int hops = 0; value is PdfReference reference; hops++)
        {
            if (hops == mostHops)
                throw new InvalidDataException("A reference leads in circles.");
            value = Find(reference);
        }

        return value is null or PdfKeyword { IsNull: true } ? null : value;
    }

    public T? Resolve<T>(PdfDictionary dictionary, string key)
        where T : PdfValue => Resolve(dictionary[key]) as T;

    /// <summary>The dictionary of the document, from which everything is reached.</summary>
    public PdfDictionary Catalog => Resolve<PdfDictionary>(Trailer, "Root") ?? throw new InvalidDataException("The file has no catalog.");

    /// <summary>The object that begins at an offset.</summary>
    public IndirectObject ObjectAt(int offset)
    {
        if (_objects.TryGetValue(offset, out var found))
            return found;
        var parser = new PdfParser(File, offset);
        var read = parser.IndirectObject();
        Spend(parser.Position - offset);
        _objects.Add(offset, read);
        return read;
    }

    /// <summary>The objects that an object stream holds, by number.</summary>
    public Dictionary<int, PdfValue> Unpack(IndirectObject container)
    {
        if (container.Data is not { } data || container.Value is not PdfDictionary dictionary || !IsPacked(dictionary))
            throw new InvalidDataException("An object stream is none.");
        if (_packed.TryGetValue(data, out var known))
            return known;
        // An object stream whose length stands in an object stream, and so on without end.
        if (++_unpacking > DeepestUnpacking)
            throw new InvalidDataException("Object streams lead in circles.");
        var objects = new Dictionary<int, PdfValue>();
        _packed.Add(data, objects);
        Unpack(container, dictionary, objects);
        _unpacking--;
        return objects;
    }

    private void Unpack(IndirectObject container, PdfDictionary dictionary, Dictionary<int, PdfValue> objects)
    {
        var bytes = Decode(container, LongestTable);
        long count = IntegerOf(dictionary, "N"), first = IntegerOf(dictionary, "First");
        if (count > bytes.Length || first > bytes.Length)
            throw new InvalidDataException("An object stream is too short.");
        var heads = new PdfParser(bytes, 0);
        for (long i = 0; i < count; i++)
        {
            long number = heads.Integer(), offset = heads.Integer();
            if (number > int.MaxValue || offset > bytes.Length - first)
                throw new InvalidDataException("An object stream points outside of itself.");
            var parser = new PdfParser(bytes, (int)(first + offset));
            objects.TryAdd((int)number, parser.Value());
            Spend(parser.Position - (int)(first + offset));
        }
    }

    /// <summary>The content of a stream, or an exception when it is longer than <paramref name="longest"/> bytes.</summary>
    public byte[] Decode(IndirectObject stream, int longest)
    {
        if (stream.Data is not { } start || stream.Value is not PdfDictionary dictionary)
            throw new InvalidDataException("A stream is none.");
        long length = IntegerOf(dictionary, "Length");
        if (length > File.Length - start)
            throw new InvalidDataException("A stream is longer than its file.");
        var parser = new PdfParser(File, start + (int)length);
        if (!parser.TryKeyword("endstream"u8))
            throw new InvalidDataException("A stream does not end where it says.");
        Spend(length);
        var raw = File.Slice(start, (int)length);
        var filter = Only(dictionary, "Filter");
        var decoded = filter switch
        {
            null => raw.Length <= longest ? raw.ToArray() : throw TooLong(),
            PdfName { Name: "FlateDecode" } => PdfPredictor.Undo(Inflate(raw, longest), Only(dictionary, "DecodeParms") as PdfDictionary),
            _ => throw new NotSupportedException("A stream is packed in a way that is not read here."),
        };
        return decoded;
    }

    private static InvalidDataException TooLong() => new("A stream is longer than it may be.");

    /// <summary>The value of an entry, which may stand in an array of one.</summary>
    private PdfValue? Only(PdfDictionary dictionary, string key)
    {
        var value = Resolve(dictionary[key]);
        if (value is not PdfArray list)
            return value;
        return list.Items.Count switch
        {
            0 => null,
            1 => Resolve(list.Items[0]),
            _ => throw new NotSupportedException("A stream is packed several times over."),
        };
    }

    private byte[] Inflate(ReadOnlyMemory<byte> raw, int longest)
    {
        if (!MemoryMarshal.TryGetArray(raw, out var bytes))
            bytes = raw.ToArray();
        using var source = new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false);
        using var zlib = new ZLibStream(source, CompressionMode.Decompress);
        using var target = new MemoryStream();
        var block = new byte[16 * 1024];
        int read;
        while ((read = zlib.Read(block)) > 0)
        {
            _decoded += read;
            if (target.Length + read > longest || _decoded > MostDecoded)
                throw TooLong();
            target.Write(block, 0, read);
        }

        _unread += 4 * target.Length;
        return target.ToArray();
    }

    private PdfValue? Find(PdfReference reference)
    {
        if (!_places.TryGetValue(reference.Number, out var place))
            return null;
        if (place.Container is { } container)
        {
            if (_places.TryGetValue(container, out var outer) && outer.Offset is { } at)
                return Unpack(ObjectAt(at)).GetValueOrDefault(reference.Number);
            throw new InvalidDataException("An object stream is missing.");
        }

        if (place.Offset is not { } offset || place.Generation != reference.Generation)
            return null;
        var found = ObjectAt(offset);
        return found.Number == reference.Number && found.Generation == reference.Generation
            ? found.Value
            : throw new InvalidDataException("The cross-reference table points to another object.");
    }

    /// <summary>The object of a reference with its stream, or null when it does not exist.</summary>
    public IndirectObject? Stream(PdfValue? value) =>
        value is PdfReference reference && Find(reference) is PdfDictionary && _places[reference.Number].Offset is { } offset ? ObjectAt(offset) : null;

    private void ReadSections()
    {
        var span = File.Span;
        int word = span.LastIndexOf("startxref"u8);
        if (word < 0)
            throw new InvalidDataException("The file does not tell where its cross-reference table is.");
        var end = new PdfParser(File, word);
        end.TryKeyword("startxref"u8);
        long next = end.Integer();
        EndsCleanly = IsCleanEnd(span[end.Position..]);
        var seen = new HashSet<long>();
        for (long? offset = next; offset is { } section; offset = ReadSection(section))
        {
            if (!seen.Add(section) || seen.Count > MostSections)
                throw new InvalidDataException("Cross-reference tables lead in circles.");
        }
    }

    private static bool IsCleanEnd(ReadOnlySpan<byte> end)
    {
        end = end.TrimStart(" \r\n\t"u8);
        return end.StartsWith("%%EOF"u8) && end["%%EOF"u8.Length..].Trim(" \r\n\t\0"u8).IsEmpty;
    }

    /// <summary>Reads one section and returns where the one before it is.</summary>
    private long? ReadSection(long offset)
    {
        if (offset >= File.Length)
            throw new InvalidDataException("A cross-reference table lies outside of the file.");
        var parser = new PdfParser(File, (int)offset);
        bool isTable = parser.TryKeyword("xref"u8);
        var trailer = isTable ? ReadTable(ref parser) : ReadStream((int)offset);
        Spend(parser.Position - offset);
        if (Trailer is null)
        {
            Trailer = trailer;
            NewestSection = (int)offset;
            HasStreamSection = !isTable;
        }

        return trailer["Prev"] is { } previous
            ? previous is PdfNumber { Integer: >= 0 } number ? number.Integer : throw new InvalidDataException("A cross-reference table names no place for the one before.")
            : null;
    }

    private PdfDictionary ReadTable(ref PdfParser parser)
    {
        var table = new List<(int Number, PdfPlace Place)>();
        while (parser.TryInteger(out long first))
        {
            long count = parser.Integer();
            if (first + count > int.MaxValue)
                throw new InvalidDataException("A cross-reference table is too long.");
            for (long i = 0; i < count; i++)
            {
                long offset = parser.Integer(), generation = parser.Integer();
                bool isUsed = parser.TryKeyword("n"u8);
                if (!isUsed && !parser.TryKeyword("f"u8))
                    throw new InvalidDataException("A cross-reference table is broken.");
                table.Add(((int)(first + i), Place(isUsed, offset, generation)));
            }
        }

        if (!parser.TryKeyword("trailer"u8) || parser.Value() is not PdfDictionary trailer)
            throw new InvalidDataException("A cross-reference table has no trailer.");
        // What a stream beside the table hides from older readers counts before the table says that it is free (7.5.8.4).
        if (trailer["XRefStm"] is PdfNumber { Integer: { } hidden } && hidden < File.Length && hidden >= 0)
            ReadStream((int)hidden);
        foreach (var (number, place) in table)
            Add(number, place);
        return trailer;
    }

    private PdfPlace Place(bool isUsed, long offset, long generation)
    {
        // Some writers mark what they do not use with offset 0.
        if (!isUsed || offset == 0)
            return default;
        if (offset >= File.Length || generation > ushort.MaxValue)
            throw new InvalidDataException("A cross-reference table points outside of the file.");
        return new PdfPlace((int)offset, (int)generation, null);
    }

    private void Add(int number, PdfPlace place)
    {
        if (number > HighestNumber)
            throw new InvalidDataException("An object's number is too high.");
        _places.TryAdd(number, place);
        if (place.Offset is { } offset)
            _offsets.Add(offset);
    }

    private PdfDictionary ReadStream(int offset)
    {
        var section = ObjectAt(offset);
        if (section.Value is not PdfDictionary dictionary || (dictionary["Type"] as PdfName)?.Name != "XRef")
            throw new InvalidDataException("A cross-reference table is missing.");
        var widths = (dictionary["W"] as PdfArray)?.Items.Select(item => (int)Math.Clamp((item as PdfNumber)?.Integer ?? -1, -1, 9)).ToArray();
        if (widths is not { Length: 3 } || widths.Any(width => width is < 0 or > 8) || widths.Sum() == 0)
            throw new InvalidDataException("A cross-reference stream has no columns.");
        var runs = (dictionary["Index"] as PdfArray)?.Items.Select(item => (item as PdfNumber)?.Integer ?? -1).ToArray() ?? [0, IntegerOf(dictionary, "Size")];
        ReadOnlySpan<byte> rows = Decode(section, LongestTable);
        for (int run = 0; run + 1 < runs.Length; run += 2)
        {
            if (runs[run] < 0 || runs[run + 1] < 0 || runs[run] + runs[run + 1] > int.MaxValue || runs[run + 1] * widths.Sum() > rows.Length)
                throw new InvalidDataException("A cross-reference stream is too short.");
            for (long i = 0; i < runs[run + 1]; i++)
            {
                long kind = widths[0] == 0 ? 1 : Column(ref rows, widths[0]);
                long second = Column(ref rows, widths[1]), third = Column(ref rows, widths[2]);
                var place = kind == 2
                    ? new PdfPlace(null, 0, second is >= 0 and <= int.MaxValue ? (int)second : throw new InvalidDataException("A cross-reference stream is broken."))
                    : Place(kind == 1, second, third);
                Add((int)(runs[run] + i), place);
            }
        }

        return dictionary;
    }

    private static long Column(ref ReadOnlySpan<byte> rows, int width)
    {
        long value = 0;
        foreach (byte part in rows[..width])
            value = value << 8 | part;
        rows = rows[width..];
        return value >= 0 ? value : throw new InvalidDataException("A cross-reference stream is broken.");
    }

    private long IntegerOf(PdfDictionary dictionary, string key) =>
        Resolve<PdfNumber>(dictionary, key) is { Integer: >= 0 and <= int.MaxValue } number ? number.Integer.Value : throw new InvalidDataException($"A stream does not tell its {key}.");

    private static bool IsNull(PdfValue value) => value is PdfKeyword { IsNull: true };

    private void Spend(long bytes)
    {
        _unread -= bytes;
        if (_unread < 0)
            throw new InvalidDataException("The objects of the file overlap.");
    }
}
