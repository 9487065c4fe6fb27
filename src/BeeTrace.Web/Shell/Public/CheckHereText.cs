using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using BeeTrace.Core;
using BeeTrace.Core.Certificates;
using BeeTrace.Verifier;

namespace BeeTrace.Web.Shell.Public;

/// <summary>Words of the check that runs in the reader's own browser. Numbers in braces are filled in there.</summary>
public static class CheckHereText
{
    /// <summary>Chinese as it is: escaped it would take twice the room.</summary>
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static Bilingual Hint => new(
        "选一份或多份，或拖到这里。文件在您的浏览器里核对，不上传；联网时只发送编号，查它后来是否撤销。",
        "Choose one or many, or drop them here. They are checked in your browser and not uploaded; where there is a line only their numbers are sent, to ask whether they were withdrawn since.");

    public static Bilingual Folder => new("整个文件夹", "A whole folder");
    public static Bilingual FolderHint => new("文件夹里和下级文件夹里的 PDF 都核对，其他文件略过。", "Every PDF in it and in folders below is checked; other files are passed over.");
    public static Bilingual Kept => new("这一页已存在本机，断网时也能用。", "This page is kept on this device and works without a line.");

    public static Bilingual Progress => new("已核对 {0} / {1}。", "{0} of {1} checked.");
    public static Bilingual NoPdf => new("文件夹里没有 PDF。", "There is no PDF in the folder.");
    public static Bilingual KeysMissing => new(
        "取不到公钥，无法核对。请连上网络，重新打开这一页；打开过一次以后断网也能用。",
        "The keys could not be fetched, so nothing was checked. Open this page again with a line; after that it works without one.");

    public static Bilingual Send => new("上传这份文件，与签发记录比对", "Upload this file and compare it with the record of issue");
    public static Bilingual SendHint => new("早年签发的证书不带电子签名，只能这样核对。", "Certificates of the first years bear no signature and can be compared only so.");
    public static Bilingual ToSheet => new("看签发机构的记录", "See the issuer’s record");

    public static Bilingual HeldTitle => new("这张证书与签发时一致；是否已撤销，离线无法得知", "This certificate is as it was issued; whether it was withdrawn since is not known here");
    public static Bilingual HeldBody => new(
        "签名可信，内容未改，已登记在公开日志。在这之后它可能已被撤销或替换。联网后请再查一次编号。",
        "Its signer is trusted, nothing was changed, and it stands in the public log. It may have been withdrawn or replaced since then: look up its number once there is a line.");
    public static Bilingual ValidBody => new(
        "签名可信，内容未改，已登记在公开日志；签发机构此刻的记录里它有效。请把编号和净重与您面前的货核对。",
        "Its signer is trusted, nothing was changed, it stands in the public log, and the issuer’s record has it as valid right now. Compare the number and the net weight with the goods in front of you.");
    public static Bilingual WithdrawnBody => new("{0}撤销，原因：{1}。请不要再依据这张纸。", "Withdrawn on {0} because {1}. Do not rely on this paper.");
    public static Bilingual ReplacedBody => new("{0}被替换，原因：{1}。请以新证书为准：", "Replaced on {0} because {1}. Use the new certificate instead:");
    public static Bilingual BrokenBody => new("文件核对无误，但签发记录与它不符。请联系签发机构。", "The file holds, but the record of issue does not agree with it. Ask the issuer.");
    public static Bilingual NotHeldTitle => new("这份文件不能采信", "Do not rely on this file");

    public static Bilingual BySigner => new("签名覆盖整个文件，签名者：{0}", "the signature covers the whole file; it is by {0}");
    public static Bilingual SignedAt => new("签名者写明的时间：{0}", "signed, by the signer’s own clock, on {0}");
    public static Bilingual TimestampedAt => new("时间戳机构证明签名在此之前已有：{0}", "a time-stamp authority saw the signature on {0}");
    public static Bilingual Content => new("内容的 SHA-256：{0}", "its content has the SHA-256 {0}");
    public static Bilingual Logged => new("登记在公开日志 {2} 第 {0} 条，当时共 {1} 条", "it stands in the public log {2} as entry {0} of the {1} there were then");
    public static Bilingual AskedValid => new("签发机构的记录：有效（{0} 查询）", "the issuer’s record: valid (asked on {0})");
    public static Bilingual AskedEnded => new("签发机构的记录：{1}（{0} 查询）", "the issuer’s record: {1} (asked on {0})");
    public static Bilingual NotAsked => new("后来是否撤销或替换：没有查到", "whether it was withdrawn or replaced since: not known here");
    public static Bilingual BusyAsked => new("后来是否撤销或替换：查询太多，请过一分钟再核对", "whether it was withdrawn or replaced since: too many were asked for, check again in a minute");

