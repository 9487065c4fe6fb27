using BeeTrace.Core;
using BeeTrace.Core.Map;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Shell.Display;

namespace BeeTrace.Web.Map;

/// <summary>Words of growers' announcements: the public form, what became of one, and the county's list.</summary>
public static class AnnouncementText
{
    public static Bilingual Title => new("喷药预告", "Announce spraying");
    public static Bilingual Lead => new(
        "要给开花的作物喷药，请先告诉县里。县里看过以后发通知，附近的养蜂人就能事先把蜂安顿好。",
        "Before you spray where something blooms, tell the county. The county looks at it and issues a notice, and beekeepers near by look after their bees in time.");

    public static Bilingual Law => new(
        "地面喷药会通知 3000 米以内的养蜂人，航空喷药提前 5 天通知 5000 米以内的养蜂人（养蜂管理办法（试行）第十二条）。",
        "For spraying from the ground beekeepers within 3000 m are told, for spraying from the air those within 5000 m, 5 days ahead (Beekeeping Measures, article 12).");

    public static Bilingual KindLabel => new("怎么喷", "How it is sprayed");
    public static Bilingual SubjectLabel => new("作物和药剂", "Crop and product");
    public static Bilingual SubjectHint => new("发通知以后，养蜂人和地图上都看得到。", "Once a notice is issued, beekeepers read it, and so does the map.");
    public static Bilingual NameLabel => new("谁来喷，或谁家的地", "Who sprays, or whose field it is");
    public static Bilingual PhoneLabel => new("电话", "Telephone");
    public static Bilingual PhoneHint => new("县里和收到通知的养蜂人会看到，好商量哪一天、几点喷。", "The county and the beekeepers who are warned read it, so that they can ask on which day and at what hour.");
    public static Bilingual Send => new("发给县里", "Send it to the county");
    public static Bilingual Link => new("要喷药？先预告", "Spraying? Announce it");

    public static Bilingual StateTitle => new("您的喷药预告", "Your announcement");
    public static Bilingual Keep => new(
        "请记下本页的网址：结果只写在这里，没有这个网址，谁也打不开。", "Keep the address of this page: what becomes of it stands here alone, and without the address nobody opens it.");

    public static Bilingual Another => new("再预告一块地", "Announce another field");
    public static Bilingual Waits => new(
        "已经收到，等县里看过。县里决定发不发通知，由县里通知附近的养蜂人；发出以前，谁也没有收到通知。",
        "Received; it waits for the county. The county decides whether a notice is issued, and warns whoever stands near. Until then nobody has been warned.");

    public static Bilingual Overtaken => new(
        "喷药的日子已经过去，县里没有来得及决定，没有发通知。", "The days went by before the county decided; no notice was issued.");

    public static Bilingual Issued(string code) => new(
        $"县里已据此发出通知 {code}。附近的养蜂人由县里通知，会打电话问您哪一天、几点喷。日期有变，请告诉县里。",
        $"The county has issued notice {code} from it. Beekeepers near by are warned by the county and may telephone to ask for day and hour. If the days change, tell the county.");

    public static Bilingual Withdrawn(string code) => new(
        $"县里曾据此发出通知 {code}，后来已经撤回。", $"The county issued notice {code} from it, and has withdrawn it since.");

    public static Bilingual Refused(string why) => new($"县里没有发通知：{why}", $"The county has issued no notice: {why}");

    public static Bilingual Receipt => new("回执", "Receipt");
    public static Bilingual ReceivedHead => new("收到", "Received");

    public static Bilingual ListHead(int total) => new($"农户预告（{Numerals.Count(total)}）", $"Announced by growers ({Numerals.Count(total)})");
    public static Bilingual WaitCount(int total) => new(
        $"{Numerals.Count(total)} 份农户预告待处理", total == 1 ? "1 announcement of a grower waits" : $"{Numerals.Count(total)} announcements of growers wait");

    public static Bilingual First(int shown) => new($"这里列出日期最近的 {Numerals.Count(shown)} 份。", $"The {Numerals.Count(shown)} with the next days stand here.");
    public static Bilingual MakeNotice => new("据此发通知", "Make a notice");
    public static Bilingual Refuse => new("不发通知", "Issue none");
    public static Bilingual RefuseWhy => new("原因（预告人会看到）", "Reason (the grower reads it)");
    public static Bilingual DaysOver => new("日期已过", "days over");
    public static Bilingual FromGrower => new(
        "这份通知据农户预告填好。请核对后发出；发出以后，预告人能查到结果。", "Filled in from a grower’s announcement. Check it and issue it; the grower can then see what became of it.");

    public static Bilingual DecidedBefore => new(
        "这份预告已经有人处理。请回到列表看看。", "This announcement has been decided already. Look at the list.");

    /// <summary>The head of what became of it.</summary>
    public static Bilingual Head(RegistrationState state) => state switch
    {
        RegistrationState.Waiting => new("已收到", "Received"),
        RegistrationState.Confirmed => new("已发通知", "A notice was issued"),
        _ => new("未发通知", "No notice was issued"),
    };

    /// <summary>Ground or air, as a grower says it.</summary>
    public static Bilingual Of(NoticeKind kind) => kind == NoticeKind.AerialSpraying
        ? new("飞机或无人机喷", "from the air, by aircraft or drone")
        : new("在地面喷", "from the ground");
}
