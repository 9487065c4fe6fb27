namespace BeeTrace.Web.Trace;

public static class TraceSetup
{
    public static IServiceCollection AddTrace(this IServiceCollection services) => services
        .AddSingleton<HarvestService>()
        .AddSingleton<OwnDataService>()
        .AddSingleton<Registry.FieldForm, HarvestForm>()
        .AddSingleton<LotService>()
        .AddSingleton<LotQueries>()
        .AddSingleton<LotHoldService>()
        .AddSingleton<LotHoldQueries>();
}
