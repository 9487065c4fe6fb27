namespace BeeTrace.Core.Lab;

/// <summary>Why a sampling plan, its list or its draw is refused. Each code is the key of a sentence; its arguments are listed in order.</summary>
public static class PlanRefusal
{
    /// <summary>The year lies outside of 2000 to 2099. Field <c>Year</c>. No arguments.</summary>
    public const string YearOutside = "lab.plan-year-outside";

    /// <summary>Samples of this basis are not planned by the county. Field <c>Basis</c>. No arguments.</summary>
    public const string BasisNotPlanned = "lab.plan-basis-not-planned";

    /// <summary>A plan without a stratum. No arguments.</summary>
    public const string NoStratum = "lab.plan-no-stratum";

    /// <summary>A planned number outside of its bounds. Arguments: number of the stratum, the least, the most.</summary>
    public const string PlannedOutside = "lab.plan-planned-outside";

    /// <summary>The season does not run forward within the year. Arguments: number of the stratum.</summary>
    public const string SeasonBackward = "lab.plan-season-backward";

    /// <summary>A stratum names a firm and a county. Arguments: number of the stratum.</summary>
    public const string FirmAndCounty = "lab.plan-firm-and-county";

    /// <summary>The stratum's product, firm or county is not there. Arguments: number of the stratum.</summary>
    public const string StratumUnknown = "lab.plan-stratum-unknown";

    /// <summary>Two strata would hold the same lots. Arguments: numbers of the two.</summary>
    public const string StrataOverlap = "lab.plan-strata-overlap";

    /// <summary>No such plan. Arguments: the code.</summary>
    public const string PlanUnknown = "lab.plan-unknown";

    /// <summary>No stratum was chosen, or one that the plan has not. No arguments.</summary>
    public const string NothingChosen = "lab.plan-nothing-chosen";

    /// <summary>The stratum stands on a list already. Arguments: number of the stratum.</summary>
    public const string FrozenBefore = "lab.plan-frozen-before";

    /// <summary>Lots may still be harvested in the season. Arguments: number of the stratum, its last day.</summary>
    public const string SeasonNotOver = "lab.plan-season-not-over";

    /// <summary>The register has no lot of the stratum. Arguments: number of the stratum.</summary>
    public const string NoCandidates = "lab.plan-no-candidates";

    /// <summary>The public value is not named. Field <c>ValueName</c>. No arguments.</summary>
    public const string ValueNameMissing = "lab.plan-value-name-missing";

    /// <summary>The number of digits is outside of its bounds. Field <c>Digits</c>. Arguments: the least, the most.</summary>
    public const string DigitsOutside = "lab.plan-digits-outside";

    /// <summary>The public value would exist when the list is frozen. Field <c>ValueDay</c>. No arguments.</summary>
    public const string ValueDayNotAhead = "lab.plan-value-day-not-ahead";

    /// <summary>No such list. No arguments.</summary>
    public const string ListUnknown = "lab.plan-list-unknown";

    /// <summary>The day of the public value has not come. Arguments: the day.</summary>
    public const string ValueDayAhead = "lab.plan-value-day-ahead";

    /// <summary>Not the announced number of digits. Field <c>Value</c>. Arguments: number of digits.</summary>
    public const string ValueUnreadable = "lab.plan-value-unreadable";

    /// <summary>The public value is not said to come from anywhere. Field <c>Source</c>. No arguments.</summary>
    public const string SourceMissing = "lab.plan-source-missing";

    /// <summary>The draw of the list has been made. No arguments.</summary>
    public const string DrawnBefore = "lab.plan-drawn-before";

    /// <summary>The place was not drawn, or has been replaced. No arguments.</summary>
    public const string PickUnknown = "lab.plan-pick-unknown";

    /// <summary>A sample of the drawn lot is there, so that nothing is to be replaced. Arguments: the sample.</summary>
    public const string PickSampled = "lab.plan-pick-sampled";

    /// <summary>A replacement needs a reason in words. Field <c>Why</c>. No arguments.</summary>
    public const string WhyMissing = "lab.plan-why-missing";

    /// <summary>Every candidate of the stratum is drawn. No arguments.</summary>
    public const string NoReserve = "lab.plan-no-reserve";

    /// <summary>Every refusal there is, for the test that looks for a sentence to each.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        YearOutside, BasisNotPlanned, NoStratum, PlannedOutside, SeasonBackward, FirmAndCounty, StratumUnknown, StrataOverlap, PlanUnknown, NothingChosen,
        FrozenBefore, SeasonNotOver, NoCandidates, ValueNameMissing, DigitsOutside, ValueDayNotAhead, ListUnknown, ValueDayAhead, ValueUnreadable,
        SourceMissing, DrawnBefore, PickUnknown, PickSampled, WhyMissing, NoReserve,
    ];
}
