using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Trade;
using BeeTrace.Web.Data;

namespace BeeTrace.Web.Tests;

public sealed partial class World
{
    /// <summary>What a firm exported in a year to Japan.</summary>
    public async Task ExportAsync(Actor exporter, int year, string product, decimal netKg)
    {
        await using var work = await Get<Database>().OpenAsync(Actor.System);
        work.Db.Exports.Add(new Export
        {
            Id = ExportId.New(), FirmId = exporter.Firm!.Value, Year = year, Product = product, Destination = "JP", NetKg = netKg, HsCode = "04100041",
        });
        (await work.CommitAsync()).ShouldBeDone();
    }
}
