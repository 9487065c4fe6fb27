using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Serialization;
using BeeTrace.Core;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Access;
using BeeTrace.Web.Shell;

namespace BeeTrace.Web.Lab;

/// <summary>The laboratory for programs: judging without storing.</summary>
internal static class LabEndpoints
{
    public static void MapLab(this WebApplication app)
    {
        app.MapPost("/api/v1/judge", async (JudgeJson asked, ClaimsPrincipal user, JudgeQueries judge, CancellationToken cancel) =>
        {
            var judged = await judge.JudgeAsync(asked.ToQuestion(), user.ToActor(), cancel);
            return judged.IsDone ? Results.Ok(new JudgedJson([.. judged.Value.Select(JudgedMarketJson.Of)])) : Problem(judged.Refusals);
        })
        .RequireAuthorization(policy => policy.RequireRole(JudgeQueries.Roles.Split(',')))
        .RequireRateLimiting(AccessSetup.EntryRate)
        .DisableAntiforgery()
        .WithTags("Laboratory")
        .WithSummary("What these readings mean in these markets on this day. Nothing is kept. Needs the token of a laboratory role.")
        .Produces<JudgedJson>().ProducesValidationProblem().ProducesProblem(StatusCodes.Status401Unauthorized);
    }

    private static IResult Problem(IReadOnlyList<Refusal> refusals) => Results.ValidationProblem(
        refusals.GroupBy(refusal => refusal.Field ?? "").ToDictionary(
            field => field.Key, field => field.Select(refusal => RefusalText.Of(refusal).ToString()).ToArray(), StringComparer.Ordinal),
        title: LabText.JudgeRefused.ToString());
}

/// <summary>The question as JSON. Numbers may be written as numbers or as texts; as texts their digits are kept whatever program wrote them.</summary>
internal sealed record JudgeJson(
    string? Product, string? NectarSource, string? Species, string? Grade, string? SampledOn, IReadOnlyList<ReadingJson?>? Readings, IReadOnlyList<string>? Markets, string? Rule,
    IReadOnlyList<string>? States)
{
    public JudgeReadings ToQuestion() => new(
        Product, NectarSource, Species, Grade, SampledOn, Readings?.Select(reading => (reading ?? new ReadingJson()).Typed()).ToList(), Markets, Rule, States);
}

/// <summary>One reading of the question.</summary>
internal sealed record ReadingJson
{
    public string? Analyte { get; init; }

    [JsonConverter(typeof(NumberOrText))]
    public string? Reading { get; init; }

    public string? Unit { get; init; }

    [JsonConverter(typeof(NumberOrText))]
    public string? Lod { get; init; }

    [JsonConverter(typeof(NumberOrText))]
    public string? Loq { get; init; }

    [JsonConverter(typeof(NumberOrText))]
    public string? Uncertainty { get; init; }

    [JsonConverter(typeof(NumberOrText))]
    public string? K { get; init; }

    [JsonConverter(typeof(NumberOrText))]
    public string? CcAlpha { get; init; }

    public TypedReading Typed() => new(Analyte, Reading, Unit, Lod, Loq, Uncertainty, K, CcAlpha);
}

/// <summary>Takes <c>0.420</c> and <c>"0.420"</c> alike, digit for digit.</summary>
internal sealed class NumberOrText : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString();
        if (reader.TokenType != JsonTokenType.Number)
            throw new JsonException();
        using var number = JsonDocument.ParseValue(ref reader);
        return number.RootElement.GetRawText();
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

/// <summary>The answer: one entry a market, in the order asked.</summary>
internal sealed record JudgedJson(IReadOnlyList<JudgedMarketJson> Markets);

/// <summary>A market's verdict.</summary>
internal sealed record JudgedMarketJson(string Market, string ProfileVersion, string Verdict, IReadOnlyList<JudgedItemJson> Items)
{
    public static JudgedMarketJson Of(JudgedMarket judged) =>
        new(judged.Profile.Market, judged.Profile.Version, judged.Judgement.Verdict.ToString(), [.. judged.Judgement.Items.Select(JudgedItemJson.Of)]);
}

/// <summary>The verdict on one analyte. Without a limit, limit, standard and clause are null, and nothing is verified.</summary>
internal sealed record JudgedItemJson(
    string Analyte, string Verdict, string? Limit, string? Standard, string? Clause, string Rule, string JudgedValue, string PrintedValue, bool Verified, string? Why)
{
    public static JudgedItemJson Of(ItemJudgement item) => new(
        item.Analyte, item.Verdict.ToString(), item.Limit?.Describe().ToString(), item.Limit?.Standard, item.Limit?.Clause, item.Rule.Code(),
        item.JudgedValue, item.PrintedValue, item.Limit?.Verified ?? false, item.Why?.ToString());
}
