namespace BeeTrace.Web.Data.Cluster;

/// <summary>A database of its own for one test class or one rehearsal; disposing drops it.</summary>
public sealed class TemporaryDatabase : IAsyncDisposable
{
    private readonly PrivateCluster _cluster;

    internal TemporaryDatabase(PrivateCluster cluster, string name)
    {
        _cluster = cluster;
        Name = name;
    }

    public string Name { get; }

    /// <summary>As <c>beetrace_owner</c>, who owns the database and migrates it.</summary>
    public string OwnerConnectionString => _cluster.OwnerConnectionStringTo(Name);

    /// <summary>As <c>beetrace_app</c>, who owns nothing and is bound by row security.</summary>
    public string AppConnectionString => _cluster.AppConnectionStringTo(Name);

    /// <summary>As superuser, for tests that have to look behind row security.</summary>
    public string SuperuserConnectionString => _cluster.SuperuserConnectionStringTo(Name);

    public async ValueTask DisposeAsync() => await ClusterDatabase.DropAsync(_cluster.SuperuserConnectionStringTo, Name);
}
