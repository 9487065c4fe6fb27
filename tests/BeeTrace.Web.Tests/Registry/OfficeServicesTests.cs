using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Registry;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Tests.Registry;

/// <summary>Firms and bases, nectar sources, inspections.</summary>
public sealed class OfficeServicesTests(World world) : IClassFixture<World>
{
    private FirmService Firms => world.Get<FirmService>();

    [Fact]
    public async Task A_beekeeper_belongs_to_one_base_at_a_time_whoever_filed_it()
    {
        var (one, other) = (await FiledAsync(), await FiledAsync());
        var licence = await world.RegisteredAsync();
        (await Firms.JoinAsync(one.Number, licence, world.Today, world.County)).ShouldBeDone();

        (await Firms.JoinAsync(other.Number, licence, world.Today, world.County)).ShouldBeRefused(RegistryRefusal.InAnotherBase);

        (await Firms.LeaveAsync(one.Number, licence, world.Today, world.County)).ShouldBeRefused(OfficeRefusal.EndsBeforeItBegins);
        world.Clock.Advance(TimeSpan.FromDays(1));
        (await Firms.LeaveAsync(one.Number, licence, world.Today, world.County)).ShouldBeDone();
        (await Firms.JoinAsync(other.Number, licence, world.Today, world.County)).ShouldBeDone();
        (await world.DeedsOfAsync(licence)).Select(d => d.Deed).Where(d => d.StartsWith("base", StringComparison.Ordinal))
            .ShouldBe([DeedCode.BaseMemberJoined, DeedCode.BaseMemberLeft, DeedCode.BaseMemberJoined]);
    }

    [Fact]
    public async Task Fewer_colonies_than_asked_for_are_a_warning_and_no_refusal()
    {
        var filed = await FiledAsync();
        var few = await world.RegisteredAsync();

        var warning = (await Firms.JoinAsync(filed.Number, few, world.Today, world.County)).ShouldBeDone();

        warning.ShouldNotBeNull().Code.ShouldBe(OfficeWarning.FewColonies);
        warning.Arguments.ShouldBe([0, 60]);
        var licence = await world.RegisteredAsync();
        var id = await world.SeeAsync(world.County, db => db.Beekeepers.Where(b => b.LicenceNumber == licence).Select(b => b.Id).SingleAsync());
        await world.ApiaryAsync(World.Person(Role.Beekeeper, beekeeper: id));
        (await Firms.JoinAsync(filed.Number, licence, world.Today, world.County)).ShouldBeDone().ShouldBeNull("60 colonies are enough");
    }

    [Fact]
    public async Task A_firm_sees_its_own_page_and_no_other_and_lets_its_own_members_go()
    {
        var exporter = await world.ExporterAsync();
        var own = (await world.Get<FirmQueries>().OwnAsync(exporter))!;
        (await Firms.FileBaseAsync(own, ABase(), exporter)).ShouldBeDone();
        var other = await FiledAsync();
        var licence = await world.RegisteredAsync();
        (await Firms.JoinAsync(other.Number, licence, world.Today, world.County)).ShouldBeDone();

        (await world.Get<FirmQueries>().FindAsync(own, exporter))!.Bases.ShouldHaveSingleItem();
        (await world.Get<FirmQueries>().FindAsync(other.Firm, exporter)).ShouldBeNull();
        (await Firms.FileBaseAsync(other.Firm, ABase(), exporter)).ShouldBeRefused(AccessRefusal.NotYourRole);
        (await Firms.JoinAsync(other.Number, licence, world.Today, exporter)).ShouldBeRefused(AccessRefusal.NotYourRole);
        (await Firms.LeaveAsync(other.Number, licence, world.Today, exporter)).ShouldBeRefused(OfficeRefusal.NoMember);
    }

