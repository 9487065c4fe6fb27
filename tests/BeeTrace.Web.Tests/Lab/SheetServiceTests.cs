using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Lab;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Tests.Lab;

/// <summary>The bench: a row of cells in one transaction, each cell answered for itself.</summary>
public sealed class SheetServiceTests(World world) : IClassFixture<World>
{
    private static readonly string[] Markets = ["CN", "EU", "JP"];

    [Fact]
    public async Task A_row_is_saved_judged_and_recorded_and_takes_LOD_and_method_from_the_bench()
    {
        await MethodAsync("CHLORAMPHENICOL", "GB/T 18932.19", 0.1m, 0.3m);
        var sample = await SampleAsync();

        var answer = await EnterAsync(sample, Cell("CHLORAMPHENICOL", "未检出"), Cell("FRUCTOSE_GLUCOSE", "66.10"), Cell("AOZ", "ND(<0.2)"));

        answer.Cells.ShouldAllBe(cell => cell.IsSaved);
        answer.Markets.Select(m => m.Profile.Market).ShouldBe(Markets);
        ItemOf(answer, "CN", "CHLORAMPHENICOL").Verdict.ShouldBe(Verdict.Pass);
        var stored = await world.SeeAsync(world.Analyst, db => db.Readings.Where(r => r.Analyte == "CHLORAMPHENICOL" && r.Id == answer.Cells[0].Id).SingleAsync());
        (stored.Text, stored.Kind, stored.Lod, stored.Loq, stored.Method).ShouldBe(("未检出", ReadingKind.BelowLod, 0.1m, 0.3m, "GB/T 18932.19"));
        answer.Cells[1].Stands!.Text.ShouldBe("66.10", "digits stay as typed");
        (await world.DeedsOfAsync(sample.ToString())).Count(d => d.Deed == DeedCode.ReadingEntered).ShouldBe(3);
    }

