using System.Globalization;
using BeeTrace.Core.Registry;
using BeeTrace.Core.Trace;

namespace BeeTrace.Core.Tests;

/// <summary>The tables that BeeTrace starts with obey the rules that it asks of people.</summary>
public class SeedDataTests
{
    [Fact]
    public void Every_product_of_the_rules_is_in_the_table_and_every_one_of_the_table_in_the_rules() =>
        Golden.Named("seed-data/reference/products.csv").Select(row => row["code"]).ShouldBe(ProductCode.All, ignoreOrder: true);

    [Fact]
    public void Every_code_is_canonical()
    {
        foreach (var code in Golden.Named("seed-data/demo/apiaries.csv").Select(row => row["code"]))
            ApiaryCode.Parse(code).Value.ToString().ShouldBe(code);
        foreach (var code in Golden.Named("seed-data/demo/lots.csv").Select(row => row["code"]))
            LotCode.Parse(code).Value.ToString().ShouldBe(code);
        foreach (var code in Golden.Named("seed-data/demo/samples.csv").Select(row => row["code"]))
            SampleCode.Parse(code).Value.ToString().ShouldBe(code);
        foreach (var code in Golden.Named("seed-data/demo/firms.csv").Select(row => row["uscc"]))
            UnifiedSocialCreditCode.Parse(code).Value.ToString().ShouldBe(code);
    }

    [Fact]
    public void Every_bloom_has_a_first_and_a_last_day()
    {
        foreach (var row in Golden.Named("seed-data/reference/blooms.csv"))
        {
            MonthDay.TryParse(row["bloom_from"], out _).ShouldBeTrue(row["latin_name"]);
            MonthDay.TryParse(row["bloom_to"], out _).ShouldBeTrue(row["latin_name"]);
        }
    }

    [Fact]
    public void No_apiary_stands_in_two_places()
    {
        foreach (var placements in Placements().Values)
        {
            for (var i = 0; i < placements.Count; i++)
                PlacementRules.Check(placements[i].Period, placements.Where((_, other) => other != i).Select(p => p.Period)).Refusals.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Every_lot_would_be_accepted_from_a_person()
    {
        var placements = Placements();
        var species = Golden.Named("seed-data/demo/apiaries.csv").ToDictionary(row => row["code"], row => row["species"]);
        foreach (var row in Golden.Named("seed-data/demo/lots.csv"))
        {
            BeeSpeciesNames.TryParse(species[row["apiary"]], out var bees).ShouldBeTrue(row["code"]);
            var lot = new RecordLot(
                ApiaryCode.Parse(row["apiary"]).Value, row["product"], decimal.Parse(row["mass_kg"], CultureInfo.InvariantCulture), Day(row["harvested_on"]));
            var findings = LotRules.Check(lot, new ApiaryAtHarvest(bees, placements[row["apiary"]]), Day(row["recorded_on"]));
            findings.Refusals.ShouldBeEmpty(row["code"]);
            findings.Warnings.ShouldBeEmpty(row["code"]);
        }
    }

    private static Dictionary<string, List<(PlacementPeriod Period, int Colonies)>> Placements() =>
        Golden.Named("seed-data/demo/placements.csv").GroupBy(row => row["apiary"]).ToDictionary(
            group => group.Key,
            group => group.Select(row => (
                new PlacementPeriod(Day(row["from"]), row["until"].Length > 0 ? Day(row["until"]) : null),
                int.Parse(row["colonies"], CultureInfo.InvariantCulture))).ToList());

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
