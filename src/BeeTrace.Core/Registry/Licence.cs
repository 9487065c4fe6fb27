namespace BeeTrace.Core.Registry;

/// <summary>
/// A beekeeper's licence (养蜂证), free and voluntary (养蜂管理办法（试行）, 2011, article 8). When it has run out, a reminder is due; lots of
/// the past stay traceable.
/// </summary>
/// <param name="Number">The number the county printed on it.</param>
/// <param name="Issued">The day of issue.</param>
public readonly record struct Licence(string Number, DateOnly Issued)
{
    /// <summary>Years from issue to expiry (article 8).</summary>
    public const int Years = 3;

    /// <summary>
    /// The last day on which it holds: the same date three years later, or the last of February after a 29th
    /// (民法典 articles 201 and 202: the corresponding day is the period's last).
    /// </summary>
    public DateOnly Expires => Issued.AddYears(Years);

    /// <summary>True from the day of issue to the day of expiry, both included.</summary>
    public bool IsValidOn(DateOnly day) => Issued <= day && day <= Expires;
}
