using BeeTrace.Core.Registry;

namespace BeeTrace.Core.Tests.Registry;

public sealed class NectarSourceRulesTests
{
    [Fact]
    public void A_square_of_a_thousandth_of_a_degree_has_its_area_in_mu()
    {
        var square = Polygon.Parse("0,100\n0,100.001\n0.001,100.001\n0.001,100", Datum.Wgs84).Value;
        // At the equator of a sphere of 6,371,007 m: 111.195 m by 111.195 m, 1.23643 ha.
        square.AreaMu!.Value.ShouldBeInRange(18.54m, 18.56m);
    }

    [Fact]
    public void The_area_does_not_depend_on_where_and_in_which_direction_one_begins()
    {
        string[] corners = ["29.80,119.70", "29.80,119.72", "29.81,119.73", "29.82,119.70"];
        var area = Polygon.Parse(string.Join('\n', corners), Datum.Wgs84).Value.AreaMu;
        Polygon.Parse(string.Join('\n', corners.Reverse()), Datum.Wgs84).Value.AreaMu.ShouldBe(area);
        Polygon.Parse(string.Join('\n', corners.Skip(2).Concat(corners.Take(2))), Datum.Wgs84).Value.AreaMu.ShouldBe(area);
    }

    [Fact]
    public void A_point_encloses_nothing() => Polygon.Parse("29.8,119.7", Datum.Wgs84).Value.AreaMu.ShouldBeNull();

    [Fact]
    public void An_empty_form_is_told_everything_at_once_field_by_field() =>
        NectarSourceRules.Check(new(NectarSourceId.New(), null, null, null, null, null, -1, null, "02-30"), null).Refusals.Select(r => r.Field)
            .ShouldBe(["Plant", "Name", "County", "AreaMu", "BloomFrom", "BloomTo", "Datum", "Corners"], ignoreOrder: true);
}
