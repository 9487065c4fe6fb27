using System.Diagnostics;

namespace BeeTrace.Benchmarks;

/// <summary>Times of what was tried, printed as they come.</summary>
internal static class Measure
{
    public static async Task<TimeSpan> TimeAsync(string what, Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        Say($"{what}: {watch.Elapsed.TotalSeconds:0.0} s");
        return watch.Elapsed;
    }

    /// <summary>The value below which that part of all lie.</summary>
    public static double Part(IReadOnlyCollection<double> values, double part) => values.Order().ElementAt((int)Math.Min(values.Count - 1, Math.Floor(values.Count * part)));

    public static void Say(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));
}
