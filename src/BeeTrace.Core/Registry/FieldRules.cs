namespace BeeTrace.Core.Registry;

/// <summary>What the day of something that has happened must be, and how long a text may be: the same for every entry from the field.</summary>
public static class FieldRules
{
    /// <summary>House rule: what a line of a form holds.</summary>
    public const int LongestLine = 120;

    /// <summary>Refuses a missing day, one still to come, and one before the register began.</summary>
    public static IEnumerable<Refusal> CheckDay(DateOnly? day, DateOnly today, string field, string missing = FieldRefusal.DayMissing)
    {
        if (day is null)
            yield return new(missing, field);
        else if (day > today)
            yield return new(FieldRefusal.DayInFuture, field, today);
        else if (day < ApiaryRules.EarliestFrom)
            yield return new(FieldRefusal.DayTooEarly, field, ApiaryRules.EarliestFrom);
    }

    /// <summary>Refuses a text with more characters than are kept.</summary>
    public static IEnumerable<Refusal> CheckLength(string? text, int most, string field)
    {
        if (text?.Length > most)
            yield return new(FieldRefusal.TextTooLong, field, most);
    }

    /// <summary>Refuses a missing number of colonies, and one above what an apiary holds.</summary>
    public static IEnumerable<Refusal> CheckColonies(int? colonies, string field)
    {
        if (colonies is null)
            yield return new(RegistryRefusal.ColoniesMissing, field);
        else if (colonies < ApiaryRules.FewestColonies)
            yield return new(FieldRefusal.CountTooFew, field, ApiaryRules.FewestColonies);
        else if (colonies > ApiaryRules.MostColonies)
            yield return new(RegistryRefusal.ColoniesTooMany, field, ApiaryRules.MostColonies, colonies);
    }
}

/// <summary>Count the colonies of an apiary. Nothing is sure yet: every field is as a form left it.</summary>
/// <param name="Id">Made with the form.</param>
/// <param name="Apiary">What was counted.</param>
/// <param name="On">The day of counting.</param>
/// <param name="Colonies">How many there were.</param>
public sealed record CountColonies(ColonyCountId Id, ApiaryCode Apiary, DateOnly? On, int? Colonies);

/// <summary>What a colony count must be. Zero is no count: who has left with all colonies says so.</summary>
public static class CountRules
{
    public static Outcome Check(CountColonies count, DateOnly today)
    {
        Refusal[] refusals = [.. FieldRules.CheckDay(count.On, today, nameof(count.On)), .. FieldRules.CheckColonies(count.Colonies, nameof(count.Colonies))];
        return refusals.Length == 0 ? Outcome.Done : Outcome.Refused(refusals);
    }
}

/// <summary>Report that an apiary seems to have a disease. Nothing is sure yet.</summary>
/// <param name="Id">Made with the form.</param>
/// <param name="Apiary">Where it was seen.</param>
/// <param name="Disease">What it seems to be.</param>
/// <param name="On">The day it was seen.</param>
/// <param name="Colonies">How many colonies show it; null where not told.</param>
/// <param name="Signs">What was seen, in words.</param>
public sealed record ReportDisease(DiseaseReportId Id, ApiaryCode Apiary, BeeDisease? Disease, DateOnly? On, int? Colonies, string? Signs);

/// <summary>What a report from the field must be. It is a suspicion: only an officer is sure.</summary>
public static class DiseaseRules
{
    public const int LongestSigns = 2000;

    public static Outcome Check(ReportDisease report, DateOnly today)
    {
        List<Refusal> refusals = [];
        if (report.Disease is not { } disease || !Enum.IsDefined(disease))
            refusals.Add(new(FieldRefusal.DiseaseMissing, nameof(report.Disease)));
        refusals.AddRange(FieldRules.CheckDay(report.On, today, nameof(report.On)));
        if (report.Colonies is not null)
            refusals.AddRange(FieldRules.CheckColonies(report.Colonies, nameof(report.Colonies)));
        if (report.Disease is BeeDisease.Other or BeeDisease.Poisoning && string.IsNullOrWhiteSpace(report.Signs))
            refusals.Add(new(FieldRefusal.SignsMissing, nameof(report.Signs)));
        refusals.AddRange(FieldRules.CheckLength(report.Signs, LongestSigns, nameof(report.Signs)));
        return refusals.Count == 0 ? Outcome.Done : Outcome.Refused(refusals);
    }
}
