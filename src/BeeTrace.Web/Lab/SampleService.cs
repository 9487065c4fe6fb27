using System.Security.Cryptography;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Trace;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>A sampler draws a sample of a lot. The id is made by the page, so that a second click finds the first.</summary>
public sealed record DrawSample(SampleId Id, string LotCode, SamplingBasis Basis, string? Grade, DateOnly DrawnOn, IReadOnlyList<DeclaredState>? States = null);

/// <summary>The laboratory takes a sample over.</summary>
/// <param name="SealIntact">Null where nobody looked, as for a sample that never was sealed.</param>
/// <param name="TemperatureC">Degrees Celsius on arrival.</param>
/// <param name="QuantityG">Grams of the test portion on arrival.</param>
/// <param name="Place">Where the test portion waits.</param>
/// <param name="ReTestPlace">Where the re-test portion is stored.</param>
public sealed record Reception(
    DateOnly On, bool? SealIntact = null, decimal? TemperatureC = null, decimal? QuantityG = null, string? Place = null, string? ReTestPlace = null);

/// <summary>Moves a sample along its way: drawn, sent, received, assigned, tested, submitted, approved.</summary>
public sealed class SampleService(Database database)
{
    /// <summary>
    /// A sampler draws a sample. Refused: an unknown lot, a day before the harvest or in the future. Recorded: lot and basis.
    /// </summary>
    public async Task<Outcome<SampleCode>> DrawAsync(DrawSample draw, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not (Role.Sampler or Role.System))
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());

        await using var work = await database.OpenAsync(actor, cancel);
        await work.OneAtATimeAsync(draw.Id.ToString(), cancel);
        if (await work.Db.Samples.Where(s => s.Id == draw.Id).Select(s => (SampleCode?)s.Code).SingleOrDefaultAsync(cancel) is { } before)
            return before;
        var lot = await FindLotAsync(work, draw, cancel);
        if (!lot.IsDone)
            return Outcome<SampleCode>.Refused(lot.Refusals);
        var sample = await AddAsync(work, draw, lot.Value, cancel);
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? sample.Code : Outcome<SampleCode>.Refused(committed.Refusals);
    }

    /// <summary>The lot that is to be sampled. Refused: a code that is none, an unknown lot, a day before the harvest or in the future.</summary>
    internal static async Task<Outcome<Lot>> FindLotAsync(Work work, DrawSample draw, CancellationToken cancel)
    {
        var code = LotCode.Parse(draw.LotCode, nameof(draw.LotCode));
        if (!code.IsDone)
            return Outcome<Lot>.Refused(code.Refusals);
        var lot = await work.Db.Lots.AsNoTracking().SingleOrDefaultAsync(l => l.Code == code.Value, cancel);
        if (lot is null)
            return new Refusal(TraceRefusal.LotUnknown, nameof(draw.LotCode), code.Value.ToString());
        return CheckDrawn(draw.DrawnOn, lot.HarvestedOn, work.Today) is { IsDone: false } drawn ? Outcome<Lot>.Refused(drawn.Refusals) : lot;
    }

    /// <summary>The sample of a lot, numbered, with its deed.</summary>
    internal static async Task<Sample> AddAsync(Work work, DrawSample draw, Lot lot, CancellationToken cancel)
    {
        var db = work.Db;
        var county = await db.Firms.Where(f => f.Id == lot.FirmId).Select(f => f.County).SingleAsync(cancel);
        var serial = await Serials.NextAsync(db, $"S{draw.DrawnOn.Year}", cancel);
        var sample = new Sample
        {
            Id = draw.Id,
            Code = SampleCode.Create(draw.DrawnOn.Year, serial),
            LotId = lot.Id,
            FirmId = lot.FirmId,
            Product = lot.Product,
            County = county,
            Basis = draw.Basis,
            Grade = string.IsNullOrEmpty(draw.Grade) ? null : draw.Grade,
            States = [.. (draw.States ?? []).Distinct().Order()],
            DrawnOn = draw.DrawnOn,
            DrawnBy = work.Actor.Account,
            Status = SampleStatus.Drawn,
        };
        db.Samples.Add(sample);
        work.Record(DeedCode.SampleDrawn, sample.Code.ToString(), @new: new { lot = lot.Code.ToString(), basis = draw.Basis.ToString(), draw.DrawnOn });
        return sample;
    }

    /// <summary>
    /// A sampler hands a sample over on its way to the laboratory. Refused: without saying to whom, one that is not with the sampler. Recorded: to whom.
    /// </summary>
    public Task<Outcome> DispatchAsync(SampleCode code, string? to, decimal? temperatureC, Actor actor, CancellationToken cancel = default) =>
        StepAsync(code, SampleStatus.InTransit, actor, [Role.Sampler], async (sample, work) =>
        {
            var handed = await Chain.HandOverAsync(work, sample, to, temperatureC, cancel);
            if (handed.IsDone)
                work.Record(DeedCode.SampleDispatched, code.ToString(), @new: new { to = to!.Trim(), temperatureC });
            return handed;
        }, cancel);

    /// <summary>
    /// A sampler, reviewer or signatory takes a sample over for the laboratory and gives it its blind number: never who is to test it. Refused: one that is not on its way, a record that waits for the second sampler,
    /// a broken seal: that is a rejection. Recorded: the day and what was found.
    /// </summary>
    public Task<Outcome> ReceiveAsync(SampleCode code, Reception reception, Actor actor, CancellationToken cancel = default) =>
        StepAsync(code, SampleStatus.Received, actor, [Role.Sampler, Role.Reviewer, Role.Signatory], async (sample, work) =>
        {
            if (CheckReceived(reception.On, sample.DrawnOn, work.Today) is { IsDone: false } refused)
                return refused;
            var taken = await Chain.ReceiveAsync(work, sample, reception, cancel);
            if (!taken.IsDone)
                return taken;
            sample.ReceivedOn = reception.On;
            sample.ReceivedBy = actor.Account;
            sample.BlindCode = NewBlindCode();
            work.Record(DeedCode.SampleReceived, code.ToString(), @new: new
            {
                receivedOn = reception.On, reception.SealIntact, reception.TemperatureC, reception.QuantityG, blindCode = sample.BlindCode.ToString(),
            });
            return Outcome.Done;
        }, cancel);

    /// <summary>
    /// A reviewer or signatory names the analyst of a sample, or an analyst takes it on. Refused: somebody who is no analyst, a sample that is being
    /// tested. Recorded: who.
    /// </summary>
    public Task<Outcome> AssignAsync(SampleCode code, AccountId analyst, Actor actor, CancellationToken cancel = default) =>
        StepAsync(code, SampleStatus.Assigned, actor, [Role.Reviewer, Role.Signatory, Role.Analyst], async (sample, work) =>
        {
            if (actor.Role is Role.Analyst && analyst != actor.Account)
                return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
            if ((await People.OfLaboratoryAsync(work.Db, Role.Analyst, cancel)).FirstOrDefault(person => person.Id == analyst) is not { } named)
                return new Refusal(SamplingRefusal.AnalystUnknown, "Analyst");
            var issued = await Chain.IssueAsync(work, sample, named.Name, cancel);
            if (!issued.IsDone)
                return issued;
            var before = sample.AssignedTo;
            sample.AssignedTo = analyst;
            work.Record(DeedCode.SampleAssigned, code.ToString(), before is null ? null : new { reassigned = true }, new { to = named.Name });
            return Outcome.Done;
        }, cancel);

    /// <summary>An analyst hands a tested sample on for approval. Refused: one that is not in testing, which it is from its first reading on. Recorded.</summary>
    public Task<Outcome> SubmitAsync(SampleCode code, Actor actor, CancellationToken cancel = default) =>
        StepAsync(code, SampleStatus.RawRecorded, actor, [Role.Analyst], (sample, work) =>
        {
            sample.SubmittedBy = actor.Account;
            work.Record(DeedCode.SampleSubmitted, code.ToString());
            return Outcome.Done;
        }, cancel);

    /// <summary>A reviewer or signatory sends a sample back to the bench. Refused: without a reason. Recorded: the reason.</summary>
    public Task<Outcome> ReturnAsync(SampleCode code, string reason, Actor actor, CancellationToken cancel = default) =>
        StepAsync(code, SampleStatus.Testing, actor, [Role.Reviewer, Role.Signatory], (sample, work) =>
        {
            if (LabReason.Check(reason, nameof(reason)) is { IsDone: false } refused)
                return refused;
            work.Record(DeedCode.SampleReturned, code.ToString(), why: reason.Trim());
            return Outcome.Done;
        }, cancel);

    /// <summary>A sampler or analyst does not take a sample over as it came. Refused: once testing has begun, without a reason. Recorded: the reason.</summary>
    public Task<Outcome> RejectAsync(SampleCode code, RejectionReason kind, string reason, Actor actor, CancellationToken cancel = default) =>
        StepAsync(code, SampleStatus.Rejected, actor, [Role.Sampler, Role.Analyst], (sample, work) =>
        {
            if (LabReason.Check(reason, nameof(reason)) is { IsDone: false } refused)
                return refused;
            (sample.Rejection, sample.EndedWhy) = (kind, reason.Trim());
            work.Record(DeedCode.SampleRejected, code.ToString(), @new: new { reason = kind.ToString() }, why: sample.EndedWhy);
            return Outcome.Done;
        }, cancel);

    /// <summary>A sampler, reviewer or signatory gives a sample up that has no verdict yet. Refused: one that is approved, without a reason. Recorded: the reason.</summary>
    public Task<Outcome> CancelAsync(SampleCode code, string reason, Actor actor, CancellationToken cancel = default) =>
        StepAsync(code, SampleStatus.Cancelled, actor, [Role.Sampler, Role.Reviewer, Role.Signatory], (sample, work) =>
        {
            if (LabReason.Check(reason, nameof(reason)) is { IsDone: false } refused)
                return refused;
            sample.EndedWhy = reason.Trim();
            work.Record(DeedCode.SampleCancelled, code.ToString(), new { status = sample.Status.ToString() }, why: sample.EndedWhy);
            return Outcome.Done;
        }, cancel);

    /// <summary>A number that nothing follows from. Two of 32¹⁰ are the same too seldom to ask first; the index would refuse the second.</summary>
    internal static BlindCode NewBlindCode() => BlindCode.Create(RandomNumberGenerator.GetString(CheckCharacter.Alphabet, BlindCode.RandomLength));

    /// <summary>A sample is drawn of what has been harvested, and not tomorrow.</summary>
    internal static Outcome CheckDrawn(DateOnly drawnOn, DateOnly harvestedOn, DateOnly today)
    {
        if (drawnOn > today)
            return new Refusal(LabRefusal.DrawnInFuture, nameof(DrawSample.DrawnOn));
        return drawnOn < harvestedOn ? new Refusal(LabRefusal.DrawnBeforeHarvest, nameof(DrawSample.DrawnOn), harvestedOn) : Outcome.Done;
    }

    /// <summary>The laboratory receives what has been drawn, and not tomorrow.</summary>
    internal static Outcome CheckReceived(DateOnly receivedOn, DateOnly drawnOn, DateOnly today)
    {
        if (receivedOn > today)
            return new Refusal(LabRefusal.ReceivedInFuture, nameof(receivedOn));
        return receivedOn < drawnOn ? new Refusal(LabRefusal.ReceivedBeforeDrawn, nameof(receivedOn), drawnOn) : Outcome.Done;
    }

    private Task<Outcome> StepAsync(
        SampleCode code, SampleStatus to, Actor actor, Role[] roles, Func<Sample, Work, Outcome> step, CancellationToken cancel) =>
        StepAsync(code, to, actor, roles, (sample, work) => Task.FromResult(step(sample, work)), cancel);

    private async Task<Outcome> StepAsync(
        SampleCode code, SampleStatus to, Actor actor, Role[] roles, Func<Sample, Work, Task<Outcome>> step, CancellationToken cancel)
    {
        if (!roles.Contains(actor.Role))
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());

        await using var work = await database.OpenAsync(actor, cancel);
        // Two at one desk, or one who moves a portion meanwhile: the second sees what the first did.
        await work.OneAtATimeAsync(code.ToString(), cancel);
        var sample = await work.Db.Samples.SingleOrDefaultAsync(s => s.Code == code, cancel);
        if (sample is null)
            return new Refusal(LabRefusal.SampleUnknown, null, code.ToString());
        var allowed = SampleStatusRules.Check(sample.Status, to);
        if (!allowed.IsDone)
            return allowed;
        var done = await step(sample, work);
        if (!done.IsDone)
            return done;

        sample.Status = to;
        return await work.CommitAsync(cancel);
    }
}
