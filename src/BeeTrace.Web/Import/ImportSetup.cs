using BeeTrace.Web.Access;

namespace BeeTrace.Web.Import;

public static class ImportSetup
{
    public static IServiceCollection AddImport(this IServiceCollection services) => services
        .AddSingleton<ImportService>()
        .AddSingleton<ImportQueries>()
        .AddSingleton<Uploads>()
        .AddSingleton<BenchFiles>()
        .AddSingleton<Exports>()
        .AddSingleton<DemoOffice>()
        .AddSingleton<DemoLaboratory>()
        .AddSingleton<DemoSampling>()
        .AddSingleton<DemoCertificates>()
        .AddSingleton<DemoReports>()
        .AddScoped<DemoAccounts>()
        .AddScoped<SeedService>();
}
