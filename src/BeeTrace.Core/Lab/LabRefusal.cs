namespace BeeTrace.Core.Lab;

/// <summary>Why the laboratory says no. Each code is the key of a sentence; its arguments are listed in order.</summary>
public static class LabRefusal
{
    /// <summary>Nothing was typed, or "not tested" was typed where a result belongs. No arguments.</summary>
    public const string ReadingMissing = "lab.reading-missing";

    /// <summary>The text is no result that BeeTrace knows. Arguments: the text.</summary>
    public const string ReadingUnreadable = "lab.reading-unreadable";

    /// <summary>A comma stands in a number; it means thousands to some and a decimal point to others. Arguments: the text.</summary>
    public const string CommaInNumber = "lab.comma-in-number";

    /// <summary>The unit is unknown. Arguments: the text.</summary>
    public const string UnitUnknown = "lab.unit-unknown";

    /// <summary>Two units measure different things. Arguments: from unit, to unit.</summary>
    public const string UnitsDiffer = "lab.units-differ";

    /// <summary>The converted value has more digits than can be kept exactly. Arguments: value, from unit, to unit.</summary>
    public const string NotExact = "lab.not-exact";

    /// <summary>"Not detected" says nothing without the limit of detection. Field <c>lod</c>. No arguments.</summary>
    public const string LodMissing = "lab.lod-missing";

    /// <summary>"&lt;LOQ" says nothing without the limit of quantification. Field <c>loq</c>. No arguments.</summary>
    public const string LoqMissing = "lab.loq-missing";

    /// <summary>The limit of detection is not above zero. Field <c>lod</c>. Arguments: LOD.</summary>
    public const string LodNotPositive = "lab.lod-not-positive";

    /// <summary>The limit of quantification is not above zero. Field <c>loq</c>. Arguments: LOQ.</summary>
    public const string LoqNotPositive = "lab.loq-not-positive";

    /// <summary>The limit of detection is above the limit of quantification. Field <c>lod</c>. Arguments: LOD, LOQ.</summary>
    public const string LodAboveLoq = "lab.lod-above-loq";

    /// <summary>The typed bound or the LOD inside the text contradicts the stated LOD. Field <c>lod</c>. Arguments: typed bound, LOD.</summary>
    public const string LodContradicted = "lab.lod-contradicted";

    /// <summary>Zero was typed without a LOD; nobody can measure zero. Field <c>lod</c>. No arguments.</summary>
    public const string ZeroIsNoResult = "lab.zero-is-no-result";

    /// <summary>A negative number in a unit that has none. Arguments: the text.</summary>
    public const string NegativeReading = "lab.negative-reading";

    /// <summary>A number was typed where only detected or not detected makes sense. Arguments: the text, the unit.</summary>
    public const string QualitativeExpected = "lab.qualitative-expected";

    /// <summary>The expanded uncertainty is negative. Field <c>uncertainty</c>. Arguments: U.</summary>
    public const string UncertaintyNegative = "lab.uncertainty-negative";

    /// <summary>The coverage factor is not above zero. Field <c>k</c>. Arguments: k.</summary>
    public const string CoverageFactorNotPositive = "lab.coverage-factor-not-positive";

    /// <summary>The decision limit CCα is not above zero. Field <c>ccAlpha</c>. Arguments: CCα.</summary>
    public const string CcAlphaNotPositive = "lab.cc-alpha-not-positive";

    /// <summary>The decision rule's code is unknown. Field <c>rule</c>. Arguments: the code.</summary>
    public const string RuleUnknown = "lab.rule-unknown";

    /// <summary>Whoever entered a reading wants to approve the same sample. No arguments.</summary>
    public const string SamePerson = "lab.same-person";

    /// <summary>A sample without any reading cannot be approved. No arguments.</summary>
    public const string NothingRecorded = "lab.nothing-recorded";

    /// <summary>The sample's status does not allow this step. Field <c>status</c>. Arguments: present status, wanted status.</summary>
    public const string StatusNotAllowed = "lab.status-not-allowed";

    /// <summary>No such sample, or not one that the actor may see. Arguments: the code.</summary>
    public const string SampleUnknown = "lab.sample-unknown";

    /// <summary>No analyte has this code. Arguments: the code.</summary>
    public const string AnalyteUnknown = "lab.analyte-unknown";

    /// <summary>The sampling day is still to come. No arguments.</summary>
    public const string DrawnInFuture = "lab.drawn-in-future";

    /// <summary>The sampling day lies before the harvest. Arguments: harvest day.</summary>
    public const string DrawnBeforeHarvest = "lab.drawn-before-harvest";

