using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>One cell of the sheet as typed. The id is made at the bench, so that what is sent twice arrives once.</summary>
/// <param name="Id">Identity of the reading that this becomes.</param>
/// <param name="Analyte">The column.</param>
/// <param name="Text">As typed; a unit other than the column's is converted.</param>
/// <param name="Supersedes">The reading that stood in the cell when it was typed; null for an empty cell.</param>
/// <param name="Reason">Why a saved reading is corrected.</param>
/// <param name="Sure">The person was asked about an unusual number and confirmed it.</param>
public sealed record EnterCell(ReadingId Id, string Analyte, string Text, ReadingId? Supersedes = null, string? Reason = null, bool Sure = false);

/// <summary>A row of the sheet: some cells of one sample, saved together.</summary>
public sealed record EnterRow(SampleCode Sample, IReadOnlyList<EnterCell> Cells);

/// <summary>What became of a cell: its reading, or why there is none. <paramref name="Stands"/> is the reading that counts in the cell now.</summary>
public sealed record CellAnswer(string Analyte, ReadingId Id, IReadOnlyList<Refusal> Refusals, StandingReading? Stands)
{
    public bool IsSaved => Refusals.Count == 0;
}

/// <summary>The reading that counts in a cell, with who entered it.</summary>
public sealed record StandingReading(ReadingId Id, string Text, string? By, DateTimeOffset At);

/// <summary>A row after it was saved: each cell's answer and the sample's verdict in each market.</summary>
public sealed record RowAnswer(SampleCode Sample, IReadOnlyList<CellAnswer> Cells, IReadOnlyList<JudgedMarket> Markets);

/// <summary>
/// Saves the sheet row by row. A reading is a thing of its own, so that one that cannot be read keeps none of its neighbours
/// from being saved; it stays on the screen as it was typed, with its reason.
/// </summary>
public sealed class SheetService(Database database)
{
    /// <summary>House rule: above any panel (184 analytes is a large one).</summary>
    public const int MostCells = 500;

    /// <summary>
    /// An analyst saves the cells of one sample in one transaction, each with its deed, and the sample is judged again. Refused
    /// as a whole: another role, an unknown sample, one that is not in testing. Refused cell by cell: what cannot be read, a
    /// share above the whole, an unusual number that nobody confirmed, a correction without a reason, a cell that somebody
    /// else has filled meanwhile.
    /// </summary>
    /// <param name="markets">Markets whose verdicts the answer holds; one without a profile on the sampling day is left out.</param>
    public async Task<Outcome<RowAnswer>> EnterAsync(EnterRow row, IReadOnlyList<string> markets, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not Role.Analyst)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        if (row.Cells.Count > MostCells)
            return new Refusal(LabRefusal.TooManyReadings, null, MostCells);

        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        // Two analysts at one row: the second sees what the first entered, instead of a refusal without a value.
        await work.OneAtATimeAsync(row.Sample.ToString(), cancel);
        var sample = await db.Samples.SingleOrDefaultAsync(s => s.Code == row.Sample, cancel);
        if (sample is null)
            return new Refusal(LabRefusal.SampleUnknown, null, row.Sample.ToString());
        if (!sample.Status.IsOnTheBench())
            return new Refusal(LabRefusal.StatusNotAllowed, null, sample.Status, SampleStatus.Testing);

        var bench = await Bench.ReadAsync(db, sample, [.. row.Cells.Select(cell => cell.Analyte)], work.Today, cancel);
        var refused = new Dictionary<ReadingId, IReadOnlyList<Refusal>>();
        foreach (var cell in row.Cells)
        {
            var taken = bench.Take(cell, sample, work);
            if (taken is { IsDone: false })
                refused[cell.Id] = taken.Refusals;
        }

