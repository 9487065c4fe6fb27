using BeeTrace.Core;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Trace;
using BeeTrace.Web.Lab;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Import;

/// <summary>Tables of samples, their readings and their approvals: three files, as three people answer for them.</summary>
internal static class SampleTables
{
    private static readonly Bilingual LotName = new("批次", "lot");
    private static readonly Bilingual SampleName = new("样品", "sample");

    private static readonly Dictionary<string, string> SampleColumns = new(StringComparer.Ordinal)
    {
        [nameof(DrawSample.DrawnOn)] = "drawn_on",
        ["receivedOn"] = "received_on",
    };

    private static readonly Dictionary<string, string> ReadingColumns = new(StringComparer.Ordinal) { ["lod"] = "lod", ["loq"] = "loq" };

    /// <summary>Samples as drawn and, where a day of receipt stands beside them, as received.</summary>
    public static async Task SamplesAsync(TableImport import, CancellationToken cancel)
    {
        var work = import.Work;
        var lots = await import.Db.Lots.AsNoTracking().ToDictionaryAsync(l => l.Code, cancel);
        var counties = await import.Db.Firms.ToDictionaryAsync(f => f.Id, f => f.County, cancel);
        var known = await TableImport.KnownAsync(import.Db.Samples.AsNoTracking(), s => s.Code, cancel);
        var serials = new UsedSerials();
        foreach (var row in import.Rows)
        {
            var code = row.Code<SampleCode>("code");
            var lot = LotOf(row, lots);
            var (basis, grade) = (row.Choice<SamplingBasis>("basis"), row.Text("grade", 20));
            var (drawnOn, receivedOn) = (row.RequiredDay("drawn_on"), row.Day("received_on"));
            if (receivedOn is { } day)
                row.Refuse(SampleService.CheckReceived(day, drawnOn, import.Today).Refusals, SampleColumns);
            if (lot is null)
                continue;
            row.Refuse(SampleService.CheckDrawn(drawnOn, lot.HarvestedOn, import.Today).Refusals, SampleColumns);
            var added = import.Insert(
                row, "code", known, code,
                () => new Sample
                {
                    Id = SampleId.New(),
                    Code = code,
                    LotId = lot.Id,
                    FirmId = lot.FirmId,
                    Product = lot.Product,
                    County = counties[lot.FirmId],
                    Basis = basis,
                    Grade = grade,
                    DrawnOn = drawnOn,
                    DrawnBy = work.Actor.Account,
                    ReceivedOn = receivedOn,
                    ReceivedBy = receivedOn is null ? null : work.Actor.Account,
                    BlindCode = receivedOn is null ? null : SampleService.NewBlindCode(),
                    Status = receivedOn is null ? SampleStatus.Drawn : SampleStatus.Received,
                },
                nameof(Sample.Id), nameof(Sample.DrawnBy), nameof(Sample.ReceivedOn), nameof(Sample.ReceivedBy), nameof(Sample.BlindCode), nameof(Sample.AssignedTo), nameof(Sample.States), nameof(Sample.Status),
                nameof(Sample.SubmittedBy), nameof(Sample.ApprovedBy), nameof(Sample.ApprovedOn), nameof(Sample.Verdict), nameof(Sample.Version));
            if (added is not null)
                serials.Note($"S{code.Year}", code.Serial);
        }

        await serials.RaiseAsync(import, cancel);
    }

    /// <summary>First readings. A correction supersedes a reading and says why; no table does that.</summary>
    public static async Task ReadingsAsync(TableImport import, CancellationToken cancel)
    {
        var analytes = await import.Db.Analytes.AsNoTracking().ToDictionaryAsync(a => a.Code, cancel);
        var samples = await SamplesByCodeAsync(import, "sample", cancel);
        var ids = samples.Values.Select(s => s.Id).ToList();
        var stored = await import.Db.Readings.AsNoTracking().Where(r => ids.Contains(r.SampleId)).ToListAsync(cancel);
        var known = new KnownRows<(SampleId, string), EnteredReading>(Current(stored).ToDictionary(r => (r.SampleId, r.Analyte)));
        foreach (var row in import.Rows)
        {
            var sample = SampleOf(row, "sample", samples);
            var enter = new EnterReading(
                sample?.Code ?? default, row.RequiredText("analyte"), row.RequiredText("reading", 40),
                row.Decimal("lod", decimals: null), row.Decimal("loq", decimals: null), Method: row.Text("method", 60));
            var analyte = AnalyteOf(row, enter.Analyte, analytes);
            if (analyte is null)
                continue;
            var reading = Reading.Parse(enter.Text, Unit.Parse(analyte.Unit).Value, enter.Lod, enter.Loq);
            row.Refuse(reading.Refusals, ReadingColumns, otherwise: "reading");
            if (sample is null || !row.IsSound)
                continue;

            var added = import.Insert(
                row, "analyte", known, (sample.Id, analyte.Code),
                () => ReadingService.Record(reading.Value, analyte, enter, sample.Id, import.Work),
                nameof(EnteredReading.Id), nameof(EnteredReading.EnteredBy), nameof(EnteredReading.EnteredAt), nameof(EnteredReading.Supersedes),
                nameof(EnteredReading.Reason));
            if (added is null)
                continue;
            if (sample.Status.IsOnTheBench())
                sample.Status = SampleStatus.Testing;
            else
                row.Refuse("sample", new Refusal(LabRefusal.StatusNotAllowed, "status", sample.Status, SampleStatus.Testing));
        }
    }

