using System.Net;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Web.Access;
using BeeTrace.Web.Reports;
using BeeTrace.Web.Tests.Http;

namespace BeeTrace.Web.Tests.Reports;

public sealed class ReportEndpointTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task An_issued_report_is_downloaded_by_staff_and_its_firm_and_is_not_there_for_anybody_else()
    {
        var world = host.World;
        var (firm, other) = (await world.ExporterAsync(), await world.ExporterAsync());
        var lot = await world.LotAsync(firm, await world.ApiaryAsync(await world.BeekeeperAsync()));
        var issued = await world.IssuedReportAsync(await world.ApprovedSampleAsync(lot));
        var draft = await world.PreparedReportAsync(await world.ApprovedSampleAsync(lot));
        var stored = await world.Get<ReportQueries>().PdfAsync(issued, world.Auditor);

        foreach (var reader in new[] { await world.AccountAsync(Role.Exporter, firm: firm.Firm), await world.AccountAsync(Role.Analyst), await world.AccountAsync(Role.Auditor) })
        {
            using var client = await host.SignedInAsync(reader);
            (await client.GetByteArrayAsync(new Uri($"/lab/reports/{issued}.pdf", UriKind.Relative))).ShouldBe(stored);
            (await StatusAsync(client, draft)).ShouldBe(HttpStatusCode.NotFound);
        }

        using var stranger = host.Reader();
        (await StatusAsync(stranger, issued)).ShouldBe(HttpStatusCode.NotFound);
        foreach (var reader in new[] { await world.AccountAsync(Role.Exporter, firm: other.Firm), await world.AccountAsync(Role.Beekeeper, beekeeper: (await world.BeekeeperAsync()).Beekeeper) })
        {
            using var client = await host.SignedInAsync(reader);
            (await StatusAsync(client, issued)).ShouldBe(HttpStatusCode.NotFound);
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, ReportNumber number)
    {
        using var response = await client.GetAsync(new Uri($"/lab/reports/{number}.pdf", UriKind.Relative));
        return response.StatusCode;
    }
}
