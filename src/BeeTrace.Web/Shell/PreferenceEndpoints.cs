using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace BeeTrace.Web.Shell;

/// <summary>
/// The reader's language and theme, kept in two cookies. They are plain links, so that they work with scripts off; they
/// change nothing but how pages look to this reader, which is why a GET may do it.
/// </summary>
public static class PreferenceEndpoints
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    /// <summary>Maps <c>/language?culture=en&amp;returnUrl=/</c> and <c>/theme?to=dark&amp;returnUrl=/</c>.</summary>
    public static void MapPreferences(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/language", (HttpContext context, string? culture, string? returnUrl) =>
        {
            if (Languages.Find(culture) is { } known)
            {
                var value = CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(known));
                Keep(context, Languages.Cookie, value);
            }

            return Back(context, returnUrl);
        }).ExcludeFromDescription().AllowAnonymous();

        endpoints.MapGet("/theme", (HttpContext context, string? to, string? returnUrl) =>
        {
            if (ThemeChoice.Parse(to).Name is { } name)
            {
                Keep(context, ThemeChoice.Cookie, name);
            }
            else
            {
                context.Response.Cookies.Delete(ThemeChoice.Cookie);
            }

            return Back(context, returnUrl);
        }).ExcludeFromDescription().AllowAnonymous();
    }

    private static IResult Back(HttpContext context, string? returnUrl)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.LocalRedirect(ReturnUrl.LocalOrHome(returnUrl));
    }

    private static void Keep(HttpContext context, string cookie, string value) =>
        context.Response.Cookies.Append(cookie, value, new CookieOptions
        {
            MaxAge = Kept,
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            IsEssential = true,
        });
}

/// <summary>The cultures that BeeTrace speaks.</summary>
public static class Languages
{
    /// <summary>Name of the cookie that keeps the reader's language.</summary>
    public const string Cookie = "bt-language";

    /// <summary>zh-CN first: it is also what a reader gets whose browser asks for neither.</summary>
    public static IReadOnlyList<CultureInfo> All { get; } = [CultureInfo.GetCultureInfo("zh-CN"), CultureInfo.GetCultureInfo("en")];

    /// <summary>The culture of that exact name, or null.</summary>
    public static CultureInfo? Find(string? name) =>
        All.FirstOrDefault(culture => string.Equals(culture.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The other of the two, for the switch in the bar.</summary>
    public static CultureInfo Other(CultureInfo culture) => culture.TwoLetterISOLanguageName == "zh" ? All[1] : All[0];
}
