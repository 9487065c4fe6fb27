using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Trace;
using BeeTrace.Web.Trace;

namespace BeeTrace.Web.Tests;

public sealed partial class World
{
    /// <summary>A lot of a firm from an apiary, by default honey of the day before yesterday.</summary>
    public async Task<LotCode> LotAsync(
        Actor exporter, ApiaryCode apiary, string product = ProductCode.Honey, string? plant = Rape, DateOnly? harvestedOn = null) =>
        (await Get<LotService>().RecordAsync(
            LotId.New(), apiary.ToString(), product, massKg: 120.5m, harvestedOn ?? Today.AddDays(-2), plant, exporter)).Value.Code;

    /// <summary>A lot of a new firm from a new apiary of a new beekeeper.</summary>
    public async Task<LotCode> LotAsync(string product = ProductCode.Honey, string? plant = Rape) =>
        await LotAsync(await ExporterAsync(), await ApiaryAsync(await BeekeeperAsync()), product, plant);
}
