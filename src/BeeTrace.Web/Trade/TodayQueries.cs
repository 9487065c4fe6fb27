using System.Globalization;
using System.Linq.Expressions;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Registry;
using BeeTrace.Core.Reports;
using BeeTrace.Web.Certificates;
using BeeTrace.Web.Data;
using BeeTrace.Web.Lab;
using BeeTrace.Web.Registry;
using BeeTrace.Web.Reports;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Trade;

/// <summary>
/// Counts what waits for a person today, in one transaction and under row security. Each line asks the query behind the list that it leads to, so that
/// the number is the number of rows there.
/// </summary>
public sealed class TodayQueries(Database database)
{
    private delegate Task<TodayLine> Question(Work work, CancellationToken cancel);

    private static readonly Role[] Office = [Role.County, Role.Auditor, Role.Admin];

    private static readonly (Role[] Roles, Question Ask)[] Questions =
    [
        ([Role.Sampler], (work, cancel) => MomentsAsync(work, TodayText.ToSign, SamplingQueries.ToSign(work.Db, work.Actor.Account).Select(r => (DateTimeOffset?)r.DrawnAt), "/sampler#to-sign", cancel)),
        ([Role.Sampler], (work, cancel) => MomentsAsync(work, TodayText.ToDraw, SamplingQueries.ToDraw(work.Db).Select(p => (DateTimeOffset?)p.PickedAt), "/sampler#to-draw", cancel)),
        ([Role.Sampler], Samples(TodayText.Drawn, new(SampleStatus.Drawn, Mine: true), s => s.DrawnOn, TodayText.Since)),
        ([Role.Sampler], Samples(TodayText.InTransit, new(SampleStatus.InTransit, Mine: true), s => s.DrawnOn, TodayText.Since)),
        ([Role.Analyst], Samples(TodayText.Late, new(Late: true, Mine: true), s => s.ReceivedOn, TodayText.CameIn)),
        ([Role.Analyst], Samples(TodayText.Assigned, new(SampleStatus.Assigned, Mine: true), s => s.ReceivedOn, TodayText.CameIn)),
        ([Role.Analyst], Samples(TodayText.Received, new(SampleStatus.Received, Mine: true), s => s.ReceivedOn, TodayText.CameIn)),
        ([Role.Analyst], Samples(TodayText.Testing, new(SampleStatus.Testing, Mine: true), s => s.ReceivedOn, TodayText.CameIn)),
        ([Role.Reviewer, Role.Signatory], Samples(TodayText.ToApprove, new(SampleStatus.RawRecorded), s => s.ReceivedOn, TodayText.CameIn)),
        ([Role.Reviewer], Reports(TodayText.ReportsToReview, new(ReportState.Draft), r => r.PreparedAt)),
        ([Role.Signatory], Reports(TodayText.ReportsToSign, new(ReportState.Reviewed), r => r.ReviewedAt)),
        ([Role.Signatory], Reports(TodayText.ReportsToIssue, new(ReportState.Approved), r => r.ApprovedAt)),
        ([Role.Signatory], ReadySamplesAsync),
        ([Role.Signatory], Reports(TodayText.ReTests, new(Objection: ObjectionState.Accepted), null)),
        ([Role.Exporter], HoldsAsync),
        ([Role.Exporter], Reports(TodayText.NewReports, new(New: true), null)),
        ([Role.Exporter], Lots(TodayText.ReadyLots, LotStanding.Ready)),
        ([Role.Exporter], Lots(TodayText.CertifiedLots, LotStanding.Certified)),
        ([Role.Exporter], InForceAsync),
        (Office, QueueAsync),
        (Office, HoldsAsync),
        (Office, Reports(TodayText.Objections, new(Objection: ObjectionState.Filed), null)),
        (Office, (work, cancel) => DaysAsync(work, TodayText.Diseases, DiseaseQueries.Open(work.Db).Select(d => (DateOnly?)d.On), "/registry/diseases", TodayText.Since, cancel)),
        (Office, FailingAsync),
        (Office, CoverageAsync),
        (Office, (work, cancel) => ReturnsAsync(work, ReturnStanding.Filed, TodayText.FiledReturns, cancel)),
        (Office, (work, cancel) => ReturnsAsync(work, ReturnStanding.Missing, TodayText.MissingReturns, cancel)),
        (Office, NoticesAsync),
    ];

