using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Registry;

/// <summary>
/// The county's steward decides on registrations that wait, and merges entries that count already where two are the same. Each is decided
/// once: the second of two officers is told that somebody was faster (<see cref="AccessRefusal.ChangedMeanwhile"/>).
/// </summary>
public sealed class StewardService(Database database)
{
    /// <summary>An apiary begins to count, beside whatever it resembles. Recorded: that it was confirmed.</summary>
    public Task<Outcome> ConfirmAsync(ApiaryCode code, Actor actor, CancellationToken cancel = default) =>
        DecideAsync(code, actor, (apiary, work) => Confirm(apiary, work), cancel);

    /// <summary>A beekeeper begins to count, beside whomever they resemble. Recorded: that it was confirmed.</summary>
    public Task<Outcome> ConfirmAsync(string licence, Actor actor, CancellationToken cancel = default) => DecideAsync(licence, actor, (beekeeper, work) =>
    {
        beekeeper.State = RegistrationState.Confirmed;
        work.Record(DeedCode.RegistrationConfirmed, licence);
        return Task.FromResult(Outcome.Done);
    }, cancel);

    /// <summary>An apiary is not accepted; it is kept and never counted. Refused: without a reason. Recorded: the reason.</summary>
    public Task<Outcome> RefuseAsync(ApiaryCode code, string? reason, Actor actor, CancellationToken cancel = default) => DecideAsync(code, actor, (apiary, work) =>
    {
        var check = BeekeeperRules.CheckReason(reason);
        if (check.IsDone)
        {
            apiary.State = RegistrationState.Refused;
            work.Record(DeedCode.RegistrationRefused, code.ToString(), why: reason!.Trim());
        }

        return Task.FromResult(check);
    }, cancel);

    /// <summary>A beekeeper is not accepted; kept and never counted, nor are their apiaries. Refused: without a reason. Recorded: the reason.</summary>
    public Task<Outcome> RefuseAsync(string licence, string? reason, Actor actor, CancellationToken cancel = default) => DecideAsync(licence, actor, (beekeeper, work) =>
    {
        var check = BeekeeperRules.CheckReason(reason);
        if (check.IsDone)
        {
            beekeeper.State = RegistrationState.Refused;
            work.Record(DeedCode.RegistrationRefused, licence, why: reason!.Trim());
        }

        return Task.FromResult(check);
    }, cancel);

    /// <summary>
    /// An apiary is the same as another one, which counts in its place; its stays and lots keep pointing to it, and its medicine log holds for both.
    /// Refused: without a reason, into itself, into one that does not count, where it is closed. Recorded: the other code and the reason.
    /// </summary>
    /// <param name="wasConfirmed">The officer saw an entry that counts; otherwise one that waits.</param>
    public Task<Outcome> MergeAsync(
        ApiaryCode code, ApiaryCode into, string? reason, Actor actor, bool wasConfirmed = false, CancellationToken cancel = default) => DecideAsync(code, actor, async (apiary, work) =>
    {
        var check = code == into ? new Refusal(OfficeRefusal.MergeIntoItself) : BeekeeperRules.CheckReason(reason);
        if (!check.IsDone)
            return check;
        if (apiary.DeregisteredOn is { } closed)
            return new Refusal(FieldRefusal.ApiaryClosed, null, closed);
        var other = await work.Db.Apiaries.SingleOrDefaultAsync(a => a.Code == into, cancel);
        if (other is not { State: RegistrationState.Confirmed, DeregisteredOn: null })
            return new Refusal(OfficeRefusal.MergeIntoUnsound, null, into.ToString());
        await foreach (var pointing in work.Db.Apiaries.Where(a => a.MergedInto == apiary.Id).AsAsyncEnumerable().WithCancellation(cancel))
            pointing.MergedInto = other.Id;
        apiary.State = RegistrationState.Merged;
        apiary.MergedInto = other.Id;
        work.Record(DeedCode.RegistrationMerged, code.ToString(), @new: new { into = into.ToString() }, why: reason!.Trim());
        return Outcome.Done;
    }, cancel, wasConfirmed);

