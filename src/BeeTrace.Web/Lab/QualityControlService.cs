using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>An analyst starts a control series. The id is made by the page, so that a second click finds the first.</summary>
public sealed record StartSeries(
    ControlSeriesId Id, string? Code, string? Name, ControlKind Kind, string Analyte, AssignedFrom AssignedFrom, decimal? Mean, decimal? Sd, decimal? Low, decimal? High, string? Source);

/// <summary>An analyst enters a result of a series, or one in the place of another for a reason.</summary>
public sealed record EnterControl(
    ControlResultId Id, string Series, DateOnly MeasuredOn, decimal? First, decimal? Second = null, decimal? Added = null, ControlResultId? Supersedes = null, string? Reason = null);

/// <summary>Keeps the laboratory's control charts.</summary>
public sealed class QualityControlService(Database database)
{
    /// <summary>An analyst starts a series. Refused: without what its kind needs and its source, a code that is taken. Recorded.</summary>
    public async Task<Outcome<string>> StartAsync(StartSeries start, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not Role.Analyst)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());

        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        await work.OneAtATimeAsync(start.Id.ToString(), cancel);
        if (await db.ControlSeries.Where(s => s.Id == start.Id).Select(s => s.Code).SingleOrDefaultAsync(cancel) is { } before)
            return before;
        var analyte = await db.Analytes.AsNoTracking().SingleOrDefaultAsync(a => a.Code == start.Analyte, cancel);
        if (analyte is null)
            return new Refusal(LabRefusal.AnalyteUnknown, nameof(start.Analyte), start.Analyte);
        var series = SeriesOf(start, analyte, work);
        var check = ControlRules.Check(series);
        if (!check.IsDone)
            return Outcome<string>.Refused(check.Refusals);
        if (await db.ControlSeries.AnyAsync(s => s.Code == series.Code, cancel))
            return new Refusal(QualityRefusal.CodeTaken, nameof(start.Code), series.Code);

        db.ControlSeries.Add(series);
        work.Record(DeedCode.ControlSeriesStarted, series.Code, @new: new
        {
            kind = series.Kind.ToString(), analyte = series.Analyte, unit = series.Unit, series.Mean, series.Sd, series.Low, series.High, series.Source,
        });
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? series.Code : Outcome<string>.Refused(committed.Refusals);
    }

    /// <summary>
    /// An analyst enters a result. Refused: without the numbers of its kind, measured tomorrow; a correction without a reason or of a result that was
    /// corrected before. Recorded: the numbers and the day; of a correction also the old numbers and the reason.
    /// </summary>
    public async Task<Outcome> EnterAsync(EnterControl enter, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not Role.Analyst)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());

        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        await work.OneAtATimeAsync(enter.Id.ToString(), cancel);
        if (await db.ControlResults.AnyAsync(r => r.Id == enter.Id, cancel))
            return Outcome.Done;
        var series = await db.ControlSeries.AsNoTracking().SingleOrDefaultAsync(s => s.Code == enter.Series, cancel);
        if (series is null)
            return new Refusal(QualityRefusal.SeriesUnknown, null, enter.Series);
        var check = ControlRules.Check(series.Kind, enter.First, enter.Second, enter.Added, enter.MeasuredOn, work.Today);
        if (!check.IsDone)
            return check;
        var old = enter.Supersedes is { } id ? await db.ControlResults.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.SeriesId == series.Id, cancel) : null;
        if (enter.Supersedes is not null && (old is null || await db.ControlResults.AnyAsync(r => r.Supersedes == enter.Supersedes, cancel)))
            return new Refusal(QualityRefusal.ResultUnknown);
        if (old is not null && string.IsNullOrWhiteSpace(enter.Reason))
            return new Refusal(QualityRefusal.ReasonMissing, nameof(enter.Reason));

        db.ControlResults.Add(ResultOf(enter, series, work));
        var numbers = new { enter.MeasuredOn, enter.First, enter.Second, enter.Added };
        if (old is null)
            work.Record(DeedCode.ControlEntered, series.Code, @new: numbers);
        else
            work.Record(DeedCode.ControlSuperseded, series.Code, old: new { old.MeasuredOn, old.First, old.Second, old.Added }, @new: numbers, why: enter.Reason!.Trim());
        return await work.CommitAsync(cancel);
    }

    /// <summary>
    /// A reviewer or signatory makes mean and standard deviation of a control material from the laboratory's own results so far. Refused: fewer than
    /// twenty results, a series that has its mean. Recorded: mean, standard deviation, number of results.
    /// </summary>
    public async Task<Outcome<Baseline>> AssignAsync(string code, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not (Role.Reviewer or Role.Signatory))
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());

        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        await work.OneAtATimeAsync(code, cancel);
        var series = await db.ControlSeries.SingleOrDefaultAsync(s => s.Code == code, cancel);
        if (series is null)
            return new Refusal(QualityRefusal.SeriesUnknown, null, code);
        if (series.AssignedFrom != AssignedFrom.OwnResults || series.Mean is not null)
            return new Refusal(QualityRefusal.NothingToAssign);
        var own = Baseline.Of([.. (await StandingControls.OfAsync(db, series.Id, cancel)).Select(r => r.First)]);
        if (!own.IsDone)
            return own;

        (series.Mean, series.Sd, series.BaselineCount) = (own.Value.Mean, own.Value.Sd, own.Value.Count);
        work.Record(DeedCode.ControlMeanAssigned, code, @new: new { series.Mean, series.Sd, results = own.Value.Count });
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? own : Outcome<Baseline>.Refused(committed.Refusals);
    }

    private static ControlSeries SeriesOf(StartSeries start, Analyte analyte, Work work)
    {
        var isMaterial = start.Kind == ControlKind.Material;
        var isCertified = isMaterial && start.AssignedFrom == AssignedFrom.Certificate;
        return new ControlSeries
        {
            Id = start.Id,
            Code = Keyboard.Narrow((start.Code ?? "").Trim()).ToUpperInvariant(),
            Name = (start.Name ?? "").Trim(),
            Kind = start.Kind,
            Analyte = analyte.Code,
            Unit = analyte.Unit,
            AssignedFrom = isMaterial ? start.AssignedFrom : null,
            Mean = isCertified ? start.Mean : null,
            Sd = isCertified ? start.Sd : null,
            Low = start.Kind == ControlKind.Spike ? start.Low : null,
            High = isMaterial ? null : start.High,
            Source = (start.Source ?? "").Trim(),
            StartedBy = work.Actor.Account,
            StartedAt = work.Now,
        };
    }

    private static ControlResult ResultOf(EnterControl enter, ControlSeries series, Work work) => new()
    {
        Id = enter.Id,
        SeriesId = series.Id,
        MeasuredOn = enter.MeasuredOn,
        First = enter.First!.Value,
        Second = series.Kind is ControlKind.Duplicate or ControlKind.Spike ? enter.Second : null,
        Added = series.Kind is ControlKind.Spike ? enter.Added : null,
        EnteredBy = work.Actor.Account,
        EnteredAt = work.Now,
        Supersedes = enter.Supersedes,
        Reason = enter.Supersedes is null ? null : enter.Reason!.Trim(),
    };
}
