using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Registry;

/// <summary>
/// Beekeepers mend what they have registered of an apiary's newest stay. The database keeps every earlier version
/// (<see cref="PlacementCorrection"/>); lots and harvests keep their stay.
/// </summary>
public sealed class StayCorrectionService(Database database)
{
    /// <summary>
    /// A beekeeper corrects the newest stay: days, place, colonies, bloom, certificate. Refused: what <see cref="ApiaryRules"/> refuses of a
    /// stay and <see cref="StayCorrectionRules"/> of a correction, one that changes nothing, and one that speaks of a stay that is the newest
    /// no more; then both versions are kept with the receipt. Recorded: what changed but the position, and why.
    /// </summary>
    public Task<Outcome> CorrectAsync(CorrectStay correct, SeenStay? seen, Actor actor, FieldReceipt receipt, CancellationToken cancel = default) =>
        MendAsync(correct.Apiary, seen, StayVersion.Of(correct), actor, receipt, stay => CorrectAsync(correct, stay, cancel), cancel);

    /// <summary>
    /// A beekeeper takes the newest stay back, which never was: the stay before goes on if it ended for this one. Refused: what
    /// <see cref="StayCorrectionRules"/> refuses, and a stay that is the newest no more. Recorded: the days of what went and of what goes on, and why.
    /// </summary>
    public Task<Outcome> TakeBackAsync(TakeBackStay takeBack, SeenStay? seen, Actor actor, FieldReceipt receipt, CancellationToken cancel = default) =>
        MendAsync(takeBack.Apiary, seen, new StayVersion(From: null), actor, receipt, stay => TakeBackAsync(takeBack, stay, cancel), cancel);

    private static async Task<Outcome> CorrectAsync(CorrectStay correct, Mending at, CancellationToken cancel)
    {
        var (work, apiary, stay, before) = at;
        var county = await work.Db.Counties.SingleAsync(c => c.Code == apiary.County, cancel);
        var isSamePlace = (correct.Latitude, correct.Longitude, correct.Datum) == (stay.EnteredLatitude, stay.EnteredLongitude, stay.EnteredDatum);
        // A place that stays is not asked about again.
        var asRegistered = new RegisterApiary(
            apiary.Name, apiary.Species, apiary.Kind, correct.Colonies, correct.Latitude, correct.Longitude, correct.Datum, correct.From, correct.Plant,
            correct.IsOutsideCountyConfirmed || isSamePlace, correct.IsShiftConfirmed || isSamePlace, correct.AccuracyM, correct.PlaceName, correct.QuarantineCertificate);
        var earlier = await ApiaryService.EarlierPlacesAsync(work.Db, apiary.BeekeeperId, cancel, without: stay.Id);
        var refusals = ApiaryRules.Check(asRegistered, work.Today, ApiaryService.BoxOf(county), earlier).Refusals.ToList();
        await ApiaryService.RequirePlantAsync(work.Db, correct.Plant, refusals, cancel);
        refusals.AddRange(StayCorrectionRules.Check(correct, Period(stay), before is null ? null : Period(before), await HarvestDaysAsync(at, cancel), work.Today).Refusals);
        if (refusals.Count > 0)
            return Outcome.Refused(refusals);

        var now = ApiaryService.Place(
            stay.Id, apiary, correct.From!.Value, correct.Latitude!.Value, correct.Longitude!.Value, correct.Datum!.Value, correct.Colonies!.Value, correct.Plant,
            correct.Until, isSamePlace ? stay.AccuracyM : correct.AccuracyM, correct.PlaceName, correct.QuarantineCertificate);
        if (isSamePlace && Facts(now) == Facts(stay) && now.PlaceName == stay.PlaceName && now.QuarantineCertificate == stay.QuarantineCertificate)
            return new Refusal(FieldRefusal.NothingCorrected);
        await work.Db.Database.ExecuteSqlAsync(
            $"""
            select registry.correct_stay({correct.Id.Value}, {stay.Id.Value}, {now.From}, {now.Until}, {now.Latitude}, {now.Longitude}, {now.EnteredLatitude},
                {now.EnteredLongitude}, {now.EnteredDatum.ToString()}, {now.AccuracyM}, {now.Colonies}, {now.Plant}, {now.PlaceName}, {now.QuarantineCertificate}, {correct.Why})
            """,
            cancel);
        work.Record(DeedCode.PlacementCorrected, apiary.Code.ToString(), Facts(stay), Facts(now) with { PlaceChanged = isSamePlace ? null : true }, correct.Why);
        return Outcome.Done;
    }