    public static Bilingual NothingSent => new("没有发送任何东西。", "Nothing was sent.");
    public static Bilingual NumberSent => new("只发送了编号，文件没有离开这台设备。", "Only the number was sent; the file did not leave this device.");
    public static Bilingual KeysOf => new("依据 {0} 取得的公钥。", "Checked with the keys as they were on {0}.");
    public static Bilingual KeysKept => new("没有网络：依据本机保存的 {0} 的公钥。", "There is no line: checked with the keys that this device kept on {0}.");

    public static Bilingual Sum => new(
        "共核对 {0} 份：有效 {1} 份，一致但后来情况不明 {2} 份，已撤销或被替换 {3} 份，不能采信 {4} 份。",
        "{0} checked: {1} valid, {2} as issued but not asked about since, {3} withdrawn or replaced, {4} not to be relied on.");
    public static Bilingual Passed => new("略过不是 PDF 的文件 {0} 个。", "Passed over as no PDF: {0}.");
    public static Bilingual Beyond => new("只核对前 {0} 份，其余没有看。", "Only the first {0} were looked at.");
    public static Bilingual Caption => new("逐份结果", "File by file");
    public static Bilingual File => new("文件", "File");
    public static Bilingual State => new("状态", "State");
    public static Bilingual Number => new("编号", "Number");
    public static Bilingual Why => new("依据", "Why");
    public static Bilingual Csv => new("下载 CSV 表格", "Download as CSV");

    private static Bilingual ValidWord => new("有效", "valid");
    private static Bilingual HeldWord => new("一致，后来不明", "as issued, later end unknown");
    private static Bilingual WithdrawnWord => new("已撤销", "withdrawn");
    private static Bilingual ReplacedWord => new("已被替换", "replaced");
    private static Bilingual BrokenWord => new("与记录不符", "at odds with the record");
    private static Bilingual NotHeldWord => new("不能采信", "not to be relied on");
    private static Bilingual NoReason => new("未写明", "no reason was given");

    /// <summary>Everything that the script says, in one language, as JSON.</summary>
    public static string Words(Language language)
    {
        string In(Bilingual text) => text.In(language);
        var words = new
        {
            findings = Enum.GetValues<PaperFinding>().ToDictionary(finding => finding.Code(), finding => In(finding.Sentence()), StringComparer.Ordinal),
            progress = In(Progress), noPdf = In(NoPdf), keysMissing = In(KeysMissing),
            titles = new
            {
                valid = In(CertificateText.Title(CertificateState.Valid)), withdrawn = In(CertificateText.Title(CertificateState.Withdrawn)),
                replaced = In(CertificateText.Title(CertificateState.Replaced)), broken = In(BrokenWord), held = In(HeldTitle), no = In(NotHeldTitle),
            },
            bodies = new { valid = In(ValidBody), withdrawn = In(WithdrawnBody), replaced = In(ReplacedBody), broken = In(BrokenBody), held = In(HeldBody) },
            states = new { valid = In(ValidWord), withdrawn = In(WithdrawnWord), replaced = In(ReplacedWord), broken = In(BrokenWord), held = In(HeldWord), no = In(NotHeldWord) },
            noReason = In(NoReason), bySigner = In(BySigner), signedAt = In(SignedAt), timestampedAt = In(TimestampedAt), content = In(Content), logged = In(Logged),
            askedValid = In(AskedValid), askedEnded = In(AskedEnded), notAsked = In(NotAsked), busyAsked = In(BusyAsked), nothingSent = In(NothingSent), numberSent = In(NumberSent),
            keysOf = In(KeysOf), keysKept = In(KeysKept), sum = In(Sum), passed = In(Passed), beyond = In(Beyond),
        };
        return JsonSerializer.Serialize(words, Plain);
    }
}
