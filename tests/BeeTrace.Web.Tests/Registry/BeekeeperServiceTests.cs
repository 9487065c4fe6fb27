using System.Text;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using BeeTrace.Web.Registry;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Tests.Registry;

public sealed class BeekeeperServiceTests(World world) : IClassFixture<World>
{
    private const string Number = "11010519491231002X";

    private BeekeeperService Service => world.Get<BeekeeperService>();

    [Fact]
    public async Task An_empty_form_is_told_everything_at_once_field_by_field()
    {
        var empty = new RegisterBeekeeper(null, null, null, null, null, null, null, null);

        var outcome = await Service.RegisterAsync(BeekeeperId.New(), empty, world.County);

        outcome.Refusals.Select(r => r.Field).ShouldBe(["LicenceNumber", "Kind", "County", "LicenceIssuedOn", "NameZh"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_beekeeper_is_registered_with_a_licence_of_three_years_and_both_deeds()
    {
        var form = world.ABeekeeper() with { LicenceIssuedOn = new DateOnly(2024, 2, 29) };

        var done = (await Service.RegisterAsync(BeekeeperId.New(), form, world.County)).ShouldBeDone();

        done.Warning.ShouldBeNull();
        var kept = await BeekeeperAsync(form.LicenceNumber!);
        kept.LicenceExpiresOn.ShouldBe(new DateOnly(2027, 2, 28));
        kept.State.ShouldBe(RegistrationState.Confirmed);
        (await world.DeedsOfAsync(form.LicenceNumber!)).Select(d => d.Deed).ShouldBe([DeedCode.BeekeeperRegistered, DeedCode.LicenceIssued], ignoreOrder: true);
    }

    [Fact]
    public async Task A_second_click_finds_the_first_and_another_form_does_not_take_the_number()
    {
        var (id, form) = (BeekeeperId.New(), world.ABeekeeper());
        (await Service.RegisterAsync(id, form, world.County)).ShouldBeDone();

        (await Service.RegisterAsync(id, form, world.County)).ShouldBeDone().LicenceNumber.ShouldBe(form.LicenceNumber);
        (await Service.RegisterAsync(BeekeeperId.New(), form, world.County)).ShouldBeRefused(RegistryRefusal.LicenceTaken).Field.ShouldBe("LicenceNumber");
    }

    [Theory]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Beekeeper)]
    [InlineData(Role.Exporter)]
    [InlineData(Role.Analyst)]
    public async Task Nobody_but_the_county_registers(Role role) =>
        (await Service.RegisterAsync(BeekeeperId.New(), world.ABeekeeper(), World.Person(role))).ShouldBeRefused(AccessRefusal.NotYourRole);

    [Fact]
    public async Task A_licence_from_the_future_is_refused() =>
        (await Service.RegisterAsync(BeekeeperId.New(), world.ABeekeeper() with { LicenceIssuedOn = world.Today.AddDays(1) }, world.County))
            .ShouldBeRefused(OfficeRefusal.LicenceFromFuture);

    [Fact]
    public async Task An_identity_number_lies_sealed_in_the_database_and_is_shown_masked()
    {
        var licence = await world.RegisteredAsync(world.ABeekeeper() with { IdentityNumber = "１１０１０５ 19491231 002x" });

        var kept = await BeekeeperAsync(licence);
        Encoding.ASCII.GetString(kept.IdentityNumberSealed!).ShouldNotContain("1949");
        (await world.Get<OfficeQueries>().FindBeekeeperAsync(licence, world.Auditor))!.IdentityMasked.ShouldBe("1101**********002X");
        (await world.DeedsOfAsync(licence)).ShouldAllBe(d => !((d.New ?? "") + d.Old + d.Why).Contains("1949", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sealed_number_moved_to_another_beekeeper_does_not_open()
    {
        var owner = await BeekeeperAsync(await world.RegisteredAsync(world.ABeekeeper() with { IdentityNumber = Number }));

        world.Get<IdentityVault>().Open(BeekeeperId.New(), owner.IdentityNumberSealed, world.Today).ShouldBeRefused(OfficeRefusal.IdentityKeyWrong);
    }

    [Fact]
    public async Task Reading_it_in_full_asks_for_a_reason_and_leaves_a_deed_without_the_number()
    {
        var licence = await world.RegisteredAsync(world.ABeekeeper() with { IdentityNumber = Number });

        (await Service.ReadIdentityNumberAsync(licence, " ", world.County)).ShouldBeRefused(OfficeRefusal.ReasonMissing);
        (await Service.ReadIdentityNumberAsync(licence, "补证核对", world.Auditor)).ShouldBeRefused(AccessRefusal.NotYourRole);
        (await Service.ReadIdentityNumberAsync(licence, "补证核对", world.County)).ShouldBeDone().Text.ShouldBe(Number);

        var deed = (await world.DeedsOfAsync(licence)).Where(d => d.Deed == DeedCode.IdentityNumberRead).ShouldHaveSingleItem();
        (deed.Why, deed.Old, deed.New).ShouldBe(("补证核对", null, null));
    }

    [Fact]
    public async Task A_change_is_recorded_and_a_form_from_before_it_is_refused()
    {
        var licence = await world.RegisteredAsync();
        var version = (await world.Get<OfficeQueries>().FindBeekeeperAsync(licence, world.County))!.Version;
        var change = new ChangeBeekeeper(licence, version, "改名蜂农", "", "0571-5550 0199", null, null, ShowsName: true);

        (await Service.ChangeAsync(change, world.County)).ShouldBeDone();
        (await Service.ChangeAsync(change, world.Admin)).ShouldBeRefused(AccessRefusal.ChangedMeanwhile);

        var kept = await BeekeeperAsync(licence);
        (kept.NameZh, kept.NameEn, kept.Phone, kept.Address, kept.ShowsName).ShouldBe(("改名蜂农", "改名蜂农", "0571-5550 0199", null, true));
        (await world.DeedsOfAsync(licence)).Where(d => d.Deed == DeedCode.BeekeeperChanged).ShouldHaveSingleItem().New!.ShouldContain("改名蜂农");
    }

    [Fact]
    public async Task A_renewal_begins_three_years_anew_and_must_be_later()
    {
        var licence = await world.RegisteredAsync();

        (await Service.RenewAsync(licence, world.Today.AddYears(-1), world.County)).ShouldBeRefused(OfficeRefusal.RenewalNotLater);
        (await Service.RenewAsync(licence, world.Today, world.County)).ShouldBeDone();

        (await BeekeeperAsync(licence)).LicenceExpiresOn.ShouldBe(world.Today.AddYears(3));
    }

    private Task<Beekeeper> BeekeeperAsync(string licence) => world.SeeAsync(world.Auditor, db => db.Beekeepers.AsNoTracking().SingleAsync(b => b.LicenceNumber == licence));
}
