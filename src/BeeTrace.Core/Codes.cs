using System.Globalization;
using System.Text;

namespace BeeTrace.Core;

/// <summary>Why a typed or scanned code is not one.</summary>
public static class CodeRefusal
{
    /// <summary>The text has not the form of the code asked for. Arguments: what was typed, an example of the right form.</summary>
    public const string Malformed = "code.malformed";

    /// <summary>The check character does not fit: one character is wrong or two are swapped. Arguments: what was typed.</summary>
    public const string CheckCharacter = "code.check-character";
}

/// <summary>
/// A code that people read, say, write and scan. Its text is canonical: upper case, dashes in place, check character
/// last. The default value is no code and prints as an empty text.
/// </summary>
public interface ICode<TSelf> where TSelf : struct, ICode<TSelf>
{
    /// <summary>
    /// Reads a code as people write it: any case, spaces and dashes anywhere or nowhere, full-width characters of a Chinese
    /// keyboard, I and L for 1 and O for 0 behind the prefix (no code holds those letters there).
    /// </summary>
    /// <param name="text">What was typed or scanned.</param>
    /// <param name="field">The input it stands in, for the refusal.</param>
    static abstract Outcome<TSelf> Parse(string? text, string? field = null);

    static abstract bool TryParse(string? text, out TSelf code);
}

/// <summary>The number painted on a hive stand: <c>A330122-0007-c</c>, a county and a number in that county. It stays when the apiary moves.</summary>
public readonly record struct ApiaryCode : ICode<ApiaryCode>
{
    private static readonly CodeForm Form = new("A", [6, 4], digits: 10, example: "3301220007");

    private readonly string? _text;

    private ApiaryCode(string text) => _text = text;

    /// <summary>The county that registered it, as a six-digit code of GB/T 2260.</summary>
    public string County => ToString() is { Length: > 0 } text ? text[1..7] : "";

    /// <summary>Its number in that county, 1 to 9999.</summary>
    public int Serial => ToString() is { Length: > 0 } text ? CodeForm.Number(text.AsSpan(8, 4)) : 0;

    /// <exception cref="ArgumentException">The county has not six digits, or the number is outside 1 to 9999.</exception>
    public static ApiaryCode Create(string county, int serial)
    {
        ArgumentNullException.ThrowIfNull(county);
        if (county.Length != 6 || !county.All(char.IsAsciiDigit))
            throw new ArgumentException("A county has six digits.", nameof(county));
        return new(Form.Print(county + CodeForm.Digits(serial, 4)));
    }

    public static Outcome<ApiaryCode> Parse(string? text, string? field = null) => Form.Read(text, field, static canonical => new ApiaryCode(canonical));

    public static bool TryParse(string? text, out ApiaryCode code) => CodeForm.Try(Parse(text), out code);

    public override string ToString() => _text ?? "";
}

/// <summary>The number of one production lot: <c>L18-00931-c</c>. Not a sample, although bulletins call both 批次.</summary>
public readonly record struct LotCode : ICode<LotCode>
{
    private static readonly CodeForm Form = new("L", [2, 5], digits: 7, example: "1800931");

    private readonly string? _text;

    private LotCode(string text) => _text = text;

    /// <summary>The year it was recorded, 2000 to 2099.</summary>
    public int Year => CodeForm.YearOf(ToString());

    /// <summary>Its number in that year, 1 to 99999.</summary>
    public int Serial => CodeForm.SerialOf(ToString());

    /// <exception cref="ArgumentOutOfRangeException">The year is outside 2000 to 2099 or the number outside 1 to 99999.</exception>
    public static LotCode Create(int year, int serial) => new(Form.PrintYearly(year, serial));

    public static Outcome<LotCode> Parse(string? text, string? field = null) => Form.Read(text, field, static canonical => new LotCode(canonical));

    public static bool TryParse(string? text, out LotCode code) => CodeForm.Try(Parse(text), out code);

    public override string ToString() => _text ?? "";
}

