using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Registry;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Tests.Registry;

public sealed class StewardServiceTests(World world) : IClassFixture<World>
{
    private StewardService Service => world.Get<StewardService>();

    [Fact]
    public async Task A_confirmed_apiary_begins_to_count()
    {
        var code = await world.ApiaryAsync(await world.BeekeeperAsync());
        (await CountsAsync(code)).ShouldBe(false);

        (await Service.ConfirmAsync(code, world.County)).ShouldBeDone();

        (await CountsAsync(code)).ShouldBe(true);
        (await world.DeedsOfAsync(code.ToString())).ShouldContain(d => d.Deed == DeedCode.RegistrationConfirmed);
    }

    [Fact]
    public async Task Of_two_officers_on_one_entry_the_second_is_told_that_it_changed()
    {
        var code = await world.ApiaryAsync(await world.BeekeeperAsync());

        var both = await Task.WhenAll(Service.ConfirmAsync(code, world.County), Service.RefuseAsync(code, "不在本县", World.Person(Role.County)));

        both.Count(o => o.IsDone).ShouldBe(1);
        both.Single(o => !o.IsDone).ShouldBeRefused(AccessRefusal.ChangedMeanwhile);
    }

    [Fact]
    public async Task A_refusal_needs_a_reason_and_takes_the_apiary_off_the_map()
    {
        var code = await world.ApiaryAsync(await world.BeekeeperAsync());

        (await Service.RefuseAsync(code, "", world.County)).ShouldBeRefused(OfficeRefusal.ReasonMissing);
        (await Service.RefuseAsync(code, "重复登记", world.County)).ShouldBeDone();

        (await CountsAsync(code)).ShouldBeNull();
        (await world.DeedsOfAsync(code.ToString())).Single(d => d.Deed == DeedCode.RegistrationRefused).Why.ShouldBe("重复登记");
    }

    [Fact]
    public async Task A_merged_apiary_points_on_and_stands_nowhere_itself()
    {
        var beekeeper = await world.BeekeeperAsync();
        var (first, second) = (await world.ApiaryAsync(beekeeper), await world.ApiaryAsync(beekeeper));
        (await Service.MergeAsync(second, first, "同一蜂场", world.County)).ShouldBeRefused(OfficeRefusal.MergeIntoUnsound);
        (await Service.ConfirmAsync(first, world.County)).ShouldBeDone();

        (await Service.MergeAsync(second, second, "同一蜂场", world.County)).ShouldBeRefused(OfficeRefusal.MergeIntoItself);
        (await Service.MergeAsync(second, first, "同一蜂场", world.County)).ShouldBeDone();

        (await CountsAsync(second)).ShouldBeNull();
        var file = await world.Get<OfficeQueries>().FindApiaryAsync(second, world.County);
        (file!.Apiary.State, file.Apiary.MergedInto).ShouldBe((RegistrationState.Merged, first.ToString()));
    }

