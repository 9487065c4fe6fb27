using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace BeeTrace.Pdf;

/// <summary>What a signature says beside who made it.</summary>
/// <param name="SignedAt">When, to the second, with its offset from UTC.</param>
/// <param name="Name">Who signs, in words; the certificate is what counts.</param>
/// <param name="Reason">Why.</param>
/// <param name="Location">Where.</param>
/// <param name="Contact">How to reach the signer.</param>
public sealed record PdfSigning(DateTimeOffset SignedAt, string? Name, string? Reason, string? Location, string? Contact);

/// <summary>
/// Signs finished files, whichever program wrote them: PAdES B-B, with a time-stamp B-T (ETSI EN 319 142-1, 6.3). The
/// signature is appended and covers the whole file; it shows on no page. One instance serves all threads.
/// </summary>
public sealed class PdfSigner
{
    /// <summary>Flags of the widget: printed and locked (ISO 32000-1, 12.5.3).</summary>
    private const int WidgetFlags = 4 | 128;

    /// <summary>Bytes for the signature itself and what describes it.</summary>
    private const int RoomForSignature = 1536;

    /// <summary>Bytes for a token with a chain of three certificates of 4096-bit keys.</summary>
    private const int RoomForTimestamp = 10 * 1024;

    private readonly X509Certificate2 _signer;
    private readonly IReadOnlyList<X509Certificate2> _chain;
    private readonly int _room;

    /// <summary>A signer with its key.</summary>
    /// <param name="signer">The certificate with its private key, on an elliptic curve or RSA.</param>
    /// <param name="chain">The certificates of its issuers, which go into the signature.</param>
    /// <exception cref="ArgumentException">The certificate comes without a key that can sign.</exception>
    public PdfSigner(X509Certificate2 signer, IReadOnlyList<X509Certificate2> chain)
    {
        ArgumentNullException.ThrowIfNull(signer);
        ArgumentNullException.ThrowIfNull(chain);
        CadesSignature.RequireKey(signer);
        _signer = signer;
        _chain = chain;
        _room = RoomForSignature + chain.Append(signer).Sum(certificate => certificate.RawDataMemory.Length);
    }

    /// <summary>The file with a signature at its end; the bytes so far stay as they are.</summary>
    /// <param name="pdf">A finished PDF that is not encrypted.</param>
    /// <param name="signing">What the signature says.</param>
    /// <param name="timestamp">
    /// Gets the value of the signature and returns a time-stamp token over it (RFC 3161, DER); null for a signature without one.
    /// It is asked a second time, for another signature, when its first token is longer than 10 KiB.
    /// </param>
    /// <exception cref="InvalidDataException">The bytes are no PDF, or its structure is broken.</exception>
    /// <exception cref="NotSupportedException">The PDF is encrypted.</exception>
    public byte[] Sign(ReadOnlyMemory<byte> pdf, PdfSigning signing, Func<ReadOnlyMemory<byte>, byte[]>? timestamp = null)
    {
        ArgumentNullException.ThrowIfNull(signing);
        int room = _room + (timestamp is null ? 0 : RoomForTimestamp);
        while (true)
        {
            var (file, gap) = Prepare(pdf, signing, room);
            byte[] content = [.. file.AsSpan(..gap.Start), .. file.AsSpan(gap.End..)];
            byte[] signature = CadesSignature.Create(content, _signer, _chain, timestamp);
            if (signature.Length <= room)
            {
                Encoding.ASCII.GetBytes(Convert.ToHexString(signature), file.AsSpan(gap.Start.Value + 1));
                return file;
            }

            room = signature.Length + RoomForSignature;
        }
    }

