using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Trade;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Trade;

/// <summary>A consignment in the list.</summary>
public sealed record ConsignmentRow(ConsignmentCode Code, Bilingual Firm, Bilingual Destination, ConsignmentState State, int Lots, decimal NetKg, DateOnly? DeclaredOn, DateOnly? ShippedOn, CertificateNumber? Statement);

/// <summary>A lot in a consignment, with what is in its way.</summary>
public sealed record ConsignedLotRow(LotCode Lot, CertificateNumber Certificate, string Product, Bilingual ProductName, decimal NetKg, int? Packages, IReadOnlyList<Refusal> InTheWay, string? Release);

/// <summary>One consignment with all that belongs to it.</summary>
public sealed record ConsignmentCard(
    Consignment Consignment, Bilingual Firm, string FirmCounty, Country Destination, CertificateNumber? Statement, IReadOnlyList<ConsignedLotRow> Lots, IReadOnlyList<Declaration> Declarations);

/// <summary>A certified lot of which something is left to send.</summary>
public sealed record ShippableLot(CertificateNumber Certificate, LotCode Lot, Bilingual Product, DateOnly HarvestedOn, decimal MassKg, decimal LeftKg);

/// <summary>Reads consignments; row security decides whose.</summary>
public sealed class ConsignmentQueries(Database database)
{
    /// <summary>House rule: what fits a page; older ones are found by their state and number.</summary>
    public const int Most = 200;

    /// <summary>The newest consignments, of one state or all.</summary>
    public async Task<IReadOnlyList<ConsignmentRow>> ListAsync(ConsignmentState? state, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var rows = await (
            from c in db.Consignments.AsNoTracking()
            where state == null || c.State == state
            join f in db.Firms on c.FirmId equals f.Id
            join country in db.Countries on c.Destination equals country.Code
            orderby c.MadeAt descending
            select new
            {
                Consignment = c, Firm = f, Country = country, Lots = db.ConsignedLots.Count(l => l.ConsignmentId == c.Id), NetKg = db.ConsignedLots.Where(l => l.ConsignmentId == c.Id).Sum(l => l.NetKg),
                Statement = db.Certificates.Where(s => s.Id == c.StatementId && !db.CertificateEndings.Any(e => e.CertificateId == s.Id)).Select(s => (CertificateNumber?)s.Number).FirstOrDefault(),
            }).Take(Most).ToListAsync(cancel);
        return rows.ConvertAll(r => new ConsignmentRow(
            r.Consignment.Code, r.Firm.Name, r.Country.Name, r.Consignment.State, r.Lots, r.NetKg, r.Consignment.DeclaredOn, r.Consignment.ShippedOn, r.Statement));
    }

    /// <summary>One consignment; null where there is none or the actor may not see it.</summary>
    public async Task<ConsignmentCard?> FindAsync(ConsignmentCode code, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        if (await db.Consignments.AsNoTracking().SingleOrDefaultAsync(c => c.Code == code, cancel) is not { } consignment)
            return null;
        var firm = await db.Firms.AsNoTracking().SingleAsync(f => f.Id == consignment.FirmId, cancel);
        var country = await db.Countries.AsNoTracking().SingleAsync(c => c.Code == consignment.Destination, cancel);
        var lots = await (
            from l in db.ConsignedLots.AsNoTracking()
            where l.ConsignmentId == consignment.Id
            join lot in db.Lots.AsNoTracking() on l.LotId equals lot.Id
            join c in db.Certificates on l.CertificateId equals c.Id
            join p in db.Products on lot.Product equals p.Code
            orderby lot.Code
            select new { Line = l, Lot = lot, c.Number, p.NameZh, p.NameEn }).ToListAsync(cancel);
        var rows = new List<ConsignedLotRow>();
        foreach (var lot in lots)
        {
            var inTheWay = consignment.State is ConsignmentState.Draft or ConsignmentState.Declared ? await MarketRules.CheckAsync(db, lot.Lot, country.Market, cancel) : [];
            var release = await db.MarketReleases.Where(r => r.LotId == lot.Lot.Id && r.Market == country.Market).Select(r => r.Reason).FirstOrDefaultAsync(cancel);
            rows.Add(new ConsignedLotRow(lot.Lot.Code, lot.Number, lot.Lot.Product, new Bilingual(lot.NameZh, lot.NameEn), lot.Line.NetKg, lot.Line.Packages, inTheWay, release));
        }

        var declarations = await db.Declarations.AsNoTracking().Where(d => d.ConsignmentId == consignment.Id && d.SupersededBy == null).OrderBy(d => d.Number).ThenBy(d => d.Item).ToListAsync(cancel);
        return new ConsignmentCard(consignment, firm.Name, firm.County, country, await ConsignmentService.StatementAsync(db, consignment, cancel), rows, declarations);
    }

    /// <summary>Certified lots of the actor's firm of which something is left, the newest first; what a draft has reserved itself counts as left.</summary>
    /// <param name="draft">The draft that is changed; null for a new consignment.</param>
    public async Task<IReadOnlyList<ShippableLot>> ShippableAsync(ConsignmentId? draft, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Firm is not { } firm)
            return [];
        await using var work = await database.OpenAsync(actor, cancel);
        var rows = await work.Db.Database.SqlQuery<Shippable>(
            $"""
            select c.number, l.code as lot, p.name_zh, p.name_en, l.harvested_on, l.mass_kg,
                trade.left_kg(l.id) + coalesce((select m.net_kg from trade.consigned_lots m where m.lot_id = l.id and m.consignment_id = {draft?.Value}), 0) as left_kg
            from certificates.certificates c join trace.lots l on l.id = c.lot_id join trace.products p on p.code = l.product
            where c.firm_id = {firm.Value} and c.kind = 'BatchTest' and not exists (select from certificates.endings e where e.certificate_id = c.id)
            order by l.harvested_on desc, l.code limit {Most}
            """).ToListAsync(cancel);
        return [.. rows.Where(r => r.LeftKg > 0).DistinctBy(r => r.Lot)
            .Select(r => new ShippableLot(CertificateNumber.Parse(r.Number).Value, LotCode.Parse(r.Lot).Value, new Bilingual(r.NameZh, r.NameEn), r.HarvestedOn, r.MassKg, r.LeftKg))];
    }

    private sealed record Shippable(string Number, string Lot, string NameZh, string NameEn, DateOnly HarvestedOn, decimal MassKg, decimal LeftKg);
}