    [Fact]
    public async Task A_cell_that_cannot_be_read_keeps_none_of_its_neighbours_from_being_saved()
    {
        var sample = await SampleAsync();

        var answer = await EnterAsync(sample, Cell("SUCROSE", "1,5"), Cell("MOISTURE", "18.2"), Cell("HMF", "1.5.2"), Cell("WINGS", "4"));

        answer.Cells.Select(cell => cell.Refusals is [var first, ..] ? first.Code : null).ShouldBe(
            [LabRefusal.CommaInNumber, null, LabRefusal.ReadingUnreadable, LabRefusal.AnalyteUnknown]);
        (await CountAsync(sample)).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_sent_twice_arrives_once()
    {
        var sample = await SampleAsync();
        var cell = Cell("SUCROSE", "4.2");

        var both = await Task.WhenAll(EnterAsync(sample, cell), EnterAsync(sample, cell));

        both.ShouldAllBe(answer => answer.Cells[0].IsSaved && answer.Cells[0].Stands!.Id == cell.Id);
        (await CountAsync(sample)).ShouldBe(1);
        (await world.DeedsOfAsync(sample.ToString())).Count(d => d.Deed == DeedCode.ReadingEntered).ShouldBe(1);
    }

    [Fact]
    public async Task An_identity_that_was_used_for_another_reading_is_refused()
    {
        var sample = await SampleAsync();
        var cell = Cell("SUCROSE", "4.2");
        await EnterAsync(sample, cell);

        (await EnterAsync(sample, cell with { Text = "4.3" })).Cells[0].Refusals.Single().Code.ShouldBe(LabRefusal.ReadingIdTaken);
        (await EnterAsync(sample, cell with { Analyte = "HMF" })).Cells[0].Refusals.Single().Code.ShouldBe(LabRefusal.ReadingIdTaken);
        (await CountAsync(sample)).ShouldBe(1);
    }

    [Fact]
    public async Task Two_people_in_one_cell_see_both_values_and_neither_is_lost()
    {
        var sample = await SampleAsync();
        await EnterAsync(sample, Cell("SUCROSE", "4.2"));

        var second = await EnterAsync(sample, Cell("SUCROSE", "4.6"));

        var refusal = second.Cells[0].Refusals.Single();
        (refusal.Code, refusal.Arguments[0], refusal.Arguments[1]).ShouldBe((LabRefusal.ReadingChangedMeanwhile, "4.2", "4.6"));
        second.Cells[0].Stands!.Text.ShouldBe("4.2");

        var corrected = await EnterAsync(sample, Cell("SUCROSE", "4.6") with { Supersedes = second.Cells[0].Stands!.Id, Reason = "re-read the chromatogram" });
        corrected.Cells[0].IsSaved.ShouldBeTrue();
        (await CountAsync(sample)).ShouldBe(2, "the first one is kept");
        (await world.DeedsOfAsync(sample.ToString())).Single(d => d.Deed == DeedCode.ReadingSuperseded).Why.ShouldBe("re-read the chromatogram");
    }

    [Fact]
    public async Task A_correction_says_why()
    {
        var sample = await SampleAsync();
        var first = await EnterAsync(sample, Cell("SUCROSE", "4.2"));
        var second = await EnterAsync(sample, Cell("SUCROSE", "4.3") with { Supersedes = first.Cells[0].Id });
        second.Cells[0].Refusals.Single().Code.ShouldBe(LabRefusal.ReasonMissing);
    }

    [Theory]
    [InlineData("HMF", "4200 µg/kg", "4.200")]
    [InlineData("HMF", "<0.5 mg/kg", "<0.5")]
    [InlineData("SUCROSE", "42 g/kg", "4.2")]
    public async Task Another_unit_is_converted_exactly_into_the_columns(string analyte, string typed, string stands)
    {
        var answer = await EnterAsync(await SampleAsync(), Cell(analyte, typed));
        answer.Cells[0].Refusals.ShouldBeEmpty();
        answer.Cells[0].Stands!.Text.ShouldBe(stands);
    }

    [Fact]
    public async Task A_unit_that_measures_something_else_is_refused()
    {
        var answer = await EnterAsync(await SampleAsync(), Cell("HMF", "42 CFU/g"));
        answer.Cells[0].Refusals.Single().Code.ShouldBe(LabRefusal.UnitsDiffer);
    }

    [Fact]
    public async Task A_number_far_outside_of_what_was_measured_asks_and_more_than_the_whole_is_refused()
    {
        for (var i = 0; i < Plausibility.FewestReadings; i++)
            await world.ApprovedSampleAsync(await world.LotAsync(), ("FRUCTOSE_GLUCOSE", $"6{i}.0"));
        var sample = await SampleAsync();

        var slipped = Cell("FRUCTOSE_GLUCOSE", "6.1");
        (await EnterAsync(sample, slipped)).Cells[0].IsSaved.ShouldBeTrue("ten times less is not yet outside of it");
        var far = Cell("FRUCTOSE_GLUCOSE", "0.61") with { Supersedes = slipped.Id, Reason = "diluted" };
        (await EnterAsync(sample, far)).Cells[0].Refusals.Single().Code.ShouldBe(LabRefusal.OutOfRange);
        (await EnterAsync(sample, far with { Sure = true })).Cells[0].IsSaved.ShouldBeTrue();
        (await EnterAsync(sample, Cell("SUCROSE", "420") with { Sure = true })).Cells[0].Refusals.Single().Code.ShouldBe(LabRefusal.AboveTheWhole);
    }

    [Fact]
    public async Task Only_an_analyst_enters_and_only_while_the_sample_is_tested()
    {
        var sample = await SampleAsync();
        foreach (var actor in new[] { world.Sampler, world.Reviewer, world.Signatory, world.County })
            (await world.Get<SheetService>().EnterAsync(new EnterRow(sample, [Cell("SUCROSE", "4.2")]), Markets, actor)).Refusals.Single().Code.ShouldBe(AccessRefusal.NotYourRole);

        var submitted = await world.SubmittedSampleAsync(await world.LotAsync());
        (await world.Get<SheetService>().EnterAsync(new EnterRow(submitted, [Cell("SUCROSE", "4.2")]), Markets, world.Analyst))
            .Refusals.Single().Code.ShouldBe(LabRefusal.StatusNotAllowed);
    }

    [Fact]
    public async Task The_bench_lists_what_is_received_with_columns_for_all_that_is_asked_for()
    {
        var sample = await SampleAsync();
        await EnterAsync(sample, Cell("HMF", "12"));

        var bench = await world.Get<SheetQueries>().ReadAsync("HONEY", Markets, world.Analyst);
        var blind = (await world.BlindAsync(sample)).ToString();
        var row = bench.Rows.Single(r => r.Mark == blind);
        row.Readings["HMF"].Text.ShouldBe("12");
        row.Markets.Select(m => m.Profile.Market).ShouldBe(Markets);
        bench.Columns.Select(c => c.Analyte.Code).ShouldContain("HMF");
        bench.Columns.Single(c => c.Analyte.Code == "CHLORAMPHENICOL").Required.ShouldBeTrue();
        bench.Columns.Single(c => c.Analyte.Code == "HMF").Required.ShouldBeFalse();
    }

    private async Task<SampleCode> SampleAsync() => await world.SampleAsync(await world.LotAsync());

    private async Task<RowAnswer> EnterAsync(SampleCode sample, params EnterCell[] cells) =>
        (await world.Get<SheetService>().EnterAsync(new EnterRow(sample, cells), Markets, world.Analyst)).Value;

    private Task<int> CountAsync(SampleCode sample) => world.SeeAsync(world.Analyst, db =>
        db.Readings.CountAsync(r => db.Samples.Any(s => s.Id == r.SampleId && s.Code == sample)));

    private async Task MethodAsync(string analyte, string code, decimal lod, decimal loq) => (await world.Get<MethodService>().RegisterAsync(
        new RegisterMethod(MethodId.New(), "HONEY", analyte, code, lod, loq, null, "LC-MS/MS", false, false, "validation report 7", world.Today), world.Reviewer)).ShouldBeDone();

    private static EnterCell Cell(string analyte, string text) => new(ReadingId.New(), analyte, text);

    private static ItemJudgement ItemOf(RowAnswer answer, string market, string analyte) =>
        answer.Markets.Single(m => m.Profile.Market == market).Judgement.Items.Single(i => i.Analyte == analyte);
}
