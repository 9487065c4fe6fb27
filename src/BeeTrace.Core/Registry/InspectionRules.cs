namespace BeeTrace.Core.Registry;

/// <summary>A disease that was seen, or seen to be gone, on an inspection.</summary>
/// <param name="Disease">Which.</param>
/// <param name="State">How sure the officer is.</param>
/// <param name="ColoniesAffected">How many colonies have it, where they were counted.</param>
/// <param name="Signs">What was seen.</param>
public sealed record FoundDisease(BeeDisease Disease, DiseaseState State, int? ColoniesAffected = null, string? Signs = null);

/// <summary>A county officer inspects an apiary. The id is made by the form, so that a second click finds the first.</summary>
/// <remarks>Colonies inspected were opened; colonies counted stood there and become a <see cref="ColonyCount"/>. None is a finding: 0.</remarks>
public sealed record RecordInspection(
    InspectionId Id, ApiaryCode Apiary, DateOnly? On, int? ColoniesInspected, int? ColoniesCounted, string? Findings, IReadOnlyList<FoundDisease> Diseases);

/// <summary>What an inspection must say.</summary>
public static class InspectionRules
{
    public const int LongestFindings = 2000;

    /// <summary>Checks an inspection and tells everything that is wrong at once, each with the name of its field.</summary>
    /// <param name="inspection">What was filled in.</param>
    /// <param name="registeredOn">The apiary is not older in the register.</param>
    /// <param name="today">The county's calendar day.</param>
    public static Outcome Check(RecordInspection inspection, DateOnly registeredOn, DateOnly today)
    {
        List<Refusal> refusals = [];
        if (inspection.On is null)
            refusals.Add(new(FieldRefusal.DayMissing, nameof(inspection.On)));
        else if (inspection.On > today)
            refusals.Add(new(FieldRefusal.DayInFuture, nameof(inspection.On), today));
        else if (inspection.On < registeredOn)
            refusals.Add(new(OfficeRefusal.DayBefore, nameof(inspection.On), registeredOn));
        if (string.IsNullOrWhiteSpace(inspection.Findings))
            refusals.Add(new(OfficeRefusal.FindingsMissing, nameof(inspection.Findings)));
        else if (inspection.Findings.Trim().Length > LongestFindings)
            refusals.Add(new(FieldRefusal.TextTooLong, nameof(inspection.Findings), LongestFindings));
        AddNumber(refusals, inspection.ColoniesCounted, ApiaryRules.MostColonies, nameof(inspection.ColoniesCounted));
        AddNumber(refusals, inspection.ColoniesInspected, inspection.ColoniesCounted ?? ApiaryRules.MostColonies, nameof(inspection.ColoniesInspected));
        foreach (var found in inspection.Diseases)
        {
            if (!Enum.IsDefined(found.Disease) || !Enum.IsDefined(found.State))
                refusals.Add(new(FieldRefusal.DiseaseMissing, nameof(inspection.Diseases)));
            if (found.Disease == BeeDisease.Other && string.IsNullOrWhiteSpace(found.Signs))
                refusals.Add(new(OfficeRefusal.DiseaseUnnamed, nameof(inspection.Diseases)));
            AddNumber(refusals, found.ColoniesAffected, inspection.ColoniesCounted ?? ApiaryRules.MostColonies, nameof(inspection.Diseases));
        }

        if (inspection.Diseases.DistinctBy(d => d.Disease).Count() < inspection.Diseases.Count)
            refusals.Add(new(OfficeRefusal.DiseaseTwice, nameof(inspection.Diseases)));
        return refusals.Count == 0 ? Outcome.Done : Outcome.Refused(refusals);
    }

    private static void AddNumber(List<Refusal> refusals, int? number, int most, string field)
    {
        if (number < 0 || number > most)
            refusals.Add(new(OfficeRefusal.ColoniesOutOfRange, field, most, number!.Value));
    }
}
