using System.Security.Claims;
using BeeTrace.Core.Access;
using BeeTrace.Web.Shell;

namespace BeeTrace.Web.Tests.Shell;

public sealed class RailTests
{
    [Theory]
    [InlineData(Role.Exporter, "/today", "/trace/lots", "/trace/holds", "/lab/reports", "/certificates", "/trade/consignments", "/trade/declarations", "/trade/returns", "/registry/firms/own")]
    [InlineData(Role.Analyst, "/today", "/lab/samples", "/lab/plans", "/lab/sheet", "/lab/reports", "/certificates", "/lab/quality", "/lab/limits", "/lab/methods", "/lab/judge", "/lab/sizes")]
    [InlineData(Role.Sampler, "/today", "/lab/samples", "/lab/plans", "/lab/reports", "/certificates", "/lab/quality", "/lab/limits", "/lab/methods", "/lab/judge", "/lab/sizes")]
    [InlineData(Role.County, "/today", "/lab/samples", "/lab/plans", "/lab/reports", "/lab/quality", "/lab/limits", "/lab/methods", "/lab/judge", "/lab/sizes", "/lab/laboratory", "/trace/lots", "/trace/holds", "/certificates", "/trade/consignments", "/trade/declarations", "/registry/queue", "/registry/apiaries", "/registry/beekeepers", "/registry/diseases", "/registry/nectar-sources", "/registry/firms", "/trade/returns", "/trade/yearbooks", "/map/question", "/map/notices", "/import", "/access/deeds")]
    [InlineData(Role.Beekeeper)]
    public void A_person_sees_the_own_work(Role role, params string[] addresses) =>
        Rail.Of(Somebody(role)).Select(item => item.Href).ShouldBe(addresses);

    [Fact]
    public void Nothing_stands_twice_in_anybodys_rail() =>
        RoleCode.OfPeople.ShouldAllBe(role => Rail.Of(Somebody(role)).Select(item => item.Href).Distinct().Count() == Rail.Of(Somebody(role)).Count);

    [Fact]
    public void Staff_begins_at_what_waits_and_a_beekeeper_at_the_own_apiaries() =>
        RoleCode.OfPeople.ShouldAllBe(role => Rail.HomeOf(Somebody(role)) == (role == Role.Beekeeper ? "/keeper" : "/today"));

    [Fact]
    public void Nobody_else_has() => Rail.HomeOf(new ClaimsPrincipal(new ClaimsIdentity())).ShouldBe("/");

    private static ClaimsPrincipal Somebody(Role role) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.Role, role.Code())], "test"));
}
