namespace BeeTrace.Core;

/// <summary>
/// An expected "no": what a person asked for cannot be done as asked. It is a value, never an exception.
/// </summary>
/// <param name="Code">Key of the sentence that tells the reader what, why and how to mend (<c>feature.what-is-wrong</c>).</param>
/// <param name="Field">The input it belongs to, so that the sentence stands beside it; null for the whole deed.</param>
/// <param name="Arguments">Values for the sentence's placeholders, in order.</param>
public sealed record Refusal(string Code, string? Field = null, params object[] Arguments);

/// <summary>The result of a deed without a product: done, or refused with every reason at once.</summary>
public readonly record struct Outcome
{
    private readonly IReadOnlyList<Refusal>? _refusals;

    private Outcome(IReadOnlyList<Refusal> refusals) => _refusals = refusals;

    /// <summary>The deed was done.</summary>
    public static Outcome Done => default;

    /// <summary>Why it was not done; empty when it was.</summary>
    public IReadOnlyList<Refusal> Refusals => _refusals ?? [];

    /// <summary>True when nothing was refused.</summary>
    public bool IsDone => Refusals.Count == 0;

    public static Outcome Refused(params IReadOnlyList<Refusal> refusals) => new(refusals);

    public static implicit operator Outcome(Refusal refusal) => new([refusal]);
}

/// <summary>The result of a deed that yields something: the thing, or every reason why not.</summary>
public readonly record struct Outcome<T>
{
    private readonly IReadOnlyList<Refusal>? _refusals;
    private readonly T? _value;

    private Outcome(T value) => _value = value;

    private Outcome(IReadOnlyList<Refusal> refusals) => _refusals = refusals;

    /// <summary>Why there is nothing; empty when there is.</summary>
    public IReadOnlyList<Refusal> Refusals => _refusals ?? [];

    /// <summary>True when nothing was refused.</summary>
    public bool IsDone => Refusals.Count == 0;

    /// <summary>What the deed yielded. Asking for it after a refusal is a bug.</summary>
    public T Value => IsDone ? _value! : throw new InvalidOperationException($"Refused: {Refusals[0].Code}");

    public static Outcome<T> Refused(params IReadOnlyList<Refusal> refusals) => new(refusals);

    public static implicit operator Outcome<T>(T value) => new(value);

    public static implicit operator Outcome<T>(Refusal refusal) => new([refusal]);
}
