using BeeTrace.Core;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Shell.Display;

namespace BeeTrace.Web.Registry;

/// <summary>Words of the county's office pages.</summary>
public static class OfficeText
{
    public static Bilingual Beekeepers => new("养蜂人", "Beekeepers");
    public static Bilingual Queue => new("待办登记", "Queue");
    public static Bilingual NectarSources => new("蜜源地", "Nectar sources");
    public static Bilingual AnyCounty => new("所有县", "All counties");
    public static Bilingual AnyState => new("有效登记", "All that hold");
    public static Bilingual AnySpecies => new("所有蜂种", "All species");
    public static Bilingual AnyKind => new("所有类型", "All kinds");
    public static Bilingual AnyPlant => new("所有蜜源", "All blooms");
    public static Bilingual AnyLicence => new("所有养蜂证", "All licences");
    public static Bilingual StateHead => new("登记状态", "State");
    public static Bilingual PlantNow => new("现在的蜜源", "Bloom now");
    public static Bilingual Order => new("排序", "Order");
    public static Bilingual KindHead => new("类型", "Kind");
    public static Bilingual ApiariesHead => new("蜂场数", "Apiaries");
    public static Bilingual Reminders => new("换证提醒", "Licence reminders");
    public static Bilingual SearchBeekeepers => new("姓名、养蜂证号或电话", "Name, licence or phone");
    public static Bilingual NoBeekeepersTitle => new("名录里还没有养蜂人", "The register holds no beekeeper yet");
    public static Bilingual NoBeekeepersText => new("登记或导入以后，养蜂人和养蜂证到期日会列在这里。", "Beekeepers stand here with the end of their licence once they are registered or imported.");
    public static Bilingual ShowAllBeekeepers => new("看全部养蜂人", "Show all beekeepers");
    public static Bilingual NewBeekeeper => new("登记养蜂人", "Register a beekeeper");
    public static Bilingual ChangeBeekeeper => new("更改资料", "Change");
    public static Bilingual NarrowIt => new("只翻到前 1,000 条；请用上面的条件缩小范围。", "Only the first 1,000 can be paged through; please narrow the list above.");

    public static Bilingual NameZh => new("中文姓名或名称", "Name in Chinese");
    public static Bilingual NameEn => new("拉丁字母姓名", "Name in Latin letters");
    public static Bilingual NameEnHint => new("护照或外文单据上的写法；空着就用中文。", "As in a passport or foreign papers; empty takes the Chinese name.");
    public static Bilingual LicenceNumber => new("养蜂证号", "Licence number");
    public static Bilingual Issued => new("发证日期", "Day of issue");
    public static Bilingual IssuedHint => new("有效期三年，到期日由系统算出。", "It runs three years; its last day is computed.");
    public static Bilingual Phone => new("电话", "Phone");
    public static Bilingual Address => new("地址", "Address");
    public static Bilingual Identity => new("身份证号", "Identity number");
    public static Bilingual IdentityHint => new("加密保存，页面上只显示前四位和后四位。可不填。", "Kept encrypted; pages show its first and last four characters. May be left empty.");
    public static Bilingual IdentityKeepHint => new("空着就保留现有的号码。", "Left empty, the number that is kept stays.");
    public static Bilingual ShowsName => new("本人同意公开页面显示姓名", "Agrees that public pages show the name");
    public static Bilingual Consent => new("公开姓名", "Name in public");
    public static Bilingual Agreed => new("同意", "agreed");
    public static Bilingual NotAgreed => new("未同意，公开页面只显示编号", "not agreed; public pages show a code");
    public static Bilingual Save => new("保存", "Save");
    public static Bilingual Cancel => new("取消", "Cancel");
    public static Bilingual Reason => new("理由", "Reason");
    public static Bilingual Day => new("日期", "Day");

    public static Bilingual Renew => new("换证", "Renew the licence");
    public static Bilingual RenewDay => new("新证发证日期", "New day of issue");
    public static Bilingual ReadIdentity => new("查看完整号码", "Show in full");
    public static Bilingual ReadIdentityNote => new("查看会连同理由记入操作记录。", "To look at it is recorded, with your reason.");
    public static Bilingual IdentityNotKept => new("未登记", "none kept");
    public static Bilingual IdentityClosed => new("本机密钥打不开", "not opened by this key");

