using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using BeeTrace.Web.Access;
using BeeTrace.Web.Certificates;
using BeeTrace.Web.Data;
using BeeTrace.Web.Import;
using BeeTrace.Web.Lab;
using BeeTrace.Web.Map;
using BeeTrace.Web.Registry;
using BeeTrace.Web.Reports;
using BeeTrace.Web.Shell;
using BeeTrace.Web.Trace;
using BeeTrace.Web.Trade;

namespace BeeTrace.Web.Commands;

/// <summary>Puts the features together into one host; used by <c>serve</c>, by the other commands and by tests.</summary>
public static class Host
{
    public static WebApplication Build(Settings settings, DataConnections connections)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Host).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.WebHost.UseUrls(settings.Url);
        builder.WebHost.UseStaticWebAssets();
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning);

        builder.Services.AddBeeTrace(settings, connections);

        var app = builder.Build();
        app.UseShell();
        app.UseAuthentication();
        app.UseCors();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseOutputCache();
        app.UseAntiforgery();
        app.MapShell();
        app.MapHealth();
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapAccess();
        app.MapField();
        app.MapTrace();
        app.MapLab();
        app.MapSheet();
        app.MapSampler();
        app.MapPlans();
        app.MapCertificates();
        app.MapLog();
        app.MapReports();
        app.MapSamplingPapers();
        app.MapFigures();
        app.MapFigureFiles();
        app.MapImport();
        app.MapQuestions();
        app.MapNotices();
        app.MapMap();
        return app;
    }

    /// <summary>Every feature's registrations; tests take the same ones.</summary>
    public static IServiceCollection AddBeeTrace(this IServiceCollection services, Settings settings, DataConnections connections) => services
        .AddSingleton(settings)
        .AddData(connections)
        .AddAccess()
        .AddShell(demoNotice: settings.Demo)
        .AddRegistry()
        .AddTrace()
        .AddLab()
        .AddCertificates()
        .AddReports()
        .AddTrade()
        .AddMap()
        .AddImport()
        .AddCors(cors => cors.AddPolicy(CertificateEndpoints.Reads, policy => policy.AllowAnyOrigin().WithMethods("GET", "HEAD").WithExposedHeaders("ETag")))
        .AddOpenApi("v1")
        .ConfigureHttpJsonOptions(json => json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All));
}
