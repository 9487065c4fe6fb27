using BeeTrace.Core.Registry;
using CsCheck;

namespace BeeTrace.Core.Tests.Registry;

public class PolygonTests
{
    private const string Square = "29.80, 119.70\n29.80, 119.71\n29.81, 119.71\n29.81, 119.70";

    [Fact]
    public void One_line_is_a_point() =>
        Polygon.Parse("29°47'37\"N 119°41'29\"E", Datum.Wgs84).Value.Geojson.ShouldBe("""{"type":"Point","coordinates":[119.69138889,29.79361111]}""");

    [Fact]
    public void Corners_are_closed_and_run_against_the_clock_whichever_way_they_were_walked()
    {
        const string Ring = """{"type":"Polygon","coordinates":[[[119.7,29.8],[119.71,29.8],[119.71,29.81],[119.7,29.81],[119.7,29.8]]]}""";

        Polygon.Parse(Square, Datum.Wgs84).Value.Geojson.ShouldBe(Ring);
        Polygon.Parse(Square + "\n29.80, 119.70\n", Datum.Wgs84).Value.Geojson.ShouldBe(Ring, "a ring that was closed already");
        var clockwise = string.Join('\n', Square.Split('\n').Reverse());
        Polygon.Parse(clockwise, Datum.Wgs84).Value.Geojson
            .ShouldBe("""{"type":"Polygon","coordinates":[[[119.7,29.8],[119.71,29.8],[119.71,29.81],[119.7,29.81],[119.7,29.8]]]}""");
    }

    [Fact]
    public void Corners_of_a_shifted_map_are_brought_to_WGS84()
    {
        var corner = Polygon.Parse("29.79116163, 119.69632743", Datum.Gcj02).Value.Corners.ShouldHaveSingleItem();

        corner.Latitude.ShouldBe(29.7937m, 0.000001m);
        corner.Longitude.ShouldBe(119.6915m, 0.000001m);
    }

    [Theory]
    [InlineData("", RegistryRefusal.CoordinateMissing)]
    [InlineData("29.8, 119.7\nthere", RegistryRefusal.CoordinateUnreadable)]
    [InlineData("119.7, 29.8", RegistryRefusal.CoordinatesSwapped)]
    [InlineData("88, 119.7", RegistryRefusal.CoordinateOutOfRange)]
    [InlineData("29.8, 119.7\n29.9, 119.7", RegistryRefusal.AreaTwoCorners)]
    [InlineData("29.8, 119.7\n29.9, 119.7\n29.8, 119.7", RegistryRefusal.AreaTwoCorners)]
    [InlineData("29.80, 119.70\n29.81, 119.71\n29.81, 119.70\n29.80, 119.71", RegistryRefusal.AreaCrossesItself)]
    [InlineData("29.80, 119.70\n29.80, 119.72\n29.81, 119.71\n29.80, 119.71\n29.79, 119.71", RegistryRefusal.AreaCrossesItself)]
    [InlineData("29.80, 119.70\n29.80, 119.72\n29.80, 119.71\n29.81, 119.71", RegistryRefusal.AreaCrossesItself)]
    [InlineData("29.80, 119.70\n29.80, 119.70\n29.80, 119.71\n29.81, 119.71", RegistryRefusal.AreaCrossesItself)]
    [InlineData("29.80, 119.70\n29.80, 119.71\n29.80, 119.72", RegistryRefusal.AreaCrossesItself)]
    [InlineData("29.80, 119.70\n29.80, 120.71\n29.90, 119.72", RegistryRefusal.AreaTooLarge)]
    public void What_encloses_nothing_is_refused(string text, string refusal) =>
        Polygon.Parse(text, Datum.Wgs84, "Area").Refusals.ShouldHaveSingleItem().ShouldSatisfyAllConditions(r => r.Code.ShouldBe(refusal), r => r.Field.ShouldBe("Area"));

    [Fact]
    public void A_file_of_corners_is_refused_before_it_is_read() =>
        Polygon.Parse(string.Concat(Enumerable.Repeat("29.8, 119.7\n", 100_000)), Datum.Wgs84).Refusals.ShouldHaveSingleItem().Code.ShouldBe(RegistryRefusal.AreaTooManyCorners);

    [Fact]
    public void A_star_round_its_middle_is_an_area_and_stays_one_when_walked_from_any_corner() =>
        (from reach in Gen.Int[1, 100].Array[3, 40]
         from start in Gen.Int[0, 39]
         select (reach, start)).Sample(t =>
        {
            var corners = t.reach.Select((r, i) => new GeoPoint(
                Math.Round(30m + (decimal)(r * 0.001 * Math.Sin(2 * Math.PI * i / t.reach.Length)), 8),
                Math.Round(120m + (decimal)(r * 0.001 * Math.Cos(2 * Math.PI * i / t.reach.Length)), 8))).ToList();
            var from = t.start % corners.Count;
            List<GeoPoint> turned = [.. corners.Skip(from), .. corners.Take(from)];

            Polygon.Create(corners).IsDone.ShouldBe(Polygon.Create(turned).IsDone);
            if (t.reach.Length > 4)
                Polygon.Create(turned).IsDone.ShouldBeTrue();
        });
}
