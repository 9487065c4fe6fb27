using System.Security.Claims;
using System.Text.Json.Nodes;
using BeeTrace.Core;
using BeeTrace.Web.Access;

namespace BeeTrace.Web.Map;

/// <summary>Notices for the map.</summary>
internal static class NoticeEndpoints
{
    public static void MapNotices(this WebApplication app) =>
        app.MapGet("/map/notices.geojson", async (HttpContext http, ClaimsPrincipal user, NoticeQueries queries, Basemap basemap, CancellationToken cancel) =>
        {
            var notices = await queries.OnMapAsync(user.ToActor(), basemap.Datum, cancel);
            // What it shows depends on who asks.
            http.Response.Headers.CacheControl = "private, no-cache";
            return Results.Text(Collection(notices).ToJsonString(Json), "application/geo+json");
        })
        .ExcludeFromDescription();

    private static readonly System.Text.Json.JsonSerializerOptions Json = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
    };

    private static JsonObject Collection(IEnumerable<MappedNotice> notices) => new()
    {
        ["type"] = "FeatureCollection",
        ["features"] = new JsonArray([.. notices.Select(Feature)]),
    };

    private static JsonObject Feature(MappedNotice notice) => new()
    {
        ["type"] = "Feature",
        ["geometry"] = JsonNode.Parse(notice.Geojson),
        ["properties"] = new JsonObject
        {
            ["code"] = notice.Code,
            ["kind"] = notice.Kind.ToString(),
            ["kindText"] = NoticeText.Of(notice.Kind).ToString(),
            ["from"] = Shell.Display.Days.Short(notice.FromDay),
            ["to"] = Shell.Display.Days.Short(notice.ToDay),
            ["days"] = NoticeText.DaysFrom(notice.FromDay, notice.ToDay).ToString(),
            ["within"] = NoticeText.Within(notice.RadiusM).ToString(),
            ["subject"] = notice.Subject,
            ["radiusM"] = notice.RadiusM,
            ["blurM"] = notice.BlurM,
        },
    };
}
