using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Trade;
using BeeTrace.Verifier;
using BeeTrace.Web.Certificates;
using BeeTrace.Web.Trace;
using BeeTrace.Web.Trade;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Tests.Trade;

/// <summary>Statements of what leaves, on a real database: each kilogram leaves once.</summary>
public sealed class ConsignmentStatementServiceTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Two_lots_of_a_firm_travel_together_and_the_paper_says_from_where()
    {
        var exporter = await world.ExporterAsync();
        var (first, second) = (await BatchAsync(exporter), await BatchAsync(exporter));
        var number = (await IssueAsync(exporter, new(first.Number.ToString(), "60"), new(second.Number.ToString(), "20 kg"))).Value;

        var content = (await world.Get<CertificateQueries>().FindAsync(number))!.Read().Consignment!;
        content.NetMassKg.ShouldBe("80.000");
        content.Origins.ShouldHaveSingleItem().Percent.ShouldBe("100.0");
        content.Lines.Select(l => l.Certificate).ShouldBe([first.Number.ToString(), second.Number.ToString()]);
        var keys = TrustedKeys.Parse(await world.Get<CertificateLog>().KeysAsync()).Value;
        new PaperCheck(keys).Check((await world.Get<CertificateQueries>().PdfAsync(number))!).Finding.ShouldBe(PaperFinding.Holds);
    }

    [Fact]
    public async Task What_has_left_does_not_leave_again_until_the_statement_is_withdrawn()
    {
        var exporter = await world.ExporterAsync();
        var batch = await BatchAsync(exporter);
        var mass = await world.SeeAsync(world.Auditor, db => db.Lots.Where(l => l.Code == batch.Lot).Select(l => l.MassKg).SingleAsync());
        var all = mass.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var number = (await IssueAsync(exporter, new ConsignLot(batch.Number.ToString(), all))).Value;
        (await IssueAsync(exporter, new ConsignLot(batch.Number.ToString(), "0.001"))).ShouldBeRefused(CertificateRefusal.MassExceeded);

        (await world.Get<CertificateService>().WithdrawAsync(new EndCertificate(number, EndReason.NotUsed, null), world.Signatory)).ShouldBeDone();
        (await IssueAsync(exporter, new ConsignLot(batch.Number.ToString(), all))).ShouldBeDone();
    }

    [Fact]
    public async Task Two_at_once_never_send_the_same_kilograms_twice()
    {
        var exporter = await world.ExporterAsync();
        var batch = await BatchAsync(exporter);
        var mass = await world.SeeAsync(world.Auditor, db => db.Lots.Where(l => l.Code == batch.Lot).Select(l => l.MassKg).SingleAsync());
        var all = mass.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => IssueAsync(exporter, new ConsignLot(batch.Number.ToString(), all)))));
        outcomes.Count(o => o.IsDone).ShouldBe(1);
    }

    [Fact]
    public async Task What_may_not_leave_is_refused_with_every_reason_at_once()
    {
        var (exporter, other) = (await world.ExporterAsync(), await world.ExporterAsync());
        var (batch, foreign, held, withdrawn) = (await BatchAsync(exporter), await BatchAsync(other), await BatchAsync(exporter), await BatchAsync(exporter));
        (await world.Get<LotHoldService>().HoldAsync(held.Lot, "a leak", world.County)).ShouldBeDone();
        (await world.Get<CertificateService>().WithdrawAsync(new EndCertificate(withdrawn.Number, EndReason.LotStopped, null), world.Signatory)).ShouldBeDone();

        var outcome = await IssueAsync(
            exporter, new(batch.Number.ToString(), "1"), new(batch.Number.ToString(), "1"), new(foreign.Number.ToString(), "1"), new(held.Number.ToString(), "1"),
            new(withdrawn.Number.ToString(), "1"), new("BT-1", "1"));
        outcome.Refusals.Select(r => r.Code).ShouldBe(
            [CertificateRefusal.LotTwice, CertificateRefusal.NotABatchOfTheFirm, CertificateRefusal.LotOnHold, CertificateRefusal.NotABatchOfTheFirm, CodeRefusal.Malformed]);
        (await IssueAsync(exporter)).ShouldBeRefused(CertificateRefusal.NothingConsigned);
        (await IssueAsync(exporter, new ConsignLot(batch.Number.ToString(), "1,5"))).ShouldBeRefused(CertificateRefusal.MassUnreadable);
        (await world.Get<ConsignmentStatementService>().IssueAsync(new IssueConsignment(exporter.Firm!.Value, "ZZ", null, null, [new(batch.Number.ToString(), "1")]), world.Signatory))
            .ShouldBeRefused(TradeRefusal.CountryUnknown);
        (await world.Get<ConsignmentStatementService>().IssueAsync(new IssueConsignment(exporter.Firm!.Value, "DE", null, null, [new(batch.Number.ToString(), "1")]), exporter))
            .ShouldBeRefused(AccessRefusal.NotYourRole);
    }

    private Task<Outcome<CertificateNumber>> IssueAsync(Actor exporter, params ConsignLot[] lots) =>
        world.Get<ConsignmentStatementService>().IssueAsync(new IssueConsignment(exporter.Firm!.Value, "DE", null, null, lots), world.Signatory);

    private async Task<(LotCode Lot, CertificateNumber Number)> BatchAsync(Actor exporter)
    {
        var lot = await world.LotAsync(exporter, await world.ApiaryAsync(await world.BeekeeperAsync()));
        return (lot, await world.CertificateAsync(await world.ApprovedSampleAsync(lot)));
    }
}
