using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Trace;
using BeeTrace.Web.Lab;
using BeeTrace.Web.Tests.Data;

namespace BeeTrace.Web.Tests.Lab;

public sealed class SamplingPlanServiceTests(World world) : IClassFixture<World>
{
    private SamplingPlanService Plans => world.Get<SamplingPlanService>();

    [Fact]
    public async Task The_draw_is_the_one_that_a_stranger_gets_from_the_published_list_and_seed()
    {
        var (firm, _) = await world.LotsOfMayAsync(9);
        var plan = await world.DrawnPlanAsync(firm, planned: 4);

        var sheet = (await world.Get<SamplingPlanQueries>().FindAsync(plan, Actor.Public)).ShouldNotBeNull();
        var listed = (await world.Get<SamplingPlanQueries>().ListedAsync(plan, Actor.Public)).Select(l => l.Candidate).ToList();

        var list = sheet.Lists.Single();
        Draw.ListSha256(listed).ShouldBe(list.Sha256);
        list.Seed.ShouldBe($"{list.Sha256}:0308112");
        sheet.Picks.Select(k => k.Lot).ShouldBe(Draw.Order(list.Seed!, 1, listed.Select(c => c.Lot)).Take(4).Select(r => r.Candidate.Lot.ToString()));
    }

    [Fact]
    public async Task The_list_holds_the_lots_of_its_stratum_and_no_others()
    {
        var (firm, lots) = await world.LotsOfMayAsync(3);
        await world.LotsOfMayAsync(1);
        var exporter = World.Person(Role.Exporter, firm: firm);
        var apiary = await world.ApiaryAsync(await world.BeekeeperAsync());
        await world.LotAsync(exporter, apiary, harvestedOn: new DateOnly(world.Today.Year, 4, 30));
        await world.LotAsync(exporter, apiary, harvestedOn: new DateOnly(world.Today.Year, 6, 1));
        await world.LotAsync(exporter, apiary, product: ProductCode.RoyalJelly, harvestedOn: new DateOnly(world.Today.Year, 5, 20));
        var plan = await world.PlanAsync(firm, 2);
        await world.FrozenAsync(plan);
        await world.LotAsync(exporter, apiary, harvestedOn: new DateOnly(world.Today.Year, 5, 21));

        (await world.Get<SamplingPlanQueries>().ListedAsync(plan, world.Sampler)).Select(l => l.Candidate.Lot).ShouldBe(lots, ignoreOrder: true);
    }

    [Fact]
    public async Task One_person_alone_cannot_make_the_seed()
    {
        var (firm, _) = await world.LotsOfMayAsync(3);
        var plan = await world.PlanAsync(firm, 1);
        var list = await world.FrozenAsync(plan);
        world.Clock.Advance(TimeSpan.FromDays(1));

        (await world.RevealAsync(plan, list, "0308112", world.County)).ShouldBeDone().ShouldBe(RevealState.FirstOfTwo);
        (await world.RevealAsync(plan, list, "0308112", world.County)).ShouldBeDone().ShouldBe(RevealState.FirstOfTwo);
        (await world.RevealAsync(plan, list, "0308113", world.Reviewer)).ShouldBeDone().ShouldBe(RevealState.Differs);
        (await world.RevealAsync(plan, list, "03-08-112", world.Reviewer)).ShouldBeDone().ShouldBe(RevealState.Drawn);
        (await world.RevealAsync(plan, list, "0308112", world.OtherOfficer)).ShouldBeRefused(PlanRefusal.DrawnBefore);
        (await world.DeedsOfAsync(plan.ToString())).Select(d => d.Deed).ShouldBe(
        [
            DeedCode.PlanMade, DeedCode.ListFrozen, DeedCode.PublicValueEntered, DeedCode.PublicValueEntered, DeedCode.PublicValueEntered, DeedCode.PublicValueEntered, DeedCode.LotsDrawn,
        ]);
    }

    [Fact]
    public async Task A_value_that_somebody_took_back_by_entering_another_does_not_count()
    {
        var (firm, _) = await world.LotsOfMayAsync(2);
        var plan = await world.PlanAsync(firm, 1);
        var list = await world.FrozenAsync(plan);
        world.Clock.Advance(TimeSpan.FromDays(1));
        await world.RevealAsync(plan, list, "1111111", world.County);
        await world.RevealAsync(plan, list, "2222222", world.County);

        (await world.RevealAsync(plan, list, "1111111", world.OtherOfficer)).ShouldBeDone().ShouldBe(RevealState.Differs);
    }

    [Fact]
    public async Task No_value_is_entered_before_its_day_or_without_a_source_or_with_other_digits()
    {
        var (firm, _) = await world.LotsOfMayAsync(2);
        var plan = await world.PlanAsync(firm, 1);
        var list = await world.FrozenAsync(plan);

        (await world.RevealAsync(plan, list, "0308112", world.County)).ShouldBeRefused(PlanRefusal.ValueDayAhead);
        world.Clock.Advance(TimeSpan.FromDays(1));
        (await world.RevealAsync(plan, list, "030811", world.County)).ShouldBeRefused(PlanRefusal.ValueUnreadable);
        (await Plans.RevealAsync(plan, new EnterPublicValue(list, "0308112", " "), world.County)).ShouldBeRefused(PlanRefusal.SourceMissing);
        (await world.RevealAsync(plan, list, "0308112", world.Sampler)).ShouldBeRefused(AccessRefusal.NotYourRole);
        (await world.RevealAsync(plan, list + 1, "0308112", world.County)).ShouldBeRefused(PlanRefusal.ListUnknown);
    }

