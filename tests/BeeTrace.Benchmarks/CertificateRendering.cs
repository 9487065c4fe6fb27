using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using BeeTrace.Web.Certificates;
using BeeTrace.Web.Tests.Certificates;

namespace BeeTrace.Benchmarks;

/// <summary>
/// How long a certificate takes in a warm process, and how large it is. The baseline is what nobody can avoid: the same
/// zlib at the same level over as many bytes of the same typeface as the finished file holds.
/// </summary>
internal static class CertificateRendering
{
    private const int Runs = 200;

    /// <summary>Enough for the just-in-time compiler to have settled.</summary>
    private const int WarmUp = 300;

    /// <summary>Prints medians; with a folder also writes the two certificates there.</summary>
    public static void Run(string? folder)
    {
        var start = Stopwatch.StartNew();
        var paper = CertificatePaper.Load();
        Print("load and check both typefaces, once", start.Elapsed.TotalMilliseconds, null);

        foreach (var certificate in new[] { SampleCertificates.PassRate(), SampleCertificates.BatchTest() })
        {
            byte[] file = paper.Render(certificate);
            Print($"render {certificate.Kind}", Median(() => paper.Render(certificate)), file.Length);
            byte[] font = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "fonts", "NotoSansSC-Regular.ttf"));
            byte[] payload = font[(font.Length / 2)..(font.Length / 2 + file.Length)];
            Print("  baseline: zlib over as many bytes", Median(() => Deflate(payload)), Deflate(payload).Length);
            if (folder is not null)
                File.WriteAllBytes(Path.Combine(folder, $"{certificate.Number}.pdf"), file);
        }
    }

    private static double Median(Func<byte[]> work)
    {
        for (int i = 0; i < WarmUp; i++)
            work();
        var times = new double[Runs];
        for (int i = 0; i < Runs; i++)
        {
            long from = Stopwatch.GetTimestamp();
            work();
            times[i] = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
        }

        Array.Sort(times);
        return times[Runs / 2];
    }

    private static byte[] Deflate(byte[] data)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(data);
        return compressed.ToArray();
    }

    private static void Print(string what, double milliseconds, int? bytes) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what,-40} {milliseconds,8:0.00} ms {(bytes is { } count ? $"{count / 1024.0,8:0.0} KiB" : "")}"));
}
