using BeeTrace.Core.Access;

namespace BeeTrace.Core.Tests.Access;

public class AccessTests
{
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal) { "password1234", "qwertyuiop12" };

    [Theory]
    [InlineData("correct horse battery", null)]
    [InlineData("蜜蜂在桐庐县的油菜花田里", null)]
    [InlineData("k7#p2 q9-v4 m", null)]
    [InlineData("elevenchars", AccessRefusal.PasswordTooShort)]
    [InlineData("Password1234", AccessRefusal.PasswordCommon)]
    [InlineData("li.xiaoming@example.org", AccessRefusal.PasswordIsAddress)]
    [InlineData("LI.Xiaoming", AccessRefusal.PasswordTooShort, AccessRefusal.PasswordIsAddress)]
    [InlineData("zzzzzzzzzzzzzz", AccessRefusal.PasswordRepeats)]
    [InlineData("abcabcabcabcab", AccessRefusal.PasswordRepeats)]
    [InlineData("2018201820182018", AccessRefusal.PasswordRepeats)]
    [InlineData("🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝", AccessRefusal.PasswordRepeats)]
    [InlineData("", AccessRefusal.PasswordTooShort)]
    [InlineData(null, AccessRefusal.PasswordTooShort)]
    public void A_password_is_long_and_not_guessed_first(string? password, params string?[]? codes) =>
        PasswordRules.Check(password, "li.xiaoming@example.org", Common).Refusals.Select(r => r.Code)
            .ShouldBe((codes ?? []).OfType<string>());

    [Fact]
    public void A_password_is_counted_in_characters_as_people_see_them()
    {
        var eleven = string.Concat("🐝🍯🌼🌸🌿🐻🌳🌞🌧⛰🏡".EnumerateRunes());
        PasswordRules.Check(eleven, "a@example.org", Common).Refusals.ShouldHaveSingleItem().Arguments.ShouldBe([12, 11]);
        PasswordRules.Check(eleven + "🚚", "a@example.org", Common).IsDone.ShouldBeTrue();
    }

    [Fact]
    public void A_password_may_be_a_long_sentence()
    {
        var sentence = string.Concat(Enumerable.Range(0, 64).Select(i => $"{i:00}"));
        PasswordRules.Check(sentence, "a@example.org", Common).IsDone.ShouldBeTrue();
        PasswordRules.Check(sentence + "!", "a@example.org", Common).Refusals.ShouldHaveSingleItem().Code.ShouldBe(AccessRefusal.PasswordTooLong);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(3, 0)]
    [InlineData(4, 2)]
    [InlineData(5, 4)]
    [InlineData(6, 8)]
    [InlineData(8, 32)]
    [InlineData(9, 60)]
    [InlineData(1_000_000, 60)]
    public void Failures_slow_down_and_never_lock(int failures, int seconds) =>
        SignInDelay.After(failures).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void The_wait_runs_out()
    {
        var failed = new DateTimeOffset(2018, 5, 2, 8, 0, 0, TimeSpan.FromHours(8));
        SignInDelay.Remaining(6, failed, failed.AddSeconds(3)).ShouldBe(TimeSpan.FromSeconds(5));
        SignInDelay.Remaining(6, failed, failed.AddSeconds(8)).ShouldBe(TimeSpan.Zero);
        SignInDelay.Remaining(6, failed, failed.AddDays(1)).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Every_role_has_a_word_of_its_own_and_reads_back()
    {
        Enum.GetValues<Role>().Select(role => role.Code()).ShouldBeUnique();
        foreach (var role in Enum.GetValues<Role>())
        {
            RoleCode.TryParse(role.Code(), out var parsed).ShouldBeTrue();
            parsed.ShouldBe(role);
            role.Name().Zh.ShouldNotBeEmpty();
        }

        RoleCode.TryParse("Beekeeper", out _).ShouldBeFalse();
        RoleCode.OfPeople.Select(role => role.Code())
            .ShouldBe(["beekeeper", "sampler", "analyst", "reviewer", "signatory", "exporter", "county", "auditor", "admin"]);
    }

    [Fact]
    public void The_actors_that_are_no_people_are_told_apart()
    {
        Actor[] actors = [Actor.Public, Actor.System, Actor.SignIn];
        actors.Select(actor => actor.Account).ShouldBeUnique();
        actors.ShouldAllBe(actor => !actor.IsPerson);
        new Actor(AccountId.New(), "Analyst", Role.Analyst).IsPerson.ShouldBeTrue();
    }

    [Fact]
    public void Every_deed_is_listed_once()
    {
        var constants = typeof(DeedCode).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!).ToList();
        constants.ShouldNotBeEmpty();
        DeedCode.All.ShouldBe(constants);
        DeedCode.All.ShouldBeUnique();
    }
}
