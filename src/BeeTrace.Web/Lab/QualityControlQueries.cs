using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>One line of the list of control series.</summary>
/// <param name="Last">Its latest point; null before the first result.</param>
/// <param name="LastOn">The day of that point.</param>
/// <param name="Rejected">How many points the chart rejects.</param>
public sealed record ControlSeriesRow(ControlSeries Series, Bilingual Analyte, int Points, ControlPoint? Last, DateOnly? LastOn, int Rejected);

/// <summary>A point with its result and who entered it.</summary>
/// <param name="Corrects">The reason, where it took the place of another result.</param>
public sealed record ControlLine(ControlPoint Point, ControlResult Result, string EnteredBy, string? Corrects);

/// <summary>A control series with its chart.</summary>
public sealed record ControlSheet(ControlSeries Series, Bilingual Analyte, IReadOnlyList<ControlLine> Lines);

/// <summary>Reads control series and their charts.</summary>
public sealed class QualityControlQueries(Database database)
{
    public async Task<IReadOnlyList<ControlSeriesRow>> ListAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var analytes = await db.Analytes.AsNoTracking().ToDictionaryAsync(a => a.Code, a => a.Name, cancel);
        var results = (await db.ControlResults.AsNoTracking().ToListAsync(cancel)).ToLookup(r => r.SeriesId);
        return (await db.ControlSeries.AsNoTracking().OrderBy(s => s.Code).ToListAsync(cancel)).ConvertAll(series =>
        {
            var standing = StandingControls.In([.. results[series.Id]]);
            var points = ControlChart.Points(series, standing);
            return new ControlSeriesRow(series, analytes[series.Analyte], points.Count, points is [.., var last] ? last : null, standing is [.., var latest] ? latest.MeasuredOn : null, points.Count(p => p.IsRejected));
        });
    }

    /// <returns>Null for a series that is not there or not the actor's to see.</returns>
    public async Task<ControlSheet?> FindAsync(string code, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var series = await db.ControlSeries.AsNoTracking().SingleOrDefaultAsync(s => s.Code == code, cancel);
        if (series is null)
            return null;
        var analyte = await db.Analytes.AsNoTracking().SingleAsync(a => a.Code == series.Analyte, cancel);
        var standing = await StandingControls.OfAsync(db, series.Id, cancel);
        var names = await People.NamesAsync(db, standing.Select(r => r.EnteredBy), cancel);
        var lines = ControlChart.Points(series, standing).Zip(standing, (point, result) => new ControlLine(point, result, names.GetValueOrDefault(result.EnteredBy, "–"), result.Reason));
        return new ControlSheet(series, analyte.Name, [.. lines]);
    }

    /// <summary>Analytes with numbers, for the form of a new series.</summary>
    public async Task<IReadOnlyList<Analyte>> AnalytesAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return await work.Db.Analytes.AsNoTracking().Where(a => a.Nature != AnalyteNature.Qualitative).OrderBy(a => a.Sort).ToListAsync(cancel);
    }
}
