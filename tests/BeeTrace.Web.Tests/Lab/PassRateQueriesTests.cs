using System.Reflection;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Registry;
using BeeTrace.Core.Trace;
using BeeTrace.Web.Data;
using BeeTrace.Web.Lab;
using BeeTrace.Web.Trade;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BeeTrace.Web.Tests.Lab;

public sealed class PassRateQueriesTests(World world) : IClassFixture<World>
{
    private PassRateScope ThisYear(string product) => PassRateScope.OfYear(world.Today.Year) with { Product = product };

    [Fact]
    public async Task Batches_items_and_firms_are_three_rates()
    {
        // Other tests of this class count in the same year.
        var (batchBefore, itemBefore, firmBefore) = await CountAsync();
        var (one, other) = (await world.LotAsync(plant: World.Rape), await world.LotAsync(plant: World.Rape));
        await world.ApprovedSampleAsync(one);
        // One failing batch, two failing items.
        await world.ApprovedSampleAsync(one, ("SUCROSE", "9"), ("OSMOPHILIC_YEASTS", "1700"));
        await world.ApprovedSampleAsync(other);

        var (batch, item, firm) = await CountAsync();
        (batch.Passed - batchBefore.Passed, batch.Judged - batchBefore.Judged).ShouldBe((2, 3));
        (firm.Passed - firmBefore.Passed, firm.Judged - firmBefore.Judged).ShouldBe((1, 2));
        var (passed, judged) = (item.Passed - itemBefore.Passed, item.Judged - itemBefore.Judged);
        judged.ShouldBeGreaterThan(20);
        (judged % 3, judged - passed).ShouldBe((0, 2));

        async Task<(PassRate Batch, PassRate Item, PassRate Firm)> CountAsync() => (await OfAsync(RateKind.Batch), await OfAsync(RateKind.Item), await OfAsync(RateKind.Firm));
        Task<PassRate> OfAsync(RateKind kind) => world.Get<PassRateQueries>().CountAsync(ThisYear(ProductCode.Honey), kind, Actor.Public);
    }

    [Fact]
    public async Task The_database_counts_verdicts_as_core_does()
    {
        var lot = await world.LotAsync(ProductCode.RoyalJelly);
        // Under this setting no trigger asks who approved: these verdicts were never given.
        await using var silent = NpgsqlDataSource.Create(world.Store.SuperuserConnectionString + ";Options=-c session_replication_role=replica");
        foreach (var verdict in Enum.GetValues<Verdict>())
        {
            var code = await world.DrawnSampleAsync(lot);
            await using var set = silent.CreateCommand("update lab.samples set verdict = $1 where code = $2");
            set.Parameters.AddWithValue(verdict.ToString());
            set.Parameters.AddWithValue(code.ToString());
            (await set.ExecuteNonQueryAsync()).ShouldBe(1);
        }

        await using (var recount = silent.CreateCommand("select lab.recount_rates()"))
            await recount.ExecuteNonQueryAsync();

        var figure = await world.Get<PassRateQueries>().CountAsync(ThisYear(ProductCode.RoyalJelly), Actor.Public);

        figure.Total.Rate.ShouldBe(PassRate.Of(Enum.GetValues<Verdict>(), SamplingBasis.RandomSurveillance));
    }

