using System.Globalization;
using System.Text.RegularExpressions;

namespace BeeTrace.Core.Lab;

/// <summary>What a result says of the amount.</summary>
public enum ReadingKind
{
    /// <summary>A number at or above the limit of quantification.</summary>
    Numeric,

    /// <summary>Below the limit of detection: not detected.</summary>
    BelowLod,

    /// <summary>Detected, but below the limit of quantification.</summary>
    BelowLoq,

    /// <summary>Below a stated value that is neither LOD nor LOQ (<c>&lt;10</c> colonies).</summary>
    BelowValue,

    /// <summary>Above the range of the method.</summary>
    AboveRange,

    /// <summary>Present, no amount.</summary>
    Detected,

    /// <summary>Absent in the amount tested.</summary>
    NotDetected,

    /// <summary>撤回: no result; the row takes back one that was entered by mistake. Nothing that is typed reads as this.</summary>
    Withdrawn,
}

/// <summary>
/// One result as a person typed it: a number, or the honest statement that there is none. Not detected is never stored as
/// zero, and "not tested" is no reading at all.
/// </summary>
/// <remarks>
/// House rule: a number below the stated LOD is read as not detected and a number between LOD and LOQ as below LOQ, since
/// the method does not vouch for its digits; <see cref="Text"/> keeps what was typed.
/// </remarks>
public sealed partial record Reading
{
    private Reading(ReadingKind kind, string text, Conditions conditions, decimal? value = null, decimal? bound = null)
    {
        Kind = kind;
        Text = text;
        Unit = conditions.Unit;
        Value = value;
        Bound = bound;
        Lod = conditions.Lod;
        Loq = conditions.Loq;
        Uncertainty = conditions.Uncertainty;
        CoverageFactor = conditions.CoverageFactor;
        CcAlpha = conditions.CcAlpha;
    }

    /// <summary>What the result says.</summary>
    public ReadingKind Kind { get; }

    /// <summary>What was typed, in half width and without surrounding blanks; <see cref="Parse"/> of it gives the same reading again.</summary>
    public string Text { get; }

    /// <summary>Unit of every number here.</summary>
    public Unit Unit { get; }

    /// <summary>The measured value with the digits typed; only for <see cref="ReadingKind.Numeric"/>.</summary>
    public decimal? Value { get; }

    /// <summary>The x of <c>&lt;x</c> or <c>&gt;x</c>; only for <see cref="ReadingKind.BelowValue"/> and <see cref="ReadingKind.AboveRange"/>.</summary>
    public decimal? Bound { get; }

    /// <summary>Limit of detection of the method in this matrix.</summary>
    public decimal? Lod { get; }

    /// <summary>Limit of quantification of the method in this matrix.</summary>
    public decimal? Loq { get; }

    /// <summary>Expanded uncertainty U, absolute, in <see cref="Unit"/>.</summary>
    public decimal? Uncertainty { get; }

    /// <summary>Coverage factor k of <see cref="Uncertainty"/>, mostly 2.</summary>
    public decimal CoverageFactor { get; }

    /// <summary>Decision limit CCα of the method (Regulation (EU) 2021/808), where it is known.</summary>
    public decimal? CcAlpha { get; }

    /// <summary>Decimal places as typed (0.420 has three); 0 where there is no number.</summary>
    public int Decimals => (Value ?? Bound)?.Scale ?? 0;

    /// <summary>
    /// Reads what a person typed: <c>0.42</c>, <c>&lt;0.1</c>, <c>&lt;LOQ</c>, <c>&lt;LOD</c>, <c>ND</c>, <c>n.d.</c>,
    /// <c>ND(&lt;0.1)</c>, <c>未检出</c>, <c>&gt;300</c>, <c>detected</c>, <c>检出</c>, <c>not detected</c>, full width too.
    /// </summary>
    /// <param name="text">What was typed.</param>
    /// <param name="unit">Unit of the text and of every other number.</param>
    /// <param name="lod">Limit of detection; "not detected" in a measured unit needs it.</param>
    /// <param name="loq">Limit of quantification; <c>&lt;LOQ</c> needs it.</param>
    /// <param name="uncertainty">Expanded uncertainty U, absolute.</param>
    /// <param name="coverageFactor">Coverage factor k.</param>
    /// <param name="ccAlpha">Decision limit CCα.</param>
    /// <returns>The reading, or every reason against it, codes of <see cref="LabRefusal"/>.</returns>
    public static Outcome<Reading> Parse(
        string? text, Unit unit, decimal? lod, decimal? loq, decimal? uncertainty = null, decimal coverageFactor = 2, decimal? ccAlpha = null)
    {
        var conditions = new Conditions(unit, lod, loq, uncertainty, coverageFactor, ccAlpha);
        var refusals = conditions.Check();
        var typed = TypedText.Normalise(text);
        var read = Read(typed, conditions);
        refusals.AddRange(read.Refusals);
        return refusals.Count == 0 ? read : Outcome<Reading>.Refused(refusals);
    }

