using BeeTrace.Core.Lab;
using BeeTrace.Web.Lab;

namespace BeeTrace.Web.Tests;

/// <summary>The builders of test data themselves: what they say they make is there.</summary>
public sealed class WorldTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task An_approved_sample_of_good_readings_has_passed()
    {
        var code = await world.ApprovedSampleAsync(await world.LotAsync());

        var sheet = (await world.Get<SampleQueries>().FindAsync(code, world.Auditor)).ShouldNotBeNull();
        sheet.Sample.Status.ShouldBe(SampleStatus.Approved);
        sheet.Rows.Count(r => r.Required).ShouldBeGreaterThan(2);
        sheet.Frozen.ShouldNotBeNull().Items.Select(i => (i.Analyte, i.Verdict)).ShouldAllBe(i => i.Verdict == Verdict.Pass);
        sheet.Sample.Verdict.ShouldBe(Verdict.Pass);
    }
}
