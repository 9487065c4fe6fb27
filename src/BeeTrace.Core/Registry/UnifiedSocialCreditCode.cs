namespace BeeTrace.Core.Registry;

/// <summary>The 18 characters by which Chinese law knows a firm (统一社会信用代码, GB 32100-2015).</summary>
/// <remarks>Only form and check character are proved here, not that such a firm exists.</remarks>
public readonly record struct UnifiedSocialCreditCode
{
    /// <summary>How many characters it has.</summary>
    public const int Length = 18;

    /// <summary>Its 31 characters in the order of their values; I, O, S, V and Z are left out (GB 32100-2015).</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private readonly string? _text;

    private UnifiedSocialCreditCode(string text) => _text = text;

    /// <summary>The region of registration, a six-digit code of GB/T 2260 (characters 3 to 8).</summary>
    public string Region => ToString() is { Length: > 0 } text ? text[2..8] : "";

    /// <summary>Reads a code in any case, with spaces and full-width characters, I for 1 and O for 0.</summary>
    public static Outcome<UnifiedSocialCreditCode> Parse(string? text, string? field = null)
    {
        var typed = (text ?? "").Trim();
        var bare = string.Concat(Keyboard.Narrow(typed).Where(c => !Keyboard.IsBlank(c) && !Keyboard.IsDash(c)))
            .ToUpperInvariant().Replace('I', '1').Replace('O', '0');
        if (bare.Length != Length || bare.Any(c => !Alphabet.Contains(c, StringComparison.Ordinal)) || !bare.AsSpan(2, 6).ToString().All(char.IsAsciiDigit))
            return new Refusal(RegistryRefusal.CreditCodeMalformed, field, typed);
        return CheckOf(bare.AsSpan(0, Length - 1)) == bare[^1]
            ? new UnifiedSocialCreditCode(bare)
            : new Refusal(RegistryRefusal.CreditCodeCheck, field, typed);
    }

    public static bool TryParse(string? text, out UnifiedSocialCreditCode code)
    {
        var outcome = Parse(text);
        code = outcome.IsDone ? outcome.Value : default;
        return outcome.IsDone;
    }

    /// <summary>The 18th character for the first 17: weights 3ⁱ mod 31, then 31 minus the sum mod 31 (GB 32100-2015, after ISO 7064 MOD 31,3).</summary>
    public static char CheckOf(ReadOnlySpan<char> firstSeventeen)
    {
        var sum = 0;
        var weight = 1;
        foreach (var character in firstSeventeen)
        {
            sum += Alphabet.IndexOf(character, StringComparison.Ordinal) * weight;
            weight = weight * 3 % Alphabet.Length;
        }

        return Alphabet[(Alphabet.Length - sum % Alphabet.Length) % Alphabet.Length];
    }

    public override string ToString() => _text ?? "";
}
