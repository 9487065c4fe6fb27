using System.Security.Cryptography;
using System.Text;

namespace BeeTrace.Core.Lab;

/// <summary>A lot that may be drawn: on a frozen list it is one line, <c>3:L26-00017-c</c>.</summary>
/// <param name="Stratum">Number of the stratum in its plan, from 1.</param>
/// <param name="Lot">The lot's code; it names neither firm nor beekeeper.</param>
public readonly record struct Candidate(int Stratum, LotCode Lot)
{
    /// <summary>The line of the list, without its end.</summary>
    public override string ToString() => $"{Stratum}:{Lot}";
}

/// <summary>A candidate in the order of its stratum's draw.</summary>
/// <param name="Place">1 for the first; the first n are drawn, the next ones take the place of those that cannot be sampled.</param>
/// <param name="Candidate">Which lot.</param>
/// <param name="Rank">The SHA-256 that decides the place, in lower-case hex.</param>
public sealed record RankedCandidate(int Place, Candidate Candidate, string Rank);

/// <summary>
/// The draw of a sampling plan: nobody chooses, and a stranger with <c>sha256sum</c> and <c>sort</c> gets the same lots.
/// </summary>
/// <remarks>
/// House rule, since no standard prescribes one (docs/adr/0012): the list is written down and its SHA-256 published; on a later day a
/// public value comes into being that nobody here can choose; list and value together make the seed. The rank of a candidate is the SHA-256 of
/// <c>seed:stratum:lot</c>, and the lowest ranks are drawn.
/// </remarks>
public static class Draw
{
    /// <summary>
    /// Fewest digits of the public value. House rule: with a million possible seeds, who writes the list cannot arrange it so that a
    /// lot is missed by all of them, or by noticeably more of them than by chance.
    /// </summary>
    public const int FewestDigits = 6;

    /// <summary>Most digits of the public value; more would only be mistyped.</summary>
    public const int MostDigits = 40;

    /// <summary>
    /// The list as a file: one candidate a line, in the order of its bytes (<c>LC_ALL=C sort</c>), each line ended by one line feed. The
    /// order in which the candidates come does not matter.
    /// </summary>
    public static string ListText(IEnumerable<Candidate> candidates) =>
        string.Concat(candidates.Select(candidate => candidate.ToString()).Order(StringComparer.Ordinal).Select(line => line + '\n'));

    /// <summary>SHA-256 of the list's file, in lower-case hex.</summary>
    public static string ListSha256(IEnumerable<Candidate> candidates) => Sha256(ListText(candidates));

    /// <summary>What both the list and the public value have gone into: <c>list's SHA-256:digits</c>.</summary>
    public static string Seed(string listSha256, string publicValue) => $"{listSha256}:{publicValue}";

    /// <summary>The candidates of one stratum, the first drawn first.</summary>
    public static IReadOnlyList<RankedCandidate> Order(string seed, int stratum, IEnumerable<LotCode> lots) =>
    [
        .. lots.Distinct().Select(lot => new Candidate(stratum, lot))
            .Select(candidate => (candidate, Rank: Sha256($"{seed}:{candidate}")))
            .OrderBy(ranked => ranked.Rank, StringComparer.Ordinal)
            .Select((ranked, before) => new RankedCandidate(before + 1, ranked.candidate, ranked.Rank)),
    ];

    /// <summary>
    /// The digits of a public value as a person types them: blanks, points, commas and dashes between them say nothing and are left out.
    /// Refused (<see cref="PlanRefusal.ValueUnreadable"/>): another number of digits than was announced, or anything else than digits, since
    /// whoever may choose between two spellings may choose between two draws.
    /// </summary>
    /// <param name="text">What was typed.</param>
    /// <param name="digits">How many digits were announced.</param>
    public static Outcome<string> ReadPublicValue(string? text, int digits)
    {
        var bare = string.Concat((text ?? "").Select(Keyboard.Narrow).Where(c => !Keyboard.IsBlank(c) && !Keyboard.IsDash(c) && c is not ('.' or ',')));
        return bare.Length == digits && bare.All(char.IsAsciiDigit) ? bare : new Refusal(PlanRefusal.ValueUnreadable, "Value", digits);
    }

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
