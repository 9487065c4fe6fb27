using BeeTrace.Core.Lab;

namespace BeeTrace.Core.Tests.Lab;

public sealed class ResidueSumTests
{
    private static readonly Golden Table = new("Lab/sums.csv");

    public static TheoryData<string> Cases => Table.Names;

    /// <summary>Parts are <c>analyte|factor|reading|lod|loq</c> in µg/kg; a reading that nobody made is empty. The limit is 10 µg/kg at the sum.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void A_sum_is_worked_out_of_its_parts_as_the_table_says(string name)
    {
        var row = Table[name];
        var parts = row["parts"]!.Split(';').Select(part => part.Split('|')).ToList();
        var definition = new ResidueDefinition(
            "SUM", [.. parts.Select(part => new ResiduePart(part[0], decimal.Parse(part[1])))], "parent", Enum.Parse<SumBound>(row["bound"]!), "test table");
        decimal? Number(string[] part, int at) => at < part.Length && part[at].Length > 0 ? decimal.Parse(part[at]) : null;
        List<AnalyteReading> readings =
        [
            .. parts.Where(part => part[2].Length > 0)
                .Select(part => new AnalyteReading(part[0], Reading.Parse(part[2], Unit.MicrogramPerKilogram, Number(part, 3), Number(part, 4)).Value)),
        ];

        var judgement = Judgement.Judge(Honey, readings, Profile(definition), [AtMost10]);

        var sum = judgement.Items.Where(item => item.Analyte == "SUM").ToList();
        if (row["verdict"] == "absent")
        {
            sum.ShouldBeEmpty();
            return;
        }

        var item = sum.ShouldHaveSingleItem();
        item.Verdict.ToString().ShouldBe(row["verdict"], item.Why?.En);
        item.JudgedValue.ShouldBe(row["judged"] ?? "");
        item.Why.ShouldNotBeNull().En.ShouldContain(row["why_has"]!);
        item.Why.Value.Zh.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_sum_that_was_read_itself_is_not_worked_out_again()
    {
        var definition = new ResidueDefinition("SUM", [new ResiduePart("A", 1m)], "parent", SumBound.Lower, "test");

        var judgement = Judgement.Judge(Honey, [Measured("A", "20"), Measured("SUM", "3")], Profile(definition), [AtMost10]);

        judgement.Items.Single(item => item.Analyte == "SUM").JudgedValue.ShouldBe("3");
    }

    [Fact]
    public void A_sum_in_the_panel_is_incomplete_without_any_of_its_parts_and_complete_with_all()
    {
        var definition = new ResidueDefinition("SUM", [new ResiduePart("A", 1m), new ResiduePart("B", 1m)], "parent", SumBound.Lower, "test");
        var profile = Profile(definition) with { RequiredAnalytes = new Dictionary<string, IReadOnlyList<string>> { ["HONEY"] = ["SUM"] } };

        Judgement.Judge(Honey, [], profile, [AtMost10]).Verdict.ShouldBe(Verdict.Incomplete);
        Judgement.Judge(Honey, [Measured("A", "2")], profile, [AtMost10]).Items.Count(item => item.Analyte == "SUM").ShouldBe(1);
        Judgement.Judge(Honey, [Measured("A", "2")], profile, [AtMost10]).Verdict.ShouldBe(Verdict.Incomplete);
        Judgement.Judge(Honey, [Measured("A", "2"), Measured("B", "3")], profile, [AtMost10]).Verdict.ShouldBe(Verdict.Pass);
    }

    [Fact]
    public void Parts_are_added_in_one_unit()
    {
        var definition = new ResidueDefinition("SUM", [new ResiduePart("A", 1m), new ResiduePart("B", 2m)], "parent", SumBound.Lower, "test");
        var thousandth = new AnalyteReading("B", Reading.Parse("0.004", Unit.MilligramPerKilogram, null, null).Value);

        Judgement.Judge(Honey, [Measured("A", "1.5"), thousandth], Profile(definition), [AtMost10]).Items.Single(item => item.Analyte == "SUM")
            .JudgedValue.ShouldBe("9.5");
        var colonies = new AnalyteReading("B", Reading.Parse("4", Unit.ColonyPerGram, null, null).Value);
        Judgement.Judge(Honey, [Measured("A", "1.5"), colonies], Profile(definition), [AtMost10]).Items.Single(item => item.Analyte == "SUM")
            .Verdict.ShouldBe(Verdict.CannotJudge);
    }

    [Fact]
    public void A_definition_of_which_a_row_is_only_a_note_does_not_count()
    {
        ResidueRow Row(string part, decimal? factor, bool active) => new()
        {
            Market = "EU", Analyte = "SUM", Part = part, Factor = factor, ExpressedAs = "parent", Bound = SumBound.Lower, SourceMark = "K", Source = "test", Active = active,
        };

        ResidueRow.Together([Row("A", 1m, true), Row("B", null, false)]).ShouldBeEmpty();
        ResidueRow.Together([Row("A", 1m, true), Row("B", 1.2m, true)]).ShouldHaveSingleItem().Parts.ShouldBe([new ResiduePart("A", 1m), new ResiduePart("B", 1.2m)]);
    }

    private static JudgedSample Honey { get; } = new("HONEY", null, "Apis mellifera", Grade: null, new DateOnly(2026, 5, 20));

    private static Limit AtMost10 { get; } = new()
    {
        Market = "EU", Product = "HONEY", Analyte = "SUM", Kind = LimitKind.MaximumLevel, Comparator = Comparator.AtMost, High = 10m, Unit = "µg/kg", Active = true,
    };

    private static MarketProfile Profile(ResidueDefinition definition) => new()
    {
        Market = "EU", Version = "EU-test", Rule = DecisionRule.Simple, ResidueDefinitions = [definition],
    };

    private static AnalyteReading Measured(string analyte, string text) => new(analyte, Reading.Parse(text, Unit.MicrogramPerKilogram, null, null).Value);
}