    /// <summary>
    /// The result as a report prints it: "未检出（检出限 0.1 µg/kg）", "Not detected (LOD 0.1 µg/kg)", "&lt; LOQ 0.3 µg/kg",
    /// "0.42 µg/kg", "&gt; 300 mg/kg".
    /// </summary>
    /// <param name="language">Language of the document.</param>
    /// <param name="decimals">Places to round a measured value to (GB/T 8170-2008); null prints the digits typed.</param>
    public string Print(Language language, int? decimals = null)
    {
        var zh = language == Language.Chinese;
        return Kind switch
        {
            ReadingKind.Numeric => decimals is { } places ? Rounding.Print(Value!.Value, places) + UnitSuffix : Amount(Value),
            ReadingKind.BelowLod => zh ? $"未检出（检出限 {Amount(Lod)}）" : $"Not detected (LOD {Amount(Lod)})",
            ReadingKind.BelowLoq => zh ? $"<定量限 {Amount(Loq)}" : $"< LOQ {Amount(Loq)}",
            ReadingKind.BelowValue => (zh ? "<" : "< ") + Amount(Bound),
            ReadingKind.AboveRange => (zh ? ">" : "> ") + Amount(Bound),
            ReadingKind.Detected => Unit.IsPresence ? (zh ? "检出/25 g" : "Detected in 25 g") : (zh ? "检出" : "Detected"),
            _ => Unit.IsPresence ? (zh ? "未检出/25 g" : "Not detected in 25 g") : (zh ? "未检出" : "Not detected"),
        };
    }

    private string UnitSuffix => Unit.Equals(Unit.None) ? "" : " " + Unit.Code;

    private string Amount(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) + UnitSuffix;

    private static Outcome<Reading> Read(string typed, Conditions conditions)
    {
        var key = typed.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        switch (key)
        {
            case "" or "-" or "—" or "/" or "未检" or "未检测" or "NOTTESTED" or "N/A" or "NA":
                return new Refusal(LabRefusal.ReadingMissing, "reading");
            case "ND" or "N.D." or "N.D" or "未检出" or "NOTDETECTED" or "阴性" or "NEGATIVE" or "<LOD" or "<检出限" or "ABSENT":
                return NotDetected(typed, conditions);
            case "DETECTED" or "检出" or "阳性" or "POSITIVE" or "PRESENT":
                return new Reading(ReadingKind.Detected, typed, conditions);
            case "<LOQ" or "<定量限":
                return conditions.Unit.IsPresence ? conditions.NumberRefused(typed)
                    : conditions.Loq is null ? new Refusal(LabRefusal.LoqMissing, "loq")
                    : new Reading(ReadingKind.BelowLoq, typed, conditions);
        }

        if (NotDetectedWithLod().Match(key) is { Success: true } nd)
            return NotDetectedBelow(typed, nd.Groups["lod"].Value, conditions);
        var match = NumberWithSign().Match(key);
        if (!match.Success)
            return new Refusal(key.Contains(',', StringComparison.Ordinal) ? LabRefusal.CommaInNumber : LabRefusal.ReadingUnreadable, "reading", typed);
        if (!TryNumber(match.Groups["number"].Value, out var number))
            return new Refusal(LabRefusal.ReadingUnreadable, "reading", typed);
        if (conditions.Unit.IsPresence)
            return conditions.NumberRefused(typed);
        if (number < 0m && !conditions.Unit.AllowsNegative)
            return new Refusal(LabRefusal.NegativeReading, "reading", typed);
        return match.Groups["sign"].Value switch
        {
            "<" => Below(typed, number, conditions),
            ">" => new Reading(ReadingKind.AboveRange, typed, conditions, bound: number),
            _ => Number(typed, number, conditions),
        };
    }