    public static Bilingual ShowExactly => new("显示精确位置和历次放蜂点", "Show exact places and all stays");
    public static Bilingual ExactNote => new("查看他人蜂场的精确位置会记入操作记录。", "To see the exact place of somebody’s apiary is recorded.");
    public static Bilingual ExactHead => new("精确位置与历次放蜂点", "Exact places and stays");
    public static Bilingual Until => new("离开", "Left");
    public static Bilingual Exactly => new("位置（WGS-84）", "Place (WGS-84)");
    public static Bilingual AsEntered => new("录入值", "As entered");
    public static Bilingual Quarantine => new("检疫证号", "Quarantine paper");

    public static Bilingual Counts => new("群数清点", "Colony counts");
    public static Bilingual Treatments => new("用药", "Medicines");
    public static Bilingual Inspections => new("检查", "Inspections");
    public static Bilingual Diseases => new("病害", "Diseases");
    public static Bilingual DiseasesCounted(int count) => new(
        $"{Numerals.Count(count)} 条疑似或确诊，按每个蜂场每种病害的最新报告计",
        $"{Numerals.Count(count)} suspected or confirmed, by the newest report of each disease on each apiary");
    public static Bilingual NoDiseasesTitle => new("没有疑似或确诊的病害", "No disease suspected or confirmed");
    public static Bilingual NoDiseasesText => new("养蜂人报告或检查发现的病害列在这里，直到检查排除。", "What beekeepers report or inspections find stands here until an inspection clears it.");
    public static Bilingual Memberships => new("备案基地", "Filed bases");
    public static Bilingual NoneYet => new("暂无记录。", "Nothing yet.");
    public static Bilingual Medicine => new("药品", "Medicine");
    public static Bilingual Against => new("用于", "Against");
    public static Bilingual Began => new("开始", "Began");
    public static Bilingual Ended => new("结束", "Ended");
    public static Bilingual Withdrawal => new("休药期", "Withdrawal");
    public static Bilingual Findings => new("检查所见", "Findings");
    public static Bilingual Inspected => new("检查群数", "Colonies opened");
    public static Bilingual Counted => new("现场清点群数", "Colonies counted there");
    public static Bilingual CountedHint => new("填了就成为新的群数；0 也是结果。", "Becomes the new count; 0 is a finding too.");
    public static Bilingual Source => new("来源", "Source");
    public static Bilingual Disease => new("病害", "Disease");
    public static Bilingual Certainty => new("结论", "How sure");
    public static Bilingual Affected => new("患病群数", "Colonies affected");
    public static Bilingual Signs => new("症状", "Signs");
    public static Bilingual AddDisease => new("加一种病害", "Add a disease");
    public static Bilingual RemoveDisease => new("去掉", "Remove");
    public static Bilingual RecordInspection => new("记录检查", "Record an inspection");
    public static Bilingual CloseApiary => new("注销蜂场", "Close the apiary");
    public static Bilingual Registered => new("登记日期", "Registered");

    public static Bilingual QueueEmptyTitle => new("没有待办", "Nothing waits");
    public static Bilingual QueueEmptyText => new("养蜂人新登记的蜂场，以及与他人相似的新登记，会按先后排在这里，等县里确认。", "New apiaries of beekeepers, and new entries that resemble others, wait here in their order until the county has looked at them.");
    public static Bilingual Confirm => new("确认", "Confirm");
    public static Bilingual KeepBoth => new("都保留，确认", "Keep both, confirm");
    public static Bilingual Refuse => new("不通过", "Refuse");
    public static Bilingual MergeInto => new("并入这条", "Merge into this");
    public static Bilingual ThisEntry => new("这条登记", "This entry");
    public static Bilingual NoLikeness => new("没有相似的登记。", "It resembles no other entry.");
    public static Bilingual Resembling => new("相似的登记", "Entries that resemble it");
    public static Bilingual LookForLikeness => new("查找相似的登记", "Look for entries that resemble it");
    public static Bilingual MergeNote => new(
        "并入后，这条登记由另一条代表，不再单独计数；放蜂点、批次和记录都保留。不能撤销。",
        "Once merged, this entry is counted with the other one; its stays, lots and records are kept. It cannot be undone.");
    public static Bilingual Compare => new("比对", "Compare");
    public static Bilingual ApiaryWord => new("蜂场", "Apiary");
    public static Bilingual WhyAlike => new("相似之处", "Why alike");

