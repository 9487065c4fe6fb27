using System.Text.Json;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;

namespace BeeTrace.Web.Registry;

/// <summary>An entry that has arrived: what it is about, and what about it looked odd.</summary>
public sealed record Arrival(string Subject, IReadOnlyList<Warning> Warnings);

/// <summary>One form of the field: how what was typed into it becomes a deed. The page and the outbox use the same one.</summary>
public abstract class FieldForm
{
    /// <summary>Its word in addresses and receipts: <c>move</c>, <c>count</c> …</summary>
    public abstract string Kind { get; }

    /// <summary>The fields as a phone sent them; null where they are not those of this form.</summary>
    internal abstract TypedEntry? Read(JsonElement fields);

    internal abstract Task<Outcome<Arrival>> SaveAsync(TypedEntry typed, FieldReceipt receipt, Actor actor, CancellationToken cancel);
}

/// <summary>A form with its own fields.</summary>
public abstract class FieldForm<TEntry> : FieldForm where TEntry : TypedEntry
{
    internal sealed override TypedEntry? Read(JsonElement fields) => TypedEntry.ReadFields<TEntry>(fields);

    internal sealed override Task<Outcome<Arrival>> SaveAsync(TypedEntry typed, FieldReceipt receipt, Actor actor, CancellationToken cancel) =>
        SaveAsync((TEntry)typed, receipt, actor, cancel);

    protected abstract Task<Outcome<Arrival>> SaveAsync(TEntry typed, FieldReceipt receipt, Actor actor, CancellationToken cancel);

    /// <summary>The answer of a deed about an apiary, with the reasons as this form orders them.</summary>
    protected static Outcome<Arrival> Arrived(string subject, IReadOnlyList<Refusal> refusals, IReadOnlyList<Warning>? warnings = null) =>
        refusals.Count == 0 ? new Arrival(subject, warnings ?? []) : Outcome<Arrival>.Refused(refusals);
}

/// <summary>What the beekeeper is answered.</summary>
/// <param name="Receipt">The number to ask by.</param>
/// <param name="Outcome">Arrived, or why not.</param>
/// <param name="Conflict">Both versions, where something else was registered meanwhile.</param>
public sealed record FieldAnswer(ReceiptNumber Receipt, Outcome<Arrival> Outcome, StayVersions? Conflict);

/// <summary>Takes what beekeepers send from the field, from a page or out of a phone's outbox, and answers with a receipt.</summary>
public sealed class FieldEntryService(Database database, IEnumerable<FieldForm> forms)
{
    private readonly Dictionary<string, FieldForm> _forms = forms.ToDictionary(form => form.Kind, StringComparer.Ordinal);

    /// <summary>The fields of a form as a phone sent them; null where there is no such form, or they are not its fields.</summary>
    public TypedEntry? Read(string kind, JsonElement fields) => _forms.GetValueOrDefault(kind)?.Read(fields);

    /// <summary>
    /// A beekeeper sends an entry. Refused: what its form refuses. Recorded: the deed of the form and the receipt, in one
    /// transaction; the same entry again yields the same receipt.
    /// </summary>
    public async Task<FieldAnswer> TakeAsync(string kind, TypedEntry typed, Actor actor, CancellationToken cancel = default)
    {
        var receipt = FieldReceipt.Of(kind, typed);
        var outcome = await _forms[kind].SaveAsync(typed, receipt, actor, cancel);
        if (outcome.IsDone || !outcome.Refusals.Any(reason => reason.Code == FieldRefusal.StayChanged))
            return new FieldAnswer(receipt.Number, outcome, null);
        await using var work = await database.OpenAsync(actor, cancel);
        var entry = await receipt.EntryAsync(work.Db, cancel);
        return new FieldAnswer(receipt.Number, outcome, entry is null ? null : FieldReceipt.Versions(entry));
    }
}