    private static Outcome<Reading> NotDetected(string typed, Conditions conditions)
    {
        if (!conditions.Unit.IsMeasured && conditions.Lod is null)
            return new Reading(ReadingKind.NotDetected, typed, conditions);
        return conditions.Lod is null
            ? new Refusal(LabRefusal.LodMissing, "lod")
            : new Reading(ReadingKind.BelowLod, typed, conditions);
    }

    private static Outcome<Reading> NotDetectedBelow(string typed, string lodText, Conditions conditions)
    {
        if (!TryNumber(lodText, out var lod) || lod <= 0m)
            return new Refusal(LabRefusal.ReadingUnreadable, "reading", typed);
        if (conditions.Unit.IsPresence)
            return conditions.NumberRefused(typed);
        if (conditions.Lod is { } stated && stated != lod)
            return new Refusal(LabRefusal.LodContradicted, "lod", lod, stated);
        var completed = conditions with { Lod = conditions.Lod ?? lod };
        var refusals = completed.Check();
        return refusals.Count == 0 ? new Reading(ReadingKind.BelowLod, typed, completed) : Outcome<Reading>.Refused(refusals);
    }

    private static Outcome<Reading> Below(string typed, decimal bound, Conditions conditions)
    {
        if (bound == 0m && !conditions.Unit.AllowsNegative)
            return new Refusal(LabRefusal.ReadingUnreadable, "reading", typed);
        // A method cannot see that something is below less than it can see at all.
        if (conditions.Lod is { } lod && bound < lod)
            return new Refusal(LabRefusal.LodContradicted, "lod", bound, lod);
        if (bound == conditions.Lod)
            return new Reading(ReadingKind.BelowLod, typed, conditions);
        return bound == conditions.Loq
            ? new Reading(ReadingKind.BelowLoq, typed, conditions)
            : new Reading(ReadingKind.BelowValue, typed, conditions, bound: bound);
    }

    private static Outcome<Reading> Number(string typed, decimal number, Conditions conditions)
    {
        if (conditions.Unit.IsMeasured && !conditions.Unit.AllowsNegative)
        {
            if (number == 0m && conditions.Lod is null)
                return new Refusal(LabRefusal.ZeroIsNoResult, "lod");
            if (number < conditions.Lod)
                return new Reading(ReadingKind.BelowLod, typed, conditions);
            if (number < conditions.Loq)
                return new Reading(ReadingKind.BelowLoq, typed, conditions);
        }

        return new Reading(ReadingKind.Numeric, typed, conditions, value: number);
    }

    // More than 28 digits would be rounded by decimal.Parse without a word.
    private static bool TryNumber(string text, out decimal number)
    {
        number = 0m;
        return text.Length <= 28
            && decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
    }

    [GeneratedRegex(@"^(?<sign>[<>]?)(?<number>[+-]?[0-9]+(\.[0-9]+)?)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberWithSign();

    [GeneratedRegex(@"^(ND|N\.D\.?|未检出|NOTDETECTED)\(<(?<lod>[0-9]+(\.[0-9]+)?)\)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NotDetectedWithLod();

    /// <summary>All that stands beside the typed text.</summary>
    private sealed record Conditions(Unit Unit, decimal? Lod, decimal? Loq, decimal? Uncertainty, decimal CoverageFactor, decimal? CcAlpha)
    {
        internal List<Refusal> Check()
        {
            var refusals = new List<Refusal>();
            if (Lod <= 0m)
                refusals.Add(new Refusal(LabRefusal.LodNotPositive, "lod", Lod.Value));
            if (Loq <= 0m)
                refusals.Add(new Refusal(LabRefusal.LoqNotPositive, "loq", Loq.Value));
            if (Lod > Loq)
                refusals.Add(new Refusal(LabRefusal.LodAboveLoq, "lod", Lod.Value, Loq!.Value));
            if (Uncertainty < 0m)
                refusals.Add(new Refusal(LabRefusal.UncertaintyNegative, "uncertainty", Uncertainty.Value));
            if (CoverageFactor <= 0m)
                refusals.Add(new Refusal(LabRefusal.CoverageFactorNotPositive, "k", CoverageFactor));
            if (CcAlpha <= 0m)
                refusals.Add(new Refusal(LabRefusal.CcAlphaNotPositive, "ccAlpha", CcAlpha.Value));
            return refusals;
        }

        internal Refusal NumberRefused(string typed) => new(LabRefusal.QualitativeExpected, "reading", typed, Unit.Code);
    }
}
