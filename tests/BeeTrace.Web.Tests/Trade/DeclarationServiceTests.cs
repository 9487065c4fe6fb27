using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Trade;
using BeeTrace.Web.Trade;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BeeTrace.Web.Tests.Trade;

/// <summary>What was declared, corrected and revoked; the sums are those of the rows whatever happened.</summary>
public sealed class DeclarationServiceTests(World world) : IClassFixture<World>
{
    private static readonly string[] Destinations = ["JP", "DE", "US"];
    private static readonly string[] Products = ["RJ_FRESH", "RJ_POWDER", "HONEY"];

    private DeclarationService Service => world.Get<DeclarationService>();

    [Fact]
    public async Task A_correction_supersedes_and_says_why()
    {
        var (exporter, other) = (await world.ExporterAsync(), await world.ExporterAsync());
        var id = await world.ExportAsync(exporter, 2021, "RJ_FRESH", 1000);
        var as_it_should_be = Correct(id) with { NetKg = 900m, Why = "the scale was wrong" };

        (await Service.CorrectAsync(as_it_should_be, other)).ShouldBeRefused(TradeRefusal.DeclarationUnknown);
        (await Service.CorrectAsync(as_it_should_be with { Why = null }, exporter)).ShouldBeRefused(TradeRefusal.ReasonMissing);
        (await Service.CorrectAsync(as_it_should_be with { NetKg = -5 }, exporter)).ShouldBeRefused(TradeRefusal.MassNotPositive);
        (await Service.CorrectAsync(as_it_should_be with { NetKg = 10_000_000_000m }, exporter)).ShouldBeRefused(TradeRefusal.MassTooGreat);
        (await Service.CorrectAsync(as_it_should_be with { HsCode = "0410902100" }, exporter)).ShouldBeRefused(TradeRefusal.HsCodeOfAnotherDay);
        (await Service.CorrectAsync(as_it_should_be with { Destination = "XX" }, exporter)).ShouldBeRefused(TradeRefusal.CountryUnknown);
        (await Service.CorrectAsync(Correct(id) with { NetKg = 1000m, Why = "nothing" }, exporter)).ShouldBeRefused(TradeRefusal.NothingCorrected);
        (await Service.CorrectAsync(as_it_should_be, exporter)).ShouldBeDone();
        (await Service.CorrectAsync(as_it_should_be, exporter)).ShouldBeRefused(TradeRefusal.DeclarationUnknown);

        var number = await world.SeeAsync(exporter, db => db.Declarations.Where(d => d.Id == id).Select(d => d.Number).SingleAsync());
        var versions = await world.Get<DeclarationQueries>().VersionsAsync(number, exporter);
        versions.Select(v => (v.Declaration.Version, v.Declaration.NetKg, v.Declaration.Why)).ShouldBe([(2, 900m, "the scale was wrong"), (1, 1000m, null)]);
        (await world.Get<DeclarationQueries>().VersionsAsync(number, other)).ShouldBeEmpty();
        (await world.Get<ExportQueries>().YearAsync(2021, "RJ", world.County)).Amount.ShouldBe(0.9m);
        (await world.Get<ExportQueries>().YearAsync(2021, "RJ", Actor.Public)).Amount.ShouldBeNull("one firm stands behind it");
    }

    [Fact]
    public async Task A_revoked_item_counts_no_more_and_stays_to_be_read()
    {
        var exporter = await world.ExporterAsync();
        var id = await world.ExportAsync(exporter, 2020, "RJ_FRESH", 1000);
        (await Service.RevokeAsync(id, "customs revoked it", exporter)).ShouldBeDone();

        (await world.Get<DeclarationQueries>().ListAsync(new DeclarationFilter(Product: "RJ", From: new(2020, 1, 1), To: new(2020, 12, 31)), 1, exporter)).Total.ShouldBe(0);
        (await world.Get<ExportQueries>().YearAsync(2020, "RJ", world.County)).Amount.ShouldBe(0);
    }