    public static Bilingual NewFirm => new("登记企业", "Register a firm");
    public static Bilingual ChangeFirm => new("更改企业资料", "Change the firm");
    public static Bilingual FirmNameZh => new("中文名称", "Name in Chinese");
    public static Bilingual FirmNameEn => new("英文名称", "Name in English");
    public static Bilingual FileBase => new("备案基地", "File a base");
    public static Bilingual FilingNumber => new("备案号", "Filing number");
    public static Bilingual BaseName => new("基地名称", "Name of the base");
    public static Bilingual Members => new("成员", "Members");
    public static Bilingual AddMember => new("加入成员", "Add a member");
    public static Bilingual MemberNote => new("加入以后，这家企业能看到该养蜂人蜂场的精确位置。", "From then on the firm sees the exact places of the beekeeper’s apiaries.");
    public static Bilingual EndMembership => new("退出", "Leaves");
    public static Bilingual EndBase => new("终止备案", "End the filing");
    public static Bilingual EndBaseNote => new("现有成员在同一天退出，终止后不能恢复。", "All members leave on the same day. An ended filing is not opened again.");
    public static Bilingual NoBases => new("没有备案基地。", "No base is filed.");
    public static Bilingual Honours => new("品牌荣誉", "Brands and honours");
    public static Bilingual Standards => new("参与制定的标准", "Standards it helped to write");
    public static Bilingual StandardsNote => new("只记录参与起草，不作为检验依据。", "That it helped to write them; nothing is judged by this list.");
    public static Bilingual AddHonour => new("记录品牌或荣誉", "Record a brand or honour");
    public static Bilingual AddStandard => new("记录标准", "Record a standard");
    public static Bilingual Title => new("名称", "Title");
    public static Bilingual TitleEn => new("英文名称", "Title in English");
    public static Bilingual Level => new("级别", "Level");
    public static Bilingual Year => new("年份", "Year");
    public static Bilingual Evidence => new("依据", "Evidence");
    public static Bilingual EvidenceHint => new("文件号或可查询的网址。", "A document number, or an address where it can be looked up.");
    public static Bilingual StandardNumber => new("标准号", "Number");
    public static Bilingual Part => new("参与方式", "Part");
    public static Bilingual Choose => new("请选择", "Please choose");
    public static Bilingual FirmOwn => new("本企业", "Our firm");

    public static Bilingual NewSource => new("登记蜜源地", "Register a nectar source");
    public static Bilingual NoSourcesTitle => new("还没有蜜源地", "No nectar sources yet");
    public static Bilingual NoSourcesText => new("登记或导入以后，蜜源地会按花期列在这里，也会出现在地图上。", "Places of nectar plants stand here with their bloom, and on the map, once they are registered or imported.");
    public static Bilingual PlantHead => new("植物", "Plant");
    public static Bilingual Bloom => new("花期", "Bloom");
    public static Bilingual AreaHead => new("面积", "Area");
    public static Bilingual Shape => new("形状", "Shape");
    public static Bilingual Point => new("一个点", "point");
    public static Bilingual Toxic => new("有毒蜜源", "toxic");
    public static Bilingual InBloom => new("正在开花", "in bloom");
    public static Bilingual SourceName => new("地名", "Name of the place");
    public static Bilingual Corners => new("位置或边界", "Place or edge");
    public static Bilingual CornersHint => new(
        "每行一个坐标，纬度在前。一行是一个点；三行以上是沿边界依次走一圈的拐点。",
        "One pair of coordinates a line, latitude first. One line is a point; three and more are corners in the order of walking along the edge.");
    public static Bilingual AreaMu => new("面积（亩）", "Area in mu");
    public static Bilingual AreaHint => new("空着就按边界计算。1 公顷是 15 亩。", "Left empty it is computed from the edge. 1 ha is 15 mu.");
    public static Bilingual BloomFrom => new("花期第一天（月-日）", "First day of bloom (month-day)");
    public static Bilingual BloomTo => new("花期最后一天（月-日）", "Last day of bloom (month-day)");
    public static Bilingual BloomHint => new("如 11-01 到 01-31，可以跨年。", "Such as 11-01 to 01-31; it may run over New Year.");
    public static Bilingual AreaQuestioned => new("填写的面积和按边界算出的相差较大，请核对。", "The area given is far from what the edge encloses; please verify.");
    public static Bilingual CloseSource => new("注销", "Close");
    public static Bilingual OpenSources => new("现有", "Present");
    public static Bilingual ClosedSources => new("已注销", "Closed");
    public static Bilingual ToxicWarning => new("含毒蜜源的蜂蜜不得出售（GB 14963-2011）。", "Honey from toxic plants must not be sold (GB 14963-2011).");
    public static Bilingual SourceSaved(string code) => new($"已登记，编号 {code}。", $"Registered with the code {code}.");

