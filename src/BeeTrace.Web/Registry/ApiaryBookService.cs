using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Registry;

/// <summary>
/// What a beekeeper writes down beside an apiary (养殖档案): counts, medicines, suspected diseases. Nothing of it is rewritten; every
/// deed refuses an apiary that is not the beekeeper's, and what its rules refuse, field by field.
/// </summary>
public sealed class ApiaryBookService(Database database)
{
    /// <summary>A beekeeper counts the colonies. Refused: what <see cref="CountRules"/> refuses. Recorded: day and colonies.</summary>
    public Task<Outcome> CountAsync(CountColonies count, Actor actor, FieldReceipt receipt, CancellationToken cancel = default) =>
        WriteAsync(count.Apiary, count.On, actor, receipt, today => CountRules.Check(count, today), (work, apiary) =>
        {
            work.Db.ColonyCounts.Add(new ColonyCount
            {
                Id = count.Id,
                ApiaryId = apiary.Id,
                BeekeeperId = apiary.BeekeeperId,
                On = count.On!.Value,
                Colonies = count.Colonies!.Value,
                Source = CountSource.Beekeeper,
                RecordedBy = work.Actor.Account,
                RecordedAt = work.Now,
            });
            work.Record(DeedCode.ColoniesCounted, apiary.Code.ToString(), @new: new { count.On, count.Colonies });
            return Task.FromResult(Outcome.Done);
        }, cancel);

    /// <summary>A beekeeper suspects a disease; the county is sure or not. Recorded: disease, state and day.</summary>
    public Task<Outcome> ReportAsync(ReportDisease report, Actor actor, FieldReceipt receipt, CancellationToken cancel = default) =>
        WriteAsync(report.Apiary, report.On, actor, receipt, today => DiseaseRules.Check(report, today), (work, apiary) =>
        {
            work.Db.DiseaseReports.Add(new DiseaseReport
            {
                Id = report.Id,
                ApiaryId = apiary.Id,
                BeekeeperId = apiary.BeekeeperId,
                Disease = report.Disease!.Value,
                State = DiseaseState.Suspected,
                On = report.On!.Value,
                ColoniesAffected = report.Colonies,
                Signs = report.Signs,
                ReportedBy = work.Actor.Account,
                RecordedAt = work.Now,
            });
            work.Record(DeedCode.DiseaseReported, apiary.Code.ToString(), @new: new { disease = report.Disease.ToString(), state = nameof(DiseaseState.Suspected), report.On });
            return Task.FromResult(Outcome.Done);
        }, cancel);

    /// <summary>
    /// A beekeeper writes into the medicine log; a correction or the end of a treatment is a new entry that supersedes the old one.
    /// Refused: what <see cref="TreatmentRules"/> refuses, an old entry that is not this apiary's, or that was corrected meanwhile.
    /// Recorded: medicine, colonies, days and withdrawal period, before and after.
    /// </summary>
    public Task<Outcome> TreatAsync(RecordTreatment treatment, Actor actor, FieldReceipt receipt, CancellationToken cancel = default) =>
        WriteAsync(treatment.Apiary, treatment.StartedOn, actor, receipt, today => TreatmentRules.Check(treatment, today), async (work, apiary) =>
        {
            var before = treatment.Supersedes is { } old
                ? await work.Db.Treatments.AsNoTracking().SingleOrDefaultAsync(t => t.Id == old && t.ApiaryId == apiary.Id, cancel)
                : null;
            if (treatment.Supersedes is not null && before is null)
                return new Refusal(FieldRefusal.TreatmentUnknown);
            var entry = new Treatment
            {
                Id = treatment.Id,
                ApiaryId = apiary.Id,
                BeekeeperId = apiary.BeekeeperId,
                Colonies = treatment.Colonies!.Value,
                Indication = treatment.Indication!,
                Medicine = treatment.Medicine!,
                ApprovalNumber = treatment.ApprovalNumber,
                BatchNumber = treatment.BatchNumber,
                MedicineExpiresOn = treatment.MedicineExpiresOn,
                ActiveSubstance = treatment.ActiveSubstance,
                Dose = treatment.Dose,
                Route = treatment.Route!.Value,
                StartedOn = treatment.StartedOn!.Value,
                EndedOn = treatment.EndedOn,
                WithdrawalDays = treatment.WithdrawalDays,
                SupersOn = treatment.SupersOn,
                GivenBy = treatment.GivenBy,
                Supplier = treatment.Supplier,
                Remarks = treatment.Remarks,
                RecordedBy = work.Actor.Account,
                RecordedAt = work.Now,
                Supersedes = treatment.Supersedes,
            };
            work.Db.Treatments.Add(entry);
            work.Record(DeedCode.TreatmentRecorded, apiary.Code.ToString(), before is null ? null : Facts(before), Facts(entry));
            return Outcome.Done;
        }, cancel);

    private static object Facts(Treatment t) => new { t.Medicine, t.Indication, t.Colonies, t.StartedOn, t.EndedOn, t.WithdrawalDays };

    /// <summary>The way of every entry: once, of an own apiary that was open on the day, after its rules.</summary>
    private async Task<Outcome> WriteAsync(
        ApiaryCode code, DateOnly? on, Actor actor, FieldReceipt receipt, Func<DateOnly, Outcome> rules, Func<Work, Apiary, Task<Outcome>> write, CancellationToken cancel)
    {
        if (actor is not { Role: Role.Beekeeper, Beekeeper: { } beekeeper })
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());

        await using var work = await database.OpenAsync(actor, cancel);
        if (await receipt.FindAsync(work, cancel) is { } sent)
            return sent;
        var apiary = await work.Db.Apiaries.AsNoTracking().SingleOrDefaultAsync(a => a.Code == code && a.BeekeeperId == beekeeper, cancel);
        if (apiary is null)
            return new Refusal(RegistryRefusal.ApiaryUnknown, null, code.ToString());
        var ruled = rules(work.Today);
        if (!ruled.IsDone)
            return ruled;
        if (apiary.DeregisteredOn is { } closed && on >= closed)
            return new Refusal(FieldRefusal.ApiaryClosed, null, closed);
        var written = await write(work, apiary);
        if (!written.IsDone)
            return written;
        receipt.Keep(work, apiary.Code);
        return await work.CommitAsync(cancel);
    }
}
