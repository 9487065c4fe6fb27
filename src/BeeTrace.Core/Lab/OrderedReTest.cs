namespace BeeTrace.Core.Lab;

/// <summary>
/// A re-test (复检) that the laboratory owes, since a report was invalidated and the result on it no longer holds (ISO/IEC 17025:2017 7.10.1 c wants
/// the effect of nonconforming work on earlier results followed up). Not a re-test that a firm objected its way to: that one follows from an objection.
/// </summary>
public sealed class OrderedReTest
{
    /// <summary>The sample of the re-test: the same lot's retained portion, in the laboratory already.</summary>
    public required SampleId SampleId { get; init; }

    /// <summary>The sample whose result no longer holds.</summary>
    public required SampleId RepeatsId { get; init; }

    /// <summary>The sample at the beginning of a chain of re-tests: the one that figures count, once, by the last verdict in the chain.</summary>
    public required SampleId FirstId { get; init; }

    /// <summary>Number of the invalidated report.</summary>
    public required string Report { get; init; }

    public required string Why { get; init; }

    public required AccountId OrderedBy { get; init; }

    public required DateTimeOffset OrderedAt { get; init; }
}
