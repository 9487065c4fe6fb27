using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using BeeTrace.Web.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace BeeTrace.Web.Access;

/// <summary>Who may come in: Identity for accounts, a cookie for people, a token for programs.</summary>
public static class AccessSetup
{
    /// <summary>Limits sign-in attempts by address, whatever account they aim at.</summary>
    public const string SignInRate = "sign-in";

    /// <summary>Limits look-ups of certificates and lots by address: 200 papers in a row are fine, counting through all numbers is not.</summary>
    public const string LookUpRate = "look-up";

    /// <summary>Limits by address files that are handed in for a check: each costs a signature to verify. Two hundred papers in a row are fine.</summary>
    public const string UploadRate = "uploads";

    /// <summary>Limits who follows the public log: tiles are many, small, and asked for once.</summary>
    public const string LogRate = "log";

    /// <summary>Limits by address what strangers send in, applications and announcements, which somebody has to look at: a village behind one address may, a flood may not.</summary>
    public const string StrangersRate = "strangers";

    /// <summary>Limits what an account sends from the field: an outbox that was a week without a line brings a hundred entries at once, a loop brings thousands.</summary>
    public const string EntryRate = "entries";

    /// <summary>House rule: how long a cookie is believed before the account behind it is looked up again.</summary>
    private static readonly TimeSpan RecheckAfter = TimeSpan.FromMinutes(5);

    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                // Length and the common list are checked by PasswordValidator; composition rules help nobody.
                identity.Password = new PasswordOptions
                {
                    RequiredLength = 1, RequireDigit = false, RequireLowercase = false, RequireUppercase = false,
                    RequireNonAlphanumeric = false, RequiredUniqueChars = 1,
                };
            })
            .AddEntityFrameworkStores<BeeTraceDb>()
            .AddPasswordValidator<PasswordValidator>();

        services.AddAuthentication("any")
            .AddPolicyScheme("any", null, any => any.ForwardDefaultSelector = context =>
                context.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? TokenAuthentication.SchemeName : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(ConfigureCookie)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.SchemeName, null);
        // Behind a proxy that ends TLS the request itself is plain; the public address says how people come.
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme).Configure<Commands.Settings>((cookie, settings) =>
            cookie.Cookie.SecurePolicy = settings.PublicUrl.StartsWith("https://", StringComparison.Ordinal) ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest);
        services.AddAuthorization();
        services.AddCascadingAuthenticationState();

        services.AddDataProtection().SetApplicationName("BeeTrace");
        services.AddSingleton<KeyRing>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlRepository = provider.GetRequiredService<KeyRing>()));

        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = TellAsync;
            limiter.AddPolicy(SignInRate, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(
                    SignInService.Bucket(context.Connection.RemoteIpAddress),
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = 60, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter(""));
            limiter.AddPolicy(StrangersRate, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(
                    SignInService.Bucket(context.Connection.RemoteIpAddress),
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = 20, Window = TimeSpan.FromMinutes(10) })
                : RateLimitPartition.GetNoLimiter(""));
            limiter.AddPolicy(LookUpRate, context => RateLimitPartition.GetFixedWindowLimiter(
                SignInService.Bucket(context.Connection.RemoteIpAddress),
                _ => new FixedWindowRateLimiterOptions { PermitLimit = 600, Window = TimeSpan.FromMinutes(1) }));
            limiter.AddPolicy(UploadRate, context => RateLimitPartition.GetFixedWindowLimiter(
                SignInService.Bucket(context.Connection.RemoteIpAddress),
                _ => new FixedWindowRateLimiterOptions { PermitLimit = 300, Window = TimeSpan.FromMinutes(1) }));
            limiter.AddPolicy(LogRate, context => RateLimitPartition.GetFixedWindowLimiter(
                SignInService.Bucket(context.Connection.RemoteIpAddress),
                _ => new FixedWindowRateLimiterOptions { PermitLimit = 6000, Window = TimeSpan.FromMinutes(1) }));
            limiter.AddPolicy(EntryRate, context => RateLimitPartition.GetFixedWindowLimiter(
                context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? SignInService.Bucket(context.Connection.RemoteIpAddress),
                _ => new FixedWindowRateLimiterOptions { PermitLimit = 300, Window = TimeSpan.FromMinutes(1) }));
        });

        services.AddSingleton<DeedQueries>();
        services.AddScoped<CurrentActor>();
        services.AddScoped<SignInService>();
        services.AddScoped<AccountService>();
        services.AddScoped<AuthenticationStateProvider, RecheckingAuthenticationState>();
        return services;
    }

    /// <summary>When to come again; to an outbox as JSON, the one thing that it reads: its entry goes on waiting.</summary>
    private static async ValueTask TellAsync(OnRejectedContext rejected, CancellationToken cancel)
    {
        var response = rejected.HttpContext.Response;
        if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after))
            response.Headers.RetryAfter = ((int)Math.Ceiling(after.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        if (rejected.HttpContext.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName == EntryRate)
            await response.WriteAsJsonAsync(new { state = "later" }, cancel);
    }

    private static void ConfigureCookie(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "beetrace";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.LoginPath = "/sign-in";
        cookie.ReturnUrlParameter = "returnUrl";
        cookie.ExpireTimeSpan = TimeSpan.FromHours(10);
        cookie.SlidingExpiration = true;
        // What is not yours and what is not there look the same.
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
        cookie.Events.OnRedirectToLogin = context =>
        {
            if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            else
                context.Response.Redirect(new Uri(context.RedirectUri).PathAndQuery);
            return Task.CompletedTask;
        };
        cookie.Events.OnValidatePrincipal = async context =>
        {
            var clock = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>();
            if (clock.GetUtcNow() - context.Properties.IssuedUtc < RecheckAfter)
                return;
            var signIn = context.HttpContext.RequestServices.GetRequiredService<SignInService>();
            if (await signIn.StillValidAsync(context.Principal!, context.HttpContext.RequestAborted))
                context.ShouldRenew = true;
            else
                context.RejectPrincipal();
        };
    }
}
