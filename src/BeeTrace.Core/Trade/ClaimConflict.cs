namespace BeeTrace.Core.Trade;

/// <summary>In which way claims contradict one another.</summary>
public enum ClaimConflictKind
{
    /// <summary>Two numbers for the same thing, further apart than rounding can bring them.</summary>
    TwoNumbers,

    /// <summary>A period has less than a part of it.</summary>
    LongerButLess,

    /// <summary>Somebody has so much of the nation that another who is called first cannot be.</summary>
    ShareAgainstRank,

    /// <summary>A quantity and its share imply another national total than the stated one.</summary>
    TotalAgainstShare,
}

/// <summary>
/// Claims that cannot all be true as they stand. None of them is judged wrong: mostly they count different things and do not say so, and a
/// reader is told where the difference must lie.
/// </summary>
/// <param name="Kind">In which way.</param>
/// <param name="Claims">Two claims; three where two of them together speak against the third.</param>
/// <param name="Why">Why they cannot all be true, or in which points that they leave open they must differ.</param>
public sealed record ClaimConflict(ClaimConflictKind Kind, IReadOnlyList<Claim> Claims, Bilingual Why)
{
    private const string Percent = "%";

    /// <summary>
    /// Every conflict among some claims, by kind and code. A point of a definition that one claim leaves open may be as in the other, so it hides
    /// no conflict; points that both state and that differ explain any difference. Of a claim's revisions the last one counts.
    /// </summary>
    /// <param name="claims">The claims.</param>
    /// <param name="nameOf">The name of a county for a code, for the sentences.</param>
    public static IReadOnlyList<ClaimConflict> Find(IEnumerable<Claim> claims, Func<string, Bilingual>? nameOf = null)
    {
        Claim[] standing = [.. claims.GroupBy(c => c.Code, StringComparer.Ordinal).Select(g => g.MaxBy(c => c.Revision)!).OrderBy(c => c.Code, StringComparer.Ordinal)];
        var name = nameOf ?? (code => new Bilingual(code, code));
        return [.. TwoNumbers(standing), .. LongerButLess(standing), .. ShareAgainstRank(standing, name), .. TotalAgainstShare(standing)];
    }

    private static IEnumerable<ClaimConflict> TwoNumbers(Claim[] claims)
    {
        for (var i = 0; i < claims.Length; i++)
        {
            foreach (var (one, other) in claims.Skip(i + 1).Select(c => (claims[i], c)))
            {
                if (one.Subject != other.Subject || one.Measure != other.Measure || !HasSamePeriod(one, other) || !MayMeanTheSame(one, other))
                    continue;
                var (value, otherValue) = (StatedValue.Of(one), StatedValue.Of(other));
                if (value.Kind != otherValue.Kind || !value.Excludes(otherValue))
                    continue;
                var (a, b, period) = (StatedValue.Text(one), StatedValue.Text(other), PeriodOf(one));
                yield return Because(ClaimConflictKind.TwoNumbers, [one, other], new(
                    $"同一事项（{period.Zh}）一处为 {a.Zh}，另一处为 {b.Zh}，修约不能解释其差。",
                    $"The same thing ({period.En}) is {a.En} in one place and {b.En} in another, further apart than rounding explains."));
            }
        }
    }

    private static IEnumerable<ClaimConflict> LongerButLess(Claim[] claims)
    {
        foreach (var longer in claims.Where(c => ClaimMeasure.IsAdditive(c.Measure)))
        {
            foreach (var part in claims)
            {
                if (part.Subject != longer.Subject || part.Measure != longer.Measure || HasSamePeriod(part, longer) || !Contains(longer, part) || !MayMeanTheSame(longer, part))
                    continue;
                var (whole, partOfIt) = (StatedValue.Of(longer), StatedValue.Of(part));
                if (whole.Kind != partOfIt.Kind || whole.High >= partOfIt.Low)
                    continue;
                var (a, b, period, within) = (StatedValue.Text(longer), StatedValue.Text(part), PeriodOf(longer), PeriodOf(part));
                yield return Because(ClaimConflictKind.LongerButLess, [longer, part], new(
                    $"{period.Zh}为 {a.Zh}，少于其中 {within.Zh}的 {b.Zh}。",
                    $"{Capital(period.En)} has {a.En}, less than the {b.En} of {within.En}, which is part of it."));
            }
        }
    }

