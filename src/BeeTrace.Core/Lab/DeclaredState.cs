namespace BeeTrace.Core.Lab;

/// <summary>
/// What a honey is declared to be beside its plant, bee and grade, where a standard has other limits for it. Not a grade:
/// the label must say it, and one honey may be several of them. Honeydew is no such state but a nectar source (<c>Honeydew</c>).
/// </summary>
public enum DeclaredState
{
    /// <summary>Baker's honey, 烘焙用蜂蜜: for industrial use or as an ingredient of other foods (Directive 2001/110/EC Annex I).</summary>
    Bakers,

    /// <summary>Pressed honey, 压榨蜜: pressed out of the comb (Directive 2001/110/EC Annex I).</summary>
    Pressed,

    /// <summary>Declared origin from a tropical climate, or a blend of such honeys (Directive 2001/110/EC Annex II).</summary>
    TropicalOrigin,
}
