using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Access;
using BeeTrace.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Registry;

/// <summary>
/// People who keep bees apply to be registered and for an account; a county officer decides. Each application is decided once: the second
/// of two officers is told that somebody was faster.
/// </summary>
public sealed class ApplicationService(Database database, BeekeeperService beekeepers, IdentityVault vault)
{
    private static readonly PasswordHasher<Account> Hasher = new();

    /// <summary>
    /// Anybody applies. Refused: what <see cref="ApplicationRules"/> and <see cref="PasswordRules"/> refuse, an unknown county, and everything
    /// while too many wait; who has signed in. Whether somebody has an account already is told to the officer alone. The same id again changes nothing.
    /// </summary>
    public async Task<Outcome> ApplyAsync(ApplyAsBeekeeper apply, string? password, Actor actor, CancellationToken cancel = default)
    {
        if (actor.IsPerson)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        await using var work = await database.OpenAsync(actor, cancel);
        var refusals = ApplicationRules.Check(apply, work.Today).Refusals.ToList();
        var email = Filled(apply.Email);
        refusals.AddRange(PasswordValidator.Check(password, email ?? ApplicationRules.SignInNumber(apply.Phone ?? "")).Refusals);
        if (!string.IsNullOrWhiteSpace(apply.County) && !await work.Db.Counties.AnyAsync(c => c.Code == apply.County, cancel))
            refusals.Add(new(OfficeRefusal.CountyUnknown, nameof(apply.County), apply.County));
        if (refusals.Count > 0)
            return Outcome.Refused(refusals);

        byte[]? box = null, hash = null;
        if (!string.IsNullOrWhiteSpace(apply.IdentityNumber))
        {
            var number = IdentityNumber.Parse(apply.IdentityNumber, work.Today).Value;
            (box, hash) = (vault.Seal(IdOf(apply.Id), number), vault.HashOf(number));
        }

        var hashed = Hasher.HashPassword(new Account { Name = "", Role = Role.Beekeeper }, password!);
        var isTaken = await work.Db.Database.SqlQuery<bool>(
            $"""
            select registry.apply({apply.Id.Value}, {apply.Name!.Trim()}, {apply.Kind!.Value.ToString()}, {apply.Phone!.Trim()}, {Filled(apply.Address)}, {apply.County},
                {Filled(apply.LicenceNumber)}, {box}, {hash}, {apply.ShowsName}, {email}, {hashed}) as "Value"
            """).SingleAsync(cancel);
        return isTaken ? await work.CommitAsync(cancel) : new Refusal(OfficeRefusal.ApplicationsFull);
    }

    /// <summary>
    /// The county registers the applicant, issues the licence and gives the account. Refused: what <see cref="BeekeeperService"/> refuses of a
    /// registration, an address or number with which somebody signs in already, an application that was decided. Recorded: beekeeper, licence
    /// and that the application was accepted.
    /// </summary>
    public Task<Outcome> ConfirmAsync(BeekeeperApplicationId id, string? licenceNumber, DateOnly? issuedOn, Actor actor, CancellationToken cancel = default) =>
        DecideAsync(id, actor, async (application, work) =>
        {
            string? identity = null;
            if (application.IdentityNumberSealed is { } box)
            {
                var opened = vault.Open(IdOf(id), box, work.Today);
                if (!opened.IsDone)
                    return Outcome.Refused(opened.Refusals);
                identity = opened.Value.Text;
            }

            var register = new RegisterBeekeeper(
                licenceNumber, application.Name, null, application.Kind, application.Phone, application.Address, application.County, issuedOn, identity, application.ShowsName);
            var registered = await beekeepers.AddAsync(IdOf(id), register, isCompared: true, work, cancel);
            if (!registered.IsDone)
                return Outcome.Refused(registered.Refusals);
            work.Record(DeedCode.ApplicationConfirmed, registered.Value.LicenceNumber, @new: new { name = application.Name, application.County });
            // The account points to the beekeeper, who must be in the database before it.
            await work.Db.SaveChangesAsync(cancel);
            return await AdmitAsync(application, IdOf(id), RegistrationState.Confirmed, work, cancel);
        }, cancel);

