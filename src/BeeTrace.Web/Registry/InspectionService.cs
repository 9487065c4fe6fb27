using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Registry;

/// <summary>What county officers do at an apiary.</summary>
public sealed class InspectionService(Database database)
{
    /// <summary>
    /// A county officer records an inspection. Colonies counted on it become a count, diseases found become reports. Refused: what
    /// <see cref="InspectionRules"/> refuses, an unknown apiary. Recorded: the inspection and each disease. The same id again is done already.
    /// </summary>
    public async Task<Outcome> RecordAsync(RecordInspection record, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role != Role.County)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        await work.OneAtATimeAsync(record.Id.ToString(), cancel);
        if (await db.Inspections.AnyAsync(i => i.Id == record.Id, cancel))
            return Outcome.Done;
        var apiary = await db.Apiaries.AsNoTracking().SingleOrDefaultAsync(a => a.Code == record.Apiary, cancel);
        if (apiary is null)
            return new Refusal(OfficeRefusal.CodeUnknown, null, record.Apiary.ToString());
        var check = InspectionRules.Check(record, apiary.RegisteredOn, work.Today);
        if (!check.IsDone)
            return check;

        var on = record.On!.Value;
        db.Inspections.Add(new Inspection
        {
            Id = record.Id, ApiaryId = apiary.Id, BeekeeperId = apiary.BeekeeperId, On = on, ColoniesInspected = record.ColoniesInspected,
            Findings = record.Findings!.Trim(), InspectedBy = actor.Account, RecordedAt = work.Now,
        });
        work.Record(DeedCode.InspectionRecorded, apiary.Code.ToString(), @new: new { on, record.ColoniesInspected, findings = record.Findings.Trim() });
        if (record.ColoniesCounted is { } colonies)
        {
            db.ColonyCounts.Add(new ColonyCount
            {
                Id = ColonyCountId.New(), ApiaryId = apiary.Id, BeekeeperId = apiary.BeekeeperId, On = on, Colonies = colonies, Source = CountSource.Inspection,
                RecordedBy = actor.Account, RecordedAt = work.Now,
            });
            work.Record(DeedCode.ColoniesCounted, apiary.Code.ToString(), @new: new { on, colonies });
        }

        foreach (var found in record.Diseases)
        {
            db.DiseaseReports.Add(new DiseaseReport
            {
                Id = DiseaseReportId.New(), ApiaryId = apiary.Id, BeekeeperId = apiary.BeekeeperId, Disease = found.Disease, State = found.State, On = on,
                ColoniesAffected = found.ColoniesAffected, Signs = string.IsNullOrWhiteSpace(found.Signs) ? null : found.Signs.Trim(),
                InspectionId = record.Id, ReportedBy = actor.Account, RecordedAt = work.Now,
            });
            work.Record(DeedCode.DiseaseReported, apiary.Code.ToString(), @new: new { disease = found.Disease.ToString(), state = found.State.ToString(), on });
        }

        return await work.CommitAsync(cancel);
    }

    /// <summary>
    /// The county closes an apiary that is given up; from that day on it stands nowhere. Refused: without a reason, a day to come or before it was
    /// registered, an apiary that is closed already. Recorded: the day and the reason.
    /// </summary>
    public async Task<Outcome> CloseAsync(ApiaryCode code, DateOnly? day, string? reason, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not (Role.County or Role.Admin))
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        await using var work = await database.OpenAsync(actor, cancel);
        await work.OneAtATimeAsync(code.ToString(), cancel);
        var apiary = await work.Db.Apiaries.SingleOrDefaultAsync(a => a.Code == code, cancel);
        if (apiary is null)
            return new Refusal(OfficeRefusal.CodeUnknown, null, code.ToString());
        if (apiary.DeregisteredOn is { } before)
            return new Refusal(FieldRefusal.ApiaryClosed, null, before);
        List<Refusal> refusals = [.. BeekeeperRules.CheckReason(reason).Refusals];
        if (day is null)
            refusals.Add(new(FieldRefusal.DayMissing, "Day"));
        else if (day > work.Today)
            refusals.Add(new(FieldRefusal.DayInFuture, "Day", work.Today));
        else if (day < apiary.RegisteredOn)
            refusals.Add(new(OfficeRefusal.DayBefore, "Day", apiary.RegisteredOn));
        if (refusals.Count > 0)
            return Outcome.Refused(refusals);
        apiary.DeregisteredOn = day;
        work.Record(DeedCode.ApiaryClosed, code.ToString(), @new: new { day }, why: reason!.Trim());
        return await work.CommitAsync(cancel);
    }
}
