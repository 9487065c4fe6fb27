using System.Globalization;
using BeeTrace.Core;

namespace BeeTrace.Web.Tests;

/// <summary>Says of an outcome what a test expects of it; a failure shows every refusal with its arguments.</summary>
internal static class OutcomeAssertions
{
    public static void ShouldBeDone(this Outcome outcome) => Say(outcome.Refusals).ShouldBeEmpty();

    public static T ShouldBeDone<T>(this Outcome<T> outcome)
    {
        Say(outcome.Refusals).ShouldBeEmpty();
        return outcome.Value;
    }

    /// <summary>Refused for exactly one reason, which is returned.</summary>
    public static Refusal ShouldBeRefused(this Outcome outcome, string code) => Only(outcome.Refusals, code);

    /// <inheritdoc cref="ShouldBeRefused(Outcome, string)"/>
    public static Refusal ShouldBeRefused<T>(this Outcome<T> outcome, string code) => Only(outcome.Refusals, code);

    private static Refusal Only(IReadOnlyList<Refusal> refusals, string code)
    {
        refusals.Select(r => r.Code).ShouldBe([code], Say(refusals));
        return refusals[0];
    }

    private static string Say(IReadOnlyList<Refusal> refusals) => string.Join("; ", refusals.Select(r =>
        $"{r.Field}: {r.Code} {string.Join(' ', r.Arguments.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture)))}"));
}
