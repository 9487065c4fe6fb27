using Bunit;
using BeeTrace.Core;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Lab;
using BeeTrace.Web.Tests.Shell;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace BeeTrace.Web.Tests.Lab;

/// <summary>One line of the sheet, typed in by somebody, without a database: what is judged, what is kept, what is asked.</summary>
public sealed class ReadingLineTests : BunitContext
{
    private static readonly DateOnly Day = new(2026, 5, 20);

    private static readonly Analyte Chloramphenicol = new()
    {
        Code = "CHLORAMPHENICOL", NameZh = "氯霉素", NameEn = "Chloramphenicol", Unit = "µg/kg", Nature = AnalyteNature.Measured, SourceMark = "K",
    };

    private readonly List<EnterReading> _saved = [];

    public ReadingLineTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void A_number_is_judged_before_it_is_saved()
    {
        using var reader = Reader.Of("en");
        var line = Line(new ReadingDraft(Row()));
        Cell(line, "Reading").Input("0.42");

        line.Find(".chip").TextContent.ShouldBe("fails");
        line.Find(".chip").ClassList.ShouldContain("fail");
        _saved.ShouldBeEmpty();
    }

    [Fact]
    public void Not_detected_without_a_limit_of_detection_is_refused_beside_the_cell_and_stays_typed()
    {
        using var reader = Reader.Of("en");
        var line = Line(new ReadingDraft(Row()));
        Cell(line, "Reading").Input("未检出");
        line.FindAll(".wrong").ShouldBeEmpty();
        Cell(line, "Reading").KeyDown(Key.Enter);

        line.Find(".wrong").TextContent.ShouldNotBeNullOrWhiteSpace();
        Cell(line, "LOD").GetAttribute("aria-invalid").ShouldBe("true");
        Cell(line, "Reading").GetAttribute("value").ShouldBe("未检出");
        line.Find(".saved").TextContent.ShouldContain("not saved");
        _saved.ShouldBeEmpty();

        Cell(line, "LOD").Input("0.1");
        line.FindAll(".wrong").ShouldBeEmpty();
        line.Find(".chip").TextContent.ShouldBe("passes");
        Cell(line, "LOD").KeyDown(Key.Enter);
        _saved.ShouldHaveSingleItem().Lod.ShouldBe(0.1m);
    }

