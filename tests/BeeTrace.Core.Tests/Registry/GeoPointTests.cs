using System.Globalization;
using BeeTrace.Core.Registry;
using CsCheck;

namespace BeeTrace.Core.Tests.Registry;

public class GeoPointTests
{
    private static readonly CountyBox Tonglu = new("330122", new("桐庐县", "Tonglu County"), 29.58m, 30.10m, 119.18m, 119.97m);

    private static readonly Gen<GeoPoint> InChina =
        Gen.Select(Gen.Int[2_000_000, 54_000_000], Gen.Int[74_000_000, 135_000_000], (lat, lon) => new GeoPoint(lat / 1_000_000m, lon / 1_000_000m));

    [Theory]
    [MemberData(nameof(Golden.Rows), "Registry/datums.csv", MemberType = typeof(Golden))]
    public void Coordinates_of_a_map_are_taken_back_to_where_they_lie(
        string place, string datum, string latitude, string longitude, string wgsLatitude, string wgsLongitude, string degrees)
    {
        var point = GeoPoint.FromDatum(Number(latitude), Number(longitude), Enum.Parse<Datum>(datum));
        point.Latitude.ShouldBe(Number(wgsLatitude), Number(degrees), place);
        point.Longitude.ShouldBe(Number(wgsLongitude), Number(degrees), place);
    }

    [Theory]
    [MemberData(nameof(Golden.Rows), "Registry/datums.csv", MemberType = typeof(Golden))]
    public void A_place_is_shown_where_the_map_has_it(
        string place, string datum, string latitude, string longitude, string wgsLatitude, string wgsLongitude, string degrees)
    {
        var shown = new GeoPoint(Number(wgsLatitude), Number(wgsLongitude)).ToDatum(Enum.Parse<Datum>(datum));
        shown.Latitude.ShouldBe(Number(latitude), Number(degrees), place);
        shown.Longitude.ShouldBe(Number(longitude), Number(degrees), place);
    }

    [Theory]
    [InlineData(Datum.Gcj02)]
    [InlineData(Datum.Bd09)]
    public void There_and_back_is_the_same_place_within_a_centimetre(Datum datum) => InChina.Sample(point =>
    {
        var (latitude, longitude) = point.ToDatum(datum);
        var back = GeoPoint.FromDatum(latitude, longitude, datum);
        back.Latitude.ShouldBe(point.Latitude, 1e-7m);
        back.Longitude.ShouldBe(point.Longitude, 1e-7m);
    });

    [Fact]
    public void Converting_twice_moves_the_point_again()
    {
        var once = GeoPoint.FromDatum(29.79116163m, 119.69632743m, Datum.Gcj02);
        var twice = GeoPoint.FromDatum(once.Latitude, once.Longitude, Datum.Gcj02);
        Math.Abs(twice.Longitude - once.Longitude).ShouldBeGreaterThan(0.004m);
    }

    [Theory]
    [InlineData(29.7937, 119.6915, true)]
    [InlineData(29.58, 119.18, true)]
    [InlineData(30.10, 119.97, true)]
    [InlineData(30.11, 119.97, false)]
    [InlineData(29.7937, 120.6915, false)]
    public void A_place_outside_the_county_is_questioned_with_the_countys_name(double latitude, double longitude, bool isInside)
    {
        var outcome = Tonglu.Check(new GeoPoint((decimal)latitude, (decimal)longitude), "Place");
        outcome.IsDone.ShouldBe(isInside);
        if (!isInside)
        {
            var refusal = outcome.Refusals.ShouldHaveSingleItem();
            refusal.ShouldSatisfyAllConditions(
                r => r.Code.ShouldBe(RegistryRefusal.OutsideCounty),
                r => r.Field.ShouldBe("Place"),
                r => r.Arguments.ShouldBe([new Bilingual("桐庐县", "Tonglu County")]));
        }
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
