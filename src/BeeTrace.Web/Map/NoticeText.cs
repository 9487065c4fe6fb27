using BeeTrace.Core;
using BeeTrace.Core.Map;
using BeeTrace.Web.Shell.Display;

namespace BeeTrace.Web.Map;

/// <summary>Words of questions by place and of notices.</summary>
public static class NoticeText
{
    public static Bilingual Question => new("谁在附近", "Who stands near");
    public static Bilingual QuestionLine => new("今天在场的蜂场，含待确认的。每次查询都会记入操作记录。", "Apiaries that stand there today, waiting ones too. Every answer is recorded.");
    public static Bilingual Area => new("地块", "Field");
    public static Bilingual AreaHint => new(
        "一行一个点：只写中心，或沿边界写三个以上的拐点。如 29.7937, 119.6915。", "One point a line: the middle alone, or three corners and more along the edge, such as 29.7937, 119.6915.");

    public static Bilingual DatumLabel => new("坐标从哪里来", "Where the coordinates come from");
    public static Bilingual Radius => new("距离（米）", "Distance (m)");
    public static Bilingual RadiusHint => new("地面喷药 3000 米，航空喷药 5000 米，或自定。", "3000 m for spraying from the ground, 5000 m from the air, or your own.");
    public static Bilingual Ask => new("查找", "Look");
    public static Bilingual AskFirstTitle => new("先指一块地", "Point at a field first");
    public static Bilingual AskFirstText => new("范围内的蜂场、距离和电话会列在这里，近的在前。", "Apiaries within reach stand here with distance and telephone, the nearest first.");
    public static Bilingual NobodyTitle => new("范围内没有蜂场", "No apiary stands within reach");
    public static Bilingual NobodyText => new("今天没有在册蜂场在这个距离以内。没有登记的蜂场，系统不知道。", "No registered apiary stands that near today. Of apiaries that are not registered nothing is known.");
    public static Bilingual Csv => new("下载 CSV", "Download as CSV");
    public static Bilingual WarnThem => new("给他们发通知", "Warn them");
    public static Bilingual DistanceHead => new("距离（m）", "Distance (m)");
    public static Bilingual Apiary => new("蜂场", "Apiary");
    public static Bilingual Beekeeper => new("养蜂人", "Beekeeper");
    public static Bilingual Phone => new("电话", "Telephone");
    public static Bilingual Species => new("蜂种", "Bees");
    public static Bilingual Colonies => new("群数", "Colonies");
    public static Bilingual Waiting => new("待确认", "waiting");

    public static Bilingual Notices => new("通知", "Notices");
    public static Bilingual NewNotice => new("发通知", "Issue a notice");
    public static Bilingual OpenNotices => new("当前和将到的", "Current and coming");
    public static Bilingual PastNotices => new("过去的", "Past");
    public static Bilingual Period => new("时间", "Period");
    public static Bilingual NoNoticesTitle => new("现在没有通知", "No notices now");
    public static Bilingual NoNoticesText => new("喷药和病害通知会列在这里，直到过期。", "Notices of spraying and disease stand here until they are over.");
    public static Bilingual NoPastTitle => new("还没有过去的通知", "No past notices yet");
    public static Bilingual NoPastText => new("过期和撤回的通知会列在这里。", "Notices that are over or withdrawn stand here.");
    public static Bilingual Code => new("编号", "Code");
    public static Bilingual Kind => new("内容", "What");
    public static Bilingual ChooseKind => new("请选择", "Please choose");
    public static Bilingual Days => new("日期", "Days");
    public static Bilingual From => new("第一天", "First day");
    public static Bilingual To => new("最后一天", "Last day");
    public static Bilingual Subject => new("作物和药剂，或病害", "Crop and product, or the disease");
    public static Bilingual SubjectHint => new("养蜂人和地图上都看得到。病害通知里不要写出是哪个蜂场。", "Beekeepers read it, and so does the map. Of a disease, do not name the apiary.");
    public static Bilingual Contact => new("谁家的地，怎么联系", "Whose field, and how to reach them");
    public static Bilingual ContactHint => new("只有范围内的养蜂人看得到。", "Only beekeepers within reach read it.");
    public static Bilingual LateLabel => new("来不及了，照样通知", "Too late, warn all the same");
    public static Bilingual Preview => new("看看涉及谁", "See how many it concerns");
    public static Bilingual Issue => new("发出通知", "Issue the notice");
    public static Bilingual Concerned => new("涉及（户）", "Concerned (people)");
    public static Bilingual SeenHead => new("已看到", "Seen");
    public static Bilingual MailHead => new("电子邮件", "E-mail");
    public static Bilingual Recipients => new("通知了谁", "Who was told");
    public static Bilingual NoRecipientsTitle => new("范围内还没有蜂场", "Nobody stands within reach yet");
    public static Bilingual NoRecipientsText => new("最后一天以前进入范围的养蜂人会自动收到通知，并列在这里。", "Beekeepers who arrive before the last day are warned by themselves and then stand here.");
    public static Bilingual NotSeen => new("还没有", "not yet");
    public static Bilingual NoAddress => new("没有邮箱", "no address");
    public static Bilingual NotSent => new("未发", "not sent");
    public static Bilingual Reach => new("范围", "Reach");
    public static Bilingual IssuedHead => new("发出", "Issued");
    public static Bilingual Withdraw => new("撤回", "Withdraw");
    public static Bilingual WithdrawHead => new("撤回通知", "Withdraw the notice");
    public static Bilingual Why => new("原因", "Reason");
    public static Bilingual WhyHint => new("养蜂人会看到。", "The beekeepers will read it.");

