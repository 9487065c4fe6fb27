using BeeTrace.Web.Commands;

namespace BeeTrace.Web.Tests.Commands;

/// <summary>A folder of one's own and what the operator would set, for tests of commands.</summary>
internal sealed class Installation : IDisposable
{
    /// <summary>Below a folder that PostgreSQL's own user may pass.</summary>
    private readonly string _folder = $"/var/tmp/beetrace-test-{Guid.NewGuid():N}";

    public Installation() => Directory.CreateDirectory(_folder);

    /// <summary>With a private database below the folder.</summary>
    public Settings Private => new("http://127.0.0.1:0", PathOf("home"), Demo: false, App: null, Owner: null, "https://beetrace.test");

    /// <summary>With the database of a world as the outer server.</summary>
    public Settings On(World world) => Private with { App = world.Store.AppConnectionString, Owner = world.Store.OwnerConnectionString };

    /// <summary>With the database of a world and the keys that it signs with.</summary>
    public Settings OnKeysOf(World world) => On(world) with { Home = world.Get<Settings>().Home };

    public string PathOf(string name) => Path.Combine(_folder, name);

    public string FileOf(string name, byte[] content)
    {
        File.WriteAllBytes(PathOf(name), content);
        return PathOf(name);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
