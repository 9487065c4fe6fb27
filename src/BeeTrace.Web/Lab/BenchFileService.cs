using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>A result as an instrument's file states it.</summary>
/// <param name="Row">Row as a spreadsheet counts them.</param>
/// <param name="Column">The column that holds the result.</param>
/// <param name="Sample">The number that stands on the bottle: blind where the sample has a blind number.</param>
/// <param name="Unit">Unit of the text; null for the analyte's, or one inside of the text.</param>
/// <param name="Method">Code of the method; null for the one in use.</param>
public sealed record FileCell(int Row, string Column, string Sample, string Analyte, string Text, string? Unit = null, string? Method = null);

/// <summary>Enter what a file holds.</summary>
/// <param name="Sha256">Of the file, lower-case hex.</param>
/// <param name="Seen">The readings that the person saw corrected; one that somebody has entered since is refused.</param>
/// <param name="Reason">Why saved readings are corrected, one sentence for all of them.</param>
/// <param name="Sure">The person looked at what is unusual and says that it is right.</param>
public sealed record EnterFile(string FileName, string Sha256, IReadOnlyList<FileCell> Cells, IReadOnlySet<ReadingId> Seen, string? Reason, bool Sure);

/// <summary>What becomes of a result in a file.</summary>
public enum FileCellState
{
    New,

    /// <summary>It takes the place of another reading.</summary>
    Correction,

    /// <summary>It was entered before; nothing happens.</summary>
    Standing,

    /// <summary>It is unusual, and the person is asked.</summary>
    Asked,

    Refused,
}

/// <summary>A result of a file, read as the bench reads it.</summary>
/// <param name="Text">In the analyte's unit; null where it cannot be read.</param>
/// <param name="Before">The reading that counts now; null for an empty cell.</param>
/// <param name="Refusals">Why it cannot be entered, or not without being asked.</param>
public sealed record FileCellAnswer(FileCell Cell, FileCellState State, string? Text, string? Unit, StandingReading? Before, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>It takes the place of a reading, now or once what is unusual is confirmed.</summary>
    public bool Corrects => State != FileCellState.Standing && Text is not null && Before is not null;
}

/// <summary>All results of a file. Nothing is entered while one of them is refused.</summary>
/// <param name="Entered">Readings that were entered by it.</param>
public sealed record FileAnswer(IReadOnlyList<FileCellAnswer> Cells, int Entered)
{
    public int CountOf(FileCellState state) => Cells.Count(cell => cell.State == state);
}

/// <summary>Takes an instrument's results to the bench, all of a file or none, by the same rules as typing them there.</summary>
public sealed class BenchFileService(Database database)
{
    /// <summary>Says what <see cref="EnterAsync"/> would. Refused: another role.</summary>
    public Task<Outcome<FileAnswer>> TryAsync(IReadOnlyList<FileCell> cells, Actor actor, CancellationToken cancel = default) =>
        RunAsync(new EnterFile("", "", cells, new HashSet<ReadingId>(), null, Sure: false), actor, isTrial: true, cancel);

    /// <summary>
    /// An analyst enters a whole file in one transaction, in the own name. Results that stand already are passed over, so that the same file may
    /// come twice. Nothing is entered, and every reason stands in the answer, where one is refused: an unknown sample or analyte, a sample that is
    /// not in testing, what cannot be read, what is unusual and not confirmed, a reading that came meanwhile. Refused as a whole: another role, a
    /// correction without a reason. Recorded: each reading, and the file.
    /// </summary>
    public Task<Outcome<FileAnswer>> EnterAsync(EnterFile file, Actor actor, CancellationToken cancel = default) => RunAsync(file, actor, isTrial: false, cancel);

    private async Task<Outcome<FileAnswer>> RunAsync(EnterFile file, Actor actor, bool isTrial, CancellationToken cancel)
    {
        if (actor.Role is not Role.Analyst)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        await using var work = await database.OpenAsync(actor, cancel);
        var codes = await SampleQueries.ResolveAsync(work, file.Cells.Select(cell => cell.Sample), cancel);
        // In one order, so that two files with the same samples wait for each other and not both for ever.
        foreach (var code in codes.Values.Select(code => code.ToString()).Order(StringComparer.Ordinal).Where(_ => !isTrial))
            await work.OneAtATimeAsync(code, cancel);
        var samples = await FileSamples.ReadAsync(work, file.Cells, codes, cancel);
        var looks = file.Cells.Select(cell => (Cell: cell, Look: samples.Look(cell, file, isTrial))).ToList();
        var answer = new FileAnswer([.. looks.Select(look => samples.AnswerOf(look.Cell, look.Look))], 0);
        if (isTrial || answer.Cells.Any(cell => cell.State is FileCellState.Refused or FileCellState.Asked))
            return answer;
        if (answer.Cells.Any(cell => cell.Corrects) && LabReason.Check(file.Reason, nameof(file.Reason)) is { IsDone: false } reason)
            return Outcome<FileAnswer>.Refused(reason.Refusals);

        var entered = looks.Count(look => samples.Enter(look.Cell, look.Look, file.Reason, work));
        if (entered > 0)
            work.Record(DeedCode.TableImported, "readings", @new: new { file = file.FileName, sha256 = file.Sha256, rows = file.Cells.Count, written = entered });
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? answer with { Entered = entered } : Outcome<FileAnswer>.Refused(committed.Refusals);
    }

