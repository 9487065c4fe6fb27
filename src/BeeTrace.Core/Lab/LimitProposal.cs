namespace BeeTrace.Core.Lab;

/// <summary>Where a proposal stands.</summary>
public enum ProposalState
{
    /// <summary>Another person has to decide.</summary>
    Open,

    /// <summary>Another person accepted it, and the limits are as it says.</summary>
    Accepted,

    /// <summary>Another person declined it.</summary>
    Declined,

    /// <summary>Whoever proposed it took it back.</summary>
    Withdrawn,
}

/// <summary>
/// What one person proposes to change in the limits, and another decides: a new limit, one that takes the place of another from a day
/// on, or the end of one. House rule: two persons, because a wrong limit judges every sample wrongly and nobody sees it in a single one.
/// Not a limit: it judges nothing before it is accepted.
/// </summary>
public sealed class LimitProposal
{
    /// <summary>Identity of the proposal.</summary>
    public required LimitProposalId Id { get; init; }

    /// <summary>The limit that would come into force, whole, with the identity it would have; null where one only ends.</summary>
    public Limit? Proposed { get; init; }

    /// <summary>The limit that would end; null where a new one stands for itself.</summary>
    public LimitId? TargetId { get; init; }

    /// <summary>The last day of the limit that would end.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>Why, in the words of who proposes.</summary>
    public required string Reason { get; init; }

    /// <summary>Who proposes.</summary>
    public required AccountId ProposedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset ProposedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public required ProposalState State { get; set; }

    /// <summary>The other person who accepted or declined.</summary>
    public AccountId? DecidedBy { get; set; }

    /// <summary>When it was accepted, declined or withdrawn.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>What the other person said; a decline says why.</summary>
    public string? DecidedWhy { get; set; }

    /// <summary>Concurrency token: the second of two who decide is told.</summary>
    public uint Version { get; init; }
}
