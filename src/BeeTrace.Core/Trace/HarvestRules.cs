using BeeTrace.Core.Registry;

namespace BeeTrace.Core.Trace;

/// <summary>Write down what was taken from the hives. Nothing is sure yet: every field is as a form left it.</summary>
/// <param name="Id">Made with the form.</param>
/// <param name="Apiary">Where it was taken.</param>
/// <param name="Product">The product's code.</param>
/// <param name="MassKg">Mass in kilograms.</param>
/// <param name="HarvestedOn">The day it left the hive.</param>
/// <param name="Plant">The plant it is said to come from, by Latin name; null for many plants.</param>
public sealed record RecordHarvest(HarvestId Id, ApiaryCode Apiary, string? Product, decimal? MassKg, DateOnly? HarvestedOn, string? Plant = null);

/// <summary>What a harvest must be. Its beekeeper knows the medicines, so that treatment and withdrawal period stop it without a way round.</summary>
public static class HarvestRules
{
    /// <summary>Checks a harvest and tells everything at once, each refusal with the name of its field.</summary>
    /// <param name="harvest">What was filled in.</param>
    /// <param name="stays">When the apiary stood somewhere.</param>
    /// <param name="treatments">What its medicine log holds.</param>
    /// <param name="today">The county's calendar day.</param>
    public static LotFindings Check(
        RecordHarvest harvest, IReadOnlyList<PlacementPeriod> stays, IReadOnlyList<TreatmentPeriod> treatments, DateOnly today)
    {
        List<Refusal> refusals =
        [
            .. LotRules.CheckProduct(harvest.Product),
            .. LotRules.CheckMass(harvest.MassKg),
            .. LotRules.CheckDay(harvest.HarvestedOn, stays, today),
        ];
        if (harvest.HarvestedOn is { } day)
            refusals.AddRange(Blocking(day, treatments));
        return new(refusals, refusals.Count == 0 ? [.. Unsure(harvest.HarvestedOn!.Value, treatments)] : []);
    }

    /// <summary>Why treatments forbid a harvest on that day: each medicine with the earliest day, where it is known.</summary>
    internal static IEnumerable<Refusal> Blocking(DateOnly day, IEnumerable<TreatmentPeriod> treatments) =>
        Withdrawal.On(day, treatments).Where(found => found.Clearance == HarvestClearance.Blocked).Select(found => found.Treatment switch
        {
            { EndedOn: null } goesOn => new Refusal(TraceRefusal.HarvestDuringTreatment, nameof(RecordHarvest.HarvestedOn), goesOn.Medicine, goesOn.StartedOn),
            { HarvestFrom: { } from } ended => new Refusal(TraceRefusal.HarvestInWithdrawal, nameof(RecordHarvest.HarvestedOn), ended.Medicine, from),
            var ended => new Refusal(TraceRefusal.HarvestBeforeTreatmentEnd, nameof(RecordHarvest.HarvestedOn), ended.Medicine, ended.EndedOn!.Value),
        });

    /// <summary>Medicines of which nobody knows whether the harvest came too early.</summary>
    internal static IEnumerable<Warning> Unsure(DateOnly day, IEnumerable<TreatmentPeriod> treatments) =>
        Withdrawal.On(day, treatments).Where(found => found.Clearance == HarvestClearance.Unknown)
            .Select(found => new Warning(TraceWarning.WithdrawalUnknown, found.Treatment.Medicine, found.Treatment.EndedOn!.Value));
}
