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

/// <summary>Goods from draft to closed, and what the signatory states of them, on a real database: each kilogram leaves once.</summary>
public sealed class ConsignmentServiceTests(World world) : IClassFixture<World>
{
    private const string Number = "999920260000000001";

    private ConsignmentService Service => world.Get<ConsignmentService>();

    [Fact]
    public async Task Two_lots_of_a_firm_travel_together_and_the_paper_says_from_where()
    {
        var exporter = await world.ExporterAsync();
        var (first, second) = (await BatchAsync(exporter), await BatchAsync(exporter));
        var code = (await MakeAsync(exporter, "DE", new(first.Number.ToString(), "60"), new(second.Number.ToString(), "20 kg"))).Value;
        var number = (await StateAsync(code)).Value;

        var content = (await world.Get<CertificateQueries>().FindAsync(number))!.Read().Consignment!;
        content.NetMassKg.ShouldBe("80.000");
        content.Origins.ShouldHaveSingleItem().Percent.ShouldBe("100.0");
        content.Lines.Select(l => l.Certificate).ShouldBe([first.Number.ToString(), second.Number.ToString()]);
        var keys = TrustedKeys.Parse(await world.Get<CertificateLog>().KeysAsync()).Value;
        new PaperCheck(keys).Check((await world.Get<CertificateQueries>().PdfAsync(number))!).Finding.ShouldBe(PaperFinding.Holds);
        (await StateAsync(code)).ShouldBeRefused(TradeRefusal.StatementStands);
        (await world.Get<ConsignmentStatementService>().IssueAsync(new IssueStatement(code), exporter)).ShouldBeRefused(AccessRefusal.NotYourRole);
    }

    [Fact]
    public async Task What_is_reserved_does_not_leave_again_until_the_consignment_is_cancelled()
    {
        var exporter = await world.ExporterAsync();
        var batch = await BatchAsync(exporter);
        var all = await MassAsync(batch.Lot);
        var code = (await MakeAsync(exporter, "DE", new ConsignLot(batch.Number.ToString(), all))).Value;
        (await MakeAsync(exporter, "JP", new ConsignLot(batch.Number.ToString(), "0.001"))).ShouldBeRefused(CertificateRefusal.MassExceeded);
        var statement = (await StateAsync(code)).Value;
        var card = await CardAsync(code, exporter);

        (await Service.CancelAsync(card.Consignment.Id, "the buyer withdrew", exporter)).ShouldBeRefused(TradeRefusal.StatementStands);
        (await world.Get<CertificateService>().WithdrawAsync(new EndCertificate(statement, EndReason.NotUsed, null), world.Signatory)).ShouldBeDone();
        (await Service.CancelAsync(card.Consignment.Id, " ", exporter)).ShouldBeRefused(TradeRefusal.ReasonMissing);
        (await Service.CancelAsync(card.Consignment.Id, "the buyer withdrew", exporter)).ShouldBeDone();
        (await MakeAsync(exporter, "JP", new ConsignLot(batch.Number.ToString(), all))).ShouldBeDone();
    }

