using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Trade;
using BeeTrace.Verifier;
using BeeTrace.Web.Certificates;
using BeeTrace.Web.Trade;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Tests.Trade;

/// <summary>The county's year: frozen when it is published, corrected by an edition that names the old.</summary>
public sealed class YearbookServiceTests(World world) : IClassFixture<World>
{
    private YearbookService Service => world.Get<YearbookService>();

    private Actor Officer => world.County with { SignedInAt = world.Clock.GetUtcNow() };

    [Fact]
    public async Task A_published_year_stays_as_it_was_and_a_correction_is_a_new_edition()
    {
        await world.EnsureLaboratoryAsync();
        var firms = new[] { await world.ExporterAsync(), await world.ExporterAsync(), await world.ExporterAsync() };
        var ids = new List<DeclarationId>();
        foreach (var firm in firms)
            ids.Add(await world.ExportAsync(firm, 2018, "RJ_FRESH", 1000));
        var first = (await Service.PublishAsync(new PublishYearbook(2018, null), Officer)).Value;
        (await TonnesAsync(first)).ShouldBe("3.00 t");

        var correct = new CorrectDeclaration(ids[0], new DateOnly(2018, 6, 15), "04100041", "JP", TradeMode.General, "330122", 500m, null, null, null, null, "the scale was wrong");
        (await world.Get<DeclarationService>().CorrectAsync(correct, firms[0])).ShouldBeDone();
        (await TonnesAsync(first)).ShouldBe("3.00 t", "what was published is frozen");
        (await Service.PublishAsync(new PublishYearbook(2018, " "), Officer)).ShouldBeRefused(TradeRefusal.ReasonMissing);
        var second = (await Service.PublishAsync(new PublishYearbook(2018, "a declaration was corrected"), Officer)).Value;

        (await TonnesAsync(second)).ShouldBe("2.50 t");
        var editions = await Service.EditionsAsync(Actor.Public);
        editions.Select(e => (e.Edition, e.Number, e.IsInForce)).ShouldBe([(2, second, true), (1, first, false)]);
        var old = (await world.Get<CertificateQueries>().FindAsync(first))!;
        (old.Deed, old.Successor, old.Note).ShouldBe(("Replaced", second.ToString(), "a declaration was corrected"));
        (await world.Get<CertificateQueries>().FindAsync(second))!.Read().Replaces.ShouldBe(first.ToString());
        var keys = TrustedKeys.Parse(await world.Get<CertificateLog>().KeysAsync()).Value;
        new PaperCheck(keys).Check((await world.Get<CertificateQueries>().PdfAsync(second))!).Finding.ShouldBe(PaperFinding.Holds);
    }

    [Fact]
    public async Task Only_an_officer_who_has_just_signed_in_publishes_and_only_a_year_that_is_over()
    {
        (await Service.PublishAsync(new PublishYearbook(2017, null), world.County with { SignedInAt = null })).ShouldBeRefused(AccessRefusal.SignInNotFresh);
        (await Service.PublishAsync(new PublishYearbook(2017, null), world.Signatory)).ShouldBeRefused(AccessRefusal.NotYourRole);
        (await Service.PublishAsync(new PublishYearbook(2026, null), Officer)).ShouldBeRefused(CertificateRefusal.PeriodNotOver);
        (await Service.PreviewAsync(2017, Actor.Public)).ShouldBeEmpty();
        // The county issues yearbooks and nothing else.
        var sample = await world.ApprovedSampleAsync(await world.LotAsync(await world.ExporterAsync(), await world.ApiaryAsync(await world.BeekeeperAsync())));
        (await world.Get<CertificateService>().IssueBatchTestAsync(sample, Officer)).ShouldBeRefused(AccessRefusal.NotYourRole);
    }

    private async Task<string> TonnesAsync(CertificateNumber number)
    {
        var content = (await world.Get<CertificateQueries>().FindAsync(number))!.Read().Yearbook!;
        return content.Sections.SelectMany(s => s.Lines).First(l => l.Label.En == "Royal jelly and its powder, exports").Value.En;
    }
}
