using System.Text.Encodings.Web;
using BeeTrace.Core.Access;
using BeeTrace.Web.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BeeTrace.Web.Access;

/// <summary><c>Authorization: Bearer bt_…</c>: the API's way in.</summary>
public sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Database database)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "token";
    private const string Prefix = "Bearer ";

    /// <summary>What is not yours and what is not there look the same.</summary>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();

        var hash = AccountService.HashOf(header[Prefix.Length..].Trim());
        await using var work = await database.OpenAsync(Actor.SignIn, Context.RequestAborted);
        var account = await (
            from token in work.Db.ApiTokens
            where token.Hash == hash && token.RevokedAt == null
            join holder in work.Db.Accounts on token.AccountId equals holder.Id
            select holder).AsNoTracking().SingleOrDefaultAsync(Context.RequestAborted);

        return account is null
            ? AuthenticateResult.Fail("The token is unknown or revoked.")
            : AuthenticateResult.Success(new AuthenticationTicket(account.ToPrincipal(SchemeName), SchemeName));
    }
}
