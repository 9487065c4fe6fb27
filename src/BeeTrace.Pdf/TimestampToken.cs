using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace BeeTrace.Pdf;

/// <summary>Checks the token of a time-stamp authority (RFC 3161).</summary>
internal static class TimestampToken
{
    /// <summary>The time that the token gives to a signature, or null when it is not a token of an authority over that signature.</summary>
    public static DateTimeOffset? Check(ReadOnlyMemory<byte> token, ReadOnlySpan<byte> signature, IReadOnlyCollection<X509Certificate2> authorities)
    {
        var message = CmsSignedData.Parse(token);
        if (message.ContentType != CmsOid.TimestampContent || message.Content is null || message.Timestamp is not null)
            return null;
        if (!Rfc3161TimestampToken.TryDecode(token, out var decoded, out int length) || length != token.Length)
            return null;
        bool isSound = decoded.TokenInfo.HashAlgorithmId.Value is CmsOid.Sha256 or CmsOid.Sha384 or CmsOid.Sha512
            && decoded.VerifySignatureForData(signature, out var signer)
            && signer.RawDataMemory.Span.SequenceEqual(message.Signer.RawDataMemory.Span);
        var time = decoded.TokenInfo.Timestamp;
        return isSound && CertificatePath.Leads(message, authorities, time, CmsOid.TimestampingPurpose) ? time : null;
    }
}
