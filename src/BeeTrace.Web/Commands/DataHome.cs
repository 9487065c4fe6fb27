using BeeTrace.Web.Data;
using BeeTrace.Web.Data.Cluster;

namespace BeeTrace.Web.Commands;

/// <summary>The data of this installation, opened: the private cluster, or the outer server that the operator named.</summary>
internal sealed class DataHome : IAsyncDisposable
{
    private readonly PrivateCluster? _cluster;

    private DataHome(PrivateCluster? cluster, DataConnections connections)
    {
        _cluster = cluster;
        Connections = connections;
    }

    public DataConnections Connections { get; }

    /// <summary>Starts or joins the private cluster unless an outer server is set, migrates where it may, and checks the result.</summary>
    public static async Task<DataHome> OpenAsync(Settings settings, ILogger log, CancellationToken cancel)
    {
        var home = settings.App is { } app
            ? new DataHome(null, new DataConnections(app, settings.Owner))
            : await StartPrivateAsync(settings, log, cancel);
        try
        {
            if (home.Connections.Owner is { } owner)
                await Migrator.MigrateAsync(owner, cancel);
            await Migrator.CheckAsync(home.Connections.App, cancel);
            return home;
        }
        catch
        {
            await home.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
            await _cluster.DisposeAsync();
    }

    private static async Task<DataHome> StartPrivateAsync(Settings settings, ILogger log, CancellationToken cancel)
    {
        var cluster = await PrivateCluster.StartAsync(new PrivateClusterSettings { Home = settings.Home, Log = log }, cancel);
        return new DataHome(cluster, new DataConnections(cluster.AppConnectionString, cluster.OwnerConnectionString));
    }
}