    [Fact]
    public async Task A_base_ends_with_every_open_membership_and_the_deed_says_how_many()
    {
        var filed = await FiledAsync();
        var (stays, left) = (await world.RegisteredAsync(), await world.RegisteredAsync());
        (await Firms.JoinAsync(filed.Number, stays, world.Today.AddDays(-20), world.County)).ShouldBeDone();
        (await Firms.JoinAsync(filed.Number, left, world.Today.AddDays(-20), world.County)).ShouldBeDone();
        (await Firms.LeaveAsync(filed.Number, left, world.Today.AddDays(-10), world.County)).ShouldBeDone();

        (await Firms.EndBaseAsync(filed.Number, world.Today.AddDays(-5), world.County)).ShouldBeDone();

        var filing = (await world.Get<FirmQueries>().FindAsync(filed.Firm, world.County))!.Bases.ShouldHaveSingleItem();
        filing.Until.ShouldBe(world.Today.AddDays(-5));
        filing.Members.Select(m => (m.LicenceNumber, m.Until)).ShouldBe([(stays, world.Today.AddDays(-5)), (left, world.Today.AddDays(-10))], ignoreOrder: true);
        var deed = (await world.DeedsOfAsync(filed.Number)).Single(d => d.Deed == DeedCode.BaseEnded);
        System.Text.Json.JsonDocument.Parse(deed.New!).RootElement.GetProperty("memberships").GetInt32().ShouldBe(1);

        (await Firms.EndBaseAsync(filed.Number, world.Today, world.County)).ShouldBeRefused(OfficeRefusal.BaseEnded);
        (await Firms.JoinAsync(filed.Number, left, world.Today, world.County)).ShouldBeRefused(OfficeRefusal.BaseEnded);
        (await Firms.JoinAsync((await FiledAsync()).Number, stays, world.Today.AddDays(-5), world.County)).ShouldBeDone();
    }

    [Fact]
    public async Task A_base_ends_neither_on_a_day_to_come_nor_before_its_members_came_or_went()
    {
        var filed = await FiledAsync();
        var licence = await world.RegisteredAsync();
        (await Firms.EndBaseAsync(filed.Number, new DateOnly(2026, 1, 1), world.County)).ShouldBeRefused(OfficeRefusal.EndsBeforeItBegins);
        (await Firms.EndBaseAsync(filed.Number, null, world.County)).ShouldBeRefused(FieldRefusal.DayMissing);
        (await Firms.EndBaseAsync(filed.Number, world.Today.AddDays(1), world.County)).ShouldBeRefused(FieldRefusal.DayInFuture);
        (await Firms.EndBaseAsync("B-none", world.Today, world.County)).ShouldBeRefused(OfficeRefusal.BaseUnknown);
        (await Firms.JoinAsync(filed.Number, licence, world.Today.AddDays(-9), world.County)).ShouldBeDone();

        (await Firms.EndBaseAsync(filed.Number, world.Today.AddDays(-9), world.County)).ShouldBeRefused(OfficeRefusal.BaseEndsBeforeMembers).Arguments.ShouldBe([world.Today.AddDays(-8)]);
        (await Firms.LeaveAsync(filed.Number, licence, world.Today.AddDays(-3), world.County)).ShouldBeDone();
        (await Firms.EndBaseAsync(filed.Number, world.Today.AddDays(-4), world.County)).ShouldBeRefused(OfficeRefusal.BaseEndsBeforeMembers).Arguments.ShouldBe([world.Today.AddDays(-3)]);
    }

    [Fact]
    public async Task A_firm_ends_its_own_base_and_no_other_and_sees_its_members_places_no_longer()
    {
        var (beekeeper, exporter, other) = (await world.BeekeeperAsync(), await world.ExporterAsync(), await world.ExporterAsync());
        var code = (await world.ApiaryAsync(beekeeper)).ToString();
        await world.SupplyAsync(beekeeper, exporter);
        var number = (await world.SeeAsync(exporter, db => db.BaseFilings.SingleAsync())).FilingNumber;
        (await world.Get<OfficeQueries>().ExactPlacesAsync([code], exporter)).ShouldBeDone().ShouldNotBeEmpty();

        (await Firms.EndBaseAsync(number, world.Today, other)).ShouldBeRefused(OfficeRefusal.BaseUnknown);
        (await Firms.EndBaseAsync(number, world.Today, world.Auditor)).ShouldBeRefused(AccessRefusal.NotYourRole);
        (await Firms.EndBaseAsync(number, world.Today, beekeeper)).ShouldBeRefused(AccessRefusal.NotYourRole);
        (await Firms.EndBaseAsync(number, world.Today, exporter)).ShouldBeDone();

        (await world.Get<OfficeQueries>().ExactPlacesAsync([code], exporter)).ShouldBeDone().ShouldBeEmpty();
        // What has ended the firm does not open again, whichever way it asks.
        await using var work = await world.Get<BeeTrace.Web.Data.Database>().OpenAsync(exporter);
        (await work.Db.BaseFilings.SingleAsync(b => b.FilingNumber == number)).Until = null;
        (await work.CommitAsync()).ShouldBeRefused(AccessRefusal.NotYourRole);
    }

