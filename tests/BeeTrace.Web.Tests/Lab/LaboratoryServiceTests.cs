using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;

namespace BeeTrace.Web.Tests.Lab;

/// <summary>In a county of its own, for it changes what the laboratory is.</summary>
public sealed class LaboratoryServiceTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Only_the_administrator_says_what_the_laboratory_is_and_not_over_a_newer_version()
    {
        var service = world.Get<Web.Lab.LaboratoryService>();
        foreach (var actor in new[] { world.County, world.Signatory, world.Auditor })
            (await service.ChangeAsync(World.CountyCode, World.ALaboratory(), null, actor)).ShouldBeRefused(AccessRefusal.NotYourRole);
        (await world.ChangeLaboratoryAsync(World.ALaboratory())).ShouldBeDone();
        (await service.ChangeAsync(World.CountyCode, World.ALaboratory(), LaboratoryVersionId.New(), world.Admin)).ShouldBeRefused(AccessRefusal.ChangedMeanwhile);
    }
}
