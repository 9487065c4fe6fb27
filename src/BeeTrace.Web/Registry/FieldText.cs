using BeeTrace.Core;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Shell.Display;

namespace BeeTrace.Web.Registry;

/// <summary>Words of the pages that beekeepers use in the field.</summary>
public static class FieldText
{
    public static Bilingual CorrectStay => new("更正", "Correct");
    public static Bilingual CorrectStayTitle => new("更正最近一次放蜂", "Correct the latest stay");
    public static Bilingual CorrectStayLead => new(
        "填错的改成对的；原来的内容会连同理由留存，只有您自己看得到原来的位置。",
        "Put right what was mistyped. What was registered before is kept with the reason; the earlier place is seen by you alone.");
    public static Bilingual CorrectStayButton => new("保存更正", "Save the correction");
    public static Bilingual UntilHint => new("还在原地的请留空。", "Leave empty while they are there.");
    public static Bilingual WhyCorrected => new("哪里填错了", "What was wrong");
    public static Bilingual WhyHint => new("如“经纬度抄错”。还没有到的放蜂点可以不写。", "Such as “coordinates miscopied”. A stay that has not begun needs no reason.");
    public static Bilingual TakeBackTitle => new("撤回这一次放蜂", "Take this stay back");
    public static Bilingual TakeBackToNowhere => new("撤回后，蜂场没有登记位置。", "Once taken back, the apiary is registered nowhere.");
    public static Bilingual AnnouncedLine => new("已登记的转场：", "Announced move:");

    public static Bilingual TakeBackLead(DateOnly since) => new(
        $"撤回后，前一次放蜂（{Days.InWords(since).Zh}起）继续有效。",
        $"Once taken back, the stay before it, since {Days.InWords(since).En}, goes on.");

    public static Bilingual Leave => new("离开", "Leave");
    public static Bilingual LeaveTitle => new("登记离开", "Register leaving");
    public static Bilingual LeaveLead => new("蜂群撤走了，还没有新地方。到了新地方再登记转场。", "The colonies have gone and have no new place yet. Register a move when they have.");
    public static Bilingual LeftOn => new("离开日期", "Day of leaving");
    public static Bilingual LeftOnHint => new("这一天起不在原地。", "From this day on they are not there.");
    public static Bilingual Close => new("注销", "Close");
    public static Bilingual CloseTitle => new("注销蜂场", "Close the apiary");
    public static Bilingual CloseLead => new("注销后不能再登记转场和采收。以前的记录和批次不受影响。", "No move or harvest can be registered afterwards. Earlier records and lots are not affected.");
    public static Bilingual ClosedOn => new("注销日期", "Day of closing");

    public static Bilingual Count => new("清点", "Count");
    public static Bilingual CountTitle => new("清点蜂群", "Count the colonies");
    public static Bilingual CountedOn => new("清点日期", "Day of counting");

    public static Bilingual Medicine => new("用药", "Medicine");
    public static Bilingual LogTitle => new("用药记录", "Medicine log");
    public static Bilingual TreatTitle => new("登记用药", "Record a treatment");
    public static Bilingual CorrectTitle => new("更正或结束用药", "Correct or end a treatment");
    public static Bilingual Correct => new("更正或结束", "Correct or end");
    public static Bilingual NoTreatmentsTitle => new("还没有用药记录", "No treatments yet");
    public static Bilingual NoTreatmentsText => new("用过的药记在这里，采收时会按休药期提醒。", "Medicines stand here; a harvest is checked against their withdrawal periods.");
    public static Bilingual MedicineName => new("药名", "Medicine");
    public static Bilingual MedicineHint => new("照标签写。", "As on its label.");
    public static Bilingual Indication => new("防治对象", "Given against");
    public static Bilingual TreatedColonies => new("用药群数", "Colonies treated");
    public static Bilingual Route => new("用药方式", "How it was given");
    public static Bilingual Dose => new("剂量（选填）", "Dose (optional)");
    public static Bilingual DoseHint => new("连单位写，如 1 条/群。", "With its unit, such as 1 strip a colony.");
    public static Bilingual StartedOn => new("开始日期", "First day");
    public static Bilingual EndedOn => new("结束日期", "Last day");
    public static Bilingual EndedOnHint => new("还在用药的请留空，停药后再补登。", "Leave empty while it goes on; add it afterwards.");
    public static Bilingual WithdrawalKnown => new("休药期", "Withdrawal period");
    public static Bilingual WithdrawalDays => new("休药期天数", "Withdrawal period, days");
    public static Bilingual WithdrawalDaysHint => new("标签上写没有休药期的填 0；不清楚的请留空。", "0 where the label says there is none; leave empty where it is not known.");
    public static Bilingual Supers => new("用药时箱上有继箱吗（选填）", "Were honey supers on (optional)");
    public static Bilingual More => new("更多（选填）", "More (optional)");
    public static Bilingual ActiveSubstance => new("有效成分", "Active substance");
    public static Bilingual ApprovalNumber => new("批准文号", "Approval number");
    public static Bilingual BatchNumber => new("产品批号", "Batch number");
    public static Bilingual MedicineExpiresOn => new("药品有效期至", "Use by");
    public static Bilingual GivenBy => new("用药人", "Given by");
    public static Bilingual Supplier => new("购自", "Bought from");
    public static Bilingual Remarks => new("备注", "Remarks");
    public static Bilingual GoesOn => new("还在用药", "goes on");
    public static Bilingual HarvestFrom => new("最早采收", "Earliest harvest");
    public static Bilingual NotKnown => new("不清楚", "not known");

