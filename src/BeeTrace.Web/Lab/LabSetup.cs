namespace BeeTrace.Web.Lab;

public static class LabSetup
{
    public static IServiceCollection AddLab(this IServiceCollection services) => services
        .AddSingleton<SampleService>()
        .AddSingleton<ReadingService>()
        .AddSingleton<ApprovalService>()
        .AddSingleton<SamplingPlanService>()
        .AddSingleton<SamplingPlanQueries>()
        .AddSingleton<QualityControlService>()
        .AddSingleton<QualityControlQueries>()
        .AddSingleton<SampleQueries>()
        .AddSingleton<LimitQueries>()
        .AddSingleton<PassRateQueries>();
}
