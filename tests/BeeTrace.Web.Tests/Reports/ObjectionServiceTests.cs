using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Reports;
using BeeTrace.Web.Lab;
using BeeTrace.Web.Reports;

namespace BeeTrace.Web.Tests.Reports;

public sealed class ObjectionServiceTests(World world) : IClassFixture<World>
{
    private ObjectionService Service => world.Get<ObjectionService>();

    [Fact]
    public async Task A_firm_objects_the_county_grants_a_re_test_and_its_verdict_counts_once()
    {
        var (firm, lot, number) = await FailedAsync();
        (await RateAsync(firm)).ShouldBe((1, 0));
        (await Service.FileAsync(number, "保留样品未检", firm)).ShouldBeDone();
        (await Service.FileAsync(number, "again", firm)).ShouldBeRefused(ReportRefusal.ObjectionTwice);
        (await Service.AcceptAsync(number, await VersionAsync(number), world.County)).ShouldBeDone();

        var reTest = await ReTestAsync(lot);
        (await Service.ConcludeAsync(number, await VersionAsync(number), reTest.ToString(), world.Signatory)).ShouldBeDone();

        var sheet = (await world.Get<ReportQueries>().FindAsync(number, firm)).ShouldNotBeNull();
        (sheet.Objection!.State, sheet.Objection.FinalVerdict, sheet.Verdict, sheet.ReTest).ShouldBe((ObjectionState.Overturned, Verdict.Pass, Verdict.Fail, reTest));
        (await RateAsync(firm)).ShouldBe((1, 1));
        (await world.DeedsOfAsync(number.ToString())).Select(d => d.Deed).Where(d => d.StartsWith("objection", StringComparison.Ordinal))
            .ShouldBe([DeedCode.ObjectionFiled, DeedCode.ObjectionAccepted, DeedCode.ObjectionConcluded], ignoreOrder: true);
    }

    [Fact]
    public async Task A_re_test_that_fails_upholds_the_first_result()
    {
        var (firm, lot, number) = await FailedAsync();
        (await Service.FileAsync(number, "why", firm)).ShouldBeDone();
        (await Service.AcceptAsync(number, await VersionAsync(number), world.County)).ShouldBeDone();
        var surveillance = await world.ApprovedSampleAsync(lot);
        (await Service.ConcludeAsync(number, await VersionAsync(number), surveillance.ToString(), world.Signatory)).ShouldBeRefused(ReportRefusal.ReTestDoesNotFit);
        (await Service.ConcludeAsync(number, await VersionAsync(number), (await ReTestAsync(await world.LotAsync())).ToString(), world.Signatory))
            .ShouldBeRefused(ReportRefusal.ReTestDoesNotFit);

        (await Service.ConcludeAsync(number, await VersionAsync(number), (await ReTestAsync(lot, ("SUCROSE", "7.3"))).ToString(), world.Signatory)).ShouldBeDone();

        (await world.Get<ReportQueries>().FindAsync(number, firm))!.Objection!.State.ShouldBe(ObjectionState.Upheld);
    }

    [Fact]
    public async Task Only_a_failing_result_of_an_ordered_sampling_is_objected_to_and_only_by_its_firm()
    {
        var (firm, _, number) = await FailedAsync();
        (await Service.FileAsync(number, "why", await world.ExporterAsync())).ShouldBeRefused(ReportRefusal.ReportUnknown);
        (await Service.FileAsync(number, "why", world.Analyst)).ShouldBeRefused(AccessRefusal.NotYourRole);
        (await Service.FileAsync(number, " ", firm)).ShouldBeRefused(ReportRefusal.ReasonMissing);

        var lot = await LotAsync(firm);
        var passed = await world.IssuedReportAsync(await world.ApprovedSampleAsync(lot));
        (await Service.FileAsync(passed, "why", firm)).ShouldBeRefused(ReportRefusal.NothingToObjectTo);
        var entrusted = await world.IssuedReportAsync(await world.ApprovedSampleAsync(lot, ("SUCROSE", "7.2")), r => r with { Regime = null });
        (await Service.FileAsync(entrusted, "why", firm)).ShouldBeRefused(ReportRefusal.NoRightToObject);
    }

    [Fact]
    public async Task The_county_refuses_with_a_reason_and_decides_once()
    {
        var (firm, _, number) = await FailedAsync();
        (await Service.FileAsync(number, "why", firm)).ShouldBeDone();
        var version = await VersionAsync(number);
        (await Service.AcceptAsync(number, version, world.Signatory)).ShouldBeRefused(AccessRefusal.NotYourRole);
        (await Service.RefuseAsync(number, version, "", world.County)).ShouldBeRefused(ReportRefusal.ReasonMissing);
        (await Service.RefuseAsync(number, version, "微生物项目", world.County)).ShouldBeDone();

        (await Service.AcceptAsync(number, version, world.County)).ShouldBeRefused(AccessRefusal.ChangedMeanwhile);
        (await Service.AcceptAsync(number, await VersionAsync(number), world.County)).ShouldBeRefused(ReportRefusal.StateNotAllowed);
    }

    private async Task<(Actor Firm, LotCode Lot, ReportNumber Number)> FailedAsync()
    {
        var firm = await world.ExporterAsync();
        var lot = await LotAsync(firm);
        return (firm, lot, await world.IssuedReportAsync(await world.ApprovedSampleAsync(lot, ("SUCROSE", "7.2"))));
    }

    private async Task<LotCode> LotAsync(Actor firm) => await world.LotAsync(firm, await world.ApiaryAsync(await world.BeekeeperAsync()));

    /// <summary>An approved re-test of a lot, good but for what is typed.</summary>
    private async Task<SampleCode> ReTestAsync(LotCode lot, params (string Analyte, string Text)[] readings)
    {
        var model = await world.SubmittedSampleAsync(lot, readings);
        var sheet = (await world.Get<SampleQueries>().FindAsync(model, world.Analyst))!;
        var code = await world.SampleAsync(lot, SamplingBasis.ReTest);
        foreach (var row in sheet.Rows.Where(row => row.Reading is not null))
            await world.ReadingAsync(code, row.Analyte.Code, row.Reading!.Text, row.Reading.Lod, row.Reading.Loq);
        (await world.Get<SampleService>().SubmitAsync(code, world.Analyst)).ShouldBeDone();
        (await world.ApproveAsync(code, world.Reviewer)).ShouldBeDone();
        return code;
    }

    private async Task<uint> VersionAsync(ReportNumber number) => (await world.Get<ReportQueries>().FindAsync(number, world.Auditor))!.Objection!.Version;

    /// <summary>Surveillance samples of a firm: how many were judged, and how many of them passed.</summary>
    private async Task<(int Judged, int Passed)> RateAsync(Actor firm)
    {
        var scope = new PassRateScope(world.Today, world.Today, SamplingBasis.RandomSurveillance, Firm: firm.Firm);
        var total = (await world.SeeAsync(world.Auditor, db => PassRateQueries.CountAsync(db, scope, CancellationToken.None))).Total;
        return (total.Rate.Judged, total.Rate.Passed);
    }
}
