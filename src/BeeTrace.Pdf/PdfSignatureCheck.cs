using System.Buffers;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace BeeTrace.Pdf;

/// <summary>What the check of a file found; whatever is not <see cref="Signed"/> is not to be trusted.</summary>
public enum PdfFinding
{
    /// <summary>One signature covers the whole file, it holds, and its signer stands under an authority.</summary>
    Signed,

    /// <summary>Empty, or something else than a PDF.</summary>
    NotPdf,

    /// <summary>A ZIP archive, which is also what office documents are.</summary>
    ZipFile,

    /// <summary>A PDF that is locked with a password or rights.</summary>
    Encrypted,

    /// <summary>A PDF that is cut off or broken, so that it cannot be told what it holds.</summary>
    Unreadable,

    /// <summary>A PDF without a signature that counts.</summary>
    NotSigned,

    /// <summary>More than one signature, of any revision, document time-stamps included.</summary>
    SeveralSignatures,

    /// <summary>What is signed leaves out more, or other bytes, than the signature itself.</summary>
    RangeHasGap,

    /// <summary>Bytes follow what is signed: the file was added to after it was signed.</summary>
    AppendedAfterSignature,

    /// <summary>The signature, or its time-stamp, is no sound signature; a time-stamp of an unknown authority counts as none.</summary>
    SignatureMalformed,

    /// <summary>The signature is sound, but the content is not what was signed.</summary>
    ContentChanged,

    /// <summary>The signature holds, but its signer does not stand under an authority, did not at the time, or may not sign.</summary>
    SignerUnknown,
}

/// <summary>The result of a check.</summary>
/// <param name="Finding">What was found.</param>
/// <param name="Signer">The signer's certificate, given with <see cref="PdfFinding.Signed"/> and <see cref="PdfFinding.SignerUnknown"/>.</param>
/// <param name="SignedAt">When the signer says to have signed, given like <paramref name="Signer"/>.</param>
/// <param name="TimestampedAt">When the signature existed by the word of a time-stamp authority; null without a time-stamp.</param>
public sealed record PdfSignature(PdfFinding Finding, X509Certificate2? Signer = null, DateTimeOffset? SignedAt = null, DateTimeOffset? TimestampedAt = null);

/// <summary>
/// Checks the signature of files as <see cref="PdfSigner"/> makes them, stricter than a reader on the desk would: exactly
/// one signature, over every byte but its own, with nothing in it that another could change unnoticed.
/// </summary>
public static class PdfSignatureCheck
{
    private const int LongestSignature = 128 * 1024;

    private static readonly SearchValues<byte> CapitalDigits = SearchValues.Create("0123456789ABCDEF"u8);

    /// <summary>
    /// Checks a file; safe for any bytes, in a time that grows with their number alone. Never throws for what is in the
    /// file and asks nothing from the network; whether a certificate was revoked is the caller's matter.
    /// </summary>
    /// <param name="file">The whole file; its size is the caller's to limit.</param>
    /// <param name="authorities">The root certificates under which signers stand; nobody else is trusted.</param>
    /// <param name="timestampAuthorities">The root certificates of time-stamp authorities, where they are others.</param>
    public static PdfSignature Check(
        ReadOnlyMemory<byte> file,
        IReadOnlyCollection<X509Certificate2> authorities,
        IReadOnlyCollection<X509Certificate2>? timestampAuthorities = null)
    {
        ArgumentNullException.ThrowIfNull(authorities);
        if (file.Span.StartsWith("PK\x03\x04"u8) || file.Span.StartsWith("PK\x05\x06"u8))
            return new PdfSignature(PdfFinding.ZipFile);
        if (!PdfReader.IsPdf(file.Span))
            return new PdfSignature(PdfFinding.NotPdf);
        SignatureDictionary signature;
        try
        {
            var reader = PdfReader.Open(file);
            if (reader.IsEncrypted)
                return new PdfSignature(PdfFinding.Encrypted);
            var finding = SignatureDictionary.Find(reader, out var found);
            if (found is null)
                return new PdfSignature(finding);
            signature = found;
        }
        catch (Exception broken) when (broken is InvalidDataException or NotSupportedException)
        {
            return new PdfSignature(PdfFinding.Unreadable);
        }

        try
        {
            return Check(signature, file.Span, authorities, timestampAuthorities ?? authorities);
        }
        catch (Exception broken) when (broken is InvalidDataException or AsnContentException or CryptographicException)
        {
            return new PdfSignature(PdfFinding.SignatureMalformed);
        }
    }

    private static PdfSignature Check(
        SignatureDictionary signature,
        ReadOnlySpan<byte> file,
        IReadOnlyCollection<X509Certificate2> authorities,
        IReadOnlyCollection<X509Certificate2> timestampAuthorities)
    {
        var message = CmsSignedData.Parse(Message(file[(signature.From + 1)..(signature.To - 1)]));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(file[..signature.From]);
        hash.AppendData(file[signature.To..]);
        var verdict = CadesSignature.Verify(message, hash.GetHashAndReset());
        if (verdict != CadesVerdict.Valid)
            return new PdfSignature(verdict == CadesVerdict.OtherContent ? PdfFinding.ContentChanged : PdfFinding.SignatureMalformed);

        bool isKnown = CertificatePath.MaySign(message.Signer) && CertificatePath.Leads(message, authorities, signature.SignedAt);
        if (!isKnown)
            return new PdfSignature(PdfFinding.SignerUnknown, message.Signer, signature.SignedAt);
        DateTimeOffset? timestampedAt = null;
        if (message.Timestamp is { } token)
        {
            timestampedAt = TimestampToken.Check(token, message.Signature.Span, timestampAuthorities);
            if (timestampedAt is null)
                return new PdfSignature(PdfFinding.SignatureMalformed);
        }

        return new PdfSignature(PdfFinding.Signed, message.Signer, signature.SignedAt, timestampedAt);
    }

    /// <summary>
    /// The message that stands in the file in hexadecimal. These digits are the only bytes that are not signed, so they may be
    /// written in one way only: capital letters, no white space, and nothing but zeros after the message.
    /// </summary>
    private static ReadOnlyMemory<byte> Message(ReadOnlySpan<byte> digits)
    {
        if (digits.Length % 2 != 0 || digits.Length > 2 * LongestSignature || digits.ContainsAnyExcept(CapitalDigits))
            throw new InvalidDataException("The signature is not written as it must be.");
        byte[] bytes = Convert.FromHexString(Encoding.ASCII.GetString(digits));
        AsnDecoder.ReadEncodedValue(bytes, AsnEncodingRules.DER, out _, out _, out int length);
        return bytes.AsSpan(length).ContainsAnyExcept((byte)0)
            ? throw new InvalidDataException("Something stands after the signature.")
            : bytes.AsMemory(0, length);
    }
}
