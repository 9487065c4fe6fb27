using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Registry;

/// <summary>
/// A beekeeper moves an apiary: it leaves where it stands and begins at the new place on the same day.
/// The id is made by the form, so that a second click finds the first.
/// </summary>
public sealed record MoveApiary(
    PlacementId Id, ApiaryCode Apiary, DateOnly? From, decimal? Latitude, decimal? Longitude, Datum? Datum, int? Colonies, string? Plant,
    bool IsOutsideCountyConfirmed = false, bool IsShiftConfirmed = false, decimal? AccuracyM = null, string? PlaceName = null,
    string? QuarantineCertificate = null, SeenStay? Seen = null);

/// <summary>An apiary leaves where it stands, without a new place, or is given up altogether.</summary>
/// <param name="Apiary">The apiary.</param>
/// <param name="On">First day it is no longer there.</param>
/// <param name="Seen">The stay that the form spoke of.</param>
public sealed record EndStay(ApiaryCode Apiary, DateOnly? On, SeenStay? Seen = null);

/// <summary>Apiaries and where they stand.</summary>
public sealed class ApiaryService(Database database)
{
    /// <summary>
    /// A beekeeper registers an apiary with its first placement. Refused: all that <see cref="ApiaryRules"/> refuses, field by
    /// field, and an unknown plant. Recorded: apiary and placement. The same <paramref name="id"/> again yields the same code.
    /// </summary>
    public async Task<Outcome<ApiaryCode>> RegisterAsync(
        ApiaryId id, RegisterApiary register, Actor actor, FieldReceipt? receipt = null, CancellationToken cancel = default)
    {
        if (actor is not { Role: Role.Beekeeper, Beekeeper: { } beekeeperId })
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());

        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        if (receipt is not null && await receipt.FindAsync(work, cancel) is { IsDone: false } sent)
            return Outcome<ApiaryCode>.Refused(sent.Refusals);
        await work.OneAtATimeAsync(id.ToString(), cancel);
        if (await db.Apiaries.Where(a => a.Id == id).Select(a => (ApiaryCode?)a.Code).SingleOrDefaultAsync(cancel) is { } before)
            return before;

        var county = await (
            from beekeeper in db.Beekeepers
            where beekeeper.Id == beekeeperId
            join c in db.Counties on beekeeper.County equals c.Code
            select c).SingleAsync(cancel);
        var refusals = ApiaryRules.Check(register, work.Today, BoxOf(county), await EarlierPlacesAsync(db, beekeeperId, cancel)).Refusals.ToList();
        await RequirePlantAsync(db, register.Plant, refusals, cancel);
        if (refusals.Count > 0)
            return Outcome<ApiaryCode>.Refused(refusals);