    [Fact]
    public async Task Two_corrections_at_once_leave_one_newest_version()
    {
        var exporter = await world.ExporterAsync();
        var id = await world.ExportAsync(exporter, 2019, "RJ_FRESH", 1000);
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 4).Select(n => Task.Run(() => Service.CorrectAsync(Correct(id) with { DeclaredOn = new(2019, 6, 15), NetKg = n, Why = "counted again" }, exporter))));
        outcomes.Count(o => o.IsDone).ShouldBe(1);
    }

    [Fact]
    public async Task Sums_are_those_of_the_rows_after_any_history()
    {
        var firms = new[] { await world.ExporterAsync(), await world.ExporterAsync(), await world.ExporterAsync() };
        var chance = new Random(6);
        var ids = new List<(DeclarationId Id, int Firm)>();
        for (var step = 0; step < 60; step++)
        {
            var (firm, kg) = (chance.Next(3), chance.Next(1, 90_000) / 10m);
            if (ids.Count < 5 || chance.Next(3) > 0)
            {
                ids.Add((await world.ExportAsync(firms[firm], 2014 + chance.Next(3), Products[chance.Next(3)], kg, Destinations[chance.Next(3)], chance.Next(1, 13), chance.Next(2) == 0 ? kg * 3 : null,
                    chance.Next(4) == 0 ? "330182" : "330122"), firm));
                continue;
            }

            var at = chance.Next(ids.Count);
            var done = chance.Next(3) == 0
                ? await Service.RevokeAsync(ids[at].Id, "revoked", firms[ids[at].Firm])
                : await Service.CorrectAsync(await FactsAsync(ids[at].Id) with { NetKg = kg, Destination = Destinations[chance.Next(3)], Why = "counted again" }, firms[ids[at].Firm]);
            // The old version is superseded; its successor is corrected by its own id next time.
            if (done.IsDone)
                ids.RemoveAt(at);
        }

        await AreThoseOfTheRowsAsync("export_firm_months", "date_trunc('month', declared_on)::date, firm_id, product, registered_place, source_place", "month, firm_id, product, registered_place, source_place");
        await AreThoseOfTheRowsAsync("export_years", "extract(year from declared_on)::integer, product, destination, registered_place, source_place", "year, product, destination, registered_place, source_place");
        await AreThoseOfTheRowsAsync("export_firm_years", "extract(year from declared_on)::integer, firm_id, product, destination, registered_place, source_place", "year, firm_id, product, destination, registered_place, source_place");
    }

    [Fact]
    public async Task Nobody_edits_or_removes_what_was_declared()
    {
        var exporter = await world.ExporterAsync();
        await world.ExportAsync(exporter, 2013, "RJ_FRESH", 1000);
        foreach (var sql in new[] { "update trade.declarations set net_kg = 1", "delete from trade.declarations", "update trade.export_years set net_kg = 0", "insert into trade.export_firm_months select * from trade.export_firm_months" })
        {
            var refused = await Should.ThrowAsync<PostgresException>(() => world.SeeAsync(world.County, db => db.Database.ExecuteSqlRawAsync(sql)));
            refused.SqlState.ShouldBe("42501", sql);
        }
    }

    private async Task AreThoseOfTheRowsAsync(string table, string keys, string names)
    {
        const string Sums = "count(*)::integer as declarations, sum(net_kg) as net_kg, coalesce(sum(value_usd), 0) as value_usd, coalesce(sum(net_kg) filter (where value_usd is not null), 0) as usd_kg";
        const string Columns = "declarations, net_kg, value_usd, usd_kg";
        var sql = $"""
            with counted as (select {keys}, {Sums} from trade.declarations where superseded_by is null and not is_void group by 1, 2, 3, 4, 5 {(table == "export_firm_years" ? ", 6" : "")}),
                kept as (select {names}, {Columns} from trade.{table} where declarations > 0)
            select ((select count(*) from (select * from counted except select * from kept) a) + (select count(*) from (select * from kept except select * from counted) b))::integer as "Value"
            """;
        (await world.SeeAsync(world.Auditor, db => db.Database.SqlQueryRaw<int>(sql).SingleAsync())).ShouldBe(0, table);
        var filled = $"""select count(*)::integer as "Value" from trade.{table} where declarations > 0""";
        (await world.SeeAsync(world.Auditor, db => db.Database.SqlQueryRaw<int>(filled).SingleAsync())).ShouldBeGreaterThan(0);
    }

    private Task<CorrectDeclaration> FactsAsync(DeclarationId id) => world.SeeAsync(world.Auditor, db => db.Declarations.Where(d => d.Id == id)
        .Select(d => new CorrectDeclaration(d.Id, d.DeclaredOn, d.HsCode, d.Destination, d.TradeMode, d.SourcePlace, d.NetKg, d.GrossKg, d.Packages, d.ValueUsd, d.ValueCny, null)).SingleAsync());

    private static CorrectDeclaration Correct(DeclarationId id) => new(id, new DateOnly(2021, 6, 15), "04100041", "JP", TradeMode.General, "330122", 1000m, null, null, null, null, null);
}
