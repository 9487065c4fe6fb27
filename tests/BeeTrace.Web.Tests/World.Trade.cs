using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Trade;
using BeeTrace.Web.Data;

namespace BeeTrace.Web.Tests;

public sealed partial class World
{
    private int _declared;

    /// <summary>What a firm declared in the middle of a year, to Japan unless said otherwise.</summary>
    public async Task<DeclarationId> ExportAsync(Actor exporter, int year, string product, decimal netKg, string destination = "JP", int month = 6, decimal? usd = null, string source = "330122")
    {
        await using var work = await Get<Database>().OpenAsync(Actor.System);
        var declaration = new Declaration
        {
            Id = DeclarationId.New(),
            Number = $"{Interlocked.Increment(ref _declared):D18}",
            Item = 1,
            Version = 1,
            FirmId = exporter.Firm!.Value,
            DeclaredOn = new DateOnly(year, month, 15),
            Product = product,
            HsCode = "04100041",
            Destination = destination,
            TradeMode = TradeMode.General,
            RegisteredPlace = "330122",
            SourcePlace = source,
            NetKg = netKg,
            ValueUsd = usd,
            RecordedBy = Actor.System.Account,
            RecordedAt = work.Now,
        };
        work.Db.Declarations.Add(declaration);
        (await work.CommitAsync()).ShouldBeDone();
        return declaration.Id;
    }
}