    /// <summary>Every line of a person's day, those with nothing to do too; none for somebody who is no staff.</summary>
    public async Task<IReadOnlyList<TodayLine>> OfAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var lines = new List<TodayLine>();
        foreach (var (_, ask) in Questions.Where(question => question.Roles.Contains(actor.Role)))
            lines.Add(await ask(work, cancel));
        return lines;
    }

    private static Question Samples(Func<int, Bilingual> what, SampleFilter filter, Expression<Func<Sample, DateOnly?>> since, Func<DateOnly, int, Bilingual> note) =>
        async (work, cancel) => await DaysAsync(work, what, (await SampleQueries.FilteredAsync(work, filter, cancel)).Select(since), AddressOf(filter), note, cancel);

    private static Question Reports(Func<int, Bilingual> what, ReportFilter filter, Expression<Func<Report, DateTimeOffset?>>? since) => (work, cancel) => MomentsAsync(
        work, what, ReportQueries.Filtered(work.Db, filter, work.Today).Select(since ?? (_ => null)),
        Address("/lab/reports", ("state", filter.State?.ToString()), ("objection", filter.Objection?.ToString()), ("new", filter.New ? "1" : null)), cancel);

    private static Question Lots(Func<int, Bilingual> what, LotStanding standing) => (work, cancel) => DaysAsync(
        work, what, LotStandings.Days(standing, work.Db).Select(lot => lot.Since), Address("/trace/lots", ("standing", standing.ToString())), TodayText.Since, cancel);

    private static async Task<TodayLine> ReadySamplesAsync(Work work, CancellationToken cancel)
    {
        var line = await DaysAsync(work, TodayText.ReadySamples, LotStandings.ReadySamples(work.Db).Select(s => s.ApprovedOn), "/certificates/new", TodayText.Since, cancel);
        return line.Count > CertificateQueries.MostReady ? line with { Note = TodayText.FirstOnly(CertificateQueries.MostReady) } : line;
    }

    private static Task<TodayLine> HoldsAsync(Work work, CancellationToken cancel) => MomentsAsync(
        work, TodayText.Holds, work.Db.LotHolds.Where(h => h.ReleasedAt == null).Select(h => (DateTimeOffset?)h.HeldAt), "/trace/holds", cancel);

    private static async Task<TodayLine> InForceAsync(Work work, CancellationToken cancel)
    {
        var count = await CertificateQueries.InForce(work.Db, work.Actor).CountAsync(cancel);
        return new(TodayText.InForce(count), count, "/certificates?state=in-force");
    }

    private static async Task<TodayLine> QueueAsync(Work work, CancellationToken cancel)
    {
        var (count, oldest) = await StewardQueries.CountAsync(work.Db, cancel);
        return new(
            TodayText.Queue(count), count, "/registry/queue", count > StewardQueries.MostEntries ? TodayText.FirstOnly(StewardQueries.MostEntries) : Note(work, oldest, TodayText.Since));
    }

    private static async Task<TodayLine> FailingAsync(Work work, CancellationToken cancel)
    {
        var filter = new SampleFilter(Year: work.Today.Year, Verdict: Verdict.Fail);
        var count = await (await SampleQueries.FilteredAsync(work, filter, cancel)).CountAsync(cancel);
        return new(TodayText.Failing(count, work.Today.Year), count, AddressOf(filter));
    }

    private static async Task<TodayLine> CoverageAsync(Work work, CancellationToken cancel)
    {
        var year = work.Today.Year;
        var plans = await SamplingPlanQueries.ListAsync(work.Db, year, cancel);
        var (taken, planned) = (plans.Sum(p => p.Sampled), plans.Sum(p => p.Planned));
        return new(
            taken < planned ? TodayText.Sampled(planned, year) : TodayText.SamplesToTake, taken, $"/lab/plans?year={Invariant(year)}",
            taken < planned ? TodayText.Share((double)taken / planned) : null, planned);
    }

    /// <summary>Firms that owe their figures of the last calendar year.</summary>
    private static async Task<TodayLine> ReturnsAsync(Work work, ReturnStanding standing, Func<int, int, Bilingual> text, CancellationToken cancel)
    {
        var year = work.Today.Year - 1;
        var count = (await ReturnQueries.StandingsAsync(work, year, cancel)).Count(r => r.Standing == standing);
        return new(text(count, year), count, $"/trade/returns?year={Invariant(year)}&state={standing}");
    }

    private static async Task<TodayLine> NoticesAsync(Work work, CancellationToken cancel)
    {
        var today = work.Today;
        var count = await work.Db.Notices.CountAsync(n => n.To >= today && n.WithdrawnAt == null, cancel);
        return new(TodayText.Notices(count), count, "/map/notices");
    }

    private static async Task<TodayLine> DaysAsync(
        Work work, Func<int, Bilingual> what, IQueryable<DateOnly?> days, string href, Func<DateOnly, int, Bilingual> note, CancellationToken cancel)
    {
        var found = await days.GroupBy(_ => 1).Select(all => new { Count = all.Count(), Oldest = all.Min() }).SingleOrDefaultAsync(cancel);
        return new(what(found?.Count ?? 0), found?.Count ?? 0, href, Note(work, found?.Oldest, note));
    }

    private static async Task<TodayLine> MomentsAsync(Work work, Func<int, Bilingual> what, IQueryable<DateTimeOffset?> moments, string href, CancellationToken cancel)
    {
        var found = await moments.GroupBy(_ => 1).Select(all => new { Count = all.Count(), Oldest = all.Min() }).SingleOrDefaultAsync(cancel);
        return new(what(found?.Count ?? 0), found?.Count ?? 0, href, Note(work, found?.Oldest is { } at ? ChinaTime.DayOf(at) : null, TodayText.Since));
    }

    private static Bilingual? Note(Work work, DateOnly? oldest, Func<DateOnly, int, Bilingual> note) =>
        oldest is { } day ? note(day, work.Today.DayNumber - day.DayNumber) : null;

    private static string AddressOf(SampleFilter filter) => Address(
        "/lab/samples", ("status", filter.Status?.ToString()), ("year", filter.Year is { } year ? Invariant(year) : null), ("verdict", filter.Verdict?.ToString()),
        ("late", filter.Late ? "1" : null), ("mine", filter.Mine ? "1" : null));

    private static string Address(string page, params (string Name, string? Value)[] asked) =>
        QueryHelpers.AddQueryString(page, asked.Select(part => KeyValuePair.Create(part.Name, part.Value)));

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