    public static Bilingual ForMe => new("给您的通知", "Notices for you");
    public static Bilingual New => new("新", "new");
    public static Bilingual ShowPlace => new("在地图上看", "Show on the map");

    /// <summary>The notices' kinds for people.</summary>
    public static Bilingual Of(NoticeKind kind) => kind switch
    {
        NoticeKind.GroundSpraying => new("地面喷药", "spraying from the ground"),
        NoticeKind.AerialSpraying => new("航空喷药", "spraying from the air"),
        NoticeKind.DiseaseAlert => new("病害警示", "disease alert"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    /// <summary>The same at the head of a notice.</summary>
    public static Bilingual Title(NoticeKind kind) => kind switch
    {
        NoticeKind.GroundSpraying => new("附近要喷药", "Spraying near your bees"),
        NoticeKind.AerialSpraying => new("附近要航空喷药", "Spraying from the air near your bees"),
        NoticeKind.DiseaseAlert => new("附近发现蜂病", "A bee disease near your bees"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    /// <summary>The same at the head of a message that it was withdrawn.</summary>
    public static Bilingual NoLonger(Bilingual title) => new($"通知已撤回：{title.Zh}", $"Notice withdrawn: {title.En}");

    /// <summary>What the beekeeper can do; no promise, no medicine.</summary>
    public static Bilingual Advice(NoticeKind kind) => kind == NoticeKind.DiseaseAlert
        ? new("请查看蜂群，先不要和别的蜂场调换蜂群、巢脾和蜂具。发现可疑，请报县主管部门。", "Look through your colonies, and exchange no bees, combs or tools with other apiaries for now. Report what looks wrong to the county office.")
        : new("请先问联系人哪一天、几点、喷什么药，提前安排：把蜂群搬开，或只在喷药时短时关闭巢门，注意通风和喂水。", "Ask the contact on which day and at what hour they spray, and what; then move the bees away, or close the hives for the hours of spraying only, with air and water.");

    public static Bilingual DaysFrom(DateOnly from, DateOnly to) => from == to
        ? Shell.Display.Days.InWords(from)
        : new($"{Shell.Display.Days.InWords(from).Zh}到 {Shell.Display.Days.InWords(to).Zh}", $"{Shell.Display.Days.InWords(from).En} to {Shell.Display.Days.InWords(to).En}");

    public static Bilingual Within(int radiusM) => new($"{Numerals.Count(radiusM)} 米以内", $"within {Numerals.Count(radiusM)} m");

    public static Bilingual Away(string name, int distanceM) => distanceM == 0
        ? new($"{name}：就在地里", $"{name}: inside the field")
        : new($"{name}：约 {Numerals.Count(distanceM)} 米", $"{name}: about {Numerals.Count(distanceM)} m");

    public static Bilingual About(string degrees) => new($"约在 {degrees}（5 公里方格）", $"somewhere about {degrees} (a cell of 5 km)");

    public static Bilingual At(string degrees) => new($"地块中心 {degrees}", $"middle of the field {degrees}");

    public static Bilingual Withdrawn(DateOnly day, string why) => new(
        $"已于 {Shell.Display.Days.InWords(day).Zh}撤回：{why}", $"Withdrawn on {Shell.Display.Days.InWords(day).En}: {why}");

    public static Bilingual Late(DateOnly inTime) => new(
        $"不足 5 天：按规定应在 {Shell.Display.Days.Short(inTime)} 或以后喷药。请另外打电话通知。",
        $"Less than 5 days ahead: by the rule, spraying would begin on {Shell.Display.Days.Short(inTime)} or later. Telephone as well.");

    public static Bilingual Found(int apiaries, int colonies, int radiusM) => new(
        $"{Numerals.Count(radiusM)} 米内 {Numerals.Count(apiaries)} 个蜂场，{Numerals.Count(colonies)} 群",
        $"{Some(apiaries, "apiary", "apiaries")} with {Some(colonies, "colony", "colonies")} within {Numerals.Count(radiusM)} m");

    public static Bilingual WouldReach(int beekeepers, int apiaries, int radiusM) => beekeepers == 0
        ? new($"{Numerals.Count(radiusM)} 米内现在没有蜂场；以后进入的会自动收到通知。", $"No apiary within {Numerals.Count(radiusM)} m now; who arrives later is warned by itself.")
        : new($"涉及 {Numerals.Count(beekeepers)} 位养蜂人、{Numerals.Count(apiaries)} 个蜂场（{Numerals.Count(radiusM)} 米内）。", $"It concerns {Some(beekeepers, "beekeeper", "beekeepers")} with {Some(apiaries, "apiary", "apiaries")} within {Numerals.Count(radiusM)} m.");

    public static Bilingual Counted(int notices) => new($"{Numerals.Count(notices)} 份", Some(notices, "notice", "notices"));

    public static Bilingual Tried(int tries) => new($"试过 {Numerals.Count(tries)} 次，未成", $"tried {Some(tries, "time", "times")} in vain");

    public static Bilingual ReachLine(int beekeepers, int seen, int mailed) => new(
        $"{Numerals.Count(beekeepers)} 位养蜂人，{Numerals.Count(seen)} 位已看到，{Numerals.Count(mailed)} 位已发邮件",
        $"{Some(beekeepers, "beekeeper", "beekeepers")}, seen by {Numerals.Count(seen)}, sent by e-mail to {Numerals.Count(mailed)}");

    /// <summary>So many of them, in English.</summary>
    private static string Some(int count, string one, string many) => $"{Numerals.Count(count)} {(count == 1 ? one : many)}";
}