    [Fact]
    public async Task Two_apiaries_of_one_person_within_200_metres_resemble_each_other_and_others_do_not()
    {
        var beekeeper = await world.BeekeeperAsync();
        var here = world.AnApiary();
        var first = await RegisterAsync(here with { Name = "甲乙丙" }, beekeeper);
        // 0.0017 degrees of latitude are 188 m, 0.0019 are 210 m.
        var near = await RegisterAsync(here with { Name = "丁戊己", Latitude = here.Latitude + 0.0017m }, beekeeper);
        var far = await RegisterAsync(here with { Name = "庚辛壬", Latitude = here.Latitude - 0.0019m }, beekeeper);
        await RegisterAsync(here, await world.BeekeeperAsync());

        (await LikeAsync(first)).ShouldBe([(near.ToString(), LikenessReason.Within200Metres)]);
        (await LikeAsync(far)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_with_the_phone_of_another_waits_and_is_shown_beside_them_with_the_reason()
    {
        var known = world.ABeekeeper() with { Phone = "0571-6420 1234" };
        await world.RegisteredAsync(known);
        var form = world.ABeekeeper() with { Phone = "057164201234" };

        var done = (await world.Get<BeekeeperService>().RegisterAsync(BeekeeperId.New(), form, world.County)).ShouldBeDone();

        done.Warning!.Code.ShouldBe(OfficeWarning.Resembles);
        var likeness = (await world.Get<StewardQueries>().LikeAsync(form.LicenceNumber!, world.County)).ShouldHaveSingleItem();
        (likeness.LicenceNumber, likeness.Reasons.Single()).ShouldBe((known.LicenceNumber!, LikenessReason.SamePhone));
    }

    [Fact]
    public async Task Identity_number_and_name_are_reasons_too()
    {
        var number = "33012219800101001" + IdentityNumber.CheckOf("33012219800101001");
        await world.RegisteredAsync(world.ABeekeeper() with { NameZh = "丞丘丙", IdentityNumber = number });
        var form = world.ABeekeeper() with { NameZh = "丞丘丙", IdentityNumber = number };
        await world.RegisteredAsync(form);

        var reasons = (await world.Get<StewardQueries>().LikeAsync(form.LicenceNumber!, world.County)).ShouldHaveSingleItem().Reasons;
        reasons.ShouldBe([LikenessReason.SameIdentityNumber, LikenessReason.SimilarName], ignoreOrder: true);
    }

    [Fact]
    public async Task A_merged_beekeepers_apiaries_are_counted_with_the_one_who_remains()
    {
        var remaining = await world.RegisteredAsync(world.ABeekeeper() with { Phone = "13355550001" });
        var doubled = await world.RegisteredAsync(world.ABeekeeper() with { Phone = "13355550001" });
        var id = await world.SeeAsync(world.County, db => db.Beekeepers.Where(b => b.LicenceNumber == doubled).Select(b => b.Id).SingleAsync());
        var code = await world.ApiaryAsync(World.Person(Role.Beekeeper, beekeeper: id));
        (await Service.ConfirmAsync(code, world.County)).ShouldBeDone();
        (await CountsAsync(code)).ShouldBe(false, "its beekeeper waits");

        (await Service.MergeAsync(doubled, remaining, "同一人", world.County)).ShouldBeDone();

        (await CountsAsync(code)).ShouldBe(true);
        var file = (await world.Get<OfficeQueries>().FindBeekeeperAsync(remaining, world.County))!;
        file.MergedFrom.ShouldBe([doubled]);
        file.Apiaries.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Fact]
    public async Task A_beekeeper_who_counts_is_merged_into_another_once_with_those_merged_into_them_before()
    {
        var (remaining, doubled, earlier) = (await world.RegisteredAsync(), await world.RegisteredAsync(), await world.RegisteredAsync());
        var code = await world.ApiaryAsync(await ActingForAsync(doubled));
        (await Service.ConfirmAsync(code, world.County)).ShouldBeDone();
        (await Service.MergeAsync(earlier, doubled, "同一人", world.County, wasConfirmed: true)).ShouldBeDone();

        (await Service.MergeAsync(doubled, remaining, "同一人", world.County)).ShouldBeRefused(AccessRefusal.ChangedMeanwhile);
        (await Service.MergeAsync(doubled, remaining, " ", world.County, wasConfirmed: true)).ShouldBeRefused(OfficeRefusal.ReasonMissing);
        var both = await Task.WhenAll(
            Service.MergeAsync(doubled, remaining, "重复登记", world.County, wasConfirmed: true), Service.MergeAsync(doubled, remaining, "重复登记", World.Person(Role.County), wasConfirmed: true));

        both.Count(o => o.IsDone).ShouldBe(1);
        both.Single(o => !o.IsDone).ShouldBeRefused(AccessRefusal.ChangedMeanwhile);
        (await CountsAsync(code)).ShouldBe(true);
        var file = (await world.Get<OfficeQueries>().FindBeekeeperAsync(remaining, world.County))!;
        file.MergedFrom.ShouldBe([doubled, earlier], ignoreOrder: true);
        file.Apiaries.ShouldHaveSingleItem().Code.ShouldBe(code);
        (await Service.MergeAsync(remaining, doubled, "同一人", world.County, wasConfirmed: true)).ShouldBeRefused(OfficeRefusal.MergeIntoUnsound);
        (await world.DeedsOfAsync(doubled)).Single(d => d.Deed == DeedCode.RegistrationMerged).Why.ShouldBe("重复登记");
    }

    [Fact]
    public async Task Whoever_has_an_account_or_belongs_to_a_base_is_not_merged_away_but_others_into_them_are()
    {
        var (remaining, doubled, third) = (await world.RegisteredAsync(), await world.RegisteredAsync(), await world.RegisteredAsync());
        var beekeeper = await ActingForAsync(doubled);
        await world.SupplyAsync(beekeeper, await world.ExporterAsync());
        var number = await world.SeeAsync(world.County, db => (
            from m in db.BaseMembers where m.BeekeeperId == beekeeper.Beekeeper join b in db.BaseFilings on m.BaseId equals b.Id select b.FilingNumber).SingleAsync());

        (await Service.MergeAsync(doubled, remaining, "同一人", world.County, wasConfirmed: true)).ShouldBeRefused(OfficeRefusal.MergeInBase).Arguments.ShouldBe([doubled, number]);
        (await world.Get<FirmService>().LeaveAsync(number, doubled, world.Today, world.County)).ShouldBeDone();
        await world.AccountAsync(Role.Beekeeper, beekeeper.Beekeeper);
        (await Service.MergeAsync(doubled, remaining, "同一人", world.County, wasConfirmed: true)).ShouldBeRefused(OfficeRefusal.MergeHasAccount);

        (await Service.MergeAsync(remaining, doubled, "同一人", world.County, wasConfirmed: true)).ShouldBeDone();
        (await world.Get<FirmService>().JoinAsync(number, remaining, world.Today, world.County)).ShouldBeRefused(OfficeRefusal.BeekeeperUnknown);
        (await Service.MergeAsync(third, doubled, "同一人", world.Auditor, wasConfirmed: true)).ShouldBeRefused(AccessRefusal.NotYourRole);
    }

    [Fact]
    public async Task An_apiary_that_counts_is_merged_and_the_medicine_log_holds_for_the_hives_under_either_code()
    {
        var beekeeper = await world.BeekeeperAsync();
        var (remaining, doubled) = (await world.ApiaryAsync(beekeeper), await world.ApiaryAsync(beekeeper));
        (await Service.ConfirmAsync(remaining, world.County)).ShouldBeDone();
        (await Service.ConfirmAsync(doubled, world.County)).ShouldBeDone();
        await world.TreatAsync(world.ATreatment(doubled) with { EndedOn = null }, beekeeper);

        (await Service.MergeAsync(doubled, remaining, "同一蜂场", world.County, wasConfirmed: true)).ShouldBeDone();

        (await Service.MergeAsync(doubled, remaining, "同一蜂场", world.County, wasConfirmed: true)).ShouldBeRefused(AccessRefusal.ChangedMeanwhile);
        (await CountsAsync(doubled)).ShouldBeNull();
        (await CountsAsync(remaining)).ShouldBe(true);
        var file = (await world.Get<OfficeQueries>().FindApiaryAsync(remaining, world.County))!;
        file.MergedFrom.ShouldBe([doubled.ToString()]);
        file.History.Treatments.ShouldHaveSingleItem().Apiary.ShouldBe(doubled);
        (await world.Get<BeeTrace.Web.Trace.LotService>().RecordAsync(
            LotId.New(), remaining.ToString(), BeeTrace.Core.Trace.ProductCode.Honey, 100, world.Today.AddDays(-1), World.Rape, await world.ExporterAsync()))
            .ShouldBeRefused(BeeTrace.Core.Trace.TraceRefusal.HarvestDuringTreatment);
        var harvest = new BeeTrace.Core.Trace.RecordHarvest(HarvestId.New(), remaining, BeeTrace.Core.Trace.ProductCode.Honey, 20, world.Today.AddDays(-1), World.Rape);
        (await world.Get<BeeTrace.Web.Trace.HarvestService>().RecordAsync(harvest, beekeeper, World.ReceiptFor("x")))
            .ShouldBeRefused(BeeTrace.Core.Trace.TraceRefusal.HarvestDuringTreatment);
    }

    [Fact]
    public async Task A_closed_apiary_is_not_merged()
    {
        var beekeeper = await world.BeekeeperAsync();
        var (remaining, closed) = (await world.ApiaryAsync(beekeeper), await world.ApiaryAsync(beekeeper));
        (await Service.ConfirmAsync(remaining, world.County)).ShouldBeDone();
        (await Service.ConfirmAsync(closed, world.County)).ShouldBeDone();
        (await world.Get<InspectionService>().CloseAsync(closed, world.Today, "不再养蜂", world.County)).ShouldBeDone();

        (await Service.MergeAsync(closed, remaining, "同一蜂场", world.County, wasConfirmed: true)).ShouldBeRefused(FieldRefusal.ApiaryClosed);
        (await Service.MergeAsync(remaining, closed, "同一蜂场", world.County, wasConfirmed: true)).ShouldBeRefused(OfficeRefusal.MergeIntoUnsound);
    }

    [Fact]
    public async Task The_queue_holds_what_waits_oldest_first_and_only_for_officers()
    {
        var older = await world.ApiaryAsync(await world.BeekeeperAsync());
        var newer = await world.ApiaryAsync(await world.BeekeeperAsync());

        var queue = await world.Get<StewardQueries>().QueueAsync(world.Auditor);

        var codes = queue.Select(entry => entry.Code).ToList();
        codes.IndexOf(older.ToString()).ShouldBeInRange(0, codes.IndexOf(newer.ToString()) - 1);
        (await world.Get<StewardQueries>().QueueAsync(World.Person(Role.Exporter))).ShouldBeEmpty();
        (await Service.ConfirmAsync(older, world.Auditor)).ShouldBeRefused(AccessRefusal.NotYourRole);
    }

    private async Task<Actor> ActingForAsync(string licence) => World.Person(
        Role.Beekeeper, beekeeper: await world.SeeAsync(world.County, db => db.Beekeepers.Where(b => b.LicenceNumber == licence).Select(b => b.Id).SingleAsync()));

    private async Task<ApiaryCode> RegisterAsync(RegisterApiary apiary, Actor beekeeper) =>
        (await world.Get<ApiaryService>().RegisterAsync(ApiaryId.New(), apiary, beekeeper)).ShouldBeDone();

    private async Task<IReadOnlyList<(string, LikenessReason)>> LikeAsync(ApiaryCode code) =>
        [.. (await world.Get<StewardQueries>().LikeAsync(code, world.County)).SelectMany(l => l.Reasons.Select(r => (l.Apiary.Code.ToString(), r)))];

    /// <summary>Whether it counts on the map; null where it is not on it.</summary>
    private async Task<bool?> CountsAsync(ApiaryCode code)
    {
        await using var connection = new Npgsql.NpgsqlConnection(world.Store.SuperuserConnectionString);
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand("select counts from registry.current_places where code = $1", connection) { Parameters = { new() { Value = code.ToString() } } };
        return (bool?)await command.ExecuteScalarAsync();
    }
}
