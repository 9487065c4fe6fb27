using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Trace;
using BeeTrace.Web.Registry;

namespace BeeTrace.Web.Trace;

/// <summary>A harvest as it was typed.</summary>
public sealed class HarvestEntry : TypedEntry
{
    public string? Product { get; set; }

    public string? MassKg { get; set; }

    public string? HarvestedOn { get; set; }

    public string? Plant { get; set; }

    public (RecordHarvest Harvest, IReadOnlyList<Refusal> Unread) Read()
    {
        var unread = new List<Refusal>();
        var mass = KilogramText.Parse(MassKg);
        if (mass is null && !string.IsNullOrWhiteSpace(MassKg))
            unread.Add(new Refusal(TraceRefusal.MassUnreadable, nameof(MassKg), MassKg.Length <= 40 ? MassKg : MassKg[..40] + "…"));
        return (new RecordHarvest(new HarvestId(Key()), ApiaryCode, Plain(Product), mass, Day(HarvestedOn, nameof(HarvestedOn), unread), Plain(Plant)), unread);
    }

    public static IReadOnlyList<Refusal> Reasons(IReadOnlyList<Refusal> unread, IReadOnlyList<Refusal> refused) =>
        Reasons(unread, refused, [nameof(Product), nameof(MassKg), nameof(HarvestedOn), nameof(Plant)]);
}

internal sealed class HarvestForm(HarvestService service) : FieldForm<HarvestEntry>
{
    public override string Kind => FieldKind.Harvest;

    protected override async Task<Outcome<Arrival>> SaveAsync(HarvestEntry typed, FieldReceipt receipt, Actor actor, CancellationToken cancel)
    {
        var (harvest, unread) = typed.Read();
        var outcome = await service.RecordAsync(harvest, actor, receipt, cancel);
        return outcome.IsDone
            ? Arrived(harvest.Apiary.ToString(), [], outcome.Value.Warnings)
            : Arrived(harvest.Apiary.ToString(), HarvestEntry.Reasons(unread, outcome.Refusals));
    }
}
