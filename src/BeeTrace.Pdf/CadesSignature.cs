using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace BeeTrace.Pdf;

/// <summary>
/// The signature inside of the PDF signature: a detached CMS message (RFC 5652) with the attributes of CAdES baseline B
/// (ETSI EN 319 122-1, 6.3): content type, message digest and the signer's certificate by its hash. The time stands in the PDF.
/// </summary>
internal static class CadesSignature
{
    /// <exception cref="ArgumentException">The certificate comes without a key that can sign.</exception>
    public static void RequireKey(X509Certificate2 signer)
    {
        using AsymmetricAlgorithm? key = signer.HasPrivateKey ? (AsymmetricAlgorithm?)signer.GetECDsaPrivateKey() ?? signer.GetRSAPrivateKey() : null;
        if (key is null)
            throw new ArgumentException("The certificate has no private key on an elliptic curve or RSA.", nameof(signer));
    }

    /// <summary>Signs, and asks for a time-stamp over the signature where one is wanted (level T, RFC 3161 appendix A).</summary>
    public static byte[] Create(byte[] content, X509Certificate2 signer, IReadOnlyList<X509Certificate2> chain, Func<ReadOnlyMemory<byte>, byte[]>? timestamp)
    {
        var message = new SignedCms(new ContentInfo(content), detached: true);
        var by = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, signer)
        {
            DigestAlgorithm = new Oid(CmsOid.Sha256),
            IncludeOption = X509IncludeOption.None,
        };
        foreach (var certificate in chain.Prepend(signer).DistinctBy(certificate => Convert.ToHexString(certificate.RawDataMemory.Span)))
            by.Certificates.Add(certificate);
        by.SignedAttributes.Add(new AsnEncodedData(new Oid(CmsOid.SigningCertificateV2), SigningCertificate(signer)));
        message.ComputeSignature(by, silent: true);
        if (timestamp is not null)
        {
            var info = message.SignerInfos[0];
            info.AddUnsignedAttribute(new AsnEncodedData(new Oid(CmsOid.SignatureTimestamp), timestamp(info.GetSignature())));
        }

        return message.Encode();
    }

    /// <summary>
    /// Whether the message is a signature over content with the digest. Of its bytes none is left unread: each is fixed
    /// by the form, signed, or (certificates, time-stamp) to be checked by the caller.
    /// </summary>
    public static CadesVerdict Verify(CmsSignedData message, ReadOnlySpan<byte> digest)
    {
        bool hasForm = message.ContentType == CmsOid.Data && message.Content is null && message.DigestAlgorithm == CmsOid.Sha256
            && message.SignedAttribute(CmsOid.SigningTime) is null && NamesSigner(message);
        if (!hasForm || !HasValidSignature(message))
            return CadesVerdict.Malformed;
        return message.MessageDigest.Span.SequenceEqual(digest) ? CadesVerdict.Valid : CadesVerdict.OtherContent;
    }

    private static bool HasValidSignature(CmsSignedData message)
    {
        var signed = message.SignedBytes.Span;
        var signature = message.Signature.Span;
        if (message.SignatureAlgorithm == CmsOid.EcdsaWithSha256)
        {
            using var curve = message.Signer.GetECDsaPublicKey();
            return curve is not null && curve.VerifyData(signed, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }

        using var rsa = message.Signer.GetRSAPublicKey();
        return rsa is not null && rsa.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    /// <summary>signing-certificate-v2 (RFC 5035, 3) with the default algorithm, SHA-256, and nothing but the hash.</summary>
    private static byte[] SigningCertificate(X509Certificate2 signer)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
            writer.WriteOctetString(SHA256.HashData(signer.RawDataMemory.Span));
        return writer.Encode();
    }

    /// <summary>Whether signing-certificate-v2 names the certificate that the signature is checked with.</summary>
    private static bool NamesSigner(CmsSignedData message)
    {
        if (message.SignedAttribute(CmsOid.SigningCertificateV2) is not { } attribute)
            return false;
        var first = new AsnReader(attribute, AsnEncodingRules.DER).ReadSequence().ReadSequence().ReadSequence();
        if (first.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence) && first.ReadSequence().ReadObjectIdentifier() != CmsOid.Sha256)
            return false;
        return first.ReadOctetString().AsSpan().SequenceEqual(SHA256.HashData(message.Signer.RawDataMemory.Span));
    }
}

internal enum CadesVerdict
{
    Valid,

    /// <summary>The signature holds, but for other content.</summary>
    OtherContent,

    Malformed,
}
