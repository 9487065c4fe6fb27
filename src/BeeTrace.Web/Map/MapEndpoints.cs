using System.Threading.RateLimiting;
using BeeTrace.Core.Access;
using BeeTrace.Core.Map;
using BeeTrace.Web.Access;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BeeTrace.Web.Map;

/// <summary>Tiles, cards and the library of the map.</summary>
internal static class MapEndpoints
{
    private const string TileKind = "application/vnd.mapbox-vector-tile";

    public static void MapMap(this WebApplication app)
    {
        app.MapGet("/tiles/{layer}/{z:int}/{x:int}/{y:int}.mvt", TileAsync)
            .ExcludeFromDescription();
        app.MapGet("/map/library/{version}/{name}", Library).ExcludeFromDescription();
        app.MapPost("/map/corners", CornersAsync).RequireRateLimiting(AccessSetup.LookUpRate).ExcludeFromDescription();
        app.MapGet("/map/cards", CardAsync).RequireRateLimiting(AccessSetup.LookUpRate).ExcludeFromDescription();
    }

    private static async Task TileAsync(string layer, int z, int x, int y, HttpContext context, TileService tiles, TileRate rate)
    {
        var response = context.Response;
        // A picture that is not there needs no page that says so.
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
        if (TileAddress.Find(layer, z, x, y) is not { } address)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var actor = context.User.ToActor();
        var tile = tiles.Find(address, actor);
        if (tile is null)
        {
            if (!rate.MayDraw(SignInService.Bucket(context.Connection.RemoteIpAddress)))
            {
                response.StatusCode = StatusCodes.Status429TooManyRequests;
                return;
            }

            tile = await tiles.DrawAsync(address, actor, context.RequestAborted);
        }

        // Asked again each time, answered by 304 while nothing moved: whoever registers sees it at once.
        response.Headers.CacheControl = actor.Role == Role.Public ? "public, no-cache" : "private, no-cache";
        response.Headers.Vary = "Accept-Encoding, Cookie, Authorization";
        response.Headers.ETag = tile.ETag;
        if (context.Request.Headers.IfNoneMatch.ToString().Contains(tile.ETag, StringComparison.Ordinal))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await SendAsync(context, TileKind, tile.Bytes, tile.Brotli, tile.Gzip);
    }

    private static async Task Library(string version, string name, HttpContext context, MapFiles files)
    {
        if (files.Find(version, name) is not { } file)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Response.Headers.Vary = "Accept-Encoding";
        await SendAsync(context, file.Kind, file.Bytes, file.Brotli, file.Gzip);
    }

    /// <summary>The card of what was clicked, as a piece of HTML in the reader's language.</summary>
    private static async Task<Results<RazorComponentResult<MapCard>, NotFound>> CardAsync(
        string layer, string? code, string? at, string? zoom, HttpContext context, MapQueries queries)
    {
        context.Response.Headers.CacheControl = "private, no-store";
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
        var card = await queries.CardAsync(layer, code, at, zoom, context.User.ToActor(), context.RequestAborted);
        return card is null ? TypedResults.NotFound() : new RazorComponentResult<MapCard>(new { Content = card });
    }

    /// <summary>Corners as somebody typed them, for the map on which they are drawn: longitude first, in the datum of the base map.</summary>
    private static async Task<Results<Ok<decimal[][]>, BadRequest>> CornersAsync(string? datum, HttpContext context, Basemap basemap)
    {
        if (context.Request.ContentLength is null or > 4 * PlaceQuestion.LongestArea)
            return TypedResults.BadRequest();
        using var body = new StreamReader(context.Request.Body);
        var corners = AreaDrawing.CornersOf(await body.ReadToEndAsync(context.RequestAborted), QuestionEndpoints.Read(null, datum, null).Datum, basemap.Datum);
        return corners is null ? TypedResults.BadRequest() : TypedResults.Ok(corners);
    }

    /// <summary>Sends what was compressed before; the compression of responses leaves alone what already is.</summary>
    private static async Task SendAsync(HttpContext context, string kind, byte[] bytes, byte[]? brotli, byte[]? gzip)
    {
        var accepted = context.Request.Headers.AcceptEncoding.ToString();
        var (encoding, body) =
            brotli is not null && accepted.Contains("br", StringComparison.Ordinal) ? ("br", brotli)
            : gzip is not null && accepted.Contains("gzip", StringComparison.Ordinal) ? ("gzip", gzip)
            : ("identity", bytes);
        if (encoding != "identity")
            context.Response.Headers.ContentEncoding = encoding;
        context.Response.ContentType = kind;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}

/// <summary>
/// How many tiles an address may have drawn: kept ones cost nothing and are not counted. House rule: 100 a second, and 2,000 at
/// once for somebody who sweeps over the map; a hundred people behind one address still read.
/// </summary>
internal sealed class TileRate : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetTokenBucketLimiter(
        address,
        _ => new TokenBucketRateLimiterOptions { TokenLimit = 2000, TokensPerPeriod = 100, ReplenishmentPeriod = TimeSpan.FromSeconds(1), AutoReplenishment = true }));

    public bool MayDraw(string address)
    {
        using var lease = _limiter.AttemptAcquire(address);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
