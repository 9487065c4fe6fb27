using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;

namespace BeeTrace.Web.Registry;

/// <summary>The words of the forms, in addresses and receipts.</summary>
public static class FieldKind
{
    public const string Apiary = "apiary";
    public const string Move = "move";
    public const string Correct = "correct";
    public const string TakeBack = "take-back";
    public const string Leave = "leave";
    public const string Close = "close";
    public const string Count = "count";
    public const string Treatment = "treatment";
    public const string Disease = "disease";
    public const string Harvest = "harvest";
}

internal sealed class RegisterForm(ApiaryService service) : FieldForm<ApiaryEntry>
{
    public override string Kind => FieldKind.Apiary;

    protected override async Task<Outcome<Arrival>> SaveAsync(ApiaryEntry typed, FieldReceipt receipt, Actor actor, CancellationToken cancel)
    {
        var (apiary, unread) = typed.Read();
        var outcome = await service.RegisterAsync(new ApiaryId(typed.Key()), apiary, actor, receipt, cancel);
        return outcome.IsDone ? new Arrival(outcome.Value.ToString(), []) : Outcome<Arrival>.Refused(ApiaryEntry.Reasons(unread, outcome.Refusals));
    }
}

internal sealed class MoveForm(ApiaryService service) : FieldForm<ApiaryEntry>
{
    public override string Kind => FieldKind.Move;

    protected override async Task<Outcome<Arrival>> SaveAsync(ApiaryEntry typed, FieldReceipt receipt, Actor actor, CancellationToken cancel)
    {
        var (move, unread) = typed.ReadMove();
        var outcome = await service.MoveAsync(move, actor, receipt, cancel);
        return Arrived(move.Apiary.ToString(), outcome.IsDone ? [] : ApiaryEntry.Reasons(unread, outcome.Refusals));
    }
}

internal sealed class CorrectForm(StayCorrectionService service) : FieldForm<CorrectionEntry>
{
    public override string Kind => FieldKind.Correct;

    protected override async Task<Outcome<Arrival>> SaveAsync(CorrectionEntry typed, FieldReceipt receipt, Actor actor, CancellationToken cancel)
    {
        var (correct, unread) = typed.ReadCorrection();
        var outcome = await service.CorrectAsync(correct, SeenStay.Parse(typed.Seen), actor, receipt, cancel);
        return Arrived(correct.Apiary.ToString(), ApiaryEntry.Reasons(unread, outcome.Refusals));
    }
}

internal sealed class TakeBackForm(StayCorrectionService service) : FieldForm<CorrectionEntry>
{
    public override string Kind => FieldKind.TakeBack;

    protected override async Task<Outcome<Arrival>> SaveAsync(CorrectionEntry typed, FieldReceipt receipt, Actor actor, CancellationToken cancel)
    {
        var takeBack = typed.ReadTakingBack();
        return Arrived(takeBack.Apiary.ToString(), (await service.TakeBackAsync(takeBack, SeenStay.Parse(typed.Seen), actor, receipt, cancel)).Refusals);
    }
}

internal sealed class LeaveForm(ApiaryService service) : FieldForm<StayEndEntry>
{
    public override string Kind => FieldKind.Leave;

    protected override async Task<Outcome<Arrival>> SaveAsync(StayEndEntry typed, FieldReceipt receipt, Actor actor, CancellationToken cancel)
    {
        var (end, unread) = typed.Read();
        return Arrived(end.Apiary.ToString(), StayEndEntry.Reasons(unread, (await service.LeaveAsync(end, actor, receipt, cancel)).Refusals));
    }
}

internal sealed class CloseForm(ApiaryService service) : FieldForm<StayEndEntry>
{
    public override string Kind => FieldKind.Close;

    protected override async Task<Outcome<Arrival>> SaveAsync(StayEndEntry typed, FieldReceipt receipt, Actor actor, CancellationToken cancel)
    {
        var (end, unread) = typed.Read();
        return Arrived(end.Apiary.ToString(), StayEndEntry.Reasons(unread, (await service.CloseAsync(end, actor, receipt, cancel)).Refusals));
    }
}

internal sealed class CountForm(ApiaryBookService service) : FieldForm<CountEntry>
{
    public override string Kind => FieldKind.Count;

    protected override async Task<Outcome<Arrival>> SaveAsync(CountEntry typed, FieldReceipt receipt, Actor actor, CancellationToken cancel)
    {
        var (count, unread) = typed.Read();
        return Arrived(count.Apiary.ToString(), CountEntry.Reasons(unread, (await service.CountAsync(count, actor, receipt, cancel)).Refusals));
    }
}

internal sealed class TreatmentForm(ApiaryBookService service) : FieldForm<TreatmentEntry>
{
    public override string Kind => FieldKind.Treatment;

    protected override async Task<Outcome<Arrival>> SaveAsync(TreatmentEntry typed, FieldReceipt receipt, Actor actor, CancellationToken cancel)
    {
        var (treatment, unread) = typed.Read();
        return Arrived(treatment.Apiary.ToString(), TreatmentEntry.Reasons(unread, (await service.TreatAsync(treatment, actor, receipt, cancel)).Refusals));
    }
}

internal sealed class DiseaseForm(ApiaryBookService service) : FieldForm<DiseaseEntry>
{
    public override string Kind => FieldKind.Disease;

    protected override async Task<Outcome<Arrival>> SaveAsync(DiseaseEntry typed, FieldReceipt receipt, Actor actor, CancellationToken cancel)
    {
        var (report, unread) = typed.Read();
        return Arrived(report.Apiary.ToString(), DiseaseEntry.Reasons(unread, (await service.ReportAsync(report, actor, receipt, cancel)).Refusals));
    }
}
