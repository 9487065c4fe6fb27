using System.Diagnostics;
using System.Globalization;
using BeeTrace.Web.Certificates;
using BeeTrace.Web.Shell;
using BeeTrace.Web.Tests.Trade;
using BeeTrace.Web.Trade;

namespace BeeTrace.Benchmarks;

/// <summary>How long the paper of an export figure takes: the first one after the start, and in a warm process.</summary>
internal static class FigureRendering
{
    private const int Runs = 200;

    /// <summary>A paper is made while its reader waits.</summary>
    private const int GoalMilliseconds = 100;

    /// <summary>Prints times; with a folder also writes the paper there.</summary>
    public static void Run(string? folder)
    {
        var paper = new FigurePaper(PaperStyle.Load());
        var sheet = SampleFigures.Sheet();
        var at = new DateTimeOffset(2026, 6, 15, 1, 0, 0, TimeSpan.Zero);
        var times = new List<double>();
        byte[] file = [];
        for (var i = 0; i <= Runs; i++)
        {
            var from = Stopwatch.GetTimestamp();
            file = paper.Render(sheet, at, [ShellText.DemoNotice]);
            times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        }

        Measure.Say($"paper of a figure: first {times[0]:0.0} ms, then p50 {Measure.Part(times[1..], 0.5):0.0}  p95 {Measure.Part(times[1..], 0.95):0.0} ms (goal {GoalMilliseconds}), {file.Length / 1024.0:0} KiB");
        if (folder is not null)
            File.WriteAllBytes(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{sheet.FileName}.pdf")), file);
    }
}
