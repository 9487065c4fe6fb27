namespace BeeTrace.Web.Certificates;

public static class CertificatesSetup
{
    public static IServiceCollection AddCertificates(this IServiceCollection services) => services;

    public static void MapCertificates(this WebApplication app)
    {
    }
}
