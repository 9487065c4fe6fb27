namespace BeeTrace.Web.Registry;

public static class RegistrySetup
{
    public static IServiceCollection AddRegistry(this IServiceCollection services) => services
        .AddSingleton<ApiaryService>()
        .AddSingleton<RegistryQueries>();
}
