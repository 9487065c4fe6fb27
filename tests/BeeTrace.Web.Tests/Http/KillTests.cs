using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Access;
using BeeTrace.Web.Data;
using BeeTrace.Web.Data.Cluster;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BeeTrace.Web.Tests.Http;

/// <summary>
/// Beekeepers register apiaries through the form in the field while the database, and then the program, is killed under them.
/// What the form acknowledged is there afterwards, once; what it did not acknowledge is sent again with the same id.
/// </summary>
public sealed class KillTests : IAsyncLifetime
{
    private const int Writers = 4;
    private const int Enough = 12;
    private const string Email = "field@beetrace.test";

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    private readonly string _home = $"/var/tmp/beetrace-test-{Guid.NewGuid():N}";
    private readonly Uri _address = ServingProcess.FreeAddress();
    private readonly ConcurrentDictionary<Guid, string> _acknowledged = new();
    private readonly CancellationTokenSource _stop = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        _stop.Dispose();
        Directory.Delete(_home, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Whatever_was_acknowledged_survives_the_death_of_the_database_and_of_the_program()
    {
        using (var first = await ServingProcess.StartAsync(_home, _address))
        {
            await using var guest = await JoinAsync();
            await RegisterBeekeeperAsync(guest);
            var (reader, handler, token) = await OpenFormAsync();
            using var _ = reader;
            var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(__ => WriteAsync(reader, handler, token)));
            await AcknowledgeMoreAsync(writing);

            KillDatabase(guest);
            await AcknowledgeMoreAsync(writing);

            first.Kill();
            using var second = await ServingProcess.StartAsync(_home, _address);
            await AcknowledgeMoreAsync(writing);
            await _stop.CancelAsync();
            await writing;

            await using var after = await JoinAsync();
            await using var services = Services(after);
            await using var work = await services.GetRequiredService<Database>().OpenAsync(Actor.System);
            var apiaries = await work.Db.Apiaries.AsNoTracking().ToDictionaryAsync(a => a.Id.Value, a => a.Code.ToString());
            _acknowledged.Where(sent => apiaries.GetValueOrDefault(sent.Key) != sent.Value).ShouldBeEmpty("lost or changed");
            apiaries.Keys.Where(id => !_acknowledged.ContainsKey(id)).Count().ShouldBeLessThanOrEqualTo(Writers, "sent, saved, and the answer lost at the very end");
            var deeds = await work.Db.Deeds.AsNoTracking().Where(d => d.Deed == DeedCode.ApiaryRegistered).Select(d => d.Subject).ToListAsync();
            deeds.ShouldBe(apiaries.Values, ignoreOrder: true, "one deed for each, in the same transaction");
        }
    }

    private async Task WriteAsync(HttpClient reader, string handler, string token)
    {
        while (!_stop.IsCancellationRequested)
        {
            var id = Guid.CreateVersion7();
            while (!_stop.IsCancellationRequested && !await TrySendAsync(reader, id, handler, token))
                await Task.Delay(Glance);
        }
    }

    /// <summary>True when the form said that it was saved; false when nothing is known.</summary>
    private async Task<bool> TrySendAsync(HttpClient reader, Guid id, string handler, string token)
    {
        try
        {
            using var response = await reader.PostAsync(new Uri("/keeper/apiaries/new", UriKind.Relative), new FormUrlEncodedContent(
            [
                new("_handler", handler), new("__RequestVerificationToken", token), new("Typed.Id", id.ToString()), new("Typed.Name", "溪边蜂场"),
                new("Typed.Species", nameof(BeeSpecies.Mellifera)), new("Typed.Kind", nameof(ApiaryKind.Fixed)), new("Typed.Colonies", "60"),
                new("Typed.Place", "29.8, 119.7"), new("Typed.Datum", nameof(Datum.Wgs84)), new("Typed.From", "2026-03-01"), new("Typed.Plant", World.Rape),
            ]));
            if (response.StatusCode != HttpStatusCode.Redirect)
            {
                ((int)response.StatusCode).ShouldBeGreaterThanOrEqualTo(500, "a refusal would not go away by sending again");
                return false;
            }

            var to = new Uri(_address, response.Headers.Location!).PathAndQuery;
            to.ShouldStartWith("/keeper?receipt=");
            _acknowledged[id] = Uri.UnescapeDataString(to.Split("saved=")[1]);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task AcknowledgeMoreAsync(Task writing)
    {
        var enough = _acknowledged.Count + Enough;
        var since = Stopwatch.StartNew();
        while (_acknowledged.Count < enough)
        {
            if (writing.IsCompleted)
                await writing;
            since.Elapsed.ShouldBeLessThan(Deadline);
            await Task.Delay(Glance);
        }
    }

    private async Task<(HttpClient Reader, string Handler, string Token)> OpenFormAsync()
    {
        var reader = RunningHost.Reader(_address);
        (await RunningHost.SignInAsync(reader, Email, World.Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var (handler, token) = await RunningHost.FormAsync(reader, "/keeper/apiaries/new");
        return (reader, handler, token);
    }

    private Task<PrivateCluster> JoinAsync() => PrivateCluster.StartAsync(new PrivateClusterSettings { Home = _home, FallbackFolder = Path.Combine(_home, "fallback") });

    private static ServiceProvider Services(PrivateCluster cluster) =>
        World.Services(new DataConnections(cluster.AppConnectionString, null), TimeProvider.System);

    private static async Task RegisterBeekeeperAsync(PrivateCluster cluster)
    {
        await using var services = Services(cluster);
        var beekeeper = await World.RegisterBeekeeperAsync(services.GetRequiredService<Database>(), 1, new DateOnly(2026, 1, 1));
        await using var scope = services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<AccountService>().MakeAsync(
            new MakeAccount(Email, "Somebody in the field", Role.Beekeeper, World.Password, Beekeeper: beekeeper), Actor.System)).ShouldBeDone();
    }

    private static void KillDatabase(PrivateCluster cluster)
    {
        var file = Path.Combine(cluster.Folder, "data", "postmaster.pid");
        using var server = Process.GetProcessById(int.Parse(File.ReadLines(file).First(), CultureInfo.InvariantCulture));
        server.Kill();
    }
}
