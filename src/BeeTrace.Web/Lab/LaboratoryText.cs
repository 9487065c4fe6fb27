using BeeTrace.Core;
using BeeTrace.Core.Lab;

namespace BeeTrace.Web.Lab;

/// <summary>Words of the page of the laboratory itself.</summary>
public static class LaboratoryText
{
    public static Bilingual Head => new("检测机构", "The laboratory");
    public static Bilingual Line => new("印在每份检验报告上。更改从当天起有效，旧版本保留。", "Stands on every test report. A change holds from its day on; earlier versions stay.");
    public static Bilingual NameZh => new("中文名称", "Name in Chinese");
    public static Bilingual NameEn => new("英文名称", "Name in English");
    public static Bilingual AddressZh => new("中文地址", "Address in Chinese");
    public static Bilingual AddressEn => new("英文地址", "Address in English");
    public static Bilingual Phone => new("电话（选填）", "Telephone (optional)");
    public static Bilingual Postcode => new("邮编（选填）", "Post code (optional)");
    public static Bilingual CmaNumber => new("资质认定（CMA）证书编号（没有则不填）", "CMA certificate number (empty where there is none)");
    public static Bilingual CnasNumber => new("认可（CNAS）证书编号（没有则不填）", "CNAS accreditation number (empty where there is none)");
    public static Bilingual NumberHint => new("报告只印编号文字，不印标志。", "Reports print the number in words and never the mark.");
    public static Bilingual ScopeHint => new("填了编号后，范围外的项目在报告上加 *。哪些方法在资质认定或认可范围内，在方法里登记：", "Beside a number, items outside its scope are flagged * on reports. Which methods are inside stands with the methods:");
    public static Bilingual RuleHead => new("签署规则", "Rule of signing");
    public static Bilingual Save => new("保存", "Save");
    public static Bilingual Saved => new("已保存。", "Saved.");
    public static Bilingual None => new("还没有检测机构资料", "Nothing is entered yet");
    public static Bilingual NoneText => new("管理员填写后，才能编制检验报告。", "Test reports can be prepared once the administrator has entered it.");
    public static Bilingual Versions => new("历次版本", "Versions");
    public static Bilingual ValidFrom => new("起用", "From");
    public static Bilingual RecordedBy => new("填写人", "Entered by");
    public static Bilingual NotSet => new("无", "none");

    public static Bilingual Of(FourEyes rule) => rule == FourEyes.ThreePersons
        ? new("三人：检验、审核、批准各一人", "three people: tested, reviewed and signed by different persons")
        : new("两人：批准人不是检验人", "two people: who tested does not sign");
}
