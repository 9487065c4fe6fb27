using System.Collections.Frozen;
using System.Globalization;

namespace BeeTrace.Core.Lab;

/// <summary>What a unit measures. Only units of one dimension can be converted into each other.</summary>
public enum Dimension
{
    /// <summary>A word or a bare number: qualitative results of no stated amount, pH, ratios.</summary>
    None,

    /// <summary>Mass of the analyte per mass of the sample.</summary>
    MassFraction,

    /// <summary>Colony-forming units per mass.</summary>
    ColonyCount,

    /// <summary>Most probable number per mass.</summary>
    MostProbableNumber,

    /// <summary>Acidity, as the volume of 1 mol/L NaOH per mass. One millilitre of it is one milliequivalent by definition.</summary>
    Acidity,

    /// <summary>Diastase activity. mL/(g·h) of 1 % starch and the Schade/Göthe number (DN) are one scale.</summary>
    Diastase,

    /// <summary>Electrical conductivity.</summary>
    Conductivity,

    /// <summary>Isotope ratio against a standard (δ13C), may be negative.</summary>
    IsotopeDelta,

    /// <summary>Temperature, may be negative.</summary>
    Temperature,

    /// <summary>Acid or saponification value of wax, mass of KOH per mass.</summary>
    AlkaliConsumption,

    /// <summary>Present or absent in a stated amount of sample (Salmonella in 25 g).</summary>
    Presence,
}

/// <summary>
/// A unit of the county laboratory, as printed. Within one dimension units differ only by a power of ten, so that every
/// conversion is exact in <see cref="decimal"/>. Not a general unit library: °F and ounces have no place on these reports.
/// </summary>
public sealed record Unit
{
    private static readonly decimal[] PowersOfTen = BuildPowersOfTen();

    private Unit(string code, Dimension dimension, int exponent)
    {
        Code = code;
        Dimension = dimension;
        Exponent = exponent;
    }

    /// <summary>g/100 g, the unit of Chinese standards for sugars. The same size as <see cref="Percent"/>.</summary>
    public static Unit GramPer100Gram { get; } = new("g/100 g", Dimension.MassFraction, -2);

    /// <summary>Percent by mass.</summary>
    public static Unit Percent { get; } = new("%", Dimension.MassFraction, -2);

    /// <summary>mg/kg = ppm by mass.</summary>
    public static Unit MilligramPerKilogram { get; } = new("mg/kg", Dimension.MassFraction, -6);

    /// <summary>µg/kg = ppb by mass.</summary>
    public static Unit MicrogramPerKilogram { get; } = new("µg/kg", Dimension.MassFraction, -9);

    /// <summary>CFU/g.</summary>
    public static Unit ColonyPerGram { get; } = new("CFU/g", Dimension.ColonyCount, 0);

    /// <summary>MPN/g.</summary>
    public static Unit MostProbableNumberPerGram { get; } = new("MPN/g", Dimension.MostProbableNumber, 0);

    /// <summary>mL/kg of 1 mol/L NaOH = meq/kg.</summary>
    public static Unit MillilitrePerKilogram { get; } = new("mL/kg", Dimension.Acidity, 0);

    /// <summary>mL/100 g of 1 mol/L NaOH, the unit of royal jelly's acidity.</summary>
    public static Unit MillilitrePer100Gram { get; } = new("mL/100 g", Dimension.Acidity, 1);

    /// <summary>mL/(g·h) of 1 % starch.</summary>
    public static Unit MillilitrePerGramHour { get; } = new("mL/(g·h)", Dimension.Diastase, 0);

    /// <summary>Present or absent in 25 g.</summary>
    public static Unit Per25Gram { get; } = new("per 25 g", Dimension.Presence, 0);

    /// <summary>No unit: a word, or a bare number such as pH.</summary>
    public static Unit None { get; } = new("none", Dimension.None, 0);

    /// <summary>Every unit that BeeTrace prints.</summary>
    public static IReadOnlyList<Unit> All { get; } =
    [
        GramPer100Gram, Percent, MilligramPerKilogram, MicrogramPerKilogram, ColonyPerGram, MostProbableNumberPerGram,
        MillilitrePerKilogram, MillilitrePer100Gram, MillilitrePerGramHour, Per25Gram, None,
        new("g/kg", Dimension.MassFraction, -3), new("mg/g", Dimension.MassFraction, -3),
        new("mg/100 g", Dimension.MassFraction, -5), new("ng/g", Dimension.MassFraction, -9),
        new("ng/kg", Dimension.MassFraction, -12), new("MPN/100 g", Dimension.MostProbableNumber, -2),
        new("meq/kg", Dimension.Acidity, 0), new("DN", Dimension.Diastase, 0),
        new("mS/cm", Dimension.Conductivity, 0), new("µS/cm", Dimension.Conductivity, -3),
        new("‰", Dimension.IsotopeDelta, 0), new("°C", Dimension.Temperature, 0),
        new("mg KOH/g", Dimension.AlkaliConsumption, 0),
    ];

