using BeeTrace.Web.Certificates;

namespace BeeTrace.Web.Trade;

public static class TradeSetup
{
    public static IServiceCollection AddTrade(this IServiceCollection services) => services
        .AddSingleton<ExportTables>()
        .AddSingleton<ExportQueries>()
        .AddSingleton<FigureYearQueries>()
        .AddSingleton(provider => new FigurePaper(provider.GetRequiredService<PaperStyle>()))
        .AddSingleton<YearbookComposer>()
        .AddSingleton<YearbookService>()
        .AddSingleton<ConsignmentService>()
        .AddSingleton<DeclarationService>()
        .AddSingleton<DeclarationQueries>()
        .AddSingleton<ConsignmentQueries>()
        .AddSingleton<TodayQueries>()
        .AddSingleton<ReturnQueries>()
        .AddSingleton<ReturnService>()
        .AddSingleton<ConsignmentStatementService>();
}
