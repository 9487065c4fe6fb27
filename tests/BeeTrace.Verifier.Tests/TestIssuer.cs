using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using BeeTrace.Core.Certificates.Log;
using BeeTrace.Pdf;

namespace BeeTrace.Verifier.Tests;

/// <summary>An office that signs papers, with an authority of its own.</summary>
internal sealed class TestIssuer
{
    public const string Origin = "beetrace.example/log";
    public const string Number = "BT-2018-7K3M-C";
    public const string Content = """{"format":"beetrace-certificate-1","number":"BT-2018-7K3M-C"}""";

    public static readonly DateTimeOffset SignedAt = new(2019, 1, 8, 9, 30, 15, TimeSpan.FromHours(8));

    private static readonly DateTimeOffset From = new(2018, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Until = new(2048, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly PdfSigner _signer;

    public TestIssuer(string name)
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var root = new CertificateRequest($"CN={name} root", rootKey, HashAlgorithmName.SHA256);
        root.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        root.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        root.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(root.PublicKey, critical: false));
        using var authority = root.CreateSelfSigned(From, Until);
        Authority = X509CertificateLoader.LoadCertificate(authority.RawData);

        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        _signer = new PdfSigner(request.Create(authority, From, Until, RandomNumberGenerator.GetBytes(8)).CopyWithPrivateKey(key), []);
    }

    /// <summary>The root certificate, without its key.</summary>
    public X509Certificate2 Authority { get; }

    /// <summary>A paper that is not signed yet.</summary>
    public static byte[] Unsigned(params IReadOnlyList<(string Name, byte[] Bytes)> attachments)
    {
        var document = new PdfDocument(new("Certificate", "en", SignedAt));
        document.AddPage(595, 842);
        foreach (var (name, bytes) in attachments)
            document.Attach(new(name, "application/octet-stream", bytes, name));
        return PdfFile.Write(document);
    }

    public byte[] Sign(byte[] pdf) => _signer.Sign(pdf, new(SignedAt, "Laboratory", null, null, null));

    /// <summary>A signed paper with everything that it must carry.</summary>
    public byte[] Paper(string content, LogProof proof) => Paper(Encoding.UTF8.GetBytes(content), TestLog.Bytes(proof));

    public byte[] Paper(byte[] content, byte[] proof) =>
        Sign(Unsigned((PaperAttachment.Content, content), (PaperAttachment.Credential, "{}"u8.ToArray()), (PaperAttachment.Proof, proof)));
}
