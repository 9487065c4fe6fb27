using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Lab;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Tests;

public sealed partial class World
{
    /// <summary>The limit in force today that reads so.</summary>
    public async Task<Limit> LimitInForceAsync(string analyte, string reads, string market = "CN", string? standard = null) =>
        (await SeeAsync(Auditor, db => db.Limits.AsNoTracking().Where(l => l.Market == market && l.Product == "HONEY" && l.Analyte == analyte && l.Active).ToListAsync()))
        .Single(l => l.IsInForceOn(Today) && (standard is null || l.StandardCode == standard) && l.Describe().En == reads);

    /// <summary>What somebody types who replaces <paramref name="limit"/> from a day on, with the official text on the table.</summary>
    public static TypedLimit Typed(Limit limit, DateOnly from, string? high) => new()
    {
        Market = limit.Market, Product = limit.Product, Analyte = limit.Analyte, Kind = limit.Kind, Comparator = limit.Comparator, High = high, Unit = limit.Unit,
        NectarRule = limit.NectarRule, NectarSources = string.Join("; ", limit.NectarSources), Species = limit.Species, Grade = limit.Grade, State = limit.State,
        NotState = limit.NotState, StandardCode = limit.StandardCode, Edition = "2027", Clause = "4.3", From = from, Source = "https://standards.test/gb-14963-2027",
        Trust = SourceTrust.OfficialText,
    };

    /// <summary>A proposal by <see cref="Signatory"/> to replace a limit.</summary>
    public async Task<LimitProposalId> ProposedAsync(Limit limit, DateOnly from, string high) =>
        (await Get<LimitProposalService>().ProposeAsync(new ProposeLimit(LimitProposalId.New(), Typed(limit, from, high), limit.Id, "new edition"), Signatory)).ShouldBeDone();

    /// <summary>A limit that two persons have replaced.</summary>
    public async Task ReplaceLimitAsync(Limit limit, DateOnly from, string high) =>
        (await Get<LimitProposalService>().AcceptAsync(await ProposedAsync(limit, from, high), null, OtherSignatory)).ShouldBeDone();
}
