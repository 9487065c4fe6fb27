namespace BeeTrace.Core.Registry;

/// <summary>Diseases and pests of bees that are reported.</summary>
public enum BeeDisease
{
    /// <summary>美洲幼虫腐臭病, <i>Paenibacillus larvae</i>.</summary>
    AmericanFoulbrood,

    /// <summary>欧洲幼虫腐臭病, <i>Melissococcus plutonius</i>.</summary>
    EuropeanFoulbrood,

    /// <summary>大蜂螨, <i>Varroa destructor</i>.</summary>
    Varroa,

    /// <summary>小蜂螨, <i>Tropilaelaps</i>.</summary>
    Tropilaelaps,

    /// <summary>囊状幼虫病, sacbrood virus.</summary>
    Sacbrood,

    /// <summary>微孢子虫病, <i>Nosema</i>.</summary>
    Nosema,

    /// <summary>白垩病, <i>Ascosphaera apis</i>.</summary>
    Chalkbrood,

    /// <summary>蜂箱小甲虫, <i>Aethina tumida</i>.</summary>
    SmallHiveBeetle,

    /// <summary>中毒: poisoning, such as by spraying.</summary>
    Poisoning,

    /// <summary>其他: another one, told in the signs.</summary>
    Other,
}

/// <summary>How sure a report is.</summary>
public enum DiseaseState
{
    /// <summary>疑似.</summary>
    Suspected,

    /// <summary>确诊: by an officer.</summary>
    Confirmed,

    /// <summary>排除或已净化: it was not that, or it is over.</summary>
    Cleared,
}

/// <summary>
/// Somebody says that an apiary has a disease. Never changed: when more is known, a further report about the same apiary
/// and disease is added, and the newest holds.
/// </summary>
public sealed class DiseaseReport
{
    public required DiseaseReportId Id { get; init; }

    public required ApiaryId ApiaryId { get; init; }

    /// <summary>Owner of the apiary, repeated here so that the database can decide who sees the row.</summary>
    public required BeekeeperId BeekeeperId { get; init; }

    public required BeeDisease Disease { get; init; }

    public required DiseaseState State { get; init; }

    /// <summary>The day it was seen.</summary>
    public required DateOnly On { get; init; }

    public int? ColoniesAffected { get; init; }

    /// <summary>What was seen, in words.</summary>
    public string? Signs { get; init; }

    /// <summary>The inspection it was found on, where there was one.</summary>
    public InspectionId? InspectionId { get; init; }

    public required AccountId ReportedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}
