namespace BeeTrace.Web.Certificates;

public static class CertificatesSetup
{
    public static IServiceCollection AddCertificates(this IServiceCollection services) => services
        .AddSingleton(_ => CertificatePaper.Load())
        .AddSingleton<CertificateService>()
        .AddSingleton<CertificateQueries>()
        .AddSingleton<CertificateCheck>();
}
