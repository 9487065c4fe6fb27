using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Core.Trace;
using BeeTrace.Web.Data;
using BeeTrace.Web.Registry;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Trace;

/// <summary>Everything that the register holds about one beekeeper, in the words of the database.</summary>
public sealed record OwnData(
    DateTimeOffset At, object Beekeeper, IReadOnlyList<Apiary> Apiaries, IReadOnlyList<Placement> Placements,
    IReadOnlyList<PlacementCorrection> PlacementCorrections, IReadOnlyList<ColonyCount> ColonyCounts,
    IReadOnlyList<Treatment> Treatments, IReadOnlyList<Inspection> Inspections, IReadOnlyList<DiseaseReport> DiseaseReports, IReadOnlyList<Harvest> Harvests,
    IReadOnlyList<Lot> Lots, IReadOnlyList<object> Photos, IReadOnlyList<object> Entries, IReadOnlyList<object> Deeds);

/// <summary>Hands beekeepers their own data in full.</summary>
public sealed class OwnDataService(Database database)
{
    /// <summary>
    /// A beekeeper asks for all data about themselves. Refused: everybody else, and an account without a beekeeper. The identity
    /// number is told as kept or not, as it is sealed. Pictures are listed and fetched one by one. Recorded: that it was asked.
    /// </summary>
    public async Task<Outcome<OwnData>> ExportAsync(Actor actor, CancellationToken cancel = default)
    {
        if (actor is not { Role: Role.Beekeeper, Beekeeper: { } beekeeper })
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());

        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var own = await db.Beekeepers.AsNoTracking().SingleAsync(b => b.Id == beekeeper, cancel);
        var data = new OwnData(
            work.Now,
            new
            {
                own.LicenceNumber, own.NameZh, own.NameEn, own.Kind, own.Phone, own.Address, own.County, own.LicenceIssuedOn, own.LicenceExpiresOn, own.State,
                own.ShowsName, identityNumberIsKept = own.IdentityNumberSealed is not null,
            },
            await db.Apiaries.AsNoTracking().Where(x => x.BeekeeperId == beekeeper).OrderBy(x => x.Code).ToListAsync(cancel),
            await db.Placements.AsNoTracking().Where(x => x.BeekeeperId == beekeeper).OrderBy(x => x.From).ToListAsync(cancel),
            await db.PlacementCorrections.AsNoTracking().Where(x => x.BeekeeperId == beekeeper).OrderBy(x => x.CorrectedAt).ToListAsync(cancel),
            await db.ColonyCounts.AsNoTracking().Where(x => x.BeekeeperId == beekeeper).OrderBy(x => x.On).ToListAsync(cancel),
            await db.Treatments.AsNoTracking().Where(x => x.BeekeeperId == beekeeper).OrderBy(x => x.RecordedAt).ToListAsync(cancel),
            await db.Inspections.AsNoTracking().Where(x => x.BeekeeperId == beekeeper).OrderBy(x => x.On).ToListAsync(cancel),
            await db.DiseaseReports.AsNoTracking().Where(x => x.BeekeeperId == beekeeper).OrderBy(x => x.RecordedAt).ToListAsync(cancel),
            await db.Harvests.AsNoTracking().Where(x => x.BeekeeperId == beekeeper).OrderBy(x => x.RecordedAt).ToListAsync(cancel),
            await db.Lots.AsNoTracking().Where(x => x.BeekeeperId == beekeeper).OrderBy(x => x.RecordedAt).ToListAsync(cancel),
            await db.Photos.AsNoTracking().Where(x => x.BeekeeperId == beekeeper).OrderBy(x => x.RecordedAt)
                .Select(x => (object)new { x.Id, x.ApiaryId, x.ContentType, x.Width, x.Height, x.RecordedAt }).ToListAsync(cancel),
            await db.FieldEntries.AsNoTracking().Where(x => x.BeekeeperId == beekeeper).OrderBy(x => x.ReceivedAt)
                .Select(x => (object)new { x.Id, x.Kind, x.State, x.Subject, x.Versions, x.ReceivedAt }).ToListAsync(cancel),
            await db.Deeds.AsNoTracking().Where(x => x.ActorId == actor.Account).OrderBy(x => x.At)
                .Select(x => (object)new { x.At, x.Deed, x.Subject, x.Old, x.New, x.Why }).ToListAsync(cancel));
        work.Record(DeedCode.TableExported, "own-data", @new: new { format = "json" });
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? data : Outcome<OwnData>.Refused(committed.Refusals);
    }
}
