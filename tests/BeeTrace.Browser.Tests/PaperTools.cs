using System.Diagnostics;
using System.Text;

namespace BeeTrace.Browser.Tests;

/// <summary>Looks at a PDF with other people's programs: a reader, a checker, a printer.</summary>
public static class PaperTools
{
    /// <summary>The text as a reader selects it.</summary>
    public static Task<string> TextAsync(string pdf) => RunAsync("pdftotext", pdf, "-");

    /// <summary>The addresses that the paper links to.</summary>
    public static async Task<IReadOnlyList<string>> AddressesAsync(string pdf)
    {
        var lines = await RunAsync("pdfinfo", "-url", pdf);
        return [.. lines.Split('\n').Select(line => line.Trim().Split(' ')[^1]).Where(word => word.StartsWith("http", StringComparison.Ordinal))];
    }

    /// <summary>The file's structure must be sound.</summary>
    public static async Task ShouldBeSoundAsync(string pdf) =>
        (await RunAsync("qpdf", "--check", pdf)).ShouldContain("No syntax or stream encoding errors found");

    /// <summary>Every page as a PNG beside the others, named after <paramref name="stem"/>.</summary>
    public static Task DrawAsync(string pdf, string stem, int dotsPerInch) =>
        RunAsync("pdftoppm", "-r", dotsPerInch.ToString(), "-png", pdf, stem);

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}: {await error}{output}");
        return output;
    }
}
