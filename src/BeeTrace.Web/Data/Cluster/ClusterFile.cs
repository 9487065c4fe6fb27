using System.Security.Cryptography;
using System.Text.Json;

namespace BeeTrace.Web.Data.Cluster;

/// <summary>
/// What <c>BEETRACE_HOME/cluster.json</c> keeps from one start to the next, readable by its owner only: where the data
/// are, who runs the server, how to connect. A second process on the same folder connects by it.
/// </summary>
internal sealed class ClusterFile
{
    private const string Name = "cluster.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Holds <c>data</c> and the server's log; relative to <c>BEETRACE_HOME</c> where it lies inside.</summary>
    public required string Folder { get; init; }

    /// <summary>The operating system's user who owns the data and runs the server.</summary>
    public required string User { get; init; }

    /// <summary>The server's port on 127.0.0.1.</summary>
    public int Port { get; set; }

    public string SuperuserPassword { get; init; } = NewPassword();

    public string OwnerPassword { get; init; } = NewPassword();

    public string AppPassword { get; init; } = NewPassword();

    /// <summary>False until database, roles and extensions are there for the first time.</summary>
    public bool Prepared { get; set; }

    /// <summary>Null when the folder has never held a cluster.</summary>
    public static ClusterFile? Read(string home)
    {
        var path = Path.Combine(home, Name);
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<ClusterFile>(File.ReadAllText(path), Json) : null;
        }
        catch (JsonException e)
        {
            throw new ClusterException($"{path} is damaged: put it back from a copy, or move {home} away to start anew.", e);
        }
    }

    /// <summary>Replaces the file as a whole, so that a reader never sees half of it.</summary>
    public void Write(string home)
    {
        var path = Path.Combine(home, Name);
        var next = path + ".next";
        File.Delete(next);
        PrivateText.Write(next, JsonSerializer.Serialize(this, Json));
        File.Move(next, path, overwrite: true);
    }

    /// <summary>Hexadecimal, so that no connection string or statement needs to quote it.</summary>
    private static string NewPassword() => RandomNumberGenerator.GetHexString(48, lowercase: true);
}
