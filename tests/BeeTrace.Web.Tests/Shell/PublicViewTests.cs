using BeeTrace.Core;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Trade;
using BeeTrace.Web.Shell.Display;
using BeeTrace.Web.Shell.Public;
using BeeTrace.Web.Tests.Trade;
using BeeTrace.Web.Trade;
using Bunit;

namespace BeeTrace.Web.Tests.Shell;

public sealed class PublicViewTests : BunitContext
{
    private static readonly FigureDefinition Mass = ExportQueries.MassOf("RJ");

    private static readonly ExportFigure Exports = new(
        FigurePeriod.OfYear(2018), Mass, new("口径", "Definition"), 703.87m, new(1225.83m, Mass.Over(new(2018, 1, 1), new(2018, 12, 31)), new("倒推", "derived"), null), new(57.42m, []), null, null,
        [new("RJ_FRESH", new("鲜蜂王浆", "Fresh royal jelly"), 703.87m, null)], [new("JP", new("日本", "Japan"), 703.87m, null)], []);

    [Theory]
    [InlineData("zh-CN", "合格率至少 97.5\u00A0%", "占全国 57.42\u00A0%", "其中 3 家年销售额过亿元")]
    [InlineData("en", "Pass rate at least 97.5\u00A0%", "57.42\u00A0% of the nation", "3 of them with yearly sales above CNY 100 million")]
    public void Home_never_shows_a_number_without_its_bound(string culture, params string[] bounds)
    {
        using var reader = Reader.Of(culture);
        var home = Render<HomeView>(p => p.Add(h => h.Year, 2018).Add(h => h.Rate, new PassRate(120, 120, 0)).Add(h => h.Exports, Exports)
            .Add(h => h.Industry, new IndustryFigure(2018, 28, 3, 700_000_000m, null, null)));
        home.FindAll(".figure .bound").Select(bound => bound.TextContent).ShouldBe(bounds);
        home.FindAll(".figure a").Count.ShouldBe(3);
    }

    [Fact]
    public void Home_without_data_says_what_will_stand_there()
    {
        using var reader = Reader.Of("en");
        var home = Render<HomeView>(p => p.Add(h => h.Year, 2026));
        home.FindAll(".figure .big").ShouldAllBe(big => big.TextContent == "–");
        home.FindAll(".figure .note").ShouldAllBe(note => note.TextContent.Contains("once", StringComparison.Ordinal));
    }

    [Fact]
    public void The_check_form_is_a_get_that_works_without_scripts()
    {
        var form = Render<HomeView>(p => p.Add(h => h.Year, 2018)).Find("form");
        form.GetAttribute("method").ShouldBe("get");
        form.GetAttribute("action").ShouldBe("/check");
        form.QuerySelector("input")!.GetAttribute("name").ShouldBe("number");
    }

    [Fact]
    public void A_year_without_judgements_shows_no_rate()
    {
        using var reader = Reader.Of("en");
        var figures = Render<FiguresView>(p => p.Add(f => f.Year, 2026).Add(f => f.Years, [2026]).Add(f => f.Rate, new PassRate(0, 0, 0)));
        figures.FindAll(".interval").ShouldBeEmpty();
        figures.Find("#pass-rate .big").TextContent.ShouldBe("–");
    }

    [Fact]
    public void The_years_of_the_picture_stand_in_its_table()
    {
        using var reader = Reader.Of("en");
        YearRate[] years = [new(2018, new PassRate(120, 120, 0)), new(2019, new PassRate(118, 120, 2))];
        var figures = Render<FiguresView>(p => p.Add(f => f.Year, 2019).Add(f => f.Years, [2018, 2019]).Add(f => f.Rate, years[1].Rate).Add(f => f.ByYear, years));
        figures.FindAll("#pass-rate tbody tr").Select(row => row.QuerySelector("th")!.TextContent).ShouldBe(["2018", "2019"]);
        figures.Find("#pass-rate tr.now").TextContent.ShouldContain("94.1–99.8");
        figures.Find(".switch a[aria-current]").TextContent.ShouldBe("2019");
    }

    [Fact]
    public void A_derived_national_total_says_so_beside_the_share()
    {
        using var reader = Reader.Of("en");
        Figures(derived: true).Find("#exports .notice h3").TextContent.ShouldBe("The national total is derived");
        Figures(derived: false).FindAll("#exports .notice").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("zh-CN", CertificateState.Valid, "这张证书有效", "pass")]
    [InlineData("en", CertificateState.Withdrawn, "This certificate was withdrawn", "fail")]
    [InlineData("zh-CN", CertificateState.Replaced, "这张证书已被替换", "fail")]
    [InlineData("en", CertificateState.Altered, "This file was altered", "fail")]
    [InlineData("zh-CN", CertificateState.Unknown, "没有签发过这个编号", "fail")]
    [InlineData("en", CertificateState.Unreadable, "This file cannot be read", "fail")]
    public void The_answer_stands_first_in_words(string culture, CertificateState state, string title, string colour)
    {
        using var reader = Reader.Of(culture);
        var banner = Certificate(state).Find(".verdict");
        banner.QuerySelector("h1")!.TextContent.ShouldBe(title);
        banner.ClassList.ShouldContain(colour);
    }

