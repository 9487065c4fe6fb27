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
    /// tested, a correction without a reason, a cell that changed meanwhile. Recorded: what was typed, and what it replaces. An empty text over
    /// a saved reading withdraws that one.
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

        var withdraws = enter.Supersedes is not null && string.IsNullOrWhiteSpace(enter.Text);
        var unit = Unit.Parse(analyte.Unit).Value;
        var reading = withdraws ? null : (Outcome<Reading>?)Reading.Parse(enter.Text, unit, enter.Lod, enter.Loq, enter.Uncertainty);
        if (reading is { IsDone: false } unreadable)
            return Outcome<ReadingId>.Refused(unreadable.Refusals);

        var cells = new StandingCells(await CurrentReadings.Standing(db, [sample.Id]).Where(r => r.Analyte == enter.Analyte).ToListAsync(cancel));
        var current = cells.Counting.GetValueOrDefault(enter.Analyte);
        if (current?.Id != enter.Supersedes)
            return new Refusal(LabRefusal.ReadingChangedMeanwhile, nameof(enter.Text), current?.Text ?? "—", withdraws ? "—" : enter.Text);
        if (current is not null && LabReason.Check(enter.Reason, nameof(enter.Reason)) is { IsDone: false } reason)
            return Outcome<ReadingId>.Refused(reason.Refusals);

        var entered = reading is { } result
            ? Add(result.Value, analyte, enter, cells.Last(enter.Analyte), sample, work)
            : Withdraw(current!, ReadingId.New(), enter.Reason!, sample, work);
        if (sample.Status is SampleStatus.Received or SampleStatus.Assigned)
            sample.Status = SampleStatus.Testing;
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? entered.Id : Outcome<ReadingId>.Refused(committed.Refusals);
    }

    /// <summary>Adds a reading, and its deed.</summary>
    /// <param name="last">The row that stands last in the cell, a withdrawal too; null for a cell that was never filled.</param>
    internal static EnteredReading Add(Reading reading, Analyte analyte, EnterReading enter, EnteredReading? last, Sample sample, Work work, ReadingId? id = null)
    {
        var entered = Record(reading, analyte, enter with { Supersedes = last?.Id }, sample.Id, work, id);
        work.Db.Readings.Add(entered);
        RecordDeed(entered, last is { Kind: not ReadingKind.Withdrawn } ? last : null, sample.Code, work);
        return entered;
    }

    /// <summary>Takes a reading back that should not stand there: a row without a result supersedes it, and its detection mark goes with it.</summary>
    internal static EnteredReading Withdraw(EnteredReading before, ReadingId id, string reason, Sample sample, Work work)
    {
        var withdrawal = new EnteredReading
        {
            Id = id, SampleId = sample.Id, Analyte = before.Analyte, Text = "", Kind = ReadingKind.Withdrawn, Unit = before.Unit,
            EnteredBy = work.Actor.Account, EnteredAt = work.Now, Supersedes = before.Id, Reason = reason.Trim(),
        };
        work.Db.Readings.Add(withdrawal);
        work.Record(DeedCode.ReadingWithdrawn, sample.Code.ToString(), new { before.Analyte, before.Text }, why: withdrawal.Reason);
        return withdrawal;
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

/// <summary>The readings that still count: those that nothing supersedes, and that are no withdrawal.</summary>
public static class CurrentReadings
{
    public static IQueryable<EnteredReading> Of(BeeTraceDb db, SampleId sample) => Of(db, [sample]);

    public static IQueryable<EnteredReading> Of(BeeTraceDb db, IReadOnlyList<SampleId> samples) => Standing(db, samples).Where(r => r.Kind != ReadingKind.Withdrawn);

    /// <summary>The last row of every cell, whether it holds a result or takes one back: the next one supersedes it.</summary>
    internal static IQueryable<EnteredReading> Standing(BeeTraceDb db, IReadOnlyList<SampleId> samples) =>
        db.Readings.AsNoTracking().Where(r => samples.Contains(r.SampleId) && !db.Readings.Any(later => later.Supersedes == r.Id));

    /// <summary>The reading as Core judges it.</summary>
    public static AnalyteReading ToCore(EnteredReading row) =>
        new(row.Analyte, Reading.Parse(row.Text, Unit.Parse(row.Unit).Value, row.Lod, row.Loq, row.Uncertainty).Value);
}

/// <summary>What stands in the cells of one sample.</summary>
internal sealed class StandingCells
{
    private readonly Dictionary<string, EnteredReading> _last;

    public StandingCells(IReadOnlyList<EnteredReading> standing)
    {
        _last = standing.ToDictionary(r => r.Analyte, StringComparer.Ordinal);
        Counting = standing.Where(r => r.Kind != ReadingKind.Withdrawn).ToDictionary(r => r.Analyte, StringComparer.Ordinal);
    }

    /// <summary>The readings that count, by analyte.</summary>
    public Dictionary<string, EnteredReading> Counting { get; }

    /// <summary>What the next reading of an analyte supersedes; null for a cell that was never filled.</summary>
    public EnteredReading? Last(string analyte) => _last.GetValueOrDefault(analyte);

    public void Put(EnteredReading entered)
    {
        _last[entered.Analyte] = entered;
        if (entered.Kind == ReadingKind.Withdrawn)
            Counting.Remove(entered.Analyte);
        else
            Counting[entered.Analyte] = entered;
    }
}
