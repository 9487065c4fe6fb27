using BeeTrace.Core.Trade;
using CsCheck;

namespace BeeTrace.Core.Tests.Trade;

public class ClaimConflictTests
{
    private const string Tonglu = "330122";
    private const string Jiangshan = "330881";
    private const string ByFirm = nameof(ShareAttribution.ExporterRegistration);
    private const string Declared = nameof(ShareBasis.DeclaredMass);

    private static readonly Claim TongluMass = Mass(Tonglu, "2018", 703.87m, 2);
    private static readonly Claim TongluShare = Percent(Tonglu, "2018", 57.42m, 2);
    private static readonly Claim JiangshanFirst = First(Jiangshan, "2010-01..2023-12");

    [Fact]
    public void Eight_months_with_less_than_seven_of_them_cannot_be_true()
    {
        var longer = Mass(Claim.Nation, "2020-01..2020-08", 742, 0, basis: null, attribution: null);
        var part = Mass(Claim.Nation, "2020-01..2020-07", 815.7m, 1, basis: null, attribution: null);
        var conflict = ClaimConflict.Find([part, longer]).ShouldHaveSingleItem();
        conflict.Kind.ShouldBe(ClaimConflictKind.LongerButLess);
        conflict.Claims.ShouldBe([longer, part]);
        conflict.Why.ShouldBe(new Bilingual(
            "2020 年 1—8 月为 742 吨，少于其中 2020 年 1—7 月的 815.7 吨。只有在未说明的口径（计量基准）不同时，才可能都属实。",
            "January to August 2020 has 742 t, less than the 815.7 t of January to July 2020, which is part of it. All can be true only if they differ in what is not stated of each: basis."));
    }

    [Fact]
    public void A_series_that_grows_with_its_months_has_no_conflict() => ClaimConflict.Find([
        Mass(Claim.Nation, "2020-01..2020-07", 7.4m, 1, unit: "10000 t", scope: "HONEY"),
        Mass(Claim.Nation, "2020-01..2020-08", 86_000, 0, scope: "HONEY"),
        Mass(Claim.Nation, "2019", 12.1m, 1, unit: "10000 t", scope: "HONEY")]).ShouldBeEmpty();

    [Fact]
    public void A_longer_period_may_have_less_by_as_much_as_rounding_hides()
    {
        var part = Mass(Claim.Nation, "2020-01", 742.4m, 1);
        ClaimConflict.Find([part, Mass(Claim.Nation, "2020", 742, 0)]).ShouldBeEmpty();
        ClaimConflict.Find([part, Mass(Claim.Nation, "2020", 741, 0)]).ShouldHaveSingleItem().Why.En.ShouldEndWith("As they are defined they cannot all be true.");
    }

    [Fact]
    public void Of_what_does_not_add_up_a_longer_period_may_have_less() =>
        ClaimConflict.Find([Percent(Tonglu, "2020", 10, 0), Percent(Tonglu, "2020-01", 40, 0)]).ShouldBeEmpty();

    [Fact]
    public void Two_numbers_for_one_thing_conflict_when_rounding_does_not_bring_them_together()
    {
        var conflict = ClaimConflict.Find([Mass(Tonglu, "2018", 703.8m, 1), TongluMass]).ShouldHaveSingleItem();
        conflict.Kind.ShouldBe(ClaimConflictKind.TwoNumbers);
        conflict.Claims.Count.ShouldBe(2);
        conflict.Why.ShouldBe(new Bilingual(
            "同一事项（2018年）一处为 703.8 吨，另一处为 703.87 吨，修约不能解释其差。按所述口径，不可能都属实。",
            "The same thing (2018) is 703.8 t in one place and 703.87 t in another, further apart than rounding explains. As they are defined they cannot all be true."));
    }

    public static TheoryData<Claim> NoSecondNumber => new()
    {
        Mass(Tonglu, "2018", 703.9m, 1),
        Mass(Tonglu, "2018", 704, 0),
        Mass(Tonglu, "2018", 703_870, 0, unit: "kg"),
        Mass(Tonglu, "2018", 0.07m, 2, unit: "10000 t"),
        Mass(Jiangshan, "2018", 100, 0),
        Mass(Tonglu, "2017", 800, 0),
        Mass(Tonglu, "2018", 800, 0, scope: "RJ_FRESH"),
        Mass(Tonglu, "2018", 800, 0, basis: nameof(ShareBasis.FreshEquivalent)),
        Mass(Tonglu, "2018", 600, 0, attribution: nameof(ShareAttribution.PlaceOfProduction)),
        Make(Tonglu, ClaimMeasure.ExportValue, "2018", 30, 0, "million USD"),
    };

    [Theory]
    [MemberData(nameof(NoSecondNumber))]
    public void What_rounding_or_a_stated_definition_explains_is_no_conflict(Claim other) => ClaimConflict.Find([TongluMass, other]).ShouldBeEmpty();

