using BeeTrace.Web.Certificates;

namespace BeeTrace.Web.Reports;

public static class ReportsSetup
{
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddSingleton(provider => new ReportPaper(provider.GetRequiredService<PaperStyle>()))
        .AddSingleton(provider => new SamplingPaper(provider.GetRequiredService<PaperStyle>()))
        .AddSingleton<ReportService>()
        .AddSingleton<ObjectionService>()
        .AddSingleton<ReportQueries>();
}
