using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Web.Access;

namespace BeeTrace.Web.Tests.Access;

public sealed class DeedChangeTests
{
    public static TheoryData<string> Deeds => [.. DeedCode.All];

    [Fact]
    public void What_was_before_stands_beside_what_is_now()
    {
        var change = Changes("""{"colonies":60}""", """{"colonies":86}""").ShouldHaveSingleItem();
        (change.Name.En, change.Before?.En, change.After?.En).ShouldBe(("colonies", "60", "86"));
    }

    [Fact]
    public void What_is_gone_and_what_is_new_are_both_shown_and_nothing_is_said_of_nothing()
    {
        var changes = Changes("""{"from":"2026-04-01","plant":null}""", """{"until":"2026-05-02","plant":null}""");
        changes.Select(change => (change.Name.En, change.Before?.En, change.After?.En))
            .ShouldBe([("day of leaving", null, "2026-05-02"), ("first day", "2026-04-01", null)]);
    }

    [Fact]
    public void Words_of_the_house_are_said_in_the_readers_language()
    {
        var changes = Changes(null, """{"role":"signatory","kind":"Temporary","datum":"Gcj02","verdict":"Pass"}""");
        changes.Select(change => change.After?.Zh).ShouldBe(["授权签字人", "转地", "GCJ-02", "合格"]);
    }

    [Fact]
    public void A_hash_is_shortened_and_an_unknown_name_shown_as_it_was_written()
    {
        var change = Changes(null, $$"""{"newFangled":"{{new string('a', 64)}}"}""").ShouldHaveSingleItem();
        (change.Name.Zh, change.After?.Zh).ShouldBe(("newFangled", "aaaaaaaaaaaa…"));
    }

    [Theory]
    [MemberData(nameof(Deeds))]
    public void Every_deed_has_words_of_its_own(string code)
    {
        AccessText.Deed(code).Zh.ShouldNotContain(code);
        AccessText.Deed(code).En.ShouldNotContain("another deed");
    }

    private static IReadOnlyList<DeedChange> Changes(string? old, string? @new) => DeedChange.Of(new DeedRow
    {
        Id = DeedId.New(), At = DateTimeOffset.UnixEpoch, ActorId = AccountId.New(), ActorName = "何", ActorRole = Role.County,
        Deed = DeedCode.PlacementBegun, Subject = "A", Old = old, New = @new,
    });
}
