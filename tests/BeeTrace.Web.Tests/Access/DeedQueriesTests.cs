using BeeTrace.Core.Access;
using BeeTrace.Web.Access;

namespace BeeTrace.Web.Tests.Access;

public sealed class DeedQueriesTests(World world) : IClassFixture<World>
{
    private DeedQueries Queries => world.Get<DeedQueries>();

    [Fact]
    public async Task The_office_finds_the_deeds_of_one_apiary_newest_first()
    {
        var code = await world.ApiaryAsync(await world.BeekeeperAsync());
        await world.ApiaryAsync(await world.BeekeeperAsync());

        var (rows, total) = await Queries.PageAsync(new DeedFilter(code.ToString().ToLowerInvariant()), world.County);

        total.ShouldBe(2);
        rows.Select(row => row.Deed).ShouldBe([DeedCode.PlacementBegun, DeedCode.ApiaryRegistered], ignoreOrder: true);
        rows.ShouldAllBe(row => row.Subject == code.ToString());
        rows.Select(row => row.At).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public async Task One_kind_of_deed_can_be_asked_for()
    {
        var code = await world.ApiaryAsync(await world.BeekeeperAsync());
        var (rows, _) = await Queries.PageAsync(new DeedFilter(code.ToString(), DeedCode.ApiaryRegistered), world.Auditor);
        rows.ShouldHaveSingleItem().Deed.ShouldBe(DeedCode.ApiaryRegistered);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\\")]
    [InlineData("\0'")]
    public async Task Signs_of_the_query_language_are_only_signs(string text)
    {
        await world.ApiaryAsync(await world.BeekeeperAsync());
        var (rows, total) = await Queries.PageAsync(new DeedFilter(text), world.County);
        rows.Count.ShouldBe(total);
        rows.ShouldAllBe(row => row.Subject.Contains(text.TrimStart('\0'), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_beekeeper_sees_only_what_they_did_themselves()
    {
        var beekeeper = await world.BeekeeperAsync();
        await world.ApiaryAsync(beekeeper);
        await world.ApiaryAsync(await world.BeekeeperAsync());
        var (rows, _) = await Queries.PageAsync(new DeedFilter(), beekeeper);
        rows.Count.ShouldBe(2);
        rows.ShouldAllBe(row => row.ActorId == beekeeper.Account);
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(-1)]
    public async Task A_page_that_does_not_exist_is_no_error(int page) =>
        (await Queries.PageAsync(new DeedFilter(Page: page), world.County)).Rows.Count.ShouldBeLessThanOrEqualTo(DeedQueries.PageSize);
}
