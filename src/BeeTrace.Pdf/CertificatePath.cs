using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BeeTrace.Pdf;

/// <summary>Whether certificates stand under an authority that is trusted. Nothing is asked from the network, nothing from the machine's own trust.</summary>
internal static class CertificatePath
{
    /// <summary>
    /// Whether the signer, and every other certificate of a message, leads to one of the authorities at a time. The others
    /// must too: nothing signs for them in the message.
    /// </summary>
    public static bool Leads(CmsSignedData message, IReadOnlyCollection<X509Certificate2> authorities, DateTimeOffset at, string? purpose = null) =>
        message.Certificates.All(certificate => Leads(certificate, message.Certificates, authorities, at, certificate == message.Signer ? purpose : null));

    /// <summary>Whether the key of a certificate may sign; it may where the certificate is silent (RFC 5280, 4.2.1.3).</summary>
    public static bool MaySign(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509KeyUsageExtension>().All(usage => (usage.KeyUsages & (X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation)) != X509KeyUsageFlags.None);

    private static bool Leads(X509Certificate2 certificate, IEnumerable<X509Certificate2> others, IReadOnlyCollection<X509Certificate2> authorities, DateTimeOffset at, string? purpose)
    {
        using var chain = new X509Chain();
        var policy = chain.ChainPolicy;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.RevocationMode = X509RevocationMode.NoCheck;
        policy.DisableCertificateDownloads = true;
        policy.VerificationTimeIgnored = false;
        policy.VerificationTime = at.UtcDateTime;
        if (purpose is not null)
            policy.ApplicationPolicy.Add(new Oid(purpose));
        foreach (var authority in authorities)
            policy.CustomTrustStore.Add(authority);
        foreach (var other in others)
            policy.ExtraStore.Add(other);
        try
        {
            return chain.Build(certificate);
        }
        catch (CryptographicException)
        {
            return false;
        }
        finally
        {
            foreach (var element in chain.ChainElements)
                element.Certificate.Dispose();
        }
    }
}
