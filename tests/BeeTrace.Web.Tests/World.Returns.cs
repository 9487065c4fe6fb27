using BeeTrace.Core.Access;
using BeeTrace.Core.Trace;
using BeeTrace.Core.Trade;
using BeeTrace.Web.Registry;
using BeeTrace.Web.Trade;

namespace BeeTrace.Web.Tests;

public sealed partial class World
{
    /// <summary>A return with nothing wrong in it, of a firm that sells for 30 million yuan.</summary>
    public static WriteReturn AReturn(decimal sales = 30_000_000m) => new(
        sales, 31_000_000m, 200_000m, 42, "试验", [new(ProductCode.Honey, 5000m, 1000m)], [new("示例大学", PartnerKind.University, 12, 1), new("示例研究所", PartnerKind.Institute, 0, 0)]);

    /// <summary>The credit code of an exporter's firm.</summary>
    public async Task<string> CreditCodeAsync(Actor exporter) => (await Get<FirmQueries>().OwnAsync(exporter))!;

    /// <summary>A firm files its return of a year as written.</summary>
    public async Task<ReturnSheet> FiledReturnAsync(Actor exporter, int year, WriteReturn? written = null)
    {
        var code = await CreditCodeAsync(exporter);
        var seen = (await Get<ReturnQueries>().FindAsync(code, year, exporter))!.Seen;
        (await Get<ReturnService>().FileAsync(code, year, written ?? AReturn(), seen, [], exporter)).ShouldBeDone();
        return (await Get<ReturnQueries>().FindAsync(code, year, County))!;
    }

    /// <summary>The county accepts what the firm has filed.</summary>
    public async Task<ReturnSheet> AcceptedReturnAsync(Actor exporter, int year, WriteReturn? written = null)
    {
        var filed = await FiledReturnAsync(exporter, year, written);
        (await Get<ReturnService>().AcceptAsync(filed.Firm.CreditCode, year, filed.Seen!.Value, null, County)).ShouldBeDone();
        return (await Get<ReturnQueries>().FindAsync(filed.Firm.CreditCode, year, County))!;
    }
}
