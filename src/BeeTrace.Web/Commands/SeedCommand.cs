using BeeTrace.Web.Import;
using Microsoft.Extensions.Logging.Abstractions;

namespace BeeTrace.Web.Commands;

/// <summary><c>seed reference</c> and <c>seed demo</c>: what <c>serve</c> does before it listens, done on its own.</summary>
internal static class SeedCommand
{
    public static async Task<int> RunAsync(Settings settings, bool demo)
    {
        await using var data = await DataHome.OpenAsync(settings, NullLogger.Instance, CancellationToken.None);
        await using var app = Host.Build(settings, data.Connections);
        await using var scope = app.Services.CreateAsyncScope();
        var seed = scope.ServiceProvider.GetRequiredService<SeedService>();
        var reference = await seed.EnsureReferenceAsync(CancellationToken.None);
        Console.WriteLine(reference == 0 ? "The reference data is up to date." : $"{reference} tables of reference data loaded.");
        if (!demo)
            return 0;

        var tables = await seed.EnsureDemoAsync(CancellationToken.None);
        Console.WriteLine(tables == 0
            ? "There are firms already; no demo data was loaded."
            : $"{tables} tables of demo data loaded. Accounts: {settings.DemoAccountsFile}");
        return 0;
    }
}
