using BeeTrace.Core;
using BeeTrace.Core.Registry;

namespace BeeTrace.Web.Registry;

/// <summary>What Registry refuses of an entry from the field, as sentences.</summary>
internal static class FieldRefusalText
{
    public static IReadOnlyDictionary<string, Bilingual> Sentences { get; } = new Dictionary<string, Bilingual>(StringComparer.Ordinal)
    {
        [FieldRefusal.DayMissing] = new("请填写日期，如 2026-05-20。", "Please give the day, such as 2026-05-20."),
        [FieldRefusal.DayInFuture] = new("这个日期还没有到，今天是 {0}。请检查日期。", "This day is still to come; today is {0}. Check the day."),
        [FieldRefusal.DayTooEarly] = new(
            "日期不能早于 {0}，那时还没有登记制度。请检查年份。", "The day cannot lie before {0}, when there was no register. Check the year."),
        [FieldRefusal.DayUnreadable] = new("“{0}”读不成日期。请写成 2026-05-20。", "“{0}” cannot be read as a day. Write it as 2026-05-20."),
        [FieldRefusal.TextTooLong] = new("这一项最多 {0} 个字，请缩短。", "This may have {0} characters at most; please shorten it."),
        [FieldRefusal.ApiaryClosed] = new(
            "这个蜂场已于 {0} 注销。要继续使用，请登记新的蜂场。", "This apiary was closed on {0}. To go on, register a new apiary."),
        [FieldRefusal.StandsNowhere] = new(
            "蜂场现在没有登记位置，不用再办离开。到了新地方，请登记转场。",
            "The apiary is registered nowhere now, so there is nothing to leave. At a new place, register a move."),
        [FieldRefusal.LeftTooEarly] = new(
            "蜂群从 {0} 起在现在的位置，离开日期要晚于这一天。请检查日期。",
            "The colonies have been where they are since {0}; they can leave on a later day only. Check the day."),
        [FieldRefusal.CountTooFew] = new("群数至少为 {0}。若只是撤离，请用「离开」。", "There must be at least {0} colony. If all of them have left, use “Leave”."),
        [FieldRefusal.IndicationMissing] = new("请填写防治对象，如大蜂螨。", "Please say what it was given against, such as Varroa."),
        [FieldRefusal.MedicineMissing] = new("请填写药名，照标签写。", "Please give the medicine’s name as on its label."),
        [FieldRefusal.RouteMissing] = new("请选择用药方式。", "Please choose how it was given."),
        [FieldRefusal.EndsBeforeStart] = new(
            "结束日期早于开始日期（{0}）。还在用药的，请把结束日期留空。",
            "The last day lies before the first ({0}). Leave the last day empty while the treatment goes on."),
        [FieldRefusal.WithdrawalMissing] = new(
            "请选择休药期是否清楚。零天和不清楚不是一回事。", "Please say whether the withdrawal period is known: none at all and not known are different."),
        [FieldRefusal.WithdrawalDaysMissing] = new(
            "请填写休药期天数，用整数；没有休药期的填 0。", "Please give the withdrawal period in whole days; 0 where there is none."),
        [FieldRefusal.WithdrawalDaysUnwanted] = new(
            "上面选了休药期不清楚，这里请留空；知道天数的，请改选“清楚”。",
            "The withdrawal period is said not to be known; leave this empty, or choose “Known”."),
        [FieldRefusal.WithdrawalDaysOutOfRange] = new("休药期应在 0 到 {0} 天之间。请检查单位。", "The withdrawal period lies between 0 and {0} days. Check the unit."),
        [FieldRefusal.TreatmentUnknown] = new(
            "没有找到要更正的那条用药记录。请回到用药记录，重新选择。", "The entry to be corrected was not found. Go back to the medicine log and choose again."),
        [FieldRefusal.DiseaseMissing] = new("请选择疑似病害。", "Please choose the suspected disease."),
        [FieldRefusal.SignsMissing] = new("请写几句看到的情况，方便县里判断。", "Please tell in a few words what you saw, so that the county office can judge."),
        [FieldRefusal.LooksShifted] = new(
            "这个点离您 {0} 起登记过的位置有几百米；坐标若来自{1}，就正好是那里。请核对坐标来源；确实是新地方的，请勾选“坐标来源无误”再提交。",
            "This point lies some hundred metres from a place of yours since {0}; read as {1}, it would be that very place. Check where the coordinates come from; if the place is new, tick “The source is right” and send again."),
        [FieldRefusal.StayChanged] = new(
            "在您填写期间，这个蜂场另有登记，这一条没有保存为当前位置。请看过现在的登记，再决定用哪一条。",
            "Something else was registered for this apiary while you were writing, so this entry did not take effect. Look at what is registered now, then choose."),
        [FieldRefusal.EntryTaken] = new(
            "回执 {0} 的记录已经送到，内容与这一条不同。请重新打开表单填写。",
            "An entry with the receipt {0} has arrived already, with another content. Open the form anew and fill it in again."),
        [FieldRefusal.EntryUnreadable] = new("这一条读不出来，没有保存。请重新打开表单填写。", "This entry cannot be read and was not saved. Open the form anew and fill it in again."),
        [FieldRefusal.OtherAccount] = new(
            "这一条是另一个账号填写的，没有发送。请用那个账号登录后再送。", "Somebody else wrote this entry; it was not sent. Sign in with that account to send it."),
        [FieldRefusal.PhotoMissing] = new("请选择一张照片。", "Please choose a picture."),
        [FieldRefusal.PhotoTooLarge] = new(
            "照片不能超过 {0} MB。请在手机上改小，或换一张。", "A picture may have {0} MB at most. Make it smaller on the phone, or choose another one."),
        [FieldRefusal.PhotoNotJpeg] = new("这不是 JPEG 照片。请用手机相机拍摄，或另存为 JPEG。", "This is no JPEG picture. Take it with the phone’s camera, or save it as JPEG."),
        [FieldRefusal.PhotoBroken] = new("照片不完整，可能没有传完。请重新选择。", "The picture is cut off or damaged. Please choose it again."),
        [FieldRefusal.PhotoTooManyPixels] = new(
            "照片有 {0} 百万像素，最多 {1} 百万。请在手机上改小，或换一张。",
            "The picture has {0} megapixels; at most {1} are kept. Make it smaller on the phone, or choose another one."),
        [FieldRefusal.BeforeEarlierStay] = new(
            "前一次放蜂到这时还没有结束，到达日期最早是 {0}。请检查日期。",
            "The stay before was not over by then; the first day can be {0} at the earliest. Check the day."),
        [FieldRefusal.HarvestOutside] = new(
            "{0} 从这里采收过，更正后这一天就不在期内了。请让到达和离开日期包含这一天。",
            "Something was harvested here on {0}, and this day would fall out of the stay. Choose days that hold it."),
        [FieldRefusal.HarvestedThere] = new(
            "{0} 从这里采收过，这一次放蜂不能撤回。地点或日期有误的，请用「更正」。",
            "Something was harvested here on {0}, so this stay cannot be taken back. If place or day are wrong, correct it."),
        [FieldRefusal.OnlyStay] = new(
            "蜂场就是随这一次放蜂登记的，不能撤回。有误请用「更正」；蜂场不要了，请用「注销」。",
            "The apiary was registered with this stay, so it cannot be taken back. Correct it, or close the apiary."),
        [FieldRefusal.NothingCorrected] = new("内容与已登记的相同，没有可更正的。", "This is what is registered already; there is nothing to correct."),
        [FieldRefusal.PhotosFull] = new("一个蜂场最多保存 {0} 张照片。", "An apiary keeps {0} pictures at most."),
    };
}
