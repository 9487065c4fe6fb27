using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>A county officer plans a year's samples of one basis. The id is made by the page, so that a second click finds the first.</summary>
public sealed record MakePlan(SamplingPlanId Id, int Year, SamplingBasis Basis, IReadOnlyList<MakeStratum> Strata);

/// <summary>One stratum of a plan: of a firm, of a county, or of all.</summary>
public sealed record MakeStratum(string Product, FirmId? Firm, string? County, int FirstMonth, int LastMonth, SamplingStage Stage, int Planned);

/// <summary>A county officer freezes the candidates of some strata and announces the public value that will make the seed.</summary>
public sealed record FreezeList(IReadOnlyList<int> Strata, string? ValueName, int Digits, DateOnly ValueDay);

/// <summary>Somebody enters the public value as they read it, and where.</summary>
public sealed record EnterPublicValue(int List, string? Value, string? Source);

/// <summary>A county officer takes the next lot of the order in the place of one that cannot be sampled.</summary>
public sealed record ReplacePick(int Stratum, int Place, ReplacementReason Reason, string? Why);

/// <summary>What entering a public value led to.</summary>
public enum RevealState
{
    /// <summary>A second person has to enter it too.</summary>
    FirstOfTwo,

    /// <summary>Another person entered something else; one of the two has to look again.</summary>
    Differs,

    /// <summary>Two agree: the lots are drawn.</summary>
    Drawn,
}

/// <summary>Makes sampling plans and draws from them, so that nobody can steer which lots are drawn (docs/adr/0012).</summary>
public sealed class SamplingPlanService(Database database)
{
    private static readonly Role[] MayReveal = [Role.County, Role.Reviewer, Role.Signatory];