    /// <summary>The day of receipt lies before the sampling day. Arguments: sampling day.</summary>
    public const string ReceivedBeforeDrawn = "lab.received-before-drawn";

    /// <summary>The day of receipt is still to come. No arguments.</summary>
    public const string ReceivedInFuture = "lab.received-in-future";

    /// <summary>A correction, a return, a proposal or a new verdict needs a reason. No arguments.</summary>
    public const string ReasonMissing = "lab.reason-missing";

    /// <summary>The reason is longer than is kept. Arguments: most characters.</summary>
    public const string ReasonTooLong = "lab.reason-too-long";

    /// <summary>Another reading was entered since the page was read. Arguments: the reading that stands, the reading that was typed.</summary>
    public const string ReadingChangedMeanwhile = "lab.reading-changed-meanwhile";

    /// <summary>The market has no profile on that day. Arguments: market, day.</summary>
    public const string NoProfile = "lab.no-profile";

    /// <summary>No product has this code. Field <c>product</c>. Arguments: the code.</summary>
    public const string ProductUnknown = "lab.product-unknown";

    /// <summary>The name is neither a known plant nor a Latin name. Field <c>nectarSource</c>. Arguments: the name.</summary>
    public const string PlantUnknown = "lab.plant-unknown";

    /// <summary>The bee is none that is kept here. Field <c>species</c>. Arguments: the name.</summary>
    public const string BeeUnknown = "lab.bee-unknown";

    /// <summary>Nothing of this name can be declared of a honey. Arguments: the text, the known names.</summary>
    public const string StateUnknown = "lab.state-unknown";

    /// <summary>One analyte has two readings. Arguments: the analyte's code.</summary>
    public const string AnalyteTwice = "lab.analyte-twice";

    /// <summary>More readings than one sample can have. Arguments: the most.</summary>
    public const string TooManyReadings = "lab.too-many-readings";

    /// <summary>No market is named. Field <c>markets</c>. No arguments.</summary>
    public const string MarketMissing = "lab.market-missing";

    /// <summary>The market has no profile at all. Arguments: the code, the known codes.</summary>
    public const string MarketUnknown = "lab.market-unknown";

    /// <summary>The text is no day. Arguments: the text.</summary>
    public const string DayUnreadable = "lab.day-unreadable";

    /// <summary>A share above the whole. Field <c>reading</c>. Arguments: the text, the unit.</summary>
    public const string AboveTheWhole = "lab.above-the-whole";

    /// <summary>A number far outside of what was measured before; it asks. Field <c>reading</c>. Arguments: the text, the least and the most so far.</summary>
    public const string OutOfRange = "lab.out-of-range";

    /// <summary>Nobody asked for this analyte in this product; it asks. Field <c>analyte</c>. Arguments: the code.</summary>
    public const string NotOrdered = "lab.not-ordered";

    /// <summary>A reading's identity was used before, for something else. No arguments.</summary>
    public const string ReadingIdTaken = "lab.reading-id-taken";

    /// <summary>A method has a code. Field <c>Code</c>. No arguments.</summary>
    public const string MethodCodeMissing = "lab.method-code-missing";

    /// <summary>What is entered as data names its source. Field <c>Source</c>. No arguments.</summary>
    public const string SourceMissing = "lab.source-missing";

    /// <summary>The relative uncertainty is not between 0 and 100 %. Field <c>UncertaintyPercent</c>. Arguments: the number.</summary>
    public const string UncertaintyPercentWrong = "lab.uncertainty-percent-wrong";

    /// <summary>Detected or not detected has no limit of detection. Field <c>Lod</c>. No arguments.</summary>
    public const string QualitativeHasNoLod = "lab.qualitative-has-no-lod";

    /// <summary>The method is in use already with the same code. Arguments: the code.</summary>
    public const string MethodUsedAlready = "lab.method-used-already";

    /// <summary>No such method in use. No arguments.</summary>
    public const string MethodUnknown = "lab.method-unknown";

    /// <summary>A name, address or choice of the laboratory is missing. Field of the input. No arguments.</summary>
    public const string LaboratoryFactMissing = "lab.laboratory-fact-missing";

    /// <summary>A text of the laboratory is too long. Arguments: most characters.</summary>
    public const string LaboratoryTextTooLong = "lab.laboratory-text-too-long";

    /// <summary>A holding time that is none. Field <c>HoldingHours</c>. Arguments: the most hours.</summary>
    public const string HoldingOutside = "lab.holding-outside";

    /// <summary>A turnaround that is none. Field <c>TurnaroundDays</c>. Arguments: the most days.</summary>
    public const string TurnaroundOutside = "lab.turnaround-outside";

