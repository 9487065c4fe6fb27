namespace BeeTrace.Web.Trade;

public static class TradeSetup
{
    public static IServiceCollection AddTrade(this IServiceCollection services) => services
        .AddSingleton<ExportQueries>()
        .AddSingleton<FigureYearQueries>()
        .AddSingleton<ReturnQueries>()
        .AddSingleton<ReturnService>()
        .AddSingleton<ConsignmentStatementService>();
}