    /// <summary>
    /// Approves the samples that bear a day of approval, by the same judgement as the page. House rule: a sample still on the bench counts as
    /// handed in by whoever entered its last reading.
    /// </summary>
    public static async Task ApprovalsAsync(TableImport import, CancellationToken cancel)
    {
        var samples = await SamplesByCodeAsync(import, "code", cancel);
        var ids = samples.Values.Select(s => s.Id).ToList();
        var lotIds = samples.Values.Select(s => s.LotId).Distinct().ToList();
        var readings = (await import.Db.Readings.AsNoTracking().Where(r => ids.Contains(r.SampleId)).OrderBy(r => r.EnteredAt).ThenBy(r => r.Id)
            .ToListAsync(cancel)).ToLookup(r => r.SampleId);
        var origins = await import.Db.Lots.AsNoTracking().Where(l => lotIds.Contains(l.Id))
            .ToDictionaryAsync(l => l.Id, cancel);
        var catalogue = new LimitCatalogue(import.Db);
        var named = new KnownRows<SampleCode, Sample>([]);
        foreach (var row in import.Rows)
        {
            var sample = SampleOf(row, "code", samples);
            if (row.Day("approved_on") is not { } day || sample is null || !row.IsSound || named.IsTwice(row, "code", sample.Code))
                continue;
            if (sample.Status == SampleStatus.Approved)
            {
                if (sample.ApprovedOn != day)
                    row.Refuse("approved_on", ImportRefusal.ExistsDifferently, sample.Code.ToString());
                continue;
            }

            if (day > import.Today)
                row.Refuse("approved_on", ImportRefusal.DayInFuture, import.Today);
            if (day < (sample.ReceivedOn ?? sample.DrawnOn))
                row.Refuse("approved_on", ImportRefusal.DayTooEarly, sample.ReceivedOn ?? sample.DrawnOn);
            var all = readings[sample.Id].ToList();
            if (sample.Status == SampleStatus.Testing && all.Count > 0)
            {
                sample.Status = SampleStatus.RawRecorded;
                sample.SubmittedBy = all[^1].EnteredBy;
            }

            var current = Current(all).Where(r => r.Kind != ReadingKind.Withdrawn).ToList();
            var onDay = await catalogue.FindAsync(LimitCatalogue.HomeMarket, sample.Product, sample.DrawnOn, cancel);
            var lot = origins[sample.LotId];
            var judged = onDay is null ? null : SampleJudge.Judge(new JudgingGround(SampleJudge.Facts(sample, lot.NectarSource, lot.Species), onDay), current);
            var everyone = all.Select(r => r.EnteredBy).Distinct().ToList();
            var verdict = ApprovalService.Approve(sample, lot, day, everyone, current, judged, import.Work);
            foreach (var refusal in verdict.Refusals)
                row.Refuse("code", refusal);
            import.Count();
        }
    }

    /// <summary>The readings that nothing supersedes.</summary>
    private static IEnumerable<EnteredReading> Current(List<EnteredReading> readings)
    {
        var superseded = readings.Select(r => r.Supersedes).OfType<ReadingId>().ToHashSet();
        return readings.Where(r => !superseded.Contains(r.Id));
    }

    /// <summary>The samples that the file names, to be changed; codes that are none are refused row by row later.</summary>
    private static async Task<Dictionary<SampleCode, Sample>> SamplesByCodeAsync(TableImport import, string column, CancellationToken cancel)
    {
        var codes = import.Rows.Select(row => SampleCode.TryParse(row.Peek(column), out var code) ? code : default).Where(c => c != default).Distinct().ToList();
        return await import.Db.Samples.Where(s => codes.Contains(s.Code)).ToDictionaryAsync(s => s.Code, cancel);
    }

    private static Sample? SampleOf(TableRow row, string column, Dictionary<SampleCode, Sample> samples)
    {
        var code = row.Code<SampleCode>(column);
        if (code == default)
            return null;
        if (samples.TryGetValue(code, out var sample))
            return sample;
        row.Refuse(column, ImportRefusal.Unknown, code.ToString(), SampleName);
        return null;
    }

    private static Lot? LotOf(TableRow row, Dictionary<LotCode, Lot> lots)
    {
        var code = row.Code<LotCode>("lot");
        if (code == default)
            return null;
        if (lots.TryGetValue(code, out var lot))
            return lot;
        row.Refuse("lot", ImportRefusal.Unknown, code.ToString(), LotName);
        return null;
    }

    private static Analyte? AnalyteOf(TableRow row, string code, Dictionary<string, Analyte> analytes)
    {
        if (code.Length == 0)
            return null;
        if (!analytes.TryGetValue(code, out var analyte))
        {
            row.Refuse("analyte", LabRefusal.AnalyteUnknown, code);
            return null;
        }

        var unit = row.RequiredText("unit", 20);
        if (unit.Length > 0 && Unit.Parse(unit) is var parsed && (!parsed.IsDone || parsed.Value.Code != Unit.Parse(analyte.Unit).Value.Code))
            row.Refuse("unit", ImportRefusal.UnitOther, unit, analyte.Unit);
        return analyte;
    }
}
