using System.Globalization;
using BeeTrace.Core.Registry;
using CsCheck;

namespace BeeTrace.Core.Tests.Registry;

public class CoordinateTextTests
{
    [Theory]
    [MemberData(nameof(Golden.Rows), "Registry/coordinates.csv", MemberType = typeof(Golden))]
    public void Coordinates_are_read_as_phones_and_people_write_them(string typed, string latitude, string longitude, string refusal)
    {
        var outcome = CoordinateText.Parse(typed, "Place");
        if (refusal.Length == 0)
        {
            outcome.Refusals.ShouldBeEmpty();
            outcome.Value.ShouldBe(new TypedCoordinates(Number(latitude), Number(longitude)));
            return;
        }

        var refused = outcome.Refusals.ShouldHaveSingleItem();
        refused.Code.ShouldBe(refusal);
        refused.Field.ShouldBe("Place");
        if (latitude.Length > 0)
            refused.Arguments.ShouldBe([Number(latitude), Number(longitude)]);
    }

    [Theory]
    [InlineData("29.7937", "29.7937")]
    [InlineData("29°47'37.32\"", "29.7937")]
    [InlineData("29°47'37.32\"N", "29.7937")]
    [InlineData("北纬２９．７９３７", "29.7937")]
    [InlineData("S 36.5", "-36.5")]
    public void A_latitude_is_read_on_its_own(string typed, string degrees) =>
        CoordinateText.ParseLatitude(typed).Value.ShouldBe(Number(degrees));

    [Fact]
    public void A_longitude_in_the_latitudes_place_is_refused()
    {
        CoordinateText.ParseLatitude("119.6915", "Latitude").Refusals.Single().Code.ShouldBe(RegistryRefusal.CoordinateOutOfRange);
        CoordinateText.ParseLatitude("E29", "Latitude").Refusals.Single().Code.ShouldBe(RegistryRefusal.CoordinateUnreadable);
        CoordinateText.ParseLongitude("119.6915", "Longitude").Value.ShouldBe(119.6915m);
        CoordinateText.ParseLongitude("119°41'29.4\"N").Refusals.Single().Code.ShouldBe(RegistryRefusal.CoordinateUnreadable);
    }

    [Fact]
    public void Every_place_on_Earth_reads_back_with_its_letters() =>
        Gen.Select(Gen.Int[-90_000_000, 90_000_000], Gen.Int[-180_000_000, 180_000_000]).Sample((lat, lon) =>
        {
            var (latitude, longitude) = (lat / 1_000_000m, lon / 1_000_000m);
            var typed = string.Create(CultureInfo.InvariantCulture,
                $"{Math.Abs(latitude)}°{(latitude < 0 ? 'S' : 'N')} {Math.Abs(longitude)}°{(longitude < 0 ? 'W' : 'E')}");
            CoordinateText.Parse(typed).Value.ShouldBe(new TypedCoordinates(latitude, longitude));
        });

    [Fact]
    public void No_text_is_too_odd_to_be_answered() =>
        Gen.String[Gen.Char["0123456789.,°'\"NSEW -+　，"], 0, 90].Sample(typed =>
        {
            var outcome = CoordinateText.Parse(typed);
            (outcome.IsDone || outcome.Refusals.Count == 1).ShouldBeTrue();
        });

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
