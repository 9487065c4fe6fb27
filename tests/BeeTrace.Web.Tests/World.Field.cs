using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Registry;

namespace BeeTrace.Web.Tests;

public sealed partial class World
{
    /// <summary>A receipt for a deed that is done directly, as its form would make it.</summary>
    public static FieldReceipt ReceiptFor(string kind) => FieldReceipt.Of(kind, new CountEntry());

    /// <summary>A treatment with strips, by default from the 1st to the 10th of May with seven days of withdrawal.</summary>
    public RecordTreatment ATreatment(ApiaryCode apiary) => new(TreatmentId.New(), apiary)
    {
        Colonies = 40,
        Indication = "大蜂螨",
        Medicine = "氟胺氰菊酯条",
        Route = TreatmentRoute.Strip,
        StartedOn = new DateOnly(Today.Year, 5, 1),
        EndedOn = new DateOnly(Today.Year, 5, 10),
        IsWithdrawalKnown = true,
        WithdrawalDays = 7,
    };

    /// <summary>Writes a treatment into the medicine log.</summary>
    public async Task TreatAsync(RecordTreatment treatment, Actor beekeeper) =>
        (await Get<ApiaryBookService>().TreatAsync(treatment, beekeeper, ReceiptFor(FieldKind.Treatment))).ShouldBeDone();
}
