using BeeTrace.Core.Map;
using BeeTrace.Core.Registry;

namespace BeeTrace.Core.Tests.Map;

public class AnnouncementRulesTests
{
    private static readonly DateOnly Today = new(2018, 3, 20);

    private static readonly AnnounceSpraying Good = new(
        AnnouncementId.New(), NoticeKind.GroundSpraying, "29.7937, 119.6915", Datum.Wgs84, Today, Today.AddDays(1), "油菜，噻虫嗪", "王五", "138 0000 0000");

    [Fact]
    public void A_complete_announcement_yields_the_field() => AnnouncementRules.Check(Good, Today).Value.IsPoint.ShouldBeTrue();

    [Fact]
    public void Name_and_phone_are_the_contact_of_the_notice() => Good.Contact.ShouldBe("王五 138 0000 0000");

    [Fact]
    public void An_empty_form_is_told_everything_at_once_and_each_thing_once()
    {
        var refusals = AnnouncementRules.Check(new(AnnouncementId.New(), null, null, null, null, null, null, null, null), Today).Refusals;
        refusals.Select(r => (r.Code, r.Field)).ShouldBe(
        [
            (MapRefusal.SprayingMissing, "Kind"),
            (RegistryRefusal.DatumMissing, "Datum"),
            (RegistryRefusal.CoordinateMissing, "Area"),
            (MapRefusal.DayMissing, "From"),
            (MapRefusal.DayMissing, "To"),
            (MapRefusal.SubjectMissing, "Subject"),
            (MapRefusal.NameMissing, "Name"),
            (MapRefusal.PhoneMissing, "Phone"),
        ]);
    }

    [Fact]
    public void A_disease_is_announced_by_nobody_but_the_county() =>
        Only(Good with { Kind = NoticeKind.DiseaseAlert }).ShouldBe((MapRefusal.SprayingMissing, "Kind"));

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void Spraying_from_the_air_is_told_five_days_ahead(int days, bool isInTime)
    {
        var announce = Good with { Kind = NoticeKind.AerialSpraying, From = Today.AddDays(days), To = Today.AddDays(days) };

        AnnouncementRules.Check(announce, Today).IsDone.ShouldBe(isInTime);
        AnnouncementRules.Check(announce with { IsLateConfirmed = true }, Today).IsDone.ShouldBeTrue("late is better than never");
    }

    [Theory]
    [InlineData("12345", OfficeRefusal.PhoneMalformed)]
    [InlineData("call me", OfficeRefusal.PhoneMalformed)]
    [InlineData(" ", MapRefusal.PhoneMissing)]
    public void Whoever_sprays_can_be_telephoned(string phone, string refusal) => Only(Good with { Phone = phone }).ShouldBe((refusal, "Phone"));

    [Fact]
    public void A_name_and_a_number_fit_into_the_contact_of_a_notice()
    {
        Only(Good with { Name = new string('王', AnnouncementRules.LongestName + 1) }).ShouldBe((MapRefusal.TextTooLong, "Name"));
        (AnnouncementRules.LongestName + 1 + 40).ShouldBeLessThanOrEqualTo(NoticeRules.LongestContact);
    }

    [Fact]
    public void An_area_longer_than_any_field_is_not_read() =>
        Only(Good with { Area = new string('\n', PlaceQuestion.LongestArea) + "29.7937, 119.6915" }).ShouldBe((MapRefusal.TextTooLong, "Area"));

    private static (string Code, string? Field) Only(AnnounceSpraying announce)
    {
        var refusal = AnnouncementRules.Check(announce, Today).Refusals.ShouldHaveSingleItem();
        return (refusal.Code, refusal.Field);
    }
}
