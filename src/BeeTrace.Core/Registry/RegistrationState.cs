namespace BeeTrace.Core.Registry;

/// <summary>
/// How far a new entry of the register has come. What beekeepers register themselves waits until a county officer has
/// looked at it; what the county enters counts at once.
/// </summary>
public enum RegistrationState
{
    /// <summary>待确认: kept and shown to its beekeeper and the county; not yet on the public map or in any count.</summary>
    Waiting,

    /// <summary>已确认: counts.</summary>
    Confirmed,

    /// <summary>已并入: the same as another entry, which counts in its place.</summary>
    Merged,

    /// <summary>未通过: not accepted, with a reason; kept, never counted.</summary>
    Refused,
}
