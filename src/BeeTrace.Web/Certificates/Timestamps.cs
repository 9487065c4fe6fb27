using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using BeeTrace.Core;
using BeeTrace.Core.Certificates;
using BeeTrace.Web.Commands;

namespace BeeTrace.Web.Certificates;

/// <summary>
/// An RFC 3161 service that the operator names: a third party's word for when a paper was signed (PAdES B-T). Without one papers
/// carry the signatory's own time.
/// </summary>
public sealed class Timestamps(Settings settings, SigningKeys keys, HttpClient http)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Takes a signature's value and yields the token over it; null where no service is set.</summary>
    public Func<ReadOnlyMemory<byte>, byte[]>? Token => keys.TimestampAuthority is null ? null : Take;

    /// <summary>The service's word over the signature.</summary>
    /// <exception cref="TimestampException">It does not answer, or answers something else.</exception>
    private byte[] Take(ReadOnlyMemory<byte> signature)
    {
        var request = Rfc3161TimestampRequest.CreateFromData(signature.Span, HashAlgorithmName.SHA256, requestSignerCertificates: true);
        using var message = new HttpRequestMessage(HttpMethod.Post, settings.TimestampUrl) { Content = new ByteArrayContent(request.Encode()) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            using var response = http.Send(message, patience.Token);
            response.EnsureSuccessStatusCode();
            using var answer = new MemoryStream();
            response.Content.ReadAsStream(patience.Token).CopyTo(answer);
            return request.ProcessResponse(answer.ToArray(), out _).AsSignedCms().Encode();
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or CryptographicException)
        {
            throw new TimestampException(settings.TimestampUrl!, e);
        }
    }
}

/// <summary>The time-stamp service did not do its part.</summary>
public sealed class TimestampException(string url, Exception inner) : Exception($"{url}: {inner.Message}", inner);
