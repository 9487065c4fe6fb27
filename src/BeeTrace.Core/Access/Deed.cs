namespace BeeTrace.Core.Access;

/// <summary>
/// What is written down about something done, beside who (<see cref="Actor"/>) and when. Deeds are only ever added:
/// a mistake is mended by another deed.
/// </summary>
/// <param name="Code">What was done, one of <see cref="DeedCode"/>.</param>
/// <param name="Subject">What it was done to, by the code that people know (<c>L18-00931-c</c>), never by an inner id.</param>
/// <param name="Before">The state before as JSON; null where there was none.</param>
/// <param name="After">The state after as JSON; null where nothing is left to show.</param>
/// <param name="Why">The reason that was given; null where none is asked for.</param>
public sealed record Deed(string Code, string Subject, string? Before = null, string? After = null, string? Why = null);

/// <summary>The words of the deeds' record. A word, once used, keeps its meaning for ever.</summary>
public static class DeedCode
{
    public const string AccountMade = "account-made";
    public const string AccountClosed = "account-closed";
    public const string PasswordChanged = "password-changed";
    public const string TokenMade = "token-made";
    public const string TokenRevoked = "token-revoked";
    public const string SignedIn = "signed-in";
    public const string SignInRefused = "sign-in-refused";
    public const string SignedOut = "signed-out";

    public const string BeekeeperRegistered = "beekeeper-registered";
    public const string ApplicationConfirmed = "application-confirmed";
    public const string ApplicationMerged = "application-merged";
    public const string ApplicationRefused = "application-refused";
    public const string LicenceIssued = "licence-issued";
    public const string FirmRegistered = "firm-registered";
    public const string ApiaryRegistered = "apiary-registered";
    public const string ApiaryClosed = "apiary-closed";
    public const string PlacementBegun = "placement-begun";
    public const string PlacementEnded = "placement-ended";
    public const string PlacementCorrected = "placement-corrected";
    public const string PlacementTakenBack = "placement-taken-back";
    public const string LocationRead = "location-read";
    public const string RegistrationConfirmed = "registration-confirmed";
    public const string RegistrationRefused = "registration-refused";
    public const string RegistrationMerged = "registration-merged";
    public const string BeekeeperChanged = "beekeeper-changed";
    public const string IdentityNumberRead = "identity-number-read";
    public const string ColoniesCounted = "colonies-counted";
    public const string TreatmentRecorded = "treatment-recorded";
    public const string InspectionRecorded = "inspection-recorded";
    public const string DiseaseReported = "disease-reported";
    public const string NectarSourceRegistered = "nectar-source-registered";
    public const string NectarSourceClosed = "nectar-source-closed";
    public const string FirmChanged = "firm-changed";
    public const string BaseFiled = "base-filed";
    public const string BaseEnded = "base-ended";
    public const string BaseMemberJoined = "base-member-joined";
    public const string BaseMemberLeft = "base-member-left";
    public const string HonourRecorded = "honour-recorded";
    public const string StandardDrafted = "standard-drafted";
    public const string EntryInConflict = "entry-in-conflict";

    public const string HarvestRecorded = "harvest-recorded";
    public const string LotRecorded = "lot-recorded";
    public const string LotHeld = "lot-held";
    public const string LotReleased = "lot-released";

    public const string SampleDrawn = "sample-drawn";
    public const string RecordCountersigned = "record-countersigned";
    public const string SampleDispatched = "sample-dispatched";
    public const string SampleReceived = "sample-received";
    public const string SampleAssigned = "sample-assigned";
    public const string PortionMoved = "portion-moved";
    public const string SampleRejected = "sample-rejected";
    public const string SampleCancelled = "sample-cancelled";
    public const string MethodRegistered = "method-registered";
    public const string MethodEnded = "method-ended";
    public const string ReadingEntered = "reading-entered";
    public const string ReadingSuperseded = "reading-superseded";
    public const string ReadingWithdrawn = "reading-withdrawn";
    public const string ReTestOrdered = "re-test-ordered";
    public const string SampleSubmitted = "sample-submitted";
    public const string SampleReturned = "sample-returned";
    public const string SampleReviewed = "sample-reviewed";
    public const string SampleApproved = "sample-approved";
    public const string SampleJudgedAgain = "sample-judged-again";
    public const string LimitProposed = "limit-proposed";
    public const string LimitAccepted = "limit-accepted";
    public const string LimitDeclined = "limit-declined";
    public const string LimitWithdrawn = "limit-withdrawn";
    public const string PlanMade = "plan-made";
    public const string ListFrozen = "list-frozen";
    public const string PublicValueEntered = "public-value-entered";
    public const string LotsDrawn = "lots-drawn";
    public const string DrawReplaced = "draw-replaced";
    public const string ControlSeriesStarted = "control-series-started";
    public const string ControlEntered = "control-entered";
    public const string ControlSuperseded = "control-superseded";
    public const string ControlMeanAssigned = "control-mean-assigned";

