using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Lab;
using BeeTrace.Web.Tests.Data;

namespace BeeTrace.Web.Tests.Lab;

public sealed class QualityControlServiceTests(World world) : IClassFixture<World>
{
    private QualityControlService Quality => world.Get<QualityControlService>();

    [Fact]
    public async Task The_chart_of_a_certified_material_tells_warning_and_rejection()
    {
        var code = await world.SeriesAsync();
        await world.ControlsAsync(code, 40m, 44.5m, 47m);

        var sheet = (await world.Get<QualityControlQueries>().FindAsync(code, world.Sampler)).ShouldNotBeNull();

        sheet.Lines.Select(l => l.Point.Z).ShouldBe([0m, 2.25m, 3.5m]);
        sheet.Lines.Select(l => l.Point.Signals).ShouldBe(
            [[], [ControlSignal.OneTwoS], [ControlSignal.OneTwoS, ControlSignal.OneThreeS, ControlSignal.TwoTwoS]]);
        var row = (await world.Get<QualityControlQueries>().ListAsync(world.Auditor)).Single(r => r.Series.Code == code);
        (row.Points, row.Rejected, row.LastOn).ShouldBe((3, 1, world.Today));
    }

    [Fact]
    public async Task A_correction_has_the_place_of_what_it_corrects_and_a_reason()
    {
        var code = await world.SeriesAsync();
        var ids = await world.ControlsAsync(code, 41m, 410m, 39m);
        var correct = new EnterControl(ControlResultId.New(), code, world.Today.AddDays(-1), 41.0m, Supersedes: ids[1]);

        (await Quality.EnterAsync(correct, world.Analyst)).ShouldBeRefused(QualityRefusal.ReasonMissing);
        (await Quality.EnterAsync(correct with { Reason = "the point was forgotten" }, world.OtherAnalyst)).ShouldBeDone();
        (await Quality.EnterAsync(correct with { Id = ControlResultId.New(), Reason = "again" }, world.Analyst)).ShouldBeRefused(QualityRefusal.ResultUnknown);

        var lines = (await world.Get<QualityControlQueries>().FindAsync(code, world.Analyst))!.Lines;
        lines.Select(l => l.Result.First).ShouldBe([41m, 41m, 39m]);
        lines[1].Corrects.ShouldBe("the point was forgotten");
        var deed = (await world.DeedsOfAsync(code)).Single(d => d.Deed == DeedCode.ControlSuperseded);
        (deed.Why, deed.Old!.Contains("410", StringComparison.Ordinal)).ShouldBe(("the point was forgotten", true));
    }

    [Fact]
    public async Task Twenty_results_of_ones_own_become_the_mean_by_somebody_else_and_once()
    {
        var code = await world.SeriesAsync(world.ASeries() with { AssignedFrom = AssignedFrom.OwnResults, Mean = null, Sd = null, Source = "procedure QP-07" });
        await world.ControlsAsync(code, [.. Enumerable.Range(1, 19).Select(i => 40m + (i % 3))]);

        (await Quality.AssignAsync(code, world.Reviewer)).ShouldBeRefused(QualityRefusal.TooFewResults);
        await world.ControlsAsync(code, 41m);
        (await Quality.AssignAsync(code, world.Analyst)).ShouldBeRefused(AccessRefusal.NotYourRole);
        var own = (await Quality.AssignAsync(code, world.Reviewer)).ShouldBeDone();
        (await Quality.AssignAsync(code, world.Signatory)).ShouldBeRefused(QualityRefusal.NothingToAssign);

        own.Count.ShouldBe(20);
        await world.ControlsAsync(code, own.Mean + (4 * own.Sd));
        var lines = (await world.Get<QualityControlQueries>().FindAsync(code, world.Analyst))!.Lines;
        lines.Take(20).ShouldAllBe(l => l.Point.Signals.Count == 0);
        lines[20].Point.Signals.ShouldContain(ControlSignal.OneThreeS);
    }

