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
}
