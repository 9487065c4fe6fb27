using System.Globalization;
using BeeTrace.Core.Lab;
using CsCheck;

namespace BeeTrace.Core.Tests.Lab;

public sealed class JudgementTests
{
    private static readonly DateOnly Day = new(2026, 5, 20);
    private static readonly Golden Table = new("Lab/judgements.csv");
    private static readonly IReadOnlyList<Limit> Limits = LimitTable.Read("Lab/limits.csv");
    private static readonly IReadOnlyList<Limit> Shipped = LimitTable.Read("seed-data/reference/limits.csv");

    public static TheoryData<string> Cases => Table.Names;

    /// <summary>
    /// <c>limits</c> chooses between the table of the tests and the limits that ship; <c>others</c> are further readings of the sample,
    /// <c>analyte|reading|unit|lod|loq|u</c> each; an empty reading is one that nobody made; the verdict <c>absent</c> means no such item.
    /// </summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void A_reading_is_judged_as_the_table_says(string name)
    {
        var row = Table[name];
        var sample = new JudgedSample(
            row["product"]!, row["nectar"], row["species"], row["grade"], row.Day("day")!.Value, row["states"]?.Split(';').Select(Enum.Parse<DeclaredState>).ToList());
        DecisionRule? agreed = row["rule"] is { } code ? DecisionRules.Parse(code).Value : null;

        var judgement = Judgement.Judge(sample, Readings(row), Profile(row["market"]!), row["limits"] == "shipped" ? Shipped : Limits, agreed);

        var items = judgement.Items.Where(item => item.Analyte == row["analyte"]).ToList();
        if (row["verdict"] == "absent")
        {
            items.ShouldBeEmpty();
            return;
        }

        var item = items.ShouldHaveSingleItem();
        item.Verdict.ToString().ShouldBe(row["verdict"], item.Why?.En);
        item.Limit?.Describe().En.ShouldBe(row["limit"]);
        if (row["standard"] is { } standard)
            item.Limit.ShouldNotBeNull().Standard.ShouldBe(standard);
        item.JudgedValue.ShouldBe(row["judged"] ?? "");
        item.PrintedValue.ShouldBe(row["printed"] ?? "");
        if (row["why_has"] is { } part)
            item.Why.ShouldNotBeNull().En.ShouldContain(part);
        if (item.Verdict is Verdict.CannotJudge or Verdict.NeedsInput or Verdict.NoLimit)
            item.Why.ShouldNotBeNull().Zh.ShouldNotBeEmpty();
        if (judgement.Items.Count == 1 && item.Limit?.Comparator != Comparator.OfSpecies)
            judgement.Verdict.ShouldBe(item.Verdict);
    }

    private static List<AnalyteReading> Readings(GoldenRow row)
    {
        var readings = new List<AnalyteReading>();
        if (row["reading"] is { } text)
        {
            var reading = Reading.Parse(
                text, Unit.Parse(row["unit"]).Value, row.Number("lod"), row.Number("loq"), row.Number("u"), row.Number("k") ?? 2m, row.Number("cc_alpha"));
            reading.Refusals.ShouldBeEmpty();
            readings.Add(new AnalyteReading(row["analyte"]!, reading.Value));
        }

        foreach (var other in row["others"]?.Split(';') ?? [])
        {
            var cells = other.Split('|');
            decimal? Cell(int at) => at < cells.Length && cells[at].Length > 0 ? decimal.Parse(cells[at], CultureInfo.InvariantCulture) : null;
            readings.Add(new AnalyteReading(cells[0], Reading.Parse(cells[1], Unit.Parse(cells[2]).Value, Cell(3), Cell(4), Cell(5)).Value));
        }

        return readings;
    }

    [Fact]
    public void A_required_analyte_without_a_reading_is_incomplete()
    {
        var profile = Profile("CN") with { RequiredAnalytes = new Dictionary<string, IReadOnlyList<string>> { ["HONEY"] = ["SUCROSE", "ZINC"], ["POLLEN"] = ["ASH"] } };

        var judgement = Judgement.Judge(Honey(), [Measured("ZINC", "3", Unit.MilligramPerKilogram)], profile, Limits);

        judgement.Verdict.ShouldBe(Verdict.Incomplete);
        judgement.Items.Select(item => (item.Analyte, item.Verdict)).ShouldBe([("ZINC", Verdict.Pass), ("SUCROSE", Verdict.Incomplete)]);
    }

    [Fact]
    public void One_failing_analyte_fails_the_sample_whatever_is_missing()
    {
        var profile = Profile("CN") with { RequiredAnalytes = new Dictionary<string, IReadOnlyList<string>> { ["HONEY"] = ["SUCROSE"] } };

        Judgement.Judge(Honey(), [Measured("ZINC", "30", Unit.MilligramPerKilogram)], profile, Limits).Verdict.ShouldBe(Verdict.Fail);
    }

    [Fact]
    public void An_analyte_without_a_limit_does_not_spoil_a_pass() =>
        Judgement.Judge(Honey(), [Measured("ZINC", "3", Unit.MilligramPerKilogram), Measured("GLYPHOSATE", "3", Unit.MilligramPerKilogram)], Profile("CN"), Limits)
            .Verdict.ShouldBe(Verdict.Pass);