    /// <summary>A cell as it was looked at.</summary>
    private sealed record Look(FileCellState State, BenchReading? Read, IReadOnlyList<Refusal> Refusals);

    /// <summary>The samples that a file names, and the benches of their products.</summary>
    private sealed class FileSamples
    {
        private Dictionary<string, Sample> _samples = [];
        private Dictionary<SampleId, StandingCells> _cells = [];
        private Dictionary<SampleId, IReadOnlySet<string>> _ordered = [];
        private Dictionary<AccountId, string> _names = [];
        private readonly Dictionary<string, Bench> _benches = [];

        public static async Task<FileSamples> ReadAsync(Work work, IReadOnlyList<FileCell> cells, IReadOnlyDictionary<string, SampleCode> codes, CancellationToken cancel)
        {
            var db = work.Db;
            var wanted = codes.Values.Distinct().ToList();
            var samples = await db.Samples.Where(s => wanted.Contains(s.Code)).ToListAsync(cancel);
            var byCode = samples.ToDictionary(s => s.Code);
            var standing = (await CurrentReadings.Standing(db, samples.ConvertAll(s => s.Id)).ToListAsync(cancel)).ToLookup(r => r.SampleId);
            var read = new FileSamples
            {
                _samples = codes.ToDictionary(mark => mark.Key, mark => byCode[mark.Value], StringComparer.Ordinal),
                _cells = samples.ToDictionary(s => s.Id, s => new StandingCells([.. standing[s.Id]])),
                _names = await People.NamesAsync(db, standing.SelectMany(of => of).Select(r => r.EnteredBy), cancel),
            };
            var analytes = cells.Select(cell => cell.Analyte).Distinct(StringComparer.Ordinal).ToList();
            foreach (var product in samples.Select(s => s.Product).Distinct(StringComparer.Ordinal))
                read._benches[product] = await Bench.ReadAsync(db, product, analytes, work.Today, cancel);
            var catalogue = new LimitCatalogue(db);
            foreach (var sample in samples)
            {
                var onDay = await catalogue.FindAsync(LimitCatalogue.HomeMarket, sample.Product, sample.DrawnOn, cancel);
                read._ordered[sample.Id] = onDay?.Profile.RequiredAnalytes.Values.SelectMany(a => a).ToHashSet(StringComparer.Ordinal) ?? [];
            }

            return read;
        }

        public Look Look(FileCell cell, EnterFile file, bool isTrial)
        {
            if (!_samples.TryGetValue(cell.Sample, out var sample))
                return Refused(new Refusal(LabRefusal.SampleUnknown, "sample", cell.Sample));
            // Confirmed here, so that a number is read before anybody is asked about it.
            var read = _benches[sample.Product].Read(cell.Analyte, cell.Text, cell.Unit, cell.Method, sure: true);
            if (!read.IsDone)
                return Refused([.. read.Refusals]);
            var before = _cells[sample.Id].Counting.GetValueOrDefault(cell.Analyte);
            if (before is not null && before.Text == read.Value.Reading.Text && before.Method == read.Value.Method?.Code)
                return new Look(FileCellState.Standing, read.Value, []);
            if (!sample.Status.IsOnTheBench())
                return Refused(new Refusal(LabRefusal.StatusNotAllowed, "sample", sample.Status, SampleStatus.Testing));
            if (before is not null && !isTrial && !file.Seen.Contains(before.Id))
                return Refused(new Refusal(LabRefusal.ReadingChangedMeanwhile, "reading", before.Text, cell.Text));
            var asked = file.Sure ? [] : Asked(cell, sample, before);
            return asked.Count > 0 ? new Look(FileCellState.Asked, read.Value, asked) : new Look(before is null ? FileCellState.New : FileCellState.Correction, read.Value, []);
        }

        public FileCellAnswer AnswerOf(FileCell cell, Look look)
        {
            var before = _samples.TryGetValue(cell.Sample, out var sample) ? _cells[sample.Id].Counting.GetValueOrDefault(cell.Analyte) : null;
            return new FileCellAnswer(
                cell, look.State, look.Read?.Reading.Text, look.Read?.Analyte.Unit,
                before is null ? null : new StandingReading(before.Id, before.Text, _names.GetValueOrDefault(before.EnteredBy), before.EnteredAt), look.Refusals);
        }

        /// <returns>True where a reading was added.</returns>
        public bool Enter(FileCell cell, Look look, string? reason, Work work)
        {
            if (look.State is not (FileCellState.New or FileCellState.Correction))
                return false;
            var sample = _samples[cell.Sample];
            sample.Status = SampleStatus.Testing;
            Bench.Enter(look.Read!, ReadingId.New(), _cells[sample.Id].Last(cell.Analyte), look.State == FileCellState.Correction ? reason : null, sample, work);
            return true;
        }

        private List<Refusal> Asked(FileCell cell, Sample sample, EnteredReading? before)
        {
            var asked = new List<Refusal>(_benches[sample.Product].Read(cell.Analyte, cell.Text, cell.Unit, cell.Method, sure: false).Refusals);
            if (before is null && !_ordered[sample.Id].Contains(cell.Analyte))
                asked.Add(new Refusal(LabRefusal.NotOrdered, "analyte", cell.Analyte));
            return asked;
        }

        private static Look Refused(params IReadOnlyList<Refusal> refusals) => new(FileCellState.Refused, null, refusals);
    }
}
