using System.Globalization;
using System.Text.Json;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Access;
using BeeTrace.Web.Registry;
using BeeTrace.Web.Shell;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace BeeTrace.Web.Lab;

/// <summary>What the bench asks and sends: its rows as JSON, one POST a row. It opens no circuit, so that a line that drops costs nothing.</summary>
internal static class SheetEndpoints
{
    /// <summary>House rule: more markets than there are columns to show them.</summary>
    private const int MostMarkets = 8;

    /// <summary>House rule: a bench.</summary>
    private const int MostSamples = 200;

    public static void MapSheet(this WebApplication app)
    {
        app.MapGet("/lab/sheet/{product}/data", async (string product, string? markets, HttpContext context, SheetQueries sheet, CancellationToken cancel) =>
        {
            var actor = context.User.ToActor();
            context.Response.Headers.CacheControl = "private, no-store";
            var choices = await sheet.MarketsAsync(actor, cancel);
            var wanted = MarketsOf(markets?.Split(','));
            return Results.Json(BenchJson.Of(
                await sheet.ReadAsync(product, wanted, actor, cancel), [.. wanted.Select(code => choices.FirstOrDefault(choice => choice.Code == code)).OfType<JudgeChoice>()]));
        }).RequireAuthorization(policy => policy.RequireRole(JudgeQueries.Roles.Split(','))).ExcludeFromDescription();

        app.MapPost("/lab/sheet/rows", async (HttpContext context, SheetService sheet, SampleQueries samples) =>
        {
            if (Refused(context) is { } refused)
                return refused;
            if (await ReadAsync<RowJson>(context) is not { Sample: { } code, Cells: { } cells } sent || cells.Contains(null) || cells.DistinctBy(cell => cell!.Id).Count() < cells.Count)
                return Results.Json(new { state = "refused", sentences = new[] { LabText.RowUnreadable.ToString() } }, statusCode: StatusCodes.Status422UnprocessableEntity);
            if (NotTheirs(context, sent.Account) is { } others)
                return others;
            if (await samples.ResolveAsync(code, context.User.ToActor(), CancellationToken.None) is not { } sample)
                return Results.Json(new { state = "refused", sentences = Sentences([new Refusal(LabRefusal.SampleUnknown, null, code)]) }, statusCode: StatusCodes.Status422UnprocessableEntity);
            // A line that drops now takes the answer, not the readings.
            var row = new EnterRow(sample, [.. cells.Select(cell => cell!.ToCell())]);
            var outcome = await sheet.EnterAsync(row, MarketsOf(sent.Markets), context.User.ToActor(), CancellationToken.None);
            return outcome.IsDone
                ? Results.Json(RowAnswerJson.Of(outcome.Value))
                : Results.Json(new { state = "refused", sentences = Sentences(outcome.Refusals) }, statusCode: StatusCodes.Status422UnprocessableEntity);
        }).RequireRateLimiting(AccessSetup.EntryRate).DisableAntiforgery().ExcludeFromDescription();

        app.MapPost("/lab/sheet/submit", async (HttpContext context, SampleService samples, SampleQueries queries) =>
        {
            if (Refused(context) is { } refused)
                return refused;
            var sent = await ReadAsync<SubmitJson>(context);
            if (NotTheirs(context, sent?.Account) is { } others)
                return others;
            var done = new List<string>();
            var sentences = new List<string>();
            foreach (var text in sent!.Samples?.Take(MostSamples) ?? [])
            {
                var actor = context.User.ToActor();
                Outcome outcome = await queries.ResolveAsync(text, actor, CancellationToken.None) is { } code
                    ? await samples.SubmitAsync(code, actor, CancellationToken.None)
                    : new Refusal(LabRefusal.SampleUnknown, null, text ?? "");
                if (outcome.IsDone)
                    done.Add(text!);
                else
                    sentences.Add($"{text}: {string.Join(' ', Sentences(outcome.Refusals))}");
            }

            return Results.Json(new { done, message = string.Join(' ', [LabText.HandedOn(done.Count).ToString(), .. sentences]) });
        }).RequireRateLimiting(AccessSetup.EntryRate).DisableAntiforgery().ExcludeFromDescription();
    }

    /// <summary>The cookie decides, and the header that no foreign site can send (as the field pages do).</summary>
    private static IResult? Refused(HttpContext context)
    {
        if (!FieldEndpoints.IsOurs(context.Request))
            return Results.Json(new { state = "refused" }, statusCode: StatusCodes.Status403Forbidden);
        return context.User.ToActor() is { Role: Role.Analyst } && context.User.Identity?.AuthenticationType == CookieAuthenticationDefaults.AuthenticationScheme
            ? null
            : Results.Json(new { state = "signed-out" }, statusCode: StatusCodes.Status401Unauthorized);
    }

    /// <summary>Nobody sends what somebody else typed at the same computer.</summary>
    private static IResult? NotTheirs(HttpContext context, string? account) =>
        string.Equals(account, context.User.ToActor().Account.Value.ToString(), StringComparison.OrdinalIgnoreCase)
            ? null
            : Results.Json(new { state = "other-account" }, statusCode: StatusCodes.Status403Forbidden);

