using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Registry;
using BeeTrace.Core.Reports;
using BeeTrace.Web.Data;
using BeeTrace.Web.Lab;
using BeeTrace.Web.Reports;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Import;

/// <summary>
/// The demo county's laboratory, invented and without any number, and test reports of a firm's newest samples: issued ones, among them one
/// that does not comply, and one that waits for review. Every id is fixed, so that a start that was interrupted goes on where it stopped.
/// </summary>
public sealed class DemoReports(Database database, LaboratoryService laboratories, ReportService reports, ReportQueries queries)
{
    private const string Client = "桐庐县农业农村局（虚构示例） Agriculture office of Tonglu (invented)";

    /// <param name="firm">Whose samples are reported.</param>
    /// <param name="people">The demo accounts, in whose names the deeds are recorded.</param>
    public async Task IssueAsync(FirmId firm, IReadOnlyDictionary<Role, Actor> people, CancellationToken cancel)
    {
        await SetUpAsync(people[Role.Admin], cancel);
        var samples = await SamplesAsync(firm, people[Role.Auditor], cancel);
        for (var n = 0; n < samples.Count; n++)
        {
            var (code, basis) = samples[n];
            ObjectionRegime? regime = basis.IsOfficial() ? ObjectionRegime.AgriculturalProduct : null;
            var number = (await reports.PrepareAsync(
                new(new(Fixed(n)), code, Client, null, [], regime, ReportLanguages.Both), people[Role.Analyst], cancel)).Value;
            if (n + 1 < samples.Count)
                await TakeToIssueAsync(number, people[Role.Reviewer], people[Role.Signatory], cancel);
        }
    }

    private async Task SetUpAsync(Actor admin, CancellationToken cancel)
    {
        Firm firm;
        await using (var work = await database.OpenAsync(admin, cancel))
        {
            if (await work.Db.Laboratories.AnyAsync(cancel))
                return;
            firm = await work.Db.Firms.AsNoTracking().FirstAsync(f => f.Kind == FirmKind.Laboratory, cancel);
        }

        Expect(await laboratories.ChangeAsync(
            firm.County,
            new(firm.NameZh, firm.NameEn, $"{firm.Address}（虚构）", "Chengnan, Tonglu, Zhejiang (fictitious)", null, null, null, null, FourEyes.ThreePersons),
            null, admin, cancel));
    }

    /// <summary>The newest passed sample of two products, the newest failed one, and one more.</summary>
    private async Task<List<(SampleCode Code, SamplingBasis Basis)>> SamplesAsync(FirmId firm, Actor reader, CancellationToken cancel)
    {
        await using var work = await database.OpenAsync(reader, cancel);
        var samples = await work.Db.Samples.AsNoTracking()
            .Where(s => s.FirmId == firm && s.Status == SampleStatus.Approved)
            .OrderByDescending(s => s.DrawnOn).ThenBy(s => s.Code)
            .Select(s => new { s.Code, s.Basis, s.Product, s.Verdict }).ToListAsync(cancel);
        var passed = samples.Where(s => s.Verdict == Verdict.Pass).ToList();
        var chosen = passed.DistinctBy(s => s.Product).Take(2).Concat(samples.Where(s => s.Verdict == Verdict.Fail).Take(1)).ToList();
        return [.. chosen.Concat(passed.Except(chosen).Take(1)).Select(s => (s.Code, s.Basis))];
    }

    private async Task TakeToIssueAsync(ReportNumber number, Actor reviewer, Actor signatory, CancellationToken cancel)
    {
        while ((await queries.FindAsync(number, reviewer, cancel))!.Report is { State: var state, Version: var version } && state.IsAtWork())
        {
            Expect(state switch
            {
                ReportState.Draft => await reports.ReviewAsync(number, version, reviewer, cancel),
                ReportState.Reviewed => await reports.ApproveAsync(number, version, signatory, cancel),
                _ => await reports.IssueAsync(number, version, signatory, cancel),
            });
        }
    }

    private static void Expect(Outcome outcome)
    {
        if (!outcome.IsDone)
            throw new DataSetupException($"The demo reports were refused: {outcome.Refusals[0].Code}");
    }

    private static Guid Fixed(int n) => new($"019c8d5f-ed00-7000-8000-0000000001{n:x2}");
}