    [Fact]
    public void A_sample_of_which_nothing_could_be_judged_has_no_verdict()
    {
        Judgement.Judge(Honey(), [Measured("GLYPHOSATE", "3", Unit.MilligramPerKilogram)], Profile("CN"), Limits).Verdict.ShouldBe(Verdict.NoLimit);
        Judgement.Judge(Honey(), [], Profile("CN"), Limits).Verdict.ShouldBe(Verdict.NoLimit);
    }

    [Fact]
    public void A_conditional_pass_is_shown()
    {
        var reading = new AnalyteReading("ZINC", Reading.Parse("24.5", Unit.MilligramPerKilogram, null, null, 1m).Value);

        Judgement.Judge(Honey(), [reading, Measured("LEAD", "0.1", Unit.MilligramPerKilogram)], Profile("CN") with { Rule = DecisionRule.NonBinary }, Limits)
            .Items[0].Verdict.ShouldBe(Verdict.ConditionalPass);
    }

    [Fact]
    public void A_limits_own_rule_comes_before_the_markets_and_an_agreed_rule_before_both()
    {
        var limit = Upper(25.0m, DecisionRule.CnRounded);
        AnalyteReading[] readings = [Measured("ZINC", "25.04", Unit.MilligramPerKilogram)];

        Judgement.Judge(Honey(), readings, Profile("CN"), [limit]).Items[0].Rule.ShouldBe(DecisionRule.CnRounded);
        Judgement.Judge(Honey(), readings, Profile("CN"), [limit]).Verdict.ShouldBe(Verdict.Pass);
        Judgement.Judge(Honey(), readings, Profile("CN"), [limit], DecisionRule.CnFull).Verdict.ShouldBe(Verdict.Fail);
    }

    [Fact]
    public void Places_of_the_analyte_add_digits_to_those_of_the_limit_but_never_beyond_what_was_typed()
    {
        string Printed(string text, int? places) => Judgement
            .Judge(Honey(), [Measured("ZINC", text, Unit.MilligramPerKilogram) with { PrintedDecimals = places }], Profile("CN"), [Upper(25m, null)])
            .Items[0].PrintedValue;

        Printed("24.96", null).ShouldBe("24.96");
        Printed("24.96", 1).ShouldBe("25.0");
        Printed("24.96", 0).ShouldBe("25");
        Printed("24.9", 3).ShouldBe("24.9");
    }

    [Fact]
    public void A_limit_row_without_its_number_judges_nothing() =>
        Judgement.Judge(Honey(), [Measured("ZINC", "1", Unit.MilligramPerKilogram)], Profile("CN"), [Upper(null, null)]).Verdict.ShouldBe(Verdict.CannotJudge);

    [Fact]
    public void More_of_a_bad_thing_is_never_judged_milder() =>
        Gen.Select(Gen.Int[1, 500], Gen.Int[1, 500], Gen.Int[0, 50], Gen.Enum<DecisionRule>()).Sample((one, other, u, rule) =>
        {
            Verdict Of(int tenths) => Judgement.Judge(
                Honey(),
                [new AnalyteReading("ZINC", Reading.Parse($"{tenths / 10}.{tenths % 10}", Unit.MilligramPerKilogram, null, null, u / 10m).Value)],
                Profile("CN"), [Upper(25m, rule)]).Verdict;
            Verdict[] order = [Verdict.Pass, Verdict.ConditionalPass, Verdict.ConditionalFail, Verdict.Fail];
            Array.IndexOf(order, Of(Math.Max(one, other))).ShouldBeGreaterThanOrEqualTo(Array.IndexOf(order, Of(Math.Min(one, other))));
        });

    [Fact]
    public void A_lower_limit_is_an_upper_limit_in_a_mirror() =>
        Gen.Select(Gen.Int[1, 499], Gen.Int[0, 50], Gen.OneOf(Gen.Const(DecisionRule.Simple), Gen.Const(DecisionRule.GuardU), Gen.Const(DecisionRule.NonBinary), Gen.Const(DecisionRule.CnRounded)))
            .Sample((tenths, u, rule) =>
            {
                Verdict Of(int value, Limit limit) => Judgement.Judge(
                    Honey(),
                    [new AnalyteReading("ZINC", Reading.Parse($"{value / 10}.{value % 10}", Unit.MilligramPerKilogram, null, null, u / 10m).Value)],
                    Profile("CN"), [limit]).Verdict;
                Of(tenths, Upper(25m, rule)).ShouldBe(Of(500 - tenths, Lower(25m, rule)));
            });