/// <summary>The number of a laboratory sample: <c>S18-00931-c</c>, on its sampling record, its seals and its report. At the bench it bears a <see cref="BlindCode"/>.</summary>
public readonly record struct SampleCode : ICode<SampleCode>
{
    private static readonly CodeForm Form = new("S", [2, 5], digits: 7, example: "1800931");

    private readonly string? _text;

    private SampleCode(string text) => _text = text;

    /// <summary>The year it was drawn, 2000 to 2099.</summary>
    public int Year => CodeForm.YearOf(ToString());

    /// <summary>Its number in that year, 1 to 99999.</summary>
    public int Serial => CodeForm.SerialOf(ToString());

    /// <exception cref="ArgumentOutOfRangeException">The year is outside 2000 to 2099 or the number outside 1 to 99999.</exception>
    public static SampleCode Create(int year, int serial) => new(Form.PrintYearly(year, serial));

    public static Outcome<SampleCode> Parse(string? text, string? field = null) => Form.Read(text, field, static canonical => new SampleCode(canonical));

    public static bool TryParse(string? text, out SampleCode code) => CodeForm.Try(Parse(text), out code);

    public override string ToString() => _text ?? "";
}

/// <summary>
/// The blind number of a sample (盲样号): <c>B-7K3M2-QX9T4-c</c>. It is drawn by chance when the laboratory takes a sample over, stands on the bottle at the
/// bench, and tells neither when nor where the sample was drawn.
/// </summary>
public readonly record struct BlindCode : ICode<BlindCode>
{
    /// <summary>How many characters are drawn by chance: enough that a hundred thousand samples never meet (32¹⁰ numbers), and that a guess hits none.</summary>
    public const int RandomLength = 10;

    private static readonly CodeForm Form = new("B-", [5, 5], digits: 0, example: "7K3M2QX9T4");

    private readonly string? _text;

    private BlindCode(string text) => _text = text;

    /// <param name="random">Ten characters of <see cref="CheckCharacter.Alphabet"/>, drawn by the caller from a cryptographic source.</param>
    /// <exception cref="ArgumentException">The characters do not fit.</exception>
    public static BlindCode Create(string random)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (random.Length != RandomLength || !CheckCharacter.Holds(random))
            throw new ArgumentException("Ten characters of the alphabet of codes.", nameof(random));
        return new(Form.Print(random));
    }

    public static Outcome<BlindCode> Parse(string? text, string? field = null) => Form.Read(text, field, static canonical => new BlindCode(canonical));

    public static bool TryParse(string? text, out BlindCode code) => CodeForm.Try(Parse(text), out code);

    public override string ToString() => _text ?? "";
}

/// <summary>The number of a test report (检验报告): <c>R18-00931-c</c>. It stands on every page; a report that replaces another has a number of its own.</summary>
public readonly record struct ReportNumber : ICode<ReportNumber>
{
    private static readonly CodeForm Form = new("R", [2, 5], digits: 7, example: "1800931");

    private readonly string? _text;

    private ReportNumber(string text) => _text = text;

    /// <summary>The year it was prepared, 2000 to 2099.</summary>
    public int Year => CodeForm.YearOf(ToString());

    /// <summary>Its number in that year, 1 to 99999.</summary>
    public int Serial => CodeForm.SerialOf(ToString());

    /// <exception cref="ArgumentOutOfRangeException">The year is outside 2000 to 2099 or the number outside 1 to 99999.</exception>
    public static ReportNumber Create(int year, int serial) => new(Form.PrintYearly(year, serial));

    public static Outcome<ReportNumber> Parse(string? text, string? field = null) => Form.Read(text, field, static canonical => new ReportNumber(canonical));

    public static bool TryParse(string? text, out ReportNumber code) => CodeForm.Try(Parse(text), out code);

    public override string ToString() => _text ?? "";
}

