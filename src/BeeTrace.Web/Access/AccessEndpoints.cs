using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace BeeTrace.Web.Access;

internal static class AccessEndpoints
{
    public static void MapAccess(this WebApplication app) =>
        app.MapPost("/sign-out", async (HttpContext context) =>
        {
            // The middleware only notes whether the form was ours; without form parameters nobody else looks at it.
            if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: true })
                return Results.BadRequest();
            await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            return Results.LocalRedirect("/");
        })
        .WithMetadata(new RequireAntiforgeryTokenAttribute())
        .ExcludeFromDescription();
}
