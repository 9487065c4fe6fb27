using System.Globalization;
using System.Text.RegularExpressions;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>One reading as somebody types it, with what stands beside it. Numbers are texts, so that their digits are kept.</summary>
/// <param name="Analyte">Analyte code (<c>SUCROSE</c>).</param>
/// <param name="Reading"><c>0.42</c>, <c>&lt;0.1</c>, <c>ND</c>, <c>未检出</c>, <c>&gt;300</c>, <c>detected</c>.</param>
/// <param name="Unit">Unit of all its numbers; null for the analyte's own.</param>
/// <param name="Lod">Limit of detection.</param>
/// <param name="Loq">Limit of quantification.</param>
/// <param name="Uncertainty">Expanded uncertainty U, absolute.</param>
/// <param name="K">Coverage factor; null for 2.</param>
/// <param name="CcAlpha">Decision limit CCα.</param>
public sealed record TypedReading(
    string? Analyte, string? Reading, string? Unit = null, string? Lod = null, string? Loq = null, string? Uncertainty = null, string? K = null, string? CcAlpha = null);

/// <summary>Readings and the markets that they are asked about. Nothing of it is kept.</summary>
/// <param name="Product">Product code (<c>HONEY</c>).</param>
/// <param name="NectarSource">Plant by its Latin, Chinese or English name; null when none is declared.</param>
/// <param name="Species">Bee, Latin name; null when not declared.</param>
/// <param name="Grade">Declared grade; null when none.</param>
/// <param name="SampledOn">The day whose limits count, as 2026-05-20; null for today.</param>
/// <param name="Readings">One an analyte.</param>
/// <param name="Markets">ISO 3166-1 codes, and <c>EU</c>.</param>
/// <param name="Rule">A decision rule for all; null for the one of limit and market.</param>
/// <param name="States">What the honey is declared to be beside (<c>Bakers</c>, <c>Pressed</c>, <c>TropicalOrigin</c>); null or empty for ordinary honey.</param>
public sealed record JudgeReadings(
    string? Product, string? NectarSource, string? Species, string? Grade, string? SampledOn,
    IReadOnlyList<TypedReading>? Readings, IReadOnlyList<string>? Markets, string? Rule, IReadOnlyList<string>? States = null);

/// <summary>Something to choose, with its code.</summary>
public sealed record JudgeChoice(string Code, Bilingual Name);

/// <summary>What the judge can be asked about.</summary>
public sealed record JudgeChoices(IReadOnlyList<JudgeChoice> Products, IReadOnlyList<Analyte> Analytes, IReadOnlyList<JudgeChoice> Plants, IReadOnlyList<string> Grades, IReadOnlyList<JudgeChoice> Markets);

/// <summary>
/// What would these readings mean in these markets, on this day? Judged like a sample of the laboratory, by the same limits and
/// the same Core, and nothing is stored.
/// </summary>
public sealed partial class JudgeQueries(Database database, TimeProvider clock)
{
    /// <summary>Who may ask: everybody who works with samples.</summary>
    public const string Roles = "sampler,analyst,reviewer,signatory,county,auditor,admin";

    /// <summary>House rule: above any laboratory's panel (184 analytes is a large one).</summary>
    private const int MostReadings = 500;

    /// <summary>
    /// One verdict a market, in the order asked. Refused, every reason at once with the field it belongs to
    /// (<c>readings[2].unit</c>): what is unknown, what cannot be read, an analyte twice, a market without a profile on that day.
    /// </summary>
    public async Task<Outcome<IReadOnlyList<JudgedMarket>>> JudgeAsync(JudgeReadings judge, Actor actor, CancellationToken cancel = default)
    {
        if (!Roles.Split(',').Contains(actor.Role.Code()))
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());

