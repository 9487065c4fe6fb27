using BeeTrace.Core;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Shell.Display;

namespace BeeTrace.Web.Registry;

/// <summary>Words of applying to be registered, for applicants and for the officers who decide.</summary>
public static class ApplicationText
{
    public static Bilingual JoinTitle => new("养蜂人申请登记", "Apply to be registered as a beekeeper");
    public static Bilingual JoinLead => new(
        "登记自愿，免费。县主管部门打电话核实以后，您就能用手机登记蜂场和转场，随身带养蜂证。",
        "Registration is voluntary and free. Once the county office has called you, you register apiaries and moves by phone and carry your licence on it.");
    public static Bilingual Name => new("姓名或名称", "Name");
    public static Bilingual NameHint => new("与身份证或营业执照一致。", "As on the identity card or business licence.");
    public static Bilingual Kind => new("您是", "You are");
    public static Bilingual PhoneHint => new("县里打这个电话核实。", "The county office calls this number.");
    public static Bilingual Address => new("地址（选填）", "Address (optional)");
    public static Bilingual LicenceNumber => new("已有的养蜂证号（选填）", "Number of a licence that you hold (optional)");
    public static Bilingual LicenceHint => new("有养蜂证、只缺账号的，填了核实更快。", "If you have a licence and only lack an account, this is quicker.");
    public static Bilingual IdentityNumber => new("身份证号（选填）", "Identity number (optional)");
    public static Bilingual IdentityHint => new("加密保存，用来认出已经登记过的人；合作社和企业不填。", "Kept encrypted, to find who is registered already; cooperatives and companies have none.");
    public static Bilingual ShowsName => new("同意公开页面显示我的姓名；不勾选就只显示编号。", "Public pages may show my name; otherwise they show a code.");
    public static Bilingual ToSignIn => new("以后怎样登录", "How you will sign in");
    public static Bilingual Email => new("邮箱（选填）", "E-mail (optional)");
    public static Bilingual EmailHint => new("不填邮箱，就用上面的手机号登录。", "Without an address you sign in with the phone number above.");
    public static Bilingual PasswordHint => new("至少 12 个字符，可以是一句自己记得住的话。", "At least 12 characters; a sentence that you remember is fine.");
    public static Bilingual Send => new("提交申请", "Send the application");
    public static Bilingual Privacy => new(
        "申请只给县主管部门看。通过之前不计入名录；没有通过的，密码随即删除。",
        "Only the county office sees the application. It is in no list before it is accepted; if it is not, the password is deleted at once.");
    public static Bilingual ReceiptKey => new("回执", "Receipt");
    public static Bilingual ReceivedOn => new("收到日期", "Received");
    public static Bilingual Again => new("重新申请", "Apply again");

    public static Bilingual Head => new("养蜂人申请", "Applications of beekeepers");
    public static Bilingual SignsInWith => new("登录用", "Signs in with");
    public static Bilingual ToldLicence => new("自报养蜂证号", "Licence as told");
    public static Bilingual NoLikeness => new("名录里没有相似的人。", "Nobody in the register is alike.");
    public static Bilingual CallFirst => new(
        "请先打电话核实是本人。账号能登记这位养蜂人的蜂场，也看得到它们的精确位置。",
        "Call first and make sure who it is: the account registers this beekeeper’s apiaries and sees exactly where they stand.");
    public static Bilingual Accept => new("登记为新的养蜂人", "Register as a new beekeeper");
    public static Bilingual IsThisOne => new("就是这个人，给账号", "It is this one: give the account");

    /// <summary>What became of it, in a headline.</summary>
    public static Bilingual Of(RegistrationState state) => state switch
    {
        RegistrationState.Waiting => new("申请已收到，等待核实", "Received; the county office will call"),
        RegistrationState.Confirmed => new("申请已通过", "Accepted"),
        RegistrationState.Merged => new("申请已通过", "Accepted"),
        RegistrationState.Refused => new("申请未通过", "Not accepted"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
    };

    /// <summary>What to do next.</summary>
    public static Bilingual Next(RegistrationState state) => state switch
    {
        RegistrationState.Waiting => new("请收藏这一页，随时回来看进展。核实以后，就用申请时填的邮箱或手机号和密码登录。", "Keep this page’s address and come back whenever you like. Afterwards you sign in with the address or phone number and the password that you chose."),
        RegistrationState.Confirmed => new("养蜂证已登记。请用申请时填的邮箱或手机号和密码登录，登记第一个蜂场。", "Your licence is registered. Sign in with the address or phone number and the password that you chose, and register your first apiary."),
        RegistrationState.Merged => new("您早已在名录里，账号已经连上您的养蜂证。请用申请时填的邮箱或手机号和密码登录。", "You are in the register already, and the account is connected with your licence. Sign in with the address or phone number and the password that you chose."),
        RegistrationState.Refused => new("有不清楚的，请联系县主管部门；改好以后可以重新申请。", "Ask the county office if anything is unclear; you may apply again."),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
    };
}
