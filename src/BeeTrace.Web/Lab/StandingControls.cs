using BeeTrace.Core;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>The results of a control series that no other has superseded.</summary>
internal static class StandingControls
{
    /// <summary>In the order of measuring; of one day in the order of entering, where a correction has the place of what it corrects.</summary>
    public static async Task<IReadOnlyList<ControlResult>> OfAsync(BeeTraceDb db, ControlSeriesId series, CancellationToken cancel) =>
        In(await db.ControlResults.AsNoTracking().Where(r => r.SeriesId == series).ToListAsync(cancel));

    public static IReadOnlyList<ControlResult> In(IReadOnlyList<ControlResult> all)
    {
        var byId = all.ToDictionary(r => r.Id);
        var superseded = all.Select(r => r.Supersedes).OfType<ControlResultId>().ToHashSet();
        return [.. all.Where(r => !superseded.Contains(r.Id)).OrderBy(r => r.MeasuredOn).ThenBy(r => FirstOf(r).EnteredAt).ThenBy(r => FirstOf(r).Id.Value)];

        ControlResult FirstOf(ControlResult result)
        {
            while (result.Supersedes is { } before)
                result = byId[before];
            return result;
        }
    }
}