    /// <summary>The signed file with zeros where the signature goes; the gap includes the angle brackets.</summary>
    private static (byte[] File, Range Gap) Prepare(ReadOnlyMemory<byte> pdf, PdfSigning signing, int room)
    {
        var reader = PdfReader.OpenToAppend(pdf);
        var page = PdfPage.Of(reader).FirstOrDefault() ?? throw new InvalidDataException("The PDF has no page.");
        var update = new PdfUpdate(reader);
        int signature = update.Objects.Reserve(), field = update.Objects.Reserve();
        var bytes = update.Objects.Begin(signature).Ascii("<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange");
        // Known when all is written; ten digits each.
        int range = update.Objects.Position;
        string blank = new(' ', "[0 0123456789 0123456789 0123456789]".Length);
        bytes.Ascii(blank).Ascii("/Contents");
        int from = update.Objects.Position;
        bytes.Ascii("<").Ascii(new string('0', 2 * room)).Ascii(">");
        int to = update.Objects.Position;
        bytes.Ascii("/M").Ascii(PdfText.Of(signing.SignedAt));
        foreach (var (key, text) in (ReadOnlySpan<(string, string?)>)[("Name", signing.Name), ("Reason", signing.Reason), ("Location", signing.Location), ("ContactInfo", signing.Contact)])
        {
            if (!string.IsNullOrEmpty(text))
                bytes.Ascii("/").Ascii(key).Ascii(PdfText.Of(text));
        }

        bytes.Ascii(">>");
        update.Objects.End();

        var form = reader.Resolve<PdfDictionary>(reader.Catalog, "AcroForm");
        var fields = form is null ? null : reader.Resolve<PdfArray>(form, "Fields");
        update.Objects.Begin(field).Ascii("<</Type/Annot/Subtype/Widget/FT/Sig/T").Ascii(PdfText.Of(FreeName(reader, fields)))
            .Ascii("/Rect[0 0 0 0]/F ").Integer(WidgetFlags).Ascii("/P ").Ascii(PdfUpdate.Syntax(page.Reference)).Ascii("/V ");
        update.Objects.Reference(signature).Ascii(">>");
        update.Objects.End();

        update.Replace(page.Reference, page.Dictionary, new Dictionary<string, string>
        {
            ["Annots"] = PdfUpdate.With(reader.Resolve<PdfArray>(page.Dictionary, "Annots"), PdfUpdate.Reference(field)),
        });
        WriteForm(reader, update, form, fields, field);

        var file = update.Finish();
        string covered = string.Create(CultureInfo.InvariantCulture, $"[0 {from} {to} {file.Length - to}]");
        Encoding.ASCII.GetBytes(covered, file.AsSpan(range));
        return (file, from..to);
    }

    private static void WriteForm(PdfReader reader, PdfUpdate update, PdfDictionary? form, PdfArray? fields, int field)
    {
        // 12.7.2: signatures exist, and the file may only be appended to.
        const string signaturesExistAndAppendOnly = "3";
        var changes = new Dictionary<string, string>
        {
            ["Fields"] = PdfUpdate.With(fields, PdfUpdate.Reference(field)),
            ["SigFlags"] = signaturesExistAndAppendOnly,
        };
        if (reader.Trailer["Root"] is not PdfReference root)
            throw new InvalidDataException("The catalog of the PDF has no number.");
        var catalog = reader.Catalog;
        var catalogChanges = new Dictionary<string, string>();
        if (form is not null && catalog["AcroForm"] is PdfReference separate)
            update.Replace(separate, form, changes);
        else
            catalogChanges["AcroForm"] = PdfUpdate.With(form, changes);
        // EN 319 142-1, 5.6: the file says that it uses more than ISO 32000-1 knows.
        if (catalog["Extensions"] is null)
            catalogChanges["Extensions"] = "<</ESIC<</BaseVersion/1.7/ExtensionLevel 2>>>>";
        if (catalogChanges.Count > 0)
            update.Replace(root, catalog, catalogChanges);
    }

    private static string FreeName(PdfReader reader, PdfArray? fields)
    {
        var taken = new HashSet<string>();
        foreach (var field in fields?.Items ?? [])
        {
            if (reader.Resolve(field) is PdfDictionary entries && reader.Resolve<PdfString>(entries, "T") is { } name)
                taken.Add(PdfText.Read(name.Bytes));
        }

        for (int number = 1; ; number++)
        {
            string name = $"Signature{PdfText.Of(number)}";
            if (taken.Add(name))
                return name;
        }
    }
}