    /// <summary>
    /// The applicant is somebody who is registered already, and gets the account; an identity number that was not kept yet is taken over.
    /// Refused: an entry that does not count, an address or number with which somebody signs in already. Recorded: the licence.
    /// </summary>
    public Task<Outcome> MergeAsync(BeekeeperApplicationId id, string licenceNumber, Actor actor, CancellationToken cancel = default) =>
        DecideAsync(id, actor, async (application, work) =>
        {
            var beekeeper = await work.Db.Beekeepers.SingleOrDefaultAsync(b => b.LicenceNumber == licenceNumber, cancel);
            if (beekeeper is not { State: RegistrationState.Confirmed })
                return new Refusal(OfficeRefusal.MergeIntoUnsound, null, licenceNumber);
            if (beekeeper.IdentityNumberSealed is null && application.IdentityNumberSealed is { } box && vault.Open(IdOf(id), box, work.Today) is { IsDone: true, Value: var number })
                (beekeeper.IdentityNumberSealed, beekeeper.IdentityNumberHash) = (vault.Seal(beekeeper.Id, number), vault.HashOf(number));
            work.Record(DeedCode.ApplicationMerged, licenceNumber, @new: new { name = application.Name });
            return await AdmitAsync(application, beekeeper.Id, RegistrationState.Merged, work, cancel);
        }, cancel);

    /// <summary>The county does not accept the applicant, who reads why. Refused: without a reason. Recorded: the reason.</summary>
    public Task<Outcome> RefuseAsync(BeekeeperApplicationId id, string? reason, Actor actor, CancellationToken cancel = default) =>
        DecideAsync(id, actor, async (application, work) =>
        {
            var check = BeekeeperRules.CheckReason(reason);
            if (!check.IsDone)
                return check;
            if (!await work.Db.Database.SqlQuery<bool>($"""select registry.refuse_application({id.Value}, {reason!.Trim()}) as "Value" """).SingleAsync(cancel))
                return new Refusal(AccessRefusal.ChangedMeanwhile);
            work.Record(DeedCode.ApplicationRefused, ReceiptNumber.Of(id.Value).ToString(), @new: new { name = application.Name, application.County }, why: reason.Trim());
            return Outcome.Done;
        }, cancel);

    private async Task<Outcome> DecideAsync(
        BeekeeperApplicationId id, Actor actor, Func<BeekeeperApplication, Work, Task<Outcome>> decideAsync, CancellationToken cancel)
    {
        if (actor.Role != Role.County)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        await using var work = await database.OpenAsync(actor, cancel);
        await work.OneAtATimeAsync(id.ToString(), cancel);
        var application = await work.Db.BeekeeperApplications.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancel);
        if (application is null)
            return new Refusal(OfficeRefusal.ApplicationUnknown);
        if (application.State != RegistrationState.Waiting)
            return new Refusal(AccessRefusal.ChangedMeanwhile);
        var decided = await decideAsync(application, work);
        return decided.IsDone ? await work.CommitAsync(cancel) : decided;
    }

    private static async Task<Outcome> AdmitAsync(BeekeeperApplication application, BeekeeperId beekeeper, RegistrationState outcome, Work work, CancellationToken cancel)
    {
        var account = AccountId.New().Value;
        var isAdmitted = await work.Db.Database.SqlQuery<bool>(
            $"""select registry.admit({application.Id.Value}, {beekeeper.Value}, {account}, {outcome.ToString()}) as "Value" """).SingleAsync(cancel);
        if (!isAdmitted)
            return new Refusal(OfficeRefusal.SignInNameTaken, null, application.SignInName);
        work.Record(DeedCode.AccountMade, application.SignInName, @new: new { application.Name, role = Role.Beekeeper.Code() });
        return Outcome.Done;
    }

    /// <summary>An applicant who is accepted keeps the id, to which the identity number was sealed.</summary>
    private static BeekeeperId IdOf(BeekeeperApplicationId id) => new(id.Value);

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
