using System.Text;

namespace BeeTrace.Core.Access;

/// <summary>
/// What a password must be: long, and not one that is guessed first. No rule asks for digits or signs, none for a change
/// by calendar (NIST SP 800-63B 5.1.1.2).
/// </summary>
public static class PasswordRules
{
    /// <summary>Fewest characters. House rule: 12, where NIST SP 800-63B 5.1.1.2 asks for 8.</summary>
    public const int Shortest = 12;

    /// <summary>Most characters; NIST SP 800-63B 5.1.1.2 asks that at least 64 be allowed.</summary>
    public const int Longest = 128;

    /// <summary>House rule: a pattern up to this long, said over and over, is no secret (<c>abcabcabcabc</c>).</summary>
    private const int LongestPattern = 4;

    /// <summary>Checks a new password.</summary>
    /// <param name="password">As typed; characters are counted as people see them, not as UTF-16 units.</param>
    /// <param name="email">The account's address.</param>
    /// <param name="common">Passwords that are guessed first, in lower case.</param>
    /// <param name="field">The input's name, for the refusals.</param>
    /// <returns>Done, or every reason at once.</returns>
    public static Outcome Check(string? password, string email, IReadOnlySet<string> common, string field = "Password")
    {
        var text = password ?? "";
        var length = text.EnumerateRunes().Count();
        var refusals = new List<Refusal>();
        if (length < Shortest)
            refusals.Add(new(AccessRefusal.PasswordTooShort, field, Shortest, length));
        if (length > Longest)
            refusals.Add(new(AccessRefusal.PasswordTooLong, field, Longest));
        if (common.Contains(text.ToLowerInvariant()))
            refusals.Add(new(AccessRefusal.PasswordCommon, field));
        if (IsAddress(text, email))
            refusals.Add(new(AccessRefusal.PasswordIsAddress, field));
        if (IsRepetition(text))
            refusals.Add(new(AccessRefusal.PasswordRepeats, field));
        return refusals.Count == 0 ? Outcome.Done : Outcome.Refused(refusals);
    }

    private static bool IsAddress(string text, string email)
    {
        var at = email.IndexOf('@', StringComparison.Ordinal);
        var local = at > 0 ? email[..at] : email;
        return text.Length > 0
            && (text.Equals(email, StringComparison.OrdinalIgnoreCase) || text.Equals(local, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsRepetition(string text)
    {
        Rune[] runes = [.. text.EnumerateRunes()];
        for (var length = 1; length <= LongestPattern && length * 2 <= runes.Length; length++)
        {
            if (runes.AsSpan(length).SequenceEqual(runes.AsSpan(0, runes.Length - length)))
                return true;
        }

        return false;
    }
}
