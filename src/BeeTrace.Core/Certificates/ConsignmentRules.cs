namespace BeeTrace.Core.Certificates;

/// <summary>Rules of a consignment statement, which says of lots that travel together how much of each leaves.</summary>
public static class ConsignmentRules
{
    /// <summary>House rule: scales of drums and pails show whole grams at best.</summary>
    public const int FinestDecimals = 3;

    /// <summary>What may leave of a lot. Refused: a mass that is not above zero or finer than a gram, more than has not left yet.</summary>
    /// <param name="lot">The lot.</param>
    /// <param name="leftKg">What is left of it: neither gone nor reserved.</param>
    /// <param name="netKg">What is to leave now; null where the text is no mass.</param>
    /// <param name="typed">That text.</param>
    /// <param name="field">The field of the form.</param>
    public static Refusal? MayLeave(LotCode lot, decimal leftKg, decimal? netKg, string typed, string field)
    {
        if (netKg is not { } mass || mass <= 0 || decimal.Round(mass, FinestDecimals) != mass)
            return new Refusal(CertificateRefusal.MassUnreadable, field, typed);
        return mass > leftKg ? new Refusal(CertificateRefusal.MassExceeded, field, lot.ToString(), leftKg) : null;
    }

    /// <summary>
    /// Parts of the whole by weight, the largest first; percent with one decimal, half to even. Parts are rounded one by one and
    /// are not forced to 100.
    /// </summary>
    public static IReadOnlyList<(string Code, decimal Kg, decimal Percent)> Shares(IEnumerable<(string Code, decimal Kg)> parts)
    {
        var sums = parts.GroupBy(p => p.Code, StringComparer.Ordinal).Select(g => (Code: g.Key, Kg: g.Sum(p => p.Kg))).ToList();
        var whole = sums.Sum(s => s.Kg);
        return
        [
            .. sums.OrderByDescending(s => s.Kg).ThenBy(s => s.Code, StringComparer.Ordinal)
                .Select(s => (s.Code, s.Kg, Math.Round(100 * s.Kg / whole, 1, MidpointRounding.ToEven))),
        ];
    }
}
