namespace BeeTrace.Pdf;

/// <summary>The one signature dictionary of a file (ISO 32000-1, 12.8.1), found and measured, its message unread.</summary>
/// <param name="From">Where the angle bracket before the message is.</param>
/// <param name="To">Where the file goes on after the bracket behind it; the signature covers all before and all from here.</param>
/// <param name="SignedAt">When the signer says to have signed.</param>
internal sealed record SignatureDictionary(int From, int To, DateTimeOffset SignedAt)
{
    private const int DeepestFields = 32;

    /// <summary>Finds the signature, or else says why there is none that counts.</summary>
    public static PdfFinding Find(PdfReader file, out SignatureDictionary? signature)
    {
        signature = null;
        var all = new List<PdfDictionary>();
        bool isPacked = false;
        foreach (int offset in file.Offsets)
        {
            var found = file.ObjectAt(offset);
            Collect(found.Value, all);
            if (found.Value is not PdfDictionary stream || found.Data is null || !PdfReader.IsPacked(stream))
                continue;
            int outside = all.Count;
            foreach (var packed in file.Unpack(found).Values)
                Collect(packed, all);
            isPacked |= all.Count > outside;
        }

        if (all.Count == 0)
            return file.EndsCleanly ? PdfFinding.NotSigned : PdfFinding.Unreadable;
        if (all.Count > 1)
            return PdfFinding.SeveralSignatures;
        var only = all[0];
        // What is packed with others cannot leave out its own bytes.
        if (isPacked || only["Contents"] is not PdfString contents || only.HasKeyTwice)
            return PdfFinding.SignatureMalformed;
        var finding = Measure(file.File, only, contents);
        if (finding != PdfFinding.Signed)
            return finding;
        if (!StandsInField(file, only))
            return PdfFinding.NotSigned;
        bool hasForm = (only["Filter"] as PdfName)?.Name == "Adobe.PPKLite" && (only["SubFilter"] as PdfName)?.Name == "ETSI.CAdES.detached";
        if (!hasForm || only["M"] is not PdfString date || PdfText.ReadDate(date.Bytes) is not { } signedAt)
            return PdfFinding.SignatureMalformed;
        signature = new SignatureDictionary(contents.Start, contents.End, signedAt);
        return PdfFinding.Signed;
    }

    /// <summary>Whether the range is all of the file but the message with its brackets.</summary>
    private static PdfFinding Measure(ReadOnlyMemory<byte> file, PdfDictionary dictionary, PdfString contents)
    {
        var range = (dictionary["ByteRange"] as PdfArray)?.Items.Select(item => (item as PdfNumber)?.Integer ?? -1).ToArray();
        if (range is not [0, var before, var after, var rest] || before != contents.Start || after != contents.End || contents.Raw.Span[0] != '<')
            return PdfFinding.RangeHasGap;
        if (rest < 0 || rest > file.Length - after)
            return PdfFinding.Unreadable;
        return rest == file.Length - after ? PdfFinding.Signed : PdfFinding.AppendedAfterSignature;
    }

    /// <summary>Adds all dictionaries with a byte range, also those that stand inside of others.</summary>
    private static void Collect(PdfValue value, List<PdfDictionary> found)
    {
        switch (value)
        {
            case PdfArray array:
                foreach (var item in array.Items)
                    Collect(item, found);
                break;
            case PdfDictionary dictionary:
                if (dictionary["ByteRange"] is not null)
                    found.Add(dictionary);
                foreach (var (_, inner) in dictionary.Entries)
                    Collect(inner, found);
                break;
        }
    }

    /// <summary>Whether the signature is the value of a signature field of the document's form, where every reader looks for it.</summary>
    private static bool StandsInField(PdfReader file, PdfDictionary signature)
    {
        var form = file.Resolve<PdfDictionary>(file.Catalog, "AcroForm");
        var seen = new HashSet<int>();
        return form is not null && HasField(file.Resolve<PdfArray>(form, "Fields"), 0);

        bool HasField(PdfArray? fields, int depth)
        {
            if (depth > DeepestFields)
                throw new InvalidDataException("The form is nested too deeply.");
            foreach (var item in fields?.Items ?? [])
            {
                if (item is not PdfReference reference || !seen.Add(reference.Number) || file.Resolve(reference) is not PdfDictionary field)
                    continue;
                bool isSignature = (field["FT"] as PdfName)?.Name == "Sig" && file.Resolve(field["V"]) == signature;
                if (isSignature || HasField(file.Resolve<PdfArray>(field, "Kids"), depth + 1))
                    return true;
            }

            return false;
        }
    }
}
