using BeeTrace.Web.Data;
using BeeTrace.Web.Data.Cluster;
using Npgsql;

namespace BeeTrace.Web.Commands;

/// <summary>The data of this installation, opened: the private cluster, or the outer server that the operator named.</summary>
internal sealed class DataHome : IAsyncDisposable
{
    private DataHome(PrivateCluster? cluster, DataConnections connections)
    {
        Cluster = cluster;
        Connections = connections;
    }

    public DataConnections Connections { get; }

    /// <summary>The private cluster; null with an outer server.</summary>
    public PrivateCluster? Cluster { get; }

    /// <summary>Starts or joins the private cluster unless an outer server is set, migrates where it may, and checks the result.</summary>
    public static async Task<DataHome> OpenAsync(Settings settings, ILogger log, CancellationToken cancel)
    {
        var home = await ConnectAsync(settings, log, cancel);
        try
        {
            await home.BringUpToDateAsync(cancel);
            return home;
        }
        catch
        {
            await home.DisposeAsync();
            throw;
        }
    }

    /// <summary>The same without looking at what is inside, for commands that must not migrate.</summary>
    public static async Task<DataHome> ConnectAsync(Settings settings, ILogger log, CancellationToken cancel)
    {
        if (settings.App is { } app)
        {
            await ReachAsync(app, "ConnectionStrings__BeeTrace", cancel);
            if (settings.Owner is { } owner)
                await ReachAsync(owner, "ConnectionStrings__BeeTraceOwner", cancel);
            return new DataHome(null, new DataConnections(app, settings.Owner));
        }

        var cluster = await PrivateCluster.StartAsync(new PrivateClusterSettings { Home = settings.Home, Log = log }, cancel);
        return new DataHome(cluster, new DataConnections(cluster.AppConnectionString, cluster.OwnerConnectionString));
    }

    /// <summary>Migrates where it may, and makes sure that row security holds and nothing is missing.</summary>
    public async Task BringUpToDateAsync(CancellationToken cancel)
    {
        if (Connections.Owner is { } owner)
            await Migrator.MigrateAsync(owner, cancel);
        await Migrator.CheckAsync(Connections.App, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        if (Cluster is not null)
            await Cluster.DisposeAsync();
    }

    private static async Task ReachAsync(string connectionString, string setting, CancellationToken cancel)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(cancel);
        }
        catch (Exception e) when (e is NpgsqlException or ArgumentException)
        {
            throw new DataSetupException($"The database that {setting} names cannot be reached: {e.Message}");
        }
    }
}
