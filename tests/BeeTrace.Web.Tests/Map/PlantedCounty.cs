using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Map;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using BeeTrace.Web.Map;
using BeeTrace.Web.Registry;
using BeeTrace.Web.Tests.Data;
using BeeTrace.Web.Tests.Http;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Tests.Map;

/// <summary>A running host with one apiary whose place nobody may learn but its beekeeper, and, with a deed, officers and the firm it supplies.</summary>
public sealed class PlantedCounty(DatabaseServer server) : IAsyncLifetime
{
    internal const string PlaceName = "黄泥坞石马背";

    private const decimal Latitude = 29.7654321m;

    private const decimal Longitude = 119.6543219m;

    public RunningHost Host { get; } = new(server);

    public World World => Host.World;

    internal PlantedPlace Place { get; private set; } = null!;

    internal ApiaryCode Apiary { get; private set; }

    internal LotCode Lot { get; private set; }

    internal CertificateNumber Certificate { get; private set; }

    internal SampleCode Sample { get; private set; }

    internal NoticeCode Notice { get; private set; }

    internal NectarSourceCode Nectar { get; private set; }

    internal Actor Owner { get; private set; } = null!;

    internal Actor OtherKeeper { get; private set; } = null!;

    internal Actor Supplied { get; private set; } = null!;

    internal Actor OtherFirm { get; private set; } = null!;

    /// <summary>Ids of everything that belongs to the apiary.</summary>
    internal Guid[] Ids { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        await Host.InitializeAsync();
        // The host goes by the real clock: what is told for the coming days must be to come for it as well.
        World.Clock.AdjustTime(TimeProvider.System.GetUtcNow());
        (Owner, OtherKeeper) = (await World.BeekeeperAsync(), await World.BeekeeperAsync());
        (Supplied, OtherFirm) = (await World.ExporterAsync(), await World.ExporterAsync());
        var (lat, lon) = new GeoPoint(Latitude, Longitude).ToDatum(Datum.Gcj02);
        Apiary = (await World.Get<ApiaryService>().RegisterAsync(
            ApiaryId.New(), World.AnApiary() with { From = World.Today.AddDays(-60), Latitude = lat, Longitude = lon, Datum = Datum.Gcj02 }, Owner)).ShouldBeDone();
        await World.ApiaryAtAsync(OtherKeeper, 30.05m, 119.3m);
        await ConfirmAsync();
        await NameAsync();
        await ConflictAsync();
        Place = await PlantedAsync();

        Lot = await World.LotAsync(Supplied, Apiary);
        await World.SupplyAsync(Owner, Supplied);
        await World.LotAsync(OtherFirm, await World.ApiaryAtAsync(await World.BeekeeperAsync(), 29.99m, 119.4m));
        Sample = await World.ApprovedSampleAsync(Lot);
        Certificate = await World.CertificateAsync(Sample);
        Nectar = await World.NectarSourceAsync("""{"type":"Point","coordinates":[119.63,29.79]}""");
        // Spraying and a disease near by, each told of a place some kilometres away: a notice has a place of its own.
        await World.NoticeAsync(World.ANotice() with { Area = "29.785, 119.64" });
        Notice = (await World.NoticeAsync(World.ANotice(NoticeKind.DiseaseAlert) with { Area = "29.7851, 119.6402", Contact = null })).Code;
        Ids = await World.SeeAsync(Actor.System, async db =>
        {
            var apiary = await db.Apiaries.SingleAsync(a => a.Code == Apiary);
            var placement = await db.Placements.SingleAsync(p => p.ApiaryId == apiary.Id);
            var notices = await db.Notices.Select(n => n.Id).ToListAsync();
            return new[] { apiary.Id.Value, apiary.BeekeeperId.Value, placement.Id.Value, Supplied.Firm!.Value.Value }.Concat(notices.Select(n => n.Value)).ToArray();
        });
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <summary>Everybody there is, by what the person may know.</summary>
    internal IEnumerable<(string Name, Actor Actor, bool MaySeeExactly, bool IsKilometreTooMuch)> Everybody()
    {
        yield return ("public", Actor.Public, false, true);
        yield return ("other beekeeper", OtherKeeper, false, true);
        yield return ("firm that is not supplied", OtherFirm, false, false);
        yield return ("firm that is supplied", Supplied, true, false);
        yield return ("sampler", World.Sampler, false, false);
        yield return ("analyst", World.Analyst, false, false);
        yield return ("reviewer", World.Reviewer, false, false);
        yield return ("signatory", World.Signatory, false, false);
        yield return ("county", World.County, true, false);
        yield return ("auditor", World.Auditor, true, false);
        yield return ("administrator", World.Admin, true, false);
    }

    private Task ConfirmAsync() =>
        World.ChangeAsync(db => db.Apiaries.ExecuteUpdateAsync(set => set.SetProperty(a => a.State, RegistrationState.Confirmed)));

    /// <summary>Two versions of a move, as a phone and the register have them: exact places too.</summary>
    private async Task ConflictAsync()
    {
        await using var work = await World.Get<Database>().OpenAsync(Owner);
        work.Db.FieldEntries.Add(new FieldEntry
        {
            Id = FieldEntryId.New(), AccountId = Owner.Account, BeekeeperId = Owner.Beekeeper!.Value, Kind = "move", Sha256 = new byte[32], State = FieldEntryState.InConflict,
            Subject = Apiary.ToString(), Versions = $$"""{"place":"{{Degrees.Pair(Latitude, Longitude, 5)}}"}""", ReceivedAt = World.Clock.GetUtcNow(),
        });
        (await work.CommitAsync()).ShouldBeDone();
    }

    /// <summary>The name that the beekeeper gave the place; forms do not ask for it yet.</summary>
    private async Task NameAsync()
    {
        await using var owner = await AppSession.OpenAsync(World.Store.SuperuserConnectionString, null);
        await owner.TellAsync("alter table registry.placements disable trigger user");
        (await owner.TellAsync("update registry.placements p set place_name = $1 from registry.apiaries a where a.id = p.apiary_id and a.code = $2", PlaceName, Apiary.ToString())).ShouldBe(1);
        await owner.TellAsync("alter table registry.placements enable trigger user");
        await owner.CommitAsync();
    }

    private async Task<PlantedPlace> PlantedAsync()
    {
        await using var everything = await AppSession.OpenAsync(World.Store.SuperuserConnectionString, null);
        async Task<(double, double)> CentreAsync(int size) => (
            (double)(await everything.AskAsync("select st_y(st_transform(registry.cell_centre($1, $2, $3), 4326))", (double)Latitude, (double)Longitude, size))!,
            (double)(await everything.AskAsync("select st_x(st_transform(registry.cell_centre($1, $2, $3), 4326))", (double)Latitude, (double)Longitude, size))!);
        foreach (var (size, least) in new[] { (5000, 700.0), (1000, 250.0) })
        {
            var (lat, lon) = await CentreAsync(size);
            PlantedPlace.Away(lat, lon, (double)Latitude, (double)Longitude).ShouldBeGreaterThan(least, $"the planted place is too near the middle of its cell of {size} m to tell them apart");
        }

        return new PlantedPlace(Latitude, Longitude, PlaceName, await CentreAsync(1000));
    }
}
