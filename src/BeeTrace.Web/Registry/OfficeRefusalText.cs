using BeeTrace.Core;
using BeeTrace.Core.Registry;

namespace BeeTrace.Web.Registry;

/// <summary>What the register refuses to the county's office and to firms, and what it warns of, as sentences.</summary>
internal static class OfficeRefusalText
{
    public static IReadOnlyDictionary<string, Bilingual> Sentences { get; } = new Dictionary<string, Bilingual>(StringComparer.Ordinal)
    {
        [OfficeRefusal.BeekeeperNameMissing] = new("请填写养蜂人姓名或名称，与养蜂证一致。", "Please give the beekeeper’s name as on the licence."),
        [OfficeRefusal.BeekeeperKindMissing] = new("请选择类型：个人、合作社或企业。", "Please choose the kind: individual, cooperative or company."),
        [OfficeRefusal.LicenceNumberMissing] = new("请填写养蜂证号，如 330122-0001。", "Please give the licence number, such as 330122-0001."),
        [OfficeRefusal.LicenceDayMissing] = new("请填写发证日期。", "Please give the day of issue."),
        [OfficeRefusal.LicenceFromFuture] = new("发证日期不能晚于今天（{0}）。请检查年份。", "A licence cannot be issued after today ({0}). Check the year."),
        [OfficeRefusal.LicenceTooOld] = new("发证日期不能早于 {0}，那时还没有养蜂证。请检查年份。", "The day of issue cannot lie before {0}, when there were no licences. Check the year."),
        [OfficeRefusal.RenewalNotLater] = new("换证日期要晚于现证的发证日期 {0}。", "A renewal must be later than {0}, when the present licence was issued."),
        [OfficeRefusal.CountyMissing] = new("请选择县。", "Please choose the county."),
        [OfficeRefusal.CountyUnknown] = new("名录里没有代码为 {0} 的县。请从列表中选择。", "No county here has the code {0}. Please choose one from the list."),
        [OfficeRefusal.PhoneMissing] = new("请填写电话，县里要打这个电话核实。", "Please give a phone number: the county office calls it to make sure."),
        [OfficeRefusal.SignInNameTaken] = new(
            "“{0}”已经有账号了。请打电话问清楚：忘了密码的，不用重新申请；是另一位家人的，请他换一个邮箱或手机号再申请。",
            "Somebody signs in with “{0}” already. Ask by phone: who has forgotten the password need not apply again; another person of the family applies with another address or number."),
        [OfficeRefusal.ApplicationUnknown] = new("没有这份申请，或者已经处理过了。", "There is no such application, or it was decided already."),
        [OfficeRefusal.ApplicationsFull] = new(
            "等待处理的申请太多，这一份没有收下。请过几天再来，或直接联系县主管部门。",
            "Too many applications wait, so this one was not taken. Come back in a few days, or ask the county office."),
        [OfficeRefusal.PhoneMalformed] = new("“{0}”不像电话号码。请写 7 到 15 位数字，可带区号、空格和短横。", "“{0}” does not look like a phone number. Write 7 to 15 digits; area code, spaces and dashes are welcome."),
        [OfficeRefusal.IdentityMalformed] = new("身份证号应为 18 位：17 位数字，末位是数字或 X。", "An identity number has 18 characters: 17 digits, and a digit or X at the end."),
        [OfficeRefusal.IdentityBirthDay] = new("身份证号第 7 到 14 位不是出生日期。请对照证件。", "Characters 7 to 14 of the identity number are no day of birth. Compare it with the card."),
        [OfficeRefusal.IdentityCheck] = new("身份证号的末位校验不符，有一位填错了。请对照证件。", "The last character of the identity number does not fit: one character is wrong. Compare it with the card."),
        [OfficeRefusal.IdentityOfPersonsOnly] = new("合作社和企业没有身份证号，请留空。", "Cooperatives and companies have no identity number; leave the field empty."),
        [OfficeRefusal.IdentityMissing] = new("这位养蜂人没有登记身份证号。", "No identity number of this beekeeper is kept."),
        [OfficeRefusal.IdentityKeyWrong] = new(
            "本机的密钥打不开这个身份证号。请让运维人员找回登记时使用的密钥（identity.key）。",
            "The key of this installation does not open this identity number. Ask the operator for the key with which it was registered (identity.key)."),
        [OfficeRefusal.ReasonMissing] = new("请写明理由，会随操作一起留存。", "Please give a reason; it is kept with the deed."),
        [OfficeRefusal.BeekeeperUnknown] = new("名录里没有养蜂证号为 {0} 的养蜂人。", "No beekeeper in the register has the licence number {0}."),
        [OfficeRefusal.CodeUnknown] = new("名录里没有编号为 {0} 的蜂场。", "No apiary in the register has the code {0}."),
        [OfficeRefusal.MergeIntoItself] = new("不能并入自己。请选另一条登记。", "An entry cannot be merged into itself. Choose the other one."),
        [OfficeRefusal.MergeIntoUnsound] = new("{0} 本身已并入他处、未通过或已注销，不能并入它。", "{0} was itself merged, refused or closed, so nothing can be merged into it."),
        [OfficeRefusal.MergeHasAccount] = new(
            "{0} 有登录账号，并入后这个账号收不到通知。请打开另一条登记，把它并入这条；两条都有账号的不能合并。",
            "{0} has an account, which would get no notices once the entry is merged. Open the other entry and merge it into this one; two entries with accounts cannot be merged."),
        [OfficeRefusal.MergeInBase] = new(
            "{0} 是备案基地 {1} 的成员。请先在企业页面让其退出，再合并；保留的那条可以另行加入。",
            "{0} is a member of the filed base {1}. End the membership on the firm’s page first; the entry that remains can join afterwards."),
        [OfficeRefusal.DayBefore] = new("日期不能早于 {0}。", "The day cannot lie before {0}."),
        [OfficeRefusal.EndsBeforeItBegins] = new("从 {0} 开始，结束日期要更晚。", "It began on {0}; the last day must be later."),
        [OfficeRefusal.FindingsMissing] = new("请写下检查所见，没有异常也请写明。", "Please write down what was found; that nothing was wrong is a finding too."),
        [OfficeRefusal.ColoniesOutOfRange] = new("群数应在 0 到 {0} 之间，现在填的是 {1}。", "The number of colonies must lie between 0 and {0}; {1} was given."),
        [OfficeRefusal.DiseaseUnnamed] = new("选了“其他”，请在症状里写明是什么。", "“Other” was chosen; say in the signs what it is."),
        [OfficeRefusal.DiseaseTwice] = new("同一种病害填了两次，请合成一行。", "One disease is given twice; please put it into one line."),
        [OfficeRefusal.FirmNameMissing] = new("请填写企业名称，与营业执照一致。", "Please give the firm’s name as on the business licence."),
        [OfficeRefusal.FirmKindMissing] = new("请选择类型：加工、贸易或检测。", "Please choose the kind: processing, trading or laboratory."),
        [OfficeRefusal.FirmTaken] = new("信用代码 {0} 已经登记过。请打开那家企业的页面更改。", "A firm with the credit code {0} is registered already. Open its page to change it."),
        [OfficeRefusal.FirmUnknown] = new("名录里没有信用代码为 {0} 的企业。", "No firm in the register has the credit code {0}."),
        [OfficeRefusal.FilingNumberMissing] = new("请填写备案号。", "Please give the filing number."),
        [OfficeRefusal.BaseUnknown] = new("这家企业没有备案号为 {0} 的基地。", "The firm has no base with the filing number {0}."),
        [OfficeRefusal.BaseEnded] = new("这个基地的备案已于 {0} 终止。", "The filing of this base ended on {0}."),
        [OfficeRefusal.BaseEndsBeforeMembers] = new(
            "那天以后还有成员加入或退出，终止日期不能早于 {0}。", "Members joined or left after that day; the base cannot end before {0}."),
        [OfficeRefusal.NoMember] = new("这位养蜂人现在不是该基地成员。", "The beekeeper is not a member of this base now."),
        [OfficeRefusal.ChoiceMissing] = new("请选择一项。", "Please choose one."),
        [OfficeRefusal.TitleMissing] = new("请填写名称。", "Please give the title."),
        [OfficeRefusal.EvidenceMissing] = new("请填写依据：文件号，或可查询的网址。", "Please say what proves it: a document number, or an address where it can be looked up."),
        [OfficeRefusal.StandardNumberMissing] = new("请填写标准号，如 GB 9697-2008。", "Please give the standard’s number, such as GB 9697-2008."),
        [OfficeRefusal.StandardTwice] = new("这家企业已经登记过 {0}。", "{0} is recorded for this firm already."),
        [OfficeRefusal.YearOutOfRange] = new("年份应在 {0} 到 {1} 之间。", "The year must lie between {0} and {1}."),
        [OfficeRefusal.SourceNameMissing] = new("请给这处蜜源起个名字，如“江滩油菜大田”。", "Please name the place, such as “Rape field on the river flat”."),
        [OfficeRefusal.BloomDayMissing] = new("请填写月和日，如 04-10。", "Please give month and day, such as 04-10."),
        [OfficeRefusal.BloomOfNoDays] = new(
            "花期从 {0} 开始，又在同一天结束，等于没有花期。请填写最后一天；跨年的花期，最后一天可以早于第一天。",
            "The bloom begins on {0} and ends on the same day, which is none. Give its last day; a bloom over New Year ends before the day on which it began."),
        [OfficeRefusal.AreaOutOfRange] = new("面积应大于 0，不超过 {0} 亩。请检查单位，1 公顷是 15 亩。", "The area must be more than 0 and at most {0} mu. Check the unit: 1 ha is 15 mu."),
        [OfficeRefusal.OutsideCountry] = new(
            "有一个拐点在 {0}, {1}，不在国内。请检查小数点，纬度在前。",
            "A corner lies at {0}, {1}, outside the country. Check the decimal point; latitude comes first."),
        [OfficeRefusal.SourceUnknown] = new("名录里没有编号为 {0} 的蜜源地。", "No nectar source in the register has the code {0}."),
        [OfficeRefusal.SourceClosed] = new("这处蜜源已于 {0} 注销。", "This nectar source was closed on {0}."),
        [OfficeWarning.AreaFarOff] = new("填写的面积是 {0} 亩，按拐点算是 {1} 亩，相差较大。已按填写的保存。", "The area was given as {0} mu; the corners enclose {1} mu. It was kept as given."),
        [OfficeWarning.FewColonies] = new("这位养蜂人现有 {0} 群，备案要求一般不少于 {1} 群。已加入，请核实。", "Colonies of the beekeeper now: {0}; a filed base usually asks for {1} or more. Joined nevertheless; please verify."),
        [OfficeWarning.Resembles] = new("与已有登记相似，已放入待办，请比对后确认。", "It resembles another entry and waits in the queue until somebody has compared both."),
    };
}
