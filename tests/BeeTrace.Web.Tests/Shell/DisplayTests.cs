using BeeTrace.Core;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Shell.Display;
using Bunit;

namespace BeeTrace.Web.Tests.Shell;

public sealed class DisplayTests : BunitContext
{
    [Theory]
    [InlineData("zh-CN", Verdict.Pass, "合格", "pass")]
    [InlineData("en", Verdict.Pass, "passes", "pass")]
    [InlineData("zh-CN", Verdict.ConditionalPass, "有条件合格", "pass")]
    [InlineData("en", Verdict.ConditionalFail, "conditional fail", "fail")]
    [InlineData("zh-CN", Verdict.Fail, "不合格", "fail")]
    [InlineData("en", Verdict.CannotJudge, "cannot be judged", null)]
    [InlineData("zh-CN", Verdict.NoLimit, "未设限量", null)]
    [InlineData("en", Verdict.Incomplete, "incomplete", null)]
    public void A_verdict_has_a_word_a_shape_and_a_colour(string culture, Verdict verdict, string word, string? colour)
    {
        using var reader = Reader.Of(culture);
        var chip = Render<VerdictChip>(p => p.Add(c => c.Verdict, verdict)).Find(".chip");
        chip.TextContent.Trim().ShouldBe(word);
        chip.QuerySelector("svg path").ShouldNotBeNull();
        chip.ClassList.Contains("pass").ShouldBe(colour == "pass");
        chip.ClassList.Contains("fail").ShouldBe(colour == "fail");
    }

    [Fact]
    public void No_two_verdicts_share_a_shape_or_a_word()
    {
        var chips = Enum.GetValues<Verdict>().Select(verdict => Render<VerdictChip>(p => p.Add(c => c.Verdict, verdict)).Find(".chip")).ToList();
        chips.Count.ShouldBe(8);
        chips.Select(chip => chip.TextContent).Distinct().Count().ShouldBe(8);
        chips.Select(chip => chip.QuerySelector("path")!.GetAttribute("d")).Distinct().Count().ShouldBe(8);
    }

    [Fact]
    public void A_figure_shows_number_bound_definition_and_the_way_on()
    {
        using var reader = Reader.Of("en");
        var figure = Render<Figure>(p => p
            .Add(f => f.Label, new Bilingual("标签", "Random surveillance, 2018"))
            .Add(f => f.Number, "120")
            .Add(f => f.Unit, new Bilingual("批次", "/ 120 batches passed"))
            .Add(f => f.Bound, new Bilingual("至少", "Pass rate at least 97.5 %"))
            .Add(f => f.Note, new Bilingual("注", "exact, one-sided"))
            .Add(f => f.Link, new Link(new Bilingual("更多", "By year"), "/figures?year=2018")));
        figure.Find(".big").TextContent.ShouldStartWith("120");
        figure.Find(".bound").TextContent.ShouldBe("Pass rate at least 97.5 %");
        figure.Find("a").GetAttribute("href").ShouldBe("/figures?year=2018");
    }

    [Theory]
    [InlineData("zh-CN", "120 批次中 120 批次合格，95 % 置信区间 97.0–100\u00A0%")]
    [InlineData("en", "120 of 120 batches passed, 95 % interval 97.0–100\u00A0%")]
    public void The_picture_of_an_interval_says_in_words_what_it_shows(string culture, string words)
    {
        using var reader = Reader.Of(culture);
        Interval(120, 120).Find("svg").GetAttribute("aria-label").ShouldBe(words);
    }

    [Fact]
    public void An_interval_lies_on_its_axis_with_the_dot_inside()
    {
        var picture = Interval(119, 120);
        var range = picture.Find(".range");
        var from = Number(range.GetAttribute("x1"));
        var to = Number(range.GetAttribute("x2"));
        var dot = Number(picture.Find("circle").GetAttribute("cx"));
        from.ShouldBeGreaterThanOrEqualTo(8);
        to.ShouldBeLessThanOrEqualTo(312);
        dot.ShouldBeInRange(from, to);
    }

