using System.Buffers;

namespace BeeTrace.Core;

/// <summary>
/// The last character of every code that people say aloud or write on a drum: it shows that one character was
/// misread or two were swapped. It is not a secret and proves nothing about who made the code.
/// </summary>
/// <remarks>
/// The recursion of the hybrid systems of ISO/IEC 7064:2003 (MOD M+1,M), here with M = 32 over Crockford's base-32 alphabet.
/// The standard tabulates M = 10, 26 and 36; M = 32 is a <c>House rule:</c> because only this alphabet leaves out I, L, O and U.
/// Doubling modulo 33 and adding modulo 32 are both reversible, so every single wrong character is caught. Of the
/// swaps of two different neighbours all but a few are caught; the tests measure the share.
/// </remarks>
public static class CheckCharacter
{
    /// <summary>The 32 characters a code may hold, in the order of their values 0 to 31.</summary>
    public const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private const int Modulus = 32;

    private static readonly SearchValues<char> Characters = SearchValues.Create(Alphabet);

    /// <summary>True when every character is one of <see cref="Alphabet"/>.</summary>
    public static bool Holds(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Characters);

    /// <summary>The check character that belongs behind <paramref name="payload"/>.</summary>
    /// <param name="payload">Characters of <see cref="Alphabet"/> only; prefix and dashes are not part of it.</param>
    /// <exception cref="ArgumentException">A character is not in the alphabet: the caller did not clean its text.</exception>
    public static char Of(ReadOnlySpan<char> payload)
    {
        var carry = Modulus;
        foreach (var character in payload)
            carry = Next(carry, ValueOf(character));
        return Alphabet[(Modulus + 1 - carry) % Modulus];
    }

    /// <summary>True when the last character of <paramref name="text"/> is the check character of those before it.</summary>
    public static bool Fits(ReadOnlySpan<char> text) => text.Length > 1 && Of(text[..^1]) == text[^1];

    private static int Next(int carry, int value)
    {
        var sum = (carry + value) % Modulus;
        return 2 * (sum == 0 ? Modulus : sum) % (Modulus + 1);
    }

    private static int ValueOf(char character)
    {
        var value = Alphabet.IndexOf(character, StringComparison.Ordinal);
        return value >= 0 ? value : throw new ArgumentException($"'{character}' is not in the alphabet of codes.", nameof(character));
    }
}
