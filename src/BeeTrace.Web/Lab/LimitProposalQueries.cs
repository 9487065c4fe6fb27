using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>An open proposal beside what it would change.</summary>
/// <param name="Old">The limit that would end; null for a new one.</param>
/// <param name="ProposedBy">The name of who proposes.</param>
public sealed record ProposalRow(LimitProposal Proposal, Analyte Analyte, Limit? Old, string ProposedBy);

/// <summary>What the form of a proposal begins with.</summary>
/// <param name="Standards">Numbers of the standards that are registered.</param>
/// <param name="Replaced">The limit that is to be replaced; null for a new one.</param>
public sealed record ProposalBeginning(
    IReadOnlyList<JudgeChoice> Markets, IReadOnlyList<JudgeChoice> Products, IReadOnlyList<Analyte> Analytes, IReadOnlyList<string> Standards, LimitRow? Replaced);

/// <summary>Reads proposed limits.</summary>
public sealed class LimitProposalQueries(Database database)
{
    /// <summary>What waits for a decision, the oldest first.</summary>
    public async Task<IReadOnlyList<ProposalRow>> OpenAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var open = await db.LimitProposals.AsNoTracking().Where(p => p.State == ProposalState.Open).OrderBy(p => p.ProposedAt).ThenBy(p => p.Id).ToListAsync(cancel);
        var targets = open.Select(p => p.TargetId).OfType<LimitId>().ToList();
        var limits = await db.Limits.AsNoTracking().Where(l => targets.Contains(l.Id)).ToDictionaryAsync(l => l.Id, cancel);
        var analytes = await db.Analytes.AsNoTracking().ToDictionaryAsync(a => a.Code, StringComparer.Ordinal, cancel);
        var people = await People.NamesAsync(db, open.Select(p => p.ProposedBy), cancel);
        return open.ConvertAll(p =>
        {
            var old = p.TargetId is { } target ? limits[target] : null;
            return new ProposalRow(p, analytes[(p.Proposed ?? old!).Analyte], old, people.GetValueOrDefault(p.ProposedBy, "–"));
        });
    }

    /// <returns>Null where the limit to be replaced is not there, or judges nothing.</returns>
    public async Task<ProposalBeginning?> BeginAsync(LimitId? replaces, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var analytes = await db.Analytes.AsNoTracking().OrderBy(a => a.Sort).ToListAsync(cancel);
        var replaced = replaces is { } id ? await db.Limits.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id && l.Active, cancel) : null;
        if (replaces is not null && replaced is null)
            return null;
        var versions = await db.MarketVersions.AsNoTracking().OrderByDescending(m => m.ValidFrom).ToListAsync(cancel);
        var products = await db.Products.AsNoTracking().OrderBy(p => p.Sort).ToListAsync(cancel);
        return new ProposalBeginning(
            [.. versions.DistinctBy(v => v.Market).OrderBy(v => v.Market != LimitCatalogue.HomeMarket).ThenBy(v => v.Market, StringComparer.Ordinal).Select(v => new JudgeChoice(v.Market, new Bilingual(v.NameZh, v.NameEn)))],
            products.ConvertAll(p => new JudgeChoice(p.Code, p.Name)),
            analytes,
            await db.Standards.Select(s => s.Code).Distinct().OrderBy(s => s).ToListAsync(cancel),
            replaced is null ? null : new LimitRow(analytes.Single(a => a.Code == replaced.Analyte), replaced));
    }
}