    [Fact]
    public async Task A_stratum_is_frozen_once_and_not_before_its_season_is_over()
    {
        var (firm, _) = await world.LotsOfMayAsync(2);
        var plan = await world.PlanAsync(firm, 1);
        await world.FrozenAsync(plan);
        var later = (await Plans.PlanAsync(
            new MakePlan(SamplingPlanId.New(), world.Today.Year, SamplingBasis.RoutineMonitoring, [new MakeStratum(ProductCode.Honey, firm, null, 5, 12, SamplingStage.Shop, 1)]),
            world.County)).ShouldBeDone();

        (await Plans.FreezeListAsync(plan, Freeze(1), world.County)).ShouldBeRefused(PlanRefusal.FrozenBefore);
        (await Plans.FreezeListAsync(later, Freeze(1), world.County)).ShouldBeRefused(PlanRefusal.SeasonNotOver);
        (await Plans.FreezeListAsync(later, Freeze(7), world.County)).ShouldBeRefused(PlanRefusal.NothingChosen);
        (await Plans.FreezeListAsync(plan, Freeze(1), world.Sampler)).ShouldBeRefused(AccessRefusal.NotYourRole);
    }

    [Fact]
    public async Task A_stratum_without_lots_is_not_frozen()
    {
        var (firm, _) = await world.LotsOfMayAsync(0);
        var plan = await world.PlanAsync(firm, 1);

        (await Plans.FreezeListAsync(plan, Freeze(1), world.County)).ShouldBeRefused(PlanRefusal.NoCandidates);
    }

    [Fact]
    public async Task Saving_twice_is_one_plan()
    {
        var (firm, _) = await world.LotsOfMayAsync(0);
        var make = new MakePlan(SamplingPlanId.New(), world.Today.Year, SamplingBasis.RiskMonitoring, [new MakeStratum(ProductCode.Honey, firm, null, 1, 3, SamplingStage.Plant, 5)]);

        var first = (await Plans.PlanAsync(make, world.County)).ShouldBeDone();

        (await Plans.PlanAsync(make, world.County)).ShouldBeDone().ShouldBe(first);
        (await Plans.PlanAsync(make with { Id = SamplingPlanId.New() }, world.Auditor)).ShouldBeRefused(AccessRefusal.NotYourRole);
        (await Plans.PlanAsync(make with { Id = SamplingPlanId.New(), Strata = [make.Strata[0] with { Product = "STONES" }] }, world.County)).ShouldBeRefused(PlanRefusal.StratumUnknown);
    }

    [Fact]
    public async Task A_lot_that_cannot_be_sampled_is_replaced_by_the_next_of_the_order_and_for_a_reason()
    {
        var (firm, _) = await world.LotsOfMayAsync(4);
        var plan = await world.DrawnPlanAsync(firm, planned: 2);
        var order = await OrderAsync(plan);

        (await Plans.ReplaceAsync(plan, new ReplacePick(1, 2, ReplacementReason.UsedUp, " "), world.County)).ShouldBeRefused(PlanRefusal.WhyMissing);
        (await Plans.ReplaceAsync(plan, new ReplacePick(1, 2, ReplacementReason.UsedUp, "sold last week"), world.Sampler)).ShouldBeRefused(AccessRefusal.NotYourRole);
        (await Plans.ReplaceAsync(plan, new ReplacePick(1, 2, ReplacementReason.UsedUp, "sold last week"), world.County)).ShouldBeDone().ShouldBe(order[2]);
        (await Plans.ReplaceAsync(plan, new ReplacePick(1, 2, ReplacementReason.UsedUp, "again"), world.County)).ShouldBeRefused(PlanRefusal.PickUnknown);
        (await Plans.ReplaceAsync(plan, new ReplacePick(1, 3, ReplacementReason.NotFound, "not in the store"), world.County)).ShouldBeDone().ShouldBe(order[3]);
        (await Plans.ReplaceAsync(plan, new ReplacePick(1, 4, ReplacementReason.NotFound, "not there"), world.County)).ShouldBeRefused(PlanRefusal.NoReserve);

        (await world.DeedsOfAsync(plan.ToString())).First(d => d.Deed == DeedCode.DrawReplaced).Why.ShouldBe("sold last week");
        var covered = (await world.Get<SamplingPlanQueries>().FindAsync(plan, world.Sampler))!.Strata.Single();
        (covered.Drawn, covered.Replaced, covered.Listed).ShouldBe((2, 2, 4));
    }

