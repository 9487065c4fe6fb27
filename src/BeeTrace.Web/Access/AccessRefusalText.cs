using BeeTrace.Core;
using BeeTrace.Core.Access;

namespace BeeTrace.Web.Access;

/// <summary>What Access refuses, as sentences.</summary>
internal static class AccessRefusalText
{
    public static IReadOnlyDictionary<string, Bilingual> Sentences { get; } = new Dictionary<string, Bilingual>(StringComparer.Ordinal)
    {
        [AccessRefusal.PasswordTooShort] = new(
            "密码至少 {0} 个字符，现在是 {1} 个。几个不相干的词连起来就很好。",
            "The password needs at least {0} characters and has {1}. A few unrelated words in a row will do."),
        [AccessRefusal.PasswordTooLong] = new("密码最多 {0} 个字符，请缩短。", "The password may have {0} characters at most; please shorten it."),
        [AccessRefusal.PasswordCommon] = new(
            "这个密码在最常被猜的密码之列，请换一个。", "This password is among those that are guessed first; please choose another."),
        [AccessRefusal.PasswordIsAddress] = new(
            "密码不能是您的邮箱或邮箱 @ 前面的部分，请换一个。",
            "The password must not be your e-mail address or the part before the @; please choose another."),
        [AccessRefusal.PasswordRepeats] = new(
            "这个密码只是同几个字符反复，容易猜到，请换一个。",
            "This password is the same few characters over and over, which is easy to guess; please choose another."),
        [AccessRefusal.SignInWrong] = new(
            "邮箱（或手机号）和密码不相符。请检查大小写和输入法，再试一次。",
            "E-mail (or phone number) and password do not fit. Check capital letters and the keyboard’s language, then try again."),
        [AccessRefusal.SignInWait] = new(
            "刚才失败的次数多了，请等 {0} 秒再试。账号没有被锁。",
            "Too many failed tries just now: please wait {0} seconds. The account is not locked."),
        [AccessRefusal.NotYourRole] = new(
            "您的角色不办这件事，什么也没有保存。请用有权办理的账号登录，或请县主管人员办理。",
            "Your role does not do this, and nothing was saved. Sign in with an account that may, or ask the county office."),
        [AccessRefusal.AddressTaken] = new(
            "邮箱 {0} 已有账号。一人有两个角色时，请用另一个邮箱。",
            "There is an account for {0} already. A person with two roles needs a second address."),
        [AccessRefusal.AddressUnreadable] = new(
            "邮箱的写法不对，样子应像 name@example.org。", "The e-mail address cannot be read; it should look like name@example.org."),
        [AccessRefusal.ChangedMeanwhile] = new(
            "在您打开这一页之后，别人改动过。什么也没有保存；请刷新，看过新内容再改。",
            "Somebody changed this after you opened the page. Nothing was saved; reload, look at what is new, then change it."),
        [AccessRefusal.SignInNotFresh] = new(
            "签名前 {0} 分钟内须输入过密码。请重新登录，再回到这里；已填写的内容不会签发。",
            "Signing asks for a password given within the last {0} minutes. Sign in again and come back; nothing was issued."),
    };
}