    private static async Task<Outcome> TakeBackAsync(TakeBackStay takeBack, Mending at, CancellationToken cancel)
    {
        var (work, apiary, stay, before) = at;
        var check = StayCorrectionRules.Check(takeBack, Period(stay), isOnly: before is null, await HarvestDaysAsync(at, cancel), work.Today);
        if (!check.IsDone)
            return check;
        await work.Db.Database.ExecuteSqlAsync($"select registry.take_back_stay({takeBack.Id.Value}, {stay.Id.Value}, {takeBack.Why})", cancel);
        work.Record(
            DeedCode.PlacementTakenBack, apiary.Code.ToString(), new { stay.From, stay.Until },
            before!.Until == stay.From ? new { before.From } : null, takeBack.Why);
        return Outcome.Done;
    }

    /// <summary>What both deeds have in common: the own apiary, one at a time, and its newest stay, which the form must have spoken of.</summary>
    private async Task<Outcome> MendAsync(
        ApiaryCode code, SeenStay? seen, StayVersion yours, Actor actor, FieldReceipt receipt, Func<Mending, Task<Outcome>> mendAsync, CancellationToken cancel)
    {
        if (actor is not { Role: Role.Beekeeper, Beekeeper: { } beekeeper })
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        await using var work = await database.OpenAsync(actor, cancel);
        if (await receipt.FindAsync(work, cancel) is { } sent)
            return sent;
        await work.OneAtATimeAsync(code.ToString(), cancel);
        var apiary = await work.Db.Apiaries.AsNoTracking().SingleOrDefaultAsync(a => a.Code == code && a.BeekeeperId == beekeeper, cancel);
        if (apiary is null)
            return new Refusal(RegistryRefusal.ApiaryUnknown, null, code.ToString());
        if (apiary.DeregisteredOn is { } closed)
            return new Refusal(FieldRefusal.ApiaryClosed, null, closed);
        var newest = await work.Db.Placements.AsNoTracking().Where(p => p.ApiaryId == apiary.Id).OrderByDescending(p => p.From).Take(2).ToListAsync(cancel);
        if (newest is not [var stay, ..] || seen?.Stay != stay.Id)
            return await receipt.KeepConflictAsync(work, apiary.Code, yours, StayVersion.Of(newest.FirstOrDefault()), cancel);

        var mended = await mendAsync(new Mending(work, apiary, stay, newest.ElementAtOrDefault(1)));
        if (!mended.IsDone)
            return mended;
        receipt.Keep(work, apiary.Code);
        return await work.CommitAsync(cancel);
    }

    private static Task<List<DateOnly>> HarvestDaysAsync(Mending at, CancellationToken cancel) =>
        at.Work.Db.Database.SqlQuery<DateOnly>($"""select day as "Value" from registry.harvest_days({at.Stay.Id.Value}) h (day)""").ToListAsync(cancel);

    private static PlacementPeriod Period(Placement stay) => new(stay.From, stay.Until);

    /// <summary>Without the coordinates, as for a stay that begins.</summary>
    private static StayFacts Facts(Placement p) => new(p.From, p.Until, p.EnteredDatum.ToString(), p.Colonies, p.Plant);

    private sealed record StayFacts(DateOnly From, DateOnly? Until, string Datum, int Colonies, string? Plant, bool? PlaceChanged = null);

    /// <param name="Before">The stay before the newest one; null where there is only one.</param>
    private sealed record Mending(Work Work, Apiary Apiary, Placement Stay, Placement? Before);
}
