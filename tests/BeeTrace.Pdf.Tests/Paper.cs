using System.Diagnostics;
using UglyToad.PdfPig;

namespace BeeTrace.Pdf.Tests;

/// <summary>Makes documents for the tests and reads them back with programs that are not ours.</summary>
internal static class Paper
{
    public static readonly DocumentProperties Properties = new("试验 Trial", "zh-CN", new DateTimeOffset(2019, 1, 8, 9, 30, 0, TimeSpan.FromHours(8)));

    public static PageSetup A4 { get; } = PageSetup.A4(side: 45, top: 45, topOfNextPages: 70, bottom: 60);

    /// <summary>A document of the blocks that <paramref name="fill"/> adds.</summary>
    public static byte[] Of(Action<FlowLayout> fill, PageSetup? setup = null, DocumentProperties? properties = null, params IReadOnlyList<Attachment> attachments)
    {
        var document = new PdfDocument(properties ?? Properties);
        foreach (var attachment in attachments)
            document.Attach(attachment);
        var flow = new FlowLayout(document, setup ?? A4);
        fill(flow);
        flow.Finish();
        return PdfFile.Write(document);
    }

    public static Paragraph Text(string text, TextStyle? style = null) => new(new Span(text, style ?? Typefaces.Body));

    /// <summary>The characters of a page in the order of its content stream.</summary>
    public static string TextOfPage(byte[] file, int page)
    {
        using var document = PdfDocumentOf(file);
        return document.GetPage(page).Text;
    }

    public static UglyToad.PdfPig.PdfDocument PdfDocumentOf(byte[] file) => UglyToad.PdfPig.PdfDocument.Open(file);

    /// <summary>Runs a program of the test set-up on the document and returns what it prints.</summary>
    public static (int ExitCode, string Output) Ask(string program, byte[] file, params IReadOnlyList<string> arguments)
    {
        string path = Path.Combine(Path.GetTempPath(), $"beetrace-{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(path, file);
        try
        {
            var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (string argument in arguments)
                start.ArgumentList.Add(argument.Replace("{file}", path, StringComparison.Ordinal));
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + error.Result);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Skips the test where a program of the set-up is missing.</summary>
    public static void NeedsProgram(string program)
    {
        bool isThere = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)));
        Assert.SkipUnless(isThere, $"{program} is not installed; ./test.sh installs it.");
    }
}
