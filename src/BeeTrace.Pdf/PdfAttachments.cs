namespace BeeTrace.Pdf;

/// <summary>Takes the attached files out of a PDF that anybody may have made (ISO 32000-1, 7.11.4).</summary>
public static class PdfAttachments
{
    private const int LongestFile = 8 << 20;
    private const int MostNodes = 10_000;

    /// <summary>
    /// The attached files by name; empty when there are none, null when the structure of the PDF cannot be read or is
    /// encrypted. A file of more than 8 MiB, one that is packed in another way than Flate or broken is left out, and of two of one name the first counts.
    /// </summary>
    public static IReadOnlyDictionary<string, byte[]>? Read(ReadOnlyMemory<byte> file)
    {
        var files = new Dictionary<string, byte[]>();
        try
        {
            var reader = PdfReader.Open(file);
            if (reader.IsEncrypted)
                return null;
            foreach (var (name, specification) in Listed(reader))
            {
                if (reader.Resolve<PdfDictionary>(specification, "EF") is { } embedded
                    && (reader.Stream(embedded["UF"]) ?? reader.Stream(embedded["F"])) is { } stream
                    && Content(reader, stream) is { } content)
                    files.TryAdd(NameOf(reader, specification) ?? name, content);
            }

            return files;
        }
        catch (Exception broken) when (broken is InvalidDataException or NotSupportedException)
        {
            return null;
        }
    }

    private static byte[]? Content(PdfReader reader, IndirectObject stream)
    {
        try
        {
            return reader.Decode(stream, LongestFile);
        }
        catch (Exception broken) when (broken is InvalidDataException or NotSupportedException)
        {
            return null;
        }
    }

    private static string? NameOf(PdfReader reader, PdfDictionary specification) =>
        (reader.Resolve<PdfString>(specification, "UF") ?? reader.Resolve<PdfString>(specification, "F")) is { } name ? PdfText.Read(name.Bytes) : null;

    /// <summary>The entries of the name tree of embedded files (7.9.6).</summary>
    private static IEnumerable<(string Name, PdfDictionary Specification)> Listed(PdfReader reader)
    {
        if (reader.Resolve<PdfDictionary>(reader.Catalog, "Names") is not { } names)
            yield break;
        var waiting = new Queue<PdfValue?>([names["EmbeddedFiles"]]);
        for (int nodes = 0; waiting.TryDequeue(out var next); nodes++)
        {
            if (nodes == MostNodes)
                throw new InvalidDataException("The tree of attached files does not end.");
            if (reader.Resolve(next) is not PdfDictionary node)
                continue;
            foreach (var kid in reader.Resolve<PdfArray>(node, "Kids")?.Items ?? [])
                waiting.Enqueue(kid);
            var entries = reader.Resolve<PdfArray>(node, "Names")?.Items ?? [];
            for (int i = 0; i + 1 < entries.Count; i += 2)
            {
                if (reader.Resolve(entries[i]) is PdfString name && reader.Resolve(entries[i + 1]) is PdfDictionary specification)
                    yield return (PdfText.Read(name.Bytes), specification);
            }
        }
    }
}
