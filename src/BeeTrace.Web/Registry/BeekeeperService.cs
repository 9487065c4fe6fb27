using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Registry;

/// <summary>The county changes what may change of a beekeeper. Licence number, kind and county stay what they were registered as.</summary>
/// <param name="Version">Of the row that the form was filled from; an older one is refused.</param>
/// <param name="IdentityNumber">A new one; empty keeps the one that is kept.</param>
public sealed record ChangeBeekeeper(
    string LicenceNumber, long Version, string? NameZh, string? NameEn, string? Phone, string? Address, string? IdentityNumber, bool ShowsName);

/// <summary>A beekeeper was registered.</summary>
/// <param name="Warning">It resembles another entry and waits.</param>
public sealed record RegisteredBeekeeper(string LicenceNumber, Warning? Warning);

/// <summary>Beekeepers and their licences, as the county's office keeps them.</summary>
public sealed class BeekeeperService(Database database, IdentityVault vault)
{
    /// <summary>
    /// The county registers a beekeeper and issues the licence. Refused: all that <see cref="BeekeeperRules"/> refuses, an unknown county, a
    /// licence number that is taken. Who resembles another entry waits in the queue. Recorded: beekeeper and licence. The same
    /// <paramref name="id"/> again yields the same licence.
    /// </summary>
    public async Task<Outcome<RegisteredBeekeeper>> RegisterAsync(BeekeeperId id, RegisterBeekeeper register, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not (Role.County or Role.Admin or Role.System))
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        await using var work = await database.OpenAsync(actor, cancel);
        await work.OneAtATimeAsync(id.ToString(), cancel);
        if (await work.Db.Beekeepers.Where(b => b.Id == id).Select(b => b.LicenceNumber).SingleOrDefaultAsync(cancel) is { } before)
            return new RegisteredBeekeeper(before, null);
        var added = await AddAsync(id, register, isCompared: false, work, cancel);
        if (!added.IsDone)
            return added;
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? added : Outcome<RegisteredBeekeeper>.Refused(committed.Refusals);
    }

    /// <summary>The same within a deed of its own.</summary>
    /// <param name="id">The new beekeeper's.</param>
    /// <param name="register">What was filled in.</param>
    /// <param name="isCompared">An officer has just compared it with whom it resembles: it need not wait for that.</param>
    /// <param name="work">The deed that it belongs to.</param>
    /// <param name="cancel">Ends it.</param>
    internal async Task<Outcome<RegisteredBeekeeper>> AddAsync(BeekeeperId id, RegisterBeekeeper register, bool isCompared, Work work, CancellationToken cancel)
    {
        var db = work.Db;
        var refusals = BeekeeperRules.Check(register, work.Today).Refusals.ToList();
        var licence = new Licence(register.LicenceNumber?.Trim() ?? "", register.LicenceIssuedOn ?? default);
        await work.OneAtATimeAsync("licence " + licence.Number, cancel);
        if (await db.Beekeepers.AnyAsync(b => b.LicenceNumber == licence.Number, cancel))
            refusals.Add(new(RegistryRefusal.LicenceTaken, nameof(register.LicenceNumber)));
        if (!string.IsNullOrWhiteSpace(register.County) && !await db.Counties.AnyAsync(c => c.Code == register.County, cancel))
            refusals.Add(new(OfficeRefusal.CountyUnknown, nameof(register.County), register.County));
        if (refusals.Count > 0)
            return Outcome<RegisteredBeekeeper>.Refused(refusals);

        var beekeeper = new Beekeeper
        {
            Id = id,
            LicenceNumber = licence.Number,
            NameZh = register.NameZh!.Trim(),
            NameEn = Filled(register.NameEn) ?? register.NameZh.Trim(),
            Kind = register.Kind!.Value,
            Phone = Filled(register.Phone),
            Address = Filled(register.Address),
            County = register.County!,
            LicenceIssuedOn = licence.Issued,
            LicenceExpiresOn = licence.Expires,
            State = RegistrationState.Confirmed,
            ShowsName = register.ShowsName,
        };
        SealInto(beekeeper, register.IdentityNumber, work.Today);
        db.Beekeepers.Add(beekeeper);
        await db.SaveChangesAsync(cancel);
        var resembles = !isCompared && await db.Database.SqlQuery<Guid>($"""select id as "Value" from registry.beekeepers_like({id.Value})""").AnyAsync(cancel);
        if (resembles)
            beekeeper.State = RegistrationState.Waiting;
        work.Record(DeedCode.BeekeeperRegistered, licence.Number, @new: new
        {
            name = beekeeper.NameZh, kind = beekeeper.Kind.ToString(), beekeeper.County, state = beekeeper.State.ToString(),
        });
        work.Record(DeedCode.LicenceIssued, licence.Number, @new: new { issuedOn = licence.Issued, expiresOn = licence.Expires });
        return new RegisteredBeekeeper(licence.Number, resembles ? new Warning(OfficeWarning.Resembles) : null);
    }

    /// <summary>
    /// The county changes name, phone, address, consent or identity number. Refused: what <see cref="BeekeeperRules"/> refuses, and a form
    /// that was filled from an older row. Recorded: what changed; of an identity number only that it did.
    /// </summary>
    public async Task<Outcome> ChangeAsync(ChangeBeekeeper change, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not (Role.County or Role.Admin))
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        await using var work = await database.OpenAsync(actor, cancel);
        await work.OneAtATimeAsync("licence " + change.LicenceNumber, cancel);
        var beekeeper = await work.Db.Beekeepers.SingleOrDefaultAsync(b => b.LicenceNumber == change.LicenceNumber, cancel);
        if (beekeeper is null)
            return new Refusal(OfficeRefusal.BeekeeperUnknown, null, change.LicenceNumber);
        if (await VersionAsync(work.Db, beekeeper.Id, cancel) != change.Version)
            return new Refusal(AccessRefusal.ChangedMeanwhile);
        var refusals = BeekeeperRules.CheckPerson(change.NameZh, change.NameEn, change.Phone, change.Address).Refusals.ToList();
        var isNumberGiven = !string.IsNullOrWhiteSpace(change.IdentityNumber);
        if (isNumberGiven)
            refusals.AddRange(BeekeeperRules.CheckIdentity(change.IdentityNumber, beekeeper.Kind, work.Today, nameof(change.IdentityNumber)).Refusals);
        if (refusals.Count > 0)
            return Outcome.Refused(refusals);

        var before = Facts(beekeeper, isNumberGiven && beekeeper.IdentityNumberHash is not null);
        var hash = beekeeper.IdentityNumberHash;
        beekeeper.NameZh = change.NameZh!.Trim();
        beekeeper.NameEn = Filled(change.NameEn) ?? beekeeper.NameZh;
        beekeeper.Phone = Filled(change.Phone);
        beekeeper.Address = Filled(change.Address);
        beekeeper.ShowsName = change.ShowsName;
        SealInto(beekeeper, change.IdentityNumber, work.Today);
        var isNumberNew = isNumberGiven && hash?.AsSpan().SequenceEqual(beekeeper.IdentityNumberHash) != true;
        work.Record(DeedCode.BeekeeperChanged, beekeeper.LicenceNumber, before, Facts(beekeeper, isNumberNew));
        return await work.CommitAsync(cancel);
    }

    /// <summary>
    /// The county renews a licence: the number stays, three years begin anew. Refused: a day to come, or not after the present one.
    /// Recorded: both periods.
    /// </summary>
    public async Task<Outcome> RenewAsync(string licenceNumber, DateOnly? issuedOn, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not (Role.County or Role.Admin))
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        await using var work = await database.OpenAsync(actor, cancel);
        await work.OneAtATimeAsync("licence " + licenceNumber, cancel);
        var beekeeper = await work.Db.Beekeepers.SingleOrDefaultAsync(b => b.LicenceNumber == licenceNumber, cancel);
        if (beekeeper is null)
            return new Refusal(OfficeRefusal.BeekeeperUnknown, null, licenceNumber);
        var check = BeekeeperRules.CheckIssue(issuedOn, work.Today, "IssuedOn");
        if (!check.IsDone)
            return check;
        if (issuedOn <= beekeeper.LicenceIssuedOn)
            return new Refusal(OfficeRefusal.RenewalNotLater, "IssuedOn", beekeeper.LicenceIssuedOn);

        var before = new { issuedOn = beekeeper.LicenceIssuedOn, expiresOn = beekeeper.LicenceExpiresOn };
        var licence = new Licence(licenceNumber, issuedOn!.Value);
        beekeeper.LicenceIssuedOn = licence.Issued;
        beekeeper.LicenceExpiresOn = licence.Expires;
        work.Record(DeedCode.LicenceIssued, licenceNumber, before, new { issuedOn = licence.Issued, expiresOn = licence.Expires });
        return await work.CommitAsync(cancel);
    }

    /// <summary>
    /// A county officer reads an identity number in full. Refused: without a reason, where none is kept, where this installation's key does
    /// not open it. Recorded: that it was read and why, never the number.
    /// </summary>
    public async Task<Outcome<IdentityNumber>> ReadIdentityNumberAsync(string licenceNumber, string? reason, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role != Role.County)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        var check = BeekeeperRules.CheckReason(reason);
        if (!check.IsDone)
            return Outcome<IdentityNumber>.Refused(check.Refusals);
        await using var work = await database.OpenAsync(actor, cancel);
        var beekeeper = await work.Db.Beekeepers.AsNoTracking().SingleOrDefaultAsync(b => b.LicenceNumber == licenceNumber, cancel);
        if (beekeeper is null)
            return new Refusal(OfficeRefusal.BeekeeperUnknown, null, licenceNumber);
        if (beekeeper.IdentityNumberSealed is not { } box)
            return new Refusal(OfficeRefusal.IdentityMissing);
        var number = vault.Open(beekeeper.Id, box, work.Today);
        if (!number.IsDone)
            return number;
        work.Record(DeedCode.IdentityNumberRead, licenceNumber, why: reason!.Trim());
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? number : Outcome<IdentityNumber>.Refused(committed.Refusals);
    }

    /// <summary>Which writing of the row this is; it grows with each.</summary>
    internal static Task<long> VersionAsync(BeeTraceDb db, BeekeeperId id, CancellationToken cancel) =>
        db.Database.SqlQuery<long>($"""select xmin::text::bigint as "Value" from registry.beekeepers where id = {id.Value}""").SingleAsync(cancel);

    private void SealInto(Beekeeper beekeeper, string? typed, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return;
        var number = IdentityNumber.Parse(typed, today).Value;
        beekeeper.IdentityNumberSealed = vault.Seal(beekeeper.Id, number);
        beekeeper.IdentityNumberHash = vault.HashOf(number);
    }

    private static object Facts(Beekeeper b, bool hasNumber) =>
        new { name = b.NameZh, nameEn = b.NameEn, b.Phone, b.Address, b.ShowsName, identityNumber = hasNumber ? "*" : null };

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
