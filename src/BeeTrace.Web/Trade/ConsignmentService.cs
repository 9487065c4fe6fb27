using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Registry;
using BeeTrace.Core.Trade;
using BeeTrace.Web.Data;
using BeeTrace.Web.Trace;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Trade;

/// <summary>One lot of a consignment as typed: the number of its batch test certificate, the net mass that leaves, the packages.</summary>
public sealed record ConsignLot(string Certificate, string NetKg, int? Packages = null);

/// <summary>An exporter puts lots together for a destination, or changes a draft. The id is made by the form, so that a second click finds the first.</summary>
public sealed record PutTogether(ConsignmentId Id, string? Destination, Incoterm? Incoterm, string? Container, string? Seal, IReadOnlyList<ConsignLot> Lots);

/// <summary>What customs is told of one product of a consignment.</summary>
public sealed record DeclareProduct(string Product, string? HsCode, decimal? GrossKg, decimal? ValueUsd, decimal? ValueCny);

/// <summary>An exporter records what was declared to customs; mass and packages are those of the lots.</summary>
public sealed record DeclareConsignment(ConsignmentId Id, string? Number, DateOnly? DeclaredOn, TradeMode Mode, string? SourcePlace, IReadOnlyList<DeclareProduct> Products);

/// <summary>A consignment from draft to closed. Each kilogram of a lot leaves once, and what fails in a market does not go there unseen.</summary>
public sealed class ConsignmentService(Database database)
{
    /// <summary>
    /// An exporter puts a consignment together, or changes a draft of its own that no statement speaks of. Refused: an unknown destination, no lot or one named twice, a
    /// certificate that is no valid batch test certificate of the firm, a lot on hold, a mass that is none or more than is left, a bee that the market does not take.
    /// Its lots are reserved from then on. Recorded: destination and lots.
    /// </summary>
    public async Task<Outcome<ConsignmentCode>> PutTogetherAsync(PutTogether wanted, Actor actor, CancellationToken cancel = default)
    {
        if (actor is not { Role: Role.Exporter, Firm: { } firm })
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        await work.OneAtATimeAsync(wanted.Id.Value.ToString(), cancel);
        var consignment = await db.Consignments.SingleOrDefaultAsync(c => c.Id == wanted.Id, cancel);
        if (consignment is not null && await NotChangeableAsync(db, consignment, cancel) is { } refusal)
            return refusal;
        if (await db.Countries.AsNoTracking().SingleOrDefaultAsync(c => c.Code == wanted.Destination, cancel) is not { } country)
            return new Refusal(TradeRefusal.CountryUnknown, nameof(wanted.Destination), wanted.Destination ?? "");

        var isNew = consignment is null;
        if (consignment is null)
        {
            consignment = new Consignment
            {
                Id = wanted.Id, Code = ConsignmentCode.Create(work.Today.Year, await Serials.NextAsync(db, $"X{work.Today.Year}", cancel)), FirmId = firm,
                Destination = country.Code, State = ConsignmentState.Draft, MadeBy = actor.Account, MadeAt = work.Now,
            };
            db.Consignments.Add(consignment);
        }

        await db.SaveChangesAsync(cancel);
        await db.ConsignedLots.Where(l => l.ConsignmentId == wanted.Id).ExecuteDeleteAsync(cancel);
        var lots = await LeavingLots.ReadAsync(work, firm, country, wanted.Lots, cancel);
        if (!lots.IsDone)
            return Outcome<ConsignmentCode>.Refused(lots.Refusals);
        (consignment.Destination, consignment.Incoterm) = (country.Code, wanted.Incoterm);
        (consignment.Container, consignment.Seal) = (Written(wanted.Container), Written(wanted.Seal));
        db.ConsignedLots.AddRange(lots.Value.Select(l => new ConsignedLot { ConsignmentId = wanted.Id, LotId = l.Lot.Id, CertificateId = l.Certificate.Id, NetKg = l.NetKg, Packages = l.Packages }));
        var facts = new { destination = country.Code, lots = lots.Value.Select(l => new { lot = l.Lot.Code.ToString(), netKg = l.NetKg }) };
        if (isNew)
            work.Record(DeedCode.ConsignmentMade, consignment.Code.ToString(), @new: facts);
        else
            work.Record(DeedCode.ConsignmentChanged, consignment.Code.ToString(), @new: facts);
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? consignment.Code : Outcome<ConsignmentCode>.Refused(committed.Refusals);
    }

