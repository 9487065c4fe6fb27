using Bunit;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Lab;
using BeeTrace.Web.Tests.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace BeeTrace.Web.Tests.Lab;

/// <summary>The sheet on a real database: what is typed is saved once, and two people are told of each other.</summary>
public sealed class ReadingSheetTests : BunitContext, IClassFixture<World>
{
    private readonly World _world;

    public ReadingSheetTests(World world)
    {
        _world = world;
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<TimeProvider>(world.Clock);
        Services.AddSingleton(world.Get<ReadingService>());
        Services.AddSingleton(world.Get<SampleQueries>());
    }

    [Fact]
    public async Task A_reading_typed_and_left_by_Enter_is_saved()
    {
        using var reader = Reader.Of("en");
        var code = await _world.SampleAsync(await _world.LotAsync());
        var sheet = await SheetAsync(code, _world.Analyst);
        Type(sheet, "CHLORAMPHENICOL", "0.42");

        await sheet.WaitForAssertionAsync(() => Line(sheet, "CHLORAMPHENICOL").TextContent.ShouldContain("saved 09:00:00"));
        (await ReadAsync(code)).Rows.Single(row => row.Analyte.Code == "CHLORAMPHENICOL").Reading!.Text.ShouldBe("0.42");
    }

    [Fact]
    public async Task Who_types_over_another_persons_reading_sees_both_and_decides()
    {
        using var reader = Reader.Of("en");
        var code = await _world.SampleAsync(await _world.LotAsync());
        var sheet = await SheetAsync(code, _world.Analyst);
        (await _world.Get<ReadingService>().EnterAsync(new EnterReading(code, "SUCROSE", "3.1", null, null), _world.OtherAnalyst)).ShouldBeDone();
        Type(sheet, "SUCROSE", "4.4");

        await sheet.WaitForAssertionAsync(() => sheet.Find(".beside .wrong").TextContent.ShouldSatisfyAllConditions(
            said => said.ShouldContain("3.1"), said => said.ShouldContain("4.4")));
        (await ReadAsync(code)).Rows.Single(row => row.Analyte.Code == "SUCROSE").Reading!.Text.ShouldBe("3.1");
        Cell(sheet, "SUCROSE").GetAttribute("value").ShouldBe("4.4");
    }

    [Fact]
    public async Task Somebody_who_is_no_analyst_reads_the_sheet_and_types_nothing()
    {
        using var reader = Reader.Of("en");
        var code = await _world.SampleAsync(await _world.LotAsync());
        (await SheetAsync(code, _world.Reviewer)).FindAll("input").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_submitted_sheet_takes_no_more_readings()
    {
        using var reader = Reader.Of("en");
        var code = await _world.SubmittedSampleAsync(await _world.LotAsync());
        (await SheetAsync(code, _world.Analyst)).FindAll("input").ShouldBeEmpty();
    }

    private async Task<IRenderedComponent<ReadingSheet>> SheetAsync(SampleCode code, Actor actor)
    {
        var read = (await _world.Get<SampleQueries>().FindAsync(code, actor))!;
        IRenderedComponent<ReadingSheet>? sheet = null;
        sheet = Render<ReadingSheet>(parameters => parameters
            .Add(s => s.Sheet, read)
            .Add(s => s.Actor, actor)
            .Add(s => s.OnChanged, async () =>
            {
                var fresh = (await _world.Get<SampleQueries>().FindAsync(code, actor))!;
                sheet!.Render(again => again.Add(s => s.Sheet, fresh));
            }));
        return sheet;
    }

    private async Task<SampleSheet> ReadAsync(SampleCode code) => (await _world.Get<SampleQueries>().FindAsync(code, _world.Reviewer))!;

    private static void Type(IRenderedComponent<ReadingSheet> sheet, string analyte, string text)
    {
        Cell(sheet, analyte).Input(text);
        Cell(sheet, analyte).KeyDown(Key.Enter);
    }

    private static AngleSharp.Dom.IElement Line(IRenderedComponent<ReadingSheet> sheet, string analyte) =>
        sheet.FindAll("tbody > tr").First(row => row.QuerySelector("th small")?.TextContent == analyte);

    private static AngleSharp.Dom.IElement Cell(IRenderedComponent<ReadingSheet> sheet, string analyte) =>
        Line(sheet, analyte).QuerySelector("input[aria-label$='Reading']")!;
}