/// <summary>
/// The number of an issued certificate: <c>BT-2018-7K3M-2QX9-c</c>. Eight characters are drawn by chance, so that numbers
/// do not tell how many certificates there are and cannot be counted through.
/// </summary>
public readonly record struct CertificateNumber : ICode<CertificateNumber>
{
    /// <summary>How many characters are drawn by chance: 40 bits, of which who tries 600 numbers a minute meets one of 10,000 papers after some months.</summary>
    public const int RandomLength = 8;

    private static readonly CodeForm Form = new("BT-", [4, 4, 4], digits: 4, example: "20187K3M2QX9");

    /// <summary>Numbers of the first papers have four characters of chance; they stay readable.</summary>
    private static readonly CodeForm ShortForm = new("BT-", [4, 4], digits: 4, example: "20187K3M");

    private readonly string? _text;

    private CertificateNumber(string text) => _text = text;

    /// <summary>The year it was issued.</summary>
    public int Year => ToString() is { Length: > 0 } text ? CodeForm.Number(text.AsSpan(3, 4)) : 0;

    /// <param name="year">The year of issue, 2000 to 2099.</param>
    /// <param name="random">Eight characters of <see cref="CheckCharacter.Alphabet"/>, drawn by the caller from a cryptographic source.</param>
    /// <exception cref="ArgumentException">The year or the characters do not fit.</exception>
    public static CertificateNumber Create(int year, string random)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (random.Length != RandomLength || !CheckCharacter.Holds(random))
            throw new ArgumentException("Eight characters of the alphabet of codes.", nameof(random));
        return new(Form.Print(CodeForm.CheckedYear(year).ToString(CultureInfo.InvariantCulture) + random));
    }

    public static Outcome<CertificateNumber> Parse(string? text, string? field = null)
    {
        var read = Form.Read(text, field, static canonical => new CertificateNumber(canonical));
        if (read.IsDone || read.Refusals[0].Code != CodeRefusal.Malformed)
            return read;
        var shorter = ShortForm.Read(text, field, static canonical => new CertificateNumber(canonical));
        return shorter.IsDone || shorter.Refusals[0].Code != CodeRefusal.Malformed ? shorter : read;
    }

    public static bool TryParse(string? text, out CertificateNumber code) => CodeForm.Try(Parse(text), out code);

    public override string ToString() => _text ?? "";
}

/// <summary>The number of a registered nectar source: <c>N330122-0007-c</c>, a county and a number in that county.</summary>
public readonly record struct NectarSourceCode : ICode<NectarSourceCode>
{
    private static readonly CodeForm Form = new("N", [6, 4], digits: 10, example: "3301220007");

    private readonly string? _text;

    private NectarSourceCode(string text) => _text = text;

    /// <summary>The county that registered it, as a six-digit code of GB/T 2260.</summary>
    public string County => ToString() is { Length: > 0 } text ? text[1..7] : "";

    /// <summary>Its number in that county, 1 to 9999.</summary>
    public int Serial => ToString() is { Length: > 0 } text ? CodeForm.Number(text.AsSpan(8, 4)) : 0;

    /// <exception cref="ArgumentException">The county has not six digits, or the number is outside 1 to 9999.</exception>
    public static NectarSourceCode Create(string county, int serial)
    {
        ArgumentNullException.ThrowIfNull(county);
        if (county.Length != 6 || !county.All(char.IsAsciiDigit))
            throw new ArgumentException("A county has six digits.", nameof(county));
        return new(Form.Print(county + CodeForm.Digits(serial, 4)));
    }

    public static Outcome<NectarSourceCode> Parse(string? text, string? field = null) => Form.Read(text, field, static canonical => new NectarSourceCode(canonical));

    public static bool TryParse(string? text, out NectarSourceCode code) => CodeForm.Try(Parse(text), out code);

    public override string ToString() => _text ?? "";
}

