using BeeTrace.Core.Registry;

namespace BeeTrace.Core.Tests.Registry;

public class ApiaryRulesTests
{
    private static readonly CountyBox Tonglu = new("330122", new("桐庐县", "Tonglu County"), 29.58m, 30.10m, 119.18m, 119.97m);

    private static readonly DateOnly Today = new(2018, 4, 15);

    private static readonly RegisterApiary Good = new(
        "富春江边", BeeSpecies.Mellifera, ApiaryKind.Fixed, 80, 29.7937m, 119.6915m, Datum.Wgs84, new DateOnly(2018, 4, 10), "Astragalus sinicus");

    [Fact]
    public void A_complete_registration_is_accepted() => ApiaryRules.Check(Good, Today, Tonglu).IsDone.ShouldBeTrue();

    [Fact]
    public void An_empty_form_is_told_everything_at_once()
    {
        var refusals = ApiaryRules.Check(new(null, null, null, null, null, null, null, null, null), Today, Tonglu).Refusals;
        refusals.Select(r => (r.Code, r.Field)).ShouldBe(
        [
            (RegistryRefusal.NameMissing, "Name"),
            (RegistryRefusal.SpeciesMissing, "Species"),
            (RegistryRefusal.KindMissing, "Kind"),
            (RegistryRefusal.ColoniesMissing, "Colonies"),
            (RegistryRefusal.CoordinateMissing, "Latitude"),
            (RegistryRefusal.CoordinateMissing, "Longitude"),
            (RegistryRefusal.DatumMissing, "Datum"),
            (RegistryRefusal.FromMissing, "From"),
            (RegistryRefusal.PlantMissing, "Plant"),
        ]);
    }

    public static TheoryData<RegisterApiary, string, string> Wrong => new()
    {
        { Good with { Name = " 　" }, RegistryRefusal.NameMissing, "Name" },
        { Good with { Name = new string('蜂', 81) }, RegistryRefusal.NameTooLong, "Name" },
        { Good with { Species = (BeeSpecies)7 }, RegistryRefusal.SpeciesMissing, "Species" },
        { Good with { Colonies = 0 }, RegistryRefusal.ColoniesTooFew, "Colonies" },
        { Good with { Colonies = 2001 }, RegistryRefusal.ColoniesTooMany, "Colonies" },
        { Good with { Longitude = null }, RegistryRefusal.CoordinateMissing, "Longitude" },
        { Good with { Latitude = 90.1m }, RegistryRefusal.CoordinateOutOfRange, "Latitude" },
        { Good with { Longitude = -180.1m }, RegistryRefusal.CoordinateOutOfRange, "Longitude" },
        { Good with { Latitude = 119.6915m, Longitude = 29.7937m }, RegistryRefusal.CoordinatesSwapped, "Latitude" },
        { Good with { Longitude = 120.6915m }, RegistryRefusal.OutsideCounty, "Latitude" },
        { Good with { Datum = (Datum)9 }, RegistryRefusal.DatumMissing, "Datum" },
        { Good with { Plant = " " }, RegistryRefusal.PlantMissing, "Plant" },
        { Good with { From = Today.AddDays(31) }, RegistryRefusal.FromTooLate, "From" },
        { Good with { From = new DateOnly(2011, 12, 12) }, RegistryRefusal.FromTooEarly, "From" },
    };

    [Fact]
    public void Winter_quarters_stand_on_no_bloom() =>
        ApiaryRules.Check(Good with { Kind = ApiaryKind.Wintering, Plant = null }, Today, Tonglu).IsDone.ShouldBeTrue();

    [Theory]
    [MemberData(nameof(Wrong))]
    public void One_slip_is_one_refusal_beside_its_field(RegisterApiary apiary, string code, string field)
    {
        var refusal = ApiaryRules.Check(apiary, Today, Tonglu).Refusals.ShouldHaveSingleItem();
        (refusal.Code, refusal.Field).ShouldBe((code, field));
    }

    public static TheoryData<RegisterApiary> AtTheEdge => new()
    {
        Good with { Name = new string('蜂', 80) },
        Good with { Colonies = 1 },
        Good with { Colonies = 2000 },
        Good with { From = Today.AddDays(30) },
        Good with { From = new DateOnly(2011, 12, 13) },
        Good with { Longitude = 120.6915m, IsOutsideCountyConfirmed = true },
    };

    [Theory]
    [MemberData(nameof(AtTheEdge))]
    public void What_is_just_inside_is_accepted(RegisterApiary apiary) =>
        ApiaryRules.Check(apiary, Today, Tonglu).Refusals.ShouldBeEmpty();

    [Fact]
    public void The_county_is_asked_about_the_true_place_not_the_maps()
    {
        // On the county's eastern edge GCJ-02 lies outside and the place itself inside.
        var onAMap = new GeoPoint(29.8m, 119.968m).ToDatum(Datum.Gcj02);
        onAMap.Longitude.ShouldBeGreaterThan(119.97m);
        var apiary = Good with { Latitude = onAMap.Latitude, Longitude = onAMap.Longitude, Datum = Datum.Gcj02 };
        ApiaryRules.Check(apiary, Today, Tonglu).IsDone.ShouldBeTrue();
        ApiaryRules.Check(apiary with { Datum = Datum.Wgs84 }, Today, Tonglu).IsDone.ShouldBeFalse();
    }

    [Theory]
    [InlineData("2018-03-01", "2018-02-28", false)]
    [InlineData("2018-03-01", "2018-03-01", true)]
    [InlineData("2018-03-01", "2021-03-01", true)]
    [InlineData("2018-03-01", "2021-03-02", false)]
    [InlineData("2016-02-29", "2019-02-28", true)]
    [InlineData("2016-02-29", "2019-03-01", false)]
    public void A_licence_holds_from_issue_to_the_same_date_three_years_later(string issued, string day, bool holds) =>
        new Licence("浙桐养0001", DateOnly.Parse(issued)).IsValidOn(DateOnly.Parse(day)).ShouldBe(holds);

    [Theory]
    [InlineData("Apis mellifera", true, BeeSpecies.Mellifera)]
    [InlineData(" apis CERANA ", true, BeeSpecies.Cerana)]
    [InlineData("Bombus terrestris", false, default(BeeSpecies))]
    [InlineData(null, false, default(BeeSpecies))]
    public void A_species_is_known_by_its_Latin_name(string? name, bool isKnown, BeeSpecies species)
    {
        BeeSpeciesNames.TryParse(name, out var parsed).ShouldBe(isKnown);
        parsed.ShouldBe(species);
    }
}