    /// <summary>A county officer makes a plan. Refused: what is no plan, strata that could share a lot. Recorded: year, basis, number of samples.</summary>
    public async Task<Outcome<PlanCode>> PlanAsync(MakePlan make, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not Role.County)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());

        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        await work.OneAtATimeAsync(make.Id.ToString(), cancel);
        if (await db.SamplingPlans.Where(p => p.Id == make.Id).Select(p => (PlanCode?)p.Code).SingleOrDefaultAsync(cancel) is { } before)
            return before;
        var known = await CheckKnownAsync(db, make.Strata, cancel);
        if (!known.IsDone)
            return Outcome<PlanCode>.Refused(known.Refusals);
        var counties = await db.Firms.ToDictionaryAsync(f => f.Id, f => f.County, cancel);
        var check = SamplingPlanRules.Check(make.Year, make.Basis,
        [
            .. make.Strata.Select(s => new PlannedStratum(
                s.Product, s.Firm, s.Firm is { } firm ? counties[firm] : null, s.County, s.FirstMonth, s.LastMonth, s.Stage, s.Planned)),
        ]);
        if (!check.IsDone)
            return Outcome<PlanCode>.Refused(check.Refusals);

        var plan = new SamplingPlan
        {
            Id = make.Id,
            Code = PlanCode.Create(make.Year, await Serials.NextAsync(db, $"P{make.Year}", cancel)),
            Year = make.Year,
            Basis = make.Basis,
            PlannedBy = actor.Account,
            PlannedAt = work.Now,
            Strata = [.. make.Strata.Select((s, i) => StratumOf(make.Id, i + 1, s))],
        };
        db.SamplingPlans.Add(plan);
        work.Record(DeedCode.PlanMade, plan.Code.ToString(), @new: new { plan.Year, basis = plan.Basis.ToString(), planned = plan.Strata.Sum(s => s.Planned) });
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? plan.Code : Outcome<PlanCode>.Refused(committed.Refusals);
    }

    /// <summary>
    /// A county officer writes down all lots of some strata and announces the public value to come. Refused: a stratum whose season is not over or
    /// that was frozen before, a value that could be known today. Recorded: strata, number of lots, the list's SHA-256, the value's name and day.
    /// </summary>
    /// <returns>The list's number in the plan.</returns>
    public async Task<Outcome<int>> FreezeListAsync(PlanCode code, FreezeList freeze, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not Role.County)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());

        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        await work.OneAtATimeAsync(code.ToString(), cancel);
        var plan = await db.SamplingPlans.Include(p => p.Strata).SingleOrDefaultAsync(p => p.Code == code, cancel);
        if (plan is null)
            return new Refusal(PlanRefusal.PlanUnknown, null, code.ToString());
        var strata = plan.Strata.Where(s => freeze.Strata.Contains(s.Number)).OrderBy(s => s.Number).ToList();
        var refusals = strata.SelectMany(s => SamplingPlanRules.CheckFreezing(plan.Year, s, work.Today).Refusals)
            .Concat(SamplingPlanRules.CheckAnnouncement(freeze.ValueName, freeze.Digits, freeze.ValueDay, work.Today).Refusals).ToList();
        if (strata.Count == 0 || strata.Count < freeze.Strata.Distinct().Count())
            refusals.Insert(0, new Refusal(PlanRefusal.NothingChosen));
        var candidates = new List<Candidate>();
        foreach (var stratum in strata)
        {
            var lots = await Candidates(db, plan, stratum).Select(l => l.Code).ToListAsync(cancel);
            if (lots.Count == 0)
                refusals.Add(new Refusal(PlanRefusal.NoCandidates, null, stratum.Number));
            candidates.AddRange(lots.Select(lot => new Candidate(stratum.Number, lot)));
        }

        if (refusals.Count > 0)
            return Outcome<int>.Refused(refusals);
        var list = new FrozenList
        {
            Id = FrozenListId.New(),
            PlanId = plan.Id,
            Number = 1 + await db.FrozenLists.CountAsync(l => l.PlanId == plan.Id, cancel),
            Sha256 = Draw.ListSha256(candidates),
            ValueName = freeze.ValueName!.Trim(),
            ValueDigits = freeze.Digits,
            ValueDay = freeze.ValueDay,
            FrozenBy = actor.Account,
            FrozenAt = work.Now,
        };
        db.FrozenLists.Add(list);
        db.ListedLots.AddRange(candidates.Select(c => new ListedLot { PlanId = plan.Id, Stratum = c.Stratum, Lot = c.Lot, ListId = list.Id }));
        // The database takes no more lots once the strata are on the list.
        await db.SaveChangesAsync(cancel);
        strata.ForEach(s => s.ListId = list.Id);
        work.Record(DeedCode.ListFrozen, code.ToString(), @new: new
        {
            list = list.Number, strata = string.Join(", ", strata.Select(s => s.Number)), lots = candidates.Count, sha256 = list.Sha256, valueName = list.ValueName, list.ValueDay,
        });
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? list.Number : Outcome<int>.Refused(committed.Refusals);
    }

    /// <summary>
    /// A county officer, reviewer or signatory enters the public value; when another person has entered the same, the lots are drawn. Refused:
    /// before its day, another number of digits than announced, without a source, a second time after the draw. Recorded: value and source; at the
    /// second of two also the seed and how many lots were drawn.
    /// </summary>
    public async Task<Outcome<RevealState>> RevealAsync(PlanCode code, EnterPublicValue enter, Actor actor, CancellationToken cancel = default)
    {
        if (!MayReveal.Contains(actor.Role))
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());

        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        await work.OneAtATimeAsync(code.ToString(), cancel);
        var list = await (
            from l in db.FrozenLists
            join p in db.SamplingPlans on l.PlanId equals p.Id
            where p.Code == code && l.Number == enter.List
            select l).SingleOrDefaultAsync(cancel);
        if (list is null)
            return new Refusal(PlanRefusal.ListUnknown);
        if (list.Value is not null)
            return new Refusal(PlanRefusal.DrawnBefore);
        if (work.Today < list.ValueDay)
            return new Refusal(PlanRefusal.ValueDayAhead, null, list.ValueDay);
        var value = Draw.ReadPublicValue(enter.Value, list.ValueDigits);
        if (!value.IsDone)
            return Outcome<RevealState>.Refused(value.Refusals);
        if (string.IsNullOrWhiteSpace(enter.Source))
            return new Refusal(PlanRefusal.SourceMissing, nameof(enter.Source));

        var others = (await db.PublicValues.AsNoTracking().Where(v => v.ListId == list.Id && v.EnteredBy != actor.Account).ToListAsync(cancel))
            .GroupBy(v => v.EnteredBy).Select(g => g.OrderBy(v => v.EnteredAt).ThenBy(v => v.Id.Value).Last().Value).ToList();
        var source = enter.Source.Trim();
        db.PublicValues.Add(new PublicValueEntry
        {
            Id = PublicValueEntryId.New(), ListId = list.Id, Value = value.Value, Source = source, EnteredBy = actor.Account, EnteredAt = work.Now,
        });
        work.Record(DeedCode.PublicValueEntered, code.ToString(), @new: new { list = list.Number, value = value.Value, source });
        // The database counts who has entered what before it lets the value stand.
        await db.SaveChangesAsync(cancel);
        var state = others.Contains(value.Value) ? RevealState.Drawn : others.Count == 0 ? RevealState.FirstOfTwo : RevealState.Differs;
        if (state == RevealState.Drawn)
        {
            (list.Value, list.ValueSource, list.DrawnAt) = (value.Value, source, work.Now);
            await db.SaveChangesAsync(cancel);
            var drawn = await DrawAsync(work, list, cancel);
            work.Record(DeedCode.LotsDrawn, code.ToString(), @new: new { list = list.Number, seed = list.Seed, lots = drawn });
        }

        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? state : Outcome<RevealState>.Refused(committed.Refusals);
    }

    /// <summary>
    /// A county officer replaces a drawn lot by the next one of the order. Refused: without a reason, a lot that was sampled or replaced before, an
    /// order that has come to its end. Recorded: both lots and the reason.
    /// </summary>
    /// <returns>The lot in its place.</returns>
    public async Task<Outcome<LotCode>> ReplaceAsync(PlanCode code, ReplacePick replace, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not Role.County)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        if (string.IsNullOrWhiteSpace(replace.Why))
            return new Refusal(PlanRefusal.WhyMissing, nameof(replace.Why));

        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        await work.OneAtATimeAsync(code.ToString(), cancel);
        var found = await (
            from p in db.SamplingPlans
            join s in db.Strata on p.Id equals s.PlanId
            join l in db.FrozenLists on s.ListId equals l.Id
            where p.Code == code && s.Number == replace.Stratum && l.Value != null
            select new { Plan = p, List = l }).SingleOrDefaultAsync(cancel);
        if (found is null)
            return new Refusal(PlanRefusal.PickUnknown);
        var picks = await db.Picks.AsNoTracking().Where(k => k.PlanId == found.Plan.Id && k.Stratum == replace.Stratum).ToListAsync(cancel);
        var old = picks.Find(k => k.Place == replace.Place);
        if (old is null || picks.Exists(k => k.Replaces == replace.Place))
            return new Refusal(PlanRefusal.PickUnknown);
        if (await SampleOfAsync(db, found.Plan, found.List, old.Lot, cancel) is { } sample)
            return new Refusal(PlanRefusal.PickSampled, null, sample.ToString());
        var order = await OrderAsync(db, found.List, replace.Stratum, cancel);
        if (picks.Count == order.Count)
            return new Refusal(PlanRefusal.NoReserve);

        var next = order[picks.Count];
        db.Picks.Add(PickOf(found.Plan.Id, next, work, replace.Place, replace.Reason, replace.Why.Trim()));
        work.Record(
            DeedCode.DrawReplaced, code.ToString(), old: new { lot = old.Lot.ToString() },
            @new: new { lot = next.Candidate.Lot.ToString(), reason = replace.Reason.ToString() }, why: replace.Why.Trim());
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? next.Candidate.Lot : Outcome<LotCode>.Refused(committed.Refusals);
    }

    /// <summary>The lots that the register has of a stratum.</summary>
    internal static IQueryable<Core.Trace.Lot> Candidates(BeeTraceDb db, SamplingPlan plan, Stratum stratum)
    {
        var (first, last) = (SamplingPlanRules.FirstDay(plan.Year, stratum), SamplingPlanRules.LastDay(plan.Year, stratum));
        var lots = db.Lots.AsNoTracking().Where(l => l.Product == stratum.Product && l.HarvestedOn >= first && l.HarvestedOn <= last);
        if (stratum.FirmId is { } firm)
            lots = lots.Where(l => l.FirmId == firm);
        if (stratum.County is { } county)
            lots = lots.Where(l => db.Firms.Any(f => f.Id == l.FirmId && f.County == county));
        return lots;
    }

    private static async Task<int> DrawAsync(Work work, FrozenList list, CancellationToken cancel)
    {
        var db = work.Db;
        var drawn = 0;
        foreach (var stratum in await db.Strata.AsNoTracking().Where(s => s.ListId == list.Id).OrderBy(s => s.Number).ToListAsync(cancel))
        {
            var picks = (await OrderAsync(db, list, stratum.Number, cancel)).Take(stratum.Planned).Select(ranked => PickOf(list.PlanId, ranked, work)).ToList();
            db.Picks.AddRange(picks);
            drawn += picks.Count;
        }

        return drawn;
    }

    private static async Task<IReadOnlyList<RankedCandidate>> OrderAsync(BeeTraceDb db, FrozenList list, int stratum, CancellationToken cancel) =>
        Draw.Order(list.Seed!, stratum, await db.ListedLots.AsNoTracking().Where(c => c.ListId == list.Id && c.Stratum == stratum).Select(c => c.Lot).ToListAsync(cancel));

    private static Pick PickOf(SamplingPlanId plan, RankedCandidate ranked, Work work, int? replaces = null, ReplacementReason? reason = null, string? why = null) => new()
    {
        PlanId = plan,
        Stratum = ranked.Candidate.Stratum,
        Place = ranked.Place,
        Lot = ranked.Candidate.Lot,
        Replaces = replaces,
        Reason = reason,
        Why = why,
        PickedBy = work.Actor.Account,
        PickedAt = work.Now,
    };

    /// <summary>The sample that was drawn of a lot for this plan: of its basis, since the list was frozen.</summary>
    private static Task<SampleCode?> SampleOfAsync(BeeTraceDb db, SamplingPlan plan, FrozenList list, LotCode lot, CancellationToken cancel)
    {
        var since = ChinaTime.DayOf(list.FrozenAt);
        return db.Samples.AsNoTracking()
            .Where(s => s.Basis == plan.Basis && s.DrawnOn >= since && db.Lots.Any(l => l.Id == s.LotId && l.Code == lot))
            .OrderBy(s => s.Code).Select(s => (SampleCode?)s.Code).FirstOrDefaultAsync(cancel);
    }

    private static async Task<Outcome> CheckKnownAsync(BeeTraceDb db, IReadOnlyList<MakeStratum> strata, CancellationToken cancel)
    {
        var products = await db.Products.Select(p => p.Code).ToListAsync(cancel);
        var counties = await db.Counties.Select(c => c.Code).ToListAsync(cancel);
        var wanted = strata.Select(s => s.Firm).OfType<FirmId>().Distinct().ToList();
        var firms = await db.Firms.Where(f => wanted.Contains(f.Id)).Select(f => f.Id).ToListAsync(cancel);
        var refusals = strata.Select((s, i) => (s, Number: i + 1))
            .Where(x => !products.Contains(x.s.Product) || (x.s.County is { } county && !counties.Contains(county)) || (x.s.Firm is { } firm && !firms.Contains(firm)))
            .Select(x => new Refusal(PlanRefusal.StratumUnknown, null, x.Number)).ToList();
        return refusals.Count == 0 ? Outcome.Done : Outcome.Refused(refusals);
    }

    private static Stratum StratumOf(SamplingPlanId plan, int number, MakeStratum make) => new()
    {
        PlanId = plan,
        Number = number,
        Product = make.Product,
        FirmId = make.Firm,
        County = make.County,
        FirstMonth = make.FirstMonth,
        LastMonth = make.LastMonth,
        Stage = make.Stage,
        Planned = make.Planned,
    };
}