    private static IEnumerable<ClaimConflict> ShareAgainstRank(Claim[] claims, Func<string, Bilingual> nameOf)
    {
        foreach (var share in claims.Where(IsShare))
        {
            foreach (var first in claims.Where(c => c is { Measure: ClaimMeasure.Rank, Value: 1, Subject: not Claim.Nation }))
            {
                if (first.Subject == share.Subject || !IsRankedIn(first, share) || !MayMeanTheSame(share, first))
                    continue;
                var low = StatedValue.Of(share).Low;
                var own = Array.Find(claims, c => IsShare(c) && c.Subject == first.Subject && HasSamePeriod(c, share)
                    && MayMeanTheSame(c, share) && MayMeanTheSame(c, first) && StatedValue.Of(c).High < low);
                if (own is null && 100 - low >= low)
                    continue;
                var (who, leader, percent, period) = (nameOf(share.Subject), nameOf(first.Subject), StatedValue.Text(share), PeriodOf(share));
                if (own is not null)
                {
                    var less = StatedValue.Text(own);
                    yield return Because(ClaimConflictKind.ShareAgainstRank, [share, first, own], new(
                        $"{period.Zh}{who.Zh}占全国 {percent.Zh}，{leader.Zh}只占 {less.Zh}，却称全国第一。",
                        $"In {period.En} {who.En} has {percent.En} of the nation and {leader.En}, with {less.En}, is called first."));
                    continue;
                }

                var rest = StatedValue.Text(100 - share.Value, share.Decimals, Percent);
                yield return Because(ClaimConflictKind.ShareAgainstRank, [share, first], new(
                    $"{period.Zh}{who.Zh}占全国 {percent.Zh}，其余各地合计只有 {rest.Zh}，{leader.Zh}却称全国第一。",
                    $"In {period.En} {who.En} has {percent.En} of the nation, which leaves {rest.En} to all others together, and yet {leader.En} is called first."));
            }
        }
    }

    private static IEnumerable<ClaimConflict> TotalAgainstShare(Claim[] claims)
    {
        foreach (var share in claims.Where(IsShare))
        {
            foreach (var quantity in claims.Where(c => ClaimMeasure.IsAdditive(c.Measure)))
            {
                if (quantity.Subject != share.Subject || !HasSamePeriod(quantity, share) || !MayMeanTheSame(quantity, share) || Implied(quantity, share) is not { } implied)
                    continue;
                var factor = StatedValue.Of(quantity).Factor;
                foreach (var total in claims)
                {
                    if (total.Subject != Claim.Nation || total.Measure != quantity.Measure || !HasSamePeriod(total, share)
                        || !MayMeanTheSame(total, quantity) || !MayMeanTheSame(total, share))
                        continue;
                    var stated = StatedValue.Of(total);
                    if (stated.Kind != StatedValue.Of(quantity).Kind || (stated.High >= implied.Low * factor && stated.Low <= implied.High * factor))
                        continue;
                    var decimals = quantity.Decimals + 1;
                    var (low, high) = (StatedValue.Text(Down(implied.Low, decimals), decimals, quantity.Unit), StatedValue.Text(-Down(-implied.High, decimals), decimals, quantity.Unit));
                    var (part, percent, whole) = (StatedValue.Text(quantity), StatedValue.Text(share), StatedValue.Text(total));
                    yield return Because(ClaimConflictKind.TotalAgainstShare, [total, quantity, share], new(
                        $"{part.Zh}占全国 {percent.Zh}，全国合计应在 {low.Zh}至 {high.Zh}之间，而所述合计为 {whole.Zh}。",
                        $"{part.En} being {percent.En} of the nation, the national total lies between {low.En} and {high.En}, but {whole.En} is stated."));
                }
            }
        }
    }

