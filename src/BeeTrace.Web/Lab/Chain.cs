using BeeTrace.Core;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>
/// The chain of custody beside a sample's steps. A sample that was entered without a sampling record has no chain, and its steps add none: what nobody
/// watched is not written down afterwards.
/// </summary>
internal static class Chain
{
    /// <summary>Both portions, sealed at the spot.</summary>
    public static void Begin(Work work, SamplingRecord record)
    {
        Add(SamplePortion.Test, record.SampleG, record.Seal);
        if (record.ReTestG is { } grams)
            Add(SamplePortion.ReTest, grams, record.ReTestSeal);

        void Add(SamplePortion portion, decimal grams, string? seal) => work.Db.CustodyEvents.Add(new CustodyEvent
        {
            Id = CustodyEventId.New(), SampleId = record.SampleId, Portion = portion, Step = CustodyStep.Sealed, At = record.DrawnAt, From = record.SampledUnit,
            To = work.Actor.Name, Place = record.Place, SealAfter = seal, SealIntact = seal is null ? null : true, TemperatureC = record.TemperatureC,
            QuantityG = grams, SignedBy = work.Actor.Account, RecordedAt = work.Now,
        });
    }

    /// <summary>All portions that are there are handed over together, under their seals.</summary>
    public static async Task<Outcome> HandOverAsync(Work work, Sample sample, string? to, decimal? temperatureC, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(to))
            return new Refusal(SamplingRefusal.FieldMissing, nameof(MovePortion.To));
        foreach (var last in await LastAsync(work.Db, sample.Id, cancel))
        {
            var move = new MovePortion(CustodyEventId.New(), last.Portion, CustodyStep.HandedOver, to, null, last.SealAfter, null, temperatureC, null, null);
            if (Move(work, sample, last, move) is { IsDone: false } refused)
                return refused;
        }

        return Outcome.Done;
    }

    /// <summary>What the laboratory finds when it takes a sample over; the re-test portion goes into its store.</summary>
    public static async Task<Outcome> ReceiveAsync(Work work, Sample sample, Reception reception, CancellationToken cancel)
    {
        if (reception.SealIntact is false)
            return new Refusal(SamplingRefusal.SealBrokenAtReception, nameof(reception.SealIntact));
        List<Refusal> refusals = [];
        if (SamplingRules.CheckTemperature(reception.TemperatureC, nameof(reception.TemperatureC)) is { } impossible)
            refusals.Add(impossible);
        if (reception.QuantityG is < 0 or > SamplingRules.LargestPortionG)
            refusals.Add(new(SamplingRefusal.QuantityOutside, nameof(reception.QuantityG), SamplingRules.LargestPortionG));
        if (await work.Db.SamplingRecords.AnyAsync(r => r.SampleId == sample.Id && r.SecondSampler != null && r.SecondSignedAt == null, cancel))
            refusals.Add(new(SamplingRefusal.SecondNotSigned));
        foreach (var (text, field) in new[] { (reception.Place, nameof(reception.Place)), (reception.ReTestPlace, nameof(reception.ReTestPlace)) })
        {
            if (text?.Trim().EnumerateRunes().Count() > SamplingRules.LongestText)
                refusals.Add(new(SamplingRefusal.TextTooLong, field, SamplingRules.LongestText));
        }

        var standing = await LastAsync(work.Db, sample.Id, cancel);
        if (standing.Exists(last => last is { Portion: SamplePortion.Test, Step: CustodyStep.Disposed }))
            refusals.Add(new(SamplingRefusal.PortionGone));
        if (refusals.Count > 0)
            return Outcome.Refused(refusals);

        foreach (var last in standing.Where(last => last.Step is not CustodyStep.Disposed))
        {
            var isTest = last.Portion == SamplePortion.Test;
            Add(work, last, new MovePortion(
                CustodyEventId.New(), last.Portion, isTest ? CustodyStep.Received : CustodyStep.Stored, work.Actor.Name, isTest ? reception.Place : reception.ReTestPlace,
                last.SealAfter, reception.SealIntact, reception.TemperatureC, isTest ? reception.QuantityG : null, null));
        }

        return Outcome.Done;
    }

    /// <summary>The test portion goes to its analyst, who opens it: it bears no seal any more.</summary>
    public static async Task<Outcome> IssueAsync(Work work, Sample sample, string analyst, CancellationToken cancel)
    {
        if ((await LastAsync(work.Db, sample.Id, cancel)).FirstOrDefault(last => last.Portion == SamplePortion.Test) is not { } test)
            return Outcome.Done;
        return Move(work, sample, test, new MovePortion(
            CustodyEventId.New(), SamplePortion.Test, CustodyStep.Issued, analyst, null, null, null, null, null, null));
    }

    /// <summary>One portion goes on, if <see cref="Custody"/> lets it.</summary>
    public static Outcome Move(Work work, Sample sample, CustodyEvent? last, MovePortion move)
    {
        // A sample that has ended without a verdict obliges nobody to keep anything.
        var hasEnded = sample.Status is SampleStatus.Rejected or SampleStatus.Cancelled;
        var checkedMove = Custody.Check(last, move, work.Now, work.Now, hasEnded ? null : Custody.KeptUntil(sample.ApprovedOn, sample.Verdict));
        if (checkedMove.IsDone)
            Add(work, last!, move);
        return checkedMove;
    }

    /// <summary>The last step of each portion that was taken.</summary>
    public static async Task<List<CustodyEvent>> LastAsync(BeeTraceDb db, SampleId sample, CancellationToken cancel)
    {
        var steps = await db.CustodyEvents.AsNoTracking().Where(e => e.SampleId == sample).ToListAsync(cancel);
        return [.. steps.GroupBy(e => e.Portion).Select(portion => portion.OrderBy(e => e.At).ThenBy(e => e.Id.Value).Last()).OrderBy(e => e.Portion)];
    }

    private static void Add(Work work, CustodyEvent last, MovePortion move) => work.Db.CustodyEvents.Add(new CustodyEvent
    {
        Id = move.Id, SampleId = last.SampleId, Portion = move.Portion, Step = move.Step, At = work.Now, From = last.To, To = Filled(move.To) ?? work.Actor.Name,
        Place = Filled(move.Place), SealBefore = last.SealAfter, SealAfter = move.Step is CustodyStep.Disposed ? null : Filled(move.SealAfter),
        SealIntact = move.SealIntact, TemperatureC = move.TemperatureC, QuantityG = move.QuantityG, Reason = Filled(move.Reason),
        SignedBy = work.Actor.Account, RecordedAt = work.Now,
    });

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
