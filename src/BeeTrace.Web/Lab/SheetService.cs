using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>One cell of the sheet as typed. The id is made at the bench, so that what is sent twice arrives once.</summary>
/// <param name="Id">Identity of the reading that this becomes.</param>
/// <param name="Analyte">The column.</param>
/// <param name="Text">As typed; a unit other than the column's is converted. Empty over a saved reading: that one is withdrawn.</param>
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

        var cells = await RowCells.ReadAsync(db, sample, [.. row.Cells.Select(cell => cell.Analyte)], work.Today, cancel);
        var refused = new Dictionary<ReadingId, IReadOnlyList<Refusal>>();
        foreach (var cell in row.Cells)
        {
            var taken = cells.Take(cell, sample, work);
            if (taken is { IsDone: false })
                refused[cell.Id] = taken.Refusals;
        }

        if (cells.HasAdded && sample.Status != SampleStatus.Testing)
            sample.Status = SampleStatus.Testing;
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone
            ? await AnswerAsync(row, refused, cells.Current, sample, markets, actor, cancel)
            : Outcome<RowAnswer>.Refused(committed.Refusals);
    }

    private async Task<RowAnswer> AnswerAsync(
        EnterRow row, Dictionary<ReadingId, IReadOnlyList<Refusal>> refused, Dictionary<string, EnteredReading> current, Sample sample, IReadOnlyList<string> markets, Actor actor, CancellationToken cancel)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var facts = await SampleJudge.FactsAsync(work.Db, sample, cancel);
        var judged = new List<JudgedMarket>();
        foreach (var market in markets)
        {
            if (await SampleJudge.GroundAsync(work.Db, facts, market, cancel) is { } ground)
                judged.Add(SampleJudge.Judge(ground, current.Values));
        }

        var names = await People.NamesAsync(work.Db, current.Values.Select(r => r.EnteredBy), cancel);
        var cells = row.Cells.Select(cell => new CellAnswer(
            cell.Analyte, cell.Id, refused.GetValueOrDefault(cell.Id, []),
            current.GetValueOrDefault(cell.Analyte) is { } stands ? new StandingReading(stands.Id, stands.Text, names.GetValueOrDefault(stands.EnteredBy), stands.EnteredAt) : null));
        return new RowAnswer(row.Sample, [.. cells], judged);
    }

    /// <summary>The cells of a row as they stand, and what is added to them.</summary>
    private sealed class RowCells(Bench bench, StandingCells standing, Dictionary<ReadingId, (string Analyte, string Text)> known)
    {
        /// <summary>The readings that count, by analyte; those just added among them.</summary>
        public Dictionary<string, EnteredReading> Current => standing.Counting;

        public bool HasAdded { get; private set; }

        public static async Task<RowCells> ReadAsync(BeeTraceDb db, Sample sample, IReadOnlyList<string> codes, DateOnly today, CancellationToken cancel) => new(
            await Bench.ReadAsync(db, sample.Product, codes, today, cancel),
            new StandingCells(await CurrentReadings.Standing(db, [sample.Id]).ToListAsync(cancel)),
            await db.Readings.Where(r => r.SampleId == sample.Id).ToDictionaryAsync(r => r.Id, r => (r.Analyte, r.Text), cancel));

        public Outcome Take(EnterCell cell, Sample sample, Work work)
        {
            var withdraws = cell.Supersedes is not null && string.IsNullOrWhiteSpace(cell.Text);
            var read = withdraws ? null : (Outcome<BenchReading>?)bench.Read(cell.Analyte, cell.Text, unit: null, method: null, cell.Sure || known.ContainsKey(cell.Id));
            if (read is { IsDone: false } unreadable)
                return Outcome.Refused(unreadable.Refusals);
            // Sent twice, for the answer to the first was lost on its way.
            if (known.TryGetValue(cell.Id, out var sent))
                return sent == (cell.Analyte, read is { } again ? again.Value.Reading.Text : "") ? Outcome.Done : new Refusal(LabRefusal.ReadingIdTaken, nameof(cell.Id));
            var before = Current.GetValueOrDefault(cell.Analyte);
            if (before?.Id != cell.Supersedes)
                return new Refusal(LabRefusal.ReadingChangedMeanwhile, nameof(cell.Text), before?.Text ?? "—", withdraws ? "—" : cell.Text);
            if (before is not null && LabReason.Check(cell.Reason, nameof(cell.Reason)) is { IsDone: false } reason)
                return reason;

            standing.Put(read is { } result
                ? Bench.Enter(result.Value, cell.Id, standing.Last(cell.Analyte), cell.Reason, sample, work)
                : ReadingService.Withdraw(before!, cell.Id, cell.Reason!, sample, work));
            HasAdded = true;
            return Outcome.Done;
        }
    }
}
