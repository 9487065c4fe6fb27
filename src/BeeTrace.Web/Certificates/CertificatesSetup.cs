namespace BeeTrace.Web.Certificates;

public static class CertificatesSetup
{
    public static IServiceCollection AddCertificates(this IServiceCollection services) => services
        .AddSingleton(_ => PaperStyle.Load())
        .AddSingleton(services => new CertificatePaper(services.GetRequiredService<PaperStyle>()))
        .AddOutputCache(cache => cache.AddPolicy(CheckPageCache.Policy, new CheckPageCache()))
        .AddSingleton<SigningKeys>()
        .AddSingleton<CertificateLog>()
        .AddSingleton(services => new Timestamps(services.GetRequiredService<Commands.Settings>(), new HttpClient()))
        .AddSingleton<CertificateIssuer>()
        .AddSingleton<CertificateService>()
        .AddSingleton<CertificateFiles>()
        .AddSingleton<LookUpCounter>()
        .AddHostedService(services => services.GetRequiredService<LookUpCounter>())
        .AddSingleton<CertificateQueries>()
        .AddSingleton<CertificateCheck>();
}