    public static Bilingual ChooseOne => new("请选择", "Choose");
    public static Bilingual Harvest => new("采收", "Harvest");
    public static Bilingual Disease => new("病害", "Disease");
    public static Bilingual DiseaseTitle => new("报告疑似病害", "Report a suspected disease");
    public static Bilingual DiseaseLead => new("报告只给县主管部门看，由县里确诊或排除。", "Only the county office sees the report; it confirms or clears the suspicion.");
    public static Bilingual SuspectedDisease => new("疑似病害", "Suspected disease");
    public static Bilingual SeenOn => new("发现日期", "Day it was seen");
    public static Bilingual AffectedColonies => new("发病群数（选填）", "Colonies affected (optional)");
    public static Bilingual Signs => new("看到的情况", "What was seen");

    public static Bilingual Photos => new("照片", "Pictures");
    public static Bilingual PhotosTitle => new("蜂场照片", "Pictures of the apiary");
    public static Bilingual ChoosePhoto => new("选择照片", "Choose a picture");
    public static Bilingual PhotoHint => new(
        "JPEG，不超过 5 MB。照片里的位置、时间和机型信息会去掉，只有您和县里看得到。",
        "JPEG, 5 MB at most. Place, time and camera are taken out of it; only you and the county office can see it.");
    public static Bilingual SavePhoto => new("保存照片", "Keep the picture");
    public static Bilingual NoPhotos => new("还没有照片。", "No pictures yet.");
    public static Bilingual PhotoKept => new("照片已保存。", "The picture is kept.");

    public static Bilingual LicenceTitle => new("我的养蜂证", "My licence");
    public static Bilingual LicenceQr => new("养蜂证二维码，查验时出示", "QR code of the licence, to be shown on inspection");
    public static Bilingual ValidFrom => new("发证日期", "Issued");
    public static Bilingual Kind => new("类型", "Kind");
    public static Bilingual State => new("状态", "State");
    public static Bilingual LicenceValid => new("有效", "Valid");
    public static Bilingual LicenceSoonEnds => new("有效，即将到期", "Valid, ends soon");
    public static Bilingual LicenceHasEnded => new("已过期", "Run out");
    public static Bilingual LicenceNotYet => new("尚未生效", "Not valid yet");
    public static Bilingual OwnData => new("下载我的全部数据", "Download all data about me");

    public static Bilingual MoreDeeds => new("更多", "More");
    public static Bilingual Closed => new("已注销", "Closed");
    public static Bilingual Waiting => new("待县里确认；期间照常使用", "Waiting for the county office; use it as usual");
    public static Bilingual Refused => new("县里没有通过，请联系县主管部门", "Not accepted; please ask the county office");
    public static Bilingual Merged => new("已并入另一个登记", "Merged with another entry");
    public static Bilingual Save => new("登记", "Register");

    public static Bilingual PlaceName => new("地名", "Name of the place");
    public static Bilingual PlaceNameLabel => new("地名（选填）", "Name of the place (optional)");
    public static Bilingual PlaceNameHint => new("村或山谷，如“窄溪村北”。与坐标一样不公开。", "Village or valley. As little public as the coordinates.");
    public static Bilingual Quarantine => new("检疫证明编号（选填）", "Quarantine certificate (optional)");
    public static Bilingual QuarantineHint => new("跨县转场时，动物检疫合格证明上的编号。", "For a move over a county’s border: the number on the animal quarantine certificate.");
    public static Bilingual ShiftLabel => new("坐标来源无误，确实是新地方", "The source is right: the place is new");
    public static Bilingual Locate => new("定位", "Locate");
    public static Bilingual Locating => new("正在定位", "Locating");
    public static Bilingual LocateFailed => new("没有定到位置。请允许定位，或手动填写坐标。", "No position was found. Allow locating, or type the coordinates.");
    public static Bilingual Accuracy => new("手机定位，误差约 {0} 米；按 WGS-84 保存。", "From the phone, within about {0} m; kept in WGS-84.");

