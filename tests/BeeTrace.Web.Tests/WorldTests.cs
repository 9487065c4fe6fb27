using BeeTrace.Core.Lab;
using BeeTrace.Core.Trace;
using BeeTrace.Web.Lab;

namespace BeeTrace.Web.Tests;

/// <summary>The builders of test data themselves: what they say they make is there.</summary>
public sealed class WorldTests(World world) : IClassFixture<World>
{
    [Theory]
    [InlineData(ProductCode.Honey)]
    [InlineData(ProductCode.RoyalJelly)]
    public async Task An_approved_sample_of_good_readings_has_passed(string product)
    {
        var code = await world.ApprovedSampleAsync(await world.LotAsync(product));

        var sheet = (await world.Get<SampleQueries>().FindAsync(code, world.Auditor)).ShouldNotBeNull();
        sheet.Sample.Status.ShouldBe(SampleStatus.Approved);
        sheet.Rows.Count(r => r.Required).ShouldBeGreaterThan(1);
        sheet.Frozen.ShouldNotBeNull().Items.Where(i => i.Verdict is not (Verdict.Pass or Verdict.NoLimit)).Select(i => (i.Analyte, i.Verdict, i.ReadingEn, i.LimitEn)).ShouldBeEmpty();
        sheet.Sample.Verdict.ShouldBe(Verdict.Pass);
    }
}
