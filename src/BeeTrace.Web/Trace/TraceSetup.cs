namespace BeeTrace.Web.Trace;

public static class TraceSetup
{
    public static IServiceCollection AddTrace(this IServiceCollection services) => services
        .AddSingleton<LotService>()
        .AddSingleton<LotQueries>();
}
