using System.Globalization;
using System.Text;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Access;

namespace BeeTrace.Web.Lab;

/// <summary>The frozen lists as files, so that anybody can repeat a draw.</summary>
internal static class PlanEndpoints
{
    public static void MapPlans(this WebApplication app)
    {
        app.MapGet("/plan/{code}/{number:int}.txt", ListAsync).ExcludeFromDescription().RequireRateLimiting(AccessSetup.LookUpRate);
        app.MapGet("/plan/{code}.csv", CsvAsync).ExcludeFromDescription().RequireRateLimiting(AccessSetup.LookUpRate);
    }

    /// <summary>The very bytes whose SHA-256 is published.</summary>
    private static async Task<IResult> ListAsync(string code, int number, SamplingPlanQueries plans, CancellationToken cancel)
    {
        if (!PlanCode.TryParse(code, out var plan))
            return Results.NotFound();
        var candidates = (await plans.ListedAsync(plan, Actor.Public, cancel)).Where(listed => listed.List == number).Select(listed => listed.Candidate).ToList();
        return candidates.Count == 0
            ? Results.NotFound()
            : Results.File(Encoding.UTF8.GetBytes(Draw.ListText(candidates)), "text/plain; charset=utf-8", $"{number}.txt");
    }

    private static async Task<IResult> CsvAsync(string code, SamplingPlanQueries plans, CancellationToken cancel)
    {
        if (!PlanCode.TryParse(code, out var parsed) || await plans.FindAsync(parsed, Actor.Public, cancel) is not { } plan)
            return Results.NotFound();
        var csv = new StringBuilder("list,list_sha256,public_value,stratum,lot,place,rank,state\n");
        foreach (var byList in (await plans.ListedAsync(parsed, Actor.Public, cancel)).GroupBy(listed => listed.List))
        {
            var list = plan.Lists.Single(l => l.Number == byList.Key);
            foreach (var stratum in byList.GroupBy(listed => listed.Candidate.Stratum))
            {
                var lots = stratum.Select(listed => listed.Candidate.Lot);
                var ranked = list.Seed is { } seed
                    ? Draw.Order(seed, stratum.Key, lots)
                    : [.. lots.Select(lot => new RankedCandidate(0, new Candidate(stratum.Key, lot), ""))];
                foreach (var candidate in ranked)
                    csv.AppendLine(CultureInfo.InvariantCulture, $"{list.Number},{list.Sha256},{list.Value},{stratum.Key},{candidate.Candidate.Lot},{(list.Seed is null ? "" : candidate.Place)},{candidate.Rank},{StateOf(plan, candidate)}");
            }
        }

        return Results.File(Encoding.UTF8.GetBytes(csv.ToString().ReplaceLineEndings("\n")), "text/csv; charset=utf-8", $"{parsed}.csv");
    }

    private static string StateOf(PlanSheet plan, RankedCandidate candidate) =>
        plan.Picks.FirstOrDefault(k => k.Stratum == candidate.Candidate.Stratum && k.Place == candidate.Place) switch
        {
            null => "",
            { Replaced: true } => "replaced",
            { Tested: true } => "tested",
            { Sampled: true } => "sampled",
            _ => "drawn",
        };
}
