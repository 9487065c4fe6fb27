using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Access;
using BeeTrace.Web.Registry;
using BeeTrace.Web.Shell;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Net.Http.Headers;

namespace BeeTrace.Web.Lab;

/// <summary>The two addresses behind the sampler's pages: one POST for a sampling record out of a phone's outbox, and the pictures.</summary>
internal static class SamplerEndpoints
{
    /// <summary>The form's word in addresses and receipts.</summary>
    public const string Kind = "sample";

    private static readonly string[] MaySeePhotos =
        [.. new[] { Role.Sampler, Role.Analyst, Role.Reviewer, Role.Signatory, Role.County, Role.Auditor, Role.Admin }.Select(role => role.Code())];

    public static void MapSampler(this WebApplication app)
    {
        app.MapPost($"{SamplerLayout.HomeAddress}/entries/{Kind}", TakeAsync).RequireRateLimiting(AccessSetup.EntryRate).DisableAntiforgery().ExcludeFromDescription();
        app.MapGet("/lab/samples/{code}/photos/{id:guid}", async (string code, Guid id, HttpContext context, SamplingQueries queries) =>
        {
            // A picture never changes under its id, but computers at a bench are shared: whoever asks is looked up each time.
            context.Response.Headers.CacheControl = "private, no-cache";
            return SampleCode.TryParse(code, out var sample) && await queries.PhotoAsync(sample, new PhotoId(id), context.User.ToActor(), context.RequestAborted) is { } bytes
                ? Results.Bytes(bytes, "image/jpeg", entityTag: new EntityTagHeaderValue($"\"{id:N}\""))
                : Results.NotFound();
        }).RequireAuthorization(policy => policy.RequireRole(MaySeePhotos)).ExcludeFromDescription();
    }

    /// <summary>Every answer has a body: one without would be answered by an error page instead.</summary>
    private static async Task<IResult> TakeAsync(HttpContext context, SamplingService sampling)
    {
        if (!FieldEndpoints.IsOurs(context.Request))
            return Results.Json(new { state = "refused" }, statusCode: StatusCodes.Status403Forbidden);
        var actor = context.User.ToActor();
        if (actor is not { Role: Role.Sampler } || context.User.Identity?.AuthenticationType != CookieAuthenticationDefaults.AuthenticationScheme)
            return Results.Json(new { state = "signed-out" }, statusCode: StatusCodes.Status401Unauthorized);
        if (await FieldEndpoints.ReadAsync(context.Request) is not { } sent)
            return FieldEndpoints.Mend([new EntryError(null, Say(FieldRefusal.EntryUnreadable), null)]);
        if (!string.Equals(sent.Account, actor.Account.Value.ToString(), StringComparison.OrdinalIgnoreCase))
            return Results.Json(new { state = "other-account", message = Say(FieldRefusal.OtherAccount) }, statusCode: StatusCodes.Status403Forbidden);
        if (TypedEntry.ReadFields<SamplingEntry>(sent.Fields) is not { } typed || !Guid.TryParse(typed.Id, out var id) || id == Guid.Empty)
            return FieldEndpoints.Mend([new EntryError(null, Say(FieldRefusal.EntryUnreadable), null)]);

        // A line that drops now takes the answer, not the entry.
        var answer = await SamplingAnswer.TakeAsync(sampling, typed, actor, CancellationToken.None);
        if (!answer.Outcome.IsDone)
            return FieldEndpoints.Mend([.. answer.Outcome.Refusals.Select(reason => new EntryError(reason.Field, RefusalText.Of(reason).ToString(), null))]);
        return Results.Json(new
        {
            state = "arrived", receipt = answer.Receipt.ToString(), subject = answer.Outcome.Value.ToString(),
            message = SamplingText.Saved(answer.Outcome.Value).ToString(), next = answer.Next,
        });
    }

    private static string Say(string code) => RefusalText.Of(new Refusal(code)).ToString();
}

/// <summary>What a sampler is answered: the receipt, and the sample's number or why there is none.</summary>
internal sealed record SamplingAnswer(ReceiptNumber Receipt, Outcome<SampleCode> Outcome)
{
    /// <summary>Where the page of a saved record leads.</summary>
    public string Next => $"{SamplerLayout.HomeAddress}/samples/{Outcome.Value}?receipt={Receipt}";

    public static async Task<SamplingAnswer> TakeAsync(SamplingService sampling, SamplingEntry typed, Actor actor, CancellationToken cancel)
    {
        var receipt = ReceiptNumber.Of(typed.Key());
        var (draw, record, unread) = typed.Read();
        var outcome = await sampling.RecordAsync(draw, record, actor, unread, cancel);
        return new SamplingAnswer(receipt, outcome.IsDone ? outcome : Outcome<SampleCode>.Refused(SamplingEntry.Reasons(unread, outcome.Refusals)));
    }
}