    [Fact]
    public void A_saved_reading_whose_cell_is_emptied_is_withdrawn_with_a_reason()
    {
        using var reader = Reader.Of("en");
        var before = Entered("0.05");
        var line = Line(new ReadingDraft(Row(before)));
        Cell(line, "Reading").Input("");
        Cell(line, "Reading").KeyDown(Key.Enter);
        _saved.ShouldBeEmpty("no reason was given");

        line.Find("#reason-CHLORAMPHENICOL").Input("wrong vial");
        line.Find(".beside form").Submit();

        _saved.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            deed => deed.Text.ShouldBe(""), deed => deed.Supersedes.ShouldBe(before.Id), deed => deed.Reason.ShouldBe("wrong vial"));
    }

    [Fact]
    public void A_saved_reading_is_corrected_only_with_a_reason()
    {
        using var reader = Reader.Of("zh-CN");
        var before = Entered("0.05");
        var line = Line(new ReadingDraft(Row(before)));
        Cell(line, "结果").Input("0.50");
        Cell(line, "结果").KeyDown(Key.Enter);
        _saved.ShouldBeEmpty();
        line.Find(".wrong").TextContent.ShouldNotBeNullOrWhiteSpace();

        line.Find("#reason-CHLORAMPHENICOL").Input("抄错一位");
        line.Find(".beside form").Submit();
        var deed = _saved.ShouldHaveSingleItem();
        deed.Supersedes.ShouldBe(before.Id);
        deed.Reason.ShouldBe("抄错一位");
        deed.Text.ShouldBe("0.50");
    }

    [Fact]
    public void Escape_takes_the_typing_back()
    {
        using var reader = Reader.Of("en");
        var line = Line(new ReadingDraft(Row(Entered("0.05"))));
        Cell(line, "Reading").Input("7");
        Cell(line, "Reading").KeyDown(Key.Escape);

        Cell(line, "Reading").GetAttribute("value").ShouldBe("0.05");
        line.FindAll(".beside").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_line_is_saved_when_it_is_left_and_not_from_cell_to_cell()
    {
        using var reader = Reader.Of("en");
        var line = Line(new ReadingDraft(Row()));
        Cell(line, "Reading").Input("0.42");
        await line.Find("tr").TriggerEventAsync("onlineleave", new LineLeaveEventArgs { Within = true });
        _saved.ShouldBeEmpty();

        await line.Find("tr").TriggerEventAsync("onlineleave", new LineLeaveEventArgs());
        _saved.ShouldHaveSingleItem().Text.ShouldBe("0.42");
    }

    [Fact]
    public void Enter_within_a_Chinese_word_is_not_the_end_of_the_line()
    {
        using var reader = Reader.Of("zh-CN");
        var line = Line(new ReadingDraft(Row()));
        Cell(line, "结果").Input("0.42");
        Cell(line, "结果").KeyDown(new KeyboardEventArgs { Key = "Enter", IsComposing = true });
        _saved.ShouldBeEmpty();
    }

    [Fact]
    public void A_line_that_only_holds_a_method_has_nothing_to_save()
    {
        using var reader = Reader.Of("en");
        var line = Line(new ReadingDraft(Row()));
        Cell(line, "Method").Input("GB/T 18932.19");
        Cell(line, "Method").KeyDown(Key.Enter);
        _saved.ShouldBeEmpty();
        line.FindAll(".wrong").ShouldBeEmpty();
    }

    private static SheetRow Row(EnteredReading? reading = null) => new(Chloramphenicol, Required: true, reading, EnteredBy: null, Judged: null);

    private static EnteredReading Entered(string text) => new()
    {
        Id = ReadingId.New(), SampleId = SampleId.New(), Analyte = Chloramphenicol.Code, Text = text, Kind = ReadingKind.Numeric, Unit = Chloramphenicol.Unit,
        EnteredBy = AccountId.New(), EnteredAt = new DateTimeOffset(2026, 5, 21, 6, 2, 11, TimeSpan.Zero),
    };

    private static JudgingGround Ground()
    {
        var profile = new MarketProfile { Market = "CN", Version = "CN-2020.1", Rule = DecisionRule.CnFull };
        var limit = new Limit
        {
            Market = "CN", Product = "HONEY", Analyte = Chloramphenicol.Code, Kind = LimitKind.NotDetectable, Comparator = Comparator.Absent,
            High = 0.1m, Unit = "µg/kg", StandardCode = "MARA Announcement 250", Edition = "", Active = true, Verified = true,
        };
        return new JudgingGround(new JudgedSample("HONEY", null, "Apis mellifera", null, Day), new MarketOnDay(profile, [limit]));
    }

    private IRenderedComponent<ReadingLine> Line(ReadingDraft draft) => Render<ReadingLine>(line => line
        .Add(l => l.Draft, draft)
        .Add(l => l.Fresh, draft.Row)
        .Add(l => l.Ground, Ground())
        .Add(l => l.Editable, true)
        .Add(l => l.Save, saved =>
        {
            _saved.Add(saved.ToDeed(SampleCode.Create(2026, 1)));
            return Task.FromResult<Outcome<ReadingId>>(ReadingId.New());
        }));

    private static AngleSharp.Dom.IElement Cell(IRenderedComponent<ReadingLine> line, string name) =>
        line.FindAll("input.cell").Single(input => input.GetAttribute("aria-label")?.EndsWith(name, StringComparison.Ordinal) == true);
}
