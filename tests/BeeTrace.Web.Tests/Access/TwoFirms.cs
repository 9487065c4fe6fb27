using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Trace;
using BeeTrace.Web.Tests.Data;

namespace BeeTrace.Web.Tests.Access;

/// <summary>Two firms and two beekeepers who must not see each other's things, and some of every thing for each.</summary>
public sealed class TwoFirms(DatabaseServer server) : IAsyncLifetime
{
    public World World { get; } = new(server);

    public Actor Firm { get; private set; } = null!;

    public Actor OtherFirm { get; private set; } = null!;

    public Actor Beekeeper { get; private set; } = null!;

    public Actor OtherBeekeeper { get; private set; } = null!;

    public ApiaryCode Apiary { get; private set; }

    public ApiaryCode OtherApiary { get; private set; }

    public LotCode Lot { get; private set; }

    /// <summary>A sample of <see cref="Lot"/> that has a certificate.</summary>
    public SampleCode Approved { get; private set; }

    /// <summary>A sample of <see cref="Lot"/> with readings that nobody has approved.</summary>
    public SampleCode Submitted { get; private set; }

    public CertificateNumber Certificate { get; private set; }

    public async ValueTask InitializeAsync()
    {
        await World.InitializeAsync();
        (Firm, OtherFirm) = (await World.ExporterAsync(), await World.ExporterAsync());
        (Beekeeper, OtherBeekeeper) = (await World.BeekeeperAsync(), await World.BeekeeperAsync());
        Apiary = await World.ApiaryAsync(Beekeeper);
        OtherApiary = await World.ApiaryAsync(OtherBeekeeper);
        Lot = await World.LotAsync(Firm, Apiary);
        await World.LotAsync(OtherFirm, OtherApiary);
        Approved = await World.ApprovedSampleAsync(Lot);
        Submitted = await World.SubmittedSampleAsync(Lot);
        Certificate = await World.CertificateAsync(Approved);
        await World.ExportAsync(Firm, 2025, ProductCode.RoyalJelly, 1000);
        await World.ExportAsync(OtherFirm, 2025, ProductCode.RoyalJelly, 2000);
        await World.AccountAsync(Role.Exporter, firm: Firm.Firm);
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();

    /// <summary>Plain SQL as <c>beetrace_app</c>.</summary>
    internal Task<AppSession> AsAsync(Actor? actor) => AppSession.OpenAsync(World.Store.AppConnectionString, actor);
}
