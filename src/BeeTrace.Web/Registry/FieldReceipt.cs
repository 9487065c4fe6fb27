using System.Security.Cryptography;
using System.Text.Json;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Registry;

/// <summary>The stay that a form took for the current one: null where the apiary stood nowhere.</summary>
public readonly record struct SeenStay(PlacementId? Stay)
{
    /// <summary>How a form says that the apiary stood nowhere.</summary>
    public const string Nowhere = "none";

    /// <summary>What a form says; null where it says nothing.</summary>
    public static SeenStay? Parse(string? typed) =>
        typed == Nowhere ? new SeenStay(null)
        : Guid.TryParse(typed, out var id) ? new SeenStay(new PlacementId(id))
        : null;

    /// <summary>True when nothing was registered since.</summary>
    public bool IsStill(Placement? current) => Stay == current?.Id;
}

/// <summary>A stay as one of two that cannot both be right.</summary>
public sealed record StayVersion(DateOnly? From, DateOnly? Until = null, string? Place = null, int? Colonies = null, string? Plant = null, Guid? Stay = null)
{
    internal static StayVersion Of(MoveApiary move) => new(
        move.From, null, move is { Latitude: { } latitude, Longitude: { } longitude } ? Degrees.Pair(latitude, longitude, 5) : null, move.Colonies, move.Plant);

    internal static StayVersion Of(CorrectStay correct) => new(
        correct.From, correct.Until, correct is { Latitude: { } latitude, Longitude: { } longitude } ? Degrees.Pair(latitude, longitude, 5) : null, correct.Colonies,
        correct.Plant);

    internal static StayVersion Of(Placement? stay) =>
        stay is null ? new(From: null) : new(stay.From, stay.Until, Degrees.Pair(stay.Latitude, stay.Longitude, 5), stay.Colonies, stay.Plant, stay.Id.Value);
}

/// <summary>What the beekeeper sent, and what was registered in between.</summary>
public sealed record StayVersions(StayVersion Yours, StayVersion Theirs);

/// <summary>
/// The receipt of one entry, kept in the transaction of the deed itself: either both are there or neither is. The same id and
/// content again are the same entry; the same id with another content is refused.
/// </summary>
public sealed class FieldReceipt
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly FieldEntryId _id;
    private readonly string _kind;
    private readonly byte[] _sha256;

    private FieldReceipt(Guid id, string kind, byte[] sha256) => (_id, _kind, _sha256) = (new FieldEntryId(id), kind, sha256);

    /// <summary>The number that the beekeeper is told.</summary>
    public ReceiptNumber Number => ReceiptNumber.Of(_id.Value);

    /// <summary>The receipt of what was typed; the form's fields in their own order decide over the content.</summary>
    public static FieldReceipt Of(string kind, TypedEntry typed)
    {
        var id = typed.Key();
        return new(id, kind, SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(typed, typed.GetType(), Json)));
    }

    /// <summary>Both versions of an entry in conflict.</summary>
    internal static StayVersions? Versions(FieldEntry entry) => entry.Versions is null ? null : JsonSerializer.Deserialize<StayVersions>(entry.Versions, Json);

    /// <summary>
    /// What became of the entry when it was sent before: done, refused, or null where it is new. Of two that arrive together the
    /// second waits here.
    /// </summary>
    internal async Task<Outcome?> FindAsync(Work work, CancellationToken cancel)
    {
        await work.OneAtATimeAsync(_id.ToString(), cancel);
        var before = await EntryAsync(work.Db, cancel);
        return before is null ? default(Outcome?)
            : before.Kind != _kind || !before.Sha256.AsSpan().SequenceEqual(_sha256) ? new Refusal(FieldRefusal.EntryTaken, null, Number.ToString())
            : before.State == FieldEntryState.InConflict ? new Refusal(FieldRefusal.StayChanged)
            : Outcome.Done;
    }

    /// <summary>The receipt itself; null while there is none.</summary>
    internal Task<FieldEntry?> EntryAsync(BeeTraceDb db, CancellationToken cancel) =>
        db.FieldEntries.AsNoTracking().SingleOrDefaultAsync(e => e.Id == _id, cancel);

    /// <summary>Keeps the receipt with the deed that is being done.</summary>
    internal void Keep(Work work, ApiaryCode apiary) => Keep(work, apiary, FieldEntryState.Arrived, null);

    /// <summary>Keeps both versions, records that there are two, and refuses the entry: the beekeeper chooses.</summary>
    internal async Task<Outcome> KeepConflictAsync(Work work, ApiaryCode apiary, StayVersion yours, StayVersion theirs, CancellationToken cancel)
    {
        Keep(work, apiary, FieldEntryState.InConflict, JsonSerializer.Serialize(new StayVersions(yours, theirs), Json));
        // Places stay in the receipt, which its beekeeper alone can read.
        work.Record(DeedCode.EntryInConflict, apiary.ToString(), theirs with { Place = null, Stay = null }, yours with { Place = null, Stay = null });
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? new Refusal(FieldRefusal.StayChanged) : committed;
    }

    private void Keep(Work work, ApiaryCode apiary, FieldEntryState state, string? versions) =>
        work.Db.FieldEntries.Add(new FieldEntry
        {
            Id = _id,
            AccountId = work.Actor.Account,
            BeekeeperId = work.Actor.Beekeeper!.Value,
            Kind = _kind,
            Sha256 = _sha256,
            State = state,
            Subject = apiary.ToString(),
            Versions = versions,
            ReceivedAt = work.Now,
        });
}
