using BeeTrace.Core;

namespace BeeTrace.Web.Shell.Public;

/// <summary>Words of a lot's public page.</summary>
public static class LotText
{
    public static Bilingual Product => new("产品", "Product");
    public static Bilingual Harvested => new("采收", "Harvested");
    public static Bilingual Region => new("产地", "Origin");
    public static Bilingual Nectar => new("蜜源", "Nectar source");
    public static Bilingual NetMass => new("净重", "Net mass");
    public static Bilingual Story => new("经过", "What happened to it");
    public static Bilingual Day => new("日期", "Day");
    public static Bilingual What => new("事项", "Step");
    public static Bilingual Where => new("地点", "Place");
    public static Bilingual Certificates => new("证书", "Certificates");
    public static Bilingual Number => new("编号", "Number");
    public static Bilingual Kind => new("种类", "Kind");
    public static Bilingual Issued => new("签发", "Issued");
    public static Bilingual NoCertificates => new("还没有证书", "No certificates yet");
    public static Bilingual NoCertificatesText => new("检测中心签发后，证书会列在这里。", "They stand here once the laboratory has issued them.");
    public static Bilingual Privacy => new("为保护养蜂人，产地只公开到县。", "To protect beekeepers, the origin is shown no finer than the county.");

    public static Bilingual PageTitle(string code) => new($"批次 {code} · 蜂迹", $"Lot {code} · BeeTrace");
    public static Bilingual Head(Bilingual product) => new($"{product.Zh}批次", $"Lot of {product.En}");
}
