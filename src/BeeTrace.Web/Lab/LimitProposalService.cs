using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>A limit is proposed. The id is made by the page, so that a second click finds the first.</summary>
public sealed record ProposeLimit(LimitProposalId Id, TypedLimit Limit, LimitId? Replaces, string? Reason);

/// <summary>The end of a limit is proposed.</summary>
public sealed record ProposeEnd(LimitProposalId Id, LimitId Limit, DateOnly? LastDay, string? Reason);

/// <summary>Changes limits by two persons: one proposes, another decides. No limit is ever rewritten: one ends, the next begins.</summary>
public sealed class LimitProposalService(Database database)
{
    /// <summary>
    /// A signatory, reviewer or officer proposes a limit, alone or in the place of another. Refused, each beside its field: what cannot be read,
    /// has no source, standard, clause or first day, or meets another limit of the same question. Recorded: the limit before and as proposed.
    /// </summary>
    public async Task<Outcome<LimitProposalId>> ProposeAsync(ProposeLimit propose, Actor actor, CancellationToken cancel = default)
    {
        if (!LimitProposalRules.MayPropose(actor.Role))
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());

        await using var work = await database.OpenAsync(actor, cancel);
        await work.OneAtATimeAsync(propose.Id.ToString(), cancel);
        if (await work.Db.LimitProposals.AnyAsync(p => p.Id == propose.Id, cancel))
            return propose.Id;
        var replaced = await TargetAsync(work.Db, propose.Replaces, cancel);
        if (propose.Replaces is not null && replaced is null)
            return new Refusal(LabRefusal.LimitUnknown);
        var limit = await ReadAsync(propose, replaced, work.Db, cancel);
        if (!limit.IsDone)
            return Outcome<LimitProposalId>.Refused(limit.Refusals);
        var allowed = LimitProposalRules.Check(limit.Value, replaced, await NeighboursAsync(work.Db, limit.Value, cancel));
        if (!allowed.IsDone)
            return Outcome<LimitProposalId>.Refused(allowed.Refusals);
        return await AddAsync(work, new LimitProposal
        {
            Id = propose.Id, Proposed = limit.Value, TargetId = replaced?.Id, LastDay = replaced is null ? null : limit.Value.InForceFrom!.Value.AddDays(-1),
            Reason = propose.Reason!.Trim(), ProposedBy = actor.Account, ProposedAt = work.Now, State = ProposalState.Open,
        }, replaced, cancel);
    }

    /// <summary>The same people propose that a limit ends. Refused: no reason, no day, a limit that has ended. Recorded.</summary>
    public async Task<Outcome<LimitProposalId>> ProposeEndAsync(ProposeEnd propose, Actor actor, CancellationToken cancel = default)
    {
        if (!LimitProposalRules.MayPropose(actor.Role))
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());

        await using var work = await database.OpenAsync(actor, cancel);
        await work.OneAtATimeAsync(propose.Id.ToString(), cancel);
        if (await work.Db.LimitProposals.AnyAsync(p => p.Id == propose.Id, cancel))
            return propose.Id;
        var ending = await TargetAsync(work.Db, propose.Limit, cancel);
        if (ending is null)
            return new Refusal(LabRefusal.LimitUnknown);
        List<Refusal> refusals = [.. LimitProposalRules.CheckEnd(ending, propose.LastDay).Refusals, .. LabReason.Check(propose.Reason, nameof(propose.Reason)).Refusals];
        if (refusals.Count > 0)
            return Outcome<LimitProposalId>.Refused(refusals);
        return await AddAsync(work, new LimitProposal
        {
            Id = propose.Id, TargetId = ending.Id, LastDay = propose.LastDay, Reason = propose.Reason!.Trim(), ProposedBy = actor.Account, ProposedAt = work.Now,
            State = ProposalState.Open,
        }, ending, cancel);
    }

    /// <summary>
    /// Another of these people accepts: the limit comes into force and the one before ends on the day before, in one transaction. Refused: who
    /// proposed it, a proposal that is decided, one that meets another limit by now. Recorded: the limit before and now.
    /// </summary>
    public async Task<Outcome> AcceptAsync(LimitProposalId id, string? why, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var found = await ToDecideAsync(work, id, cancel);
        if (!found.IsDone)
            return Outcome.Refused(found.Refusals);
        if (why?.Trim().Length > LabReason.Longest)
            return new Refusal(LabRefusal.ReasonTooLong, nameof(why), LabReason.Longest);
        var proposal = found.Value;
        var target = await TargetAsync(work.Db, proposal.TargetId, cancel);
        // A table may have made a note of it since.
        if (proposal.TargetId is not null && target is null)
            return new Refusal(LabRefusal.LimitUnknown);
        var allowed = proposal.Proposed is { } proposed
            ? LimitProposalRules.Check(proposed, target, await NeighboursAsync(work.Db, proposed, cancel))
            : LimitProposalRules.CheckEnd(target!, proposal.LastDay);
        if (!allowed.IsDone)
            return Outcome.Refused([.. allowed.Refusals.Select(refusal => refusal with { Field = null })]);

        Decide(proposal, ProposalState.Accepted, why, work);
        work.Record(DeedCode.LimitAccepted, Subject(proposal.Proposed ?? target!), Said(target), Said(proposal.Proposed) ?? new { proposal.LastDay }, proposal.DecidedWhy);
        // The database lets in only what it finds accepted, so the decision goes first.
        if (await TrySaveAsync(work, cancel) is { IsDone: false } refused)
            return refused;
        if (proposal.Proposed is { } limit)
        {
            await AddEditionAsync(work.Db, limit, cancel);
            work.Db.Limits.Add(limit);
        }

        if (target is not null)
            work.Db.Entry(target).Property(l => l.InForceTo).CurrentValue = proposal.LastDay;
        return await work.CommitAsync(cancel);
    }

    /// <summary>Another of these people declines. Refused: who proposed it, no reason. Recorded.</summary>
    public async Task<Outcome> DeclineAsync(LimitProposalId id, string? why, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var found = await ToDecideAsync(work, id, cancel);
        if (!found.IsDone)
            return Outcome.Refused(found.Refusals);
        if (LabReason.Check(why, nameof(why)) is { IsDone: false } unsaid)
            return unsaid;
        Decide(found.Value, ProposalState.Declined, why, work);
        work.Record(DeedCode.LimitDeclined, await SubjectAsync(work.Db, found.Value, cancel), Said(found.Value.Proposed) ?? new { found.Value.LastDay }, why: found.Value.DecidedWhy);
        return await work.CommitAsync(cancel);
    }

    /// <summary>Who proposed takes it back. Refused: somebody else, a proposal that is decided. Recorded.</summary>
    public async Task<Outcome> WithdrawAsync(LimitProposalId id, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var proposal = await work.Db.LimitProposals.SingleOrDefaultAsync(p => p.Id == id && p.State == ProposalState.Open, cancel);
        if (proposal is null)
            return new Refusal(LabRefusal.ProposalUnknown);
        if (proposal.ProposedBy != actor.Account)
            return new Refusal(LabRefusal.NotYourProposal);
        (proposal.State, proposal.DecidedAt) = (ProposalState.Withdrawn, work.Now);
        work.Record(DeedCode.LimitWithdrawn, await SubjectAsync(work.Db, proposal, cancel), Said(proposal.Proposed) ?? new { proposal.LastDay });
        return await work.CommitAsync(cancel);
    }

    private static async Task<Outcome<Limit>> ReadAsync(ProposeLimit propose, Limit? replaced, BeeTraceDb db, CancellationToken cancel)
    {
        var typed = propose.Limit;
        var refusals = new List<Refusal>(LabReason.Check(propose.Reason, nameof(propose.Reason)).Refusals);
        var analyte = await db.Analytes.AsNoTracking().SingleOrDefaultAsync(a => a.Code == typed.Analyte, cancel);
        if (analyte is null)
            refusals.Add(string.IsNullOrEmpty(typed.Analyte) ? new Refusal(SamplingRefusal.FieldMissing, nameof(typed.Analyte)) : new Refusal(LabRefusal.AnalyteUnknown, nameof(typed.Analyte), typed.Analyte));
        if (!await db.Products.AnyAsync(p => p.Code == typed.Product, cancel))
            refusals.Add(new Refusal(LabRefusal.ProductUnknown, nameof(typed.Product), typed.Product ?? ""));
        var markets = await db.MarketVersions.Select(m => m.Market).Distinct().OrderBy(m => m).ToListAsync(cancel);
        if (!markets.Contains(typed.Market ?? ""))
            refusals.Add(new Refusal(LabRefusal.MarketUnknown, nameof(typed.Market), typed.Market ?? "", string.Join(", ", markets)));
        if (!string.IsNullOrWhiteSpace(typed.Species) && !BeeSpeciesNames.TryParse(typed.Species, out _))
            refusals.Add(new Refusal(LabRefusal.BeeUnknown, nameof(typed.Species), typed.Species));
        refusals.AddRange(await CheckStandardAsync(typed, db, cancel));
        var limit = typed.Read(analyte is null ? null : Unit.Parse(analyte.Unit).Value, replaced);
        refusals.AddRange(limit.Refusals);
        if (limit.IsDone)
            refusals.AddRange(await CheckPlantsAsync(limit.Value, db, cancel));
        return refusals.Count > 0 ? Outcome<Limit>.Refused(refusals) : limit;
    }

    /// <summary>A slip in a plant's name would make a limit that never applies, and nobody would see it. Known is what the register or another limit names.</summary>
    private static async Task<IReadOnlyList<Refusal>> CheckPlantsAsync(Limit limit, BeeTraceDb db, CancellationToken cancel)
    {
        if (limit.NectarSources.Length == 0)
            return [];
        var known = (await db.Plants.AsNoTracking().ToListAsync(cancel)).SelectMany(plant => plant.Synonyms.Append(plant.LatinName)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        known.UnionWith((await db.Limits.Select(l => l.NectarSources).ToListAsync(cancel)).SelectMany(names => names));
        return limit.NectarSources.FirstOrDefault(name => !known.Contains(name)) is { } unknown ? [new Refusal(LabRefusal.PlantUnknown, nameof(limit.NectarSources), unknown)] : [];
    }

    private static async Task<IReadOnlyList<Refusal>> CheckStandardAsync(TypedLimit typed, BeeTraceDb db, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(typed.StandardCode))
            return [];
        var code = typed.StandardCode.Trim();
        var editions = await db.Standards.Where(s => s.Code == code).Select(s => s.Edition).ToListAsync(cancel);
        if (editions.Count == 0)
            return [new Refusal(LabRefusal.StandardUnknown, nameof(typed.StandardCode), code)];
        return string.IsNullOrWhiteSpace(typed.Edition) && !editions.Contains("") ? [new Refusal(LabRefusal.EditionMissing, nameof(typed.Edition), code)] : [];
    }

    // A new edition of a standard that is known comes with its first limit.
    private static async Task AddEditionAsync(BeeTraceDb db, Limit limit, CancellationToken cancel)
    {
        var editions = await db.Standards.AsNoTracking().Where(s => s.Code == limit.StandardCode).ToListAsync(cancel);
        if (editions.Exists(s => s.Edition == limit.Edition))
            return;
        var latest = editions.OrderBy(s => s.Edition, StringComparer.Ordinal).Last();
        db.Standards.Add(new Standard
        {
            Code = latest.Code, Edition = limit.Edition!, TitleZh = latest.TitleZh, TitleEn = latest.TitleEn, Kind = latest.Kind, InForceFrom = limit.InForceFrom,
            SourceMark = limit.SourceMark!, Source = limit.Source!, Verified = limit.Verified,
        });
    }

    private static async Task<Outcome<LimitProposal>> ToDecideAsync(Work work, LimitProposalId id, CancellationToken cancel)
    {
        if (!LimitProposalRules.MayPropose(work.Actor.Role))
            return new Refusal(AccessRefusal.NotYourRole, null, work.Actor.Role.Code());
        await work.OneAtATimeAsync(id.ToString(), cancel);
        var proposal = await work.Db.LimitProposals.SingleOrDefaultAsync(p => p.Id == id, cancel);
        if (proposal is null)
            return new Refusal(LabRefusal.ProposalUnknown);
        var allowed = LimitProposalRules.CheckDecision(proposal, work.Actor.Account);
        return allowed.IsDone ? proposal : Outcome<LimitProposal>.Refused(allowed.Refusals);
    }

    private static void Decide(LimitProposal proposal, ProposalState state, string? why, Work work) =>
        (proposal.State, proposal.DecidedBy, proposal.DecidedAt, proposal.DecidedWhy) = (state, work.Actor.Account, work.Now, string.IsNullOrWhiteSpace(why) ? null : why.Trim());

    private static async Task<Outcome<LimitProposalId>> AddAsync(Work work, LimitProposal proposal, Limit? target, CancellationToken cancel)
    {
        if (proposal.TargetId is { } id && await work.Db.LimitProposals.AnyAsync(p => p.TargetId == id && p.State == ProposalState.Open, cancel))
            return new Refusal(LabRefusal.ProposalOpen);
        work.Db.LimitProposals.Add(proposal);
        work.Record(DeedCode.LimitProposed, Subject(proposal.Proposed ?? target!), Said(target), Said(proposal.Proposed) ?? new { proposal.LastDay }, proposal.Reason);
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? proposal.Id : Outcome<LimitProposalId>.Refused(committed.Refusals);
    }

    private static async Task<Outcome> TrySaveAsync(Work work, CancellationToken cancel)
    {
        try
        {
            await work.Db.SaveChangesAsync(cancel);
            return Outcome.Done;
        }
        catch (DbUpdateException e) when (DbErrors.RefusalFor(e) is not null)
        {
            return DbErrors.RefusalFor(e)!;
        }
    }

    private static Task<Limit?> TargetAsync(BeeTraceDb db, LimitId? id, CancellationToken cancel) =>
        id is { } known ? db.Limits.SingleOrDefaultAsync(l => l.Id == known && l.Active, cancel) : Task.FromResult<Limit?>(null);

    private static Task<List<Limit>> NeighboursAsync(BeeTraceDb db, Limit limit, CancellationToken cancel) =>
        db.Limits.AsNoTracking().Where(l => l.Market == limit.Market && l.Product == limit.Product && l.Analyte == limit.Analyte && l.Active).ToListAsync(cancel);

    private static async Task<string> SubjectAsync(BeeTraceDb db, LimitProposal proposal, CancellationToken cancel) =>
        Subject(proposal.Proposed ?? await db.Limits.AsNoTracking().SingleAsync(l => l.Id == proposal.TargetId, cancel));

    private static string Subject(Limit limit) => $"{limit.Market} {limit.Product} {limit.Analyte}";

    private static object? Said(Limit? limit) => limit is null ? null : new
    {
        limit = limit.Describe().En, limit.Standard, limit.Clause, limit.InForceFrom, limit.InForceTo, conditions = LimitQuestion.ConditionsOf(limit), limit.SourceMark, limit.Source,
        limit.Active,
    };
}
