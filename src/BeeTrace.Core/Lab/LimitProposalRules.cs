using BeeTrace.Core.Access;

namespace BeeTrace.Core.Lab;

/// <summary>When limits may be proposed and decided.</summary>
public static class LimitProposalRules
{
    /// <summary>House rule: who answers for verdicts or for the county's figures proposes, and another of them decides.</summary>
    public static bool MayPropose(Role role) => role is Role.Signatory or Role.Reviewer or Role.County;

    /// <summary>
    /// May this limit come into force? Refuses <see cref="LabRefusal.UnseenReplaces"/>, <see cref="LabRefusal.ReplacesAnother"/>,
    /// <see cref="LabRefusal.ReplacesBeforeBegin"/> and <see cref="LabRefusal.LimitOverlaps"/>, all at once.
    /// </summary>
    /// <param name="proposed">The limit.</param>
    /// <param name="replaced">The one whose place it takes; null for none.</param>
    /// <param name="known">The limits of its market, product and analyte.</param>
    public static Outcome Check(Limit proposed, Limit? replaced, IEnumerable<Limit> known)
    {
        var refusals = new List<Refusal>();
        if (replaced is not null)
        {
            if (!proposed.Active)
                refusals.Add(new Refusal(LabRefusal.UnseenReplaces, nameof(TypedLimit.Trust)));
            if (!IsForTheSame(proposed, replaced))
                refusals.Add(new Refusal(LabRefusal.ReplacesAnother));
            if (proposed.InForceFrom <= replaced.InForceFrom)
                refusals.Add(new Refusal(LabRefusal.ReplacesBeforeBegin, nameof(TypedLimit.From), replaced.InForceFrom!.Value));
            if (proposed.InForceFrom > replaced.InForceTo)
                refusals.Add(new Refusal(LabRefusal.LimitUnknown));
        }

        var question = LimitQuestion.Of(proposed);
        if (proposed.Active && known.FirstOrDefault(limit =>
            limit.Active && limit.Id != replaced?.Id && LimitQuestion.Meet(limit, proposed) && LimitQuestion.Of(limit) == question) is { } other)
        {
            refusals.Add(new Refusal(LabRefusal.LimitOverlaps, nameof(TypedLimit.From), other.Describe(), other.Standard ?? "–", DaysOf(other)));
        }

        return refusals.Count == 0 ? Outcome.Done : Outcome.Refused(refusals);
    }

    /// <summary>May this limit end on that day? Refuses <see cref="LabRefusal.LimitUnknown"/> and <see cref="LabRefusal.EndsBeforeBegin"/>.</summary>
    public static Outcome CheckEnd(Limit ending, DateOnly? lastDay) =>
        !ending.Active || ending.InForceTo <= lastDay ? new Refusal(LabRefusal.LimitUnknown)
        : lastDay is null ? new Refusal(LabRefusal.InForceMissing, nameof(LimitProposal.LastDay))
        : lastDay < ending.InForceFrom ? new Refusal(LabRefusal.EndsBeforeBegin, nameof(LimitProposal.LastDay), ending.InForceFrom.Value)
        : Outcome.Done;

    /// <summary>May this person decide? Refuses <see cref="LabRefusal.ProposalUnknown"/> and <see cref="LabRefusal.OwnProposal"/>.</summary>
    public static Outcome CheckDecision(LimitProposal proposal, AccountId decider) =>
        proposal.State != ProposalState.Open ? new Refusal(LabRefusal.ProposalUnknown)
        : proposal.ProposedBy == decider ? new Refusal(LabRefusal.OwnProposal)
        : Outcome.Done;

    private static bool IsForTheSame(Limit one, Limit other) =>
        (one.Market, one.Product, one.Analyte) == (other.Market, other.Product, other.Analyte)
        && LimitQuestion.ConditionsOf(one) == LimitQuestion.ConditionsOf(other);

    private static string DaysOf(Limit limit) => $"{limit.InForceFrom:yyyy-MM-dd} – {limit.InForceTo:yyyy-MM-dd}".Trim();
}
