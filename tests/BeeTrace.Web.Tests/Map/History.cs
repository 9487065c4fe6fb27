using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Registry;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Tests.Map;

/// <summary>A county in which anything happens in any order, from a seed: whoever repeats it gets the same.</summary>
internal sealed class History(World world, Random random)
{
    private readonly List<Actor> _beekeepers = [];
    private readonly List<(ApiaryCode Code, Actor Beekeeper)> _apiaries = [];
    private readonly HashSet<string> _kinds = [];

    public static IReadOnlyList<string> AllKinds { get; } =
        ["announce", "close", "confirm", "confirm beekeeper", "count", "fold", "leave", "move", "refuse", "register", "wait a day"];

    /// <summary>What has happened so far.</summary>
    public IReadOnlyList<string> Kinds => [.. _kinds.Order(StringComparer.Ordinal)];

    public async Task StepAsync()
    {
        if (_beekeepers.Count < 3)
            _beekeepers.Add(await world.BeekeeperAsync());
        // Early registrations first; what cannot happen to this apiary now simply does not.
        var kind = _apiaries.Count < 4 ? "register" : AllKinds[random.Next(AllKinds.Count)];
        if (await DoAsync(kind))
            _kinds.Add(kind);
    }

    public static Placement Stay(Apiary apiary, DateOnly from, DateOnly? until, decimal latitude, decimal longitude, int colonies) =>
        ApiaryService.Place(PlacementId.New(), apiary, from, latitude, longitude, Datum.Wgs84, colonies, null, until);

    public static ColonyCount Count(Apiary apiary, DateOnly on, int colonies, DateTimeOffset at) => new()
    {
        Id = ColonyCountId.New(), ApiaryId = apiary.Id, BeekeeperId = apiary.BeekeeperId, On = on, Colonies = colonies,
        Source = CountSource.Beekeeper, RecordedBy = Actor.System.Account, RecordedAt = at,
    };

    private async Task<bool> DoAsync(string kind)
    {
        switch (kind)
        {
            case "register":
                var owner = Any(_beekeepers);
                var (latitude, longitude) = Place();
                var register = world.AnApiary() with
                {
                    Latitude = latitude, Longitude = longitude, Colonies = random.Next(1, 300), From = world.Today.AddDays(-random.Next(0, 40)), IsOutsideCountyConfirmed = true,
                };
                _apiaries.Add(((await world.Get<ApiaryService>().RegisterAsync(ApiaryId.New(), register, owner)).ShouldBeDone(), owner));
                return true;
            case "wait a day":
                world.Clock.Advance(TimeSpan.FromDays(1));
                await using (var morning = await world.Get<BeeTrace.Web.Data.Database>().OpenAsync(Actor.System))
                {
                    await morning.Db.Database.ExecuteSqlAsync($"select registry.settle_day()");
                    (await morning.CommitAsync()).ShouldBeDone();
                }

                return true;
            case "fold":
                await world.ChangeAsync(db => db.Database.ExecuteSqlAsync($"select registry.fold_grid()"));
                return true;
            case "confirm beekeeper":
                var keeper = Any(_beekeepers).Beekeeper;
                await world.ChangeAsync(async db =>
                {
                    var row = await db.Beekeepers.SingleAsync(b => b.Id == keeper);
                    row.State = row.State == RegistrationState.Confirmed ? RegistrationState.Waiting : RegistrationState.Confirmed;
                });
                return true;
            default:
                var happened = false;
                await world.ChangeAsync(async db =>
                {
                    var code = Any(_apiaries).Code;
                    var apiary = await db.Apiaries.SingleAsync(a => a.Code == code);
                    var open = await db.Placements.SingleOrDefaultAsync(p => p.ApiaryId == apiary.Id && p.Until == null);
                    happened = Happen(kind, apiary, open, db);
                    if (kind is "move" or "announce" && happened)
                    {
                        // The old stay must end in the database before the new one begins.
                        await db.SaveChangesAsync();
                        var (north, east) = Place();
                        db.Placements.Add(Stay(apiary, open!.Until!.Value, null, north, east, random.Next(1, 300)));
                    }
                });
                return happened;
        }
    }

    private bool Happen(string kind, Apiary apiary, Placement? open, BeeTrace.Web.Data.BeeTraceDb db)
    {
        switch (kind)
        {
            case "confirm":
                apiary.State = RegistrationState.Confirmed;
                return true;
            case "refuse" when random.Next(3) == 0:
                apiary.State = RegistrationState.Refused;
                return true;
            case "close" when random.Next(2) == 0:
                apiary.DeregisteredOn = world.Today.AddDays(random.Next(0, 4));
                return true;
            case "count":
                db.ColonyCounts.Add(Count(apiary, world.Today.AddDays(random.Next(-30, 3)), random.Next(1, 300), world.Clock.GetUtcNow().AddSeconds(random.Next(1000))));
                return true;
            case "move" when open is not null && open.From < world.Today:
                open.Until = world.Today;
                return true;
            case "announce" when open is not null && open.From <= world.Today:
                open.Until = world.Today.AddDays(random.Next(1, 5));
                return true;
            case "leave" when open is not null:
                open.Until = (open.From > world.Today ? open.From : world.Today).AddDays(random.Next(1, 4));
                return true;
            default:
                return false;
        }
    }

    /// <summary>Often the same few places, sometimes anywhere in the country.</summary>
    private (decimal Latitude, decimal Longitude) Place() => random.Next(3) == 0
        ? (Math.Round(20 + (decimal)random.NextDouble() * 28, 6), Math.Round(80 + (decimal)random.NextDouble() * 45, 6))
        : (29.80m + random.Next(4) * 0.03m, 119.60m + random.Next(4) * 0.03m);

    private T Any<T>(List<T> of) => of[random.Next(of.Count)];
}