    /// <summary>The total that follows from a quantity and its share; null where one is so small that rounding may have made it of nothing.</summary>
    private static ImpliedTotal? Implied(Claim quantity, Claim share) =>
        quantity.Value > ImpliedTotal.HalfUnit(quantity.Decimals) && share.Value > ImpliedTotal.HalfUnit(share.Decimals) && share.Value <= 100
            ? ImpliedTotal.From(quantity.Value, quantity.Decimals, share.Value, share.Decimals)
            : null;

    private static bool IsShare(Claim claim) => claim is { Measure: ClaimMeasure.ShareOfNation, Unit: Percent, Subject: not Claim.Nation };

    private static bool HasSamePeriod(Claim one, Claim other) => one.From == other.From && one.To == other.To;

    private static bool Contains(Claim longer, Claim part) => longer.From <= part.From && longer.To >= part.To;

    /// <summary>Who is first in every year of some is first in each and in several of them, but perhaps not in every month.</summary>
    private static bool IsRankedIn(Claim rank, Claim share) => HasSamePeriod(rank, share) || (Contains(rank, share) && IsWholeYears(rank) && IsWholeYears(share));

    private static bool IsWholeYears(Claim claim) => claim.From is { Month: 1, Day: 1 } && claim.To is { Month: 12, Day: 31 };

    private static bool MayMeanTheSame(Claim one, Claim other) =>
        one.ProductScope == other.ProductScope && (CountsMoney(one) ?? CountsMoney(other)) == (CountsMoney(other) ?? CountsMoney(one))
        && PointsOf(one, other).All(p => p.One is null || p.Other is null || p.One == p.Other);

    private static ClaimConflict Because(ClaimConflictKind kind, Claim[] claims, Bilingual why)
    {
        var open = new List<Bilingual>();
        foreach (var point in claims.SelectMany((one, i) => claims.Skip(i + 1).SelectMany(other => PointsOf(one, other))))
        {
            if ((point.One is null || point.Other is null) && !open.Contains(point.Name))
                open.Add(point.Name);
        }

        return new(kind, claims, open.Count == 0
            ? new($"{why.Zh}按所述口径，不可能都属实。", $"{why.En} As they are defined they cannot all be true.")
            : new(
                $"{why.Zh}只有在未说明的口径（{string.Join('、', open.Select(p => p.Zh))}）不同时，才可能都属实。",
                $"{why.En} All can be true only if they differ in what is not stated of each: {string.Join(", ", open.Select(p => p.En))}."));
    }

    /// <summary>The points in which two definitions can differ without its showing; null stands for what one does not state.</summary>
    private static IEnumerable<(Bilingual Name, string? One, string? Other)> PointsOf(Claim one, Claim other)
    {
        yield return (new("计量基准", "basis"), BasisOf(one), BasisOf(other));
        yield return (new("流向", "flow"), FlowOf(one), FlowOf(other));

        // A nation has the same total by every place.
        if (one.Subject != Claim.Nation && other.Subject != Claim.Nation)
            yield return (new("归属口径", "attribution"), Stated(one.Attribution), Stated(other.Attribution));
    }

    private static string? BasisOf(Claim claim) => claim.Measure == ClaimMeasure.ExportValue ? nameof(ShareBasis.Value) : Stated(claim.Basis);

    /// <summary>Whether it is of money or of mass; null where that is not told.</summary>
    private static bool? CountsMoney(Claim claim) => claim.Measure == ClaimMeasure.ExportMass ? false : BasisOf(claim) is { } basis ? basis == nameof(ShareBasis.Value) : null;

    private static string? FlowOf(Claim claim) => Stated(claim.Flow) ?? (ClaimMeasure.IsAdditive(claim.Measure) ? nameof(ShareFlow.Export) : null);

    private static string? Stated(string? point) => point is null or "" or Claim.Unstated ? null : point;

    private static Bilingual PeriodOf(Claim claim) => FigurePeriod.OfDays(claim.From, claim.To)?.Describe()
        ?? new(FormattableString.Invariant($"{claim.From:yyyy-MM-dd}/{claim.To:yyyy-MM-dd} "), FormattableString.Invariant($"{claim.From:yyyy-MM-dd}/{claim.To:yyyy-MM-dd}"));

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static decimal Down(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.ToNegativeInfinity);
}