    [Fact]
    public async Task A_rate_knows_by_which_version_and_panel_its_samples_were_judged()
    {
        await world.ApprovedSampleAsync(await world.LotAsync());

        var ground = (await world.Get<PassRateQueries>().GroundsAsync(ThisYear(ProductCode.Honey), Actor.Public)).ShouldHaveSingleItem();

        (ground.Product, ground.Version).ShouldBe((ProductCode.Honey, "CN-2020.1"));
        ground.Panel.ShouldContain("SUCROSE");
        (await world.Get<FigureYearQueries>().WhyNotComparableAsync([world.Today.Year, world.Today.Year + 1], Actor.Public)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_firm_may_not_ask_for_another_firms_rate_of_any_kind()
    {
        var lot = await world.LotAsync();
        await world.ApprovedSampleAsync(lot);
        var firm = await world.SeeAsync(world.Auditor, db => db.Lots.Where(l => l.Code == lot).Select(l => l.FirmId).SingleAsync());
        var stranger = await world.ExporterAsync();
        var scope = ThisYear(ProductCode.Honey) with { Firm = firm };

        foreach (var kind in Enum.GetValues<RateKind>())
        {
            (await world.Get<PassRateQueries>().CountAsync(scope, kind, stranger)).Judged.ShouldBe(0, $"{kind}");
            (await world.Get<PassRateQueries>().CountAsync(scope, kind, world.County)).Judged.ShouldBeGreaterThan(0, $"{kind}");
        }
    }

    [Fact]
    public async Task The_samples_behind_a_figure_are_found_by_year_basis_and_product()
    {
        var lot = await world.LotAsync();
        var random = await world.DrawnSampleAsync(lot);
        var suspect = await world.DrawnSampleAsync(lot, SamplingBasis.Targeted);

        (await FindAsync(new SampleFilter(Basis: SamplingBasis.RandomSurveillance))).ShouldBe((true, false));
        (await FindAsync(new SampleFilter(Year: world.Today.Year, Product: ProductCode.Honey))).ShouldBe((true, true));
        (await FindAsync(new SampleFilter(Year: world.Today.Year - 1))).ShouldBe((false, false));
        (await FindAsync(new SampleFilter(Product: ProductCode.RoyalJelly))).ShouldBe((false, false));

        async Task<(bool Random, bool Suspect)> FindAsync(SampleFilter filter)
        {
            var codes = (await world.Get<SampleQueries>().ListAsync(filter with { Text = lot.ToString() }, world.Auditor)).Rows.Select(row => row.Mark).ToList();
            return (codes.Contains(random.ToString()), codes.Contains(suspect.ToString()));
        }
    }

    [Fact]
    public void Figures_lead_to_the_list_of_samples_exactly_whom_it_lets_in()
    {
        var letIn = typeof(SamplesPage).GetCustomAttribute<AuthorizeAttribute>().ShouldNotBeNull().Roles!.Split(',');

        foreach (var role in Enum.GetValues<Role>())
            SamplesPage.MayBeSeenBy(World.Person(role)).ShouldBe(letIn.Contains(role.Code()), $"{role}");
    }

    [Fact]
    public async Task What_was_worked_out_or_declared_is_frozen_with_its_value_though_nobody_read_it()
    {
        var code = await world.SampleAsync(await world.LotAsync());
        await world.ReadingAsync(code, "TYLOSIN", "3.0");
        await world.ReadingAsync(code, "LINCOMYCIN", "4.0");
        var sum = new ResidueDefinition("COUMAPHOS", [new ResiduePart("TYLOSIN", 1m), new ResiduePart("LINCOMYCIN", 1.5m)], "a sum made up for this test", SumBound.Lower, "test");
        await using var work = await world.Get<Database>().OpenAsync(world.Reviewer);
        var sample = await work.Db.Samples.AsNoTracking().SingleAsync(s => s.Code == code);
        var ground = (await SampleJudge.GroundAsync(work.Db, await SampleJudge.FactsAsync(work.Db, sample, CancellationToken.None), "EU", CancellationToken.None))!;
        ground = ground with { Market = ground.Market with { Profile = ground.Market.Profile with { ResidueDefinitions = [sum] } } };
        var readings = await CurrentReadings.Of(work.Db, sample.Id).ToListAsync();

        var frozen = SampleJudge.Freeze(SampleJudge.Judge(ground, readings), sample.Id, readings, work);

        frozen.Items.Select(item => (item.Analyte, item.ReadingEn, item.Unit, item.Verdict)).ShouldContain(("COUMAPHOS", "9.00 µg/kg", "µg/kg", Verdict.Pass));
        frozen.Items.Select(item => (item.Analyte, item.ReadingZh, item.LimitZh)).ShouldContain(("BEE_SPECIES", "Apis mellifera", "只限 Apis mellifera"));
    }

    [Fact]
    public async Task The_eu_takes_no_honey_of_the_eastern_bee_and_china_asks_for_none()
    {
        foreach (var species in Enum.GetValues<BeeSpecies>())
        {
            var facts = new JudgedSample(ProductCode.Honey, World.Rape, species.LatinName(), Grade: null, world.Today);
            var (eu, cn) = await world.SeeAsync(world.Auditor, async db => (
                (await SampleJudge.GroundAsync(db, facts, "EU", CancellationToken.None))!.Judge([]),
                (await SampleJudge.GroundAsync(db, facts, "CN", CancellationToken.None))!.Judge([])));

            eu.Items.Single(item => item.Analyte == "BEE_SPECIES").Verdict
                .ShouldBe(species == BeeSpecies.Mellifera ? Verdict.Pass : Verdict.Fail);
            cn.Items.ShouldNotContain(item => item.Analyte == "BEE_SPECIES");
        }
    }

    [Fact]
    public async Task Low_diastase_passes_in_the_eu_with_little_hmf_only()
    {
        var facts = new JudgedSample(ProductCode.Honey, World.Rape, "Apis mellifera", Grade: null, world.Today);
        var ground = await world.SeeAsync(world.Auditor, async db => (await SampleJudge.GroundAsync(db, facts, "EU", CancellationToken.None))!);
        AnalyteReading Typed(string analyte, string text, string unit) => new(analyte, Reading.Parse(text, Unit.Parse(unit).Value, lod: null, loq: null).Value);

        ground.Judge([Typed("DIASTASE", "5", "DN"), Typed("HMF", "15", "mg/kg")]).Items[0].Verdict.ShouldBe(Verdict.Pass);
        ground.Judge([Typed("DIASTASE", "5", "DN"), Typed("HMF", "16", "mg/kg")]).Items[0].Verdict.ShouldBe(Verdict.Fail);
        ground.Judge([Typed("DIASTASE", "5", "DN")]).Items[0].Verdict.ShouldBe(Verdict.NeedsInput);
    }
}