    /// <summary>
    /// The exporter records the declaration: one item for each product, mass and packages summed from the lots. Refused: a consignment that is no draft, whatever
    /// <see cref="DeclarationRules"/> refuses, a lot on hold, a lot that fails in the market and was not released. Recorded: number, items.
    /// </summary>
    public async Task<Outcome> DeclareAsync(DeclareConsignment declare, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        if (await OwnAsync(work, declare.Id, cancel) is not { } consignment)
            return new Refusal(TradeRefusal.ConsignmentUnknown);
        if (consignment.State != ConsignmentState.Draft)
            return Refused(consignment);
        var lots = await (from l in db.ConsignedLots.AsNoTracking() where l.ConsignmentId == declare.Id join lot in db.Lots on l.LotId equals lot.Id select new { l.NetKg, l.Packages, Lot = lot }).ToListAsync(cancel);
        var firm = await db.Firms.AsNoTracking().SingleAsync(f => f.Id == consignment.FirmId, cancel);
        var country = await db.Countries.AsNoTracking().SingleAsync(c => c.Code == consignment.Destination, cancel);
        var refusals = new List<Refusal>();
        foreach (var lot in lots)
        {
            // Neither a hold nor a verdict comes between this look and the commit.
            await work.OneAtATimeAsync(lot.Lot.Code.ToString(), cancel);
            refusals.AddRange(await MarketRules.CheckAsync(db, lot.Lot, country.Market, cancel));
        }

        var codes = new HsBook(await db.HsCodes.AsNoTracking().ToListAsync(cancel));
        var rows = new List<Declaration>();
        foreach (var (index, product) in lots.GroupBy(l => l.Lot.Product).OrderBy(g => g.Key, StringComparer.Ordinal).Index())
        {
            var stated = declare.Products.FirstOrDefault(p => p.Product == product.Key) ?? new DeclareProduct(product.Key, null, null, null, null);
            var code = stated.HsCode is { Length: > 0 } given ? given : declare.DeclaredOn is { } on && codes.CodesOf(product.Key, on) is [var only] ? only : null;
            int? packages = product.All(l => l.Packages is not null) ? product.Sum(l => l.Packages) : null;
            var item = new DeclareItem(
                declare.Number?.Trim(), index + 1, declare.DeclaredOn, product.Key, code, declare.Mode, firm.County, declare.SourcePlace?.Trim(), packages, product.Sum(l => l.NetKg),
                stated.GrossKg, stated.ValueUsd, stated.ValueCny);
            refusals.AddRange(DeclarationRules.Check(item, work.Today, codes).Where(r => !refusals.Contains(r)));
            if (code is null && declare.DeclaredOn is { } day)
                refusals.Add(new Refusal(TradeRefusal.HsCodeMissing, nameof(item.HsCode), product.Key, day));
            if (refusals.Count == 0)
                rows.Add(Row(item, consignment, work));
        }

        if (refusals.Count > 0)
            return Outcome.Refused(refusals.DistinctBy(r => (r.Code, r.Field, string.Join('|', r.Arguments))).ToList());
        db.Declarations.AddRange(rows);
        (consignment.State, consignment.DeclaredOn) = (ConsignmentState.Declared, declare.DeclaredOn);
        work.Record(DeedCode.ConsignmentDeclared, consignment.Code.ToString(), @new: new { declaration = declare.Number, items = rows.Select(r => new { r.Product, r.HsCode, r.NetKg, r.ValueUsd, r.ValueCny }) });
        return await work.CommitAsync(cancel);
    }

    /// <summary>The exporter records that a declared consignment has left. Refused: another state, a day before the declaration or to come, a lot on hold. Recorded: the day.</summary>
    public async Task<Outcome> ShipAsync(ConsignmentId id, DateOnly? day, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        if (await OwnAsync(work, id, cancel) is not { } consignment)
            return new Refusal(TradeRefusal.ConsignmentUnknown);
        if (consignment.State != ConsignmentState.Declared)
            return Refused(consignment);
        if (day is null || day > work.Today || day < consignment.DeclaredOn)
            return new Refusal(TradeRefusal.DayInFuture, nameof(day), work.Today);
        (consignment.State, consignment.ShippedOn) = (ConsignmentState.Shipped, day);
        work.Record(DeedCode.ConsignmentShipped, consignment.Code.ToString(), @new: new { on = day });
        return await work.CommitAsync(cancel);
    }

    /// <summary>The exporter closes a consignment that has arrived and is settled. Refused: another state. Recorded: the day.</summary>
    public async Task<Outcome> CloseAsync(ConsignmentId id, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        if (await OwnAsync(work, id, cancel) is not { } consignment)
            return new Refusal(TradeRefusal.ConsignmentUnknown);
        if (consignment.State != ConsignmentState.Shipped)
            return Refused(consignment);
        (consignment.State, consignment.ClosedOn) = (ConsignmentState.Closed, work.Today);
        work.Record(DeedCode.ConsignmentClosed, consignment.Code.ToString(), @new: new { on = work.Today });
        return await work.CommitAsync(cancel);
    }

