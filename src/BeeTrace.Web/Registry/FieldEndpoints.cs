using System.Security.Claims;
using System.Text.Json;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Access;
using BeeTrace.Web.Shell;
using BeeTrace.Web.Shell.Display;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace BeeTrace.Web.Registry;

/// <summary>What a phone sends: one record, with the account that wrote it.</summary>
/// <param name="Account">Whose entry it is: nobody sends what somebody else wrote on the same phone.</param>
/// <param name="Fields">The form's fields by name, as they were typed.</param>
public sealed record SentEntry(string? Account, JsonElement Fields);

/// <summary>One reason why an entry is to be mended.</summary>
/// <param name="Field">The input it belongs to; null for the whole entry.</param>
/// <param name="Sentence">The reason in the reader's language.</param>
/// <param name="Ask">The name of a question that the form asks now.</param>
public sealed record EntryError(string? Field, string Sentence, string? Ask);

/// <summary>A line of one version of a stay.</summary>
public sealed record VersionLine(string Label, string Text);

/// <summary>The two addresses behind the field pages: one POST for every record, and the pictures.</summary>
internal static class FieldEndpoints
{
    /// <summary>
    /// A page that came out of a cache has no antiforgery token. A foreign site can neither set this header without asking (it is
    /// not one that is sent without a preflight, and none is answered) nor send the cookie along (SameSite).
    /// </summary>
    public const string Header = "X-BeeTrace-Outbox";

    /// <summary>House rule: far above the longest form.</summary>
    private const long MostBytes = 64 * 1024;

    public static void MapField(this WebApplication app)
    {
        app.MapPost("/keeper/entries/{kind}", TakeAsync).RequireRateLimiting(AccessSetup.EntryRate).DisableAntiforgery().ExcludeFromDescription();
        app.MapGet("/keeper/apiaries/{code}/photos/{id:guid}", async (string code, Guid id, HttpContext context, KeeperQueries queries) =>
        {
            // Phones are shared: whoever asks is looked up each time, and only the bytes are spared. A picture never changes under its id.
            context.Response.Headers.CacheControl = "private, no-cache";
            return await queries.PhotoAsync(new PhotoId(id), context.User.ToActor(), context.RequestAborted) is { } bytes
                ? Results.Bytes(bytes, "image/jpeg", entityTag: new EntityTagHeaderValue($"\"{id:N}\""))
                : Results.NotFound();
        }).RequireAuthorization(policy => policy.RequireRole(Role.Beekeeper.Code())).ExcludeFromDescription();
    }

    /// <summary>Every answer has a body: one without would be answered by an error page instead.</summary>
    private static async Task<IResult> TakeAsync(string kind, HttpContext context, FieldEntryService entries)
    {
        if (!IsOurs(context.Request))
            return Results.Json(new { state = "refused" }, statusCode: StatusCodes.Status403Forbidden);
        // The cookie decides, not a token: an outbox belongs to a person at a browser.
        var actor = context.User.ToActor();
        if (actor is not { Role: Role.Beekeeper } || context.User.Identity?.AuthenticationType != CookieAuthenticationDefaults.AuthenticationScheme)
            return Results.Json(new { state = "signed-out" }, statusCode: StatusCodes.Status401Unauthorized);
        if (await ReadAsync(context.Request) is not { } sent)
            return Mend([new EntryError(null, Say(FieldRefusal.EntryUnreadable), null)]);
        if (!string.Equals(sent.Account, actor.Account.Value.ToString(), StringComparison.OrdinalIgnoreCase))
            return Results.Json(new { state = "other-account", message = Say(FieldRefusal.OtherAccount) }, statusCode: StatusCodes.Status403Forbidden);
        if (entries.Read(kind, sent.Fields) is not { } typed || !Guid.TryParse(typed.Id, out var id) || id == Guid.Empty)
            return Mend([new EntryError(null, Say(FieldRefusal.EntryUnreadable), null)]);

        // A line that drops now takes the answer, not the entry.
        var answer = await entries.TakeAsync(kind, typed, actor, CancellationToken.None);
        if (answer.Conflict is { } conflict)
        {
            return Results.Json(
                new { state = "conflict", receipt = answer.Receipt.ToString(), message = Say(FieldRefusal.StayChanged), yours = Lines(conflict.Yours), theirs = Lines(conflict.Theirs), seen = conflict.Theirs.Stay?.ToString() ?? SeenStay.Nowhere },
                statusCode: StatusCodes.Status409Conflict);
        }

        if (!answer.Outcome.IsDone)
            return Mend([.. answer.Outcome.Refusals.Select(reason => new EntryError(reason.Field, RefusalText.Of(reason).ToString(), Asked(reason)))]);
        var (subject, warnings) = (answer.Outcome.Value.Subject, answer.Outcome.Value.Warnings);
        return Results.Json(new
        {
            state = "arrived",
            receipt = answer.Receipt.ToString(),
            subject,
            message = string.Join(' ', [FieldText.Done(kind, subject), .. warnings.Select(RefusalText.Of)]),
            next = EntryPage.Next(kind, answer),
        });
    }

    /// <returns>Null for what is no entry, or longer than any form.</returns>
    internal static async Task<SentEntry?> ReadAsync(HttpRequest request)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            body.MaxRequestBodySize = MostBytes;
        try
        {
            return await request.ReadFromJsonAsync<SentEntry>(request.HttpContext.RequestAborted);
        }
        catch (Exception e) when (e is JsonException or BadHttpRequestException)
        {
            // No JSON, or more of it than a form holds: the answer says so.
            return null;
        }
    }

    /// <summary>True for JSON that one of our own pages sends: no foreign site can set the header.</summary>
    internal static bool IsOurs(HttpRequest request) =>
        request.Headers[Header] == "1"
        && request.HasJsonContentType()
        && request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin"
        && (request.Headers.Origin.Count == 0 || Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin) && origin.Authority == request.Host.Value);

    internal static IResult Mend(IReadOnlyList<EntryError> errors) => Results.Json(new { state = "mend", errors }, statusCode: StatusCodes.Status422UnprocessableEntity);

    /// <summary>The question that answers this refusal.</summary>
    private static string? Asked(Refusal refusal) => refusal.Code switch
    {
        RegistryRefusal.OutsideCounty => nameof(ApiaryEntry.OutsideCounty),
        FieldRefusal.LooksShifted => nameof(ApiaryEntry.Shift),
        _ => null,
    };

    private static string Say(string code) => RefusalText.Of(new Refusal(code)).ToString();

    private static VersionLine[] Lines(StayVersion stay) =>
    [
        .. new (Bilingual Label, string? Text)[]
        {
            (RegistryText.From, stay.From is { } from ? Days.Short(from) : null),
            (FieldText.LeftOn, stay.Until is { } until ? Days.Short(until) : null),
            (RegistryText.Place, stay.Place),
            (RegistryText.Colonies, stay.Colonies is { } colonies ? Numerals.Count(colonies) : null),
            (RegistryText.Plant, stay.Plant),
        }.Where(line => line.Text is not null).Select(line => new VersionLine(line.Label.ToString(), line.Text!)).DefaultIfEmpty(new(RegistryText.Now.ToString(), RegistryText.Nowhere.ToString())),
    ];
}
