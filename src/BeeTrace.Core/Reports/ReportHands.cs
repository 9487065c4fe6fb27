using BeeTrace.Core.Lab;

namespace BeeTrace.Core.Reports;

/// <summary>Whose work a report is: the same person in two places is one person.</summary>
/// <param name="Analysts">Whoever entered a reading of the sample, superseded ones too.</param>
/// <param name="Checker">Who approved the sample's readings (校核).</param>
/// <param name="Preparer">Who prepared the report (编制).</param>
/// <param name="Reviewer">Who reviewed it (审核); null before.</param>
public sealed record ReportHands(IReadOnlyCollection<AccountId> Analysts, AccountId? Checker, AccountId Preparer, AccountId? Reviewer)
{
    /// <summary>Nobody reviews what they entered or prepared. Refuses <see cref="ReportRefusal.OwnWork"/>.</summary>
    public Outcome CheckReview(AccountId reviewer) => Made(reviewer) ? new Refusal(ReportRefusal.OwnWork) : Outcome.Done;

    /// <summary>
    /// Who may sign under the laboratory's rule (ISO/IEC 17025:2017 7.8.1.1 wants results reviewed and authorised before release; House rule:
    /// by others than those whose work it is). Refuses <see cref="ReportRefusal.OwnWork"/> and <see cref="ReportRefusal.ThirdPersonNeeded"/>.
    /// </summary>
    public Outcome CheckSignature(FourEyes rule, AccountId signatory)
    {
        if (Made(signatory))
            return new Refusal(ReportRefusal.OwnWork);
        return rule == FourEyes.ThreePersons && (signatory == Reviewer || signatory == Checker)
            ? new Refusal(ReportRefusal.ThirdPersonNeeded)
            : Outcome.Done;
    }

    private bool Made(AccountId person) => person == Preparer || Analysts.Contains(person);
}
