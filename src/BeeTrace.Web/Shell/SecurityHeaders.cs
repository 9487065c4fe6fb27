using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Components.Routing;

namespace BeeTrace.Web.Shell;

/// <summary>
/// Headers that keep a page to itself. Static pages allow no inline script and no inline style; staff pages allow inline
/// style, which MudBlazor cannot do without, and still no inline script.
/// </summary>
public static class SecurityHeaders
{
    /// <summary>For everything that is not a staff page.</summary>
    public const string StaticPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; " +
        "worker-src 'self' blob:; manifest-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    /// <summary>For interactive staff pages.</summary>
    public const string StaffPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; " +
        "connect-src 'self'; worker-src 'self' blob:; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    /// <summary>Adds the headers when the response starts, for only then is it known which page answered.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            var policy = IsStaffPage(context) ? StaffPolicy : StaticPolicy;
            headers.ContentSecurityPolicy = OriginOfPictures(context) is { } origin
                ? policy.Replace("img-src 'self'", $"img-src 'self' {origin}", StringComparison.Ordinal).Replace("connect-src 'self'", $"connect-src 'self' {origin}", StringComparison.Ordinal)
                : policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(self), geolocation=(self), microphone=(), payment=(), usb=()";
            return Task.CompletedTask;
        });
        return next(context);
    });

    /// <summary>Lets this one page fetch pictures from another origin too: the operator's own base map.</summary>
    public static void AllowPicturesFrom(HttpContext context, string origin) => context.Features.Set(new PicturesFrom(origin));

    /// <summary>One staff page leads to the next without a new answer, so the first one must allow what a form draws on.</summary>
    private static string? OriginOfPictures(HttpContext context) => IsStaffPage(context)
        ? context.RequestServices.GetService<Map.Basemap>()?.Origin
        : context.Features.Get<PicturesFrom>()?.Origin;

    private sealed record PicturesFrom(string Origin);

    private static bool IsStaffPage(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null && context.AcceptsInteractiveRouting();
}
