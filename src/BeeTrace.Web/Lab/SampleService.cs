using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Trace;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>A sampler draws a sample of a lot. The id is made by the page, so that a second click finds the first.</summary>
public sealed record DrawSample(SampleId Id, string LotCode, SamplingBasis Basis, string? Grade, DateOnly DrawnOn);

/// <summary>Moves a sample along its way: drawn, received, tested, submitted, approved.</summary>
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
        var db = work.Db;
        await work.OneAtATimeAsync(draw.Id.ToString(), cancel);
        if (await db.Samples.Where(s => s.Id == draw.Id).Select(s => (SampleCode?)s.Code).SingleOrDefaultAsync(cancel) is { } before)
            return before;

        var code = LotCode.Parse(draw.LotCode);
        if (!code.IsDone)
            return Outcome<SampleCode>.Refused([.. code.Refusals.Select(r => r with { Field = nameof(draw.LotCode) })]);
        var lot = await db.Lots.AsNoTracking().SingleOrDefaultAsync(l => l.Code == code.Value, cancel);
        if (lot is null)
            return new Refusal(TraceRefusal.LotUnknown, nameof(draw.LotCode), code.Value.ToString());
        if (CheckDrawn(draw.DrawnOn, lot.HarvestedOn, work.Today) is { IsDone: false } drawn)
            return Outcome<SampleCode>.Refused(drawn.Refusals);

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
            DrawnOn = draw.DrawnOn,
            DrawnBy = actor.Account,
            Status = SampleStatus.Drawn,
        };
        db.Samples.Add(sample);
        work.Record(DeedCode.SampleDrawn, sample.Code.ToString(), @new: new { lot = lot.Code.ToString(), basis = draw.Basis.ToString(), draw.DrawnOn });
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? sample.Code : Outcome<SampleCode>.Refused(committed.Refusals);
    }

    /// <summary>The laboratory receives a drawn sample. Refused: one that is not on its way. Recorded.</summary>
    public Task<Outcome> ReceiveAsync(SampleCode code, DateOnly receivedOn, Actor actor, CancellationToken cancel = default) =>
        StepAsync(code, SampleStatus.Received, actor, [Role.Sampler, Role.Analyst], (sample, work) =>
        {
            if (CheckReceived(receivedOn, sample.DrawnOn, work.Today) is { IsDone: false } refused)
                return refused;
            sample.ReceivedOn = receivedOn;
            sample.ReceivedBy = actor.Account;
            work.Record(DeedCode.SampleReceived, code.ToString(), @new: new { receivedOn });
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

    private async Task<Outcome> StepAsync(
        SampleCode code, SampleStatus to, Actor actor, Role[] roles, Func<Sample, Work, Outcome> step, CancellationToken cancel)
    {
        if (!roles.Contains(actor.Role))
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());

        await using var work = await database.OpenAsync(actor, cancel);
        var sample = await work.Db.Samples.SingleOrDefaultAsync(s => s.Code == code, cancel);
        if (sample is null)
            return new Refusal(LabRefusal.SampleUnknown, null, code.ToString());
        var allowed = SampleStatusRules.Check(sample.Status, to);
        if (!allowed.IsDone)
            return allowed;
        var done = step(sample, work);
        if (!done.IsDone)
            return done;

        sample.Status = to;
        return await work.CommitAsync(cancel);
    }
}
