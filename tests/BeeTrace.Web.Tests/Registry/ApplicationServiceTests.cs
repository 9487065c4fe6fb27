using System.Net;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Access;
using BeeTrace.Web.Registry;
using BeeTrace.Web.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Tests.Registry;

/// <summary>From a stranger's form to an account that works, on a real database.</summary>
public sealed class ApplicationServiceTests(World world) : IClassFixture<World>
{
    private const string Password = World.Password;

    private static int _phones = 10;

    private ApplicationService Service => world.Get<ApplicationService>();

    private ApplicationQueries Queries => world.Get<ApplicationQueries>();

    [Fact]
    public async Task Who_is_accepted_signs_in_with_the_phone_number_however_it_is_written_and_keeps_a_licence()
    {
        var apply = Apply();
        (await Service.ApplyAsync(apply, Password, Actor.Public)).ShouldBeDone();
        (await SignInAsync(apply.Phone!)).IsDone.ShouldBeFalse("nothing counts before the county has looked");
        (await Queries.StateAsync(apply.Id))!.State.ShouldBe(RegistrationState.Waiting);

        (await Service.ConfirmAsync(apply.Id, "330122-7001", world.Today, world.County)).ShouldBeDone();

        var principal = (await SignInAsync(apply.Phone!.Replace(" ", "-", StringComparison.Ordinal))).ShouldBeDone();
        var actor = principal.ToActor();
        (actor.Role, actor.Beekeeper, actor.Firm).ShouldBe((Role.Beekeeper, new BeekeeperId(apply.Id.Value), null));
        (await world.Get<KeeperQueries>().LicenceAsync(actor))!.Number.ShouldBe("330122-7001");
        (await Queries.StateAsync(apply.Id))!.State.ShouldBe(RegistrationState.Confirmed);
        (await world.DeedsOfAsync("330122-7001")).Select(d => d.Deed).ShouldBe(
            [DeedCode.BeekeeperRegistered, DeedCode.LicenceIssued, DeedCode.ApplicationConfirmed], ignoreOrder: true);
        (await world.DeedsOfAsync(ApplicationRules.SignInNumber(apply.Phone!))).Select(d => d.Deed).ShouldContain(DeedCode.AccountMade);
        (await HashesAsync()).ShouldBe(0, "a decided application keeps no password");
    }

    [Fact]
    public async Task The_identity_number_comes_along_sealed_and_finds_who_is_registered()
    {
        var beekeeper = await world.BeekeeperAsync();
        var licence = await LicenceOfAsync(beekeeper);
        await world.Get<BeekeeperService>().ChangeAsync(
            new(licence, await VersionOfAsync(licence), "试验甲", null, null, null, "11010519491231002X", false), world.County);
        var apply = Apply() with { IdentityNumber = "11010519491231002x" };
        (await Service.ApplyAsync(apply, Password, Actor.Public)).ShouldBeDone();

        var file = (await Queries.WaitingAsync(world.County)).Single(f => f.Application.Id == apply.Id);

        file.IdentityMasked.ShouldBe("1101**********002X");
        var like = file.Like.Single(l => l.LicenceNumber == licence);
        like.Reasons.ShouldContain(LikenessReason.SameIdentityNumber);
        (await Service.MergeAsync(apply.Id, licence, world.County)).ShouldBeDone();
        (await SignInAsync(apply.Phone!)).ShouldBeDone().ToActor().Beekeeper.ShouldBe(beekeeper.Beekeeper);
        (await Queries.StateAsync(apply.Id))!.State.ShouldBe(RegistrationState.Merged);
        (await world.SeeAsync(world.County, db => db.Beekeepers.CountAsync(b => b.Id == new BeekeeperId(apply.Id.Value)))).ShouldBe(0, "nobody new was registered");
    }

    [Fact]
    public async Task The_office_is_told_of_the_same_phone_and_a_similar_name()
    {
        var first = Apply() with { Name = "欧阳蜂生" };
        (await Service.ApplyAsync(first, Password, Actor.Public)).ShouldBeDone();
        (await Service.ConfirmAsync(first.Id, "330122-7101", world.Today, world.County)).ShouldBeDone();
        var second = Apply() with { Name = "欧阳蜂生", Phone = first.Phone, Email = $"{Guid.NewGuid():N}@beetrace.test" };
        (await Service.ApplyAsync(second, Password, Actor.Public)).ShouldBeDone();

        var file = (await Queries.WaitingAsync(world.County)).Single(f => f.Application.Id == second.Id);

        file.Like.ShouldHaveSingleItem().Reasons.ShouldBe([LikenessReason.SamePhone, LikenessReason.SimilarName]);
    }

    [Fact]
    public async Task Who_is_refused_reads_why_and_may_apply_again()
    {
        var apply = Apply();
        (await Service.ApplyAsync(apply, Password, Actor.Public)).ShouldBeDone();
        (await Service.RefuseAsync(apply.Id, " ", world.County)).ShouldBeRefused(OfficeRefusal.ReasonMissing);

        (await Service.RefuseAsync(apply.Id, "不在本县养蜂", world.County)).ShouldBeDone();

        var state = (await Queries.StateAsync(apply.Id))!;
        (state.State, state.Why).ShouldBe((RegistrationState.Refused, "不在本县养蜂"));
        (await Service.ConfirmAsync(apply.Id, "330122-7201", world.Today, world.County)).ShouldBeRefused(AccessRefusal.ChangedMeanwhile);
        (await SignInAsync(apply.Phone!)).IsDone.ShouldBeFalse();
        (await Service.ApplyAsync(apply with { Id = BeekeeperApplicationId.New() }, Password, Actor.Public)).ShouldBeDone();
        (await world.DeedsOfAsync(ReceiptNumber.Of(apply.Id.Value).ToString())).Single().Why.ShouldBe("不在本县养蜂");
    }