    public const string LaboratoryChanged = "laboratory-changed";
    public const string ReportPrepared = "report-prepared";
    public const string ReportReviewed = "report-reviewed";
    public const string ReportApproved = "report-approved";
    public const string ReportIssued = "report-issued";
    public const string ReportSuperseded = "report-superseded";
    public const string ReportInvalidated = "report-invalidated";
    public const string ReportCancelled = "report-cancelled";
    public const string ObjectionFiled = "objection-filed";
    public const string ObjectionAccepted = "objection-accepted";
    public const string ObjectionRefused = "objection-refused";
    public const string ObjectionConcluded = "objection-concluded";

    public const string CertificateIssued = "certificate-issued";
    public const string CertificateWithdrawn = "certificate-withdrawn";
    public const string CertificateReplaced = "certificate-replaced";

    public const string ConsignmentMade = "consignment-made";
    public const string ConsignmentChanged = "consignment-changed";
    public const string ConsignmentDeclared = "consignment-declared";
    public const string ConsignmentShipped = "consignment-shipped";
    public const string ConsignmentClosed = "consignment-closed";
    public const string ConsignmentCancelled = "consignment-cancelled";
    public const string LotReleasedForMarket = "lot-released-for-market";
    public const string DeclarationCorrected = "declaration-corrected";
    public const string ReturnFiled = "return-filed";
    public const string ReturnSentBack = "return-sent-back";
    public const string ReturnAccepted = "return-accepted";
    public const string YearbookPublished = "yearbook-published";
    public const string ClaimRecorded = "claim-recorded";

    public const string NoticeIssued = "notice-issued";
    public const string NoticeWithdrawn = "notice-withdrawn";
    public const string AnnouncementRefused = "announcement-refused";

    public const string TableImported = "table-imported";
    public const string ImportUndone = "import-undone";
    public const string TableExported = "table-exported";

    /// <summary>Every word there is, for the list in the documents and the test that compares both.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        AccountMade, AccountClosed, PasswordChanged, TokenMade, TokenRevoked, SignedIn, SignInRefused, SignedOut, BeekeeperRegistered,
        ApplicationConfirmed, ApplicationMerged, ApplicationRefused, LicenceIssued, FirmRegistered, ApiaryRegistered, ApiaryClosed, PlacementBegun,
        PlacementEnded, PlacementCorrected, PlacementTakenBack, LocationRead, RegistrationConfirmed, RegistrationRefused, RegistrationMerged,
        BeekeeperChanged, IdentityNumberRead, ColoniesCounted, TreatmentRecorded, InspectionRecorded, DiseaseReported, NectarSourceRegistered,
        NectarSourceClosed, FirmChanged, BaseFiled, BaseEnded, BaseMemberJoined, BaseMemberLeft, HonourRecorded, StandardDrafted, EntryInConflict,
        HarvestRecorded, LotRecorded, LotHeld, LotReleased, SampleDrawn, RecordCountersigned, SampleDispatched, SampleReceived, SampleAssigned,
        PortionMoved, SampleRejected, SampleCancelled, MethodRegistered, MethodEnded, ReadingEntered, ReadingSuperseded, ReadingWithdrawn,
        ReTestOrdered, SampleSubmitted, SampleReturned, SampleReviewed, SampleApproved, SampleJudgedAgain, LimitProposed, LimitAccepted,
        LimitDeclined, LimitWithdrawn, PlanMade, ListFrozen, PublicValueEntered, LotsDrawn, DrawReplaced, ControlSeriesStarted, ControlEntered,
        ControlSuperseded, ControlMeanAssigned, LaboratoryChanged, ReportPrepared, ReportReviewed, ReportApproved, ReportIssued, ReportSuperseded,
        ReportInvalidated, ReportCancelled, ObjectionFiled, ObjectionAccepted, ObjectionRefused, ObjectionConcluded, CertificateIssued,
        CertificateWithdrawn, CertificateReplaced, ConsignmentMade, ConsignmentChanged, ConsignmentDeclared, ConsignmentShipped, ConsignmentClosed,
        ConsignmentCancelled, LotReleasedForMarket, DeclarationCorrected, ReturnFiled, ReturnSentBack, ReturnAccepted, YearbookPublished, ClaimRecorded, NoticeIssued, NoticeWithdrawn, AnnouncementRefused, TableImported,
        ImportUndone, TableExported,
    ];
}
