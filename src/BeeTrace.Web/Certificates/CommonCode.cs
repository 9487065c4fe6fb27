namespace BeeTrace.Web.Certificates;

/// <summary>Units of the laboratory as common codes of UN/CEFACT Recommendation 20, each of exactly the same size.</summary>
internal static class CommonCode
{
    /// <summary>A unit that the list has no code for; its name stands beside the number.</summary>
    public const string MutuallyDefined = "ZZ";

    /// <summary>The code of a printed unit, of no unit at all included; null where the list has none, as for colonies.</summary>
    public static string? Of(string printed) => printed switch
    {
        "" => CredentialParts.One,
        "%" or "g/100 g" => "P1",
        "‰" => "NX",
        "g/kg" => "GK",
        "mg/g" => "H64",
        "mg/kg" => "NA",
        "µg/kg" or "ng/g" => "J33",
        "ng/kg" => "L32",
        "mL/kg" => "KX",
        "mS/cm" => "H61",
        "µS/cm" => "G42",
        "°C" => "CEL",
        _ => null,
    };
}
