using BeeTrace.Core;
using BeeTrace.Core.Lab;

namespace BeeTrace.Web.Lab;

/// <summary>Words of the laboratory's methods.</summary>
public static class MethodText
{
    public static Bilingual Title => new("检验方法", "Methods");
    public static Bilingual Line => new("每个产品、每个项目用什么方法测，能测到多低。录入时检出限和定量限从这里取。", "How each analyte is tested in each product, and how low the method sees; the bench takes LOD and LOQ from here.");
    public static Bilingual Scope => new("认可范围", "Scope");
    public static Bilingual End => new("停用", "End");
    public static Bilingual NewTitle => new("启用一个方法", "Bring a method into use");
    public static Bilingual Register => new("启用", "Bring into use");
    public static Bilingual Uncertainty => new("相对扩展不确定度 U，%（k = 2，选填）", "Relative uncertainty U, % (k = 2, optional)");
    public static Bilingual Principle => new("原理（选填）", "Principle (optional)");
    public static Bilingual From => new("启用日期", "First day");
    public static Bilingual Cma => new("在资质认定（CMA）范围内", "inside the CMA scope");
    public static Bilingual Cnas => new("在认可（CNAS）范围内", "inside the CNAS scope");
    public static Bilingual EmptyTitle => new("这个产品还没有方法", "No method for this product yet");
    public static Bilingual EmptyText => new("审核员或授权签字人启用方法后，录入时“未检出”就知道低到多少。", "Once a reviewer or signatory brings one into use, “ND” at the bench says below what.");

    public static Bilingual ScopeOf(Method method) => (method.AccreditedCma, method.AccreditedCnas) switch
    {
        (true, true) => new("CMA、CNAS", "CMA, CNAS"),
        (true, false) => new("CMA", "CMA"),
        (false, true) => new("CNAS", "CNAS"),
        _ => new("范围外", "outside"),
    };
}
