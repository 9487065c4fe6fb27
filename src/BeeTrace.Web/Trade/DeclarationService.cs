using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Trade;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Trade;

/// <summary>What an item of a declaration should have said.</summary>
public sealed record CorrectDeclaration(
    DeclarationId Id, DateOnly? DeclaredOn, string? HsCode, string? Destination, TradeMode Mode, string? SourcePlace, decimal? NetKg, decimal? GrossKg, int? Packages,
    decimal? ValueUsd, decimal? ValueCny, string? Why);

/// <summary>Mends what was declared: a new version stands in the place of the old one, and every figure follows in the same transaction.</summary>
public sealed class DeclarationService(Database database)
{
    /// <summary>
    /// The exporter, or the county, corrects an item. Refused: an item that is not theirs or was corrected meanwhile, whatever <see cref="DeclarationRules"/> refuses,
    /// a correction that changes nothing, no reason. Recorded: before, after, the reason.
    /// </summary>
    public async Task<Outcome> CorrectAsync(CorrectDeclaration correct, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        if (await FindAsync(work, correct.Id, cancel) is not { } old)
            return new Refusal(TradeRefusal.DeclarationUnknown);
        if (ConsignmentService.Why(correct.Why) is { } noReason)
            return noReason;
        if (await db.Countries.AllAsync(c => c.Code != correct.Destination, cancel))
            return new Refusal(TradeRefusal.CountryUnknown, nameof(correct.Destination), correct.Destination ?? "");
        var codes = new HsBook(await db.HsCodes.AsNoTracking().ToListAsync(cancel));
        var item = new DeclareItem(
            old.Number, old.Item, correct.DeclaredOn, old.Product, correct.HsCode?.Trim(), correct.Mode, old.RegisteredPlace, correct.SourcePlace?.Trim(), correct.Packages,
            correct.NetKg, correct.GrossKg, correct.ValueUsd, correct.ValueCny);
        var refusals = DeclarationRules.Check(item, work.Today, codes);
        if (refusals.Count > 0)
            return Outcome.Refused(refusals);
        var next = Next(old, item, correct.Destination!, correct.Why!.Trim(), isVoid: false, work);
        if (Facts(next) == Facts(old))
            return new Refusal(TradeRefusal.NothingCorrected);
        return await SupersedeAsync(work, old, next, cancel);
    }

    /// <summary>The exporter, or the county, records that customs revoked an item: it counts no more. Refused as a correction is. Recorded: what it was, the reason.</summary>
    public async Task<Outcome> RevokeAsync(DeclarationId id, string? why, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        if (await FindAsync(work, id, cancel) is not { } old)
            return new Refusal(TradeRefusal.DeclarationUnknown);
        if (ConsignmentService.Why(why) is { } noReason)
            return noReason;
        var item = new DeclareItem(
            old.Number, old.Item, old.DeclaredOn, old.Product, old.HsCode, old.TradeMode, old.RegisteredPlace, old.SourcePlace, old.Packages, old.NetKg, old.GrossKg, old.ValueUsd, old.ValueCny);
        return await SupersedeAsync(work, old, Next(old, item, old.Destination, why!.Trim(), isVoid: true, work), cancel);
    }

    private static async Task<Declaration?> FindAsync(Work work, DeclarationId id, CancellationToken cancel)
    {
        if (work.Actor.Role is not (Role.Exporter or Role.County))
            return null;
        await work.OneAtATimeAsync(id.Value.ToString(), cancel);
        return await work.Db.Declarations.SingleOrDefaultAsync(d => d.Id == id && d.SupersededBy == null && !d.IsVoid, cancel);
    }

    private static async Task<Outcome> SupersedeAsync(Work work, Declaration old, Declaration next, CancellationToken cancel)
    {
        // The old version steps aside first: two newest versions of an item never stand beside each other.
        old.SupersededBy = next.Id;
        await work.Db.SaveChangesAsync(cancel);
        work.Db.Declarations.Add(next);
        work.Record(DeedCode.DeclarationCorrected, $"{old.Number} {old.Item}", old: Facts(old), @new: next.IsVoid ? null : Facts(next), why: next.Why);
        return await work.CommitAsync(cancel);
    }

    private static DeclaredFacts Facts(Declaration d) => new(d.DeclaredOn, d.HsCode, d.Destination, d.TradeMode, d.SourcePlace, Plain(d.NetKg), d.GrossKg is { } g ? Plain(g) : null, d.Packages, d.ValueUsd, d.ValueCny);

    // 12.5 and 12.500000 are the same mass.
    private static decimal Plain(decimal value) => value / 1.000000000000000000000000000000m;

    private static Declaration Next(Declaration old, DeclareItem item, string destination, string why, bool isVoid, Work work) => new()
    {
        Id = DeclarationId.New(),
        Number = old.Number,
        Item = old.Item,
        Version = old.Version + 1,
        FirmId = old.FirmId,
        ConsignmentId = old.ConsignmentId,
        DeclaredOn = item.DeclaredOn!.Value,
        Product = old.Product,
        HsCode = item.HsCode!,
        Destination = destination,
        TradeMode = item.Mode,
        RegisteredPlace = old.RegisteredPlace,
        SourcePlace = item.SourcePlace!,
        Packages = item.Packages,
        NetKg = item.NetKg!.Value,
        GrossKg = item.GrossKg,
        ValueUsd = item.ValueUsd,
        ValueCny = item.ValueCny,
        IsVoid = isVoid,
        RecordedBy = work.Actor.Account,
        RecordedAt = work.Now,
        Why = why,
    };

    private sealed record DeclaredFacts(
        DateOnly DeclaredOn, string HsCode, string Destination, TradeMode TradeMode, string SourcePlace, decimal NetKg, decimal? GrossKg, int? Packages, decimal? ValueUsd, decimal? ValueCny);
}
