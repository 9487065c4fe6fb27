using BeeTrace.Core;
using BeeTrace.Core.Access;

namespace BeeTrace.Web.Access;

/// <summary>Words of signing in and of the record of deeds.</summary>
public static class AccessText
{
    public static Bilingual SignInLead => new(
        "养蜂人、企业、检测中心和县里的人员在这里登录。核验证书不需要账号。",
        "For beekeepers, firms, the laboratory and the county office. Checking a certificate needs no account.");

    public static Bilingual EmailOrPhone => new("邮箱或手机号", "E-mail or phone number");
    public static Bilingual KeepsBees => new("养蜂，还没有账号？", "You keep bees and have no account?");
    public static Bilingual Apply => new("申请登记", "Apply to be registered");
    public static Bilingual Password => new("密码", "Password");

    public static Bilingual DemoAccounts => new(
        "这里装的是演示数据。每个角色的邮箱和密码在第一次启动时生成，写在服务器的",
        "This is demo data. E-mail and password of each role were made on the first start and stand on the server in");

    public static Bilingual DemoAccountsHome => new(
        "（未另设时为 .beetrace 目录）。", " (.beetrace unless set otherwise).");

    public static Bilingual NoAccount => new(
        "没有账号，或忘了密码，请联系县主管部门。", "No account, or password forgotten? Ask the county office.");

    public static Bilingual Deeds => new("操作记录", "Deeds");
    public static Bilingual DeedsLine => new("只增不改，最新的在前。", "Only ever added to; the newest first.");
    public static Bilingual SearchSubject => new("编号或邮箱", "Code or e-mail");
    public static Bilingual DeedFilter => new("操作", "Deed");
    public static Bilingual AllDeeds => new("全部操作", "All deeds");
    public static Bilingual When => new("时间（+08:00）", "When (+08:00)");
    public static Bilingual Who => new("谁", "Who");
    public static Bilingual What => new("做了什么", "What");
    public static Bilingual Subject => new("对象", "To what");
    public static Bilingual Change => new("内容", "Content");
    public static Bilingual WhyLabel => new("原因：", "Reason: ");
    public static Bilingual NoDeedsTitle => new("还没有操作记录", "No deeds yet");
    public static Bilingual NoDeedsText => new("每次登记、录入、批准和签发都会在这里留下一行。", "Every registration, entry, approval and issue leaves a line here.");
    public static Bilingual NothingFoundTitle => new("没有符合的记录", "Nothing found");
    public static Bilingual NothingFoundText => new("换一个编号，或看全部操作。", "Try another code, or look at all deeds.");
    public static Bilingual ShowAll => new("看全部操作", "Show all deeds");

