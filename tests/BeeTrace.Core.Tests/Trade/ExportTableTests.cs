using BeeTrace.Core.Trade;

namespace BeeTrace.Core.Tests.Trade;

/// <summary>A year's exports as the public sees them: every way to cut them, and nothing of a single firm.</summary>
public sealed class ExportTableTests
{
    private static readonly Dictionary<string, string> Scopes = new() { ["RJ_FRESH"] = "RJ", ["RJ_POWDER"] = "RJ", ["HONEY"] = "HONEY", ["COMB_HONEY"] = "HONEY" };

    [Fact]
    public void Every_way_to_cut_a_year_adds_up_to_it()
    {
        var table = ExportTable.Of(2018, [.. Parts("RJ_FRESH", "JP", 2, 10, 1, 2, 3), .. Parts("RJ_POWDER", "DE", 7, 5, 1, 2, 3), .. Parts("HONEY", "DE", 7, 7, 1, 2, 3)], Scopes, isPublic: true);

        table.HasWithheld.ShouldBeFalse();
        table.OfYear(table.LineOf("RJ")).Sums!.Value.NetKg.ShouldBe(15);
        table.OfYear(ExportTable.All).Sums!.Value.NetKg.ShouldBe(22);
        table.Of(ExportTable.All, "DE").Sums!.Value.NetKg.ShouldBe(12);
        table.OfMonth(table.LineOf("RJ"), 7).Sums!.Value.NetKg.ShouldBe(5);
        table.OfQuarter(table.LineOf("RJ"), 1).Sums!.Value.NetKg.ShouldBe(10);
        table.OfQuarter(table.LineOf("RJ"), 4).Sums!.Value.NetKg.ShouldBe(0);
        table.Destinations.ShouldBe(["DE", "JP"]);
    }

    [Fact]
    public void A_scope_that_bears_the_word_of_a_product_is_more_than_that_product()
    {
        var table = ExportTable.Of(2018, [.. Parts("HONEY", "DE", 7, 7, 1, 2, 3), .. Parts("COMB_HONEY", "DE", 7, 2, 1, 2, 3)], Scopes, isPublic: true);

        table.OfYear(table.LineOf("HONEY")).Sums!.Value.NetKg.ShouldBe(9);
        table.OfYear(ExportTable.Product("HONEY")).Sums!.Value.NetKg.ShouldBe(7);
        table.OfYear(table.LineOf("COMB_HONEY")).Sums!.Value.NetKg.ShouldBe(2);
    }

    [Fact]
    public void What_one_firm_sends_is_withheld_and_so_is_what_would_give_it_away()
    {
        List<ExportPart> parts = [.. Parts("RJ_FRESH", "JP", 2, 100, 1, 2, 3), .. Parts("RJ_FRESH", "US", 2, 40, 4, 5, 6), .. Parts("RJ_FRESH", "DE", 3, 9, 7)];
        var seen = ExportTable.Of(2018, parts, Scopes, isPublic: true);
        var line = seen.LineOf("RJ");

        seen.Of(line, "DE").IsWithheld.ShouldBeTrue();
        // Year less the rest would be Germany: something else goes too.
        (seen.OfYear(line).IsWithheld || seen.Of(line, "US").IsWithheld || seen.Of(line, "JP").IsWithheld).ShouldBeTrue();
        seen.OfMonth(line, 3).IsWithheld.ShouldBeTrue();
        ExportTable.Of(2018, parts, Scopes, isPublic: false).Of(line, "DE").Sums!.Value.NetKg.ShouldBe(9);
    }

    [Fact]
    public void A_unit_price_is_of_the_mass_whose_value_was_stated()
    {
        new ExportSums(2, 300, 500, 100).UsdPerKg.ShouldBe(5);
        new ExportSums(2, 300, 0, 0).UsdPerKg.ShouldBeNull();
    }

    private static IEnumerable<ExportPart> Parts(string product, string destination, int month, decimal kg, params int[] firms) =>
        [new(product, destination, null, new ExportSums(1, kg, 0, 0), firms), new(product, null, month, new ExportSums(1, kg, 0, 0), firms)];
}
