using BeeTrace.Core.Lab;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>The turnaround that each county's laboratory promises, version by version; the one in force on the day of receipt counts.</summary>
internal sealed class Promises
{
    private readonly ILookup<string, LaboratoryVersion> _versions;

    private Promises(ILookup<string, LaboratoryVersion> versions) => _versions = versions;

    /// <summary>For whoever does not ask what is late.</summary>
    public static Promises None { get; } = new(Array.Empty<LaboratoryVersion>().ToLookup(version => version.County));

    public static async Task<Promises> ReadAsync(BeeTraceDb db, CancellationToken cancel) =>
        new((await db.Laboratories.AsNoTracking().OrderByDescending(l => l.ValidFrom).ThenByDescending(l => l.RecordedAt).ToListAsync(cancel)).ToLookup(l => l.County));

    /// <summary>The last day in time; null without a promise, and before the sample is received.</summary>
    public DateOnly? DueOn(Sample sample) => sample.ReceivedOn is { } received
        ? Turnaround.DueOn(received, Of(sample.County).FirstOrDefault(version => version.ValidFrom <= received)?.TurnaroundDays)
        : null;

    /// <summary>The open samples that are over their time today.</summary>
    public IQueryable<Sample> Late(IQueryable<Sample> samples, DateOnly today)
    {
        samples = samples.Where(s => s.ReceivedOn != null && s.ApprovedOn == null && s.Status != SampleStatus.Rejected && s.Status != SampleStatus.Cancelled);
        // One span of days for each version: from its first day to the day before the next one.
        IQueryable<Sample>? late = null;
        foreach (var county in _versions)
        {
            DateOnly? until = null;
            foreach (var version in Of(county.Key))
            {
                if (version.TurnaroundDays is > 0 && until != version.ValidFrom)
                {
                    var (from, to, last) = (version.ValidFrom, until ?? DateOnly.MaxValue, today.AddDays(-version.TurnaroundDays.Value));
                    var some = samples.Where(s => s.County == county.Key && s.ReceivedOn >= from && s.ReceivedOn < to && s.ReceivedOn < last);
                    late = late is null ? some : late.Union(some);
                }

                until = version.ValidFrom;
            }
        }

        return late ?? samples.Where(_ => false);
    }

    private IEnumerable<LaboratoryVersion> Of(string county) => _versions[county];
}
