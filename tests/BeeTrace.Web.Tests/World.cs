using BeeTrace.Core.Access;
using BeeTrace.Web.Commands;
using BeeTrace.Web.Data;
using BeeTrace.Web.Data.Cluster;
using BeeTrace.Web.Tests.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BeeTrace.Web.Tests;

/// <summary>
/// A small county for one test class: a database of its own, the services of the host on it, a clock that stands still, and
/// builders that call the real services, so that test data cannot be impossible. Take it as a class fixture.
/// </summary>
public sealed partial class World(DatabaseServer server) : IAsyncLifetime
{
    private TemporaryDatabase? _database;
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("beetrace-world-");
    private ServiceProvider? _services;

    /// <summary>Stands at nine in the morning, China time, on 15 June 2026 until a test moves it.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 6, 15, 1, 0, 0, TimeSpan.Zero));

    public DateOnly Today => ChinaTime.DayOf(Clock.GetUtcNow());

    /// <summary>Connection strings of the app, the owner and the superuser to this world's own database.</summary>
    public TemporaryDatabase Store => _database!;

    /// <summary>Where the keys of this county lie.</summary>
    public string Home => _home.FullName;

    /// <summary>What the host would be started with.</summary>
    public DataConnections Connections => new(Store.AppConnectionString, Store.OwnerConnectionString);

    public async ValueTask InitializeAsync()
    {
        _database = await server.CopyAsync();
        _services = Services(Connections, Clock, _home.FullName);
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
        if (_database is not null)
            await _database.DisposeAsync();
        _home.Delete(recursive: true);
    }

    /// <summary>A service that lives as long as the host.</summary>
    public T Get<T>() where T : notnull => _services!.GetRequiredService<T>();

    /// <summary>Calls a service that lives as long as a request.</summary>
    public async Task<TResult> CallAsync<TService, TResult>(Func<TService, Task<TResult>> call) where TService : notnull
    {
        await using var scope = _services!.CreateAsyncScope();
        return await call(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Reads what <paramref name="actor"/> may see.</summary>
    public async Task<T> SeeAsync<T>(Actor actor, Func<BeeTraceDb, Task<T>> read)
    {
        await using var work = await Get<Database>().OpenAsync(actor);
        return await read(work.Db);
    }

    /// <summary>Seals identity numbers in tests: 32 bytes that are no secret.</summary>
    internal const string IdentityKey = "dGVzdHMgb25seTogbm90IGEgc2VjcmV0IGF0IGFsbCE=";

    /// <summary>The host's own registrations on <paramref name="connections"/>, without a web server, with another clock; its keys lie in <paramref name="home"/>.</summary>
    internal static ServiceProvider Services(DataConnections connections, TimeProvider clock, string home = "/nonexistent") => new ServiceCollection()
        .AddLogging()
        .AddBeeTrace(new Settings("http://127.0.0.1:0", home, Demo: false, null, null, "https://beetrace.test") { IdentityKey = IdentityKey }, connections)
        .AddSingleton(clock)
        .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
}
