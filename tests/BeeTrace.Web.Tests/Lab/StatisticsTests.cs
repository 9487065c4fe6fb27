using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Lab;

namespace BeeTrace.Web.Tests.Lab;

/// <summary>What is in a rate and what is not.</summary>
public sealed class StatisticsTests(World world) : IClassFixture<World>
{
    [Theory]
    [InlineData(SamplingBasis.RandomSurveillance)]
    [InlineData(SamplingBasis.RiskMonitoring)]
    [InlineData(SamplingBasis.RoutineMonitoring)]
    [InlineData(SamplingBasis.Targeted)]
    [InlineData(SamplingBasis.Entrusted)]
    [InlineData(SamplingBasis.SelfCheck)]
    [InlineData(SamplingBasis.ExportBatch)]
    [InlineData(SamplingBasis.Complaint)]
    [InlineData(SamplingBasis.ReTest)]
    [InlineData(SamplingBasis.ProficiencyTest)]
    public async Task A_basis_is_counted_for_itself_alone_and_proficiency_tests_and_re_tests_never(SamplingBasis basis)
    {
        var exporter = await world.ExporterAsync();
        var lot = await world.LotAsync(exporter, await world.ApiaryAsync(await world.BeekeeperAsync()));
        await world.DrawnSampleAsync(lot, basis);

        foreach (var asked in Enum.GetValues<SamplingBasis>())
        {
            var scope = PassRateScope.OfYear(world.Today.Year) with { Basis = asked, Firm = exporter.Firm };
            var figure = await world.Get<PassRateQueries>().CountAsync(scope, world.County);
            figure.Total.Drawn.ShouldBe(asked == basis && basis.InStatistics() ? 1 : 0, $"asked for {asked}");
        }
    }

    [Fact]
    public async Task Anybody_who_asks_for_the_rate_of_proficiency_tests_gets_none()
    {
        var lot = await world.LotAsync();
        await world.DrawnSampleAsync(lot, SamplingBasis.ProficiencyTest);

        var figure = await world.Get<PassRateQueries>().CountAsync(PassRateScope.OfYear(world.Today.Year) with { Basis = SamplingBasis.ProficiencyTest }, Actor.Public);

        (figure.Total.Drawn, figure.Total.Rate.Rate, figure.ByProduct.Count).ShouldBe((0, null, 0));
    }
}
