using BeeTrace.Web.Import;
using BeeTrace.Web.Shell;

namespace BeeTrace.Web.Commands;

/// <summary><c>serve</c>: data, reference rows, demo county on the first start, then the host until it is told to stop.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(Settings settings)
    {
        using var loggers = LoggerFactory.Create(logging => logging.AddSimpleConsole(console => console.SingleLine = true));
        await using var data = await DataHome.OpenAsync(settings, loggers.CreateLogger("BeeTrace"), CancellationToken.None);
        await using var app = Host.Build(settings, data.Connections);

        await using (var scope = app.Services.CreateAsyncScope())
        {
            var seed = scope.ServiceProvider.GetRequiredService<SeedService>();
            var tables = await seed.EnsureReferenceAsync(CancellationToken.None);
            if (settings.Demo)
                tables += await seed.EnsureDemoAsync(CancellationToken.None);
            app.Services.GetRequiredService<ShellSettings>().DemoNotice = await seed.HasDemoAsync(CancellationToken.None);
            // Loading tables is the largest thing this process does for weeks: give the memory back before people come.
            if (tables > 0)
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }

        await app.StartAsync();
        Console.WriteLine($"BeeTrace is ready: {settings.Url}");
        await app.WaitForShutdownAsync();
        return 0;
    }
}
