using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Registry;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Tests.Registry;

public sealed class RegisterSearchTests(World world) : IClassFixture<World>
{
    private RegisterSearch Search => world.Get<RegisterSearch>();

    [Theory]
    [InlineData("渡口")]
    [InlineData("鹭鸶渡")]
    [InlineData("鸶")]
    [InlineData("鹭鸶渡口蜂场")]
    public async Task An_apiary_is_found_by_any_part_of_its_name(string part)
    {
        var code = await RegisterAsync("鹭鸶渡口蜂场");

        (await CodesAsync(new(part))).ShouldContain(code);
        (await CodesAsync(new("渡鹭"))).ShouldNotContain(code, "its characters in another order are another name");
    }

    [Fact]
    public async Task An_apiary_is_found_by_its_code_and_by_its_beekeepers_name_licence_and_phone()
    {
        var form = world.ABeekeeper() with { NameZh = "鄷鄨鄩", NameEn = "Zuberbuehler Xaver" };
        var licence = await world.RegisteredAsync(form);
        var code = await RegisterAsync("无名小场", await KeeperAsync(licence));

        foreach (var text in new[] { code, code[..12], code.ToLowerInvariant(), "鄷鄨", "zuberb", "xAVER", licence, form.Phone!, form.Phone!.Replace("-", " ", StringComparison.Ordinal) })
            (await CodesAsync(new(text))).ShouldBe(text == code[..12] ? await CodesAsync(new(text)) : [code], text);
        (await CodesAsync(new(code[..12]))).ShouldContain(code);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\\")]
    [InlineData("' or true --")]
    [InlineData("\"")]
    public async Task Signs_of_the_query_language_are_only_text(string text)
    {
        await RegisterAsync("普通蜂场");
        (await Search.ApiariesAsync(new(text), world.County)).Rows.ShouldBeEmpty();
        (await Search.BeekeepersAsync(new(text), world.County)).Rows.ShouldBeEmpty();
        (await Search.ApiariesAsync(new(County: text, Plant: text), world.County)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_order_lists_the_same_apiaries_that_stand_somewhere()
    {
        await RegisterAsync("甲场");
        await RegisterAsync("乙场");
        var all = (await CodesAsync(new())).Order().ToList();

        foreach (var order in Enum.GetValues<ApiaryOrder>())
            (await CodesAsync(new(Order: order))).Order().SequenceEqual(all).ShouldBeTrue(order.ToString());
    }

    [Fact]
    public async Task Filters_hold_together()
    {
        var cerana = await RegisterAsync("中蜂冬场", apiary: a => a with { Species = BeeSpecies.Cerana, Kind = ApiaryKind.Wintering, Plant = World.Citrus });
        var filter = new ApiaryFilter("冬场", World.CountyCode, RegistrationState.Waiting, BeeSpecies.Cerana, ApiaryKind.Wintering, World.Citrus);

        (await CodesAsync(filter)).ShouldBe([cerana]);
        (await CodesAsync(filter with { Species = BeeSpecies.Mellifera })).ShouldBeEmpty();
        (await CodesAsync(filter with { Plant = World.Rape })).ShouldBeEmpty();
        (await CodesAsync(filter with { State = RegistrationState.Confirmed })).ShouldBeEmpty();
        (await CodesAsync(filter with { County = "999999" })).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_but_officers_finds_anything_and_no_place_is_exact()
    {
        var code = await RegisterAsync("隐私蜂场", apiary: a => a with { Latitude = 29.812345m, Longitude = 119.712345m });

        var row = (await Search.ApiariesAsync(new("隐私蜂场"), world.Auditor)).Rows.ShouldHaveSingleItem();
        row.Code.ShouldBe(code);
        Math.Abs(row.Latitude!.Value - 29.812345m).ShouldBeGreaterThan(0.000001m);
        (row.Latitude, row.Longitude).ShouldNotBe((29.812345m, 119.712345m));
        foreach (var role in new[] { Role.Analyst, Role.Sampler, Role.Exporter, Role.Beekeeper, Role.Public })
        {
            (await Search.ApiariesAsync(new("隐私蜂场"), World.Person(role))).Rows.ShouldBeEmpty(role.ToString());
            (await Search.BeekeepersAsync(new(), World.Person(role))).Rows.ShouldBeEmpty(role.ToString());
        }
    }

    [Fact]
    public async Task Exact_places_leave_a_deed_and_reading_a_list_leaves_none()
    {
        var code = await RegisterAsync("精确蜂场");
        await Search.ApiariesAsync(new("精确蜂场"), world.County);
        (await world.DeedsOfAsync(code)).ShouldNotContain(d => d.Deed == DeedCode.LocationRead);

        (await world.Get<OfficeQueries>().ExactPlacesAsync([code], world.County)).ShouldBeDone().ShouldHaveSingleItem().Latitude.ShouldBe(29.8m);

        (await world.DeedsOfAsync(code)).ShouldContain(d => d.Deed == DeedCode.LocationRead && d.ActorId == world.County.Account);
    }

    [Fact]
    public async Task Licences_that_end_are_counted_and_listed_for_the_reminders()
    {
        async Task<string> EndingInAsync(int days) => await world.RegisteredAsync(world.ABeekeeper() with { LicenceIssuedOn = world.Today.AddDays(days).AddYears(-3) });
        var before = await Search.LicencesDueAsync(world.County);
        var (ended, soon, later, far) = (await EndingInAsync(-1), await EndingInAsync(30), await EndingInAsync(90), await EndingInAsync(91));

        var due = await Search.LicencesDueAsync(world.County);
        (due.Within90 - before.Within90, due.Within30 - before.Within30, due.Ended - before.Ended).ShouldBe((2, 1, 1));
        async Task<List<string>> ListAsync(LicenceStanding standing) => [.. (await Search.BeekeepersAsync(new(Licence: standing, Order: BeekeeperOrder.Expiry), world.County)).Rows.Select(r => r.LicenceNumber)];
        (await ListAsync(LicenceStanding.Ended)).ShouldContain(ended);
        (await ListAsync(LicenceStanding.Within30)).ShouldContain(soon);
        var within90 = await ListAsync(LicenceStanding.Within90);
        within90.IndexOf(soon).ShouldBeInRange(0, within90.IndexOf(later) - 1);
        within90.ShouldNotContain(far);
        (await Search.LicencesDueAsync(World.Person(Role.Exporter))).ShouldBe(new LicencesDue(0, 0, 0));
    }

    private async Task<Actor> KeeperAsync(string licence) => World.Person(
        Role.Beekeeper, beekeeper: await world.SeeAsync(world.County, db => db.Beekeepers.Where(b => b.LicenceNumber == licence).Select(b => b.Id).SingleAsync()));

    private async Task<string> RegisterAsync(string name, Actor? keeper = null, Func<RegisterApiary, RegisterApiary>? apiary = null)
    {
        var form = world.AnApiary() with { Name = name };
        return (await world.Get<ApiaryService>().RegisterAsync(ApiaryId.New(), apiary?.Invoke(form) ?? form, keeper ?? await world.BeekeeperAsync())).ShouldBeDone().ToString();
    }

    private async Task<List<string>> CodesAsync(ApiaryFilter filter) => [.. (await Search.ApiariesAsync(filter, world.County)).Rows.Select(r => r.Code)];
}