    [Fact]
    public async Task Duplicates_spikes_and_blanks_are_judged_by_the_limits_that_were_typed_with_their_source()
    {
        var duplicate = await world.SeriesAsync(world.ASeries() with { Kind = ControlKind.Duplicate, High = 10m });
        var spike = await world.SeriesAsync(world.ASeries() with { Kind = ControlKind.Spike, Low = 80m, High = 110m });
        var blank = await world.SeriesAsync(world.ASeries() with { Kind = ControlKind.Blank, High = 0.5m });
        (await Quality.EnterAsync(new EnterControl(ControlResultId.New(), duplicate, world.Today, 30m, 40m), world.Analyst)).ShouldBeDone();
        (await Quality.EnterAsync(new EnterControl(ControlResultId.New(), spike, world.Today, 2m, 11.5m, 10m), world.Analyst)).ShouldBeDone();
        (await Quality.EnterAsync(new EnterControl(ControlResultId.New(), blank, world.Today, 0.5m), world.Analyst)).ShouldBeDone();

        async Task<ControlPoint> PointAsync(string code) => (await world.Get<QualityControlQueries>().FindAsync(code, world.Analyst))!.Lines.Single().Point;
        (await PointAsync(duplicate)).IsRejected.ShouldBeTrue();
        ((await PointAsync(spike)).Judged, (await PointAsync(spike)).IsRejected).ShouldBe((95m, false));
        (await PointAsync(blank)).IsRejected.ShouldBeTrue();
        (await Quality.StartAsync(world.ASeries() with { Kind = ControlKind.Blank, High = 0.5m, Source = " " }, world.Analyst)).ShouldBeRefused(QualityRefusal.SourceMissing);
    }

    [Fact]
    public async Task A_series_is_started_once_by_an_analyst_under_a_code_of_its_own()
    {
        var start = world.ASeries();
        var code = await world.SeriesAsync(start);

        (await Quality.StartAsync(start, world.Analyst)).ShouldBeDone().ShouldBe(code);
        (await Quality.StartAsync(world.ASeries() with { Code = code.ToLowerInvariant() }, world.Analyst)).ShouldBeRefused(QualityRefusal.CodeTaken);
        (await Quality.StartAsync(world.ASeries() with { Analyte = "STONE" }, world.Analyst)).ShouldBeRefused(LabRefusal.AnalyteUnknown);
        (await Quality.StartAsync(world.ASeries(), world.County)).ShouldBeRefused(AccessRefusal.NotYourRole);
        (await Quality.EnterAsync(new EnterControl(ControlResultId.New(), code, world.Today.AddDays(1), 40m), world.Analyst)).ShouldBeRefused(QualityRefusal.MeasuredInFuture);
        (await Quality.EnterAsync(new EnterControl(ControlResultId.New(), "NONE", world.Today, 40m), world.Analyst)).ShouldBeRefused(QualityRefusal.SeriesUnknown);
        (await Quality.EnterAsync(new EnterControl(ControlResultId.New(), code, world.Today, 40m), world.Reviewer)).ShouldBeRefused(AccessRefusal.NotYourRole);
    }

    [Fact]
    public async Task Saving_twice_is_one_result()
    {
        var code = await world.SeriesAsync();
        var enter = new EnterControl(ControlResultId.New(), code, world.Today, 40m);
        (await Quality.EnterAsync(enter, world.Analyst)).ShouldBeDone();
        (await Quality.EnterAsync(enter, world.Analyst)).ShouldBeDone();

        (await world.Get<QualityControlQueries>().FindAsync(code, world.Analyst))!.Lines.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_database_keeps_results_and_means_and_shows_them_to_the_laboratory_alone()
    {
        var code = await world.SeriesAsync();
        await world.ControlsAsync(code, 40m);
        await using (var analyst = await AppSession.OpenAsync(world.Store.AppConnectionString, world.Analyst))
        {
            await analyst.RefusesAsync("update lab.control_results set first = 1");
            await analyst.RefusesAsync("delete from lab.control_results");
        }

        await using (var reviewer = await AppSession.OpenAsync(world.Store.AppConnectionString, world.Reviewer))
            await reviewer.RefusesAsync("update lab.control_series set mean = 1, sd = 1 where code = $1", code);

        foreach (var actor in new[] { Actor.Public, World.Person(Role.Exporter), World.Person(Role.Beekeeper) })
        {
            await using var session = await AppSession.OpenAsync(world.Store.AppConnectionString, actor);
            (await session.CountAsync("lab.control_series")).ShouldBe(0);
            (await session.CountAsync("lab.control_results")).ShouldBe(0);
        }
    }
}