/// <summary>The number of a notice to beekeepers: <c>W26-00012-c</c>.</summary>
public readonly record struct NoticeCode : ICode<NoticeCode>
{
    private static readonly CodeForm Form = new("W", [2, 5], digits: 7, example: "2600012");

    private readonly string? _text;

    private NoticeCode(string text) => _text = text;

    /// <summary>The year it was issued, 2000 to 2099.</summary>
    public int Year => CodeForm.YearOf(ToString());

    /// <summary>Its number in that year, 1 to 99999.</summary>
    public int Serial => CodeForm.SerialOf(ToString());

    /// <exception cref="ArgumentOutOfRangeException">The year is outside 2000 to 2099 or the number outside 1 to 99999.</exception>
    public static NoticeCode Create(int year, int serial) => new(Form.PrintYearly(year, serial));

    public static Outcome<NoticeCode> Parse(string? text, string? field = null) => Form.Read(text, field, static canonical => new NoticeCode(canonical));

    public static bool TryParse(string? text, out NoticeCode code) => CodeForm.Try(Parse(text), out code);

    public override string ToString() => _text ?? "";
}

/// <summary>The number of a sampling plan: <c>P26-00001-c</c>.</summary>
public readonly record struct PlanCode : ICode<PlanCode>
{
    private static readonly CodeForm Form = new("P", [2, 5], digits: 7, example: "2600001");

    private readonly string? _text;

    private PlanCode(string text) => _text = text;

    /// <summary>The year it plans, 2000 to 2099.</summary>
    public int Year => CodeForm.YearOf(ToString());

    /// <summary>Its number in that year, 1 to 99999.</summary>
    public int Serial => CodeForm.SerialOf(ToString());

    /// <exception cref="ArgumentOutOfRangeException">The year is outside 2000 to 2099 or the number outside 1 to 99999.</exception>
    public static PlanCode Create(int year, int serial) => new(Form.PrintYearly(year, serial));

    public static Outcome<PlanCode> Parse(string? text, string? field = null) => Form.Read(text, field, static canonical => new PlanCode(canonical));

    public static bool TryParse(string? text, out PlanCode code) => CodeForm.Try(Parse(text), out code);

    public override string ToString() => _text ?? "";
}

/// <summary>The number of a consignment that leaves the country: <c>X26-00001-c</c>. Firm, office and paper say it of the same goods.</summary>
public readonly record struct ConsignmentCode : ICode<ConsignmentCode>
{
    private static readonly CodeForm Form = new("X", [2, 5], digits: 7, example: "2600001");

    private readonly string? _text;

    private ConsignmentCode(string text) => _text = text;

    /// <summary>The year it was entered, 2000 to 2099.</summary>
    public int Year => CodeForm.YearOf(ToString());

    /// <summary>Its number in that year, 1 to 99999.</summary>
    public int Serial => CodeForm.SerialOf(ToString());

    /// <exception cref="ArgumentOutOfRangeException">The year is outside 2000 to 2099 or the number outside 1 to 99999.</exception>
    public static ConsignmentCode Create(int year, int serial) => new(Form.PrintYearly(year, serial));

    public static Outcome<ConsignmentCode> Parse(string? text, string? field = null) => Form.Read(text, field, static canonical => new ConsignmentCode(canonical));

    public static bool TryParse(string? text, out ConsignmentCode code) => CodeForm.Try(Parse(text), out code);

    public override string ToString() => _text ?? "";
}

/// <summary>
/// The number of a receipt for an entry from the field: <c>K-7QF2-c</c>. It follows from the entry's id, so that the phone
/// can tell it before there is a line. Short enough to be said on the telephone, and therefore not unique: the id is.
/// </summary>
public readonly record struct ReceiptNumber : ICode<ReceiptNumber>
{
    private static readonly CodeForm Form = new("K-", [4], digits: 0, example: "7QF2");

    private readonly string? _text;

    private ReceiptNumber(string text) => _text = text;

    /// <summary>The number that belongs to an entry: the last twenty bits of its id in the alphabet of codes.</summary>
    public static ReceiptNumber Of(Guid entry)
    {
        Span<byte> bytes = stackalloc byte[16];
        entry.TryWriteBytes(bytes, bigEndian: true, out _);
        var bits = (bytes[13] & 0x0F) << 16 | bytes[14] << 8 | bytes[15];
        return new(Form.Print(string.Create(4, bits, static (text, value) =>
        {
            for (var i = 0; i < text.Length; i++)
                text[i] = CheckCharacter.Alphabet[value >> (15 - 5 * i) & 31];
        })));
    }

    public static Outcome<ReceiptNumber> Parse(string? text, string? field = null) => Form.Read(text, field, static canonical => new ReceiptNumber(canonical));

    public static bool TryParse(string? text, out ReceiptNumber code) => CodeForm.Try(Parse(text), out code);

    public override string ToString() => _text ?? "";
}