    [Fact]
    public async Task Honours_and_standards_stand_on_the_firms_page_and_a_standard_only_once()
    {
        var firm = await world.FirmAsync();
        var standard = new RecordStandard(DraftedStandardId.New(), "T/TEST 1-2020", "试验标准", null, DraftingRole.Lead, 2020);
        (await Firms.RecordHonourAsync(firm, new(HonourId.New(), HonourKind.Award, HonourLevel.National, "试验奖", null, 2021, "〔2021〕1 号"), world.County)).ShouldBeDone();
        (await Firms.RecordStandardAsync(firm, standard, world.County)).ShouldBeDone();

        (await Firms.RecordStandardAsync(firm, standard, world.County)).ShouldBeDone();
        (await Firms.RecordStandardAsync(firm, standard with { Id = DraftedStandardId.New() }, world.County)).ShouldBeRefused(OfficeRefusal.StandardTwice);
        (await Firms.RecordHonourAsync(firm, new(HonourId.New(), HonourKind.Award, HonourLevel.County, "明年的奖", null, world.Today.Year + 1, "?"), world.County))
            .ShouldBeRefused(OfficeRefusal.YearOutOfRange);

        var file = (await world.Get<FirmQueries>().FindAsync(firm, world.Auditor))!;
        file.Honours.ShouldHaveSingleItem().TitleEn.ShouldBe("试验奖");
        file.Standards.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_nectar_source_keeps_what_was_entered_and_its_shape_on_Wgs84_with_its_area()
    {
        var code = (await world.Get<NectarSourceService>().RegisterAsync(World.ANectarSource() with { Datum = Datum.Gcj02 }, world.County)).ShouldBeDone();

        var kept = await world.SeeAsync(Actor.Public, db => db.NectarSources.AsNoTracking().SingleAsync(n => n.Code == code.Code));
        kept.EnteredGeojson.ShouldContain("[119.7,29.8]");
        kept.Geojson.ShouldNotContain("[119.7,29.8]");
        kept.AreaMu!.Value.ShouldBeInRange(58, 63, "about 203 by 199 m");
        code.Warning.ShouldBeNull();
    }

    [Fact]
    public async Task A_typed_area_far_from_the_drawn_one_is_kept_and_questioned()
    {
        var done = (await world.Get<NectarSourceService>().RegisterAsync(World.ANectarSource() with { AreaMu = 600 }, world.County)).ShouldBeDone();

        done.Warning!.Code.ShouldBe(OfficeWarning.AreaFarOff);
        (await world.SeeAsync(world.County, db => db.NectarSources.SingleAsync(n => n.Code == done.Code))).AreaMu.ShouldBe(600);
    }

    [Theory]
    [InlineData("29.8,119.7\n29.81,119.71\n29.8,119.71\n29.81,119.7", RegistryRefusal.AreaCrossesItself)]
    [InlineData("29.8,119.7\n29.81,119.71", RegistryRefusal.AreaTwoCorners)]
    [InlineData("119.7,29.8", RegistryRefusal.CoordinatesSwapped)]
    [InlineData("48.85, 2.35", OfficeRefusal.OutsideCountry)]
    [InlineData("30.5, 119.7", RegistryRefusal.OutsideCounty)]
    [InlineData("by the river", RegistryRefusal.CoordinateUnreadable)]
    public async Task A_shape_that_cannot_be_is_refused_with_its_reason(string corners, string code)
    {
        (await world.Get<NectarSourceService>().RegisterAsync(World.ANectarSource() with { Corners = corners }, world.County)).ShouldBeRefused(code).Field.ShouldBe("Corners");
    }

    [Fact]
    public async Task A_bloom_of_no_days_is_refused_and_one_over_New_Year_is_not()
    {
        var service = world.Get<NectarSourceService>();
        (await service.RegisterAsync(World.ANectarSource() with { BloomFrom = "04-10", BloomTo = "04-10" }, world.County)).ShouldBeRefused(OfficeRefusal.BloomOfNoDays);
        (await service.RegisterAsync(World.ANectarSource() with { BloomFrom = "11-01", BloomTo = "01-31" }, world.County)).ShouldBeDone();
    }

    [Fact]
    public async Task A_closed_source_leaves_the_list_and_is_closed_once()
    {
        var service = world.Get<NectarSourceService>();
        var code = (await service.RegisterAsync(World.ANectarSource() with { Name = "将要注销的田" }, world.County)).ShouldBeDone().Code;
        (await service.CloseAsync(code, world.Today.AddDays(1), world.County)).ShouldBeRefused(FieldRefusal.DayInFuture);
        (await service.CloseAsync(code, world.Today, world.Auditor)).ShouldBeRefused(AccessRefusal.NotYourRole);

        (await service.CloseAsync(code, world.Today, world.County)).ShouldBeDone();

        (await service.CloseAsync(code, world.Today, world.County)).ShouldBeRefused(OfficeRefusal.SourceClosed);
        (await world.Get<NectarSourceQueries>().ListAsync("将要注销", false, 1, world.County)).Total.ShouldBe(0);
        (await world.Get<NectarSourceQueries>().ListAsync("将要注销", true, 1, world.County)).Total.ShouldBe(1);
    }

    [Fact]
    public async Task An_inspection_brings_a_count_and_diseases_once_and_each_leaves_a_deed()
    {
        var code = await world.ApiaryAsync(await world.BeekeeperAsync());
        world.Clock.Advance(TimeSpan.FromDays(1));
        var record = new RecordInspection(InspectionId.New(), code, world.Today, 10, 58, "两群幼虫腐臭", [new(BeeDisease.AmericanFoulbrood, DiseaseState.Confirmed, 2, "拉丝")]);
        var service = world.Get<InspectionService>();

        (await service.RecordAsync(record, world.County)).ShouldBeDone();
        (await service.RecordAsync(record, world.County)).ShouldBeDone();

        var file = (await world.Get<OfficeQueries>().FindApiaryAsync(code, world.County))!;
        file.Apiary.Colonies.ShouldBe(58);
        file.History.Inspections.ShouldHaveSingleItem().ColoniesInspected.ShouldBe(10);
        file.History.Counts.ShouldHaveSingleItem().Source.ShouldBe(CountSource.Inspection);
        file.History.Diseases.ShouldHaveSingleItem().State.ShouldBe(DiseaseState.Confirmed);
        (await world.DeedsOfAsync(code.ToString())).Select(d => d.Deed).ShouldBe(
            [DeedCode.ApiaryRegistered, DeedCode.PlacementBegun, DeedCode.InspectionRecorded, DeedCode.ColoniesCounted, DeedCode.DiseaseReported], ignoreOrder: true);
    }

    [Fact]
    public async Task A_disease_that_was_cleared_later_shows_as_cleared()
    {
        var code = await world.ApiaryAsync(await world.BeekeeperAsync());
        var service = world.Get<InspectionService>();
        RecordInspection Found(DiseaseState state) => new(InspectionId.New(), code, world.Today, null, null, "所见", [new(BeeDisease.Nosema, state)]);
        (await service.RecordAsync(Found(DiseaseState.Suspected), world.County)).ShouldBeDone();
        world.Clock.Advance(TimeSpan.FromDays(3));

        (await service.RecordAsync(Found(DiseaseState.Cleared), world.County)).ShouldBeDone();

        (await world.Get<OfficeQueries>().FindApiaryAsync(code, world.County))!.History.Diseases.ShouldHaveSingleItem().State.ShouldBe(DiseaseState.Cleared);
    }

    [Fact]
    public async Task What_an_inspection_cannot_say_is_told_at_once()
    {
        var code = await world.ApiaryAsync(await world.BeekeeperAsync());
        var wrong = new RecordInspection(InspectionId.New(), code, world.Today.AddDays(1), 70, 60, " ", [new(BeeDisease.Other, DiseaseState.Suspected), new(BeeDisease.Other, DiseaseState.Cleared, Signs: "x")]);

        var outcome = await world.Get<InspectionService>().RecordAsync(wrong, world.County);

        outcome.Refusals.Select(r => r.Code).ShouldBe(
            [FieldRefusal.DayInFuture, OfficeRefusal.FindingsMissing, OfficeRefusal.ColoniesOutOfRange, OfficeRefusal.DiseaseUnnamed, OfficeRefusal.DiseaseTwice], ignoreOrder: true);
    }

    private static RecordFiling ABase() => new(BaseFilingId.New(), $"B-{Guid.NewGuid():N}"[..20], "试验基地", World.CountyCode, new DateOnly(2026, 1, 1));

    private async Task<(string Firm, string Number)> FiledAsync()
    {
        var (firm, filing) = (await world.FirmAsync(), ABase());
        (await Firms.FileBaseAsync(firm, filing, world.County)).ShouldBeDone();
        return (firm, filing.FilingNumber!);
    }
}
