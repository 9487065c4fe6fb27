using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Trace;
using BeeTrace.Core.Trade;
using BeeTrace.Web.Import;
using BeeTrace.Web.Tests.Data;
using BeeTrace.Web.Trade;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Tests.Trade;

/// <summary>Yearly returns: two people sign, corrections supersede, and nobody sees another firm's.</summary>
public sealed class ReturnServiceTests(World world) : IClassFixture<World>
{
    private const int Year = 2025;

    private ReturnService Service => world.Get<ReturnService>();

    private ReturnQueries Queries => world.Get<ReturnQueries>();

    [Fact]
    public async Task A_draft_is_kept_filed_sent_back_mended_and_accepted_and_the_register_follows()
    {
        var firm = await world.ExporterAsync();
        var code = await world.CreditCodeAsync(firm);
        var seen = (await Service.SaveDraftAsync(code, Year, World.AReturn() with { OutputCny = null }, null, firm)).ShouldBeDone();
        (await Queries.FindAsync(code, Year, world.County))!.Return.ShouldBeNull("a draft is the firm's alone");
        (await Queries.FindAsync(code, Year, firm))!.Return!.Partners.Select(p => p.Name).ShouldBe(["示例大学", "示例研究所"]);

        (await Service.FileAsync(code, Year, World.AReturn() with { OutputCny = null }, seen, [], firm)).ShouldBeRefused(ReturnRefusal.FigureMissing).Field.ShouldBe("OutputCny");
        (await Service.FileAsync(code, Year, World.AReturn(), seen, [], firm)).ShouldBeDone();
        var filed = (await Queries.FindAsync(code, Year, world.County))!;
        (filed.Return!.State, filed.Return.FiledBy).ShouldBe((ReturnState.Filed, firm.Account));

        (await Service.SendBackAsync(code, Year, filed.Seen!.Value, " ", world.County)).ShouldBeRefused(TradeRefusal.ReasonMissing);
        (await Service.SendBackAsync(code, Year, filed.Seen!.Value, "少了产量", world.County)).ShouldBeDone();
        var mended = World.AReturn() with { Products = [new(ProductCode.Honey, 6000m, 1000m), new(ProductCode.RoyalJelly, 10m, null)] };
        (await Queries.FindAsync(code, Year, firm))!.Return!.Decision.ShouldBe("少了产量");
        await world.AcceptedReturnAsync(firm, Year, mended);

        (await world.SeeAsync(world.County, db => db.FirmYears.Where(y => y.FirmId == firm.Firm).Select(y => new { y.Year, y.SalesCny, y.OutputCny }).ToListAsync()))
            .ShouldHaveSingleItem().ShouldBe(new { Year, SalesCny = 30_000_000m, OutputCny = 31_000_000m });
        (await world.DeedsOfAsync($"{code} {Year}")).Select(d => (d.Deed, d.Why)).ShouldBe(
            [(DeedCode.ReturnFiled, null), (DeedCode.ReturnSentBack, "少了产量"), (DeedCode.ReturnFiled, null), (DeedCode.ReturnAccepted, null)]);
    }

    [Fact]
    public async Task A_late_correction_supersedes_when_it_is_accepted_and_not_before()
    {
        var firm = await world.ExporterAsync();
        var code = (await world.AcceptedReturnAsync(firm, Year)).Firm.CreditCode;
        (await Service.SaveDraftAsync(code, Year, World.AReturn(1m), null, firm)).ShouldBeRefused(AccessRefusal.ChangedMeanwhile);

        (await Service.CorrectAsync(code, Year, firm)).ShouldBeDone();
        (await Service.CorrectAsync(code, Year, firm)).ShouldBeRefused(TradeRefusal.ReturnAtWork);
        var begun = (await Queries.FindAsync(code, Year, firm))!;
        (begun.Return!.Version, begun.Return.State, begun.Return.SalesCny, begun.Return.Partners.Count).ShouldBe((2, ReturnState.Draft, 30_000_000m, 2));
        await world.FiledReturnAsync(firm, Year, World.AReturn(32_000_000m));
        (await SalesAsync(firm)).ShouldBe(30_000_000m);

        var filed = (await Queries.FindAsync(code, Year, world.County))!;
        (await Service.AcceptAsync(code, Year, filed.Seen!.Value, "差额已说明", world.County)).ShouldBeDone();
        var accepted = (await Queries.FindAsync(code, Year, world.County))!;
        (await SalesAsync(firm)).ShouldBe(32_000_000m);
        accepted.Versions.Select(v => (v.Version, v.State, v.SupersededBy is null)).ShouldBe([(2, ReturnState.Accepted, true), (1, ReturnState.Accepted, false)]);
        accepted.Versions[1].SupersededBy.ShouldBe(accepted.Return!.Id);
    }

