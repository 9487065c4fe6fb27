using Microsoft.AspNetCore.Components;

namespace BeeTrace.Web.Shell;

/// <summary>Where a small errand (language, theme, signing in) leads back to: always an address of this site.</summary>
public static class ReturnUrl
{
    /// <summary>
    /// The address itself when it is local (<c>/figures?year=2018</c>), otherwise the home page.
    /// Only what may stand in a header: other characters come percent-encoded from a browser. <c>//host</c> and <c>/\host</c> look local and are not: browsers read them as another site.
    /// </summary>
    public static string LocalOrHome(string? returnUrl) =>
        returnUrl is ['/', ..] and not ['/', '/' or '\\', ..] && returnUrl.All(c => c is > ' ' and < '\x7f') ? returnUrl : "/";

    /// <summary>Path and query of the page that is open now.</summary>
    public static string Here(NavigationManager navigation) => "/" + navigation.ToBaseRelativePath(navigation.Uri);

    /// <summary>Path and query of the page that the reader asked for, also after a re-execution for a status page.</summary>
    public static string Here(HttpContext context)
    {
        var original = context.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodeReExecuteFeature>();
        return original is null
            ? context.Request.Path.ToUriComponent() + context.Request.QueryString
            : new PathString(original.OriginalPath).ToUriComponent() + original.OriginalQueryString;
    }
}
