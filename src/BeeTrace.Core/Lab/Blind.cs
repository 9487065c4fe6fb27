using BeeTrace.Core.Access;

namespace BeeTrace.Core.Lab;

/// <summary>盲样: who tests a sample does not know whose it is.</summary>
public static class Blind
{
    /// <summary>
    /// True while a sample's number, lot and firm are hidden from a role: from an analyst, until the sample has its verdict or its end. What limits
    /// depend on, product, nectar source, grade and bee, is not hidden.
    /// </summary>
    public static bool Hides(Role role, SampleStatus status) =>
        role is Role.Analyst && status is not (SampleStatus.Approved or SampleStatus.Rejected or SampleStatus.Cancelled);

    /// <summary>True while a role does not see a sample at all: an analyst, before it has its blind number, for who saw it then would know it again.</summary>
    public static bool Withholds(Role role, SampleStatus status) => role is Role.Analyst && status is (SampleStatus.Drawn or SampleStatus.InTransit);

    /// <summary>True where a role may find a sample by its blind number: not whoever drew it, nor the firm.</summary>
    public static bool IsFoundBy(Role role) => role is not (Role.Sampler or Role.Exporter);
}
