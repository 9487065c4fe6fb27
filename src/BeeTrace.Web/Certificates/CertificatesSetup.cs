namespace BeeTrace.Web.Certificates;

public static class CertificatesSetup
{
    public static IServiceCollection AddCertificates(this IServiceCollection services) => services
        .AddSingleton(_ => PaperStyle.Load())
        .AddSingleton(services => new CertificatePaper(services.GetRequiredService<PaperStyle>()))
        .AddOutputCache(cache => cache.AddPolicy(CheckPageCache.Policy, new CheckPageCache()))
        .AddSingleton<SigningKeys>()
        .AddSingleton<CertificateLog>()
        .AddSingleton(services => new Timestamps(services.GetRequiredService<Commands.Settings>(), services.GetRequiredService<SigningKeys>(), new HttpClient()))
        .AddSingleton(services => new Witnesses(
            Witness.ParseAll(services.GetRequiredService<Commands.Settings>().Witnesses),
            new HttpClient { Timeout = TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = Witnesses.LongestAnswer },
            services.GetRequiredService<CertificateLog>(), services.GetRequiredService<Data.Database>(), services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<Witnesses>>()))
        .AddHostedService(services => services.GetRequiredService<Witnesses>())
        .AddSingleton<CertificateIssuer>()
        .AddSingleton<CertificateService>()
        .AddSingleton<CertificateFiles>()
        .AddSingleton<LookUpCounter>()
        .AddHostedService(services => services.GetRequiredService<LookUpCounter>())
        .AddSingleton<CertificateQueries>()
        .AddSingleton<CertificateCheck>();
}
