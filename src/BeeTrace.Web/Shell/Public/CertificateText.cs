using BeeTrace.Core;
using BeeTrace.Core.Certificates;
using BeeTrace.Web.Shell.Display;

namespace BeeTrace.Web.Shell.Public;

/// <summary>Words of a certificate's public page.</summary>
public static class CertificateText
{
    public static Bilingual Number => new("编号", "Number");
    public static Bilingual Kind => new("种类", "Kind");
    public static Bilingual IssuedTo => new("对象", "For");
    public static Bilingual Lot => new("批次", "Lot");
    public static Bilingual IssuedOn => new("签发", "Issued");
    public static Bilingual Issuer => new("签发机构", "Issued by");
    public static Bilingual Stated => new("证书写明", "What it states");
    public static Bilingual WhatWasChecked => new("核对了什么", "What was checked");
    public static Bilingual Readings => new("检测结果", "Readings");
    public static Bilingual Analyte => new("项目", "Analyte");
    public static Bilingual Method => new("标准", "Standard");
    public static Bilingual Reading => new("结果", "Reading");
    public static Bilingual Limit => new("限量", "Limit");
    public static Bilingual Verdict => new("判定", "Verdict");
    public static Bilingual Download => new("下载 PDF 原件", "Download the PDF");
    public static Bilingual DownloadIssued => new("下载签发时的原件", "Download what was issued");
    public static Bilingual DownloadStamped => new("下载加盖的副本", "Download the stamped copy");
    public static Bilingual Proof => new("收录证明（公开日志）", "Proof from the public log");
    public static Bilingual Lots => new("所含批次", "Lots inside");
    public static Bilingual Product => new("产品", "Product");
    public static Bilingual NetKg => new("净重 kg", "Net mass, kg");
    public static Bilingual County => new("产地", "Origin");
    public static Bilingual OwnCertificate => new("批次证书", "Batch certificate");
    public static Bilingual CompareAddress => new("请看浏览器地址栏，应当是", "Look at your browser’s address bar. It must read");
    public static Bilingual CompareAddressWhy => new("照抄页面容易，抄不走地址。", "A page is easily copied; its address is not.");
    public static Bilingual CheckAnother => new("核验另一张", "Check another");
    public static Bilingual Holds => new("相符", "holds");
    public static Bilingual DoesNotHold => new("不符", "does not hold");
    public static Bilingual NotChecked => new("未能核对", "could not be checked");

    /// <summary>Many look-ups of one paper are a sign that its code goes round.</summary>
    public static Bilingual LookedUp(long times) => times == 0
        ? new("在此之前没有人查过这个编号。", "Nobody looked this number up before.")
        : new($"在此之前这个编号被查过 {times} 次。若它只该在您手里，次数多说明编号被抄走了。",
            times == 1 ? "It was looked up once before." : $"It was looked up {times} times before. If the paper should be in your hands alone, many look-ups mean that its code goes round.");

    /// <summary>Where on the paper a reader finds what this page says.</summary>
    public static Bilingual WhereOnPaper => new(
        "对照纸面：编号在每页右上角；净重和批次在第一页的表里；内容摘要在末页签名一栏。",
        "On the paper: the number at the top right of every page, lot and net mass in the grid of page one, the content hash beside the signature on the last page.");

    public static Bilingual PageTitle(string number) => new($"证书 {number} · 蜂迹", $"Certificate {number} · BeeTrace");

    /// <summary>The answer in one line.</summary>
    public static Bilingual Title(CertificateState state) => state switch
    {
        CertificateState.Valid => new("这张证书有效", "This certificate is valid"),
        CertificateState.Withdrawn => new("这张证书已撤销", "This certificate was withdrawn"),
        CertificateState.Replaced => new("这张证书已被替换", "This certificate was replaced"),
        CertificateState.Altered => new("这份文件被改动过", "This file was altered"),
        CertificateState.Unknown => new("没有签发过这个编号", "No certificate bears this number"),
        _ => new("读不出这份文件", "This file cannot be read"),
    };

    /// <summary>What happened and what to do about it.</summary>
    public static Bilingual Body(CertificateSheet sheet) => sheet.State switch
    {
        CertificateState.Valid => new(
            $"{IssuedZh(sheet)}，未撤销，未被替换。请把编号和净重与您面前的货核对。",
            $"{IssuedEn(sheet)}, not withdrawn, not replaced. Compare the number and the net weight with the goods in front of you."),
        CertificateState.Withdrawn => new(
            $"{IssuedZh(sheet)}{EndZh(sheet, "撤销")}。请不要再依据这张纸。",
            $"{IssuedEn(sheet)}{EndEn(sheet, "withdrawn")}. Do not rely on this paper."),
        CertificateState.Replaced => new(
            $"{IssuedZh(sheet)}{EndZh(sheet, "被替换")}。请以新证书为准。",
            $"{IssuedEn(sheet)}{EndEn(sheet, "replaced")}. Use the new certificate instead."),
        CertificateState.Altered => new(
            "编号是真的，内容和签发时的不一样。请不要依据这份文件，下载原件来对照。",
            "The number is real, but the content is not what was issued. Do not rely on this file; download the original and compare."),
        CertificateState.Unknown => new(
            $"签发记录里没有 {sheet.Number}。请逐字核对纸上的编号；若一致，这张纸不是从这里签发的。",
            $"The record of issue has no {sheet.Number}. Compare it with the paper character by character; if it is the same, the paper was not issued here."),
        _ => new(
            "它可能是扫描件、照片，或者没有下载完整。请按编号核验，或重新下载原件。",
            "It may be a scan, a photograph, or an incomplete download. Check by number, or download the original again."),
    };

    private static string IssuedZh(CertificateSheet sheet) =>
        (sheet.Issuer is { } issuer ? $"由{issuer.Zh}" : "")
        + (sheet.IssuedOn is { } day ? $"于 {Days.InWords(day).Zh}签发" : "签发");

    private static string IssuedEn(CertificateSheet sheet) =>
        "Issued" + (sheet.Issuer is { } issuer ? $" by {issuer.En}" : "") + (sheet.IssuedOn is { } day ? $" on {Days.InWords(day).En}" : "");

    private static string EndZh(CertificateSheet sheet, string deed) =>
        (sheet.EndedOn is { } day ? $"，{Days.InWords(day).Zh}{deed}" : $"，已{deed}") + (sheet.EndReason is { } reason ? $"，原因：{reason.Zh}" : "");

    private static string EndEn(CertificateSheet sheet, string deed) =>
        $", {deed}" + (sheet.EndedOn is { } day ? $" on {Days.InWords(day).En}" : "") + (sheet.EndReason is { } reason ? $" because {reason.En}" : "");
}
