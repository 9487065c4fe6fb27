using BeeTrace.Core.Certificates.Log;
using BeeTrace.Web.Access;

namespace BeeTrace.Web.Certificates;

/// <summary>The public log for programs that follow it: C2SP tlog-checkpoint and tlog-tiles, and proofs between two sizes.</summary>
internal static class LogEndpoints
{
    /// <summary>A tile never changes: whoever has it needs not ask again.</summary>
    private const string ForGood = "public, max-age=31536000, immutable";

    public static void MapLog(this WebApplication app)
    {
        var log = app.MapGroup("/log").ExcludeFromDescription().RequireRateLimiting(AccessSetup.LogRate).RequireCors(CertificateEndpoints.Reads);
        log.MapGet("/checkpoint", async (CertificateLog log, HttpContext context, CancellationToken cancel) =>
        {
            context.Response.Headers.CacheControl = "public, no-cache";
            return Results.Text(await log.CheckpointAsync(cancel), "text/plain; charset=utf-8");
        });
        log.MapGet("/tile/{**path}", async (string path, CertificateLog log, HttpContext context, CancellationToken cancel) =>
        {
            if (!LogTile.TryParse(path, out var place) || await log.TileAsync(place, cancel) is not { } bytes)
                return Results.NotFound();
            context.Response.Headers.CacheControl = ForGood;
            return Results.Bytes(bytes, "application/octet-stream");
        });
        log.MapGet("/consistency/{first:long}/{second:long}", async (long first, long second, CertificateLog log, HttpContext context, CancellationToken cancel) =>
        {
            if (await log.ConsistencyAsync(first, second, cancel) is not { } proof)
                return Results.NotFound();
            context.Response.Headers.CacheControl = ForGood;
            return Results.Text(string.Concat(proof.Select(hash => $"{hash}\n")), "text/plain; charset=utf-8");
        });
        log.MapGet("/keys.txt", async (CertificateLog log, HttpContext context, CancellationToken cancel) =>
        {
            context.Response.Headers.CacheControl = "public, no-cache";
            return Results.Text(await log.KeysAsync(cancel), "text/plain; charset=utf-8");
        });
    }
}