    [Fact]
    public async Task Two_at_once_never_send_the_same_kilograms_twice()
    {
        var exporter = await world.ExporterAsync();
        var batch = await BatchAsync(exporter);
        var all = await MassAsync(batch.Lot);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => MakeAsync(exporter, "DE", new ConsignLot(batch.Number.ToString(), all)))));
        outcomes.Count(o => o.IsDone).ShouldBe(1);
    }

    [Fact]
    public async Task What_may_not_leave_is_refused_with_every_reason_at_once()
    {
        var (exporter, other) = (await world.ExporterAsync(), await world.ExporterAsync());
        var (batch, foreign, held, withdrawn) = (await BatchAsync(exporter), await BatchAsync(other), await BatchAsync(exporter), await BatchAsync(exporter));
        (await world.Get<LotHoldService>().HoldAsync(held.Lot, "a leak", world.County)).ShouldBeDone();
        (await world.Get<CertificateService>().WithdrawAsync(new EndCertificate(withdrawn.Number, EndReason.LotStopped, null), world.Signatory)).ShouldBeDone();

        var outcome = await MakeAsync(
            exporter, "DE", new(batch.Number.ToString(), "1"), new(batch.Number.ToString(), "1"), new(foreign.Number.ToString(), "1"), new(held.Number.ToString(), "1"),
            new(withdrawn.Number.ToString(), "1"), new("BT-1", "1"));
        outcome.Refusals.Select(r => r.Code).ShouldBe(
            [CertificateRefusal.LotTwice, CertificateRefusal.NotABatchOfTheFirm, CertificateRefusal.LotOnHold, CertificateRefusal.NotABatchOfTheFirm, CodeRefusal.Malformed]);
        (await MakeAsync(exporter, "DE")).ShouldBeRefused(CertificateRefusal.NothingConsigned);
        (await MakeAsync(exporter, "DE", new ConsignLot(batch.Number.ToString(), "1,5"))).ShouldBeRefused(CertificateRefusal.MassUnreadable);
        (await MakeAsync(exporter, "ZZ", new ConsignLot(batch.Number.ToString(), "1"))).ShouldBeRefused(TradeRefusal.CountryUnknown);
        (await MakeAsync(world.County, "DE", new ConsignLot(batch.Number.ToString(), "1"))).ShouldBeRefused(AccessRefusal.NotYourRole);
    }

    [Fact]
    public async Task A_consignment_is_declared_shipped_and_closed_and_its_figure_counts()
    {
        var exporter = await world.ExporterAsync();
        var batch = await BatchAsync(exporter);
        var code = (await MakeAsync(exporter, "JP", new ConsignLot(batch.Number.ToString(), "60", 3))).Value;
        var id = (await CardAsync(code, exporter)).Consignment.Id;

        (await Service.ShipAsync(id, world.Today, exporter)).ShouldBeRefused(TradeRefusal.NotInThatState);
        (await Service.DeclareAsync(Declaration(id, "12"), exporter)).ShouldBeRefused(TradeRefusal.NumberMalformed);
        (await Service.DeclareAsync(Declaration(id, Number) with { Products = [new(await ProductAsync(batch.Lot), "04100041", null, 1000m, null)] }, exporter)).ShouldBeRefused(TradeRefusal.HsCodeOfAnotherDay);
        (await Service.DeclareAsync(Declaration(id, Number), await world.ExporterAsync())).ShouldBeRefused(TradeRefusal.ConsignmentUnknown);
        (await Service.DeclareAsync(Declaration(id, Number), exporter)).ShouldBeDone();
        (await Service.DeclareAsync(Declaration(id, Number), exporter)).ShouldBeRefused(TradeRefusal.NotInThatState);
        (await Service.CancelAsync(id, "no", exporter)).ShouldBeRefused(TradeRefusal.DeclarationStands);
        var item = (await CardAsync(code, exporter)).Declarations.ShouldHaveSingleItem();
        (item.NetKg, item.Packages, item.HsCode, item.Destination).ShouldBe((60m, 3, "0409000000", "JP"));

        (await Service.ShipAsync(id, world.Today.AddDays(1), exporter)).ShouldBeRefused(TradeRefusal.DayInFuture);
        (await Service.ShipAsync(id, world.Today, exporter)).ShouldBeDone();
        (await Service.CloseAsync(id, exporter)).ShouldBeDone();
        (await CardAsync(code, exporter)).Consignment.State.ShouldBe(ConsignmentState.Closed);
    }

    [Fact]
    public async Task A_hold_after_the_draft_stops_the_declaration()
    {
        var exporter = await world.ExporterAsync();
        var batch = await BatchAsync(exporter);
        var code = (await MakeAsync(exporter, "JP", new ConsignLot(batch.Number.ToString(), "6"))).Value;
        var id = (await CardAsync(code, exporter)).Consignment.Id;
        (await world.Get<LotHoldService>().HoldAsync(batch.Lot, "a leak", world.County)).ShouldBeDone();

        (await Service.DeclareAsync(Declaration(id, "999920260000000077"), exporter)).ShouldBeRefused(TradeRefusal.LotOnHold);
        (await StateAsync(code)).ShouldBeRefused(TradeRefusal.LotOnHold);
        (await Service.ReleaseAsync(batch.Lot, "JP", "as a favour", world.County)).ShouldBeRefused(TradeRefusal.NothingToRelease);
    }

    [Fact]
    public async Task What_fails_in_its_market_leaves_only_when_an_officer_says_why()
    {
        var exporter = await world.ExporterAsync();
        var lot = await world.LotAsync(exporter, await world.ApiaryAsync(await world.BeekeeperAsync()));
        // The EU bounds glyphosate in honey (Regulation (EC) 396/2005); no Chinese limit of the catalogue does.
        var sample = await world.SampleAsync(lot);
        await world.ReadingAsync(sample, "GLYPHOSATE", "0.2");
        await world.FillAsync(sample);
        (await world.ApproveAsync(sample, world.Reviewer)).ShouldBeDone();
        var certificate = await world.CertificateAsync(sample);
        var code = (await MakeAsync(exporter, "DE", new ConsignLot(certificate.ToString(), "6"))).Value;
        var id = (await CardAsync(code, exporter)).Consignment.Id;

        (await Service.DeclareAsync(Declaration(id, "999920260000000088"), exporter)).ShouldBeRefused(TradeRefusal.FailsInMarket);
        (await StateAsync(code)).ShouldBeRefused(TradeRefusal.FailsInMarket);
        (await Service.ReleaseAsync(lot, "EU", "for industrial use, agreed with the buyer", exporter)).ShouldBeRefused(AccessRefusal.NotYourRole);
        (await Service.ReleaseAsync(lot, "EU", "", world.County)).ShouldBeRefused(TradeRefusal.ReasonMissing);
        (await Service.ReleaseAsync(lot, "EU", "for industrial use, agreed with the buyer", world.County)).ShouldBeDone();
        (await CardAsync(code, exporter)).Lots.ShouldHaveSingleItem().Release.ShouldBe("for industrial use, agreed with the buyer");
        (await Service.DeclareAsync(Declaration(id, "999920260000000088"), exporter)).ShouldBeDone();
        var statement = (await world.Get<CertificateQueries>().FindAsync((await StateAsync(code)).Value))!.Read();
        statement.Consignment!.Lines.ShouldHaveSingleItem().Verdict.ShouldBe("Fail");
        CertificateComposer.Compose(statement, "{}").Statements.ShouldContain(s => s.En.Contains($"lot {lot} fails"));
        (await world.DeedsOfAsync(lot.ToString())).ShouldContain(d => d.Deed == DeedCode.LotReleasedForMarket && d.Why == "for industrial use, agreed with the buyer");
    }

    private static DeclareConsignment Declaration(ConsignmentId id, string number) => new(id, number, new DateOnly(2026, 6, 14), TradeMode.General, "330122", []);

    private async Task<ConsignmentCard> CardAsync(ConsignmentCode code, Actor actor) => (await world.Get<ConsignmentQueries>().FindAsync(code, actor)).ShouldNotBeNull();

    private Task<Outcome<ConsignmentCode>> MakeAsync(Actor exporter, string destination, params ConsignLot[] lots) =>
        Service.PutTogetherAsync(new PutTogether(ConsignmentId.New(), destination, Incoterm.Fob, null, null, lots), exporter);

    private Task<Outcome<CertificateNumber>> StateAsync(ConsignmentCode code) => world.Get<ConsignmentStatementService>().IssueAsync(new IssueStatement(code), world.Signatory);

    private async Task<string> MassAsync(LotCode lot) =>
        (await world.SeeAsync(world.Auditor, db => db.Lots.Where(l => l.Code == lot).Select(l => l.MassKg).SingleAsync())).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private Task<string> ProductAsync(LotCode lot) => world.SeeAsync(world.Auditor, db => db.Lots.Where(l => l.Code == lot).Select(l => l.Product).SingleAsync());

    private async Task<(LotCode Lot, CertificateNumber Number)> BatchAsync(Actor exporter)
    {
        var lot = await world.LotAsync(exporter, await world.ApiaryAsync(await world.BeekeeperAsync()));
        return (lot, await world.CertificateAsync(await world.ApprovedSampleAsync(lot)));
    }
}
