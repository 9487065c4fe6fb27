using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using BeeTrace.Web.Registry;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Tests;

public sealed partial class World
{
    /// <summary>Tonglu, the county of every person and firm here.</summary>
    public const string CountyCode = "330122";

    /// <summary>A plant of the list whose honey may hold at most 5 g sucrose in 100 g (GB 14963-2011).</summary>
    public const string Rape = "Brassica napus";

    /// <summary>A plant of the list whose honey may hold up to 10 g sucrose in 100 g (GB 14963-2011).</summary>
    public const string Citrus = "Citrus spp.";

    private int _people;

    /// <summary>A registered beekeeper, ready to act.</summary>
    public async Task<Actor> BeekeeperAsync() => Person(
        Role.Beekeeper, beekeeper: await RegisterBeekeeperAsync(Get<Database>(), Interlocked.Increment(ref _people), Today.AddYears(-1)));

    /// <summary>A row of the register, as the county's import makes it.</summary>
    internal static async Task<BeekeeperId> RegisterBeekeeperAsync(Database database, int number, DateOnly since)
    {
        var id = BeekeeperId.New();
        await using var work = await database.OpenAsync(Actor.System);
        work.Db.Beekeepers.Add(new Beekeeper
        {
            Id = id,
            LicenceNumber = $"{CountyCode}-{number:0000}",
            NameZh = $"试验养蜂人{number}",
            NameEn = $"Beekeeper {number}",
            Kind = BeekeeperKind.Individual,
            County = CountyCode,
            LicenceIssuedOn = since,
            LicenceExpiresOn = new Licence("", since).Expires,
            State = RegistrationState.Confirmed,
        });
        (await work.CommitAsync()).ShouldBeDone();
        return id;
    }

    /// <summary>A registered firm, with somebody ready to act for it.</summary>
    public async Task<Actor> ExporterAsync()
    {
        var number = Interlocked.Increment(ref _people);
        var id = FirmId.New();
        var code = $"91{CountyCode}MA9T{number:00000}";
        await using var work = await Get<Database>().OpenAsync(Actor.System);
        work.Db.Firms.Add(new Firm
        {
            Id = id,
            CreditCode = code + UnifiedSocialCreditCode.CheckOf(code),
            NameZh = $"试验企业{number}",
            NameEn = $"Firm {number}",
            Kind = FirmKind.Processing,
            County = CountyCode,
        });
        (await work.CommitAsync()).ShouldBeDone();
        return Person(Role.Exporter, firm: id);
    }

    /// <summary>An apiary that stands in the county since <paramref name="since"/>, by default since the beginning of March.</summary>
    public async Task<ApiaryCode> ApiaryAsync(Actor beekeeper, DateOnly? since = null) =>
        (await Get<ApiaryService>().RegisterAsync(ApiaryId.New(), AnApiary() with { From = since ?? new DateOnly(Today.Year, 3, 1) }, beekeeper)).Value;

    /// <summary>A registration with nothing wrong in it.</summary>
    public RegisterApiary AnApiary() => new(
        "溪边蜂场", BeeSpecies.Mellifera, ApiaryKind.Fixed, Colonies: 60, Latitude: 29.8m, Longitude: 119.7m, Datum.Wgs84,
        From: new DateOnly(Today.Year, 3, 1), Plant: Rape);

    /// <summary>The county joins a beekeeper to a filed base of a firm, which from then on knows where its supplier's bees stand.</summary>
    public async Task SupplyAsync(Actor beekeeper, Actor firm)
    {
        var (credit, licence) = await SeeAsync(Actor.System, async db => (
            await db.Firms.Where(f => f.Id == firm.Firm).Select(f => f.CreditCode).SingleAsync(),
            await db.Beekeepers.Where(b => b.Id == beekeeper.Beekeeper).Select(b => b.LicenceNumber).SingleAsync()));
        var number = $"B{Interlocked.Increment(ref _people)}";
        var file = new RecordFiling(BaseFilingId.New(), number, "试验基地", CountyCode, new DateOnly(Today.Year, 1, 1));
        (await Get<FirmService>().FileBaseAsync(credit, file, County)).ShouldBeDone();
        (await Get<FirmService>().JoinAsync(number, licence, file.From, County)).IsDone.ShouldBeTrue();
    }
}
