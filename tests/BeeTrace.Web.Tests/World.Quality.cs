using BeeTrace.Core;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Lab;

namespace BeeTrace.Web.Tests;

public sealed partial class World
{
    private int _series;

    /// <summary>A control material with nothing wrong in it: HMF, mean 40 and standard deviation 2 from a certificate.</summary>
    public StartSeries ASeries() => new(
        ControlSeriesId.New(), $"HMF-{Interlocked.Increment(ref _series)}", "honey of a proficiency test", ControlKind.Material, "HMF", AssignedFrom.Certificate, 40m, 2m, null, null, "certificate 2026-7");

    /// <summary>A control series that <see cref="Analyst"/> has started.</summary>
    public async Task<string> SeriesAsync(StartSeries? start = null) =>
        (await Get<QualityControlService>().StartAsync(start ?? ASeries(), Analyst)).ShouldBeDone();

    /// <summary>Results of a series, one a day, the last today.</summary>
    public async Task<IReadOnlyList<ControlResultId>> ControlsAsync(string series, params decimal[] values)
    {
        var ids = new List<ControlResultId>();
        for (var i = 0; i < values.Length; i++)
        {
            ids.Add(ControlResultId.New());
            (await Get<QualityControlService>().EnterAsync(new EnterControl(ids[^1], series, Today.AddDays(i - values.Length + 1), values[i]), Analyst)).ShouldBeDone();
        }

        return ids;
    }
}
