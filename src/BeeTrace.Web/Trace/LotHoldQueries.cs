using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Trace;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Trace;

/// <summary>A lot that is or was held, as lists show it.</summary>
public sealed record LotHoldRow(LotCode Lot, Bilingual Product, Bilingual Firm, SampleCode? Sample, string? Reason, DateTimeOffset HeldAt, DateTimeOffset? ReleasedAt, string? ReleaseReason);

/// <summary>Reads what is held; row security shows a firm its own.</summary>
public sealed class LotHoldQueries(Database database)
{
    /// <summary>What holds or held one lot, the newest first.</summary>
    public async Task<IReadOnlyList<LotHoldRow>> OfAsync(LotCode code, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return await Rows(work.Db).Where(x => x.Lot.Code == code).OrderByDescending(x => x.Hold.HeldAt).Select(ToRow).ToListAsync(cancel);
    }

    /// <summary>Every lot that is held now, the longest held first.</summary>
    public async Task<IReadOnlyList<LotHoldRow>> HeldAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return await Rows(work.Db).Where(x => x.Hold.ReleasedAt == null).OrderBy(x => x.Hold.HeldAt).Select(ToRow).ToListAsync(cancel);
    }

    private static readonly System.Linq.Expressions.Expression<Func<Joined, LotHoldRow>> ToRow = x => new LotHoldRow(
        x.Lot.Code, new Bilingual(x.Product.NameZh, x.Product.NameEn), new Bilingual(x.Firm.NameZh, x.Firm.NameEn), x.Sample == null ? null : x.Sample.Code, x.Hold.Reason, x.Hold.HeldAt, x.Hold.ReleasedAt, x.Hold.ReleaseReason);

    private static IQueryable<Joined> Rows(BeeTraceDb db) =>
        from hold in db.LotHolds.AsNoTracking()
        join lot in db.Lots on hold.LotId equals lot.Id
        join firm in db.Firms on lot.FirmId equals firm.Id
        join product in db.Products on lot.Product equals product.Code
        join sample in db.Samples on hold.SampleId equals sample.Id into samples
        from sample in samples.DefaultIfEmpty()
        select new Joined { Hold = hold, Lot = lot, Firm = firm, Product = product, Sample = sample };

    private sealed class Joined
    {
        public required LotHold Hold { get; init; }

        public required Lot Lot { get; init; }

        public required Core.Registry.Firm Firm { get; init; }

        public required Product Product { get; init; }

        public Core.Lab.Sample? Sample { get; init; }
    }
}
