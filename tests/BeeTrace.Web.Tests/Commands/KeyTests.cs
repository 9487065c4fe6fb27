using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Certificates;
using BeeTrace.Verifier;
using BeeTrace.Web.Certificates;
using BeeTrace.Web.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace BeeTrace.Web.Tests.Commands;

/// <summary>The keys that papers and the log are signed with, as the operator keeps, loses and renews them.</summary>
public sealed class KeyTests(World world) : IClassFixture<World>, IDisposable
{
    private readonly Installation _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public async Task Papers_signed_before_and_after_a_rotation_both_hold()
    {
        var before = await IssuedAsync(world.Get<CertificateService>());
        var old = world.Get<SigningKeys>().Current.SerialNumber;

        using var said = new StringWriter { NewLine = "\n" };
        RotateKeyCommand.Run(_here.OnKeysOf(world), world.Clock, said).ShouldBe(0);

        await using var restarted = World.Services(world.Connections, world.Clock, world.Get<Settings>().Home);
        var serial = restarted.GetRequiredService<SigningKeys>().Current.SerialNumber;
        serial.ShouldNotBe(old);
        said.ToString().ShouldContain(serial);
        said.ToString().ShouldContain("stay valid");
        var after = await IssuedAsync(restarted.GetRequiredService<CertificateService>());

        var check = new PaperCheck(TrustedKeys.Parse(await world.Get<CertificateLog>().KeysAsync()).Value);
        foreach (var number in new[] { before, after })
            check.Check((await world.Get<CertificateQueries>().PdfAsync(number))!).Finding.ShouldBe(PaperFinding.Holds);
    }

    [Fact]
    public void The_key_of_a_provider_is_rotated_by_the_provider()
    {
        var settings = _here.OnKeysOf(world) with { SigningKey = "/keys/provider.p12" };
        Should.Throw<IOException>(() => RotateKeyCommand.Run(settings, world.Clock, TextWriter.Null)).Message.ShouldContain("/keys/provider.p12");
    }

    [Fact]
    public async Task The_doctor_tells_a_key_that_is_lost_another_one_or_about_to_expire()
    {
        await world.AccountAsync(Role.Admin);
        await IssuedAsync(world.Get<CertificateService>());
        var settings = _here.OnKeysOf(world) with { IdentityKey = World.IdentityKey };

        var (exitCode, said) = await ExamineAsync(settings);
        exitCode.ShouldBe(0, said);
        said.ShouldContain("is valid for 1095 more days");
        said.ShouldContain("signed the newest checkpoint");

        var elsewhere = settings with { Home = _here.PathOf("elsewhere") };
        (await ExamineAsync(elsewhere)).Said.ShouldContain("put it back");
        Directory.Exists(elsewhere.Home).ShouldBeFalse();

        var other = new SigningKeys(elsewhere, world.Clock);
        other.LogPublicKey.ShouldNotBe(world.Get<SigningKeys>().LogPublicKey);
        other.Current.HasPrivateKey.ShouldBeTrue();
        (exitCode, said) = await ExamineAsync(elsewhere);
        exitCode.ShouldBe(1);
        said.ShouldContain("is not the one that signed the newest checkpoint");

        world.Clock.Advance(TimeSpan.FromDays(1095 - 29));
        (await ExamineAsync(settings)).Said.ShouldContain("expires in 29 days: run rotate-key");
        await File.WriteAllTextAsync(Path.Combine(elsewhere.Home, "keys", "signer.pem"), "no key");
        (await ExamineAsync(elsewhere)).Said.ShouldContain("signer.pem cannot be read");
        (await ExamineAsync(settings with { SigningKey = "/nowhere.p12" })).Said.ShouldContain("/nowhere.p12 is not there");
    }

    private async Task<CertificateNumber> IssuedAsync(CertificateService service)
    {
        await world.EnsureLaboratoryAsync();
        return (await service.IssueBatchTestAsync(await world.ApprovedSampleAsync(await world.LotAsync()), world.Signatory)).Value;
    }

    private async Task<(int ExitCode, string Said)> ExamineAsync(Settings settings)
    {
        using var said = new StringWriter { NewLine = "\n" };
        var exitCode = await DoctorCommand.RunAsync(settings, said, CancellationToken.None, world.Clock);
        return (exitCode, said.ToString());
    }
}
