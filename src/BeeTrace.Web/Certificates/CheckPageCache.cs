using System.Globalization;
using BeeTrace.Core;
using BeeTrace.Web.Shell;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;

namespace BeeTrace.Web.Certificates;

/// <summary>
/// Keeps a certificate's page for a few seconds, so that a code that goes round the world is drawn once and not for everybody.
/// Each look still counts. What ends a certificate here throws its page away at once; another host follows within these seconds.
/// </summary>
internal sealed class CheckPageCache : IOutputCachePolicy
{
    /// <summary>Name of the policy.</summary>
    public const string Policy = "certificate";

    private static readonly TimeSpan Keep = TimeSpan.FromSeconds(5);

    /// <summary>The tag of all kept pages of a certificate.</summary>
    public static string TagOf(CertificateNumber number) => $"certificate {number}";

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var isKept = HttpMethods.IsGet(http.Request.Method) && http.User.Identity?.IsAuthenticated != true;
        context.EnableOutputCaching = true;
        context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = isKept;
        context.ResponseExpirationTimeSpan = Keep;
        // A scan with a campaign's tail, or a second spelling of the number, is the same page.
        context.CacheVaryByRules.QueryKeys = StringValues.Empty;
        context.CacheVaryByRules.VaryByValues["language"] = CultureInfo.CurrentUICulture.Name;
        context.CacheVaryByRules.VaryByValues["theme"] = ThemeChoice.Of(http.Request).Name ?? "";
        if (CertificateNumber.TryParse(http.Request.RouteValues["Number"] as string, out var number))
        {
            context.Tags.Add(TagOf(number));
            http.RequestServices.GetRequiredService<LookUpCounter>().Count(number);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || !StringValues.IsNullOrEmpty(response.Headers.SetCookie))
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }
}
