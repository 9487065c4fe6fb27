using Microsoft.Extensions.Logging.Abstractions;

namespace BeeTrace.Web.Data.Cluster;

/// <summary>Where the private database lives and how it runs.</summary>
public sealed record PrivateClusterSettings
{
    /// <summary>BeeTrace's own folder, <c>BEETRACE_HOME</c>; made when it is not there.</summary>
    public string Home { get; init; } = ".beetrace";

    /// <summary>
    /// Where the data go when BeeTrace runs as root and the server's user may not enter <see cref="Home"/>,
    /// for instance below <c>/root</c>.
    /// </summary>
    public string FallbackFolder { get; init; } = "/var/lib/beetrace";

    /// <summary>Clock of the deadlines.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    public ILogger Log { get; init; } = NullLogger.Instance;

    /// <summary>Connections the server accepts; the pools of the connection strings share them out.</summary>
    public int MaxConnections { get; init; } = 60;

    /// <summary>False only in tests: the server then does not wait for the disk and may lose data with the machine's power.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>
    /// Whether the server stops by itself when this process is killed (needs <c>setpriv</c> of util-linux). Where it
    /// does not, the next start adopts the server that is still running.
    /// </summary>
    public bool StopsWithProcess { get; init; } = true;
}
