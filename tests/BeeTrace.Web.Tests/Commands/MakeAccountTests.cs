using System.Net;
using BeeTrace.Core.Access;
using BeeTrace.Web.Access;
using BeeTrace.Web.Commands;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Tests.Commands;

/// <summary>How the first person gets in where there is no demo county.</summary>
public sealed class MakeAccountTests(World world) : IClassFixture<World>, IDisposable
{
    private readonly Installation _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public async Task The_printed_password_opens_the_door_and_the_deed_is_recorded()
    {
        var (exitCode, said) = await MakeAsync("admin", "first@beetrace.test", "第一位管理员");

        exitCode.ShouldBe(0);
        var password = said.Split('\n').Single(line => line.StartsWith("Password", StringComparison.Ordinal)).Split(' ')[^1];
        var came = await world.CallAsync((SignInService door) => door.SignInAsync("first@beetrace.test", password, IPAddress.Loopback));
        came.ShouldBeDone().ToActor().ShouldSatisfyAllConditions(a => a.Role.ShouldBe(Role.Admin), a => a.Name.ShouldBe("第一位管理员"));
        (await world.DeedsOfAsync("first@beetrace.test")).Single(d => d.Deed == DeedCode.AccountMade).ActorRole.ShouldBe(Role.System);
    }

    [Fact]
    public async Task An_exporter_acts_for_a_registered_firm_and_a_beekeeper_for_themselves()
    {
        var firm = (await world.ExporterAsync()).Firm!.Value;
        var beekeeper = (await world.BeekeeperAsync()).Beekeeper!.Value;
        var code = await world.SeeAsync(world.County, db => db.Firms.Where(f => f.Id == firm).Select(f => f.CreditCode).SingleAsync());
        var licence = await world.SeeAsync(world.County, db => db.Beekeepers.Where(b => b.Id == beekeeper).Select(b => b.LicenceNumber).SingleAsync());

        (await MakeAsync("exporter", "firm@beetrace.test", "A firm", "--firm", code)).ExitCode.ShouldBe(0);
        (await MakeAsync("beekeeper", "bees@beetrace.test", "A beekeeper", "--beekeeper", licence)).ExitCode.ShouldBe(0);

        var accounts = await world.SeeAsync(world.Admin, db => db.Accounts.AsNoTracking().ToListAsync());
        accounts.Single(a => a.Email == "firm@beetrace.test").FirmId.ShouldBe(firm);
        accounts.Single(a => a.Email == "bees@beetrace.test").BeekeeperId.ShouldBe(beekeeper);
    }

    [Theory]
    [InlineData("queen")]
    [InlineData("system")]
    [InlineData("exporter")]
    [InlineData("exporter", "--firm")]
    [InlineData("exporter", "--beekeeper", "330122-0001")]
    [InlineData("beekeeper")]
    [InlineData("admin", "--firm", "91330122MA9T00001X")]
    public async Task A_role_that_does_not_fit_is_a_wrong_use(string role, params string[] holder) =>
        (await MakeAsync(role, "nobody@beetrace.test", "Nobody", holder)).ShouldBe((2, ""));

    [Fact]
    public async Task What_cannot_be_is_said_in_a_sentence()
    {
        await MakeAsync("auditor", "twice@beetrace.test", "Auditor");

        await ShouldSayAsync("There is an account", "auditor", "twice@beetrace.test", "Auditor");
        await ShouldSayAsync("cannot be read", "auditor", "no address", "Auditor");
        await ShouldSayAsync("No beekeeper", "beekeeper", "x@beetrace.test", "X", "--beekeeper", "none");
    }

    private async Task ShouldSayAsync(string words, string role, string email, string name, params string[] holder) =>
        (await Should.ThrowAsync<DataSetupException>(() => MakeAsync(role, email, name, holder))).Message.ShouldContain(words);

    private async Task<(int ExitCode, string Said)> MakeAsync(string role, string email, string name, params string[] holder)
    {
        using var said = new StringWriter { NewLine = "\n" };
        var exitCode = await MakeAccountCommand.RunAsync(_here.On(world), role, email, name, holder, said, CancellationToken.None);
        return (exitCode, said.ToString());
    }
}