    [Fact]
    public async Task Coverage_counts_samples_of_the_drawn_lots_and_of_the_plans_basis()
    {
        var (firm, lots) = await world.LotsOfMayAsync(4);
        var plan = await world.DrawnPlanAsync(firm, planned: 3);
        var order = await OrderAsync(plan);
        await world.ApprovedSampleAsync(order[0]);
        await world.DrawnSampleAsync(order[1]);
        await world.DrawnSampleAsync(order[2], SamplingBasis.Complaint);
        await world.DrawnSampleAsync(lots.Single(lot => lot == order[3]));

        var covered = (await world.Get<SamplingPlanQueries>().FindAsync(plan, world.Sampler))!.Strata.Single();

        (covered.Planned, covered.Listed, covered.Drawn, covered.Sampled, covered.Tested).ShouldBe((3, 4, 3, 2, 1));
        (await Plans.ReplaceAsync(plan, new ReplacePick(1, 1, ReplacementReason.Other, "we do not like it"), world.County)).ShouldBeRefused(PlanRefusal.PickSampled);
        (await world.Get<SamplingPlanQueries>().ListAsync(world.Sampler)).Single(p => p.Code == plan).Tested.ShouldBe(1);
    }

    [Fact]
    public async Task The_public_reads_no_firm_and_no_table_and_the_firm_no_plan_table()
    {
        var (firm, _) = await world.LotsOfMayAsync(3);
        var plan = await world.DrawnPlanAsync(firm, 1);

        (await world.Get<SamplingPlanQueries>().FindAsync(plan, Actor.Public))!.Strata.Single().Scope.ShouldBe(PlanText.OneFirm);
        (await world.Get<SamplingPlanQueries>().FindAsync(plan, world.Sampler))!.Strata.Single().Scope.ShouldNotBe(PlanText.OneFirm);
        foreach (var actor in new[] { Actor.Public, World.Person(Role.Exporter, firm: firm) })
        {
            await using var session = await AppSession.OpenAsync(world.Store.AppConnectionString, actor);
            foreach (var table in new[] { "sampling_plans", "strata", "frozen_lists", "listed_lots", "public_values", "picks" })
                (await session.CountAsync($"lab.{table}")).ShouldBe(0, $"{actor.Role} {table}");
        }
    }

    [Fact]
    public async Task Not_even_the_database_lets_a_county_officer_steer_the_draw()
    {
        var (firm, lots) = await world.LotsOfMayAsync(5);
        var plan = await world.PlanAsync(firm, 2);
        await world.FrozenAsync(plan);
        world.Clock.Advance(TimeSpan.FromDays(1));
        await using (var officer = await OfficerAsync(world.County))
        {
            const string Stratum = "(select p.id from lab.sampling_plans p where p.code = $1)";
            await officer.RefusesAsync($"delete from lab.listed_lots where plan_id = {Stratum}", plan.ToString());
            await officer.RefusesAsync($"insert into lab.listed_lots select plan_id, stratum, 'L26-99999-X', list_id from lab.listed_lots where plan_id = {Stratum} limit 1", plan.ToString());
            await officer.RefusesAsync($"update lab.strata set list_id = null where plan_id = {Stratum}", plan.ToString());
            await officer.RefusesAsync($"update lab.frozen_lists set value = '0308112', value_source = 's', drawn_at = now() where plan_id = {Stratum}", plan.ToString());
            await officer.RefusesAsync($"update lab.frozen_lists set value_day = value_day - 1 where plan_id = {Stratum}", plan.ToString());
        }

        await world.RevealAsync(plan, 1, "0308112", world.County);
        await world.RevealAsync(plan, 1, "0308112", world.OtherOfficer);
        var last = (await OrderAsync(plan))[^1];
        lots.ShouldContain(last);
        await using var session = await OfficerAsync(world.County);
        const string Insert =
            """
            insert into lab.picks (plan_id, stratum, place, lot, replaces, reason, why, picked_by, picked_at)
            select p.id, 1, 3, $2, 1, 'Other', 'because', $3, now() from lab.sampling_plans p where p.code = $1
            """;
        await session.RefusesAsync(Insert, plan.ToString(), last.ToString(), world.County.Account.Value);
        (await session.TellAsync(Insert, plan.ToString(), (await OrderAsync(plan))[2].ToString(), world.County.Account.Value)).ShouldBe(1, "the next of the order is let in, so that the refusal above is not for another reason");
    }

    private async Task<AppSession> OfficerAsync(Actor actor)
    {
        var session = await AppSession.OpenAsync(world.Store.AppConnectionString, actor);
        await session.AskAsync("select set_config('beetrace.now', $1, true)", world.Clock.GetUtcNow().UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        return session;
    }

    private async Task<IReadOnlyList<LotCode>> OrderAsync(PlanCode plan)
    {
        var seed = (await world.Get<SamplingPlanQueries>().FindAsync(plan, world.Sampler))!.Lists.Single().Seed!;
        var listed = await world.Get<SamplingPlanQueries>().ListedAsync(plan, world.Sampler);
        return [.. Draw.Order(seed, 1, listed.Select(l => l.Candidate.Lot)).Select(r => r.Candidate.Lot)];
    }

    private FreezeList Freeze(params int[] strata) => new(strata, "seven digits", 7, world.Today.AddDays(1));
}
