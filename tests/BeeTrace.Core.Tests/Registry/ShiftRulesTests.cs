using BeeTrace.Core.Registry;
using CsCheck;

namespace BeeTrace.Core.Tests.Registry;

public class ShiftRulesTests
{
    private static readonly GeoPoint Stand = new(29.7937m, 119.6915m);
    private static readonly DateOnly Since = new(2026, 3, 1);

    public static TheoryData<Datum, Datum> Mistaken => new()
    {
        { Datum.Gcj02, Datum.Wgs84 }, { Datum.Bd09, Datum.Wgs84 }, { Datum.Wgs84, Datum.Gcj02 }, { Datum.Wgs84, Datum.Bd09 },
        { Datum.Gcj02, Datum.Bd09 }, { Datum.Bd09, Datum.Gcj02 }, { Datum.Gcj02, Datum.Cgcs2000 }, { Datum.Wgs84, Datum.Wgs84 }, { Datum.Wgs84, Datum.Cgcs2000 },
    };

    [Theory]
    [MemberData(nameof(Mistaken))]
    public void Numbers_of_an_old_stand_in_another_datum_are_questioned(Datum meant, Datum chosen)
    {
        var (latitude, longitude) = Stand.ToDatum(meant);

        var shift = ShiftRules.Find(latitude, longitude, chosen, [(new GeoPoint(29.9m, 119.5m), Since), (Stand, Since.AddDays(1))]);

        // WGS-84 and CGCS2000 are taken as equal.
        if (meant == Datum.Wgs84 && chosen is Datum.Wgs84 or Datum.Cgcs2000)
            shift.ShouldBeNull();
        else
            shift.ShouldBe(new SuspectedShift(Since.AddDays(1), meant));
    }

    [Theory]
    [InlineData(Datum.Wgs84, Datum.Gcj02, Datum.Bd09)]
    [InlineData(Datum.Cgcs2000, Datum.Gcj02, Datum.Bd09)]
    [InlineData(Datum.Gcj02, Datum.Wgs84, Datum.Bd09)]
    [InlineData(Datum.Bd09, Datum.Wgs84, Datum.Gcj02)]
    public void Numbers_can_be_read_in_two_other_ways(Datum chosen, Datum first, Datum second)
    {
        var (latitude, longitude) = Stand.ToDatum(second);

        var others = ShiftRules.OtherReadings(latitude, longitude, chosen);

        others.Select(o => o.Datum).ShouldBe([first, second]);
        ShiftRules.Metres(others[1].Place, Stand).ShouldBeLessThan(0.1);
    }

    [Fact]
    public void A_place_that_has_nothing_to_do_with_an_earlier_one_is_never_questioned()
    {
        ShiftRules.Find(29.9m, 119.5m, Datum.Wgs84, [(Stand, Since)]).ShouldBeNull();
        ShiftRules.Find(29.9m, 119.5m, Datum.Wgs84, []).ShouldBeNull();
        Gen.Select(Gen.Double[29.6, 30.0], Gen.Double[119.2, 119.6], Gen.Enum<Datum>()).Sample((lat, lon, datum) =>
            // More than a kilometre from the stand in every datum.
            ShiftRules.Find((decimal)lat, (decimal)lon, datum, [(new GeoPoint(29.7937m, 119.75m), Since)]) is null);
    }

    [Fact]
    public void A_second_look_at_the_same_stand_is_no_shift() =>
        Gen.Select(Gen.Double[-0.0004, 0.0004], Gen.Double[-0.0004, 0.0004], Gen.Enum<Datum>()).Sample((north, east, datum) =>
        {
            var (latitude, longitude) = Stand.ToDatum(datum);
            return ShiftRules.Find(latitude + (decimal)north, longitude + (decimal)east, datum, [(Stand, Since)]) is null;
        });
}
