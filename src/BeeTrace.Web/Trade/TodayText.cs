using BeeTrace.Core;
using BeeTrace.Web.Shell.Display;

namespace BeeTrace.Web.Trade;

/// <summary>Words of the page on which the staff's day begins. What is counted stands behind its number.</summary>
public static class TodayText
{
    public static Bilingual Day(DateOnly day) => new($"{Days.InWords(day).Zh}，{Weekday(day).Zh}", $"{Weekday(day).En}, {Days.InWords(day).En}");
    public static Bilingual Waiting => new("等您处理的事", "What waits for you");
    public static Bilingual NothingTitle => new("今天没有等您处理的事", "Nothing waits for you today");
    public static Bilingual NothingText => new("有新的样品、报告或登记等您处理时，会带着数量列在这里。", "When a sample, a report or a registration waits for you, it stands here with its number.");

    /// <summary>What is not there, in one sentence.</summary>
    public static Bilingual Quiet(IReadOnlyList<Bilingual> things) => new(
        $"其余都是零：{string.Join('；', things.Select(t => t.Zh))}。",
        $"Nothing else waits: no {string.Join("; no ", things.Select(t => t.En))}.");

    public static Bilingual Since(DateOnly day, int days) => days <= 0
        ? new("今天才有", "since today")
        : new($"最早的自 {Days.InWords(day).Zh}起，已 {Numerals.Count(days)} 天", $"the first since {Days.InWords(day).En}, {Counted(days)}");

    public static Bilingual CameIn(DateOnly day, int days) => days <= 0
        ? new("今天收样", "received today")
        : new($"最早的 {Days.InWords(day).Zh}收样，已 {Numerals.Count(days)} 天", $"the first received on {Days.InWords(day).En}, {Counted(days)} ago");

    /// <summary>The list shows no more at a time.</summary>
    public static Bilingual FirstOnly(int shown) => new($"页面先列 {shown} 条", $"the page shows {shown} at a time");

    public static Bilingual ToSign(int n) => new("待您签名的抽样记录", n == 1 ? "sampling record to sign" : "sampling records to sign");
    public static Bilingual ToDraw(int n) => new("计划抽中、还没抽样的批次", n == 1 ? "lot of a plan to be sampled" : "lots of plans to be sampled");
    public static Bilingual Drawn(int n) => new("您抽取、还没交运的样品", n == 1 ? "sample drawn by you and not handed over" : "samples drawn by you and not handed over");
    public static Bilingual InTransit(int n) => new("您交运、还没收样的样品", n == 1 ? "sample of yours on its way, not received" : "samples of yours on their way, not received");
    public static Bilingual Late(int n) => new("超过承诺时限的样品", n == 1 ? "sample over the promised time" : "samples over the promised time");
    public static Bilingual Assigned(int n) => new("派给您、还没开始的样品", n == 1 ? "sample assigned to you, not begun" : "samples assigned to you, not begun");
    public static Bilingual Received(int n) => new("已收样、还没派的样品", n == 1 ? "sample received, assigned to nobody" : "samples received, assigned to nobody");
    public static Bilingual Testing(int n) => new("检测中、等结果的样品", n == 1 ? "sample in testing, waiting for readings" : "samples in testing, waiting for readings");
    public static Bilingual ToApprove(int n) => new("待批准的样品", n == 1 ? "sample to approve" : "samples to approve");
    public static Bilingual ReportsToReview(int n) => new("待审核的检验报告", n == 1 ? "test report to review" : "test reports to review");
    public static Bilingual ReportsToSign(int n) => new("待签字批准的检验报告", n == 1 ? "test report to sign" : "test reports to sign");
    public static Bilingual ReportsToIssue(int n) => new("待签发的检验报告", n == 1 ? "test report to issue" : "test reports to issue");
    public static Bilingual ReadySamples(int n) => new("合格、可签发证书的样品", n == 1 ? "passed sample without a certificate" : "passed samples without a certificate");
    public static Bilingual ReTests(int n) => new("复检中、待下结论的异议", n == 1 ? "objection whose re-test is to be concluded" : "objections whose re-test is to be concluded");
    public static Bilingual Holds(int n) => new("扣留中的批次", n == 1 ? "lot on hold" : "lots on hold");
    public static Bilingual NewReports(int n) => new("近两周签发的检验报告", n == 1 ? "test report issued in the last two weeks" : "test reports issued in the last two weeks");
    public static Bilingual ReadyLots(int n) => new("可出证的批次", n == 1 ? "lot ready for a certificate" : "lots ready for a certificate");
    public static Bilingual CertifiedLots(int n) => new("已出证、还没发运的批次", n == 1 ? "certified lot not sent yet" : "certified lots not sent yet");
    public static Bilingual InForce(int n) => new("本企业有效的证书", n == 1 ? "certificate of yours in force" : "certificates of yours in force");
    public static Bilingual Queue(int n) => new("待确认的登记和申请", n == 1 ? "registration or application to decide" : "registrations and applications to decide");
    public static Bilingual Objections(int n) => new("待处理的异议", n == 1 ? "objection to decide" : "objections to decide");
    public static Bilingual Diseases(int n) => new("疑似或确诊的病害", n == 1 ? "disease suspected or confirmed" : "diseases suspected or confirmed");
    public static Bilingual Notices(int n) => new("生效中或将生效的通知", n == 1 ? "notice in force or to come" : "notices in force or to come");
    public static Bilingual Failing(int n, int year) => new($"{year} 年判为不合格的样品", $"failing {(n == 1 ? "sample" : "samples")} of {year}");
    public static Bilingual Sampled(int planned, int year) => new($"已抽的计划样品，{year} 年共计划 {Numerals.Count(planned)} 个", $"of {Numerals.Count(planned)} samples planned for {year} taken");
    public static Bilingual SamplesToTake => new("计划内还要抽的样品", "planned samples to take");
    public static Bilingual Share(double share) => new($"完成 {Numerals.Proportion(share)}", $"{Numerals.Proportion(share)} of the plan");
    public static Bilingual MissingReturns(int n, int year) => new($"未报 {year} 年年报的企业", $"{(n == 1 ? "firm" : "firms")} without a return of {year}");
    public static Bilingual FiledReturns(int n, int year) => new($"待核定的 {year} 年年报", $"{(n == 1 ? "return" : "returns")} of {year} to accept");

    private static string Counted(int days) => days == 1 ? "1 day" : $"{Numerals.Count(days)} days";

    private static Bilingual Weekday(DateOnly day) => new(
        "星期" + "日一二三四五六"[(int)day.DayOfWeek], System.Globalization.CultureInfo.InvariantCulture.DateTimeFormat.GetDayName(day.DayOfWeek));
}