    private static readonly FrozenDictionary<string, Unit> ByKey = BuildKeys();

    private static readonly FrozenDictionary<string, Unit> ByCode = All.ToFrozenDictionary(unit => unit.Code, StringComparer.Ordinal);

    /// <summary>The unit as printed, with spaces as on paper (<c>g/100 g</c>) and the micro sign U+00B5.</summary>
    public string Code { get; }

    /// <summary>What the unit measures.</summary>
    public Dimension Dimension { get; }

    /// <summary>The unit is ten to this power of its dimension's base (kg/kg for mass fractions).</summary>
    public int Exponent { get; }

    /// <summary>One of this unit in its dimension's base, exact.</summary>
    internal decimal Size => Exponent < 0 ? 1m / PowersOfTen[-Exponent] : PowersOfTen[Exponent];

    /// <summary>True where only "detected" and "not detected" make sense, never a number.</summary>
    public bool IsPresence => Dimension == Dimension.Presence;

    /// <summary>True where a result is a quantity, so that "not detected" needs a limit of detection.</summary>
    public bool IsMeasured => Dimension is not (Dimension.Presence or Dimension.None);

    /// <summary>True where a number may be below zero.</summary>
    public bool AllowsNegative => Dimension is Dimension.IsotopeDelta or Dimension.Temperature;

    /// <summary>
    /// Reads a unit as people write it: either micro sign or <c>u</c>, with or without spaces, any case, full width,
    /// <c>ppm</c> (= mg/kg), <c>ppb</c> (= µg/kg). Refuses <see cref="LabRefusal.UnitUnknown"/>.
    /// </summary>
    public static Outcome<Unit> Parse(string? text) =>
        ByCode.TryGetValue(text ?? "", out var unit) || ByKey.TryGetValue(KeyOf(text), out unit) ? unit : new Refusal(LabRefusal.UnitUnknown, "unit", text ?? "");

    /// <summary>
    /// The same amount in another unit, digit for digit (0.420 mg/kg is 420 µg/kg). Refuses
    /// <see cref="LabRefusal.UnitsDiffer"/> across dimensions and <see cref="LabRefusal.NotExact"/> where 28 digits do not suffice.
    /// </summary>
    public Outcome<decimal> Convert(decimal value, Unit to)
    {
        if (Dimension != to.Dimension)
            return new Refusal(LabRefusal.UnitsDiffer, "unit", Code, to.Code);
        return TryShift(value, Exponent - to.Exponent, out var shifted)
            ? shifted
            : new Refusal(LabRefusal.NotExact, "unit", value.ToString(CultureInfo.InvariantCulture), Code, to.Code);
    }

    /// <inheritdoc />
    public override string ToString() => Code;

    // The decimal point is moved, the digits stay: multiplying by 0.001m could round the 29th digit away silently.
    private static bool TryShift(decimal value, int shift, out decimal shifted)
    {
        shifted = 0m;
        // Dividing by a one of full scale drops trailing zeros and changes nothing else.
        if (value.Scale - shift > 28)
            value /= 1.0000000000000000000000000000m;
        var scale = value.Scale - shift;
        if (scale > 28)
            return false;

        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var digits = new decimal(bits[0], bits[1], bits[2], value < 0m, (byte)Math.Max(scale, 0));
        if (scale >= 0)
        {
            shifted = digits;
            return true;
        }

        if (-scale > 28 || Math.Abs(digits) > decimal.MaxValue / PowersOfTen[-scale])
            return false;
        shifted = digits * PowersOfTen[-scale];
        return true;
    }

    private static decimal[] BuildPowersOfTen()
    {
        var powers = new decimal[29];
        powers[0] = 1m;
        for (var i = 1; i < powers.Length; i++)
            powers[i] = powers[i - 1] * 10m;
        return powers;
    }

    private static FrozenDictionary<string, Unit> BuildKeys()
    {
        var keys = All.ToDictionary(unit => KeyOf(unit.Code), StringComparer.Ordinal);
        keys["ppm"] = MilligramPerKilogram;
        keys["ppb"] = MicrogramPerKilogram;
        keys["ml/g/h"] = MillilitrePerGramHour;
        keys["/25g"] = Per25Gram;
        keys["25g"] = Per25Gram;
        keys[""] = None;
        keys["-"] = None;
        keys["—"] = None;
        keys["/"] = None;
        return keys.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string KeyOf(string? text) => TypedText.Normalise(text)
        .Replace(" ", "", StringComparison.Ordinal)
        .Replace('µ', 'u')
        .Replace('•', '·').Replace('.', '·').Replace('*', '·').Replace('⋅', '·')
        .ToLowerInvariant();
}
