namespace BeeTrace.Core.Lab;

/// <summary>How the bounds of a pass rate are worked out.</summary>
public enum IntervalMethod
{
    /// <summary>Exact: never claims more than the stated confidence. The default.</summary>
    ClopperPearson,

    /// <summary>Score interval: right on average, narrower.</summary>
    Wilson,
}

/// <summary>The bounds of a pass rate by one method.</summary>
/// <param name="Method">The method.</param>
/// <param name="TwoSided">Two-sided interval.</param>
/// <param name="LowerOneSided">"At least …".</param>
public sealed record RateBounds(IntervalMethod Method, ProportionInterval TwoSided, double LowerOneSided)
{
    /// <summary>Bounds at <see cref="PassRate.Confidence"/>.</summary>
    internal static RateBounds Of(int passed, int judged, IntervalMethod method) => method == IntervalMethod.Wilson
        ? new RateBounds(method, Wilson.TwoSided(passed, judged, PassRate.Confidence), Wilson.LowerOneSided(passed, judged, PassRate.Confidence))
        : new RateBounds(
            method, ClopperPearson.TwoSided(passed, judged, PassRate.Confidence), ClopperPearson.LowerOneSided(passed, judged, PassRate.Confidence));
}

/// <summary>Names of the methods.</summary>
public static class IntervalMethods
{
    /// <summary>The name as figures state it.</summary>
    public static string Name(this IntervalMethod method) => method == IntervalMethod.Wilson ? "Wilson" : PassRate.Method;
}
