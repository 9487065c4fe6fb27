using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Commands;
using BeeTrace.Web.Tests.Data;

namespace BeeTrace.Web.Tests.Commands;

/// <summary>What the doctor finds, well and ill.</summary>
public sealed class DoctorTests(World world, DatabaseServer server) : IClassFixture<World>, IDisposable
{
    private readonly Installation _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public async Task A_sound_installation_is_all_in_order()
    {
        await world.AccountAsync(Role.Admin);

        var (exitCode, lines) = await ExamineAsync(_here.On(world) with { IdentityKey = World.IdentityKey });

        lines.ShouldAllBe(line => line.StartsWith("ok ", StringComparison.Ordinal));
        lines.ShouldContain(line => line.Contains("Row security is forced on all", StringComparison.Ordinal));
        exitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Where_nothing_was_started_yet_nothing_is_made()
    {
        var (exitCode, lines) = await ExamineAsync(_here.Private);

        lines[^1].ShouldContain("holds no database yet");
        Directory.Exists(_here.Private.Home).ShouldBeFalse();
        exitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Each_thing_that_is_wrong_is_said_with_its_remedy()
    {
        await using var empty = await server.EmptyAsync();

        await ShouldFindAsync(_here.On(world) with { App = world.Store.SuperuserConnectionString }, "beetrace_super");
        await ShouldFindAsync(_here.On(world) with { App = empty.AppConnectionString }, "run the command 'migrate'");
        await ShouldFindAsync(_here.On(world) with { App = "Host=127.0.0.1;Port=1;Username=beetrace_app" }, "ConnectionStrings__BeeTrace names cannot be reached");
        await ShouldFindAsync(
            _here.On(world) with { Owner = world.Store.OwnerConnectionString + ";Password=wrong" }, "ConnectionStrings__BeeTraceOwner names cannot be reached");
        await ShouldFindAsync(_here.On(world) with { PublicUrl = "http://127.0.0.1:5080" }, "set BEETRACE_PUBLIC_URL");
        Directory.CreateDirectory(_here.Private.Home);
        await File.WriteAllTextAsync(_here.Private.DemoAccountsFile, "");
        await ShouldFindAsync(_here.On(world), "demo-accounts.tsv");
        await File.WriteAllTextAsync(Path.Combine(_here.Private.Home, "cluster.json"), "{");
        await ShouldFindAsync(_here.Private, "cluster.json is damaged");
    }

    [Fact]
    public async Task Identity_numbers_that_this_key_does_not_open_are_told_and_no_key_is_made_for_them()
    {
        await world.RegisteredAsync(world.ABeekeeper() with { IdentityNumber = "33012219800101001" + IdentityNumber.CheckOf("33012219800101001") });
        var settings = _here.On(world);

        await ShouldFindAsync(settings with { IdentityKey = null }, "the key that opens them is not there");
        File.Exists(Path.Combine(settings.Home, "identity.key")).ShouldBeFalse();
        await ShouldFindAsync(settings with { IdentityKey = Convert.ToBase64String(new byte[32]) }, "does not open 1 of 1 identity numbers");
        await ShouldFindAsync(settings with { IdentityKey = "no key" }, "BEETRACE_IDENTITY_KEY holds no key");

        (await ExamineAsync(settings with { IdentityKey = World.IdentityKey })).Lines.ShouldContain(line => line.StartsWith("ok ", StringComparison.Ordinal) && line.Contains("opens the identity numbers", StringComparison.Ordinal));
    }

    private static async Task ShouldFindAsync(Settings settings, string words)
    {
        var (exitCode, lines) = await ExamineAsync(settings);
        lines.ShouldContain(line => line.StartsWith("wrong ", StringComparison.Ordinal) && line.Contains(words, StringComparison.Ordinal));
        exitCode.ShouldBe(1);
    }

    private static async Task<(int ExitCode, string[] Lines)> ExamineAsync(Settings settings)
    {
        using var said = new StringWriter { NewLine = "\n" };
        var exitCode = await DoctorCommand.RunAsync(settings, said, CancellationToken.None);
        return (exitCode, said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
