using BeeTrace.Web.Import;
using Microsoft.Extensions.DependencyInjection;

namespace BeeTrace.Web.Tests;

public sealed partial class World
{
    /// <summary>The reference data that every first start of the host loads.</summary>
    internal static async Task EnsureReferenceAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SeedService>().EnsureReferenceAsync(CancellationToken.None);
    }
}
