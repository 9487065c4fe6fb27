using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Reports;
using BeeTrace.Core.Trace;
using BeeTrace.Core.Trade;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BeeTrace.Web.Data;

/// <summary>Which refusal stands behind which constraint: the names of constraints are what people meet through here.</summary>
public static class DbErrors
{
    public const string OnePlaceADay = "an_apiary_stands_in_one_place_a_day";
    public const string SupersededOnce = "a_reading_is_superseded_once";
    public const string ApprovesNotOwn = "nobody_approves_their_own_readings";
    public const string InTesting = "readings_belong_to_a_sample_in_testing";
    public const string OneFirstReading = "an_analyte_has_one_first_reading";
    public const string MethodUsedOnce = "a_method_is_used_once_at_a_time";
    public const string OneProposal = "a_limit_has_one_open_proposal";
    public const string AnotherDecides = "another_person_decides_on_a_limit";
    public const string OneLimitADay = "one_limit_answers_a_question_a_day";
    public const string OneProfileADay = "a_market_has_one_profile_a_day";
    public const string NewestVerdict = "a_verdict_is_that_of_the_newest_evaluation";
    public const string JudgesNotOwn = "nobody_judges_their_own_readings_again";
    public const string OneReportAtWork = "one_report_of_a_sample_is_at_work";
    public const string ReportSupersededOnce = "a_report_is_superseded_once";
    public const string OneObjection = "a_sample_is_objected_to_once";
    public const string SignsNotOwn = "nobody_signs_their_own_report";
    public const string ThirdSigns = "a_third_person_signs_a_report";
    public const string OneLicence = "a_licence_number_is_registered_once";

    public const string TreatmentSupersededOnce = "a_treatment_is_superseded_once";
    public const string HarvestSupersededOnce = "a_harvest_is_superseded_once";
    public const string OneFiling = "a_base_is_filed_once";
    public const string ReplacedOnce = "a_drawn_lot_is_replaced_once";
    public const string OneSeries = "a_control_series_has_one_code";
    public const string ControlSupersededOnce = "a_control_result_is_superseded_once";
    public const string DeclaredOnce = "an_item_is_declared_once";
    public const string DeclarationSupersededOnce = "a_declaration_is_superseded_once";
    public const string LotLeavesOnce = "a_lot_leaves_once";
    public const string HeldLotStays = "a_lot_on_hold_does_not_leave";
    public const string TwoSignAReturn = "two_people_sign_a_return";
    public const string OneReturnAtWork = "one_return_of_a_year_is_at_work";
    public const string OneReturnAVersion = "ix_returns_firm_id_year_version";
    public const string OneReturnCounts = "one_return_of_a_year_counts";
    public const string OneBase = "a_beekeeper_belongs_to_one_base_at_a_time";

    private static readonly Dictionary<string, Func<Refusal>> ByConstraint = new(StringComparer.Ordinal)
    {
        [OnePlaceADay] = () => new Refusal(RegistryRefusal.PlacementElsewhere, "From"),
        [SupersededOnce] = () => new Refusal(AccessRefusal.ChangedMeanwhile),
        [ApprovesNotOwn] = () => new Refusal(LabRefusal.SamePerson),
        [InTesting] = () => new Refusal(AccessRefusal.ChangedMeanwhile),
        [OneFirstReading] = () => new Refusal(AccessRefusal.ChangedMeanwhile),
        [TreatmentSupersededOnce] = () => new Refusal(AccessRefusal.ChangedMeanwhile),
        [HarvestSupersededOnce] = () => new Refusal(AccessRefusal.ChangedMeanwhile),
        [OneProposal] = () => new Refusal(LabRefusal.ProposalOpen),
        [AnotherDecides] = () => new Refusal(LabRefusal.OwnProposal),
        [OneLimitADay] = () => new Refusal(LabRefusal.LimitsMeet),
        [OneProfileADay] = () => new Refusal(LabRefusal.ProfileOverlaps),
        [NewestVerdict] = () => new Refusal(LabRefusal.VerdictWithoutEvaluation),
        [JudgesNotOwn] = () => new Refusal(LabRefusal.SamePerson),
        [OneReportAtWork] = () => new Refusal(AccessRefusal.ChangedMeanwhile),
        [ReportSupersededOnce] = () => new Refusal(AccessRefusal.ChangedMeanwhile),
        [OneObjection] = () => new Refusal(ReportRefusal.ObjectionTwice),
        [SignsNotOwn] = () => new Refusal(ReportRefusal.OwnWork),
        [ThirdSigns] = () => new Refusal(ReportRefusal.ThirdPersonNeeded),
        [DeclaredOnce] = () => new Refusal(TradeRefusal.DeclaredAlready, "Number"),
        [DeclarationSupersededOnce] = () => new Refusal(AccessRefusal.ChangedMeanwhile),
        [LotLeavesOnce] = () => new Refusal(TradeRefusal.LotLeftAlready),
        [HeldLotStays] = () => new Refusal(TradeRefusal.LotOnHold),
        [TwoSignAReturn] = () => new Refusal(TradeRefusal.SamePersonSigns),
        [OneReturnAtWork] = () => new Refusal(TradeRefusal.ReturnAtWork),
        // A table brings a return that the firm has begun itself.
        [OneReturnAVersion] = () => new Refusal(TradeRefusal.ReturnAtWork),
        [OneReturnCounts] = () => new Refusal(AccessRefusal.ChangedMeanwhile),
        [ReplacedOnce] = () => new Refusal(AccessRefusal.ChangedMeanwhile),
        [OneSeries] = () => new Refusal(AccessRefusal.ChangedMeanwhile),
        [ControlSupersededOnce] = () => new Refusal(AccessRefusal.ChangedMeanwhile),
        [OneFiling] = () => new Refusal(RegistryRefusal.FilingTaken, "FilingNumber"),
        [OneBase] = () => new Refusal(RegistryRefusal.InAnotherBase, "Beekeeper"),
        [MethodUsedOnce] = () => new Refusal(LabRefusal.MethodUsedAlready, "Code"),
        [OneLicence] = () => new Refusal(RegistryRefusal.LicenceTaken, "LicenceNumber"),
    };

    /// <summary>The refusal, or null where the exception is a bug.</summary>
    public static Refusal? RefusalFor(Exception exception) => exception switch
    {
        DbUpdateConcurrencyException => new Refusal(AccessRefusal.ChangedMeanwhile),
        DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } } =>
            new Refusal(AccessRefusal.NotYourRole),
        // Two waited for each other, and the database let one of them go.
        DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected } } or
            PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected } => new Refusal(AccessRefusal.ChangedMeanwhile),
        // The id of a new row is taken: the same form was saved meanwhile, or somebody else has used the id.
        DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: ['p', 'k', '_', ..] } } =>
            new Refusal(AccessRefusal.ChangedMeanwhile),
        DbUpdateException { InnerException: PostgresException { ConstraintName: { } name } } =>
            ByConstraint.TryGetValue(name, out var refusal) ? refusal() : null,
        // A statement that did not go through EF Core.
        PostgresException { ConstraintName: { } name } => ByConstraint.TryGetValue(name, out var refusal) ? refusal() : null,
        _ => null,
    };
}