    [Fact]
    public void A_year_without_measurements_is_a_gap_and_not_a_zero()
    {
        using var reader = Reader.Of("en");
        var series = Render<YearSeries>(p => p.Add(s => s.Years, [new YearRate(2018, new PassRate(120, 120, 0)), new YearRate(2016, new PassRate(88, 90, 0))]));
        series.FindAll("circle").Count.ShouldBe(2);
        series.FindAll("text.said").Select(text => text.TextContent).ShouldBe(["2016", "2017", "2018"]);
        series.Find("svg").GetAttribute("aria-label")!.ShouldContain("2017 nothing measured");
    }

    [Fact]
    public void Counts_that_were_not_drawn_at_random_are_a_dot_without_an_interval()
    {
        var series = Render<YearSeries>(p => p.Add(s => s.Years, [new YearRate(2018, new PassRate(3, 4, 0, random: false))]));
        series.FindAll("circle").Count.ShouldBe(1);
        series.FindAll(".range").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en", "Citrus <i lang=\"la\">Citrus</i> spp.")]
    [InlineData("zh-CN", "柑橘 <span lang=\"la\">Citrus spp.</span>")]
    public void Latin_names_lean_in_English_only_and_spp_never(string culture, string markup)
    {
        using var reader = Reader.Of(culture);
        Render<PlantName>(p => p.Add(n => n.Name, new Bilingual("柑橘", "Citrus")).Add(n => n.Latin, "Citrus spp.")).MarkupMatches(markup);
    }

    [Theory]
    [InlineData("zh-CN", false, "2026-05-02")]
    [InlineData("en", false, "2026-05-02")]
    [InlineData("zh-CN", true, "2026年5月2日")]
    [InlineData("en", true, "2 May 2026")]
    public void A_day_is_short_in_tables_and_in_words_in_sentences(string culture, bool inWords, string text)
    {
        using var reader = Reader.Of(culture);
        var day = Render<Day>(p => p.Add(d => d.Value, new DateOnly(2026, 5, 2)).Add(d => d.InWords, inWords)).Find("time");
        day.TextContent.ShouldBe(text);
        day.GetAttribute("datetime").ShouldBe("2026-05-02");
    }

    [Fact]
    public void What_is_missing_is_a_dash()
    {
        Render<Day>(p => p.Add(d => d.Value, null)).Markup.Trim().ShouldBe("–");
        Render<Quantity>(p => p.Add(q => q.Value, null)).Markup.Trim().ShouldBe("–");
    }

    [Fact]
    public void The_first_sentence_of_a_field_is_what_the_input_points_to()
    {
        using var reader = Reader.Of("zh-CN");
        var error = Render<FieldError>(p => p.Add(e => e.Id, "colonies-wrong").Add(e => e.Sentences,
            [new Bilingual("群数至少为 1。", "At least 1."), new Bilingual("请填整数。", "Whole numbers only.")]));
        error.Find("#colonies-wrong").TextContent.ShouldBe("群数至少为 1。");
        error.FindAll(".wrong").Count.ShouldBe(2);
    }

    [Fact]
    public void Refusals_are_told_at_once_and_announced()
    {
        using var reader = Reader.Of("en");
        var list = Render<RefusalList>(p => p.Add(l => l.Sentences, [new Bilingual("甲", "One."), new Bilingual("乙", "Two.")]));
        list.Find("[role=alert] h2").TextContent.ShouldBe("Not saved: 2 things to mend");
        list.FindAll("li").Count.ShouldBe(2);
        Render<RefusalList>(p => p.Add(l => l.Sentences, [])).Markup.ShouldBeEmpty();
    }

    private IRenderedComponent<IntervalPicture> Interval(int passed, int judged)
    {
        var rate = new PassRate(passed, judged, 0);
        return Render<IntervalPicture>(p => p.Add(i => i.Passed, passed).Add(i => i.Judged, judged)
            .Add(i => i.Lower, rate.LowerTwoSided!.Value).Add(i => i.Upper, rate.UpperTwoSided!.Value));
    }

    private static double Number(string? text) => double.Parse(text!, System.Globalization.CultureInfo.InvariantCulture);
}
