using BeeTrace.Core.Trade;
using CsCheck;

namespace BeeTrace.Core.Tests.Trade;

public sealed class ReturnRulesTests
{
    private static readonly DateOnly Today = new(2026, 1, 1);
    private static readonly HashSet<string> Products = ["HONEY", "RJ_FRESH"];
    private static readonly EarlierFigures Before = new(2024, 168_400_000m, 169_510_000m, 9_860_196.76m);

    private static WriteReturn Sound => new(
        176_820_000m, 185_020_000m, 9_900_000m, 170, null, [new("HONEY", 900_000m, 860_000m), new("RJ_FRESH", 180_000m, null)], [new("示例大学", PartnerKind.University, 40, 1)]);

    [Fact]
    public void A_whole_return_of_an_ended_year_is_filed_from_New_Years_Day() => ReturnRules.CheckFiling(Sound, 2025, Products, Today).ShouldBeEmpty();

    [Theory]
    [InlineData(2026)]
    [InlineData(2027)]
    public void A_year_that_has_not_ended_is_not_filed(int year) =>
        Fields(ReturnRules.CheckFiling(Sound, year, Products, Today)).ShouldBe([(ReturnRefusal.YearRuns, null)]);

    [Fact]
    public void An_absent_year_is_told() =>
        new int?[] { null, 0, 1989, 2027 }.ShouldAllBe(year => ReturnRules.CheckYear(year, Today)!.Code == ReturnRefusal.YearAbsent);

    [Fact]
    public void A_draft_may_be_empty_and_a_filed_return_may_not()
    {
        var empty = new WriteReturn(null, null, null, null, null, [], []);

        ReturnRules.Check(empty, Products).ShouldBeEmpty();
        Fields(ReturnRules.CheckFiling(empty, 2025, Products, Today)).ShouldBe(
            [(ReturnRefusal.FigureMissing, "SalesCny"), (ReturnRefusal.FigureMissing, "OutputCny"), (ReturnRefusal.FigureMissing, "Employees")]);
    }

    [Fact]
    public void Nothing_is_negative_too_great_or_finer_than_a_cent()
    {
        var wrong = new WriteReturn(
            -1, 200_000_000_000_000m, 1.005m, -3, null, [new("HONEY", -1, -2)], [new("示例大学", PartnerKind.University, -1, -1)]);

        Fields(ReturnRules.Check(wrong, Products)).ShouldBe(
        [
            (ReturnRefusal.FigureNegative, "SalesCny"), (ReturnRefusal.FigureTooGreat, "OutputCny"), (ReturnRefusal.FigureTooFine, "ExportUsd"), (ReturnRefusal.FigureNegative, "Employees"),
            (ReturnRefusal.FigureNegative, "Products[0].OutputKg"), (ReturnRefusal.FigureNegative, "Products[0].ExportKg"),
            (ReturnRefusal.FigureNegative, "Partners[0].Interns"), (ReturnRefusal.FigureNegative, "Partners[0].JointProducts"),
        ]);
    }

    [Fact]
    public void Each_line_names_a_known_product_or_partner_once()
    {
        var wrong = Sound with
        {
            Note = new string('长', YearlyReturn.LongestNote + 1),
            Products = [new("HONEY", 1, null), new("HONEY", 2, null), new(null, 3, null), new("SILK", 4, null), new("RJ_FRESH", null, null)],
            Partners = [new("示例大学", PartnerKind.University, 1, null), new(" 示例大学 ", PartnerKind.University, 2, null), new(" ", null, null, null)],
        };

        Fields(ReturnRules.Check(wrong, Products)).ShouldBe(
        [
            (TradeRefusal.TextTooLong, "Note"),
            (ReturnRefusal.ProductTwice, "Products[1].Product"), (ReturnRefusal.ProductMissing, "Products[2].Product"), (TradeRefusal.ProductUnknown, "Products[3].Product"),
            (ReturnRefusal.FigureMissing, "Products[4].OutputKg"),
            (ReturnRefusal.PartnerTwice, "Partners[1].Name"), (ReturnRefusal.PartnerMissing, "Partners[2].Name"), (ReturnRefusal.PartnerKindMissing, "Partners[2].Kind"),
        ]);
    }