    [Fact]
    public void A_withdrawn_certificate_says_when_and_why()
    {
        using var reader = Reader.Of("en");
        Certificate(CertificateState.Withdrawn).Find(".verdict p").TextContent
            .ShouldBe("Issued by the testing centre on 14 December 2018, withdrawn on 3 March 2019 because reading 2 was superseded. Do not rely on this paper.");
    }

    [Fact]
    public void A_replaced_certificate_leads_to_the_one_that_counts() =>
        Certificate(CertificateState.Replaced).Find(".verdict a").GetAttribute("href").ShouldBe("/c/BT-2019-04XN-7");

    [Fact]
    public void The_reader_is_told_to_look_at_the_address_bar()
    {
        using var reader = Reader.Of("en");
        Certificate(CertificateState.Valid).Find(".notice").TextContent.ShouldContain("https://example.org/c/BT-2018-7K3M-Q");
    }

    [Fact]
    public void Each_of_the_three_rates_says_what_it_counts_and_draws_its_interval()
    {
        using var reader = Reader.Of("en");
        var kinds = Render<RateKinds>(p => p.Add(k => k.Kinds,
            [new(RateKind.Batch, new PassRate(118, 120, 2)), new(RateKind.Item, new PassRate(1557, 1560, 0)), new(RateKind.Firm, new PassRate(3, 4, 0))]));

        kinds.FindAll("tbody th").Select(head => head.TextContent).ShouldBe(
            ["Batch pass rate samples passed ÷ samples judged", "Item pass rate tests passed ÷ tests judged", "Firm pass rate firms without a failed sample ÷ firms with a judged one"]);
        kinds.FindAll("tbody tr").Select(row => row.QuerySelectorAll("svg.interval").Length).ShouldBe([1, 1, 0]);
        kinds.FindAll("tbody tr")[2].TextContent.ShouldContain("fewer than 5: counts only");
        kinds.FindAll("a").ShouldBeEmpty();
    }

    [Fact]
    public void Whoever_may_see_the_samples_is_led_to_those_behind_a_rate()
    {
        using var reader = Reader.Of("en");
        const string Behind = "/lab/samples?year=2018&basis=RandomSurveillance";
        var figures = Render<FiguresView>(p => p.Add(f => f.Year, 2018).Add(f => f.Years, [2018]).Add(f => f.Rate, new PassRate(118, 120, 2))
            .Add(f => f.Kinds, [new(RateKind.Batch, new PassRate(118, 120, 2))]).Add(f => f.Behind, Behind)
            .Add(f => f.ByProduct, [new(new("蜂蜜", "Honey"), new PassRate(40, 40, 0), Behind + "&product=HONEY")]));

        figures.FindAll("#pass-rate a").Select(link => link.GetAttribute("href")).ShouldBe([Behind, Behind + "&product=HONEY"]);
    }

    [Fact]
    public void Of_fewer_than_five_samples_the_public_sees_counts_and_no_rate()
    {
        using var reader = Reader.Of("en");
        YearRate[] years = [new(2018, new PassRate(120, 120, 0)), new(2019, new PassRate(3, 4, 0))];
        var figures = Render<FiguresView>(p => p.Add(f => f.Year, 2019).Add(f => f.Years, [2018, 2019]).Add(f => f.Rate, years[1].Rate).Add(f => f.ByYear, years));

        figures.FindAll("svg.years circle").Count.ShouldBe(1);
        figures.Find("svg.years").TextContent.ShouldContain("3/4");
        figures.FindAll("svg.interval").ShouldBeEmpty();
        figures.FindAll("#pass-rate tbody tr")[1].LastElementChild!.TextContent.ShouldBe("–");
        figures.Find("#pass-rate .bound").TextContent.ShouldBe("fewer than 5: counts only, no rate");
        figures.Find("#pass-rate").TextContent.ShouldNotContain("95 % confidence");
    }

    [Fact]
    public void Years_that_cannot_be_compared_say_why()
    {
        using var reader = Reader.Of("en");
        YearRate[] years = [new(2018, new PassRate(120, 120, 0)), new(2019, new PassRate(118, 120, 2))];
        var figures = Render<FiguresView>(p => p.Add(f => f.Year, 2019).Add(f => f.Years, [2018, 2019]).Add(f => f.ByYear, years)
            .Add(f => f.NotComparable, [new("2018 年与 2019 年：不能比较。", "2018 and 2019: not to be compared.")]));

        figures.Find("#pass-rate").TextContent.ShouldContain("2018 and 2019: not to be compared.");
    }