    [Fact] // Directive 2001/110/EC, Annex II: DN ≥ 8, or DN ≥ 3 and HMF ≤ 15 mg/kg.
    public void A_limit_with_a_proviso_is_the_general_limit_or_both_the_alternative_and_its_proviso() =>
        Gen.Select(Gen.Int[1, 120], Gen.Int[1, 300]).Sample((diastase, hmf) =>
        {
            var judgement = Judgement.Judge(
                Honey(),
                [Measured("DIASTASE", $"{diastase / 10}.{diastase % 10}", Unit.MillilitrePerGramHour), Measured("HMF", $"{hmf / 10}.{hmf % 10}", Unit.MilligramPerKilogram)],
                Profile("EU"), Shipped);
            judgement.Items[0].Verdict.ShouldBe(diastase >= 80 || (diastase >= 30 && hmf <= 150) ? Verdict.Pass : Verdict.Fail);
        });

    [Fact]
    public void Limits_worked_out_once_judge_reading_after_reading_as_if_each_were_the_first()
    {
        var limits = new SampleLimits(Honey(), Profile("EU"), Shipped);
        AnalyteReading[] low = [Measured("DIASTASE", "5", Unit.MillilitrePerGramHour)];
        AnalyteReading[] both = [.. low, Measured("HMF", "12", Unit.MilligramPerKilogram)];

        limits.Judge(low).Items[0].Verdict.ShouldBe(Verdict.NeedsInput);
        limits.Judge(both).Items[0].Verdict.ShouldBe(Verdict.Pass);
        limits.Judge(low).Items[0].Verdict.ShouldBe(Verdict.NeedsInput);
    }

    [Fact]
    public void To_be_of_the_right_bee_is_no_test_passed()
    {
        Judgement.Judge(Honey(), [], Profile("EU"), Shipped).Verdict.ShouldBe(Verdict.NoLimit);
        Judgement.Judge(Honey() with { Species = "Apis cerana" }, [], Profile("EU"), Shipped).Verdict.ShouldBe(Verdict.Fail);
        Judgement.Judge(Honey() with { Species = null }, [Measured("HMF", "12", Unit.MilligramPerKilogram)], Profile("EU"), Shipped).Verdict.ShouldBe(Verdict.NeedsInput);
    }

    [Theory]
    [InlineData(Comparator.AtMost, null, "69.0", "%", "≤ 69.0 %", "≤ 69.0 %")]
    [InlineData(Comparator.LessThan, null, "3.0", "%", "< 3.0 %", "< 3.0 %")]
    [InlineData(Comparator.AtLeast, "60", null, "g/100g", "≥ 60 g/100 g", "≥ 60 g/100 g")]
    [InlineData(Comparator.MoreThan, "4.4", null, "none", "> 4.4", "> 4.4")]
    [InlineData(Comparator.Within, "-29", "-20", "‰", "−29 – −20 ‰", "−29 – −20 ‰")]
    [InlineData(Comparator.Absent, null, null, "μg/kg", "不得检出", "not detectable")]
    [InlineData(Comparator.Absent, null, "0.1", "μg/kg", "不得检出（检出限 0.1 µg/kg）", "not detectable (LOD 0.1 µg/kg)")]
    [InlineData(Comparator.Absent, null, null, "per 25 g", "不得检出/25 g", "absent in 25 g")]
    public void A_limit_is_described_as_standards_print_it(Comparator comparator, string? low, string? high, string unit, string zh, string en)
    {
        var limit = new Limit
        {
            Market = "CN", Product = "HONEY", Analyte = "ANY", Kind = LimitKind.Quality, Comparator = comparator, Unit = unit,
            Low = low is null ? null : decimal.Parse(low), High = high is null ? null : decimal.Parse(high),
        };

        limit.Describe().ShouldBe(new Bilingual(zh, en));
    }

    [Fact]
    public void Every_limit_that_ships_can_be_judged()
    {
        Shipped.Count.ShouldBeGreaterThan(100);
        foreach (var limit in Shipped)
        {
            Unit.Parse(limit.Unit).IsDone.ShouldBeTrue(limit.Unit);
            limit.HasBounds.ShouldBeTrue($"{limit.Market} {limit.Product} {limit.Analyte}");
            (limit.NectarRule == NectarRule.Any).ShouldBe(limit.NectarSources.Length == 0, $"{limit.Market} {limit.Product} {limit.Analyte}");
        }
    }

    private static MarketProfile Profile(string market) => new()
    {
        Market = market,
        Version = market + "-test",
        Rule = market == "CN" ? DecisionRule.CnFull : DecisionRule.Simple,
    };

    private static JudgedSample Honey() => new("HONEY", "Robinia pseudoacacia", "Apis mellifera", Grade: null, Day);

    private static AnalyteReading Measured(string analyte, string text, Unit unit) => new(analyte, Reading.Parse(text, unit, null, null).Value);

    private static Limit Upper(decimal? high, DecisionRule? rule) => new()
    {
        Market = "CN", Product = "HONEY", Analyte = "ZINC", Kind = LimitKind.MaximumLevel, Comparator = Comparator.AtMost,
        High = high, Unit = "mg/kg", RuleOverride = rule, Active = true,
    };

    private static Limit Lower(decimal low, DecisionRule? rule) => new()
    {
        Market = "CN", Product = "HONEY", Analyte = "ZINC", Kind = LimitKind.MaximumLevel, Comparator = Comparator.AtLeast,
        Low = low, Unit = "mg/kg", RuleOverride = rule, Active = true,
    };
}