    [Fact]
    public async Task Ten_thousand_times_as_much_is_a_question_and_nothing_is_kept_until_it_is_answered()
    {
        var firm = await world.ExporterAsync();
        var code = (await world.AcceptedReturnAsync(firm, Year - 1)).Firm.CreditCode;
        var slip = World.AReturn(300_000_000_000m);

        (await Service.FileAsync(code, Year, slip, null, [], firm)).ShouldBeRefused(ReturnRefusal.TenThousandfold).Field.ShouldBe("SalesCny");
        (await Queries.FindAsync(code, Year, firm))!.Return.ShouldBeNull();

        var earlier = (await Queries.FindAsync(code, Year, firm))!.Earlier;
        var questions = ReturnRules.Questions(slip, earlier);
        (await Service.FileAsync(code, Year, slip with { SalesCny = 310_000_000_000m }, null, questions, firm)).ShouldBeRefused(ReturnRefusal.TenThousandfold);
        (await Service.FileAsync(code, Year, slip, null, questions, firm)).ShouldBeDone();
    }

    [Fact]
    public async Task The_second_writer_and_the_second_officer_are_told_that_it_changed()
    {
        var firm = await world.ExporterAsync();
        var code = await world.CreditCodeAsync(firm);
        var first = (await Service.SaveDraftAsync(code, Year, World.AReturn(), null, firm)).ShouldBeDone();
        (await Service.SaveDraftAsync(code, Year, World.AReturn(), null, firm)).ShouldBeRefused(AccessRefusal.ChangedMeanwhile);
        // Only a line differs, and the row still has another version.
        (await Service.SaveDraftAsync(code, Year, World.AReturn() with { Partners = [] }, first, firm)).ShouldBeDone().ShouldNotBe(first);
        (await Service.SaveDraftAsync(code, Year, World.AReturn(), first, firm)).ShouldBeRefused(AccessRefusal.ChangedMeanwhile);
        (await Queries.FindAsync(code, Year, firm))!.Return!.Partners.ShouldBeEmpty();

        var filed = await world.FiledReturnAsync(firm, Year);
        (await Service.AcceptAsync(code, Year, filed.Seen!.Value, null, world.County)).ShouldBeDone();
        (await Service.SendBackAsync(code, Year, filed.Seen!.Value, "x", world.County)).ShouldBeRefused(AccessRefusal.ChangedMeanwhile);
    }

    [Fact]
    public async Task Only_the_firm_files_and_only_another_person_of_the_county_decides()
    {
        var firm = await world.ExporterAsync();
        var filed = await world.FiledReturnAsync(firm, Year);
        var code = filed.Firm.CreditCode;

        foreach (var actor in new[] { firm, world.Auditor, world.Admin, world.Analyst })
            (await Service.AcceptAsync(code, Year, filed.Seen!.Value, null, actor)).ShouldBeRefused(AccessRefusal.NotYourRole);
        (await Service.AcceptAsync(code, Year, filed.Seen!.Value, null, world.County with { Account = firm.Account })).ShouldBeRefused(TradeRefusal.SamePersonSigns);
        (await Service.FileAsync(code, Year, World.AReturn(), filed.Seen, [], world.County)).ShouldBeRefused(ReturnRefusal.ReturnUnknown);
        (await Service.FileAsync(code, Year, World.AReturn(), filed.Seen, [], firm)).ShouldBeRefused(ReturnRefusal.StateNotAllowed);
        (await Service.FileAsync(code, 2026, World.AReturn(), null, [], firm)).ShouldBeRefused(ReturnRefusal.YearRuns);
        (await Service.SaveDraftAsync(code, 2027, World.AReturn(), null, firm)).ShouldBeRefused(ReturnRefusal.YearAbsent);
    }

