using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using BeeTrace.Core.Certificates.Log;
using BeeTrace.Pdf;
using BeeTrace.Verifier;
using BeeTrace.Web.Commands;
using BeeTrace.Web.Data;

namespace BeeTrace.Web.Certificates;

/// <summary>
/// The keys that papers and the log are signed with. Papers: a PKCS#12 or PEM file that the operator names, or else a key under an
/// authority that this installation makes for try-out and that says so in its name. The log: an Ed25519 key of its own. Private
/// keys lie in BEETRACE_HOME/keys, readable by their owner only, and in no backup of the database.
/// </summary>
public sealed class SigningKeys(Settings settings, TimeProvider clock)
{
    /// <summary>What the try-out authority calls itself, so that nobody takes it for a public one.</summary>
    public const string TryOutName = "BeeTrace try-out authority - no public trust service";

    private static readonly TimeSpan AuthorityLife = TimeSpan.FromDays(20 * 365);
    private static readonly TimeSpan SignerLife = TimeSpan.FromDays(3 * 365);

    private readonly Lazy<PaperKey> _paper = new(() => PaperKey.Load(settings, clock));
    private readonly Lazy<X509Certificate2?> _times = new(() => LoadTimes(settings));
    private readonly Lazy<LogKey> _log = new(() => LogKey.Load(settings));

    /// <summary>Where the keys lie that were made here.</summary>
    internal static string FolderIn(Settings settings) => Path.Combine(settings.Home, "keys");

    /// <summary>Signs finished papers.</summary>
    public PdfSigner Signer => _paper.Value.Signer;

    /// <summary>The certificate that papers are signed with now.</summary>
    public X509Certificate2 Current => _paper.Value.Certificate;

    /// <summary>Whoever vouches for <see cref="Current"/>: the top of its chain.</summary>
    public X509Certificate2 Authority => _paper.Value.Authority;

    /// <summary>The root of the time-stamp service; null where none is set.</summary>
    /// <exception cref="DataSetupException">A service is set without its root, or the root cannot be read: nobody could check its stamps.</exception>
    public X509Certificate2? TimestampAuthority => _times.Value;

    private static X509Certificate2? LoadTimes(Settings settings)
    {
        if (settings.TimestampUrl is null)
            return null;
        try
        {
            return X509CertificateLoader.LoadCertificateFromFile(settings.TimestampAuthority ?? throw new FileNotFoundException("it is not set"));
        }
        catch (Exception e) when (e is CryptographicException or IOException)
        {
            throw new DataSetupException($"BEETRACE_TIMESTAMP_AUTHORITY must name the root certificate (PEM) of {settings.TimestampUrl}: {e.Message}");
        }
    }

    /// <summary>True where the authority was made here.</summary>
    public bool IsTryOut => settings.SigningKey is null;

    /// <summary>The log's public key (C2SP vkey); its name is the origin of the log.</summary>
    public NoteKey LogPublicKey => _log.Value.Public;

    /// <summary>The certificate that papers would be signed with, without making one; null where none was made yet.</summary>
    /// <exception cref="DataSetupException">The key is there and cannot be read.</exception>
    public static X509Certificate2? Look(Settings settings) => PaperKey.Look(settings);

    /// <summary>The log's public key, without making one; null where none was made yet, or where it is lost.</summary>
    /// <exception cref="DataSetupException">The key is there and cannot be read.</exception>
    public static NoteKey? LookAtLog(Settings settings) => File.Exists(LogKey.PathIn(settings)) ? LogKey.Load(settings).Public : null;

    /// <summary>A checkpoint's text with the log's signature.</summary>
    public SignedNote SignCheckpoint(Checkpoint checkpoint)
    {
        var text = checkpoint.ToText();
        return new SignedNote(text, [LogPublicKey.Sign(text, _log.Value.Sign)]);
    }

    /// <summary>
    /// Makes a new signing key under the try-out authority; papers signed with the old one stay valid, since the authority stays.
    /// </summary>
    /// <exception cref="IOException">The operator's own key is set: its provider rotates it.</exception>
    public static string Rotate(Settings settings, TimeProvider clock)
    {
        if (settings.SigningKey is { } own)
            throw new IOException($"BEETRACE_SIGNING_KEY names {own}: replace that file by the provider's new one and restart.");
        var folder = FolderIn(settings);
        using var authority = PaperKey.AuthorityIn(folder, clock);
        var path = Path.Combine(folder, PaperKey.SignerFile);
        var kept = Path.Combine(folder, $"signer-until-{clock.GetUtcNow():yyyyMMddHHmmss}.pem");
        if (File.Exists(path))
            File.Move(path, kept);
        using var made = PaperKey.MakeSigner(folder, authority, clock);
        return made.SerialNumber;
    }

    /// <summary>The key of papers with its chain.</summary>
    private sealed record PaperKey(X509Certificate2 Certificate, IReadOnlyList<X509Certificate2> Chain, X509Certificate2 Authority)
    {
        internal const string SignerFile = "signer.pem";

        private const string AuthorityFile = "authority.pem";

        internal PdfSigner Signer { get; } = new(Certificate, Chain);

        internal static PaperKey Load(Settings settings, TimeProvider clock) => settings.SigningKey is { } path
            ? Own(path, settings.SigningPassword)
            : TryOut(FolderIn(settings), clock);

