using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;

namespace BeeTrace.Pdf.Tests;

/// <summary>A folder for other programs to work in, with a certificate store (NSS) that trusts one root.</summary>
internal sealed class TrustStore : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"beetrace-trust-{Guid.NewGuid():N}");

    public TrustStore(X509Certificate2 root)
    {
        Directory.CreateDirectory(_folder);
        Write("root.pem", System.Text.Encoding.ASCII.GetBytes(root.ExportCertificatePem()));
        Run("certutil", "-N", "-d", $"sql:{_folder}", "--empty-password").ExitCode.ShouldBe(0);
        Run("certutil", "-A", "-d", $"sql:{_folder}", "-n", "root", "-t", "C,C,C", "-i", PathOf("root.pem")).ExitCode.ShouldBe(0);
    }

    /// <summary>What pdfsig says of a file.</summary>
    public string PdfSig(byte[] file)
    {
        string name = $"{Guid.NewGuid():N}.pdf";
        Write(name, file);
        var (_, output) = Run("pdfsig", "-nssdir", $"sql:{_folder}", PathOf(name));
        File.Delete(PathOf(name));
        return output;
    }

    /// <summary>Whether pdfsig calls a file wholly signed by somebody known.</summary>
    public bool IsGood(byte[] file)
    {
        string said = PdfSig(file);
        return said.Contains("Signature is Valid.", StringComparison.Ordinal)
            && said.Contains("Certificate is Trusted.", StringComparison.Ordinal)
            && said.Contains("Total document signed", StringComparison.Ordinal)
            && !said.Contains("Not total document signed", StringComparison.Ordinal);
    }

    public string PathOf(string name) => Path.Combine(_folder, name);

    public void Write(string name, byte[] content) => File.WriteAllBytes(PathOf(name), content);

    public (int ExitCode, string Output) Run(string program, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
