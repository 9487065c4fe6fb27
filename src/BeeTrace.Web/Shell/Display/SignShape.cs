namespace BeeTrace.Web.Shell.Display;

/// <summary>Small shapes that tell states apart without colour.</summary>
public enum SignShape
{
    /// <summary>Holds, passes.</summary>
    Check,

    /// <summary>Passes, with a condition.</summary>
    CheckUnderBar,

    /// <summary>Does not hold, fails.</summary>
    Cross,

    /// <summary>Fails, with a condition.</summary>
    CrossUnderBar,

    /// <summary>Cannot be said.</summary>
    Question,

    /// <summary>Somebody has to write something first.</summary>
    Pencil,

    /// <summary>Nothing to compare with.</summary>
    Dash,

    /// <summary>Begun and not finished.</summary>
    OpenRing,
}
