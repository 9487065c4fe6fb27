using System.Globalization;
using BeeTrace.Core.Trade;
using CsCheck;

namespace BeeTrace.Core.Tests.Trade;

public class ShareTests
{
    private static readonly ShareDefinition RoyalJelly2018 = ShareDefinition.ForYear(
        "RJ", ShareBasis.DeclaredMass, ShareFlow.Export, ShareAttribution.ExporterRegistration, 2018, "t");

    private static readonly Gen<decimal> Quantity = Gen.Int[10_000, 99_999_999].Select(n => n / 100m);

    [Fact]
    public void A_share_of_the_same_definition_is_a_number_to_two_places()
    {
        var share = Share.Of(703.87m, RoyalJelly2018, 1225.83m, RoyalJelly2018);
        share.Percent.ShouldBe(57.42m);
        share.Reasons.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0.00125", "1", "0.12")]
    [InlineData("0.00135", "1", "0.14")]
    [InlineData("1", "3", "33.33")]
    [InlineData("0", "3", "0")]
    [InlineData("3", "3", "100")]
    public void A_share_is_rounded_half_to_even(string part, string whole, string percent) =>
        Share.Of(Number(part), RoyalJelly2018, Number(whole), RoyalJelly2018).Percent.ShouldBe(Number(percent));

    public static TheoryData<ShareDefinition, string> Different => new()
    {
        { RoyalJelly2018 with { ProductScope = "RJ_FRESH" }, "product scope differs: RJ, RJ_FRESH" },
        { RoyalJelly2018 with { Basis = ShareBasis.FreshEquivalent }, "basis differs: mass as declared, fresh equivalent" },
        { RoyalJelly2018 with { Flow = ShareFlow.Production }, "flow differs: exports, production" },
        { RoyalJelly2018 with { Attribution = ShareAttribution.PlaceOfProduction }, "attribution differs: registered place of the exporter, place of production" },
        { RoyalJelly2018 with { From = new(2017, 1, 1), To = new(2017, 12, 31) }, "period differs: 2018, 2017" },
        { RoyalJelly2018 with { To = new(2018, 11, 30) }, "period differs: 2018, 2018-01-01/2018-11-30" },
        { RoyalJelly2018 with { Unit = "kg" }, "unit differs: t, kg" },
    };

    [Theory]
    [MemberData(nameof(Different))]
    public void A_share_of_two_definitions_is_no_number_and_says_why(ShareDefinition whole, string reason)
    {
        var share = Share.Of(703.87m, RoyalJelly2018, 1225.83m, whole);
        share.Percent.ShouldBeNull();
        var told = share.Reasons.ShouldHaveSingleItem();
        told.En.ShouldBe(reason);
        told.Zh.ShouldContain("不同");
    }

    [Fact]
    public void Every_difference_is_told() =>
        RoyalJelly2018.DifferencesFrom(ShareDefinition.ForYear("HONEY", ShareBasis.Value, ShareFlow.Import, ShareAttribution.PlaceOfCustoms, 2002, "CNY FOB"))
            .Count.ShouldBe(6);

    [Fact]
    public void The_total_of_a_nation_is_the_same_by_every_place()
    {
        var nation = RoyalJelly2018 with { Attribution = null };
        nation.DifferencesFrom(RoyalJelly2018).ShouldBeEmpty();
        RoyalJelly2018.DifferencesFrom(nation).ShouldBeEmpty();
        nation.DifferencesFrom(RoyalJelly2018 with { Attribution = ShareAttribution.PlaceOfCustoms }).ShouldBeEmpty();
        nation.DifferencesFrom(nation).ShouldBeEmpty();
        nation.DifferencesFrom(RoyalJelly2018 with { Basis = ShareBasis.Value }).ShouldHaveSingleItem();
        Share.Of(703.87m, RoyalJelly2018, 1225.83m, nation).Percent.ShouldBe(57.42m);
    }

    [Fact]
    public void Powder_counts_three_times_where_mass_is_made_fresh()
    {
        // January to November 2022: a plain sum is 804.95 t.
        (620.20m + 184.75m).ShouldBe(804.95m);
        FreshEquivalent.Of(620.20m, 184.75m).ShouldBe(1174.45m);
        FreshEquivalent.Of(5, 0).ShouldBe(5);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, -1)]
    [InlineData(-1, 1)]
    [InlineData(2, 1)]
    public void A_part_that_cannot_be_one_has_no_share(int part, int whole)
    {
        var share = Share.Of(part, RoyalJelly2018, whole, RoyalJelly2018);
        share.Percent.ShouldBeNull();
        share.Reasons.Count.ShouldBe(1);
    }

    [Fact]
    public void A_definition_fits_under_a_figure() => RoyalJelly2018.Describe().ShouldBe(new Bilingual(
        "RJ，申报重量，出口，按出口企业注册地，2018年，t",
        "RJ, mass as declared, exports, by registered place of the exporter, 2018, t"));

    [Fact]
    public void A_national_total_is_called_one() => (RoyalJelly2018 with { Attribution = null }).Describe().ShouldBe(new Bilingual(
        "RJ，申报重量，出口，全国合计，2018年，t",
        "RJ, mass as declared, exports, national total, 2018, t"));

    [Theory]
    [MemberData(nameof(Golden.Rows), "Trade/implied-totals.csv", MemberType = typeof(Golden))]
    public void A_pair_implies_its_whole(string quantity, string share, string central, string low, string high)
    {
        var total = ImpliedTotal.From(Number(quantity), Number(share));
        Math.Round(total.Central, 4).ShouldBe(Number(central));
        Math.Round(total.Low, 4).ShouldBe(Number(low));
        Math.Round(total.High, 4).ShouldBe(Number(high));
    }

    [Fact]
    public void A_stored_total_outside_the_interval_contradicts_the_pair()
    {
        var total = ImpliedTotal.From(703.87m, 57.42m);
        total.Contradicts(1225.83m).ShouldBeFalse();
        total.Contradicts(1225.72m).ShouldBeFalse();
        total.Contradicts(1225.71m).ShouldBeTrue();
        total.Contradicts(1225.95m).ShouldBeTrue();
        total.Contradicts(2000m).ShouldBeTrue();
    }

    [Fact]
    public void Decimals_that_a_database_pads_do_not_narrow_the_interval() =>
        ImpliedTotal.From(703.870000m, 2, 57.420000m, 2).ShouldBe(ImpliedTotal.From(703.87m, 57.42m));

    [Theory]
    [InlineData("0", "50")]
    [InlineData("10", "0")]
    [InlineData("10", "0.00")]
    [InlineData("10", "100.01")]
    public void A_pair_that_says_nothing_is_a_bug_of_the_caller(string quantity, string share) =>
        Should.Throw<ArgumentOutOfRangeException>(() => ImpliedTotal.From(Number(quantity), Number(share)));

    [Fact]
    public void A_whole_never_contradicts_the_share_that_was_computed_from_it() => Gen.Select(Quantity, Quantity).Sample((one, other) =>
    {
        var (part, whole) = (Math.Min(one, other), Math.Max(one, other));
        var percent = Share.Of(part, RoyalJelly2018, whole, RoyalJelly2018).Percent!.Value;
        if (percent > 0.005m)
            ImpliedTotal.From(part, 2, percent, 2).Contradicts(whole).ShouldBeFalse();
    });

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
