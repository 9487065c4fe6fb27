using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BeeTrace.Core.Certificates;
using BeeTrace.Pdf;
using BeeTrace.Verifier;
using BeeTrace.Web.Certificates;
using BeeTrace.Web.Commands;
using BeeTrace.Web.Data;

namespace BeeTrace.Web.Tests.Certificates;

/// <summary>The operator's own key instead of the try-out one, and what is said when it cannot be used.</summary>
public sealed class SigningKeysTests(World world) : IClassFixture<World>, IDisposable
{
    private readonly DirectoryInfo _here = Directory.CreateTempSubdirectory("beetrace-keys-");

    public void Dispose() => _here.Delete(recursive: true);

    [Theory]
    [InlineData("provider.p12")]
    [InlineData("provider.pem")]
    public void A_providers_key_signs_and_its_root_is_the_authority(string file)
    {
        using var root = Root();
        var keys = new SigningKeys(With(Provider(root, file), "a password"), world.Clock);

        keys.Authority.Subject.ShouldBe(root.Subject);
        keys.IsTryOut.ShouldBeFalse();
        var drawn = world.Get<CertificatePaper>().Render(SampleCertificates.PassRate());
        var signed = keys.Signer.Sign(drawn, new PdfSigning(world.Clock.GetUtcNow(), "a", "b", null, null));
        PdfSignatureCheck.Check(signed, [root]).Finding.ShouldBe(PdfFinding.Signed);
        PdfSignatureCheck.Check(signed, [world.Get<SigningKeys>().Authority]).Finding.ShouldBe(PdfFinding.SignerUnknown);
    }

    [Fact]
    public void A_wrong_password_or_a_file_without_a_key_is_one_sentence()
    {
        using var root = Root();
        var file = Provider(root, "provider.p12");
        Should.Throw<DataSetupException>(() => new SigningKeys(With(file, "another"), world.Clock).Signer).Message.ShouldContain("BEETRACE_SIGNING_PASSWORD");
        var bare = Path.Combine(_here.FullName, "bare.p12");
        File.WriteAllBytes(bare, X509CertificateLoader.LoadCertificate(root.RawData).Export(X509ContentType.Pkcs12, "a password"));
        Should.Throw<DataSetupException>(() => new SigningKeys(With(bare, "a password"), world.Clock).Signer).Message.ShouldContain("no private key");
    }

    [Fact]
    public void The_try_out_authority_says_in_its_name_that_it_is_no_trust_service_and_its_files_are_for_their_owner()
    {
        world.Get<SigningKeys>().Authority.Subject.ShouldContain("no public trust service");
        var files = Directory.GetFiles(Path.Combine(world.Home, "keys"));
        files.Length.ShouldBeGreaterThan(1);
        if (OperatingSystem.IsWindows())
            return;
        foreach (var file in files)
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
    }

    [Fact]
    public async Task A_log_key_that_was_lost_is_not_replaced_in_silence()
    {
        await world.CertificateAsync(await world.ApprovedSampleAsync(await world.LotAsync()));
        var sample = await world.ApprovedSampleAsync(await world.LotAsync());

        await using var elsewhere = World.Services(world.Connections, world.Clock, _here.FullName);
        var service = (CertificateService)elsewhere.GetService(typeof(CertificateService))!;
        (await service.IssueBatchTestAsync(sample, world.Signatory)).ShouldBeRefused(CertificateRefusal.LogKeyOther);
    }

    [Fact]
    public async Task A_time_stamp_service_that_does_not_answer_issues_nothing_and_one_without_a_root_is_refused_at_once()
    {
        using var root = Root();
        var pem = Path.Combine(_here.FullName, "times.pem");
        File.WriteAllText(pem, root.ExportCertificatePem());
        var settings = world.Get<Settings>() with { TimestampUrl = "http://127.0.0.1:1/", TimestampAuthority = pem };
        var keys = new SigningKeys(settings, world.Clock);
        var silent = new Timestamps(settings, keys, new HttpClient(new Answer()));
        Should.Throw<TimestampException>(() => silent.Token!(new byte[64])).Message.ShouldContain("http://127.0.0.1:1/");
        Should.Throw<DataSetupException>(() => new SigningKeys(settings with { TimestampAuthority = null }, world.Clock).TimestampAuthority).Message.ShouldContain("BEETRACE_TIMESTAMP_AUTHORITY");
        TrustedKeys.Parse(await new CertificateLog(world.Get<Database>(), keys).KeysAsync()).Value.TimestampAuthorities.ShouldHaveSingleItem().Subject.ShouldBe(root.Subject);
    }

    private Settings With(string file, string password) => world.Get<Settings>() with { SigningKey = file, SigningPassword = password };

    private static X509Certificate2 Root()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=A provider in a test", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2035, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    /// <summary>A file as a provider hands it over: key, certificate and root.</summary>
    private string Provider(X509Certificate2 root, string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=The county laboratory in a test", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        using var bare = request.Create(root, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero), [7]);
        using var signer = bare.CopyWithPrivateKey(key);
        var path = Path.Combine(_here.FullName, name);
        if (name.EndsWith(".pem", StringComparison.Ordinal))
            File.WriteAllText(path, $"{signer.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n{root.ExportCertificatePem()}\n");
        else
            File.WriteAllBytes(path, new X509Certificate2Collection { signer, X509CertificateLoader.LoadCertificate(root.RawData) }.Export(X509ContentType.Pkcs12, "a password")!);
        return path;
    }

    /// <summary>A service that is there and out of order.</summary>
    private sealed class Answer : HttpMessageHandler
    {
        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) => new(HttpStatusCode.ServiceUnavailable);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(Send(request, cancellationToken));
    }
}
