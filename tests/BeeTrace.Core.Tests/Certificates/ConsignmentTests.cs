using BeeTrace.Core.Certificates;

namespace BeeTrace.Core.Tests.Certificates;

public sealed class ConsignmentTests
{
    private static readonly LotCode Lot = LotCode.Create(2026, 7);

    [Theory]
    [InlineData("0.001", null)]
    [InlineData("40", null)]
    [InlineData("40.001", CertificateRefusal.MassExceeded)]
    [InlineData("0", CertificateRefusal.MassUnreadable)]
    [InlineData("-1", CertificateRefusal.MassUnreadable)]
    [InlineData("0.0001", CertificateRefusal.MassUnreadable)]
    public void Of_100_kg_of_which_60_left_already_40_may_leave(string mass, string? refusal) =>
        ConsignmentRules.MayLeave(Lot, 40, decimal.Parse(mass, System.Globalization.CultureInfo.InvariantCulture), mass, "net")?.Code.ShouldBe(refusal);

    [Fact]
    public void What_is_no_mass_is_refused_and_what_is_one_passes()
    {
        ConsignmentRules.MayLeave(Lot, 100, null, "a drum", "net")!.Code.ShouldBe(CertificateRefusal.MassUnreadable);
        ConsignmentRules.MayLeave(Lot, 100, 100, "100", "net").ShouldBeNull();
    }

    [Fact]
    public void Shares_are_rounded_half_to_even_one_by_one_and_not_forced_to_a_hundred()
    {
        var shares = ConsignmentRules.Shares([("330122", 1), ("330127", 1), ("330122", 0), ("340000", 1)]);
        shares.Select(s => s.Percent).ShouldBe([33.3m, 33.3m, 33.3m]);
        ConsignmentRules.Shares([("A", 0.125m), ("B", 99.875m)]).Select(s => (s.Code, s.Percent)).ShouldBe([("B", 99.9m), ("A", 0.1m)]);
        ConsignmentRules.Shares([("A", 0.25m), ("B", 99.75m)])[1].Percent.ShouldBe(0.2m, "half to even");
    }
}
