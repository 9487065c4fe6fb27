using System.Net;
using System.Security.Cryptography;
using BeeTrace.Core.Access;
using BeeTrace.Web.Lab;
using BeeTrace.Web.Tests.Http;

namespace BeeTrace.Web.Tests.Lab;

/// <summary>Plans as anybody gets them, without an account.</summary>
public sealed class PlanPagesTests(RunningHost host) : IClassFixture<RunningHost>
{
    private World World => host.World;

    [Fact]
    public async Task Anybody_gets_the_list_whose_hash_is_published_and_the_drawn_lots_without_a_firm()
    {
        var (firm, _) = await World.LotsOfMayAsync(5);
        var plan = await World.DrawnPlanAsync(firm, 2);
        var name = await World.SeeAsync(Actor.System, db => Task.FromResult(db.Firms.Single(f => f.Id == firm)));
        using var anybody = host.Reader();

        var page = await anybody.GetStringAsync(new Uri($"/plan/{plan}", UriKind.Relative));
        var list = await anybody.GetByteArrayAsync(new Uri($"/plan/{plan}/1.txt", UriKind.Relative));
        var csv = await anybody.GetStringAsync(new Uri($"/plan/{plan}.csv", UriKind.Relative));

        page.ShouldContain(Convert.ToHexStringLower(SHA256.HashData(list)));
        page.ShouldContain("0308112");
        foreach (var pick in (await World.Get<SamplingPlanQueries>().FindAsync(plan, Actor.Public))!.Picks)
        {
            page.ShouldContain(pick.Lot);
            csv.Split('\n').Single(line => line.Contains(pick.Lot, StringComparison.Ordinal)).ShouldEndWith(",drawn");
        }

        csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(6);
        foreach (var told in new[] { page, csv })
        {
            told.ShouldNotContain(name.NameEn);
            told.ShouldNotContain(name.NameZh);
        }
    }

    [Theory]
    [InlineData("/plan/P26-99999-X")]
    [InlineData("/plan/nothing")]
    [InlineData("/plan/nothing.csv")]
    [InlineData("/plan/nothing/1.txt")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        using var anybody = host.Reader();

        (await anybody.GetAsync(new Uri(address, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