        var serial = await Serials.NextAsync(db, $"A{county.Code}", cancel);
        var apiary = new Apiary
        {
            Id = id,
            Code = ApiaryCode.Create(county.Code, serial),
            BeekeeperId = beekeeperId,
            Name = register.Name!.Trim(),
            Kind = register.Kind!.Value,
            Species = register.Species!.Value,
            County = county.Code,
            RegisteredOn = work.Today,
            State = RegistrationState.Waiting,
        };
        var placement = Place(
            PlacementId.New(), apiary, register.From!.Value, register.Latitude!.Value, register.Longitude!.Value, register.Datum!.Value,
            register.Colonies!.Value, register.Plant, accuracyM: register.AccuracyM, placeName: register.PlaceName,
            quarantineCertificate: register.QuarantineCertificate);
        db.Apiaries.Add(apiary);
        db.Placements.Add(placement);
        work.Record(DeedCode.ApiaryRegistered, apiary.Code.ToString(), @new: new { apiary.Name, species = apiary.Species.LatinName(), kind = apiary.Kind.ToString() });
        work.Record(DeedCode.PlacementBegun, apiary.Code.ToString(), @new: Facts(placement));
        receipt?.Keep(work, apiary.Code);
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? apiary.Code : Outcome<ApiaryCode>.Refused(committed.Refusals);
    }

    /// <summary>
    /// A beekeeper moves an apiary. Refused: a day on or before the one it came, a place that <see cref="ApiaryRules"/> refuses,
    /// an apiary that is not the beekeeper's, and a move that was typed while another was registered: then both versions are kept
    /// with the receipt. Recorded: what ended and what began, or the conflict.
    /// </summary>
    public async Task<Outcome<PlacementId>> MoveAsync(MoveApiary move, Actor actor, FieldReceipt? receipt = null, CancellationToken cancel = default)
    {
        if (actor is not { Role: Role.Beekeeper, Beekeeper: { } beekeeperId })
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());

        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        if (receipt is not null && await receipt.FindAsync(work, cancel) is { } sent)
            return sent.IsDone ? move.Id : Outcome<PlacementId>.Refused(sent.Refusals);
        await work.OneAtATimeAsync(move.Apiary.ToString(), cancel);
        if (await db.Placements.AnyAsync(p => p.Id == move.Id, cancel))
            return move.Id;
        var apiary = await db.Apiaries.SingleOrDefaultAsync(a => a.Code == move.Apiary && a.BeekeeperId == beekeeperId, cancel);
        if (apiary is null)
            return new Refusal(RegistryRefusal.ApiaryUnknown, null, move.Apiary.ToString());
        if (apiary.DeregisteredOn is { } closed)
            return new Refusal(FieldRefusal.ApiaryClosed, null, closed);

        var county = await db.Counties.SingleAsync(c => c.Code == apiary.County, cancel);
        // The same rules as for a first placement; name, kind and species stay as they are.
        var asRegistered = new RegisterApiary(
            apiary.Name, apiary.Species, apiary.Kind, move.Colonies, move.Latitude, move.Longitude, move.Datum, move.From, move.Plant,
            move.IsOutsideCountyConfirmed, move.IsShiftConfirmed, move.AccuracyM, move.PlaceName, move.QuarantineCertificate);
        var refusals = ApiaryRules.Check(asRegistered, work.Today, BoxOf(county), await EarlierPlacesAsync(db, beekeeperId, cancel)).Refusals.ToList();
        await RequirePlantAsync(db, move.Plant, refusals, cancel);
        var current = await db.Placements.SingleOrDefaultAsync(p => p.ApiaryId == apiary.Id && p.Until == null, cancel);
        if (receipt is not null && refusals.Count == 0 && move.Seen?.IsStill(current) == false)
            return Outcome<PlacementId>.Refused((await receipt.KeepConflictAsync(work, apiary.Code, StayVersion.Of(move), StayVersion.Of(current), cancel)).Refusals);
        if (move.From is { } from && current is not null && from <= current.From)
            refusals.Add(new Refusal(RegistryRefusal.PlacementEndsBeforeItBegins, nameof(move.From), current.From, from));
        if (refusals.Count > 0)
            return Outcome<PlacementId>.Refused(refusals);

        if (current is not null)
        {
            current.Until = move.From;
            work.Record(DeedCode.PlacementEnded, apiary.Code.ToString(), new { current.From }, new { current.Until });
            // The old stay must end in the database before the new one begins: the constraint looks at every statement.
            await db.SaveChangesAsync(cancel);
        }

        var placement = Place(
            move.Id, apiary, move.From!.Value, move.Latitude!.Value, move.Longitude!.Value, move.Datum!.Value, move.Colonies!.Value, move.Plant,
            accuracyM: move.AccuracyM, placeName: move.PlaceName, quarantineCertificate: move.QuarantineCertificate);
        db.Placements.Add(placement);
        work.Record(DeedCode.PlacementBegun, apiary.Code.ToString(), @new: Facts(placement));
        receipt?.Keep(work, apiary.Code);
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? placement.Id : Outcome<PlacementId>.Refused(committed.Refusals);
    }

    /// <summary>
    /// A beekeeper's apiary leaves where it stands and is nowhere until it is registered somewhere. Refused: an apiary that stands
    /// nowhere or is not the beekeeper's, a day that is still to come or not after the one it came. Recorded: what ended.
    /// </summary>
    public Task<Outcome> LeaveAsync(EndStay leave, Actor actor, FieldReceipt receipt, CancellationToken cancel = default) =>
        EndAsync(leave, closes: false, actor, receipt, cancel);

    /// <summary>
    /// A beekeeper gives an apiary up; the stay ends with it. What was harvested there stays traceable. Refused: an apiary that is
    /// closed already, and days as for leaving. Recorded: what ended, and that it is closed.
    /// </summary>
    public Task<Outcome> CloseAsync(EndStay close, Actor actor, FieldReceipt receipt, CancellationToken cancel = default) =>
        EndAsync(close, closes: true, actor, receipt, cancel);

    private async Task<Outcome> EndAsync(EndStay end, bool closes, Actor actor, FieldReceipt receipt, CancellationToken cancel)
    {
        if (actor is not { Role: Role.Beekeeper, Beekeeper: { } beekeeperId })
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());

        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        if (await receipt.FindAsync(work, cancel) is { } sent)
            return sent;
        await work.OneAtATimeAsync(end.Apiary.ToString(), cancel);
        var apiary = await db.Apiaries.SingleOrDefaultAsync(a => a.Code == end.Apiary && a.BeekeeperId == beekeeperId, cancel);
        if (apiary is null)
            return new Refusal(RegistryRefusal.ApiaryUnknown, null, end.Apiary.ToString());
        if (apiary.DeregisteredOn is { } closed)
            return new Refusal(FieldRefusal.ApiaryClosed, null, closed);

        var refusals = FieldRules.CheckDay(end.On, work.Today, nameof(end.On)).ToList();
        var current = await db.Placements.SingleOrDefaultAsync(p => p.ApiaryId == apiary.Id && p.Until == null, cancel);
        if (refusals.Count == 0 && end.Seen?.IsStill(current) == false)
            return await receipt.KeepConflictAsync(work, apiary.Code, new StayVersion(From: null, end.On), StayVersion.Of(current), cancel);
        if (current is null && !closes)
            refusals.Add(new Refusal(FieldRefusal.StandsNowhere));
        if (current is not null && end.On <= current.From)
            refusals.Add(new Refusal(FieldRefusal.LeftTooEarly, nameof(end.On), current.From));
        if (refusals.Count > 0)
            return Outcome.Refused(refusals);

        if (current is not null)
        {
            current.Until = end.On;
            work.Record(DeedCode.PlacementEnded, apiary.Code.ToString(), new { current.From }, new { current.Until });
        }

        if (closes)
        {
            apiary.DeregisteredOn = end.On;
            work.Record(DeedCode.ApiaryClosed, apiary.Code.ToString(), @new: new { apiary.DeregisteredOn });
        }

        receipt.Keep(work, apiary.Code);
        return await work.CommitAsync(cancel);
    }

    /// <summary>Where the beekeeper's apiaries stood, the newest first; enough of them to know the usual stands.</summary>
    internal static async Task<IReadOnlyList<(GeoPoint Place, DateOnly Since)>> EarlierPlacesAsync(
        BeeTraceDb db, BeekeeperId beekeeper, CancellationToken cancel, PlacementId? without = null)
    {
        const int enough = 200;
        var stays = await db.Placements.AsNoTracking().Where(p => p.BeekeeperId == beekeeper && p.Id != without).OrderByDescending(p => p.From).Take(enough)
            .Select(p => new { p.Latitude, p.Longitude, p.From }).ToListAsync(cancel);
        return stays.ConvertAll(p => (new GeoPoint(p.Latitude, p.Longitude), p.From));
    }

    internal static Placement Place(
        PlacementId id, Apiary apiary, DateOnly from, decimal latitude, decimal longitude, Datum datum, int colonies, string? plant,
        DateOnly? until = null, decimal? accuracyM = null, string? placeName = null, string? quarantineCertificate = null)
    {
        var point = GeoPoint.FromDatum(latitude, longitude, datum);
        return new Placement
        {
            Id = id,
            ApiaryId = apiary.Id,
            BeekeeperId = apiary.BeekeeperId,
            From = from,
            Until = until,
            Latitude = point.Latitude,
            Longitude = point.Longitude,
            EnteredLatitude = latitude,
            EnteredLongitude = longitude,
            EnteredDatum = datum,
            AccuracyM = accuracyM,
            Colonies = colonies,
            Plant = string.IsNullOrEmpty(plant) ? null : plant,
            PlaceName = placeName,
            QuarantineCertificate = quarantineCertificate,
        };
    }

    internal static CountyBox? BoxOf(County county) =>
        county is { LatitudeMin: { } south, LatitudeMax: { } north, LongitudeMin: { } west, LongitudeMax: { } east }
            ? new CountyBox(county.Code, county.Name, south, north, west, east)
            : null;

    internal static async Task RequirePlantAsync(BeeTraceDb db, string? plant, List<Refusal> refusals, CancellationToken cancel)
    {
        if (!string.IsNullOrEmpty(plant) && !await db.Plants.AnyAsync(p => p.LatinName == plant, cancel))
            refusals.Add(new Refusal(RegistryRefusal.PlantUnknown, nameof(RegisterApiary.Plant), plant));
    }

    /// <summary>Without the coordinates: more people read deeds than may know where bees stand, and the placement itself never changes.</summary>
    private static object Facts(Placement p) => new { p.From, datum = p.EnteredDatum.ToString(), p.Colonies, p.Plant };
}