    private static async Task<T?> ReadAsync<T>(HttpContext context) where T : class
    {
        try
        {
            return await context.Request.ReadFromJsonAsync<T>(context.RequestAborted);
        }
        catch (Exception e) when (e is JsonException or BadHttpRequestException)
        {
            // No JSON, or too much of it: the answer says so.
            return null;
        }
    }

    private static List<string> MarketsOf(IReadOnlyList<string>? wanted) =>
        wanted is null or { Count: 0 } ? [LimitCatalogue.HomeMarket] : [.. wanted.Distinct(StringComparer.Ordinal).Take(MostMarkets)];

    private static string[] Sentences(IReadOnlyList<Refusal> refusals) => [.. refusals.Select(refusal => RefusalText.Of(refusal).ToString())];

    private sealed record SubmitJson(string? Account, IReadOnlyList<string?>? Samples);

    private sealed record RowJson(string? Account, string? Sample, IReadOnlyList<string>? Markets, IReadOnlyList<CellJson?>? Cells);

    private sealed record CellJson(Guid Id, string? Analyte, string? Text, Guid? Supersedes, string? Reason, bool Sure)
    {
        public EnterCell ToCell() => new(new ReadingId(Id), Analyte ?? "", Text ?? "", Supersedes is { } before ? new ReadingId(before) : null, Reason, Sure);
    }

    private sealed record RowAnswerJson(IReadOnlyList<RowAnswerJson.Cell> Cells, IReadOnlyList<MarketJson> Markets)
    {
        public static RowAnswerJson Of(RowAnswer answer) => new(
            [.. answer.Cells.Select(cell => new Cell(cell.Id.Value, StateOf(cell), Sentences(cell.Refusals), StandingJson.Of(cell.Stands)))], [.. answer.Markets.Select(MarketJson.Of)]);

        private static string StateOf(CellAnswer cell) => cell.Refusals is [var first, ..]
            ? first.Code switch
            {
                LabRefusal.ReadingChangedMeanwhile => "conflict",
                LabRefusal.OutOfRange => "ask",
                LabRefusal.ReasonMissing => "reason",
                _ => "refused",
            }
            : "saved";

        internal sealed record Cell(Guid Id, string State, IReadOnlyList<string> Sentences, StandingJson? Stands);
    }

    private sealed record StandingJson(Guid Id, string Text, string? By, string At)
    {
        public static StandingJson? Of(StandingReading? reading) => reading is null ? null : new(reading.Id.Value, reading.Text, reading.By, LabText.Moment(reading.At));
    }

    private sealed record MarketJson(string Market, string Verdict, IReadOnlyDictionary<string, ItemJson> Items)
    {
        public static MarketJson Of(JudgedMarket judged) => new(
            judged.Profile.Market, judged.Judgement.Verdict.ToString(), judged.Judgement.Items.ToDictionary(item => item.Analyte, ItemJson.Of, StringComparer.Ordinal));
    }

    private sealed record ItemJson(string Verdict, string? Limit, string? Standard, string Rule, string? Why)
    {
        public static ItemJson Of(ItemJudgement item) => new(
            item.Verdict.ToString(), item.Limit?.Describe().ToString(), item.Limit?.Standard, item.Rule.Code(),
            item.Why?.ToString() ?? (LabText.IsRounded(item.JudgedValue, item.PrintedValue) ? LabText.PrintedDiffers(item.JudgedValue, item.PrintedValue).ToString() : null));
    }

    private sealed record BenchJson(IReadOnlyList<BenchJson.Column> Columns, IReadOnlyList<BenchJson.Row> Rows, IReadOnlyList<BenchJson.Market> Markets)
    {
        public static BenchJson Of(BenchSheet sheet, IReadOnlyList<JudgeChoice> markets) => new(
            [.. sheet.Columns.Select(column => new Column(
                column.Analyte.Code, column.Analyte.Name.ToString(), column.Analyte.Unit == Unit.None.Code ? "" : column.Analyte.Unit, column.Method?.Code,
                column.Method is { } method && (method.Lod ?? method.Loq) is not null ? LabText.Conditions(method).ToString() : null, column.Required))],
            [.. sheet.Rows.Select(row => new Row(
                row.Mark, row.ReceivedOn?.ToString("MM-dd", CultureInfo.InvariantCulture),
                row.Readings.ToDictionary(reading => reading.Key, reading => StandingJson.Of(reading.Value)!, StringComparer.Ordinal), [.. row.Markets.Select(MarketJson.Of)]))],
            [.. markets.Select(market => new Market(market.Code, market.Name.ToString()))]);

        internal sealed record Column(string Analyte, string Name, string Unit, string? Method, string? Conditions, bool Required);

        internal sealed record Row(string Sample, string? Received, IReadOnlyDictionary<string, StandingJson> Cells, IReadOnlyList<MarketJson> Markets);

        internal sealed record Market(string Code, string Name);
    }
}