    [Fact]
    public async Task The_officer_sees_what_differs_from_lots_and_declarations()
    {
        var firm = await world.ExporterAsync();
        await world.ExportAsync(firm, Year, ProductCode.Honey, 900m, usd: 190_000m);
        await world.ExportAsync(firm, Year - 1, ProductCode.Honey, 77m, usd: 1m);

        var filed = await world.FiledReturnAsync(firm, Year);

        filed.Differences.Select(d => (d.Kind, d.Returned, d.Recorded, d.IsNote)).ShouldBe(
        [
            (DifferenceKind.Output, 5000m, 0m, true), (DifferenceKind.ExportMass, 1000m, 900m, false), (DifferenceKind.ExportValue, 200_000m, 190_000m, false),
        ]);
        var list = await Queries.ListAsync(new(Year, ReturnStanding.Filed, filed.Firm.CreditCode), world.County);
        list.Rows.ShouldHaveSingleItem().Differences.ShouldBe(2);
        list.Counts[ReturnStanding.Filed].ShouldBeGreaterThanOrEqualTo(1);
    }

    [Fact]
    public async Task A_firm_without_a_return_of_last_year_is_missed_until_it_has_filed()
    {
        var (firm, other) = (await world.ExporterAsync(), await world.ExporterAsync());
        (await Queries.OwedAsync(firm)).ShouldNotBeNull().Year.ShouldBe(Year);
        (await Queries.MissingAsync(Year, firm)).ShouldHaveSingleItem().CreditCode.ShouldBe(await world.CreditCodeAsync(firm));
        (await Queries.MissingAsync(2026, firm)).ShouldBeEmpty("the year runs");

        var code = (await world.FiledReturnAsync(firm, Year)).Firm.CreditCode;

        (await Queries.OwedAsync(firm)).ShouldBeNull();
        var missing = await Queries.MissingAsync(Year, world.County);
        missing.Select(m => m.CreditCode).ShouldNotContain(code);
        missing.Select(m => m.CreditCode).ShouldContain(await world.CreditCodeAsync(other));
        (await Queries.OwnAsync(firm)).ShouldHaveSingleItem().Standing.ShouldBe(ReturnStanding.Filed);
    }

    [Fact]
    public async Task A_table_brings_returns_that_were_signed_on_paper_and_their_lines_once()
    {
        var firm = await world.ExporterAsync();
        var code = await world.CreditCodeAsync(firm);
        await BringAsync("returns", $"uscc,year,sales_cny,output_cny,export_usd,employees,note\n{code},2018,1000000,1100000,,12,\n");
        await BringAsync("return-products", $"uscc,year,product,output_kg,export_kg\n{code},2018,HONEY,500,\n");
        await BringAsync("return-partners", $"uscc,year,partner,kind,interns,joint_products\n{code},2018,示例大学,高校,7,1\n");
        await BringAsync("return-partners", $"uscc,year,partner,kind,interns,joint_products\n{code},2018,示例大学,高校,7,1\n{code},2018,示例研究所,Institute,0,0\n");

        var sheet = (await Queries.FindAsync(code, 2018, firm))!;
        (sheet.Return!.State, sheet.Return.FiledBy, sheet.Return.Products.Count).ShouldBe((ReturnState.Accepted, new AccountId(Guid.Empty), 1));
        sheet.Return.Partners.Select(p => (p.Place, p.Interns)).ShouldBe([(1, 7), (2, 0)]);
        sheet.Register!.SalesCny.ShouldBe(1_000_000m);
        (await Bring("returns", $"uscc,year,sales_cny,output_cny,export_usd,employees,note\n{code},2018,2000000,1100000,,12,\n")).Errors.Select(e => e.Column).ShouldContain("sales_cny");
        (await Bring("return-partners", $"uscc,year,partner,kind,interns,joint_products\n{code},2017,示例大学,高校,7,1\n")).Errors.ShouldHaveSingleItem().Column.ShouldBe("year");
    }