    public static TheoryData<Claim> SecondNumber => new()
    {
        Mass(Tonglu, "2018", 703_880, 0, unit: "kg"),
        Mass(Tonglu, "2018", 0.08m, 2, unit: "10000 t"),
        Mass(Tonglu, "2018", 800, 0, attribution: null),
        Mass(Tonglu, "2018", 800, 0, attribution: Claim.Unstated),
        Mass(Tonglu, "2018", 800, 0, basis: ""),
    };

    [Theory]
    [MemberData(nameof(SecondNumber))]
    public void What_an_open_point_might_explain_is_a_conflict_until_it_is_told(Claim other) =>
        ClaimConflict.Find([TongluMass, other]).ShouldHaveSingleItem().Kind.ShouldBe(ClaimConflictKind.TwoNumbers);

    [Fact]
    public void Money_is_compared_with_money()
    {
        var dollars = Make(Claim.Nation, ClaimMeasure.ExportValue, "2012", 51.78m, 2, "million USD", basis: null);
        ClaimConflict.Find([dollars, Make(Claim.Nation, ClaimMeasure.ExportValue, "2012", 51_780_000, 0, "USD", basis: null)]).ShouldBeEmpty();
        ClaimConflict.Find([dollars, Make(Claim.Nation, ClaimMeasure.ExportValue, "2012", 51_790_000, 0, "USD", basis: null)]).ShouldHaveSingleItem().Why.ShouldSatisfyAllConditions(
            w => w.En.ShouldContain("USD 51.78 million"), w => w.En.ShouldContain("USD 51,790,000"), w => w.Zh.ShouldContain("51.78 百万美元"));
        ClaimConflict.Find([dollars, Make(Claim.Nation, ClaimMeasure.ExportValue, "2012", 330, 0, "million CNY", basis: null)]).ShouldBeEmpty();
    }

    [Fact]
    public void Counts_are_not_rounded()
    {
        ClaimConflict.Find([Make(Tonglu, "Firms", "2018", 28, 0, "firms"), Make(Tonglu, "Firms", "2018", 29, 0, "firms")]).ShouldHaveSingleItem();
        ClaimConflict.Find([Make(Tonglu, "Firms", "2018", 28, 0, "firms"), Make(Tonglu, "Firms", "2018", 28, 0, "firms", code: "AGAIN")]).ShouldBeEmpty();
        ClaimConflict.Find([First(Tonglu, "2018"), Make(Tonglu, ClaimMeasure.Rank, "2018", 2, 0, "rank")]).ShouldHaveSingleItem();
    }

    [Fact]
    public void Nobody_else_is_first_in_a_year_in_which_one_has_more_than_half()
    {
        var conflict = ClaimConflict.Find([JiangshanFirst, TongluShare], Name).ShouldHaveSingleItem();
        conflict.Kind.ShouldBe(ClaimConflictKind.ShareAgainstRank);
        conflict.Claims.ShouldBe([TongluShare, JiangshanFirst]);
        conflict.Why.ShouldBe(new Bilingual(
            "2018年桐庐占全国 57.42 %，其余各地合计只有 42.58 %，江山却称全国第一。只有在未说明的口径（计量基准、归属口径）不同时，才可能都属实。",
            "In 2018 Tonglu has 57.42 % of the nation, which leaves 42.58 % to all others together, and yet Jiangshan is called first. All can be true only if they differ in what is not stated of each: basis, attribution."));
    }

    [Fact]
    public void Who_states_less_is_not_first_either()
    {
        var third = Percent(Tonglu, "2018", 30, 0);
        var own = Percent(Jiangshan, "2018", 25, 0);
        ClaimConflict.Find([JiangshanFirst, third]).ShouldBeEmpty();
        var conflict = ClaimConflict.Find([JiangshanFirst, third, own], Name).ShouldHaveSingleItem();
        conflict.Claims.ShouldBe([third, JiangshanFirst, own]);
        conflict.Why.En.ShouldStartWith("In 2018 Tonglu has 30 % of the nation and Jiangshan, with 25 %, is called first.");
        conflict.Why.Zh.ShouldStartWith("2018年桐庐占全国 30 %，江山只占 25 %，却称全国第一。");
        ClaimConflict.Find([JiangshanFirst, third, Percent(Jiangshan, "2018", 30.4m, 1)]).ShouldBeEmpty();
        ClaimConflict.Find([JiangshanFirst, third, Percent(Jiangshan, "2018", 29.5m, 1)]).ShouldBeEmpty();
        ClaimConflict.Find([JiangshanFirst, third, Percent(Jiangshan, "2017", 25, 0)]).ShouldBeEmpty();
    }

