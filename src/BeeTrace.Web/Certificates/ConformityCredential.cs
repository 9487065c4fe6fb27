namespace BeeTrace.Web.Certificates;

internal static class ConformityCredential
{
    public static byte[] Write(CertificateContent content, string contentSha256) => [];
}
