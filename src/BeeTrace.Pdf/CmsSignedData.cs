using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BeeTrace.Pdf;

/// <summary>
/// A signed message (RFC 5652, 5) of one signer in its strictest form: distinguished encoding, one value for whatever
/// could be written in several ways, nothing beside. So no byte of it can be exchanged unnoticed; only a signature on an
/// elliptic curve has, by its mathematics, a second form (r, n − s) that says the same.
/// </summary>
internal sealed class CmsSignedData
{
    private const int MostCertificates = 16;

    private readonly Dictionary<string, ReadOnlyMemory<byte>> _signedAttributes = [];

    private CmsSignedData(ReadOnlyMemory<byte> message)
    {
        var outer = new AsnReader(message, AsnEncodingRules.DER);
        var info = outer.ReadSequence();
        outer.ThrowIfNotEmpty();
        Require(info.ReadObjectIdentifier() == CmsOid.SignedData);
        var wrapped = info.ReadSequence(Context(0));
        info.ThrowIfNotEmpty();
        var body = wrapped.ReadSequence();
        wrapped.ThrowIfNotEmpty();

        var version = body.ReadInteger();
        var digests = body.ReadSetOf();
        DigestAlgorithm = ReadAlgorithm(digests);
        digests.ThrowIfNotEmpty();
        (ContentType, Content) = ReadContent(body.ReadSequence());
        Require(version == (ContentType == CmsOid.Data ? 1 : 3));
        Certificates = ReadCertificates(body.ReadSetOf(skipSortOrderValidation: true, Context(0)));
        var signers = body.ReadSetOf();
        body.ThrowIfNotEmpty();
        var signer = signers.ReadSequence();
        signers.ThrowIfNotEmpty();

        version = signer.ReadInteger();
        Signer = ReadSigner(signer, version == 1);
        Require(version == 1 || version == 3);
        Require(ReadAlgorithm(signer) == DigestAlgorithm);
        SignedBytes = ReadSignedAttributes(signer);
        SignatureAlgorithm = ReadAlgorithm(signer);
        Require(Fits(SignatureAlgorithm, DigestAlgorithm));
        Signature = signer.ReadOctetString();
        if (signer.HasData)
            Timestamp = ReadTimestamp(signer);
        signer.ThrowIfNotEmpty();
    }

    public string ContentType { get; }

    /// <summary>The content; null when it is detached.</summary>
    public ReadOnlyMemory<byte>? Content { get; }

    public IReadOnlyList<X509Certificate2> Certificates { get; }

    /// <summary>The one of the certificates that the signer names.</summary>
    public X509Certificate2 Signer { get; }

    public string DigestAlgorithm { get; }

    public string SignatureAlgorithm { get; }

    public ReadOnlyMemory<byte> Signature { get; }

    /// <summary>What is signed: the signed attributes as a set (5.4).</summary>
    public ReadOnlyMemory<byte> SignedBytes { get; }

    /// <summary>The time-stamp token, which is the only unsigned attribute that there may be.</summary>
    public ReadOnlyMemory<byte>? Timestamp { get; }

    public ReadOnlyMemory<byte> MessageDigest => new AsnReader(_signedAttributes[CmsOid.MessageDigest], AsnEncodingRules.DER).ReadOctetString();

    /// <exception cref="InvalidDataException">The bytes are no such message.</exception>
    public static CmsSignedData Parse(ReadOnlyMemory<byte> message)
    {
        try
        {
            return new CmsSignedData(message);
        }
        catch (Exception broken) when (broken is AsnContentException or CryptographicException)
        {
            throw new InvalidDataException("The signature cannot be read.", broken);
        }
    }

    /// <summary>The value of a signed attribute, or null.</summary>
    public ReadOnlyMemory<byte>? SignedAttribute(string type)
    {
        // Not as one expression: there the null would become an empty value.
        if (_signedAttributes.TryGetValue(type, out var value))
            return value;
        return null;
    }

    private static Asn1Tag Context(int number) => new(TagClass.ContextSpecific, number, isConstructed: true);

    /// <summary>An algorithm without parameters; RSA and hashes may write them as NULL, curves may not (RFC 5754).</summary>
    private static string ReadAlgorithm(AsnReader reader)
    {
        var algorithm = reader.ReadSequence();
        string oid = algorithm.ReadObjectIdentifier();
        if (algorithm.HasData && oid is not (CmsOid.EcdsaWithSha256 or CmsOid.EcdsaWithSha384 or CmsOid.EcdsaWithSha512))
            algorithm.ReadNull();
        algorithm.ThrowIfNotEmpty();
        return oid;
    }

