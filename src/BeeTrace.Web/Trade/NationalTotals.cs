using System.Globalization;
using BeeTrace.Core;
using BeeTrace.Core.Trade;

namespace BeeTrace.Web.Trade;

/// <summary>
/// Looks for the nation's total of a definition among what was published: stated as such, or added up from the products of one source, or implied by a mass
/// and the share it is said to be. Never typed in, never averaged.
/// </summary>
internal static class NationalTotals
{
    /// <summary>The total of exactly that definition and period; null where none is known.</summary>
    /// <param name="products">Product codes of the definition's scope.</param>
    public static NationalFigure? Find(IReadOnlyList<Claim> claims, ShareDefinition wanted, IReadOnlyList<string> products)
    {
        var ofPeriod = claims.Where(c => c.From == wanted.From && c.To == wanted.To).ToList();
        return Stated(ofPeriod, wanted) ?? Added(ofPeriod, wanted, products) ?? Implied(ofPeriod, wanted);
    }

    /// <summary>A total that nearly means the same, so that the reader learns what differs; null where there is none.</summary>
    public static NationalFigure? Nearest(IReadOnlyList<Claim> claims, ShareDefinition wanted) =>
        claims.Where(c => c.Subject == Claim.Nation && c.ProductScope == wanted.ProductScope && c.From.Year == wanted.From.Year && c.Measure == MeasureOf(wanted))
            .Select(c => (Claim: c, c.Basic)).Where(c => c.Basic is not null)
            .Select(c => new NationalFigure(c.Basic!.Value.Value, wanted with { From = c.Claim.From, To = c.Claim.To, Unit = c.Basic.Value.Unit, Attribution = null }, c.Claim.Source, null))
            .FirstOrDefault();

    private static NationalFigure? Stated(IReadOnlyList<Claim> claims, ShareDefinition wanted) =>
        claims.Where(c => c.Subject == Claim.Nation && c.Measure == MeasureOf(wanted) && c.ProductScope == wanted.ProductScope && c.Basis == wanted.Basis.ToString() && c.Flow == wanted.Flow.ToString())
            .Where(c => c.Basic is { } basic && basic.Unit == wanted.Unit)
            .OrderByDescending(c => c.Revision).ThenBy(c => c.Code, StringComparer.Ordinal)
            .Select(c => new NationalFigure(c.Basic!.Value.Value, wanted with { Attribution = null }, c.Source, null))
            .FirstOrDefault();

    /// <summary>Fresh and powder of one source: added as they are, or the powder three times.</summary>
    private static NationalFigure? Added(IReadOnlyList<Claim> claims, ShareDefinition wanted, IReadOnlyList<string> products)
    {
        if (wanted.Basis == ShareBasis.Value || products.Count < 2)
            return null;
        foreach (var source in claims.Where(c => c is { Subject: Claim.Nation, Measure: ClaimMeasure.ExportMass }).GroupBy(c => c.SourceEn, StringComparer.Ordinal))
        {
            var parts = products.Select(p => source.FirstOrDefault(c => c.ProductScope == p)?.Basic?.Value).ToList();
            if (parts.Any(p => p is null))
                continue;
            var total = wanted.Basis == ShareBasis.FreshEquivalent
                ? FreshEquivalent.Of(parts[products.ToList().IndexOf("RJ_FRESH")]!.Value, parts[products.ToList().IndexOf("RJ_POWDER")]!.Value)
                : parts.Sum(p => p!.Value);
            var claim = source.First();
            return new NationalFigure(total, wanted with { Attribution = null }, claim.Source, null);
        }

        return null;
    }

    private static NationalFigure? Implied(IReadOnlyList<Claim> claims, ShareDefinition wanted)
    {
        if (wanted.Basis != ShareBasis.DeclaredMass)
            return null;
        var pair = (
            from mass in claims
            where mass.Measure == ClaimMeasure.ExportMass && mass.ProductScope == wanted.ProductScope && DefinitionOf(mass) is not null
            from share in claims
            where share.Measure == ClaimMeasure.ShareOfNation && share.Subject == mass.Subject && share.SourceEn == mass.SourceEn && share.ProductScope == mass.ProductScope
            select (mass, share)).FirstOrDefault();
        if (pair.mass is null)
            return null;
        var implied = ImpliedTotal.From(pair.mass.Value, pair.mass.Decimals, pair.share.Value, pair.share.Decimals);
        return new NationalFigure(implied.Central, DefinitionOf(pair.mass)!, ImpliedSource(pair.mass, pair.share, implied), implied);
    }

    /// <summary>What a claim counts; words that are no definition leave it without one, and a share of it is refused.</summary>
    private static ShareDefinition? DefinitionOf(Claim claim) =>
        Enum.TryParse<ShareBasis>(claim.Basis, out var basis) && Enum.TryParse<ShareFlow>(claim.Flow, out var flow) && Enum.TryParse<ShareAttribution>(claim.Attribution, out var attribution)
            ? new ShareDefinition(claim.ProductScope ?? "", basis, flow, attribution, claim.From, claim.To, claim.Unit)
            : null;

    private static string MeasureOf(ShareDefinition wanted) => wanted.Basis == ShareBasis.Value ? ClaimMeasure.ExportValue : ClaimMeasure.ExportMass;

    private static Bilingual ImpliedSource(Claim mass, Claim share, ImpliedTotal implied) => new(
        string.Create(CultureInfo.InvariantCulture,
            $"没有独立公布的全国总量：由同一来源（{mass.SourceZh}）的一对数字推得，即 {mass.Value:0.##} 吨占全国 {share.Value:0.##} %；按四舍五入应在 {implied.Low:#,0.00}–{implied.High:#,0.00} 吨之间。"),
        string.Create(CultureInfo.InvariantCulture,
            $"No independent national total is known: derived from two figures of one source ({LowerFirst(mass.SourceEn)}), {mass.Value:0.##} t said to be {share.Value:0.##} % of the nation; by rounding it lies within {implied.Low:#,0.00}–{implied.High:#,0.00} t."));

    internal static string LowerFirst(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