        if (bench.Added.Count > 0 && sample.Status != SampleStatus.Testing)
            sample.Status = SampleStatus.Testing;
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone
            ? await AnswerAsync(row, refused, bench, sample, markets, actor, cancel)
            : Outcome<RowAnswer>.Refused(committed.Refusals);
    }

    private async Task<RowAnswer> AnswerAsync(
        EnterRow row, Dictionary<ReadingId, IReadOnlyList<Refusal>> refused, Bench bench, Sample sample, IReadOnlyList<string> markets, Actor actor, CancellationToken cancel)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var facts = await SampleJudge.FactsAsync(work.Db, sample, cancel);
        var judged = new List<JudgedMarket>();
        foreach (var market in markets)
        {
            if (await SampleJudge.GroundAsync(work.Db, facts, market, cancel) is { } ground)
                judged.Add(SampleJudge.Judge(ground, bench.Current.Values));
        }

        var names = await People.NamesAsync(work.Db, bench.Current.Values.Select(r => r.EnteredBy), cancel);
        var cells = row.Cells.Select(cell => new CellAnswer(
            cell.Analyte, cell.Id, refused.GetValueOrDefault(cell.Id, []),
            bench.Current.GetValueOrDefault(cell.Analyte) is { } stands ? new StandingReading(stands.Id, stands.Text, names.GetValueOrDefault(stands.EnteredBy), stands.EnteredAt) : null));
        return new RowAnswer(row.Sample, [.. cells], judged);
    }

    /// <summary>What a row is read against, and what it adds.</summary>
    private sealed class Bench
    {
        private Dictionary<string, Analyte> _analytes = [];
        private Dictionary<string, Method> _methods = [];
        private Dictionary<string, UsualRange> _usual = [];
        private Dictionary<ReadingId, (string Analyte, string Text)> _known = [];

        /// <summary>The readings that count, by analyte; those just added among them.</summary>
        public Dictionary<string, EnteredReading> Current { get; private set; } = [];

        public List<EnteredReading> Added { get; } = [];

        public static async Task<Bench> ReadAsync(BeeTraceDb db, Sample sample, IReadOnlyList<string> codes, DateOnly today, CancellationToken cancel)
        {
            var current = await CurrentReadings.Of(db, sample.Id).ToListAsync(cancel);
            return new Bench
            {
                _analytes = await db.Analytes.AsNoTracking().Where(a => codes.Contains(a.Code)).ToDictionaryAsync(a => a.Code, StringComparer.Ordinal, cancel),
                _methods = await MethodQueries.InUseAsync(db, sample.Product, today, cancel),
                _usual = await UsualRanges.OfAsync(db, sample.Product, codes, cancel),
                _known = await db.Readings.Where(r => r.SampleId == sample.Id).ToDictionaryAsync(r => r.Id, r => (r.Analyte, r.Text), cancel),
                Current = current.ToDictionary(r => r.Analyte, StringComparer.Ordinal),
            };
        }

        public Outcome Take(EnterCell cell, Sample sample, Work work)
        {
            if (!_analytes.TryGetValue(cell.Analyte, out var analyte))
                return new Refusal(LabRefusal.AnalyteUnknown, nameof(cell.Analyte), cell.Analyte);
            var unit = Unit.Parse(analyte.Unit).Value;
            var text = ColumnText.In(unit, cell.Text);
            if (!text.IsDone)
                return Outcome.Refused(text.Refusals);
            var method = _methods.GetValueOrDefault(cell.Analyte);
            var reading = Reading.Parse(text.Value, unit, method?.Lod, method?.Loq);
            if (!reading.IsDone)
                return Outcome.Refused(reading.Refusals);
            // Sent twice, for the answer to the first was lost on its way.
            if (_known.TryGetValue(cell.Id, out var known))
                return known == (cell.Analyte, reading.Value.Text) ? Outcome.Done : new Refusal(LabRefusal.ReadingIdTaken, nameof(cell.Id));
            if (Plausibility.Check(reading.Value, _usual.GetValueOrDefault(cell.Analyte), cell.Sure) is { IsDone: false } asked)
                return asked;

            var before = Current.GetValueOrDefault(cell.Analyte);
            if (before?.Id != cell.Supersedes)
                return new Refusal(LabRefusal.ReadingChangedMeanwhile, nameof(cell.Text), before?.Text ?? "—", cell.Text);
            if (before is not null && LabReason.Check(cell.Reason, nameof(cell.Reason)) is { IsDone: false } reason)
                return reason;

            var enter = new EnterReading(
                sample.Code, cell.Analyte, text.Value, reading.Value.Lod, reading.Value.Loq, UncertaintyOf(reading.Value, method), method?.Code, cell.Supersedes, cell.Reason);
            var entered = ReadingService.Record(reading.Value, analyte, enter, sample.Id, work, cell.Id);
            work.Db.Readings.Add(entered);
            ReadingService.RecordDeed(entered, before, sample.Code, work);
            Current[cell.Analyte] = entered;
            Added.Add(entered);
            return Outcome.Done;
        }

        private static decimal? UncertaintyOf(Reading reading, Method? method) =>
            reading.Value is { } value && method?.UncertaintyPercent is { } percent ? Math.Abs(value) * percent / 100m : null;
    }
}