        internal static X509Certificate2? Look(Settings settings)
        {
            if (settings.SigningKey is { } path)
            {
                return File.Exists(path) || Directory.Exists(path)
                    ? Own(path, settings.SigningPassword).Certificate : throw new DataSetupException($"BEETRACE_SIGNING_KEY: {path} is not there.");
            }

            path = Path.Combine(FolderIn(settings), SignerFile);
            try
            {
                return File.Exists(path) ? X509Certificate2.CreateFromPemFile(path) : null;
            }
            catch (CryptographicException e)
            {
                throw new DataSetupException($"{path} cannot be read as a key with its certificate: {e.Message}");
            }
        }

        /// <summary>The operator's file: the one certificate with a private key, and the issuers beside it.</summary>
        private static PaperKey Own(string path, string? password)
        {
            try
            {
                var all = new X509Certificate2Collection();
                if (path.EndsWith(".pem", StringComparison.OrdinalIgnoreCase))
                {
                    all.ImportFromPemFile(path);
                    all.Insert(0, X509Certificate2.CreateFromPemFile(path));
                }
                else
                {
                    all = X509CertificateLoader.LoadPkcs12CollectionFromFile(path, password);
                }

                var signer = all.FirstOrDefault(c => c.HasPrivateKey) ?? throw new DataSetupException($"{path} holds no private key with its certificate.");
                var chain = all.Where(c => !c.HasPrivateKey && c.Thumbprint != signer.Thumbprint).ToList();
                var authority = chain.FirstOrDefault(c => c.SubjectName.RawData.AsSpan().SequenceEqual(c.IssuerName.RawData)) ?? chain.LastOrDefault() ?? signer;
                return new PaperKey(signer, chain, authority);
            }
            catch (CryptographicException e)
            {
                throw new DataSetupException($"BEETRACE_SIGNING_KEY: {path} cannot be read as a key with its certificate (is BEETRACE_SIGNING_PASSWORD right?): {e.Message}");
            }
        }

        private static PaperKey TryOut(string folder, TimeProvider clock)
        {
            var authority = AuthorityIn(folder, clock);
            var path = Path.Combine(folder, SignerFile);
            var signer = File.Exists(path) ? X509Certificate2.CreateFromPemFile(path) : MakeSigner(folder, authority, clock);
            return new PaperKey(signer, [X509CertificateLoader.LoadCertificate(authority.RawData)], X509CertificateLoader.LoadCertificate(authority.RawData));
        }

        internal static X509Certificate2 AuthorityIn(string folder, TimeProvider clock)
        {
            var path = Path.Combine(folder, AuthorityFile);
            if (File.Exists(path))
                return X509Certificate2.CreateFromPemFile(path);
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var request = new CertificateRequest($"CN={TryOutName}", key, HashAlgorithmName.SHA256);
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, pathLengthConstraint: 0, critical: true));
            request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
            request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
            using var made = request.CreateSelfSigned(Begin(clock), clock.GetUtcNow() + AuthorityLife);
            KeyFile.Make(path, Pem(made, key));
            return X509Certificate2.CreateFromPemFile(path);
        }

        internal static X509Certificate2 MakeSigner(string folder, X509Certificate2 authority, TimeProvider clock)
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var request = new CertificateRequest("CN=BeeTrace certificates (try-out)", key, HashAlgorithmName.SHA256);
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
            request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
            request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
            request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, includeKeyIdentifier: true, includeIssuerAndSerial: false));
            var until = clock.GetUtcNow() + SignerLife;
            var authorityEnds = new DateTimeOffset(authority.NotAfter);
            using var made = request.Create(authority, Begin(clock), until < authorityEnds ? until : authorityEnds, RandomNumberGenerator.GetBytes(16));
            var path = Path.Combine(folder, SignerFile);
            KeyFile.Make(path, Pem(made, key));
            return X509Certificate2.CreateFromPemFile(path);
        }

        /// <summary>A day back: a clock that is a little slow elsewhere does not call a fresh key not yet valid.</summary>
        private static DateTimeOffset Begin(TimeProvider clock) => clock.GetUtcNow().AddDays(-1);

        private static string Pem(X509Certificate2 certificate, ECDsa key) => $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n";
    }

    /// <summary>The key of the log: one line of its public key, one of its seed in base64.</summary>
    private sealed record LogKey(NoteKey Public, Func<byte[], byte[]> Sign)
    {
        private const int SeedBytes = 32;

        internal static string PathIn(Settings settings) => Path.Combine(FolderIn(settings), "log.key");

        internal static LogKey Load(Settings settings)
        {
            var path = PathIn(settings);
            if (!File.Exists(path))
                KeyFile.Make(path, $"{settings.LogName}\n{Convert.ToBase64String(RandomNumberGenerator.GetBytes(SeedBytes))}\n");
            var lines = File.ReadAllLines(path, Encoding.UTF8);
            var seed = new byte[SeedBytes];
            if (lines.Length < 2 || !Convert.TryFromBase64String(lines[1], seed, out var read) || read != seed.Length)
                throw new DataSetupException($"{path} is no key of the log: its name and 32 bytes in base64, a line each. Put back the one it had.");
            return new LogKey(new NoteKey(lines[0], NoteKey.Ed25519, Ed25519Signature.PublicKeyOf(seed)), message => Ed25519Signature.Sign(seed, message));
        }
    }
}
