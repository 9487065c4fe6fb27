namespace BeeTrace.Web.Import;

public sealed class SeedService
{
    public Task EnsureReferenceAsync(CancellationToken cancel) => Task.CompletedTask;

    public Task EnsureDemoAsync(CancellationToken cancel) => Task.CompletedTask;
}
