using BeeTrace.Core.Registry;

namespace BeeTrace.Core.Trace;

/// <summary>Record one harvest as a lot. Nothing is sure yet: every field is as a form or a table left it.</summary>
/// <param name="Apiary">Where it was harvested.</param>
/// <param name="Product">The product's code.</param>
/// <param name="MassKg">Net mass in kilograms.</param>
/// <param name="HarvestedOn">The day it left the hive.</param>
/// <param name="Plant">The plant it is said to come from, by Latin name; null for blossom honey of many plants.</param>
/// <param name="Reason">Why it is recorded although a treatment or its withdrawal period was not over; null where it was.</param>
public sealed record RecordLot(ApiaryCode Apiary, string? Product, decimal? MassKg, DateOnly? HarvestedOn, string? Plant = null, string? Reason = null);

/// <summary>What is known of the apiary before the lot is judged.</summary>
/// <param name="Species">Its bees.</param>
/// <param name="Placements">Where it stood and when, with the colonies counted there.</param>
/// <param name="HarvestedThisYearKg">What the register holds of the same product from it in the calendar year of harvest, without this lot.</param>
/// <param name="Bloom">When the named plant blooms in the region; null where that is not known.</param>
/// <param name="Treatments">What its medicine log says of the time before the harvest.</param>
public sealed record ApiaryAtHarvest(
    BeeSpecies Species,
    IReadOnlyList<(PlacementPeriod Period, int Colonies)> Placements,
    decimal HarvestedThisYearKg = 0,
    BloomWindow? Bloom = null,
    IReadOnlyList<TreatmentPeriod>? Treatments = null);

/// <summary>What the rules say of a lot: refusals stop it, warnings go with it.</summary>
public sealed record LotFindings(IReadOnlyList<Refusal> Refusals, IReadOnlyList<Warning> Warnings)
{
    /// <summary>True when the lot may be recorded.</summary>
    public bool IsAccepted => Refusals.Count == 0;

    /// <summary>The same as an outcome, for a service to hand on.</summary>
    public Outcome Outcome => IsAccepted ? Outcome.Done : Outcome.Refused(Refusals);
}

/// <summary>What a lot must be to be recorded, and what about it looks odd.</summary>
public static class LotRules
{
    /// <summary>House rule: a lot is what one apiary gave in one flow; 100 t is beyond any.</summary>
    public const decimal MostMassKg = 100_000m;

    /// <summary>Milligrams, the last that <c>numeric(18,6)</c> keeps; more digits would be lost without a word.</summary>
    public const int MostDecimals = 6;

    /// <summary>House rule: a reason is a sentence or two.</summary>
    public const int LongestReason = 500;

    /// <summary>House rule: bloom shifts so many days with height and weather.</summary>
    public const int BloomToleranceDays = 14;

    /// <summary>Checks a lot and tells everything at once, each refusal with the name of its field.</summary>
    /// <param name="lot">What was filled in.</param>
    /// <param name="apiary">What the register knows.</param>
    /// <param name="today">The county's calendar day.</param>
    public static LotFindings Check(RecordLot lot, ApiaryAtHarvest apiary, DateOnly today)
    {
        Refusal[] refusals =
        [
            .. CheckProduct(lot.Product),
            .. CheckMass(lot.MassKg),
            .. CheckDay(lot.HarvestedOn, apiary.Placements.Select(placement => placement.Period), today),
            .. CheckTreatments(lot, apiary),
        ];
        return new(refusals, refusals.Length == 0 ? [.. Warn(lot, apiary)] : []);
    }

    internal static IEnumerable<Refusal> CheckProduct(string? product)
    {
        if (string.IsNullOrWhiteSpace(product))
            yield return new(TraceRefusal.ProductMissing, nameof(RecordLot.Product));
        else if (!ProductCode.All.Contains(product))
            yield return new(TraceRefusal.ProductUnknown, nameof(RecordLot.Product), product);
    }

    internal static IEnumerable<Refusal> CheckMass(decimal? massKg)
    {
        if (massKg is not { } mass)
            yield return new(TraceRefusal.MassMissing, nameof(RecordLot.MassKg));
        else if (mass <= 0)
            yield return new(TraceRefusal.MassNotPositive, nameof(RecordLot.MassKg), mass);
        else if (mass > MostMassKg)
            yield return new(TraceRefusal.MassTooGreat, nameof(RecordLot.MassKg), MostMassKg, mass);
        else if (mass != Math.Round(mass, MostDecimals))
            yield return new(TraceRefusal.MassTooFine, nameof(RecordLot.MassKg), MostDecimals);
    }

    internal static IEnumerable<Refusal> CheckDay(DateOnly? harvestedOn, IEnumerable<PlacementPeriod> placements, DateOnly today)
    {
        if (harvestedOn is not { } day)
        {
            yield return new(TraceRefusal.HarvestDayMissing, nameof(RecordLot.HarvestedOn));
            yield break;
        }

        if (day > today)
        {
            yield return new(TraceRefusal.HarvestDayInFuture, nameof(RecordLot.HarvestedOn), today);
            yield break;
        }

        var holding = placements.Count(placement => placement.Contains(day));
        if (holding == 0)
            yield return new(TraceRefusal.HarvestOutsidePlacement, nameof(RecordLot.HarvestedOn), day);
        else if (holding > 1)
            yield return new(TraceRefusal.HarvestInSeveralPlacements, nameof(RecordLot.HarvestedOn), day);
    }

    /// <summary>
    /// No harvest during treatment and withdrawal (<see cref="Withdrawal"/>). A firm may record what it has bought all the same
    /// when it gives a reason, such as a residue test: the record must not be forced to lie.
    /// </summary>
    private static IEnumerable<Refusal> CheckTreatments(RecordLot lot, ApiaryAtHarvest apiary)
    {
        if (lot.Reason?.Trim().Length > LongestReason)
            yield return new(TraceRefusal.ReasonTooLong, nameof(lot.Reason), LongestReason);
        if (!string.IsNullOrWhiteSpace(lot.Reason) || lot.HarvestedOn is not { } day)
            yield break;
        foreach (var refusal in HarvestRules.Blocking(day, apiary.Treatments ?? []))
            yield return refusal;
    }

    private static IEnumerable<Warning> Warn(RecordLot lot, ApiaryAtHarvest apiary)
    {
        var (product, day) = (lot.Product!, lot.HarvestedOn!.Value);
        if (ProductCode.IsUnusualFor(product, apiary.Species))
            yield return new(TraceWarning.UnusualForSpecies, product);

        var colonies = apiary.Placements.Single(placement => placement.Period.Contains(day)).Colonies;
        var harvested = apiary.HarvestedThisYearKg + lot.MassKg!.Value;
        if (ProductCode.MostPerColonyAndYear(product, apiary.Species) * colonies is { } most && harvested > most)
            yield return new(TraceWarning.HarvestImplausible, harvested, most, colonies);

        if (apiary.Bloom is { } bloom && !bloom.Contains(day, BloomToleranceDays))
            yield return new(TraceWarning.OutOfBloom, day, bloom.From, bloom.To);

        foreach (var warning in HarvestRules.Unsure(day, apiary.Treatments ?? []))
            yield return warning;
    }
}
