using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Tests.Access;

public sealed class AccountServiceTests(World world) : IClassFixture<World>
{
    [Theory]
    [InlineData("short", AccessRefusal.PasswordTooShort)]
    [InlineData("password1234", AccessRefusal.PasswordCommon)]
    [InlineData("PassWord1234", AccessRefusal.PasswordCommon)]
    [InlineData("abcabcabcabcabc", AccessRefusal.PasswordRepeats)]
    [InlineData("li.ming.of.tonglu", AccessRefusal.PasswordIsAddress)]
    [InlineData("Li.Ming.of.Tonglu@beetrace.test", AccessRefusal.PasswordIsAddress)]
    public async Task A_password_that_is_guessed_first_is_refused(string password, string refusal) =>
        (await MakeAsync(new MakeAccount("li.ming.of.tonglu@beetrace.test", "Li Ming", Role.Analyst, password), world.Admin))
            .ShouldBeRefused(refusal).Field.ShouldBe("Password");

    [Fact]
    public async Task How_many_characters_are_missing_reaches_the_reader()
    {
        var refusal = (await MakeAsync(new MakeAccount($"{Guid.NewGuid():N}@beetrace.test", "Li Ming", Role.Analyst, "蜜蜂采蜜"), world.Admin))
            .ShouldBeRefused(AccessRefusal.PasswordTooShort);

        refusal.Arguments.Select(a => a.ToString()).ShouldBe(["12", "4"]);
    }

    [Theory]
    [InlineData("twelve words")]
    [InlineData("蜜蜂在油菜花田里采蜜忙")]
    [InlineData("no digit and no sign is asked for")]
    public async Task A_long_password_of_any_characters_will_do(string password)
    {
        var make = new MakeAccount($"{Guid.NewGuid():N}@beetrace.test", "Li Ming", Role.Analyst, password + "。");

        (await MakeAsync(make, world.Admin)).ShouldBeDone();
    }

    [Fact]
    public async Task An_address_has_one_account()
    {
        var account = await world.AccountAsync(Role.Analyst);

        (await MakeAsync(new MakeAccount(account.Email!.ToUpperInvariant(), "Li Ming", Role.Analyst, World.Password), world.Admin))
            .Refusals.Select(r => (r.Code, r.Field)).Distinct().ShouldBe([(AccessRefusal.AddressTaken, "Email")]);
    }

    [Fact]
    public async Task Only_an_administrator_lets_people_in()
    {
        foreach (var actor in new[] { world.County, world.Signatory, world.Auditor, Actor.Public, Actor.SignIn })
            (await MakeAsync(new MakeAccount("x@beetrace.test", "x", Role.Admin, World.Password), actor)).ShouldBeRefused(AccessRefusal.NotYourRole);
    }

    [Fact]
    public async Task Who_was_let_in_is_recorded_and_the_password_is_nowhere()
    {
        var account = await world.AccountAsync(Role.Reviewer);

        var deed = (await world.DeedsOfAsync(account.Email!)).ShouldHaveSingleItem();
        deed.Deed.ShouldBe(DeedCode.AccountMade);
        deed.New.ShouldNotBeNull().ShouldContain("reviewer");
        deed.New.ShouldNotContain(World.Password);
        (await world.SeeAsync(Actor.SignIn, db => db.Accounts.SingleAsync(a => a.Id == account.Id))).PasswordHash.ShouldNotBeNull().ShouldNotContain(World.Password);
    }

    [Fact]
    public async Task Of_a_token_only_its_hash_is_kept()
    {
        var account = await world.AccountAsync(Role.Auditor);

        var token = (await world.CallAsync((AccountService s) => s.IssueTokenAsync(account, world.Admin))).ShouldBeDone();

        token.ShouldStartWith("bt_");
        (await world.SeeAsync(Actor.SignIn, db => db.ApiTokens.SingleAsync(t => t.AccountId == account.Id))).Hash.ShouldNotContain(token[3..]);
    }

    private Task<Outcome<Account>> MakeAsync(MakeAccount make, Actor actor) => world.CallAsync((AccountService service) => service.MakeAsync(make, actor));
}
