using BeeTrace.Core.Reports;

namespace BeeTrace.Core.Tests.Reports;

public sealed class ReportStateTests
{
    [Fact]
    public void A_report_goes_forward_only_and_what_was_issued_is_never_given_up()
    {
        (ReportState From, ReportState To)[] allowed =
        [
            (ReportState.Draft, ReportState.Reviewed), (ReportState.Reviewed, ReportState.Approved), (ReportState.Approved, ReportState.Issued),
            (ReportState.Draft, ReportState.Cancelled), (ReportState.Reviewed, ReportState.Cancelled), (ReportState.Approved, ReportState.Cancelled),
            (ReportState.Issued, ReportState.Superseded), (ReportState.Issued, ReportState.Invalidated),
        ];
        foreach (var from in Enum.GetValues<ReportState>())
        {
            foreach (var to in Enum.GetValues<ReportState>())
                ReportStates.Check(from, to).IsDone.ShouldBe(allowed.Contains((from, to)), $"{from} to {to}");
        }
    }

    [Fact]
    public void A_report_is_at_work_or_has_left_the_house_or_was_given_up() =>
        Enum.GetValues<ReportState>().Where(s => s.IsAtWork() == s.HasLeftTheHouse()).ShouldBe([ReportState.Cancelled]);

    [Fact]
    public void A_report_names_its_client_and_keeps_its_texts_short()
    {
        var prepare = new PrepareReport(ReportId.New(), SampleCode.Create(2026, 1), " ", new string('x', 301), [], null, ReportLanguages.Both);

        ReportRules.Check(prepare).Refusals.Select(r => (r.Code, r.Field))
            .ShouldBe([(ReportRefusal.ClientMissing, "Client"), (ReportRefusal.TextTooLong, "Producer")]);
        ReportRules.Check(prepare with { Client = "桐庐县某单位", Producer = null }).IsDone.ShouldBeTrue();
    }
}
