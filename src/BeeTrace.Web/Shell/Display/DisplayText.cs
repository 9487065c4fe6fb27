using BeeTrace.Core;
using BeeTrace.Core.Lab;

namespace BeeTrace.Web.Shell.Display;

/// <summary>Words of the small components that pages are made of.</summary>
public static class DisplayText
{
    public static Bilingual NotMeasured => new("未检测", "none");
    public static Bilingual YearSeriesLabel => new("历年合格率图", "Pass rate by year, picture");

    public static Bilingual Search => new("查找", "Search");
    public static Bilingual PagesLabel => new("翻页", "Pages");
    public static Bilingual PreviousPage => new("上一页", "Previous");
    public static Bilingual NextPage => new("下一页", "Next");

    /// <summary>Which rows of a long list are shown.</summary>
    public static Bilingual RowsOf(int first, int last, int total) => new(
        $"第 {Numerals.Count(first)}–{Numerals.Count(last)} 条，共 {Numerals.Count(total)} 条",
        $"{Numerals.Count(first)}–{Numerals.Count(last)} of {Numerals.Count(total)}");

    /// <summary>A verdict as one word or two.</summary>
    public static Bilingual Of(Verdict verdict) => verdict switch
    {
        Verdict.Pass => new("合格", "passes"),
        Verdict.Fail => new("不合格", "fails"),
        Verdict.ConditionalPass => new("有条件合格", "conditional pass"),
        Verdict.ConditionalFail => new("有条件不合格", "conditional fail"),
        Verdict.CannotJudge => new("无法判定", "cannot be judged"),
        Verdict.NeedsInput => new("缺少信息", "needs information"),
        Verdict.NoLimit => new("未设限量", "no limit set"),
        _ => new("未完成", "incomplete"),
    };

    /// <summary>Over a list of refusals.</summary>
    public static Bilingual NotDone(int reasons) => reasons == 1
        ? new("没有保存，有一处需要改", "Not saved: one thing to mend")
        : new($"没有保存，有 {reasons} 处需要改", $"Not saved: {reasons} things to mend");

    /// <summary>What the picture of an interval says to those who do not see it.</summary>
    public static Bilingual IntervalAlternative(int passed, int judged, double lower, double upper)
    {
        var interval = Numerals.Interval(lower, upper);
        return new($"{judged} 批次中 {passed} 批次合格，95 % 置信区间 {interval}", $"{passed} of {judged} batches passed, 95 % interval {interval}");
    }

    /// <summary>What the picture of the years says to those who do not see it.</summary>
    public static Bilingual YearSeriesAlternative(IReadOnlyList<YearRate> years) => new(
        "历年合格率：" + string.Join("；", years.Select(year => year.Rate.Judged == 0
            ? $"{year.Year} 年未检测"
            : $"{year.Year} 年 {year.Rate.Judged} 批次中 {year.Rate.Passed} 批次合格")),
        "Pass rate by year: " + string.Join("; ", years.Select(year => year.Rate.Judged == 0
            ? $"{year.Year} nothing measured"
            : $"{year.Year} {year.Rate.Passed} of {year.Rate.Judged} batches passed")));
}
