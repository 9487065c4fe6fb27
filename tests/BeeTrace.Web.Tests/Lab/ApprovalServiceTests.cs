using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Data;
using BeeTrace.Web.Lab;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Tests.Lab;

public sealed class ApprovalServiceTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task A_verdict_names_standard_edition_limit_rule_and_profile()
    {
        var code = await world.ApprovedSampleAsync(await world.LotAsync(plant: World.Rape), ("SUCROSE", "7.2"));

        var frozen = await FrozenAsync(code);
        (frozen.Verdict, frozen.Market, frozen.ProfileVersion, frozen.Rule).ShouldBe((Verdict.Fail, "CN", "CN-2020.1", DecisionRule.CnFull));
        var sucrose = frozen.Items.Single(i => i.Analyte == "SUCROSE");
        (sucrose.Verdict, sucrose.Standard, sucrose.LimitEn, sucrose.Rule, sucrose.ReadingEn)
            .ShouldBe((Verdict.Fail, "GB 14963-2011", "≤ 5 g/100 g", DecisionRule.CnFull, "7.2 g/100 g"));
        sucrose.ReadingId.ShouldNotBeNull();
        frozen.Items.Where(i => i.Analyte != "SUCROSE").ShouldAllBe(i => i.Verdict == Verdict.Pass || i.Verdict == Verdict.NoLimit);
    }

    [Fact]
    public async Task The_same_sucrose_passes_in_citrus_honey()
    {
        var code = await world.ApprovedSampleAsync(await world.LotAsync(plant: World.Citrus), ("SUCROSE", "7.2"));

        var frozen = await FrozenAsync(code);
        frozen.Items.Single(i => i.Analyte == "SUCROSE").LimitEn.ShouldBe("≤ 10 g/100 g");
        frozen.Verdict.ShouldBe(Verdict.Pass);
    }

    [Fact]
    public async Task Nobody_approves_readings_they_entered_not_even_superseded_ones()
    {
        var code = await world.SubmittedSampleAsync(await world.LotAsync());
        var analystAsReviewer = new Actor(world.Analyst.Account, world.Analyst.Name, Role.Reviewer);

        (await world.ApproveAsync(code, analystAsReviewer)).ShouldBeRefused(LabRefusal.SamePerson);
        (await world.ApproveAsync(code, world.Reviewer)).ShouldBeDone();
    }

    [Fact]
    public async Task Who_saw_an_older_state_is_told_that_it_changed()
    {
        var code = await world.SubmittedSampleAsync(await world.LotAsync());
        var seen = (await world.Get<SampleQueries>().FindAsync(code, world.Reviewer))!.Sample.Version;
        (await world.Get<SampleService>().ReturnAsync(code, "once more", world.Signatory)).ShouldBeDone();
        (await world.Get<SampleService>().SubmitAsync(code, world.Analyst)).ShouldBeDone();

        (await world.Get<ApprovalService>().ApproveAsync(code, seen, world.Reviewer)).ShouldBeRefused(AccessRefusal.ChangedMeanwhile);
    }

    [Fact]
    public async Task Of_two_who_approve_at_once_one_does()
    {
        var code = await world.SubmittedSampleAsync(await world.LotAsync());

        var outcomes = await Task.WhenAll(world.ApproveAsync(code, world.Reviewer), world.ApproveAsync(code, world.Signatory));

        outcomes.Count(o => o.IsDone).ShouldBe(1);
        (await world.SeeAsync(world.Auditor, db => db.Evaluations.CountAsync(e => db.Samples.Any(s => s.Id == e.SampleId && s.Code == code)))).ShouldBe(1);
        (await world.DeedsOfAsync(code.ToString())).Count(d => d.Deed == DeedCode.SampleApproved).ShouldBe(1);
    }

    [Fact]
    public async Task Only_a_second_pair_of_eyes_approves()
    {
        var code = await world.SubmittedSampleAsync(await world.LotAsync());
        foreach (var actor in new[] { world.Sampler, world.OtherAnalyst, world.County, world.Auditor, world.Admin })
            (await world.ApproveAsync(code, actor)).ShouldBeRefused(AccessRefusal.NotYourRole);
    }

    [Fact]
    public async Task A_panel_that_is_not_complete_does_not_pass()
    {
        var code = await world.SampleAsync(await world.LotAsync());
        await world.ReadingAsync(code, "SUCROSE", "3.2");
        (await world.Get<SampleService>().SubmitAsync(code, world.Analyst)).ShouldBeDone();

        (await world.ApproveAsync(code, world.Reviewer)).ShouldBeDone().ShouldBe(Verdict.Incomplete);
    }

    private async Task<Evaluation> FrozenAsync(SampleCode code) =>
        (await world.Get<SampleQueries>().FindAsync(code, world.Auditor)).ShouldNotBeNull().Frozen.ShouldNotBeNull();
}
