using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>One line of the list of plans.</summary>
public sealed record PlanRow(PlanCode Code, int Year, SamplingBasis Basis, int Planned, int Drawn, int Sampled, int Tested);

/// <summary>How far the work on one stratum has come.</summary>
/// <param name="Scope">Whose lots: a county's, one firm's (named for staff alone), or null for all.</param>
/// <param name="List">Number of its frozen list; null before.</param>
/// <param name="Listed">Lots on that list.</param>
/// <param name="Drawn">Lots that are to be sampled: drawn and not replaced.</param>
/// <param name="Sampled">Of these, those with a sample.</param>
/// <param name="Tested">Of these, those whose sample is approved.</param>
/// <param name="Replaced">Lots that were drawn and could not be sampled.</param>
public sealed record StratumCoverage(
    int Number, Bilingual Product, Bilingual? Scope, int FirstMonth, int LastMonth, SamplingStage Stage, int Planned, int? List, int Listed,
    int Drawn, int Sampled, int Tested, int Replaced);

/// <summary>A frozen list with its draw.</summary>
public sealed record ListState(
    int Number, string Sha256, DateTimeOffset FrozenAt, string ValueName, int ValueDigits, DateOnly ValueDay, string? Value, string? ValueSource, DateTimeOffset? DrawnAt)
{
    /// <summary>What the ranks are made with; null before the draw.</summary>
    public string? Seed => Value is null ? null : Draw.Seed(Sha256, Value);
}

/// <summary>A drawn lot.</summary>
public sealed record PickRow(int Stratum, int Place, string Lot, int? Replaces, ReplacementReason? Reason, bool Replaced, bool Sampled, bool Tested);

/// <summary>A plan as anybody may see it; for staff the strata name their firm.</summary>
public sealed record PlanSheet(
    PlanCode Code, int Year, SamplingBasis Basis, DateTimeOffset PlannedAt, IReadOnlyList<StratumCoverage> Strata, IReadOnlyList<ListState> Lists,
    IReadOnlyList<PickRow> Picks);

/// <summary>What a plan can be made of.</summary>
public sealed record PlanChoices(
    IReadOnlyList<(string Code, Bilingual Name)> Products, IReadOnlyList<(string Code, Bilingual Name)> Counties, IReadOnlyList<(FirmId Id, Bilingual Name)> Firms);