    /// <summary>
    /// A beekeeper is the same as another one, who counts in their place; their apiaries stay theirs and are counted with the other one.
    /// Refused: without a reason, into themselves, into one that does not count; whoever has an account, which would be told of nothing any more,
    /// or belongs to a filed base, whose firm the county alone shows another one's places. Recorded: the other licence and the reason.
    /// </summary>
    /// <param name="wasConfirmed">The officer saw an entry that counts; otherwise one that waits.</param>
    public Task<Outcome> MergeAsync(
        string licence, string into, string? reason, Actor actor, bool wasConfirmed = false, CancellationToken cancel = default) => DecideAsync(licence, actor, async (beekeeper, work) =>
    {
        var check = licence == into ? new Refusal(OfficeRefusal.MergeIntoItself) : BeekeeperRules.CheckReason(reason);
        if (!check.IsDone)
            return check;
        var other = await work.Db.Beekeepers.SingleOrDefaultAsync(b => b.LicenceNumber == into, cancel);
        if (other is not { State: RegistrationState.Confirmed })
            return new Refusal(OfficeRefusal.MergeIntoUnsound, null, into);
        if (await work.Db.Database.SqlQuery<bool>($"""select registry.has_account({beekeeper.Id.Value}) as "Value" """).SingleAsync(cancel))
            return new Refusal(OfficeRefusal.MergeHasAccount, null, licence);
        if (await BaseOfAsync(work.Db, beekeeper.Id, cancel) is { } filing)
            return new Refusal(OfficeRefusal.MergeInBase, null, licence, filing);
        await foreach (var pointing in work.Db.Beekeepers.Where(b => b.MergedInto == beekeeper.Id).AsAsyncEnumerable().WithCancellation(cancel))
            pointing.MergedInto = other.Id;
        beekeeper.State = RegistrationState.Merged;
        beekeeper.MergedInto = other.Id;
        work.Record(DeedCode.RegistrationMerged, licence, @new: new { into }, why: reason!.Trim());
        return Outcome.Done;
    }, cancel, wasConfirmed);

    private static Task<Outcome> Confirm(Apiary apiary, Work work)
    {
        apiary.State = RegistrationState.Confirmed;
        work.Record(DeedCode.RegistrationConfirmed, apiary.Code.ToString());
        return Task.FromResult(Outcome.Done);
    }

    /// <summary>Filing number of the base to which somebody belongs now; null for none.</summary>
    private static Task<string?> BaseOfAsync(BeeTraceDb db, BeekeeperId beekeeper, CancellationToken cancel) => (
        from m in db.BaseMembers
        where m.BeekeeperId == beekeeper && m.Until == null
        join b in db.BaseFilings on m.BaseId equals b.Id
        select b.FilingNumber).FirstOrDefaultAsync(cancel);

    private static RegistrationState Seen(bool wasConfirmed) => wasConfirmed ? RegistrationState.Confirmed : RegistrationState.Waiting;

    private async Task<Outcome> DecideAsync(ApiaryCode code, Actor actor, Func<Apiary, Work, Task<Outcome>> decide, CancellationToken cancel, bool wasConfirmed = false)
    {
        if (actor.Role is not (Role.County or Role.Admin))
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        await using var work = await database.OpenAsync(actor, cancel);
        await work.OneAtATimeAsync("steward", cancel);
        var apiary = await work.Db.Apiaries.SingleOrDefaultAsync(a => a.Code == code, cancel);
        if (apiary is null)
            return new Refusal(OfficeRefusal.CodeUnknown, null, code.ToString());
        if (apiary.State != Seen(wasConfirmed))
            return new Refusal(AccessRefusal.ChangedMeanwhile);
        var decided = await decide(apiary, work);
        return decided.IsDone ? await work.CommitAsync(cancel) : decided;
    }

    private async Task<Outcome> DecideAsync(string licence, Actor actor, Func<Beekeeper, Work, Task<Outcome>> decide, CancellationToken cancel, bool wasConfirmed = false)
    {
        if (actor.Role is not (Role.County or Role.Admin))
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        await using var work = await database.OpenAsync(actor, cancel);
        // One decision at a time in the whole office: two that merge into each other at once would make a circle.
        await work.OneAtATimeAsync("steward", cancel);
        var beekeeper = await work.Db.Beekeepers.SingleOrDefaultAsync(b => b.LicenceNumber == licence, cancel);
        if (beekeeper is null)
            return new Refusal(OfficeRefusal.BeekeeperUnknown, null, licence);
        if (beekeeper.State != Seen(wasConfirmed))
            return new Refusal(AccessRefusal.ChangedMeanwhile);
        var decided = await decide(beekeeper, work);
        return decided.IsDone ? await work.CommitAsync(cancel) : decided;
    }
}
