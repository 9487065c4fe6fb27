using System.Globalization;

namespace BeeTrace.Core.Registry;

/// <summary>
/// The 18 characters by which Chinese law knows a person (公民身份号码, GB 11643-1999): region, day of birth, serial, check character.
/// Personal information: it is kept encrypted, shown masked, and a full look at it is a recorded deed.
/// </summary>
/// <remarks>Only form, day of birth and check character are proved here, not that such a person exists.</remarks>
public readonly record struct IdentityNumber
{
    /// <summary>How many characters it has.</summary>
    public const int Length = 18;

    /// <summary>Check characters by the weighted sum modulo 11 (ISO 7064:1983 MOD 11-2).</summary>
    private const string CheckCharacters = "10X98765432";

    private readonly string? _text;

    private IdentityNumber(string text) => _text = text;

    /// <summary>First four and last four characters: <c>3301**********1234</c>.</summary>
    public string Masked => Text is { Length: Length } text ? string.Concat(text.AsSpan(0, 4), "**********", text.AsSpan(14)) : "";

    /// <summary>All of it; never to be written into a log, a deed or an address.</summary>
    public string Text => _text ?? "";

    /// <summary>Reads a number with spaces and dashes, full-width characters and a small x. The refusal never repeats what was typed.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="today">Nobody is born later.</param>
    /// <param name="field">The input it stands in, for the refusal.</param>
    public static Outcome<IdentityNumber> Parse(string? text, DateOnly today, string? field = null)
    {
        var bare = string.Concat(Keyboard.Narrow(text ?? "").Where(c => !Keyboard.IsBlank(c) && !Keyboard.IsDash(c))).ToUpperInvariant();
        if (bare.Length != Length || !bare.AsSpan(0, Length - 1).ToString().All(char.IsAsciiDigit) || !(char.IsAsciiDigit(bare[^1]) || bare[^1] == 'X'))
            return new Refusal(OfficeRefusal.IdentityMalformed, field);
        if (!DateOnly.TryParseExact(bare.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born) || born > today || born.Year < 1900)
            return new Refusal(OfficeRefusal.IdentityBirthDay, field);
        return CheckOf(bare.AsSpan(0, Length - 1)) == bare[^1] ? new IdentityNumber(bare) : new Refusal(OfficeRefusal.IdentityCheck, field);
    }

    /// <summary>The 18th character for the first 17 digits: weights 2ⁱ mod 11 from the right, then the table (GB 11643-1999, 4.2).</summary>
    public static char CheckOf(ReadOnlySpan<char> firstSeventeen)
    {
        var sum = 0;
        var weight = 1;
        for (var i = firstSeventeen.Length - 1; i >= 0; i--)
        {
            weight = weight * 2 % 11;
            sum += (firstSeventeen[i] - '0') * weight;
        }

        return CheckCharacters[sum % 11];
    }

    /// <summary>Masked: a number that slips into a log shows no more than a page.</summary>
    public override string ToString() => Masked;
}
