using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Registry;

/// <summary>A stay of an apiary, with its colonies: the newest count since it came, or what came.</summary>
/// <param name="Until">First day no longer there; null while it stands, or is only announced.</param>
public sealed record KeeperStay(
    PlacementId Id, DateOnly From, DateOnly? Until, decimal Latitude, decimal Longitude, string? PlaceName, int Colonies, string? Plant, Bilingual? PlantName);

/// <summary>An apiary as its beekeeper knows it.</summary>
/// <param name="Stays">Its last stays, the newest first; announced ones too.</param>
public sealed record KeeperApiary(
    ApiaryId Id, ApiaryCode Code, string Name, ApiaryKind Kind, BeeSpecies Species, RegistrationState State, DateOnly? ClosedOn, IReadOnlyList<KeeperStay> Stays)
{
    /// <summary>The stay that nobody has ended: where it stands, or is announced to stand. What a move or a leaving ends.</summary>
    public KeeperStay? Current => Stays is [{ Until: null } open, ..] ? open : null;

    /// <summary>Where it stands on a day.</summary>
    public KeeperStay? On(DateOnly day) => Stays.FirstOrDefault(stay => new PlacementPeriod(stay.From, stay.Until).Contains(day));

    /// <summary>Stays that begin after a day, the next first.</summary>
    public IEnumerable<KeeperStay> AnnouncedAfter(DateOnly day) => Stays.Where(stay => stay.From > day).Reverse();
}

/// <summary>An entry of the medicine log that holds, as no later one supersedes it.</summary>
public sealed record TreatmentRow(Treatment Treatment, bool IsCorrection)
{
    /// <summary>First day of harvest; null while the treatment goes on or where the withdrawal period is not known.</summary>
    public DateOnly? HarvestFrom =>
        new TreatmentPeriod(Treatment.Medicine, Treatment.StartedOn, Treatment.EndedOn, Treatment.WithdrawalDays).HarvestFrom;
}

/// <summary>The licence as it is carried.</summary>
public sealed record LicenceCard(Bilingual Name, string Number, BeekeeperKind Kind, Bilingual County, DateOnly IssuedOn, DateOnly ExpiresOn);

/// <summary>A picture in a list.</summary>
public sealed record PhotoRow(PhotoId Id, int Width, int Height, DateTimeOffset RecordedAt);

/// <summary>Reads what a beekeeper needs in the field: of their own apiaries only.</summary>
public sealed class KeeperQueries(Database database)
{
    /// <summary>House rule: where it stands, what is announced, and what was before; the whole history is in the own data.</summary>
    private const int LastStays = 5;

    /// <summary>The beekeeper's apiaries, those in use first.</summary>
    public async Task<IReadOnlyList<KeeperApiary>> ApiariesAsync(Actor actor, CancellationToken cancel = default) => await ReadAsync(actor, null, cancel);

    /// <returns>Null for a code that is none, not there, or somebody else's.</returns>
    public async Task<KeeperApiary?> ApiaryAsync(string? code, Actor actor, CancellationToken cancel = default) =>
        ApiaryCode.TryParse(code, out var parsed) ? (await ReadAsync(actor, parsed, cancel)).SingleOrDefault() : null;

    /// <summary>The newest stay of an own apiary, as it was entered; null where it never stood anywhere.</summary>
    public async Task<Placement?> NewestStayAsync(ApiaryId apiary, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return await work.Db.Placements.AsNoTracking().Where(p => p.ApiaryId == apiary && p.BeekeeperId == actor.Beekeeper)
            .OrderByDescending(p => p.From).FirstOrDefaultAsync(cancel);
    }

    /// <summary>The medicine log of an apiary, the newest treatment first.</summary>
    public async Task<IReadOnlyList<TreatmentRow>> TreatmentsAsync(ApiaryId apiary, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var entries = await db.Treatments.AsNoTracking()
            .Where(t => t.ApiaryId == apiary && t.BeekeeperId == actor.Beekeeper && !db.Treatments.Any(later => later.Supersedes == t.Id))
            .OrderByDescending(t => t.StartedOn).ThenByDescending(t => t.RecordedAt).ToListAsync(cancel);
        return entries.ConvertAll(t => new TreatmentRow(t, t.Supersedes is not null));
    }

    /// <returns>Null where the account belongs to no beekeeper.</returns>
    public async Task<LicenceCard?> LicenceAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return await (
            from b in work.Db.Beekeepers.AsNoTracking()
            where b.Id == actor.Beekeeper
            join c in work.Db.Counties on b.County equals c.Code
            select new LicenceCard(
                new Bilingual(b.NameZh, b.NameEn), b.LicenceNumber, b.Kind, new Bilingual(c.NameZh, c.NameEn), b.LicenceIssuedOn, b.LicenceExpiresOn))
            .SingleOrDefaultAsync(cancel);
    }

    public async Task<IReadOnlyList<PhotoRow>> PhotosAsync(ApiaryId apiary, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return await work.Db.Photos.AsNoTracking().Where(p => p.ApiaryId == apiary && p.BeekeeperId == actor.Beekeeper)
            .OrderByDescending(p => p.RecordedAt).Select(p => new PhotoRow(p.Id, p.Width, p.Height, p.RecordedAt)).ToListAsync(cancel);
    }

    /// <returns>The bytes of an own picture; null for any other.</returns>
    public async Task<byte[]?> PhotoAsync(PhotoId photo, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return await work.Db.Photos.AsNoTracking().Where(p => p.Id == photo && p.BeekeeperId == actor.Beekeeper).Select(p => p.Content).SingleOrDefaultAsync(cancel);
    }

    private async Task<List<KeeperApiary>> ReadAsync(Actor actor, ApiaryCode? code, CancellationToken cancel)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var apiaries = await db.Apiaries.AsNoTracking().Where(a => a.BeekeeperId == actor.Beekeeper && (code == null || a.Code == code))
            .OrderBy(a => a.Code).ToListAsync(cancel);
        var ids = apiaries.ConvertAll(a => a.Id);
        var stays = (await (
            from a in db.Apiaries
            where ids.Contains(a.Id)
            from p in db.Placements.Where(p => p.ApiaryId == a.Id).OrderByDescending(p => p.From).Take(LastStays)
            select p).AsNoTracking().ToListAsync(cancel)).OrderByDescending(p => p.From).ToLookup(p => p.ApiaryId);
        var counts = (await db.ColonyCounts.AsNoTracking().Where(c => ids.Contains(c.ApiaryId)).ToListAsync(cancel)).ToLookup(c => c.ApiaryId);
        var names = stays.SelectMany(g => g).Select(p => p.Plant).OfType<string>().ToList();
        var plants = await db.Plants.AsNoTracking().Where(p => names.Contains(p.LatinName)).ToDictionaryAsync(p => p.LatinName, p => p.Name, cancel);
        return
        [
            .. apiaries.OrderBy(a => a.DeregisteredOn is not null).Select(a => new KeeperApiary(
                a.Id, a.Code, a.Name, a.Kind, a.Species, a.State, a.DeregisteredOn, [.. stays[a.Id].Select(Stay)])),
        ];

        KeeperStay Stay(Placement p)
        {
            var counted = counts[p.ApiaryId].Where(c => c.On >= p.From && (p.Until is null || c.On < p.Until)).OrderByDescending(c => c.On).ThenByDescending(c => c.RecordedAt).FirstOrDefault();
            return new(p.Id, p.From, p.Until, p.Latitude, p.Longitude, p.PlaceName, counted?.Colonies ?? p.Colonies, p.Plant, p.Plant is null ? null : plants.GetValueOrDefault(p.Plant));
        }
    }
}