    /// <summary>The text is no number. Field of the input. Arguments: the text.</summary>
    public const string NumberUnreadable = "lab.number-unreadable";

    /// <summary>A limit says in numbers what it allows. Field <c>Low</c> or <c>High</c>. No arguments.</summary>
    public const string BoundMissing = "lab.bound-missing";

    /// <summary>The lower bound is above the upper one. Field <c>High</c>. Arguments: lower, upper.</summary>
    public const string BoundsReversed = "lab.bounds-reversed";

    /// <summary>Kind and comparator contradict each other. Field <c>Comparator</c>. No arguments.</summary>
    public const string KindAndComparator = "lab.kind-and-comparator";

    /// <summary>A limit names the standard it comes from. Field <c>StandardCode</c>. No arguments.</summary>
    public const string StandardMissing = "lab.standard-missing";

    /// <summary>The register has no standard of this number. Field <c>StandardCode</c>. Arguments: the number.</summary>
    public const string StandardUnknown = "lab.standard-unknown";

    /// <summary>The standard has editions, and none is named. Field <c>Edition</c>. Arguments: the number.</summary>
    public const string EditionMissing = "lab.edition-missing";

    /// <summary>A limit names its clause, table or article. Field <c>Clause</c>. No arguments.</summary>
    public const string ClauseMissing = "lab.clause-missing";

    /// <summary>A limit names its first day, an end its last one. Field <c>From</c> or <c>LastDay</c>. No arguments.</summary>
    public const string InForceMissing = "lab.in-force-missing";

    /// <summary>The last day is before the first. Field <c>To</c> or <c>LastDay</c>. Arguments: the first day.</summary>
    public const string EndsBeforeBegin = "lab.ends-before-begin";

    /// <summary>Whoever proposes a limit says whether its text was seen. Field <c>Trust</c>. No arguments.</summary>
    public const string TrustMissing = "lab.trust-missing";

    /// <summary>A figure whose text nobody saw cannot take the place of one that judges. Field <c>Trust</c>. No arguments.</summary>
    public const string UnseenReplaces = "lab.unseen-replaces";

    /// <summary>Plants are named or all are meant, but the list and the rule disagree. Field <c>NectarSources</c>. No arguments.</summary>
    public const string NectarSourcesMissing = "lab.nectar-sources-missing";

    /// <summary>One thing cannot hold only where it is declared and not where it is. Field <c>NotState</c>. No arguments.</summary>
    public const string StateContradicted = "lab.state-contradicted";

    /// <summary>A text is longer than is kept. Field of the input. Arguments: most characters.</summary>
    public const string TextTooLong = "lab.text-too-long";

    /// <summary>Another limit answers the same question on some of these days. Field <c>From</c>. Arguments: that limit, its standard, its days.</summary>
    public const string LimitOverlaps = "lab.limit-overlaps";

    /// <summary>Two limits of one question were to be in force on one day; the database noticed. No arguments.</summary>
    public const string LimitsMeet = "lab.limits-meet";

    /// <summary>A market has one profile on a day. No arguments.</summary>
    public const string ProfileOverlaps = "lab.profile-overlaps";

    /// <summary>No such limit, or one that judges nothing or has ended already. No arguments.</summary>
    public const string LimitUnknown = "lab.limit-unknown";

    /// <summary>A limit that replaces another begins after the other's first day. Field <c>From</c>. Arguments: the first day of the other.</summary>
    public const string ReplacesBeforeBegin = "lab.replaces-before-begin";

    /// <summary>A limit that replaces another answers the same question: market, product, analyte and conditions stay. No arguments.</summary>
    public const string ReplacesAnother = "lab.replaces-another";

    /// <summary>There is an open proposal for this limit. No arguments.</summary>
    public const string ProposalOpen = "lab.proposal-open";

    /// <summary>No such proposal, or one that is decided. No arguments.</summary>
    public const string ProposalUnknown = "lab.proposal-unknown";

    /// <summary>Whoever proposed a limit wants to decide on it. No arguments.</summary>
    public const string OwnProposal = "lab.own-proposal";

    /// <summary>A proposal is withdrawn by who made it. No arguments.</summary>
    public const string NotYourProposal = "lab.not-your-proposal";

    /// <summary>Only a sample with an approved verdict is judged again. No arguments.</summary>
    public const string NotYetJudged = "lab.not-yet-judged";

    /// <summary>The sample gets the verdict of its newest evaluation and no other. No arguments.</summary>
    public const string VerdictWithoutEvaluation = "lab.verdict-without-evaluation";
}