    [Fact]
    public async Task Of_two_officers_one_decides()
    {
        var apply = Apply();
        (await Service.ApplyAsync(apply, Password, Actor.Public)).ShouldBeDone();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => Service.ConfirmAsync(apply.Id, $"330122-73{n:00}", world.Today, World.Person(Role.County))));

        outcomes.Count(o => o.IsDone).ShouldBe(1);
        outcomes.Where(o => !o.IsDone).ShouldAllBe(o => o.Refusals.Single().Code == AccessRefusal.ChangedMeanwhile);
        (await world.SeeAsync(world.County, db => db.Beekeepers.CountAsync(b => b.LicenceNumber.StartsWith("330122-73")))).ShouldBe(1);
    }

    [Fact]
    public async Task An_address_that_somebody_signs_in_with_is_told_to_the_officer_and_leaves_nothing_behind()
    {
        var account = await world.AccountAsync(Role.Sampler);
        var apply = Apply() with { Email = account.Email!.ToUpperInvariant() };
        (await Service.ApplyAsync(apply, Password, Actor.Public)).ShouldBeDone();

        (await Service.ConfirmAsync(apply.Id, "330122-7401", world.Today, world.County)).ShouldBeRefused(OfficeRefusal.SignInNameTaken);

        (await world.SeeAsync(world.County, db => db.Beekeepers.CountAsync(b => b.LicenceNumber == "330122-7401"))).ShouldBe(0);
        (await Queries.StateAsync(apply.Id))!.State.ShouldBe(RegistrationState.Waiting);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_application_and_a_bad_password_is_told_with_the_rest()
    {
        var apply = Apply();
        (await Service.ApplyAsync(apply with { Name = "" }, "123456789012", Actor.Public)).Refusals.Select(r => r.Field).ShouldBe(["Name", "Password"], ignoreOrder: true);
        (await Service.ApplyAsync(apply, apply.Phone!.Replace(" ", "", StringComparison.Ordinal) + "0", Actor.Public)).IsDone.ShouldBeTrue();
        (await Service.ApplyAsync(apply with { Name = "另一个" }, Password, Actor.Public)).ShouldBeDone();
        (await Queries.WaitingAsync(world.County)).Where(f => f.Application.Id == apply.Id).ShouldHaveSingleItem().Application.Name.ShouldBe(apply.Name);
    }

    [Fact]
    public async Task Nobody_but_officers_reads_applications_and_nobody_reads_a_password()
    {
        var apply = Apply();
        (await Service.ApplyAsync(apply, Password, Actor.Public)).ShouldBeDone();
        var others = new[] { Actor.Public, await world.BeekeeperAsync(), await world.ExporterAsync(), world.Analyst };
        foreach (var actor in others)
        {
            await using var session = await AppSession.OpenAsync(world.Store.AppConnectionString, actor);
            (await session.CountAsync("registry.applications")).ShouldBe(0, actor.Role.ToString());
            (await session.CountAsync($"registry.beekeepers_like_applicant('{apply.Id.Value}')")).ShouldBe(0, actor.Role.ToString());
            await session.RefusesAsync($"select registry.admit('{apply.Id.Value}', gen_random_uuid(), gen_random_uuid(), 'Confirmed')");
            await session.RefusesAsync($"select registry.refuse_application('{apply.Id.Value}', 'x')");
            await session.RefusesAsync($"update registry.applications set state = 'Refused'");
        }

        foreach (var actor in new[] { world.County, world.Auditor, world.Admin })
        {
            await using var session = await AppSession.OpenAsync(world.Store.AppConnectionString, actor);
            (await session.CountAsync("registry.applications")).ShouldBeGreaterThan(0);
            await session.RefusesAsync("select password_hash from registry.applications");
        }

        (await Service.ConfirmAsync(apply.Id, "330122-7501", world.Today, world.Auditor)).ShouldBeRefused(AccessRefusal.NotYourRole);
        await using var keeper = await AppSession.OpenAsync(world.Store.AppConnectionString, others[1]);
        await keeper.RefusesAsync("select registry.apply(gen_random_uuid(), 'x', 'Individual', '1', null, '330122', null, null, null, false, null, 'x')");
    }

    private static ApplyAsBeekeeper Apply() => new(
        BeekeeperApplicationId.New(), "试验申请人", BeekeeperKind.Individual, $"139 0000 {Interlocked.Increment(ref _phones):0000}", "试验乡", World.CountyCode, null, null, false, null);

    private Task<Outcome<System.Security.Claims.ClaimsPrincipal>> SignInAsync(string name) =>
        world.CallAsync((SignInService signIn) => signIn.SignInAsync(name, Password, IPAddress.Loopback));

    private Task<string> LicenceOfAsync(Actor beekeeper) =>
        world.SeeAsync(world.County, db => db.Beekeepers.Where(b => b.Id == beekeeper.Beekeeper).Select(b => b.LicenceNumber).SingleAsync());

    private async Task<long> VersionOfAsync(string licence) => (await world.Get<OfficeQueries>().FindBeekeeperAsync(licence, world.County))!.Version;

    private async Task<long> HashesAsync()
    {
        await using var session = await AppSession.OpenAsync(world.Store.SuperuserConnectionString, null);
        return await session.CountAsync("registry.applications where state <> 'Waiting' and password_hash is not null");
    }
}
