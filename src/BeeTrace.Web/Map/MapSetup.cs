namespace BeeTrace.Web.Map;

public static class MapSetup
{
    public static IServiceCollection AddMap(this IServiceCollection services) => services
        .AddSingleton<QuestionQueries>()
        .AddSingleton<NoticeQueries>()
        .AddSingleton<NoticeService>()
        .AddSingleton<NoticeMail>()
        .AddHostedService<NoticeMailRound>();
}
