using System.Text;
using System.Text.RegularExpressions;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Import;
using BeeTrace.Web.Lab;
using BeeTrace.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Tests.Import;

/// <summary>An instrument's file on its way to the bench: looked at, told whole, entered whole or not at all.</summary>
public sealed class BenchFilesTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task A_file_is_looked_at_then_entered_in_the_analysts_own_name_by_the_rules_of_the_bench()
    {
        await MethodAsync("CHLORAMPHENICOL", "GB/T 18932.19-2003", 0.1m, 0.3m);
        var sample = await SampleAsync();
        await TakeAsync($"sample,analyte,value,unit,method,area\n{sample},CHLORAMPHENICOL,ND,ng/g,gb/t 18932.19-2003,12345\n{sample},sucrose,4.20,g/100 g,,\n");

        var file = Found();
        file.Errors.ShouldBeEmpty();
        file.Coming.ShouldBe(2);
        file.Content.LeftOut.ShouldBe(["area"], "peak areas are no results");
        (await CountAsync(sample)).ShouldBe(0, "looking enters nothing");

        (await EnterAsync()).ShouldBeDone().Entered.ShouldBe(2);

        var stored = await ReadingsAsync(sample);
        stored.Select(r => (r.Analyte, r.Text, r.Lod, r.Method)).ShouldBe([("CHLORAMPHENICOL", "ND", 0.1m, "GB/T 18932.19-2003"), ("SUCROSE", "4.20", null, null)]);
        stored.ShouldAllBe(r => r.EnteredBy == world.Analyst.Account);
        (await world.SeeAsync(world.Analyst, db => db.Samples.Where(s => s.Code == sample).Select(s => s.Status).SingleAsync())).ShouldBe(SampleStatus.Testing);
        (await world.DeedsOfAsync(sample.ToString())).Count(d => d.Deed == DeedCode.ReadingEntered && d.ActorId == world.Analyst.Account).ShouldBe(2);
        world.Get<BenchFiles>().Find(world.Analyst).ShouldBeNull("what is entered is not kept");
    }

    [Fact]
    public async Task The_same_file_twice_enters_once()
    {
        var sample = await SampleAsync();
        var text = $"样品号;项目;结果;单位\n{sample};SUCROSE;42;g/kg\n{sample};HMF;4200;µg/kg\n";
        await TakeAsync(text);
        (await EnterAsync()).ShouldBeDone();

        await TakeAsync(text);

        (Found().Coming, Found().Answer.CountOf(FileCellState.Standing)).ShouldBe((0, 2));
        (await EnterAsync()).ShouldBeDone().Entered.ShouldBe(0);
        (await ReadingsAsync(sample)).Select(r => r.Text).ShouldBe(["4.200", "4.2"], "units are converted exactly, digit for digit");
    }

    [Fact]
    public async Task Every_wrong_cell_is_told_with_its_row_and_column_and_nothing_is_half_saved()
    {
        var (sample, submitted) = (await SampleAsync(), await world.SubmittedSampleAsync(await world.LotAsync()));
        await TakeAsync(string.Join('\n', [
            "HPLC report 2026-05-20", "", "Sample;Compound;Result;Unit;Method", $"{sample};SUCROSE;4.2;g/100 g;", $"{sample};HMF;1,5;mg/kg;", $"{sample};WINGS;4;;",
            "S26-00001-0;HMF;4;;", $"{sample};MOISTURE;18;CFU/g;", $"{sample};ACIDITY;18;stones;", $"{sample};DIASTASE;8;;GB/T 0", $"{submitted};SUCROSE;3.3;;", $"{sample};SUCROSE;4.2;;",
            $"{sample};ASH;;;"]));

        var file = Found();

        file.Errors.Select(e => (e.Row, e.Column, e.Refusal.Code)).ShouldBe([
            (5, "value", LabRefusal.CommaInNumber), (6, "analyte", LabRefusal.AnalyteUnknown), (7, "sample", CodeRefusal.CheckCharacter),
            (8, "unit", LabRefusal.UnitsDiffer), (9, "unit", LabRefusal.UnitUnknown), (10, "method", LabRefusal.MethodUnknown), (11, "sample", LabRefusal.StatusNotAllowed),
            (12, "value", ImportRefusal.Twice), (13, "value", ImportRefusal.Missing)]);
        (await EnterAsync()).IsDone.ShouldBeFalse();
        (await CountAsync(sample)).ShouldBe(0);
    }

    [Fact]
    public async Task Five_hundred_wrong_cells_of_a_workbook_are_all_told_in_words()
    {
        var sample = await world.BlindAsync(await SampleAsync());
        var book = new Workbook().Row("s:样品", "s:项目", "s:结果", "s:单位");
        for (var i = 0; i < 500; i++)
            book.Row($"s:{sample}", "s:HMF", $"s:{i},5", "s:mg/kg");

        (await world.Get<BenchFiles>().TakeAsync("series.xlsx", new MemoryStream(book.Bytes()), world.Analyst)).ShouldBeDone();

        var unreadable = Found().Errors.Where(e => e.Refusal.Code == LabRefusal.CommaInNumber).ToList();
        unreadable.Select(e => e.Row).ShouldBe(Enumerable.Range(2, 500));
        unreadable.ShouldAllBe(e => RefusalText.Of(e.Refusal).Zh.Contains("逗号", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_column_for_each_analyte_is_read_too_and_an_empty_cell_was_not_tested()
    {
        var (one, other) = (await SampleAsync(), await SampleAsync());
        await TakeAsync($"样品,HMF (µg/kg),蔗糖,Peak\n{one},4200,4.2,1\n{other},,<0.5,2\n");

        Found().Errors.ShouldBeEmpty();
        (await EnterAsync()).ShouldBeDone().Entered.ShouldBe(3);

        (await ReadingsAsync(one)).Select(r => (r.Analyte, r.Text)).ShouldBe([("HMF", "4.200"), ("SUCROSE", "4.2")]);
        (await ReadingsAsync(other)).Select(r => (r.Analyte, r.Text)).ShouldBe([("SUCROSE", "<0.5")]);
    }

    [Fact]
    public async Task A_reading_that_would_be_superseded_is_listed_and_needs_one_reason()
    {
        var sample = await SampleAsync();
        await world.ReadingAsync(sample, "SUCROSE", "4.2");
        await TakeAsync($"sample,analyte,value\n{sample},SUCROSE,4.6\n");

        Found().Corrections.Single().Before!.Text.ShouldBe("4.2");
        (await EnterAsync()).Refusals.Single().Code.ShouldBe(LabRefusal.ReasonMissing);
        (await EnterAsync("integrated again")).ShouldBeDone().Entered.ShouldBe(1);

        (await ReadingsAsync(sample)).Last().Reason.ShouldBe("integrated again");
    }

    [Fact]
    public async Task A_reading_that_came_since_the_file_was_looked_at_is_not_overwritten()
    {
        var sample = await SampleAsync();
        await TakeAsync($"sample,analyte,value\n{sample},SUCROSE,4.6\n");
        await world.ReadingAsync(sample, "SUCROSE", "4.2");

        var entered = (await EnterAsync("integrated again")).ShouldBeDone();

        (entered.Entered, entered.Cells.Single().Refusals.Single().Code).ShouldBe((0, LabRefusal.ReadingChangedMeanwhile));
        (await CountAsync(sample)).ShouldBe(1);
        Found().Corrections.Single().Before!.Text.ShouldBe("4.2", "it is looked at again and shows what came");
    }

    [Fact]
    public async Task What_nobody_ordered_is_asked_about_and_entered_once_confirmed()
    {
        var sample = await SampleAsync();
        await TakeAsync($"sample,analyte,value\n{sample},HMF,12\n");

        Found().Asked.Single().Refusals.Single().Code.ShouldBe(LabRefusal.NotOrdered);
        (await EnterAsync(sure: false)).ShouldBeDone().Entered.ShouldBe(0);
        (await EnterAsync(sure: true)).ShouldBeDone().Entered.ShouldBe(1);
    }

    [Theory]
    [InlineData(Role.Sampler)]
    [InlineData(Role.Reviewer)]
    [InlineData(Role.County)]
    public async Task Only_an_analyst_brings_a_file(Role role) =>
        (await world.Get<BenchFiles>().TakeAsync("a.csv", new MemoryStream("sample"u8.ToArray()), World.Person(role))).Refusals.Single().Code.ShouldBe(AccessRefusal.NotYourRole);

    [Fact]
    public async Task A_file_above_five_megabytes_is_refused_in_words()
    {
        var refusal = (await world.Get<BenchFiles>().TakeAsync("big.csv", new MemoryStream(new byte[6 * 1024 * 1024]), world.Analyst)).Refusals.Single();
        RefusalText.Of(refusal).En.ShouldBe("The file is larger than 5 MB. Split it.");
    }

    [Fact]
    public async Task A_table_without_a_head_says_what_it_needs()
    {
        await TakeAsync("a,b\n1,2\n");
        Found().Errors.Single().Refusal.Code.ShouldBe(ImportRefusal.NoBenchHead);
    }

    [Fact]
    public async Task A_sample_is_named_by_its_blind_number_and_its_own_number_tells_nobody_whose_it_is()
    {
        var sample = await SampleAsync();
        var text = $"sample,analyte,value\n{sample},HMF,4.2\n";
        (await world.Get<BenchFiles>().TakeAsync("series.csv", new MemoryStream(Encoding.UTF8.GetBytes(text)), world.Analyst)).ShouldBeDone();
        Found().Errors.Single().Refusal.Code.ShouldBe(LabRefusal.SampleUnknown);
    }

    /// <summary>A file as the instrument writes it: with the blind number where a test wrote the sample's own.</summary>
    private async Task TakeAsync(string text)
    {
        foreach (var code in Regex.Matches(text, "S[0-9]{2}-[0-9]{5}-[0-9A-Z]").Select(match => match.Value).Distinct())
        {
            if (SampleCode.TryParse(code, out var sample))
                text = text.Replace(code, (await world.BlindAsync(sample)).ToString(), StringComparison.Ordinal);
        }

        (await world.Get<BenchFiles>().TakeAsync("series.csv", new MemoryStream(Encoding.UTF8.GetBytes(text)), world.Analyst)).ShouldBeDone();
    }

    private BenchFile Found() => world.Get<BenchFiles>().Find(world.Analyst).ShouldNotBeNull();

    private Task<Outcome<FileAnswer>> EnterAsync(string? reason = null, bool sure = true) => world.Get<BenchFiles>().EnterAsync(reason, sure, world.Analyst);

    private async Task<SampleCode> SampleAsync() => await world.SampleAsync(await world.LotAsync());

    private Task<List<EnteredReading>> ReadingsAsync(SampleCode sample) => world.SeeAsync(world.Analyst, db => db.Readings.AsNoTracking()
        .Where(r => db.Samples.Any(s => s.Id == r.SampleId && s.Code == sample)).OrderBy(r => r.Analyte).ThenBy(r => r.EnteredAt).ThenBy(r => r.Id).ToListAsync());

    private async Task<int> CountAsync(SampleCode sample) => (await ReadingsAsync(sample)).Count;

    private async Task MethodAsync(string analyte, string code, decimal lod, decimal loq) => (await world.Get<MethodService>().RegisterAsync(
        new RegisterMethod(MethodId.New(), "HONEY", analyte, code, lod, loq, null, "LC-MS/MS", false, false, "validation report 7", world.Today), world.Reviewer)).ShouldBeDone();
}