/// <summary>Reads plans, lists and draws, for staff and for anybody who wants to repeat a draw.</summary>
public sealed class SamplingPlanQueries(Database database)
{
    /// <summary>Plans with how far they have come, the newest first.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="year">Those of one year; null for all.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<IReadOnlyList<PlanRow>> ListAsync(Actor actor, int? year = null, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return await ListAsync(work.Db, year, cancel);
    }

    internal static async Task<IReadOnlyList<PlanRow>> ListAsync(BeeTraceDb db, int? year, CancellationToken cancel)
    {
        var rows = new List<PlanRow>();
        foreach (var plan in await db.SamplingPlans.AsNoTracking().Where(p => year == null || p.Year == year).OrderByDescending(p => p.Year).ThenByDescending(p => p.Code).ToListAsync(cancel))
        {
            var strata = await StrataAsync(db, plan.Code, cancel);
            rows.Add(new PlanRow(plan.Code, plan.Year, plan.Basis, strata.Sum(s => s.Planned), strata.Sum(s => s.Drawn), strata.Sum(s => s.Sampled), strata.Sum(s => s.Tested)));
        }

        return rows;
    }

    /// <returns>Null for a plan that is not there or, for a person without an account, is not published; every plan is.</returns>
    public async Task<PlanSheet?> FindAsync(PlanCode code, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var plan = await db.Database.SqlQuery<PublicPlan>($"select code, year, basis, planned_at from lab.public_plan({code.ToString()})").SingleOrDefaultAsync(cancel);
        if (plan is null)
            return null;
        var firms = await (
            from s in db.Strata.AsNoTracking()
            join p in db.SamplingPlans on s.PlanId equals p.Id
            join f in db.Firms on s.FirmId equals f.Id
            where p.Code == code
            select new { s.Number, f.NameZh, f.NameEn }).ToDictionaryAsync(x => x.Number, x => new Bilingual(x.NameZh, x.NameEn), cancel);
        var strata = (await StrataAsync(db, code, cancel)).ConvertAll(s => s.Covered(firms.TryGetValue(s.Number, out var firm) ? firm : null));
        var lists = await db.Database.SqlQuery<ListState>(
            $"select number, sha256, frozen_at, value_name, value_digits, value_day, value, value_source, drawn_at from lab.public_lists({code.ToString()})").ToListAsync(cancel);
        var picks = await db.Database.SqlQuery<PublicPick>(
            $"select stratum, place, lot, replaces, reason, replaced, sampled, tested from lab.public_picks({code.ToString()})").ToListAsync(cancel);
        return new PlanSheet(
            code, plan.Year, Enum.Parse<SamplingBasis>(plan.Basis), plan.PlannedAt, strata, [.. lists.OrderBy(l => l.Number)],
            [.. picks.OrderBy(k => k.Stratum).ThenBy(k => k.Place).Select(k => new PickRow(
                k.Stratum, k.Place, k.Lot, k.Replaces, k.Reason is null ? null : Enum.Parse<ReplacementReason>(k.Reason), k.Replaced, k.Sampled, k.Tested))]);
    }

    /// <summary>Every lot of the plan's lists.</summary>
    public async Task<IReadOnlyList<(int List, Candidate Candidate)>> ListedAsync(PlanCode code, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var rows = await work.Db.Database.SqlQuery<PublicListed>($"select list, stratum, lot from lab.public_listed_lots({code.ToString()})").ToListAsync(cancel);
        return rows.ConvertAll(r => (r.List, new Candidate(r.Stratum, LotCode.Parse(r.Lot).Value)));
    }

    /// <summary>Who has entered what as public values, the latest last; for staff.</summary>
    public async Task<IReadOnlyList<(int List, PublicValueEntry Entry, string Name)>> EntriesAsync(PlanCode code, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var entries = await (
            from v in db.PublicValues.AsNoTracking()
            join l in db.FrozenLists on v.ListId equals l.Id
            join p in db.SamplingPlans on l.PlanId equals p.Id
            where p.Code == code
            orderby v.EnteredAt, v.Id
            select new { l.Number, v }).ToListAsync(cancel);
        var names = await People.NamesAsync(db, entries.Select(e => e.v.EnteredBy), cancel);
        return entries.ConvertAll(e => (e.Number, e.v, names.GetValueOrDefault(e.v.EnteredBy, "–")));
    }

    public async Task<PlanChoices> ChoicesAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        return new PlanChoices(
            (await db.Products.AsNoTracking().OrderBy(p => p.Sort).ToListAsync(cancel)).ConvertAll(p => (p.Code, p.Name)),
            (await db.Counties.AsNoTracking().Where(c => db.Firms.Any(f => f.County == c.Code)).OrderBy(c => c.Code).ToListAsync(cancel)).ConvertAll(c => (c.Code, c.Name)),
            (await db.Firms.AsNoTracking().OrderBy(f => f.NameEn).ToListAsync(cancel)).ConvertAll(f => (f.Id, f.Name)));
    }

    private static Task<List<PublicStratum>> StrataAsync(BeeTraceDb db, PlanCode code, CancellationToken cancel) => db.Database.SqlQuery<PublicStratum>(
        $"""
        select number, product_zh, product_en, county_zh, county_en, one_firm, first_month, last_month, stage, planned, list, listed, drawn, replaced, sampled, tested
        from lab.public_strata({code.ToString()})
        """).OrderBy(s => s.Number).ToListAsync(cancel);

    private sealed record PublicPlan(string Code, int Year, string Basis, DateTimeOffset PlannedAt);

    private sealed record PublicPick(int Stratum, int Place, string Lot, int? Replaces, string? Reason, bool Replaced, bool Sampled, bool Tested);

    private sealed record PublicListed(int List, int Stratum, string Lot);

    private sealed record PublicStratum(
        int Number, string ProductZh, string ProductEn, string? CountyZh, string? CountyEn, bool OneFirm, int FirstMonth, int LastMonth, string Stage, int Planned, int? List,
        int Listed, int Drawn, int Replaced, int Sampled, int Tested)
    {
        public StratumCoverage Covered(Bilingual? firm) => new(
            Number, new(ProductZh, ProductEn), OneFirm ? firm ?? PlanText.OneFirm : CountyZh is null ? null : new(CountyZh, CountyEn!), FirstMonth, LastMonth,
            Enum.Parse<SamplingStage>(Stage), Planned, List, Listed, Drawn, Sampled, Tested, Replaced);
    }
}
