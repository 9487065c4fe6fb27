using Microsoft.Extensions.Logging.Abstractions;

namespace BeeTrace.Web.Commands;

/// <summary><c>migrate</c>: brings the database up to date and says so.</summary>
internal static class MigrateCommand
{
    public static async Task<int> RunAsync(Settings settings)
    {
        await using var data = await DataHome.OpenAsync(settings, NullLogger.Instance, CancellationToken.None);
        Console.WriteLine("The database is up to date.");
        return 0;
    }
}
