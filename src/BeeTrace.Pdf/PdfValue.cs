namespace BeeTrace.Pdf;

/// <summary>An object as a file holds it (ISO 32000-1, 7.3), with the bytes that it was read from.</summary>
internal abstract class PdfValue
{
    /// <summary>Where it begins in the bytes it was read from.</summary>
    public required int Start { get; init; }

    /// <summary>Its syntax, ready to be copied into another section of the file.</summary>
    public required ReadOnlyMemory<byte> Raw { get; init; }

    public int End => Start + Raw.Length;
}

/// <summary><c>true</c>, <c>false</c> or <c>null</c>.</summary>
internal sealed class PdfKeyword(string word) : PdfValue
{
    public string Word { get; } = word;

    public bool IsNull => Word == "null";
}

/// <param name="integer">The value when the number is written as an integer.</param>
/// <param name="real">The value, as near as a <c>double</c> comes.</param>
internal sealed class PdfNumber(long? integer, double real) : PdfValue
{
    public long? Integer { get; } = integer;

    public double Real { get; } = real;
}

internal sealed class PdfName(string name) : PdfValue
{
    /// <summary>The name without its slash, one character a byte.</summary>
    public string Name { get; } = name;
}

internal sealed class PdfString(byte[] bytes) : PdfValue
{
    public byte[] Bytes { get; } = bytes;
}

internal sealed class PdfArray(IReadOnlyList<PdfValue> items) : PdfValue
{
    public IReadOnlyList<PdfValue> Items { get; } = items;
}

internal sealed class PdfReference(int number, int generation) : PdfValue
{
    public int Number { get; } = number;

    public int Generation { get; } = generation;
}

internal sealed class PdfDictionary(IReadOnlyList<(PdfName Key, PdfValue Value)> entries) : PdfValue
{
    public IReadOnlyList<(PdfName Key, PdfValue Value)> Entries { get; } = entries;

    /// <summary>The first entry of a key as it is written, a reference unresolved; null when there is none.</summary>
    public PdfValue? this[string key]
    {
        get
        {
            foreach (var (name, value) in Entries)
            {
                if (name.Name == key)
                    return value;
            }

            return null;
        }
    }

    /// <summary>Whether two readers could take different entries for the same key.</summary>
    public bool HasKeyTwice => Entries.DistinctBy(entry => entry.Key.Name).Count() < Entries.Count;
}

/// <summary>An object with its number.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Generation">Its generation, 0 in all but old files.</param>
/// <param name="Value">The object; of a stream its dictionary.</param>
/// <param name="Data">Where the bytes of a stream begin in the file; null when it is none.</param>
internal sealed record IndirectObject(int Number, int Generation, PdfValue Value, int? Data);
