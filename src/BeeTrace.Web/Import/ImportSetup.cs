using BeeTrace.Web.Access;

namespace BeeTrace.Web.Import;

public static class ImportSetup
{
    public static IServiceCollection AddImport(this IServiceCollection services) => services
        .AddSingleton<ImportService>()
        .AddScoped<DemoAccounts>()
        .AddScoped<SeedService>();
}