    public static Bilingual DraftKept => new("草稿已保存在手机上", "Draft kept on this phone");
    public static Bilingual DraftRestored => new("上次没填完的已经找回", "What you had typed before is back");
    public static Bilingual SomeWaiting => new("{0} 条待发送，有信号时自动送出", "{0} waiting, sent by itself when there is a line");
    public static Bilingual SomeToMend => new("{0} 条要改", "{0} to mend");
    public static Bilingual SomeInConflict => new("{0} 条有冲突，请选择", "{0} in conflict, please choose");
    public static Bilingual ArrivedLine => new("已送达，回执 {0}", "Arrived, receipt {0}");
    public static Bilingual SignInToSend => new("登录后自动送出", "Sign in to send them");
    public static Bilingual NoStore => new("这部手机不能保存草稿，请在有信号时登记。", "This phone cannot keep drafts; please register where there is a line.");
    public static Bilingual ReallySignOut => new("还有 {0} 条没有送出，留在这部手机上，要用同一个账号登录才能送出。现在退出吗？", "{0} have not been sent. They stay on this phone until you sign in again. Sign out now?");
    public static Bilingual KeptForLater => new("已保存在手机上，有信号时自动送出。回执 {0}，请记下。", "Kept on this phone and sent by itself when there is a line. The receipt is {0}; please note it.");
    public static Bilingual AnotherOne => new("再填一条", "Write another one");
    public static Bilingual NotTaken => new("{0} 处要改", "{0} to mend");

    public static Bilingual Outbox => new("发送情况", "What was sent");
    public static Bilingual OutboxLead => new("在这部手机上填写的登记，送到后留 30 天。", "What was written on this phone; kept for 30 days after it arrived.");
    public static Bilingual OutboxEmpty => new("这部手机上没有待发送的登记。", "Nothing is waiting on this phone.");
    public static Bilingual NeedsScript => new("这一页要浏览器允许脚本才能显示。登记表单不需要脚本。", "This page needs scripts. The forms do not.");
    public static Bilingual StateWaiting => new("待发送", "waiting");
    public static Bilingual StateArrived => new("已送达", "arrived");
    public static Bilingual StateMend => new("要改", "to mend");
    public static Bilingual StateConflict => new("有冲突", "in conflict");
    public static Bilingual Mend => new("去改", "Mend");
    public static Bilingual Discard => new("不要这一条", "Discard it");
    public static Bilingual ReallyDiscard => new("这一条没有送到。确定不要了吗？", "This entry has not arrived. Discard it?");
    public static Bilingual UseMine => new("用我填的", "Use mine");
    public static Bilingual UseTheirs => new("以已登记的为准", "Keep what is registered");
    public static Bilingual Mine => new("我填的", "Mine");
    public static Bilingual Registered => new("已登记的", "Registered");

    public static Bilingual OfflineTitle => new("现在没有信号", "No line now");
    public static Bilingual OfflineText => new("这一页还没有存到手机上。已存的页面照常能填，填好的有信号时自动送出。", "This page is not on the phone yet. Pages that are can be filled in as usual and are sent when there is a line.");

    /// <summary>A deed's form in the list of what was sent.</summary>
    public static Bilingual OfKind(string kind) => kind switch
    {
        FieldKind.Apiary => RegistryText.RegisterTitle,
        FieldKind.Move => RegistryText.MoveTitle,
        FieldKind.Correct => CorrectStayTitle,
        FieldKind.TakeBack => TakeBackTitle,
        FieldKind.Leave => LeaveTitle,
        FieldKind.Close => CloseTitle,
        FieldKind.Count => CountTitle,
        FieldKind.Treatment => TreatTitle,
        FieldKind.Harvest => new("登记采收", "Record a harvest"),
        FieldKind.Disease => DiseaseTitle,
        _ => new("登记", "Entry"),
    };

