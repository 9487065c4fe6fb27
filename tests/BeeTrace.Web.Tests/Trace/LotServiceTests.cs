using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Trace;
using BeeTrace.Web.Trace;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Tests.Trace;

public sealed class LotServiceTests(World world) : IClassFixture<World>
{
    private LotService Service => world.Get<LotService>();

    [Fact]
    public async Task A_lot_names_the_place_of_its_harvest_day_and_is_recorded()
    {
        var (exporter, beekeeper) = (await world.ExporterAsync(), await world.BeekeeperAsync());
        var apiary = await world.ApiaryAsync(beekeeper);

        var code = await world.LotAsync(exporter, apiary, harvestedOn: new DateOnly(2026, 5, 20));

        code.ToString().ShouldStartWith("L26-");
        var lot = await world.SeeAsync(exporter, db => db.Lots.AsNoTracking().SingleAsync());
        (lot.Code, lot.FirmId, lot.BeekeeperId, lot.MassKg).ShouldBe((code, exporter.Firm!.Value, beekeeper.Beekeeper!.Value, 120.5m));
        (await world.SeeAsync(beekeeper, db => db.Placements.Select(p => p.Id).SingleAsync())).ShouldBe(lot.PlacementId);
        (await world.DeedsOfAsync(code.ToString())).ShouldHaveSingleItem().Deed.ShouldBe(DeedCode.LotRecorded);
    }

    [Fact]
    public async Task The_code_may_be_typed_as_people_type_it()
    {
        var apiary = await world.ApiaryAsync(await world.BeekeeperAsync());

        var typed = apiary.ToString().ToLowerInvariant().Replace("-", " ");

        (await RecordAsync(typed, await world.ExporterAsync())).ShouldBeDone();
    }

    [Fact]
    public async Task An_unknown_apiary_is_refused_without_a_word_about_its_places()
    {
        var unknown = ApiaryCode.Create(World.CountyCode, 9999).ToString();

        (await RecordAsync(unknown, await world.ExporterAsync())).ShouldBeRefused(TraceRefusal.ApiaryUnknown).Field.ShouldBe("Apiary");
    }

    [Fact]
    public async Task A_mistyped_code_is_told_from_an_unknown_one()
    {
        var typed = (await world.ApiaryAsync(await world.BeekeeperAsync())).ToString();
        var wrong = typed[..^1] + (typed[^1] == '0' ? '1' : '0');

        (await RecordAsync(wrong, await world.ExporterAsync())).ShouldBeRefused(CodeRefusal.CheckCharacter).Field.ShouldBe("Apiary");
    }

    [Theory]
    [InlineData("2026-02-28", TraceRefusal.HarvestOutsidePlacement)]
    [InlineData("2026-06-16", TraceRefusal.HarvestDayInFuture)]
    [InlineData(null, TraceRefusal.HarvestDayMissing)]
    public async Task A_harvest_day_must_lie_in_a_stay_of_the_apiary(string? day, string refusal)
    {
        var apiary = await world.ApiaryAsync(await world.BeekeeperAsync(), since: new DateOnly(2026, 3, 1));

        var outcome = await Service.RecordAsync(
            LotId.New(), apiary.ToString(), ProductCode.Honey, 10, day is null ? null : DateOnly.Parse(day), World.Rape, await world.ExporterAsync());

        outcome.ShouldBeRefused(refusal).Field.ShouldBe("HarvestedOn");
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once()
    {
        var outcome = await Service.RecordAsync(LotId.New(), "", "PLASTIC", 0, null, "Planta nulla", await world.ExporterAsync());

        outcome.Refusals.Select(r => r.Field).ShouldBe(["Apiary", "Product", "MassKg", "HarvestedOn", "Plant"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_double_click_is_one_lot()
    {
        var exporter = await world.ExporterAsync();
        var apiary = (await world.ApiaryAsync(await world.BeekeeperAsync())).ToString();
        var id = LotId.New();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Service.RecordAsync(id, apiary, ProductCode.Honey, 10, world.Today, null, exporter)));

        var code = outcomes.Select(o => o.ShouldBeDone().Code).Distinct().ShouldHaveSingleItem();
        (await world.SeeAsync(exporter, db => db.Lots.CountAsync())).ShouldBe(1);
        (await world.DeedsOfAsync(code.ToString())).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Only_a_firm_records_lots()
    {
        var beekeeper = await world.BeekeeperAsync();
        var apiary = (await world.ApiaryAsync(beekeeper)).ToString();
        foreach (var actor in new[] { beekeeper, world.County, world.Sampler, Actor.Public, World.Person(Role.Exporter) })
            (await RecordAsync(apiary, actor)).ShouldBeRefused(AccessRefusal.NotYourRole);
    }

    [Fact]
    public async Task What_looks_odd_is_recorded_with_a_warning()
    {
        var apiary = await world.ApiaryAsync(await world.BeekeeperAsync());

        var lot = (await Service.RecordAsync(
            LotId.New(), apiary.ToString(), ProductCode.Honey, massKg: 99_000m, world.Today, World.Rape, await world.ExporterAsync())).ShouldBeDone();

        lot.Warnings.Select(w => w.Code).ShouldContain(TraceWarning.HarvestImplausible);
    }

    private Task<Outcome<RecordedLot>> RecordAsync(string apiary, Actor actor) =>
        Service.RecordAsync(LotId.New(), apiary, ProductCode.Honey, 10, world.Today, World.Rape, actor);
}
