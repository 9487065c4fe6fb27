using BeeTrace.Core;
using BeeTrace.Core.Registry;

namespace BeeTrace.Web.Registry;

/// <summary>What Registry refuses, as sentences.</summary>
internal static class RegistryRefusalText
{
    public static IReadOnlyDictionary<string, Bilingual> Sentences { get; } = new Dictionary<string, Bilingual>(StringComparer.Ordinal)
    {
        [RegistryRefusal.NameMissing] = new("请填写名称，用您平时叫的就行。", "Please give a name; the one you use every day will do."),
        [RegistryRefusal.NameTooLong] = new("名称最多 {0} 个字，请缩短。", "The name may have {0} characters at most; please shorten it."),
        [RegistryRefusal.SpeciesMissing] = new("请选择蜂种。", "Please choose the bee species."),
        [RegistryRefusal.KindMissing] = new("请选择蜂场类型：定地、转地或越冬。", "Please choose the kind of apiary: fixed, migratory stop or wintering."),
        [RegistryRefusal.ColoniesMissing] = new("请填写群数，用整数，如 60。", "Please give the number of colonies as a whole number, such as 60."),
        [RegistryRefusal.ColoniesTooFew] = new(
            "群数至少为 {0}，现在填的是 {1}。蜂群都撤走了，就不必登记新位置。",
            "There must be at least {0} colony; {1} was given. If all colonies have left, no new place needs registering."),
        [RegistryRefusal.ColoniesTooMany] = new(
            "一个蜂场最多登记 {0} 群，现在填的是 {1}。请检查是否多打了一位；真有这么多，请分成几个蜂场登记。",
            "One apiary holds {0} colonies at most; {1} was given. Look for a digit too many, or register several apiaries."),
        [RegistryRefusal.CoordinateMissing] = new(
            "请填写坐标，纬度和经度都要，如 29.7937 和 119.6915。",
            "Please give the coordinates, both latitude and longitude, such as 29.7937 and 119.6915."),
        [RegistryRefusal.CoordinateUnreadable] = new(
            "“{0}”读不成坐标。请写成 29.7937 或 29°47'37\" 这样的度数。",
            "“{0}” cannot be read as a coordinate. Write degrees such as 29.7937 or 29°47'37\"."),
        [RegistryRefusal.CoordinateOutOfRange] = new(
            "{0}° 超出了范围，这里最多是 {1}°。请检查小数点的位置。",
            "{0}° is out of range; at most {1}° is possible here. Check the decimal point."),
        [RegistryRefusal.CoordinatesSwapped] = new(
            "纬度和经度像是颠倒了。您要填的多半是纬度 {0}、经度 {1}，请对调。",
            "Latitude and longitude look swapped. You probably mean latitude {0}, longitude {1}; please exchange them."),
        [RegistryRefusal.DatumMissing] = new(
            "请选择坐标从哪里来。不同地图的坐标相差几百米，不知道来源就定不准位置。",
            "Please say where the coordinates come from. Maps differ by hundreds of metres, so without it the place is not known."),
        [RegistryRefusal.OutsideCounty] = new(
            "这个位置在{0}之外。请检查坐标和来源；确实在外县放蜂的，请勾选“位置无误，就在县外”再提交。",
            "This place lies outside {0}. Check the coordinates and their source; if the bees do stand there, tick “The place is right” and send again."),
        [RegistryRefusal.FromMissing] = new("请填写到达日期，如 2026-05-20。", "Please give the first day there, such as 2026-05-20."),
        [RegistryRefusal.FromTooLate] = new(
            "到达日期最晚可填 {0}。更远的转场，请临近时再登记。",
            "The first day may be {0} at the latest. Register a later move when it is nearer."),
        [RegistryRefusal.FromTooEarly] = new(
            "到达日期不能早于 {0}，那时还没有登记制度。请检查年份。",
            "The first day cannot lie before {0}, when there was no register. Check the year."),
        [RegistryRefusal.PlantMissing] = new("请选择蜜源。", "Please choose the plant in bloom."),
        [RegistryRefusal.PlacementEndsBeforeItBegins] = new(
            "蜂群从 {0} 起在原来的位置，不能在 {1} 就离开。请填更晚的日期。",
            "The colonies have been where they are since {0} and cannot leave on {1}. Please give a later day."),
        [RegistryRefusal.PlacementOverlaps] = new(
            "{0} 到 {1} 这段时间蜂群登记在别处，日期重叠了。请换一个日期。",
            "From {0} to {1} the colonies are registered elsewhere, so the days overlap. Please choose another day."),
        [RegistryRefusal.PlacementStillOpen] = new(
            "蜂群从 {0} 起登记在别处，还没有离开。请先登记转场。",
            "The colonies have been registered elsewhere since {0} and have not left. Register a move first."),
        [RegistryRefusal.CreditCodeMalformed] = new(
            "“{0}”不是统一社会信用代码。应为 18 位数字和大写字母，见营业执照。",
            "“{0}” is not a unified social credit code: 18 digits and capital letters, as on the business licence."),
        [RegistryRefusal.CreditCodeCheck] = new(
            "统一社会信用代码“{0}”的校验位不符，有一位填错了。请对照营业执照。",
            "The check character of the unified social credit code “{0}” does not fit: one character is wrong. Compare it with the business licence."),
        [RegistryRefusal.PlacementElsewhere] = new(
            "这些日子里蜂群已登记在别处，什么也没有保存。请看过现在的位置再登记。",
            "On one of these days the colonies are registered elsewhere; nothing was saved. Look at where they stand now, then register."),
        [RegistryRefusal.PlantUnknown] = new(
            "蜜源名录里没有“{0}”。请从列表中选择。", "No plant of the list is called “{0}”. Please choose one from the list."),
        [RegistryRefusal.ApiaryUnknown] = new(
            "您名下没有编号为 {0} 的蜂场。请从“我的蜂场”里选择。", "You have no apiary with the code {0}. Please choose one of your apiaries."),
        [RegistryRefusal.AreaTooManyCorners] = new(
            "边界最多 {0} 个拐点，现在有 {1} 个。请只留大的拐点。", "An edge has {0} corners at most; {1} were given. Keep the large corners only."),
        [RegistryRefusal.AreaTwoCorners] = new(
            "两个点围不成一块地。请只写中心一个点，或沿边界写三个以上的拐点，每行一个。",
            "Two points enclose nothing. Give the middle as one point, or three corners and more along the edge, one a line."),
        [RegistryRefusal.AreaCrossesItself] = new(
            "边界自己交叉了：第 {0} 条边和第 {1} 条边相交。请沿边界依次写拐点。",
            "The edge crosses itself: side {0} meets side {1}. Write the corners in the order in which one walks along the edge."),
        [RegistryRefusal.AreaTooLarge] = new(
            "这块地从一边到另一边超过 {0}°，太大了。请检查有没有一个拐点写错，或分成几块。",
            "The area is more than {0}° from edge to edge. Look for one wrong corner, or divide it."),
        [RegistryRefusal.FilingTaken] = new("这个备案号已经登记过。请核对号码。", "This filing number is registered already. Please check it."),
        [RegistryRefusal.InAnotherBase] = new(
            "这位养蜂人在这段时间属于另一个备案基地。一人同一时间只能属于一个基地，请先在原基地办理退出。",
            "On these days the beekeeper belongs to another filed base. At any time it can be one only; let them leave the other base first."),
        [RegistryRefusal.LicenceTaken] = new(
            "这个养蜂证号已经登记过。请核对号码，或在名录里查找这位养蜂人。",
            "This licence number is registered already. Check the number, or look the beekeeper up in the register."),
    };
}
