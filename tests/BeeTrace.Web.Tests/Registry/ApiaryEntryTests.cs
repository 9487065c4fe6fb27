using BeeTrace.Core;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Registry;

namespace BeeTrace.Web.Tests.Registry;

public sealed class ApiaryEntryTests
{
    private static readonly DateOnly Day = new(2026, 5, 2);

    [Fact]
    public void Full_width_digits_are_understood()
    {
        var (apiary, unread) = new ApiaryEntry { Colonies = "８６", Place = "２９．７９３７，１１９．６９１５", From = "２０２６－０５－０２" }.Read();
        unread.ShouldBeEmpty();
        apiary.Colonies.ShouldBe(86);
        (apiary.Latitude, apiary.Longitude).ShouldBe((29.7937m, 119.6915m));
        apiary.From.ShouldBe(Day);
    }

    [Theory]
    [InlineData("2026-05-02")]
    [InlineData("2026/5/2")]
    [InlineData("2026.5.2")]
    [InlineData("2026年5月2日")]
    [InlineData(" 20260502 ")]
    public void A_day_may_be_typed_in_several_ways(string typed) => new ApiaryEntry { From = typed }.Read().Apiary.From.ShouldBe(Day);

    [Theory]
    [InlineData("2026-05-02", true)]
    [InlineData("", true)]
    [InlineData("2026/5/2", false)]
    [InlineData("2026-02-30", false)]
    public void A_date_input_is_only_used_for_what_it_would_show(string typed, bool isDay) =>
        new ApiaryEntry { From = typed }.IsFromADay.ShouldBe(isDay);

    [Fact]
    public void What_cannot_be_read_is_refused_as_such_and_not_called_missing()
    {
        var (apiary, unread) = new ApiaryEntry { Place = "by the river", Colonies = "60" }.Read();
        var refused = ApiaryRules.Check(apiary, Day, county: null).Refusals;

        var reasons = ApiaryEntry.Reasons(unread, refused);

        reasons.Where(reason => reason.Field == nameof(ApiaryEntry.Place)).ShouldHaveSingleItem().Code.ShouldBe(RegistryRefusal.CoordinateUnreadable);
        reasons.Select(reason => reason.Code).ShouldContain(RegistryRefusal.DatumMissing);
        reasons.Select(reason => reason.Field).ShouldNotContain(nameof(RegisterApiary.Latitude));
        reasons.Select(reason => reason.Field).ShouldNotContain(nameof(ApiaryEntry.Colonies));
    }

    [Fact]
    public void What_the_register_says_of_the_latitude_stands_beside_the_place()
    {
        var reasons = ApiaryEntry.Reasons([], [new Refusal(RegistryRefusal.OutsideCounty, nameof(RegisterApiary.Latitude))]);
        reasons.ShouldHaveSingleItem().Field.ShouldBe(nameof(ApiaryEntry.Place));
    }

    [Theory]
    [InlineData("99999999999", RegistryRefusal.ColoniesTooMany)]
    [InlineData("-99999999999", RegistryRefusal.ColoniesTooFew)]
    [InlineData("2001", RegistryRefusal.ColoniesTooMany)]
    [InlineData("sixty", RegistryRefusal.ColoniesMissing)]
    [InlineData("60.5", RegistryRefusal.ColoniesMissing)]
    [InlineData("６０群", null)]
    public void A_number_of_colonies_is_refused_for_what_is_wrong_with_it(string typed, string? code)
    {
        var (apiary, unread) = new ApiaryEntry { Colonies = typed }.Read();
        var reasons = ApiaryEntry.Reasons(unread, ApiaryRules.Check(apiary, Day, county: null).Refusals);
        reasons.Where(reason => reason.Field == nameof(ApiaryEntry.Colonies)).Select(reason => reason.Code).ShouldBe(code is null ? [] : [code]);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("Gps")]
    [InlineData(null)]
    public void Only_what_is_offered_can_be_chosen(string? typed)
    {
        var apiary = new ApiaryEntry { Species = typed, Kind = typed, Datum = typed }.Read().Apiary;
        (apiary.Species, apiary.Kind, apiary.Datum).ShouldBe((null, null, null));
    }

    [Fact]
    public void Control_characters_never_reach_the_database() =>
        new ApiaryEntry { Name = "窄溪\0一号\u0007" }.Read().Apiary.Name.ShouldBe("窄溪一号");

    [Fact]
    public void The_key_of_a_form_stays_and_a_broken_one_is_replaced()
    {
        var id = Guid.CreateVersion7();
        new ApiaryEntry { Id = id.ToString() }.Key().ShouldBe(id);
        var broken = new ApiaryEntry { Id = "x" };
        var key = broken.Key();
        key.ShouldNotBe(Guid.Empty);
        broken.Key().ShouldBe(key);
    }
}
