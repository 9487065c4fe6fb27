using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BeeTrace.Pdf;

/// <summary>
/// A section that is appended to a finished file (ISO 32000-1, 7.5.6): new objects, and objects that take the place of
/// earlier ones. The file so far stays as it is, byte for byte, as the beginning of the new one.
/// </summary>
internal sealed class PdfUpdate
{
    private readonly PdfReader _file;

    public PdfUpdate(PdfReader file)
    {
        _file = file;
        Objects = new ObjectWriter(file.FreeNumber, file.File.Length);
        if (file.File.Span[^1] is not ((byte)'\n' or (byte)'\r'))
            Objects.Bytes.Ascii("\n");
    }

    public ObjectWriter Objects { get; }

    /// <summary>Writes an object anew in which some entries are others than before.</summary>
    public void Replace(PdfReference reference, PdfDictionary before, IReadOnlyDictionary<string, string> changes)
    {
        Objects.Begin(reference.Number, reference.Generation);
        Objects.Bytes.Raw(Latin1(With(before, changes)));
        Objects.End();
    }

    /// <summary>The syntax of a dictionary in which some entries are others than before; each character stands for a byte.</summary>
    public static string With(PdfDictionary? before, IReadOnlyDictionary<string, string> changes)
    {
        var kept = before?.Entries.Where(entry => !changes.ContainsKey(entry.Key.Name)).Select(entry => $"{Syntax(entry.Key)} {Syntax(entry.Value)}") ?? [];
        return $"<<{string.Join('\n', kept.Concat(changes.Select(change => $"/{change.Key} {change.Value}")))}>>";
    }

    /// <summary>The syntax of an array with more items at its end.</summary>
    public static string With(PdfArray? before, params IEnumerable<string> more) =>
        $"[{string.Join(' ', (before?.Items ?? []).Select(Syntax).Concat(more))}]";

    /// <summary>The syntax that an object was read from; each character stands for a byte.</summary>
    public static string Syntax(PdfValue value) => Encoding.Latin1.GetString(value.Raw.Span);

    public static string Reference(int number) => string.Create(CultureInfo.InvariantCulture, $"{number} 0 R");

    /// <summary>Ends the section, with a table or a stream as the section before has it, and returns the whole file.</summary>
    public byte[] Finish()
    {
        string entries = Entries();
        int section = Objects.Position;
        if (_file.HasStreamSection)
        {
            WriteStream(entries);
        }
        else
        {
            Objects.WriteTable();
            Objects.Bytes.Ascii("trailer\n<</Size ").Integer(Objects.NextNumber).Raw(Latin1(entries)).Ascii(">>");
        }

        Objects.Bytes.Ascii("\nstartxref\n").Integer(section).Ascii("\n%%EOF\n");
        var whole = new byte[_file.File.Length + Objects.Bytes.Length];
        _file.File.CopyTo(whole);
        Objects.Bytes.Written.CopyTo(whole.AsSpan(_file.File.Length));
        return whole;
    }

    /// <summary>What the trailer keeps of the one before; of the identifier the first half stays and the second says which state this is (14.4).</summary>
    private string Entries()
    {
        string entries = "";
        foreach (string key in (ReadOnlySpan<string>)["Root", "Info"])
        {
            if (_file.Trailer[key] is { } value)
                entries += $"/{key} {Syntax(value)}";
        }

        if (_file.Resolve<PdfArray>(_file.Trailer, "ID") is { Items: [PdfString first, ..] })
            entries += $"/ID[{Syntax(first)}<{Convert.ToHexString(SHA256.HashData(Objects.Bytes.Written).AsSpan(0, 16))}>]";
        return string.Create(CultureInfo.InvariantCulture, $"{entries}/Prev {_file.NewestSection}");
    }

    private void WriteStream(string entries)
    {
        int number = Objects.Reserve();
        Objects.Begin(number);
        var rows = new ByteBuffer();
        foreach (var (offset, generation) in Objects.Places.Values)
            rows.Byte(1).U32((uint)offset).U16(generation);
        string index = string.Join(' ', Objects.Runs().Select(run => string.Create(CultureInfo.InvariantCulture, $"{run.First} {run.Places.Count}")));
        Objects.Bytes.Ascii("<</Type/XRef/Size ").Integer(Objects.NextNumber).Raw(Latin1(entries)).Ascii($"/W[1 4 2]/Index[{index}]/Length ").Integer(rows.Length)
            .Ascii(">>\nstream\n").Raw(rows.Written).Ascii("\nendstream");
        Objects.End();
    }

    private static byte[] Latin1(string syntax) => Encoding.Latin1.GetBytes(syntax);
}
