using BeeTrace.Core;
using BeeTrace.Core.Map;

namespace BeeTrace.Web.Map;

/// <summary>What Map refuses and what it warns of, as sentences.</summary>
internal static class MapRefusalText
{
    public static IReadOnlyDictionary<string, Bilingual> Sentences { get; } = new Dictionary<string, Bilingual>(StringComparer.Ordinal)
    {
        [MapRefusal.RadiusOutOfRange] = new("请填写距离，{0} 到 {1} 米之间。", "Please give a distance between {0} and {1} metres."),
        [MapRefusal.KindMissing] = new("请选择通知内容：地面喷药、航空喷药或病害警示。", "Please say what the notice warns of: spraying from the ground, from the air, or a disease."),
        [MapRefusal.DayMissing] = new("请填写日期，如 2026-05-20。", "Please give the day, such as 2026-05-20."),
        [MapRefusal.DaysPast] = new("最后一天已经过去。今天是 {0}，请检查日期。", "The last day is over. Today is {0}; check the days."),
        [MapRefusal.EndsBeforeItBegins] = new("最后一天早于第一天 {0}。请检查日期。", "The last day lies before the first, {0}. Check the days."),
        [MapRefusal.TooManyDays] = new("一份通知最多 {0} 天。请只写真正喷药或警示的日子。", "One notice speaks of {0} days at most. Give the days that really matter."),
        [MapRefusal.TooFarAhead] = new("第一天最晚可填 {0}。更远的，请临近时再发。", "The first day may be {0} at the latest. Issue a later notice when it is nearer."),
        [MapRefusal.SubjectMissing] = new("请写明作物和药剂，或病害名称。", "Please name the crop and the product sprayed, or the disease."),
        [MapRefusal.TextTooLong] = new("最多 {0} 个字，请缩短。", "At most {0} characters; please shorten it."),
        [MapRefusal.ContactMissing] = new("请写明谁家的地、怎么联系，养蜂人好去商量。", "Please say whose field it is and how to reach them, so that beekeepers can ask."),
        [MapRefusal.LateForAir] = new(
            "航空喷药须提前 5 天告知（养蜂管理办法第十二条），最早可写 {0}。日期已定、来不及的，请勾选“来不及了，照样通知”：晚通知也比不通知好。",
            "Spraying from the air is to be told 5 days ahead (Beekeeping Measures, article 12): {0} at the earliest. If the day cannot be moved, tick “Too late, warn all the same”: late is better than never."),
        [MapRefusal.NoticeUnknown] = new("没有编号为 {0} 的通知。请从列表中选择。", "No notice has the code {0}. Please choose one from the list."),
        [MapRefusal.WithdrawnBefore] = new("通知 {0} 早先已经撤回。", "Notice {0} was withdrawn before."),
        [MapRefusal.NoticeOver] = new("通知 {0} 的日子已经过去，不必撤回。", "The days of notice {0} are over; there is nothing to withdraw."),
        [MapRefusal.WhyMissing] = new("请写明撤回的原因，养蜂人会看到。", "Please give the reason; the beekeepers will read it."),
        [MapRefusal.SprayingMissing] = new("请选择地面喷药还是航空喷药。", "Please say whether you spray from the ground or from the air."),
        [MapRefusal.NameMissing] = new("请写明谁来喷药，或者谁家的地。", "Please say who sprays, or whose field it is."),
        [MapRefusal.PhoneMissing] = new("请留一个电话，养蜂人好来商量哪一天、几点喷。", "Please give a phone number, so that beekeepers can ask on which day and at what hour."),
        [MapRefusal.AnnouncementUnknown] = new("没有这份喷药预告。请从列表中选择。", "There is no such announcement. Please choose one from the list."),
        [MapRefusal.RefusalWhyMissing] = new("请写明为什么不发通知，预告人会看到。", "Please say why no notice is issued; whoever announced it will read it."),
        [MapWarning.Late] = new(
            "不足 5 天：按规定应在 {0} 或以后喷药。请另外打电话通知。", "Less than 5 days ahead: by the rule, spraying would begin on {0} or later. Telephone as well."),
        [MapWarning.NobodyNear] = new(
            "范围内现在没有蜂场。以后进入范围的养蜂人会自动收到通知。", "No apiary stands within reach now. Beekeepers who arrive before the last day are warned by themselves."),
    };
}
