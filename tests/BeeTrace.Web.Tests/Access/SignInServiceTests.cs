using System.Net;
using System.Security.Claims;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Tests.Access;

public sealed class SignInServiceTests(World world) : IClassFixture<World>
{
    private static readonly IPAddress Home = IPAddress.Parse("192.0.2.7");
    private static readonly IPAddress Elsewhere = IPAddress.Parse("198.51.100.9");

    [Fact]
    public async Task The_right_password_lets_in_as_who_one_is()
    {
        var exporter = await world.ExporterAsync();
        var account = await world.AccountAsync(Role.Exporter, firm: exporter.Firm);

        var principal = (await SignInAsync($" {account.Email!.ToUpperInvariant()} ", World.Password, Home)).ShouldBeDone();

        principal.ToActor().ShouldBe(new Actor(new AccountId(account.Id), account.Name, Role.Exporter, null, exporter.Firm) { SignedInAt = world.Clock.GetUtcNow() });
        (await world.DeedsOfAsync(account.NormalizedEmail!)).ShouldHaveSingleItem().Deed.ShouldBe(DeedCode.SignedIn);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_are_told_in_the_same_words()
    {
        var account = await world.AccountAsync(Role.Analyst);

        var wrong = (await SignInAsync(account.Email!, "not the password", Home)).ShouldBeRefused(AccessRefusal.SignInWrong);
        var unknown = (await SignInAsync("nobody@beetrace.test", "not the password", Home)).ShouldBeRefused(AccessRefusal.SignInWrong);

        (unknown.Field, unknown.Arguments.Length).ShouldBe((wrong.Field, wrong.Arguments.Length));
        var deed = (await world.DeedsOfAsync(account.NormalizedEmail!)).ShouldHaveSingleItem();
        (deed.Deed, deed.ActorRole).ShouldBe((DeedCode.SignInRefused, Role.SignIn));
        deed.New.ShouldNotBeNull().ShouldContain(Home.ToString());
    }

    [Fact]
    public async Task After_three_failures_the_next_try_waits_and_then_the_owner_comes_in()
    {
        var account = await world.AccountAsync(Role.Analyst);
        for (var i = 0; i < 4; i++)
            (await SignInAsync(account.Email!, "guess", Home)).ShouldBeRefused(AccessRefusal.SignInWrong);

        (await SignInAsync(account.Email!, World.Password, Home)).ShouldBeRefused(AccessRefusal.SignInWait).Arguments.ShouldBe([2]);
        world.Clock.Advance(TimeSpan.FromSeconds(2));
        (await SignInAsync(account.Email!, World.Password, Home)).ShouldBeDone();
        (await SignInAsync(account.Email!, "guess", Home)).ShouldBeRefused(AccessRefusal.SignInWrong);
        (await SignInAsync(account.Email!, World.Password, Home)).ShouldBeDone();
    }

    [Fact]
    public async Task A_stranger_who_guesses_never_locks_the_owner_out_at_another_address()
    {
        var account = await world.AccountAsync(Role.Analyst);
        for (var i = 0; i < 20; i++)
            (await SignInAsync(account.Email!, "guess", Elsewhere)).IsDone.ShouldBeFalse();
        (await SignInAsync(account.Email!, World.Password, Elsewhere)).ShouldBeRefused(AccessRefusal.SignInWait);

        (await SignInAsync(account.Email!, World.Password, Home)).ShouldBeDone();
    }

    [Fact]
    public async Task The_wait_never_grows_beyond_a_minute()
    {
        var account = await world.AccountAsync(Role.Analyst);
        for (var i = 0; i < 12; i++)
        {
            (await SignInAsync(account.Email!, "guess", Home)).ShouldBeRefused(AccessRefusal.SignInWrong);
            world.Clock.Advance(SignInDelay.Longest);
        }

        (await SignInAsync(account.Email!, World.Password, Home)).ShouldBeDone();
    }

    [Fact]
    public async Task Guesses_made_all_at_once_are_counted_one_by_one()
    {
        var account = await world.AccountAsync(Role.Analyst);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SignInAsync(account.Email!, "guess", Home)));

        outcomes.Count(o => o.Refusals[0].Code == AccessRefusal.SignInWrong).ShouldBe(4);
        outcomes.Count(o => o.Refusals[0].Code == AccessRefusal.SignInWait).ShouldBe(4);
    }

    [Fact]
    public async Task One_house_with_IPv6_is_one_address()
    {
        var account = await world.AccountAsync(Role.Analyst);
        for (var i = 0; i < 4; i++)
            (await SignInAsync(account.Email!, "guess", IPAddress.Parse($"2001:db8:1:2::{i + 1}"))).ShouldBeRefused(AccessRefusal.SignInWrong);

        (await SignInAsync(account.Email!, "guess", IPAddress.Parse("2001:db8:1:2:ffff::9"))).ShouldBeRefused(AccessRefusal.SignInWait);
        (await SignInAsync(account.Email!, World.Password, IPAddress.Parse("2001:db8:1:3::1"))).ShouldBeDone();
    }

    [Theory]
    [InlineData("")]
    [InlineData("e\u0301e\u0301e\u0301@beetrace.test")]
    [InlineData("'; drop table access.accounts; --")]
    public async Task Whatever_is_typed_is_only_wrong(string email) =>
        (await SignInAsync(email, World.Password, Home)).ShouldBeRefused(AccessRefusal.SignInWrong);

    [Fact]
    public async Task A_very_long_address_is_only_wrong() =>
        (await SignInAsync(new string('a', 5000), World.Password, null)).ShouldBeRefused(AccessRefusal.SignInWrong);

    [Fact]
    public async Task A_cookie_holds_as_long_as_the_password_it_was_given_for()
    {
        var account = await world.AccountAsync(Role.Analyst);
        var principal = (await SignInAsync(account.Email!, World.Password, Home)).ShouldBeDone();

        (await world.CallAsync((SignInService s) => s.StillValidAsync(principal))).ShouldBeTrue();
        var other = new ClaimsIdentity(principal.Claims.Where(c => c.Type != ActorClaims.Stamp).Append(new Claim(ActorClaims.Stamp, "older")), "cookie");
        (await world.CallAsync((SignInService s) => s.StillValidAsync(new ClaimsPrincipal(other)))).ShouldBeFalse();
    }

    private Task<Outcome<ClaimsPrincipal>> SignInAsync(string email, string password, IPAddress? remote) =>
        world.CallAsync((SignInService service) => service.SignInAsync(email, password, remote));
}