        await using var work = await database.OpenAsync(actor, cancel);
        var refusals = new List<Refusal>();
        var facts = await FactsAsync(judge, work.Db, refusals, cancel);
        var rule = string.IsNullOrWhiteSpace(judge.Rule) ? null : Take(DecisionRules.Parse(judge.Rule), "", refusals, wanted => (DecisionRule?)wanted);
        var readings = await ReadAsync(judge.Readings ?? [], work.Db, refusals, cancel);
        var markets = await MarketsAsync(judge.Markets ?? [], facts, work.Db, refusals, cancel);
        if (refusals.Count > 0)
            return Outcome<IReadOnlyList<JudgedMarket>>.Refused(refusals);
        return markets.ConvertAll(market => new JudgedMarket(
            market.Profile, Judgement.Judge(facts, readings, market.Profile, market.Limits, rule)));
    }

    /// <summary>What the page offers to choose from.</summary>
    public async Task<JudgeChoices> ChoicesAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var judged = await db.Limits.Select(l => l.Product).Distinct().ToListAsync(cancel);
        var products = await db.Products.AsNoTracking().Where(p => judged.Contains(p.Code)).OrderBy(p => p.Sort).ToListAsync(cancel);
        var plants = await db.Plants.AsNoTracking().OrderBy(p => p.LatinName).ToListAsync(cancel);
        return new JudgeChoices(
            products.ConvertAll(p => new JudgeChoice(p.Code, p.Name)),
            await db.Analytes.AsNoTracking().OrderBy(a => a.Sort).ToListAsync(cancel),
            plants.ConvertAll(p => new JudgeChoice(p.LatinName, p.Name)),
            await LabChoices.GradesAsync(db, cancel),
            await LabChoices.MarketsAsync(db, on: null, cancel));
    }

    private async Task<JudgedSample> FactsAsync(JudgeReadings judge, BeeTraceDb db, List<Refusal> refusals, CancellationToken cancel)
    {
        var product = judge.Product?.Trim() ?? "";
        if (!await db.Products.AnyAsync(p => p.Code == product, cancel))
            refusals.Add(new Refusal(LabRefusal.ProductUnknown, "product", product));
        return new JudgedSample(
            product, await PlantAsync(judge.NectarSource, db, refusals, cancel), BeeOf(judge.Species, refusals),
            string.IsNullOrWhiteSpace(judge.Grade) ? null : judge.Grade.Trim(), DayOf(judge.SampledOn, refusals), StatesOf(judge.States ?? [], refusals));
    }

    private static List<DeclaredState> StatesOf(IReadOnlyList<string> states, List<Refusal> refusals)
    {
        var known = new List<DeclaredState>();
        foreach (var (index, text) in states.Take(Enum.GetValues<DeclaredState>().Length + 1).Index())
        {
            if (Enum.TryParse<DeclaredState>(text, ignoreCase: true, out var state) && Enum.IsDefined(state))
                known.Add(state);
            else
                refusals.Add(new Refusal(LabRefusal.StateUnknown, string.Create(CultureInfo.InvariantCulture, $"states[{index}]"), text ?? "", string.Join(", ", Enum.GetNames<DeclaredState>())));
        }

        return known;
    }

    private DateOnly DayOf(string? typed, List<Refusal> refusals)
    {
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        if (string.IsNullOrWhiteSpace(typed))
            return today;
        if (DateOnly.TryParseExact(typed.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        refusals.Add(new Refusal(LabRefusal.DayUnreadable, "sampledOn", typed));
        return today;
    }

    /// <summary>
    /// The Latin name. A plant that BeeTrace does not know is taken as written where it is a Latin name, since standards name
    /// plants by genus; any other word is more likely a slip, and a slip would quietly take the general limit.
    /// </summary>
    private static async Task<string?> PlantAsync(string? name, BeeTraceDb db, List<Refusal> refusals, CancellationToken cancel)
    {
        var typed = name?.Trim() ?? "";
        if (typed.Length == 0)
            return null;
        var plants = await db.Plants.AsNoTracking().ToListAsync(cancel);
        var known = plants.Find(p => new[] { p.LatinName, p.NameZh, p.NameEn }.Concat(p.Synonyms).Contains(typed, StringComparer.OrdinalIgnoreCase));
        if (known is not null)
            return known.LatinName;
        if (!LatinName().IsMatch(typed))
            refusals.Add(new Refusal(LabRefusal.PlantUnknown, "nectarSource", typed));
        return typed;
    }

    private static string? BeeOf(string? species, List<Refusal> refusals)
    {
        var typed = species?.Trim() ?? "";
        if (typed.Length == 0)
            return null;
        var known = Enum.GetValues<BeeSpecies>().Select(bee => bee.LatinName()).FirstOrDefault(latin => latin.Equals(typed, StringComparison.OrdinalIgnoreCase));
        if (known is null)
            refusals.Add(new Refusal(LabRefusal.BeeUnknown, "species", typed));
        return known;
    }

    private static async Task<List<AnalyteReading>> ReadAsync(IReadOnlyList<TypedReading> typed, BeeTraceDb db, List<Refusal> refusals, CancellationToken cancel)
    {
        if (typed.Count > MostReadings)
            refusals.Add(new Refusal(LabRefusal.TooManyReadings, "readings", MostReadings));
        var analytes = await db.Analytes.AsNoTracking().ToDictionaryAsync(a => a.Code, StringComparer.OrdinalIgnoreCase, cancel);
        var read = new List<AnalyteReading>();
        foreach (var (index, one) in typed.Take(MostReadings).Index())
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"readings[{index}].");
            var code = one.Analyte?.Trim() ?? "";
            if (!analytes.TryGetValue(code, out var analyte))
                refusals.Add(new Refusal(LabRefusal.AnalyteUnknown, at + "analyte", code));
            else if (read.Exists(before => before.Analyte == analyte.Code))
                refusals.Add(new Refusal(LabRefusal.AnalyteTwice, at + "analyte", analyte.Code));
            else if (Take(Read(one, analyte), at, refusals, reading => reading) is { } reading)
                read.Add(new AnalyteReading(analyte.Code, reading));
        }

        return read;
    }

    private static Outcome<Reading> Read(TypedReading typed, Analyte analyte)
    {
        var own = Unit.Parse(analyte.Unit).Value;
        var unit = string.IsNullOrWhiteSpace(typed.Unit) ? own : Unit.Parse(typed.Unit);
        var numbers = new[] { (typed.Lod, "lod"), (typed.Loq, "loq"), (typed.Uncertainty, "uncertainty"), (typed.K, "k"), (typed.CcAlpha, "ccAlpha") }
            .Select(number => TypedNumber.Parse(number.Item1, number.Item2)).ToList();
        List<Refusal> refusals = [.. unit.Refusals, .. numbers.SelectMany(number => number.Refusals)];
        if (unit.IsDone && unit.Value.Dimension != own.Dimension)
            refusals.Add(new Refusal(LabRefusal.UnitsDiffer, "unit", unit.Value.Code, own.Code));
        return refusals.Count > 0
            ? Outcome<Reading>.Refused(refusals)
            : Reading.Parse(typed.Reading, unit.Value, numbers[0].Value, numbers[1].Value, numbers[2].Value, numbers[3].Value ?? 2, numbers[4].Value);
    }

    private static async Task<List<MarketOnDay>> MarketsAsync(
        IReadOnlyList<string> wanted, JudgedSample facts, BeeTraceDb db, List<Refusal> refusals, CancellationToken cancel)
    {
        if (wanted.Count == 0)
            refusals.Add(new Refusal(LabRefusal.MarketMissing, "markets"));
        var known = await db.MarketVersions.Select(m => m.Market).Distinct().ToListAsync(cancel);
        var catalogue = new LimitCatalogue(db);
        var found = new List<MarketOnDay>();
        // Twice the same is asked once; more than there are can only be that, or unknown.
        foreach (var (index, market) in wanted.Select(code => (code ?? "").Trim().ToUpperInvariant()).Distinct().Take(known.Count + 1).Index())
        {
            var field = string.Create(CultureInfo.InvariantCulture, $"markets[{index}]");
            if (!known.Contains(market))
                refusals.Add(new Refusal(LabRefusal.MarketUnknown, field, market, string.Join(", ", known.Order(StringComparer.Ordinal))));
            else if (await catalogue.FindAsync(market, facts.Product, facts.SampledOn, cancel) is { } onDay)
                found.Add(onDay);
            else
                refusals.Add(new Refusal(LabRefusal.NoProfile, field, market, facts.SampledOn));
        }

        return found;
    }

    private static TOut? Take<T, TOut>(Outcome<T> outcome, string at, List<Refusal> refusals, Func<T, TOut> take)
    {
        if (outcome.IsDone)
            return take(outcome.Value);
        refusals.AddRange(outcome.Refusals.Select(refusal => refusal with { Field = at + refusal.Field }));
        return default;
    }

    [GeneratedRegex(@"^[A-Z][a-z-]+( (x |× )?[a-z][a-z.-]*)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LatinName();
}
