using System.Globalization;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;
using MudBlazor.Services;

namespace BeeTrace.Web.Shell;

/// <summary>Everything around the pages: languages, themes, headers, compression, status pages and the components' services.</summary>
public static class ShellSetup
{
    /// <summary>Registers the shell. Whoever calls it registers authentication.</summary>
    public static IServiceCollection AddShell(this IServiceCollection services, bool demoNotice)
    {
        services.AddSingleton(new ShellSettings(demoNotice));
        services.AddScoped<StaffTheme>();
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddMudServices();
        services.AddAuthorization();
        services.AddCascadingAuthenticationState();
        services.AddHttpContextAccessor();
        services.AddProblemDetails();

        // Chinese as Chinese: by default each character is written as &#x8702;, which doubles a page.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));

        services.AddResponseCompression(options =>
        {
            // Safe over HTTPS: the only secret in a page is the antiforgery token, which is encrypted anew in every response.
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/problem+json", "application/vnd.mapbox-vector-tile"];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);

        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(Languages.All[0]);
            options.SupportedCultures = [.. Languages.All];
            options.SupportedUICultures = [.. Languages.All];
            options.ApplyCurrentCultureToResponseHeaders = true;
            options.RequestCultureProviders =
            [
                new CookieRequestCultureProvider { CookieName = Languages.Cookie },
                new AcceptLanguageHeaderRequestCultureProvider(),
            ];
        });

        return services;
    }

    /// <summary>
    /// Puts the shell into the pipeline: call it first, before authentication. Addresses under <c>/api</c> answer errors as
    /// problem details, all others as pages.
    /// </summary>
    public static WebApplication UseShell(this WebApplication app)
    {
        app.UseResponseCompression();
        app.UseSecurityHeaders();
        app.UseRequestLocalization();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error",
            CreateScopeForErrors = true,
            StatusCodeSelector = exception => exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePagesWithReExecute("/error/{0}", createScopeForStatusCodePages: true);

        // Nearer to the endpoint, so it answers first; a response that has a body is left alone by the pages above.
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal),
            api => api.UseExceptionHandler().UseStatusCodePages());
        return app;
    }

    /// <summary>Maps the pages, their assets and the language and theme switches. Call it after <c>UseAntiforgery</c>.</summary>
    public static RazorComponentsEndpointConventionBuilder MapShell(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapPreferences();
        return app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = "'none'");
    }
}