    /// <summary>
    /// The exporter cancels a consignment that never left; its lots are free again. Refused: one that has left, one of which a declaration counts or a statement
    /// stands, no reason. Recorded: the reason.
    /// </summary>
    public async Task<Outcome> CancelAsync(ConsignmentId id, string? reason, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        if (await OwnAsync(work, id, cancel) is not { } consignment)
            return new Refusal(TradeRefusal.ConsignmentUnknown);
        if (consignment.State is not (ConsignmentState.Draft or ConsignmentState.Declared))
            return Refused(consignment);
        if (Why(reason) is { } wrong)
            return wrong;
        if (await work.Db.Declarations.AnyAsync(d => d.ConsignmentId == id && d.SupersededBy == null && !d.IsVoid, cancel))
            return new Refusal(TradeRefusal.DeclarationStands);
        if (await StatementAsync(work.Db, consignment, cancel) is { } statement)
            return new Refusal(TradeRefusal.StatementStands, null, statement.ToString());
        consignment.State = ConsignmentState.Cancelled;
        work.Record(DeedCode.ConsignmentCancelled, consignment.Code.ToString(), why: reason!.Trim());
        return await work.CommitAsync(cancel);
    }

    /// <summary>
    /// An officer lets a lot leave for a market in which it fails. Refused: a lot that is not known or does not fail there, no reason. A second release changes nothing.
    /// Recorded: lot, market, the reason.
    /// </summary>
    public async Task<Outcome> ReleaseAsync(LotCode code, string market, string? reason, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role != Role.County)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        await using var work = await database.OpenAsync(actor, cancel);
        if (Why(reason) is { } wrong)
            return wrong;
        await work.OneAtATimeAsync(code.ToString(), cancel);
        if (await work.Db.Lots.AsNoTracking().SingleOrDefaultAsync(l => l.Code == code, cancel) is not { } lot || await MarketRules.PassesAsync(work.Db, lot.Id, market, cancel))
            return new Refusal(TradeRefusal.NothingToRelease, null, code.ToString(), market);
        if (await work.Db.MarketReleases.AnyAsync(r => r.LotId == lot.Id && r.Market == market, cancel))
            return Outcome.Done;
        work.Db.MarketReleases.Add(new MarketRelease { Id = MarketReleaseId.New(), LotId = lot.Id, Market = market, Reason = reason!.Trim(), ReleasedBy = actor.Account, ReleasedAt = work.Now });
        work.Record(DeedCode.LotReleasedForMarket, code.ToString(), @new: new { market }, why: reason.Trim());
        return await work.CommitAsync(cancel);
    }

    /// <summary>A reason is given and not too long.</summary>
    internal static Refusal? Why(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? new Refusal(TradeRefusal.ReasonMissing, "Reason")
        : reason.Trim().Length > MarketRelease.LongestReason ? new Refusal(TradeRefusal.TextTooLong, "Reason", MarketRelease.LongestReason)
        : null;

    /// <summary>The statement that stands of a consignment; null where none was issued or it has ended.</summary>
    internal static Task<CertificateNumber?> StatementAsync(BeeTraceDb db, Consignment consignment, CancellationToken cancel) =>
        db.Certificates.Where(c => c.Id == consignment.StatementId && !db.CertificateEndings.Any(e => e.CertificateId == c.Id)).Select(c => (CertificateNumber?)c.Number).SingleOrDefaultAsync(cancel);

    private static async Task<Refusal?> NotChangeableAsync(BeeTraceDb db, Consignment consignment, CancellationToken cancel) =>
        consignment.State != ConsignmentState.Draft ? Refused(consignment)
        : await StatementAsync(db, consignment, cancel) is { } statement ? new Refusal(TradeRefusal.StatementStands, null, statement.ToString())
        : null;

    private static async Task<Consignment?> OwnAsync(Work work, ConsignmentId id, CancellationToken cancel)
    {
        await work.OneAtATimeAsync(id.Value.ToString(), cancel);
        return work.Actor is { Role: Role.Exporter, Firm: { } firm } ? await work.Db.Consignments.SingleOrDefaultAsync(c => c.Id == id && c.FirmId == firm, cancel) : null;
    }

    private static Refusal Refused(Consignment consignment) => new(TradeRefusal.NotInThatState, null, consignment.State.Name());

    private static string? Written(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static Declaration Row(DeclareItem item, Consignment consignment, Work work) => new()
    {
        Id = DeclarationId.New(),
        Number = item.Number!,
        Item = item.Item!.Value,
        Version = 1,
        FirmId = consignment.FirmId,
        ConsignmentId = consignment.Id,
        DeclaredOn = item.DeclaredOn!.Value,
        Product = item.Product!,
        HsCode = item.HsCode!,
        Destination = consignment.Destination,
        TradeMode = item.Mode,
        RegisteredPlace = item.RegisteredPlace!,
        SourcePlace = item.SourcePlace!,
        Packages = item.Packages,
        NetKg = item.NetKg!.Value,
        GrossKg = item.GrossKg,
        ValueUsd = item.ValueUsd,
        ValueCny = item.ValueCny,
        RecordedBy = work.Actor.Account,
        RecordedAt = work.Now,
    };
}
