namespace BeeTrace.Web.Lab;

public static class LabSetup
{
    public static IServiceCollection AddLab(this IServiceCollection services) => services
        .AddSingleton<SampleService>()
        .AddSingleton<SamplingService>()
        .AddSingleton<SamplingQueries>()
        .AddSingleton<ReadingService>()
        .AddSingleton<SheetService>()
        .AddSingleton<SheetQueries>()
        .AddSingleton<BenchFileService>()
        .AddSingleton<MethodService>()
        .AddSingleton<MethodQueries>()
        .AddSingleton<ApprovalService>()
        .AddSingleton<EvaluationService>()
        .AddSingleton<LimitProposalService>()
        .AddSingleton<LaboratoryService>()
        .AddSingleton<LaboratoryQueries>()
        .AddSingleton<SamplingPlanService>()
        .AddSingleton<SamplingPlanQueries>()
        .AddSingleton<QualityControlService>()
        .AddSingleton<QualityControlQueries>()
        .AddSingleton<SampleQueries>()
        .AddSingleton<ReTestQueries>()
        .AddSingleton<LimitQueries>()
        .AddSingleton<LimitProposalQueries>()
        .AddSingleton<JudgeQueries>()
        .AddSingleton<PassRateQueries>();
}