    [Fact]
    public void The_flow_is_drawn_of_what_is_told_and_its_table_has_the_rest_too()
    {
        using var reader = Reader.Of("en");
        var flows = SampleFigures.Sheet().Figure.Flows;
        var flow = Render<FlowPicture>(p => p.Add(f => f.Flows, flows).Add(f => f.Unit, "t"));

        // Two products; six destinations and the others.
        flow.FindAll("svg .node").Count.ShouldBe(2 + 7);
        flow.FindAll("svg .band").Select(band => band.GetAttribute("fill")).Distinct().ShouldBe(["url(#flow-0)", "url(#flow-1)"]);
        flow.Find("svg").TextContent.ShouldContain("others");
        flow.Find("svg").TextContent.ShouldNotContain("Netherlands");
        // Some powder and some of the others is withheld: no sum is told as if it were the whole.
        flow.FindAll("svg text").Select(t => t.TextContent).Where(t => t.StartsWith('≥')).ShouldBe(["≥\u00A0118.12", "≥\u00A019.00"]);
        flow.Find("figcaption").TextContent.ShouldContain("What is withheld is not drawn");
        var rows = flow.FindAll("tbody tr");
        rows.Select(row => row.QuerySelector("th")!.TextContent).ShouldContain("Republic of Korea");
        rows.Single(row => row.TextContent.Contains("Netherlands", StringComparison.Ordinal)).QuerySelectorAll("td").Select(cell => cell.TextContent).ShouldBe(["–", "withheld"]);
        rows[0].QuerySelectorAll("td").Select(cell => cell.TextContent).ShouldBe(["310.25", "60.00"]);
    }

    [Fact]
    public void The_bands_of_a_bar_fill_it_and_no_bar_hides_another()
    {
        var ribbons = new FlowRibbons(SampleFigures.Sheet().Figure.Flows);
        foreach (var (index, node) in ribbons.Products.Index())
            ribbons.Bands.Where(b => b.Product == index).Sum(b => b.Height).ShouldBe(node.Height, 1e-9);
        foreach (var (index, node) in ribbons.Destinations.Index())
            ribbons.Bands.Where(b => b.Destination == index).Sum(b => b.Height).ShouldBe(node.Height, 1e-9);
        ribbons.Destinations.Zip(ribbons.Destinations.Skip(1)).ShouldAllBe(pair => pair.First.Y + pair.First.Height < pair.Second.Y && pair.Second.Y - pair.First.Y >= 30);
        ribbons.Bands.Sum(b => b.Amount).ShouldBe(703.87m);
    }

    [Fact]
    public void One_flow_alone_is_no_picture()
    {
        var flows = SampleFigures.Sheet().Figure.Flows;
        Render<FlowPicture>(p => p.Add(f => f.Flows, [flows[0], .. flows.Where(f => f.Amount is null)]).Add(f => f.Unit, "t")).Markup.ShouldBeEmpty();
        Render<FlowPicture>(p => p.Add(f => f.Flows, flows.Take(2).ToList()).Add(f => f.Unit, "t")).FindAll("svg").Count.ShouldBe(1);
    }

    [Fact]
    public void A_series_over_time_is_drawn_with_a_gap_where_nothing_is_told()
    {
        var series = Render<AmountSeries>(p => p.Add(a => a.Said, new("历年", "Over the years")).Add(a => a.Points, [("2018", 5m), ("2019", 7m), ("2020", null), ("2021", 6m)]));
        series.FindAll("svg circle.dot").Count.ShouldBe(3);
        series.FindAll("svg line.range").Count.ShouldBe(1);
        series.Find("svg").GetAttribute("aria-label")!.ShouldContain("2020 –");
        series.FindAll("svg [fill]").ShouldBeEmpty("the page's stylesheet colours it, in both themes");
    }

    private IRenderedComponent<FiguresView> Figures(bool derived) => Render<FiguresView>(p => p
        .Add(f => f.Year, 2018).Add(f => f.Years, [2018]).Add(f => f.Exports, derived ? Exports with { National = Exports.National! with { Implied = ImpliedTotal.From(703.87m, 57.42m) } } : Exports));

    private IRenderedComponent<CertificateView> Certificate(CertificateState state) => Render<CertificateView>(p => p.Add(c => c.Sheet, new CertificateSheet
    {
        State = state,
        Number = "BT-2018-7K3M-Q",
        IssuedOn = new DateOnly(2018, 12, 14),
        Issuer = new Bilingual("检测中心", "the testing centre"),
        EndedOn = state == CertificateState.Valid ? null : new DateOnly(2019, 3, 3),
        EndReason = new Bilingual("第 2 项已更正", "reading 2 was superseded"),
        ReplacedBy = state == CertificateState.Replaced ? "BT-2019-04XN-7" : null,
        Address = "https://example.org/c/BT-2018-7K3M-Q",
    }));
}
