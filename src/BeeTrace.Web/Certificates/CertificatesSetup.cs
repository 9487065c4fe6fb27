namespace BeeTrace.Web.Certificates;

public static class CertificatesSetup
{
    public static IServiceCollection AddCertificates(this IServiceCollection services) => services
        .AddSingleton(_ => PaperStyle.Load())
        .AddSingleton(services => new CertificatePaper(services.GetRequiredService<PaperStyle>()))
        .AddSingleton<CertificateService>()
        .AddSingleton<CertificateQueries>()
        .AddSingleton<CertificateCheck>();
}