    /// <summary>How many rows, or that there are more than anybody counts.</summary>
    public static Bilingual Found(int total) => total > RegisterSearch.MostCounted
        ? new("超过 1,000 条", "more than 1,000")
        : new($"{Numerals.Count(total)} 条", Numerals.Count(total) + (total == 1 ? " entry" : " entries"));

    public static Bilingual Waits(int count) => new($"{Numerals.Count(count)} 条等待确认", $"{Numerals.Count(count)} waiting");

    public static Bilingual Mu(decimal mu) => new(
        $"{Numerals.Amount(mu, 1)} 亩（{Numerals.Amount(Area.Hectares(mu), 2)} 公顷）", $"{Numerals.Amount(mu, 1)} mu ({Numerals.Amount(Area.Hectares(mu), 2)} ha)");

    public static Bilingual MergedIntoLine(string code) => new($"已并入 {code}", $"merged into {code}");

    public static Bilingual MergedFromLine(string codes) => new($"含并入的登记：{codes}", $"With entries that were merged into it: {codes}");

    public static Bilingual Of(LicenceStanding licence, int count) => licence switch
    {
        LicenceStanding.Within90 => new($"90 天内到期 {Capped(count)}", $"end within 90 days {Capped(count)}"),
        LicenceStanding.Within30 => new($"30 天内到期 {Capped(count)}", $"end within 30 days {Capped(count)}"),
        LicenceStanding.Ended => new($"已过期 {Capped(count)}", $"ended {Capped(count)}"),
        _ => new("有效", "valid"),
    };

    /// <summary>A state as the office says it, in one word.</summary>
    public static Bilingual Of(RegistrationState state) => state switch
    {
        RegistrationState.Waiting => new("待确认", "waiting"),
        RegistrationState.Confirmed => new("已确认", "confirmed"),
        RegistrationState.Merged => new("已并入", "merged"),
        _ => new("未通过", "refused"),
    };

    public static Bilingual Of(ApiaryOrder order) => order switch
    {
        ApiaryOrder.Code => new("按编号", "by code"),
        ApiaryOrder.Name => new("按名称", "by name"),
        ApiaryOrder.Beekeeper => new("按养蜂人", "by beekeeper"),
        ApiaryOrder.Registered => new("新登记在前", "newest first"),
        ApiaryOrder.Colonies => new("群数多的在前", "most colonies first"),
        _ => new("新到的在前", "latest arrival first"),
    };

    public static Bilingual Of(BeekeeperOrder order) => order switch
    {
        BeekeeperOrder.Licence => new("按养蜂证号", "by licence"),
        BeekeeperOrder.Name => new("按姓名", "by name"),
        _ => new("先到期的在前", "first to end first"),
    };

    public static Bilingual Of(CountSource source) => source switch
    {
        CountSource.Beekeeper => new("养蜂人", "beekeeper"),
        CountSource.Inspection => new("检查", "inspection"),
        _ => new("导入", "import"),
    };

    public static Bilingual Of(DiseaseState state) => state switch
    {
        DiseaseState.Suspected => new("疑似", "suspected"),
        DiseaseState.Confirmed => new("确诊", "confirmed"),
        _ => new("排除或已净化", "cleared"),
    };

    public static Bilingual Of(LikenessReason reason) => reason switch
    {
        LikenessReason.SamePhone => new("电话相同", "same phone"),
        LikenessReason.SameLicence => new("养蜂证号相同", "same licence"),
        LikenessReason.SameIdentityNumber => new("身份证号相同", "same identity number"),
        LikenessReason.SimilarName => new("名称相近", "similar name"),
        _ => new("同一人，相距 200 米以内", "same person, within 200 m"),
    };

    public static Bilingual Of(HonourKind kind) => kind == HonourKind.Brand ? new("品牌", "brand") : new("荣誉", "award");

    public static Bilingual Of(HonourLevel level) => level switch
    {
        HonourLevel.National => new("国家级", "national"),
        HonourLevel.Provincial => new("省级", "provincial"),
        HonourLevel.Municipal => new("市级", "municipal"),
        _ => new("县级", "county"),
    };

    public static Bilingual Of(DraftingRole role) => role == DraftingRole.Lead ? new("牵头起草", "lead drafter") : new("参与起草", "participant");

    private static string Capped(int count) => count > RegisterSearch.MostCounted ? "> 1,000" : Numerals.Count(count);
}