    /// <summary>A deed as people say it; the code itself where a later version wrote a word unknown here.</summary>
    public static Bilingual Deed(string code) => code switch
    {
        DeedCode.AccountMade => new("开通账号", "made an account"),
        DeedCode.AccountClosed => new("关闭账号", "closed an account"),
        DeedCode.PasswordChanged => new("更改密码", "changed a password"),
        DeedCode.TokenMade => new("发放接口令牌", "issued an API token"),
        DeedCode.TokenRevoked => new("撤销接口令牌", "revoked an API token"),
        DeedCode.SignedIn => new("登录", "signed in"),
        DeedCode.SignInRefused => new("登录被拒", "was refused at sign-in"),
        DeedCode.SignedOut => new("退出登录", "signed out"),
        DeedCode.BeekeeperRegistered => new("登记养蜂人", "registered a beekeeper"),
        DeedCode.ApplicationConfirmed => new("通过申请", "accepted an application"),
        DeedCode.ApplicationMerged => new("申请对上已登记的养蜂人", "gave an applicant the account of a registered beekeeper"),
        DeedCode.ApplicationRefused => new("申请未通过", "refused an application"),
        DeedCode.LicenceIssued => new("发放养蜂证", "issued a licence"),
        DeedCode.FirmRegistered => new("登记企业", "registered a firm"),
        DeedCode.ApiaryRegistered => new("登记蜂场", "registered an apiary"),
        DeedCode.ApiaryClosed => new("注销蜂场", "closed an apiary"),
        DeedCode.PlacementBegun => new("蜂群到达", "began a placement"),
        DeedCode.PlacementEnded => new("蜂群离开", "ended a placement"),
        DeedCode.PlacementCorrected => new("更正放蜂点", "corrected a placement"),
        DeedCode.PlacementTakenBack => new("撤回放蜂点", "took a placement back"),
        DeedCode.LocationRead => new("查看精确位置", "read an exact location"),
        DeedCode.RegistrationConfirmed => new("确认登记", "confirmed a registration"),
        DeedCode.RegistrationRefused => new("登记未通过", "refused a registration"),
        DeedCode.RegistrationMerged => new("合并登记", "merged a registration"),
        DeedCode.BeekeeperChanged => new("更改养蜂人资料", "changed a beekeeper’s details"),
        DeedCode.IdentityNumberRead => new("查看身份证号", "read an identity number"),
        DeedCode.ColoniesCounted => new("清点蜂群", "counted colonies"),
        DeedCode.TreatmentRecorded => new("记录用药", "recorded a treatment"),
        DeedCode.InspectionRecorded => new("记录检查", "recorded an inspection"),
        DeedCode.DiseaseReported => new("报告病害", "reported a disease"),
        DeedCode.NectarSourceRegistered => new("登记蜜源地", "registered a nectar source"),
        DeedCode.NectarSourceClosed => new("注销蜜源地", "closed a nectar source"),
        DeedCode.FirmChanged => new("更改企业资料", "changed a firm’s details"),
        DeedCode.BaseFiled => new("备案基地", "filed a base"),
        DeedCode.BaseEnded => new("基地备案终止", "ended a filed base"),
        DeedCode.BaseMemberJoined => new("加入基地", "added a member to a base"),
        DeedCode.BaseMemberLeft => new("退出基地", "ended a membership in a base"),
        DeedCode.HonourRecorded => new("记录品牌荣誉", "recorded a brand or honour"),
        DeedCode.StandardDrafted => new("记录参与制定标准", "recorded a drafted standard"),
        DeedCode.EntryInConflict => new("现场录入有冲突", "sent an entry that was in conflict"),
        DeedCode.HarvestRecorded => new("记录采收", "recorded a harvest"),
        DeedCode.LotRecorded => new("记录批次", "recorded a lot"),
        DeedCode.LotHeld => new("扣留批次", "held a lot"),
        DeedCode.LotReleased => new("放行批次", "released a lot"),
        DeedCode.SampleDrawn => new("抽样", "drew a sample"),
        DeedCode.RecordCountersigned => new("会签抽样单", "countersigned a sampling record"),
        DeedCode.SampleDispatched => new("送样", "sent a sample on its way"),
        DeedCode.SampleReceived => new("收样", "received a sample"),
        DeedCode.SampleAssigned => new("派样", "assigned a sample"),
        DeedCode.PortionMoved => new("样品流转", "moved a portion"),
        DeedCode.SampleRejected => new("拒收样品", "rejected a sample"),
        DeedCode.SampleCancelled => new("取消样品", "cancelled a sample"),
        DeedCode.MethodRegistered => new("启用检验方法", "brought a method into use"),
        DeedCode.MethodEnded => new("停用检验方法", "ended a method"),
        DeedCode.ReadingEntered => new("录入结果", "entered a reading"),
        DeedCode.ReadingSuperseded => new("更正结果", "corrected a reading"),
        DeedCode.ReTestOrdered => new("安排复检", "ordered a re-test"),
        DeedCode.ReadingWithdrawn => new("撤回结果", "withdrew a reading"),
        DeedCode.SampleSubmitted => new("送复核", "handed in for review"),
        DeedCode.SampleReturned => new("退回检测", "returned to the bench"),
        DeedCode.SampleReviewed => new("复核", "reviewed a sample"),
        DeedCode.SampleApproved => new("批准结果", "approved a sample"),
        DeedCode.SampleJudgedAgain => new("重新判定", "judged a sample again"),
        DeedCode.LimitProposed => new("提议更改限量", "proposed a limit"),
        DeedCode.LimitAccepted => new("同意更改限量", "accepted a limit"),
        DeedCode.LimitDeclined => new("不同意更改限量", "declined a limit"),
        DeedCode.LimitWithdrawn => new("撤回限量提议", "withdrew a proposed limit"),
        DeedCode.LaboratoryChanged => new("更改检测机构资料", "changed the laboratory’s details"),
        DeedCode.ReportPrepared => new("编制检验报告", "prepared a test report"),
        DeedCode.ReportReviewed => new("审核检验报告", "reviewed a test report"),
        DeedCode.ReportApproved => new("批准检验报告", "signed a test report"),
        DeedCode.ReportIssued => new("签发检验报告", "issued a test report"),
        DeedCode.ReportSuperseded => new("检验报告被替换", "replaced a test report"),
        DeedCode.ReportInvalidated => new("作废检验报告", "invalidated a test report"),
        DeedCode.ReportCancelled => new("放弃检验报告", "gave up a test report"),
        DeedCode.ObjectionFiled => new("提出异议", "objected to a result"),
        DeedCode.ObjectionAccepted => new("受理异议", "granted a re-test"),
        DeedCode.ObjectionRefused => new("不予受理异议", "refused an objection"),
        DeedCode.ObjectionConcluded => new("复检结论", "concluded a re-test"),
        DeedCode.PlanMade => new("制定抽样计划", "made a sampling plan"),
        DeedCode.ListFrozen => new("冻结抽样名单", "froze a list of lots"),
        DeedCode.PublicValueEntered => new("录入公开数值", "entered a public value"),
        DeedCode.LotsDrawn => new("抽取批次", "drew lots"),
        DeedCode.DrawReplaced => new("替换抽中的批次", "replaced a drawn lot"),
        DeedCode.ControlSeriesStarted => new("新建质控系列", "started a control series"),
        DeedCode.ControlEntered => new("录入质控结果", "entered a control result"),
        DeedCode.ControlSuperseded => new("更正质控结果", "corrected a control result"),
        DeedCode.ControlMeanAssigned => new("确定质控均值", "assigned a control mean"),
        DeedCode.CertificateIssued => new("签发证书", "issued a certificate"),
        DeedCode.CertificateWithdrawn => new("撤销证书", "withdrew a certificate"),
        DeedCode.CertificateReplaced => new("替换证书", "replaced a certificate"),
        DeedCode.ConsignmentMade => new("新建货物", "put a consignment together"),
        DeedCode.ConsignmentChanged => new("修改货物", "changed a consignment"),
        DeedCode.ConsignmentDeclared => new("申报货物", "declared a consignment"),
        DeedCode.ConsignmentShipped => new("发运货物", "shipped a consignment"),
        DeedCode.ConsignmentClosed => new("货物结案", "closed a consignment"),
        DeedCode.ConsignmentCancelled => new("取消货物", "cancelled a consignment"),
        DeedCode.LotReleasedForMarket => new("放行批次", "released a lot for a market"),
        DeedCode.DeclarationCorrected => new("更正申报", "corrected a declaration"),
        DeedCode.ReturnFiled => new("填报年报", "filed a yearly return"),
        DeedCode.ReturnSentBack => new("退回年报", "sent a yearly return back"),
        DeedCode.ReturnAccepted => new("核定年报", "accepted a yearly return"),
        DeedCode.YearbookPublished => new("发布县年报", "published the county's yearbook"),
        DeedCode.ClaimRecorded => new("记录公开说法", "recorded a published claim"),
        DeedCode.NoticeIssued => new("发布通知", "issued a notice"),
        DeedCode.NoticeWithdrawn => new("撤回通知", "withdrew a notice"),
        DeedCode.AnnouncementRefused => new("未采用喷药预告", "refused a grower’s announcement"),
        DeedCode.ImportUndone => new("撤销导入", "took an import back"),
        DeedCode.TableExported => new("导出表格", "exported a table"),
        DeedCode.TableImported => new("导入表格", "imported a table"),
        _ => new($"其他操作（{code}）", $"another deed ({code})"),
    };
}