/// <summary>How a code is laid out: a fixed prefix, groups of characters, a check character, dashes between.</summary>
internal sealed class CodeForm
{
    /// <summary>Longer texts are refused unread: no code with spaces in it comes near.</summary>
    private const int LongestText = 64;

    private readonly string _prefix;
    private readonly int[] _groups;
    private readonly int _digits;
    private readonly int _length;
    private readonly string _example;

    /// <param name="prefix">Letters that say what the code names, as printed; not part of the check.</param>
    /// <param name="groups">Lengths of the groups between the dashes.</param>
    /// <param name="digits">How many characters behind the prefix must be digits; any others are of the alphabet.</param>
    /// <param name="example">Characters between prefix and check character, for the example in a refusal.</param>
    internal CodeForm(string prefix, int[] groups, int digits, string example)
    {
        _prefix = prefix;
        _groups = groups;
        _digits = digits;
        _length = groups.Sum();
        _example = Print(example);
    }

    internal string Print(string payload)
    {
        var printed = new StringBuilder(_prefix, 24);
        var start = 0;
        foreach (var length in _groups)
        {
            printed.Append(payload, start, length).Append('-');
            start += length;
        }

        return printed.Append(CheckCharacter.Of(payload)).ToString();
    }

    internal string PrintYearly(int year, int serial) =>
        Print((CheckedYear(year) % 100).ToString("00", CultureInfo.InvariantCulture) + Digits(serial, 5));

    internal Outcome<TCode> Read<TCode>(string? text, string? field, Func<string, TCode> make)
    {
        var typed = (text ?? "").Trim();
        if (typed.Length > LongestText)
            return Malformed(typed[..LongestText] + "…");
        var bare = Bare(typed);
        var letters = _prefix.TrimEnd('-');
        if (!bare.StartsWith(letters, StringComparison.Ordinal))
            return Malformed(typed);

        // Behind the prefix no code holds I, L or O, so a reader who wrote one meant the digit.
        var body = bare[letters.Length..].Replace('I', '1').Replace('L', '1').Replace('O', '0');
        if (!IsInForm(body))
            return Malformed(typed);
        return CheckCharacter.Fits(body)
            ? make(Print(body[..^1]))
            : new Refusal(CodeRefusal.CheckCharacter, field, typed);

        Refusal Malformed(string shown) => new(CodeRefusal.Malformed, field, shown, _example);
    }

    internal static bool Try<TCode>(Outcome<TCode> outcome, out TCode code) where TCode : struct
    {
        code = outcome.IsDone ? outcome.Value : default;
        return outcome.IsDone;
    }

    internal static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    internal static int YearOf(string text) => text.Length > 0 ? 2000 + Number(text.AsSpan(1, 2)) : 0;

    internal static int SerialOf(string text) => text.Length > 0 ? Number(text.AsSpan(4, 5)) : 0;

    internal static int CheckedYear(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 2000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 2099);
        return year;
    }

    internal static string Digits(int serial, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(serial);
        var digits = serial.ToString(CultureInfo.InvariantCulture).PadLeft(length, '0');
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits.Length, length, nameof(serial));
        return digits;
    }

    private bool IsInForm(string body) =>
        body.Length == _length + 1
        && CheckCharacter.Holds(body)
        && !body.AsSpan(0, _digits).ContainsAnyExceptInRange('0', '9');

    /// <summary>The text without spaces, dashes and invisible marks, narrow and in upper case.</summary>
    private static string Bare(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var typed in text)
        {
            var character = Keyboard.Narrow(typed);
            if (!Keyboard.IsBlank(character) && !Keyboard.IsDash(character))
                bare.Append(char.ToUpperInvariant(character));
        }

        return bare.ToString();
    }
}