    [Fact]
    public void Yuan_typed_for_ten_thousand_yuan_are_asked_about_and_so_is_the_other_way_round()
    {
        var typed = Sound with { SalesCny = 1_768_200_000_000m, OutputCny = 18_502m };

        var questions = ReturnRules.Questions(typed, Before);

        questions.Select(q => (q.Code, q.Field)).ShouldBe([(ReturnRefusal.TenThousandfold, "SalesCny"), (ReturnRefusal.TenThousandth, "OutputCny")]);
        questions[0].ToRefusal().Arguments.ShouldBe([176_820_000m, "2024", 16_840m]);
    }

    [Theory]
    [InlineData("1684000000", false)]
    [InlineData("1684000000.01", true)]
    [InlineData("16840000", false)]
    [InlineData("16839999.99", true)]
    [InlineData("0", true)]
    public void Sales_that_change_more_than_tenfold_are_asked_about(string sales, bool asked) =>
        ReturnRules.Questions(Sound with { SalesCny = decimal.Parse(sales, System.Globalization.CultureInfo.InvariantCulture) }, Before).Select(q => q.Code)
            .ShouldBe(asked ? [ReturnRefusal.SalesJumped] : []);

    [Fact]
    public void Without_an_earlier_year_nothing_is_asked() => ReturnRules.Questions(Sound with { SalesCny = 1_000_000_000_000m }, null).ShouldBeEmpty();

    [Fact]
    public void Whatever_is_typed_ten_thousand_times_too_great_is_asked_about() =>
        Gen.Decimal[1, 100_000_000].Select(Gen.Decimal[0.6m, 1.8m]).Sample((earlier, change) =>
            ReturnRules.Questions(Sound with { SalesCny = earlier * change * 10_000m }, new(2024, earlier, null, null)).Single().Code == ReturnRefusal.TenThousandfold
            && ReturnRules.Questions(Sound with { SalesCny = earlier * change / 10_000m }, new(2024, earlier, null, null)).Single().Code == ReturnRefusal.TenThousandth);

    [Fact]
    public void Differences_to_lots_and_declarations_are_told_with_their_percent()
    {
        var recorded = new RecordedYear(
            new Dictionary<string, decimal> { ["HONEY"] = 600m, ["RJ_FRESH"] = 120m }, new Dictionary<string, decimal> { ["HONEY"] = 500m, ["RJ_POWDER"] = 20m }, 50_000m, AllInUsd: true);

        var differences = ReturnPlausibility.Compare(AReturn(60_000m, ("HONEY", 900m, 600m), ("RJ_FRESH", 100m, null)), recorded);

        differences.Select(d => (d.Kind, d.Product, d.Percent, d.IsNote)).ShouldBe(
        [
            (DifferenceKind.Output, "HONEY", 50.0m, true), (DifferenceKind.Output, "RJ_FRESH", -16.7m, false),
            (DifferenceKind.ExportMass, "HONEY", 20.0m, false), (DifferenceKind.ExportMass, "RJ_POWDER", -100.0m, false),
            (DifferenceKind.ExportValue, null, 20.0m, false),
        ]);
    }

    [Fact]
    public void What_was_rounded_is_no_difference_and_a_sum_in_part_is_a_note()
    {
        var recorded = new RecordedYear(new Dictionary<string, decimal>(), new Dictionary<string, decimal> { ["HONEY"] = 500.4m }, 50_000m, AllInUsd: false);

        var differences = ReturnPlausibility.Compare(AReturn(60_000m, ("HONEY", 500m, 500m)), recorded);

        differences.Select(d => (d.Kind, d.Percent, d.IsNote)).ShouldBe([(DifferenceKind.Output, null, true), (DifferenceKind.ExportValue, 20.0m, true)]);
    }

    private static YearlyReturn AReturn(decimal? usd, params (string Product, decimal Output, decimal? Export)[] lines)
    {
        var id = YearlyReturnId.New();
        return new()
        {
            Id = id, FirmId = FirmId.New(), Year = 2025, Version = 1, State = ReturnState.Filed, ExportUsd = usd,
            Products = [.. lines.Select(l => new ReturnProduct { ReturnId = id, Product = l.Product, OutputKg = l.Output, ExportKg = l.Export })],
        };
    }

    private static List<(string Code, string? Field)> Fields(IReadOnlyList<Refusal> refusals) => [.. refusals.Select(r => (r.Code, r.Field))];
}
