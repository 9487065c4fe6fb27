using BeeTrace.Core;
using BeeTrace.Core.Lab;

namespace BeeTrace.Web.Lab;

/// <summary>What sampling records and custody refuse, as sentences.</summary>
internal static class SamplingRefusalText
{
    public static IReadOnlyDictionary<string, Bilingual> Sentences { get; } = new Dictionary<string, Bilingual>(StringComparer.Ordinal)
    {
        [SamplingRefusal.FieldMissing] = new("请填写这一项。", "Please fill this in."),
        [SamplingRefusal.NamedFieldMissing] = new("请填写：{0}。", "Please fill in: {0}."),
        [SamplingRefusal.TextTooLong] = new("文字太长，最多 {0} 个字。", "The text is too long; at most {0} characters."),
        [SamplingRefusal.NumberUnreadable] = new("“{0}”读不成数字。小数点用句点，不写单位。", "“{0}” cannot be read as a number. Use a point for decimals and leave the unit out."),
        [SamplingRefusal.QuantityOutside] = new("数量要大于 0，最多 {0}。请检查小数点和单位。", "The quantity lies above 0 and at most at {0}. Check the decimal point and the unit."),
        [SamplingRefusal.TemperatureOutside] = new("温度应在 {0} 到 {1} °C 之间。", "A temperature lies between {0} and {1} °C."),
        [SamplingRefusal.TimeUnreadable] = new("“{0}”读不成时间。请写成 14:30。", "“{0}” cannot be read as a time. Write it as 14:30."),
        [SamplingRefusal.SamplersAreOne] = new("两名抽样员不能是同一个人。", "The two samplers must be two people."),
        [SamplingRefusal.SecondUnknown] = new("请从名单中选择另一名抽样员。", "Choose the second sampler from the list."),
        [SamplingRefusal.SealsAreOne] = new("检样和备样的封条号不能相同。", "The two portions cannot bear the same seal."),
        [SamplingRefusal.SecondNotSigned] = new("抽样单还缺第二名抽样员的签字。请他先用自己的账号会签，再收样。", "The sampling record still lacks the second sampler’s signature. Let them sign under their own account, then receive the sample."),
        [SamplingRefusal.NotYoursToSign] = new("这张抽样单不等您会签。", "This record does not wait for your signature."),
        [SamplingRefusal.NoRecord] = new("样品 {0} 没有抽样单。", "Sample {0} has no sampling record."),
        [SamplingRefusal.PortionGone] = new("没有这份样品，或者已经处置。", "There is no such portion, or it is gone."),
        [SamplingRefusal.CustodyOutOfOrder] = new("上一次流转在 {0}，这一次不能更早。请检查电脑的时间。", "The last step was at {0}; this one cannot be earlier. Check the computer’s clock."),
        [SamplingRefusal.CustodyInFuture] = new("时间还没有到。", "That moment is still to come."),
        [SamplingRefusal.SealUnexplained] = new("封条破损或换过，请写明原因。", "The seal is broken or another one: say why."),
        [SamplingRefusal.SealBrokenAtReception] = new("封条破损的样品不收，请按“封样破损”拒收。", "A sample with a broken seal is not received: reject it as “seal broken”."),
        [SamplingRefusal.KeptUntil] = new("备样要保存到 {0}，现在不能处置。", "The re-test portion has to be kept until {0}; it cannot be disposed of now."),
        [SamplingRefusal.AnalystUnknown] = new("请从名单中选择检验员。", "Choose the analyst from the list."),
        [SamplingRefusal.PhotosFull] = new("一个样品最多存 {0} 张照片。", "A sample keeps {0} pictures at most."),
    };
}