    private static bool Fits(string signature, string digest) => digest switch
    {
        CmsOid.Sha256 => signature is CmsOid.Rsa or CmsOid.RsaWithSha256 or CmsOid.EcdsaWithSha256,
        CmsOid.Sha384 => signature is CmsOid.Rsa or CmsOid.RsaWithSha384 or CmsOid.EcdsaWithSha384,
        CmsOid.Sha512 => signature is CmsOid.Rsa or CmsOid.RsaWithSha512 or CmsOid.EcdsaWithSha512,
        _ => false,
    };

    private static (string Type, ReadOnlyMemory<byte>? Content) ReadContent(AsnReader reader)
    {
        string type = reader.ReadObjectIdentifier();
        ReadOnlyMemory<byte>? content = null;
        if (reader.HasData)
        {
            var wrapped = reader.ReadSequence(Context(0));
            content = wrapped.ReadOctetString();
            wrapped.ThrowIfNotEmpty();
        }

        reader.ThrowIfNotEmpty();
        return (type, content);
    }

    private static List<X509Certificate2> ReadCertificates(AsnReader reader)
    {
        var certificates = new List<X509Certificate2>();
        while (reader.HasData)
        {
            var raw = reader.ReadEncodedValue();
            var certificate = X509CertificateLoader.LoadCertificate(raw.Span);
            Require(certificate.RawDataMemory.Span.SequenceEqual(raw.Span) && certificates.Count < MostCertificates);
            certificates.Add(certificate);
        }

        return certificates;
    }

    private X509Certificate2 ReadSigner(AsnReader reader, bool byNumber)
    {
        Func<X509Certificate2, bool> isSigner;
        if (byNumber)
        {
            var name = reader.ReadSequence();
            var issuer = name.ReadEncodedValue();
            var number = name.ReadIntegerBytes();
            name.ThrowIfNotEmpty();
            isSigner = certificate => certificate.IssuerName.RawData.AsSpan().SequenceEqual(issuer.Span) && certificate.SerialNumberBytes.Span.TrimStart((byte)0).SequenceEqual(number.Span.TrimStart((byte)0));
        }
        else
        {
            byte[] key = reader.ReadOctetString(new Asn1Tag(TagClass.ContextSpecific, 0));
            isSigner = certificate => certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Any(extension => extension.SubjectKeyIdentifierBytes.Span.SequenceEqual(key));
        }

        var signers = Certificates.Where(isSigner).ToList();
        Require(signers.Count == 1);
        return signers[0];
    }

    private byte[] ReadSignedAttributes(AsnReader reader)
    {
        byte[] signed = reader.PeekEncodedValue().ToArray();
        var attributes = reader.ReadSetOf(Context(0));
        while (attributes.HasData)
        {
            var (type, value) = ReadAttribute(attributes);
            Require(_signedAttributes.TryAdd(type, value));
        }

        Require(SignedAttribute(CmsOid.ContentType) is { } contentType && new AsnReader(contentType, AsnEncodingRules.DER).ReadObjectIdentifier() == ContentType);
        Require(_signedAttributes.ContainsKey(CmsOid.MessageDigest));
        signed[0] = (byte)(UniversalTagNumber.SetOf) | 0x20;
        return signed;
    }

    private static (string Type, ReadOnlyMemory<byte> Value) ReadAttribute(AsnReader reader)
    {
        var attribute = reader.ReadSequence();
        string type = attribute.ReadObjectIdentifier();
        var values = attribute.ReadSetOf();
        attribute.ThrowIfNotEmpty();
        var value = values.ReadEncodedValue();
        values.ThrowIfNotEmpty();
        return (type, value);
    }

    private static ReadOnlyMemory<byte> ReadTimestamp(AsnReader reader)
    {
        var attributes = reader.ReadSetOf(Context(1));
        var (type, value) = ReadAttribute(attributes);
        attributes.ThrowIfNotEmpty();
        Require(type == CmsOid.SignatureTimestamp);
        return value;
    }

    private static void Require(bool isSo)
    {
        if (!isSo)
            throw new InvalidDataException("The signature is not in the form that it must have.");
    }
}