    /// <summary>What is said of an entry that has arrived.</summary>
    public static Bilingual Done(string kind, string apiary) => kind switch
    {
        FieldKind.Apiary => RegistryText.Saved(apiary),
        FieldKind.Move => RegistryText.Moved(apiary),
        FieldKind.Correct => new($"已更正，蜂场 {apiary}。", $"The stay of apiary {apiary} is corrected."),
        FieldKind.TakeBack => new($"已撤回，蜂场 {apiary}。", $"The stay of apiary {apiary} is taken back."),
        FieldKind.Leave => new($"已登记离开，蜂场 {apiary}。", $"Apiary {apiary} has left its place."),
        FieldKind.Close => new($"蜂场 {apiary} 已注销。", $"Apiary {apiary} is closed."),
        FieldKind.Count => new($"已登记群数，蜂场 {apiary}。", $"The count of apiary {apiary} is registered."),
        FieldKind.Treatment => new($"已登记用药，蜂场 {apiary}。", $"The treatment of apiary {apiary} is registered."),
        FieldKind.Harvest => new($"已登记采收，蜂场 {apiary}。", $"The harvest of apiary {apiary} is registered."),
        FieldKind.Disease => new($"已报告县里，蜂场 {apiary}。", $"The county office has your report on apiary {apiary}."),
        _ => new($"已登记，蜂场 {apiary}。", $"Registered for apiary {apiary}."),
    };

    public static Bilingual Receipt(string number) => new($"回执 {number}。", $"Receipt {number}.");

    public static Bilingual ClosedSince(DateOnly day) => new($"已于 {Days.InWords(day).Zh}注销", $"closed on {Days.InWords(day).En}");

    public static Bilingual Of(RegistrationState state) => state switch
    {
        RegistrationState.Waiting => Waiting,
        RegistrationState.Confirmed => new("已确认", "Confirmed"),
        RegistrationState.Merged => Merged,
        RegistrationState.Refused => Refused,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
    };

    public static Bilingual Of(TreatmentRoute route) => route switch
    {
        TreatmentRoute.Strip => new("挂条", "Strips"),
        TreatmentRoute.Trickle => new("滴注", "Trickled"),
        TreatmentRoute.Feed => new("饲喂", "In feed"),
        TreatmentRoute.Spray => new("喷雾", "Sprayed"),
        TreatmentRoute.Fumigation => new("熏蒸", "Fumigated"),
        TreatmentRoute.Other => new("其他", "Another way"),
        _ => throw new ArgumentOutOfRangeException(nameof(route), route, message: null),
    };

    public static Bilingual Of(BeeDisease disease) => disease switch
    {
        BeeDisease.AmericanFoulbrood => new("美洲幼虫腐臭病", "American foulbrood"),
        BeeDisease.EuropeanFoulbrood => new("欧洲幼虫腐臭病", "European foulbrood"),
        BeeDisease.Varroa => new("大蜂螨", "Varroa mites"),
        BeeDisease.Tropilaelaps => new("小蜂螨", "Tropilaelaps mites"),
        BeeDisease.Sacbrood => new("囊状幼虫病", "Sacbrood"),
        BeeDisease.Nosema => new("微孢子虫病", "Nosema"),
        BeeDisease.Chalkbrood => new("白垩病", "Chalkbrood"),
        BeeDisease.SmallHiveBeetle => new("蜂箱小甲虫", "Small hive beetle"),
        BeeDisease.Poisoning => new("中毒", "Poisoning"),
        BeeDisease.Other => new("其他", "Another one"),
        _ => throw new ArgumentOutOfRangeException(nameof(disease), disease, message: null),
    };

    /// <summary>Whether the withdrawal period is known.</summary>
    public static Bilingual KnownOrNot(string choice) => choice == "yes" ? new("清楚，天数写在下面", "Known, the days stand below") : new("不清楚", "Not known");

    public static Bilingual YesOrNo(string choice) => choice == "yes" ? new("有", "Yes") : new("没有", "No");

    /// <summary>Before the day of a stay that is still to begin.</summary>
    public static Bilingual Announced => new("将到达", "Will arrive");

    /// <summary>The withdrawal period in a list: 0 days and not known are different.</summary>
    public static Bilingual Withdrawal(int? days) => days switch
    {
        null => NotKnown,
        0 => new("没有（0 天）", "none (0 days)"),
        1 => new("1 天", "1 day"),
        { } more => new($"{more} 天", $"{more} days"),
    };

    public static Bilingual WithdrawalUnsure => new(
        "有药的休药期不清楚，请向兽医或厂家问清后补登。", "The withdrawal period of a medicine is not known; ask a veterinarian or the maker, and complete the medicine log.");

    public static Bilingual LicenceEndsIn(int days, DateOnly day) => days switch
    {
        0 => new("养蜂证今天到期。请尽快向县主管部门申请换证，免费。", "The licence ends today. Ask the county office soon to renew it, free of charge."),
        1 => new("养蜂证明天到期。请尽快向县主管部门申请换证，免费。", "The licence ends tomorrow. Ask the county office soon to renew it, free of charge."),
        _ => new(
            $"养蜂证还有 {days} 天到期（{Days.InWords(day).Zh}）。请尽快向县主管部门申请换证，免费。",
            $"The licence ends in {days} days ({Days.InWords(day).En}). Ask the county office soon to renew it, free of charge."),
    };
}
