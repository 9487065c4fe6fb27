using BeeTrace.Core;

namespace BeeTrace.Web.Trade;

/// <summary>Words that stand in the files of a figure alone.</summary>
internal static class FigureFileText
{
    public static Bilingual Title => new("出口数据", "Export figures");
    public static Bilingual FromDeclarations => new("按企业登记的出口报关单汇总。", "Added up from the firms’ recorded declarations.");
    public static Bilingual Recorded => new("数据来源", "Recorded from");
    public static Bilingual Share => new("占全国", "Share of the nation");
    public static Bilingual Nation => new("全国数", "National total");
    public static Bilingual NoCertificate => new(
        "这是数据报表，不是证书，也不是任何货物的证明。数字随企业的申报和更正而变，以生成当日的记录为准。",
        "This is a report of figures. It is no certificate and proves nothing about any goods. The numbers follow the firms’ declarations and corrections; they are those of the day it was made.");
    public static Bilingual ForOffice => new(
        "本文件为能查看各企业数据的人员生成，含不对外公布的数字，请勿公开。",
        "Made for a reader who sees every firm: it holds numbers that are not public. Do not publish it.");
    public static Bilingual PrintedOn => new("打印", "Printed");
    public static Bilingual End => new("以下空白", "End of report");

    public static Bilingual NotRecorded => new("没有记录", "no records");

    public static Bilingual FlowOf(FigureFlow flow) => new($"{flow.ProductName.Zh} → {flow.DestinationName.Zh}", $"{flow.ProductName.En} → {flow.DestinationName.En}");
}
