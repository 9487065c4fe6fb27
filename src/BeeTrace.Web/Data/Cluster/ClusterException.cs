namespace BeeTrace.Web.Data.Cluster;

/// <summary>
/// The private database cannot be had. The message is one sentence that says what is wrong and what to do about it;
/// it is meant for the person at the terminal.
/// </summary>
public sealed class ClusterException : Exception
{
    public ClusterException()
    {
    }

    public ClusterException(string message)
        : base(message)
    {
    }

    public ClusterException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
