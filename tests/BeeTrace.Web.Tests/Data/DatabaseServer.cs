using BeeTrace.Web.Data;
using BeeTrace.Web.Data.Cluster;
using BeeTrace.Web.Tests.Data;
using Npgsql;

[assembly: AssemblyFixture(typeof(DatabaseServer))]

namespace BeeTrace.Web.Tests.Data;

/// <summary>
/// One real PostgreSQL for the whole run, and in it one migrated template with the reference data, of which every test
/// class gets a copy. It starts when the first test asks for it: a run without the database does not pay for it.
/// </summary>
public sealed class DatabaseServer : IAsyncDisposable
{
    private const string Template = "migrated";

    /// <summary>Below a folder that the server's own user may pass.</summary>
    private readonly string _folder = $"/var/tmp/beetrace-test-{Guid.NewGuid():N}";
    private readonly Lazy<Task<PrivateCluster>> _cluster;
    private int _copies;

    public DatabaseServer() => _cluster = new(StartAsync);

    /// <summary>A database of one's own, as the first start of BeeTrace leaves it.</summary>
    public async Task<TemporaryDatabase> CopyAsync() =>
        await (await _cluster.Value).CreateDatabaseAsync($"copy_{Interlocked.Increment(ref _copies)}", Template);

    /// <summary>A database of one's own with the extensions and nothing else.</summary>
    public async Task<TemporaryDatabase> EmptyAsync() =>
        await (await _cluster.Value).CreateDatabaseAsync($"empty_{Interlocked.Increment(ref _copies)}");

    public async ValueTask DisposeAsync()
    {
        if (!_cluster.IsValueCreated)
            return;
        await (await _cluster.Value).DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<PrivateCluster> StartAsync()
    {
        var cluster = await PrivateCluster.StartAsync(new PrivateClusterSettings
        {
            Home = Path.Combine(_folder, "home"),
            FallbackFolder = Path.Combine(_folder, "fallback"),
            Durable = false,
            MaxConnections = 120,
        });
        var template = await cluster.CreateDatabaseAsync(Template);
        await Migrator.MigrateAsync(template.OwnerConnectionString);
        await using (var services = World.Services(new DataConnections(template.AppConnectionString, null), TimeProvider.System))
            await World.EnsureReferenceAsync(services);
        // Nobody may be connected to a template that is copied.
        NpgsqlConnection.ClearAllPools();
        return cluster;
    }
}
