using System.Globalization;
using System.Security.Claims;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using Microsoft.AspNetCore.Components.Authorization;

namespace BeeTrace.Web.Access;

/// <summary>The actor as it travels in a cookie or behind a token, and back.</summary>
public static class ActorClaims
{
    public const string Beekeeper = "beetrace:beekeeper";
    public const string Firm = "beetrace:firm";
    public const string Stamp = "beetrace:stamp";
    public const string SignedIn = "beetrace:signed-in";

    /// <param name="account">Who it is.</param>
    /// <param name="scheme">How this was found out.</param>
    /// <param name="signedInAt">When the password was given; null behind a token.</param>
    public static ClaimsPrincipal ToPrincipal(this Account account, string scheme, DateTimeOffset? signedInAt = null)
    {
        var identity = new ClaimsIdentity(scheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, account.Id.ToString()));
        identity.AddClaim(new Claim(ClaimTypes.Name, account.Name));
        identity.AddClaim(new Claim(ClaimTypes.Role, account.Role.Code()));
        identity.AddClaim(new Claim(Stamp, account.SecurityStamp ?? ""));
        if (signedInAt is { } at)
            identity.AddClaim(new Claim(SignedIn, at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        if (account.BeekeeperId is { } beekeeper)
            identity.AddClaim(new Claim(Beekeeper, beekeeper.Value.ToString()));
        if (account.FirmId is { } firm)
            identity.AddClaim(new Claim(Firm, firm.Value.ToString()));
        return new ClaimsPrincipal(identity);
    }

    /// <summary>Who is asking; <see cref="Actor.Public"/> for somebody who did not sign in.</summary>
    public static Actor ToActor(this ClaimsPrincipal principal)
    {
        if (principal.Identity?.IsAuthenticated != true)
            return Actor.Public;

        if (!RoleCode.TryParse(principal.FindFirstValue(ClaimTypes.Role), out var role))
            return Actor.Public;

        return new Actor(
            new AccountId(Guid.Parse(principal.FindFirstValue(ClaimTypes.NameIdentifier)!)),
            principal.FindFirstValue(ClaimTypes.Name)!,
            role,
            principal.FindFirstValue(Beekeeper) is { } beekeeper ? new BeekeeperId(Guid.Parse(beekeeper)) : null,
            principal.FindFirstValue(Firm) is { } firm ? new FirmId(Guid.Parse(firm)) : null)
        {
            SignedInAt = long.TryParse(principal.FindFirstValue(SignedIn), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : null,
        };
    }
}

/// <summary>Who is asking, for pages of both kinds.</summary>
public sealed class CurrentActor(AuthenticationStateProvider state)
{
    public async Task<Actor> GetAsync() => (await state.GetAuthenticationStateAsync()).User.ToActor();
}