    public static TheoryData<Claim, Claim> NotAgainstTheRank => new()
    {
        { Percent(Tonglu, "2018", 50.4m, 1), First(Tonglu, "2018") },
        { Percent(Tonglu, "2018", 50, 0), JiangshanFirst },
        { Percent(Tonglu, "2018", 50.0m, 1), JiangshanFirst },
        { Percent(Tonglu, "2009", 60, 0), JiangshanFirst },
        { Percent(Tonglu, "2018-05", 60, 0), JiangshanFirst },
        { Percent(Tonglu, "2018", 60, 0, scope: "HONEY"), JiangshanFirst },
        { Percent(Tonglu, "2018", 60, 0), Make(Jiangshan, ClaimMeasure.Rank, "2018", 2, 0, "rank", basis: null, attribution: null) },
        { Percent(Tonglu, "2018", 60, 0), Make(Jiangshan, ClaimMeasure.Rank, "2018", 1, 0, "rank", attribution: nameof(ShareAttribution.PlaceOfProduction)) },
        { Percent(Tonglu, "2018", 60, 0), Make(Jiangshan, ClaimMeasure.Rank, "2018", 1, 0, "rank", basis: nameof(ShareBasis.Value)) },
    };

    [Theory]
    [MemberData(nameof(NotAgainstTheRank))]
    public void A_share_leaves_room_for_another_to_be_first(Claim share, Claim rank) => ClaimConflict.Find([share, rank]).ShouldBeEmpty();

    [Fact]
    public void A_national_total_that_does_not_reproduce_the_pair_conflicts_with_it()
    {
        var total = Mass(Claim.Nation, "2018", 2000, 0, attribution: null);
        var conflict = ClaimConflict.Find([TongluShare, total, TongluMass]).ShouldHaveSingleItem();
        conflict.Kind.ShouldBe(ClaimConflictKind.TotalAgainstShare);
        conflict.Claims.ShouldBe([total, TongluMass, TongluShare]);
        conflict.Why.ShouldBe(new Bilingual(
            "703.87 吨占全国 57.42 %，全国合计应在 1,225.711 吨至 1,225.943 吨之间，而所述合计为 2,000 吨。按所述口径，不可能都属实。",
            "703.87 t being 57.42 % of the nation, the national total lies between 1,225.711 t and 1,225.943 t, but 2,000 t is stated. As they are defined they cannot all be true."));
    }

    public static TheoryData<Claim> TotalsThatFit => new()
    {
        Mass(Claim.Nation, "2018", 1225.83m, 2, attribution: null),
        Mass(Claim.Nation, "2018", 1226, 0, attribution: nameof(ShareAttribution.PlaceOfCustoms)),
        Mass(Claim.Nation, "2018", 1_225_712, 0, unit: "kg"),
        Mass(Claim.Nation, "2018", 1225.71m, 2),
        Mass(Claim.Nation, "2018", 0.12m, 2, unit: "10000 t"),
        Mass(Claim.Nation, "2019", 2000, 0),
        Mass(Claim.Nation, "2018", 2000, 0, scope: "RJ_PRODUCTS"),
        Make(Claim.Nation, ClaimMeasure.ExportValue, "2018", 40, 0, "million USD", basis: null),
    };

    [Theory]
    [MemberData(nameof(TotalsThatFit))]
    public void A_total_that_fits_or_means_something_else_is_no_conflict(Claim total) => ClaimConflict.Find([TongluShare, TongluMass, total]).ShouldBeEmpty();

    [Theory]
    [InlineData("1225.70", 2)]
    [InlineData("1225.95", 2)]
    [InlineData("1225", 0)]
    public void A_total_just_outside_is_one(string total, int decimals) =>
        ClaimConflict.Find([TongluShare, TongluMass, Mass(Claim.Nation, "2018", decimal.Parse(total, System.Globalization.CultureInfo.InvariantCulture), decimals)]).ShouldHaveSingleItem();

    [Fact]
    public void A_pair_of_which_nothing_follows_says_nothing() =>
        ClaimConflict.Find([Percent(Tonglu, "2018", 0, 0), TongluMass, Mass(Claim.Nation, "2018", 5, 0), Percent(Jiangshan, "2018", 101, 0), Mass(Jiangshan, "2018", 1, 0)]).ShouldBeEmpty();

    [Fact]
    public void A_share_of_value_does_not_speak_of_mass() =>
        ClaimConflict.Find([Percent(Tonglu, "2018", 57.42m, 2, basis: nameof(ShareBasis.Value)), Mass(Tonglu, "2018", 703.87m, 2, basis: null), Mass(Claim.Nation, "2018", 2000, 0, basis: null)]).ShouldBeEmpty();

