using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using BeeTrace.Web.Registry;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Tests;

public sealed partial class World
{
    /// <summary>An apiary of <paramref name="beekeeper"/> that the county has confirmed, standing here since the beginning of March.</summary>
    public async Task<ApiaryCode> StandingAsync(Actor beekeeper, decimal latitude, decimal longitude, int colonies = 60, BeeSpecies species = BeeSpecies.Mellifera)
    {
        var register = AnApiary() with { Latitude = latitude, Longitude = longitude, Colonies = colonies, Species = species, IsOutsideCountyConfirmed = true };
        var code = (await Get<ApiaryService>().RegisterAsync(ApiaryId.New(), register, beekeeper)).ShouldBeDone();
        await ChangeAsync(db => db.Apiaries.Where(a => a.Code == code).ExecuteUpdateAsync(set => set.SetProperty(a => a.State, RegistrationState.Confirmed)));
        return code;
    }

    /// <summary>Moves an apiary of <paramref name="beekeeper"/> today.</summary>
    public async Task MoveAsync(ApiaryCode code, Actor beekeeper, decimal latitude, decimal longitude, int colonies = 60) =>
        (await Get<ApiaryService>().MoveAsync(
            new MoveApiary(PlacementId.New(), code, Today, latitude, longitude, Datum.Wgs84, colonies, Rape, IsOutsideCountyConfirmed: true), beekeeper)).ShouldBeDone();

    /// <summary>A place where a plant grows.</summary>
    public async Task<NectarSourceCode> NectarSourceAsync(
        string geojson, string plant = Rape, decimal? areaMu = 300, string from = "03-01", string to = "04-10")
    {
        var code = NectarSourceCode.Create(CountyCode, Interlocked.Increment(ref _sources));
        await ChangeAsync(db =>
        {
            db.NectarSources.Add(new NectarSource
            {
                Id = NectarSourceId.New(), Code = code, Plant = plant, Name = "试验花地", County = CountyCode, Geojson = geojson, EnteredGeojson = geojson,
                EnteredDatum = Datum.Wgs84, AreaMu = areaMu, BloomFrom = from, BloomTo = to, RegisteredBy = Actor.System.Account, RegisteredOn = Today,
            });
            return Task.CompletedTask;
        });
        return code;
    }

    /// <summary>What the system itself writes, in one transaction.</summary>
    public async Task ChangeAsync(Func<BeeTraceDb, Task> change)
    {
        await using var work = await Get<Database>().OpenAsync(Actor.System);
        await change(work.Db);
        (await work.CommitAsync()).ShouldBeDone();
    }

    private int _sources;
}
