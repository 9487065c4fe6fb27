using BeeTrace.Core;

namespace BeeTrace.Web.Trade;

/// <summary>One thing that waits for a person, counted.</summary>
/// <param name="What">What is counted, in words that stand behind the number.</param>
/// <param name="Count">How many there are, as far as the person may see them.</param>
/// <param name="Href">The list that shows exactly these.</param>
/// <param name="Note">Since when the first of them waits, or what else belongs to the number; null where nothing is known.</param>
/// <param name="Of">How many there are to be, where the number is a part of a whole; null where it is not.</param>
public sealed record TodayLine(Bilingual What, int Count, string Href, Bilingual? Note = null, int? Of = null)
{
    /// <summary>Nothing is to be done: there is none, or the whole is reached.</summary>
    public bool IsQuiet => Of is { } whole ? Count >= whole : Count == 0;
}