    [Fact]
    public void Of_a_corrected_claim_the_last_revision_counts()
    {
        var wrong = Mass(Tonglu, "2018", 7038.7m, 1, code: "TL", revision: 1);
        var right = Mass(Tonglu, "2018", 703.9m, 1, code: "TL", revision: 2);
        ClaimConflict.Find([TongluMass, wrong, right]).ShouldBeEmpty();
        ClaimConflict.Find([TongluMass, right, wrong]).ShouldBeEmpty();
        ClaimConflict.Find([TongluMass, wrong]).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_period_that_is_no_whole_months_is_named_by_its_days()
    {
        Claim[] days = [Days(1, "A"), Days(3, "B")];
        ClaimConflict.Find(days).ShouldHaveSingleItem().Why.En.ShouldStartWith("The same thing (2018-01-05/2018-02-03) is");

        static Claim Days(int tons, string code) => Make(Tonglu, ClaimMeasure.ExportMass, new(2018, 1, 5), new(2018, 2, 3), tons, 0, "t", "RJ", Declared, ByFirm, code, 1);
    }

    [Fact]
    public void A_claim_begins_in_its_year() => First(Jiangshan, "2010-01..2023-12").Year.ShouldBe(2010);

    [Fact]
    public void One_truth_printed_in_many_ways_is_no_conflict() => Gen.Select(Gen.Long[1, 9_999_999_999], Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 5]).Sample((grams, tons, kilograms, tenThousands) =>
    {
        var kg = grams / 1000m;
        ClaimConflict.Find([Printed(kg / 1000, tons, "t"), Printed(kg, kilograms, "kg"), Printed(kg / 10_000_000, tenThousands, "10000 t")]).ShouldBeEmpty();
    });

    [Fact]
    public void A_true_part_share_and_total_are_no_conflict() => Gen.Select(Gen.Int[1, 999_999], Gen.Int[0, 999_999], Gen.Int[0, 2], Gen.Int[0, 2]).Sample((mine, others, decimals, shareDecimals) =>
    {
        var (part, whole) = (mine / 100m, (mine + others) / 100m);
        var percent = Math.Round(part / whole * 100, shareDecimals, MidpointRounding.ToEven);
        ClaimConflict.Find([
            Mass(Tonglu, "2018", Math.Round(part, decimals), decimals),
            Percent(Tonglu, "2018", percent, shareDecimals),
            Mass(Claim.Nation, "2018", Math.Round(whole, decimals), decimals, attribution: null),
            Mass(Claim.Nation, "2018-Q1", Math.Round(part, decimals), decimals, attribution: null),
            .. others < mine ? new[] { First(Tonglu, "2018") } : [First(Jiangshan, "2018")]]).ShouldBeEmpty();
    });

    private static Claim Printed(decimal value, int decimals, string unit) => Mass(Tonglu, "2018", Math.Round(value, decimals, MidpointRounding.ToEven), decimals, unit: unit);

    private static Bilingual Name(string code) => code == Tonglu ? new("桐庐", "Tonglu") : new("江山", "Jiangshan");

    private static Claim Mass(
        string subject, string period, decimal value, int decimals, string unit = "t", string scope = "RJ", string? basis = Declared, string? attribution = ByFirm, string? code = null, int revision = 1) =>
        Make(subject, ClaimMeasure.ExportMass, period, value, decimals, unit, scope, basis, attribution, code, revision);

    private static Claim Percent(string subject, string period, decimal value, int decimals, string scope = "RJ", string? basis = Declared) =>
        Make(subject, ClaimMeasure.ShareOfNation, period, value, decimals, "%", scope, basis);

    private static Claim First(string subject, string years) => Make(subject, ClaimMeasure.Rank, years, 1, 0, "rank", basis: null, attribution: null);

    private static Claim Make(
        string subject, string measure, string period, decimal value, int decimals, string unit, string scope = "RJ", string? basis = Declared, string? attribution = ByFirm, string? code = null, int revision = 1)
    {
        var months = FigurePeriod.Parse(period)!;
        return Make(subject, measure, months.From, months.To, value, decimals, unit, scope, basis, attribution, code ?? $"{subject}-{measure}-{value}-{decimals}-{unit}-{period}", revision);
    }

    private static Claim Make(
        string subject, string measure, DateOnly from, DateOnly to, decimal value, int decimals, string unit, string scope, string? basis, string? attribution, string code, int revision) => new()
        {
            Id = ClaimId.New(),
            Code = code,
            Revision = revision,
            Subject = subject,
            Measure = measure,
            Value = value,
            Decimals = decimals,
            Unit = unit,
            From = from,
            To = to,
            ProductScope = scope,
            Basis = basis,
            Flow = nameof(ShareFlow.Export),
            Attribution = attribution,
            DefinitionZh = "口径",
            DefinitionEn = "definition",
            SourceZh = "来源",
            SourceEn = "source",
            SourceMark = "B",
        };
}