    [Fact]
    public async Task The_database_itself_keeps_returns_to_their_firm_and_signed_ones_as_they_are()
    {
        var (firm, other) = (await world.ExporterAsync(), await world.ExporterAsync());
        var id = (await world.FiledReturnAsync(firm, Year)).Return!.Id.Value;
        await using var stranger = await AsAsync(other);
        foreach (var of in new[] { "trade.returns where id", "trade.return_products where return_id", "trade.return_partners where return_id" })
            (await stranger.CountAsync(of + " = $1", id)).ShouldBe(0, of);
        foreach (var actor in new[] { World.Person(Role.Beekeeper), world.Analyst, Actor.Public })
        {
            await using var outsider = await AsAsync(actor);
            (await outsider.CountAsync("trade.returns")).ShouldBe(0, actor.Name);
        }

        await using var own = await AsAsync(firm);
        await own.RefusesAsync("update trade.returns set sales_cny = 1 where id = $1", id);
        await own.RefusesAsync("update trade.returns set state = 'Accepted', decided_by = $2 where id = $1", id, firm.Account.Value);
        await own.RefusesAsync("insert into trade.return_partners (return_id, place, name, kind, interns, joint_products) values ($1, 9, 'x', 'Company', 1, 1)", id);
        await own.RefusesAsync("delete from trade.return_products where return_id = $1", id);
        const string insert = "insert into trade.returns (id, firm_id, year, version, state, filed_by, decided_by) values (gen_random_uuid(), $1, 2024, 1, ";
        await own.RefusesAsync(insert + "'Draft', null, null)", other.Firm!.Value.Value);
        await own.RefusesAsync(insert + "'Filed', $2, null)", firm.Firm!.Value.Value, firm.Account.Value);

        await using var county = await AsAsync(world.County);
        await county.RefusesAsync("update trade.returns set state = 'Accepted', sales_cny = 1, decided_by = $2 where id = $1", id, world.County.Account.Value);
        await county.RefusesAsync("update trade.returns set state = 'Accepted', decided_by = $2 where id = $1", id, world.Admin.Account.Value);
        await county.RefusesAsync(insert + "'Accepted', $2, $3)", firm.Firm!.Value.Value, firm.Account.Value, world.County.Account.Value);
        await county.TellAsync("update trade.returns set state = 'Accepted', decided_by = $2 where id = $1", id, world.County.Account.Value);
        await county.RefusesAsync("update trade.returns set note = 'x' where id = $1", id);
        await county.RefusesAsync("update trade.returns set superseded_by = $2 where id = $1", id, Guid.NewGuid());
    }

    private Task<AppSession> AsAsync(Actor actor) => AppSession.OpenAsync(world.Store.AppConnectionString, actor);

    private Task<decimal> SalesAsync(Actor firm) =>
        world.SeeAsync(world.County, db => db.FirmYears.Where(y => y.FirmId == firm.Firm && y.Year == Year).Select(y => y.SalesCny).SingleAsync());

    private async Task BringAsync(string kind, string table) => (await Bring(kind, table)).Errors.ShouldBeEmpty();

    private Task<ImportedTable> Bring(string kind, string table) =>
        world.Get<ImportService>().ImportAsync(new ImportTable(kind, kind + ".csv", System.Text.Encoding.UTF8.GetBytes(table)), world.County);
}
