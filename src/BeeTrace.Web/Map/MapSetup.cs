using BeeTrace.Web.Commands;

namespace BeeTrace.Web.Map;

public static class MapSetup
{
    public static IServiceCollection AddMap(this IServiceCollection services) => services
        .AddSingleton(provider => provider.GetRequiredService<Settings>().Basemap)
        .AddSingleton(_ => MapFiles.Load())
        .AddSingleton<MapVersion>()
        .AddSingleton<TileCache>()
        .AddSingleton<TileService>()
        .AddSingleton<TileRate>()
        .AddSingleton<MapQueries>()
        .AddHostedService<MapListener>()
        .AddSingleton<QuestionQueries>()
        .AddSingleton<NoticeQueries>()
        .AddSingleton<NoticeService>()
        .AddSingleton<AnnouncementQueries>()
        .AddSingleton<AnnouncementService>()
        .AddSingleton<NoticeMail>()
        .AddHostedService<NoticeMailRound>();
}
