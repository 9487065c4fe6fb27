using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>
/// An analyst enters a reading as typed. <paramref name="Supersedes"/> is the reading the analyst saw in the cell; the deed
/// is refused when somebody has meanwhile entered another.
/// </summary>
public sealed record EnterReading(
    SampleCode Sample, string Analyte, string Text, decimal? Lod, decimal? Loq, decimal? Uncertainty = null,
    string? Method = null, ReadingId? Supersedes = null, string? Reason = null);

/// <summary>Enters readings; what was entered stays, a correction supersedes it and says why.</summary>
public sealed class ReadingService(Database database)
{
    /// <summary>
    /// Refused: what cannot be read as a result, "not detected" without a limit of detection, a sample that is not being
    /// tested, a correction without a reason, a cell that changed meanwhile. Recorded: what was typed, and what it replaces.
    /// </summary>
    public async Task<Outcome<ReadingId>> EnterAsync(EnterReading enter, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not Role.Analyst)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());

        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        // Two analysts at one sheet: the second sees what the first entered, instead of a refusal without a value.
        await work.OneAtATimeAsync(enter.Sample.ToString(), cancel);
        var sample = await db.Samples.SingleOrDefaultAsync(s => s.Code == enter.Sample, cancel);
        if (sample is null)
            return new Refusal(LabRefusal.SampleUnknown, nameof(enter.Sample), enter.Sample.ToString());
        var analyte = await db.Analytes.AsNoTracking().SingleOrDefaultAsync(a => a.Code == enter.Analyte, cancel);
        if (analyte is null)
            return new Refusal(LabRefusal.AnalyteUnknown, nameof(enter.Analyte), enter.Analyte);
        if (!sample.Status.IsOnTheBench())
            return new Refusal(LabRefusal.StatusNotAllowed, "status", sample.Status, SampleStatus.Testing);

        var unit = Unit.Parse(analyte.Unit).Value;
        var reading = Reading.Parse(enter.Text, unit, enter.Lod, enter.Loq, enter.Uncertainty);
        if (!reading.IsDone)
            return Outcome<ReadingId>.Refused(reading.Refusals);

        var current = await CurrentReadings.Of(db, sample.Id).SingleOrDefaultAsync(r => r.Analyte == enter.Analyte, cancel);
        if (current?.Id != enter.Supersedes)
            return new Refusal(LabRefusal.ReadingChangedMeanwhile, nameof(enter.Text), current?.Text ?? "—", enter.Text);
        if (current is not null && LabReason.Check(enter.Reason, nameof(enter.Reason)) is { IsDone: false } reason)
            return Outcome<ReadingId>.Refused(reason.Refusals);

        var entered = Record(reading.Value, analyte, enter, sample.Id, work);
        db.Readings.Add(entered);
        if (sample.Status is SampleStatus.Received or SampleStatus.Assigned)
            sample.Status = SampleStatus.Testing;
        RecordDeed(entered, current, sample.Code, work);
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? entered.Id : Outcome<ReadingId>.Refused(committed.Refusals);
    }

    /// <summary>The row that keeps a reading as it was typed.</summary>
    internal static EnteredReading Record(Reading reading, Analyte analyte, EnterReading enter, SampleId sample, Work work, ReadingId? id = null) => new()
    {
        Id = id ?? ReadingId.New(),
        SampleId = sample,
        Analyte = analyte.Code,
        Text = reading.Text,
        Kind = reading.Kind,
        Value = reading.Value ?? reading.Bound,
        Unit = analyte.Unit,
        Lod = reading.Lod,
        Loq = reading.Loq,
        Uncertainty = reading.Uncertainty,
        Method = enter.Method,
        EnteredBy = work.Actor.Account,
        EnteredAt = work.Now,
        Supersedes = enter.Supersedes,
        Reason = string.IsNullOrWhiteSpace(enter.Reason) ? null : enter.Reason.Trim(),
    };

    /// <summary>The deed of a reading that was entered, or that took the place of another.</summary>
    internal static void RecordDeed(EnteredReading entered, EnteredReading? before, SampleCode sample, Work work) => work.Record(
        before is null ? DeedCode.ReadingEntered : DeedCode.ReadingSuperseded,
        sample.ToString(),
        before is null ? null : new { before.Analyte, before.Text },
        new { entered.Analyte, entered.Text, entered.Unit, entered.Lod, entered.Loq },
        entered.Reason);
}

/// <summary>The readings of a sample that still count: those that nothing supersedes.</summary>
public static class CurrentReadings
{
    public static IQueryable<EnteredReading> Of(BeeTraceDb db, SampleId sample) =>
        db.Readings.AsNoTracking().Where(r => r.SampleId == sample && !db.Readings.Any(later => later.Supersedes == r.Id));

    /// <summary>The reading as Core judges it.</summary>
    public static AnalyteReading ToCore(EnteredReading row) =>
        new(row.Analyte, Reading.Parse(row.Text, Unit.Parse(row.Unit).Value, row.Lod, row.Loq, row.Uncertainty).Value);
}
