namespace BeeTrace.Core.Access;

/// <summary>
/// How long one address must wait before it may try one account again. It only ever slows down: an account that
/// could be locked by wrong passwords could be locked by anybody.
/// </summary>
/// <remarks><c>House rule:</c> three failures are free, as people mistype; then 2, 4, 8 … seconds up to one minute.</remarks>
public static class SignInDelay
{
    /// <summary>No wait is longer than this.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromSeconds(60);

    private const int FreeFailures = 3;

    /// <summary>The wait after this many failures in a row from one address for one account.</summary>
    public static TimeSpan After(int failures)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(failures);
        // Past six doublings the wait is the longest anyway; without the bound the shift would run over.
        return failures <= FreeFailures
            ? TimeSpan.Zero
            : TimeSpan.FromSeconds(Math.Min(1 << Math.Min(failures - FreeFailures, 6), Longest.TotalSeconds));
    }

    /// <summary>What is left of the wait at <paramref name="now"/>; zero when the next try is free.</summary>
    public static TimeSpan Remaining(int failures, DateTimeOffset lastFailure, DateTimeOffset now)
    {
        var left = lastFailure + After(failures) - now;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
