namespace BeeTrace.Core.Reports;

/// <summary>What is refused of test reports.</summary>
public static class ReportRefusal
{
    /// <summary>The report's state does not allow this step. Arguments: present state, wanted state.</summary>
    public const string StateNotAllowed = "reports.state-not-allowed";

    /// <summary>Only an approved sample is reported. Arguments: the sample's code.</summary>
    public const string SampleNotApproved = "reports.sample-not-approved";

    /// <summary>Another report of the sample is at work or in force. Arguments: its number.</summary>
    public const string AnotherReport = "reports.another-report";

    /// <summary>The sample was judged again after this report was prepared. No arguments.</summary>
    public const string JudgedAgain = "reports.judged-again";

    /// <summary>The actor entered readings of the sample or prepared the report. No arguments.</summary>
    public const string OwnWork = "reports.own-work";

    /// <summary>The laboratory wants three people, and the actor checked the readings or reviewed the report. No arguments.</summary>
    public const string ThirdPersonNeeded = "reports.third-person-needed";

    /// <summary>No laboratory is set up for the county of the sample. No arguments.</summary>
    public const string NoLaboratory = "reports.no-laboratory";

    /// <summary>No such report, or not one that the actor may see. Arguments: the number.</summary>
    public const string ReportUnknown = "reports.unknown";

    /// <summary>An amendment, a cancellation or an invalidation says why. No arguments.</summary>
    public const string ReasonMissing = "reports.reason-missing";

    /// <summary>Nobody is named who asked for the test. No arguments.</summary>
    public const string ClientMissing = "reports.client-missing";

    /// <summary>A text is too long. Arguments: most characters.</summary>
    public const string TextTooLong = "reports.text-too-long";

    /// <summary>The market asked for had no profile on the sampling day. Arguments: market, day.</summary>
    public const string NoProfile = "reports.no-profile";

    /// <summary>A character cannot be printed. Arguments: the character, its code point.</summary>
    public const string CannotPrint = "reports.cannot-print";

    /// <summary>No authority ordered the test, so no law gives a right to object. No arguments.</summary>
    public const string NoRightToObject = "reports.no-right-to-object";

    /// <summary>The sample did not fail. No arguments.</summary>
    public const string NothingToObjectTo = "reports.nothing-to-object-to";

    /// <summary>The sample has an objection already. No arguments.</summary>
    public const string ObjectionTwice = "reports.objection-twice";

    /// <summary>The report has no objection. No arguments.</summary>
    public const string ObjectionUnknown = "reports.objection-unknown";

    /// <summary>The sample is no approved re-test of the same lot. Arguments: its code.</summary>
    public const string ReTestDoesNotFit = "reports.re-test-does-not-fit";

    /// <summary>The re-test neither passed nor failed. Arguments: its code.</summary>
    public const string ReTestOpen = "reports.re-test-open";

    /// <summary>Every refusal there is, for the test that looks for a sentence to each.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        StateNotAllowed, SampleNotApproved, AnotherReport, JudgedAgain, OwnWork, ThirdPersonNeeded, NoLaboratory, ReportUnknown, ReasonMissing, ClientMissing, TextTooLong,
        NoProfile, CannotPrint, NoRightToObject, NothingToObjectTo, ObjectionTwice, ObjectionUnknown, ReTestDoesNotFit, ReTestOpen,
    ];
}
