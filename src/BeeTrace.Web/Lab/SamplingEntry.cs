using System.Globalization;
using BeeTrace.Core;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using BeeTrace.Web.Registry;

namespace BeeTrace.Web.Lab;

/// <summary>A sampling record as it was typed at the spot.</summary>
public sealed class SamplingEntry : TypedEntry
{
    private static readonly string[] Times = ["HH:mm", "H:mm", "HHmm", "HH:mm:ss"];

    private static readonly string[] InOrder =
    [
        nameof(LotCode), nameof(Basis), nameof(TaskSource), nameof(Grade), nameof(DrawnOn), nameof(DrawnTime), nameof(Stage), nameof(Address), nameof(Place),
        nameof(SampledUnit), nameof(UnitLicence), nameof(UnitContact), nameof(Producer), nameof(LotSize), nameof(LotSizeUnit), nameof(SampleG), nameof(Seal),
        nameof(ReTestG), nameof(ReTestSeal), nameof(TemperatureC), nameof(Method), nameof(Container), nameof(Brand), nameof(Specification), nameof(Packaging),
        nameof(LabelBatch), nameof(ShelfLife), nameof(Storage), nameof(DeclaredStandard), nameof(SecondSampler), nameof(PartyName), nameof(PartySignature),
        nameof(RefusalNote), nameof(Remarks),
    ];

    public string? LotCode { get; set; }

    public string? Basis { get; set; }

    public string? TaskSource { get; set; }

    public string? Grade { get; set; }

    /// <summary><c>true</c> where declared.</summary>
    public string? Bakers { get; set; }

    /// <inheritdoc cref="Bakers"/>
    public string? Pressed { get; set; }

    /// <inheritdoc cref="Bakers"/>
    public string? Tropical { get; set; }

    public string? DrawnOn { get; set; }

    public string? DrawnTime { get; set; }

    public string? Stage { get; set; }

    public string? Address { get; set; }

    /// <summary>Coordinates, as the phone gave them or as they were typed.</summary>
    public string? Place { get; set; }

    /// <summary>Metres within which the phone was sure; not kept.</summary>
    public string? Accuracy { get; set; }

    /// <summary>Always that of the phone.</summary>
    public string? Datum { get; set; }

    public string? SampledUnit { get; set; }

    public string? UnitLicence { get; set; }

    public string? UnitContact { get; set; }

    public string? Producer { get; set; }

    public string? LotSize { get; set; }

    public string? LotSizeUnit { get; set; }

    public string? SampleG { get; set; }

    public string? ReTestG { get; set; }

    public string? Seal { get; set; }

    public string? ReTestSeal { get; set; }

    public string? TemperatureC { get; set; }

    public string? Method { get; set; }

    public string? Container { get; set; }

    public string? Brand { get; set; }

    public string? Specification { get; set; }

    public string? Packaging { get; set; }

    public string? LabelBatch { get; set; }

    public string? ShelfLife { get; set; }

    public string? Storage { get; set; }

    public string? DeclaredStandard { get; set; }

    public string? SecondSampler { get; set; }

    public string? PartyName { get; set; }

    public string? PartySignature { get; set; }

    public string? RefusalNote { get; set; }

    public string? Remarks { get; set; }

    /// <summary>The record that was typed, and why some of it could not be read.</summary>
    public (DrawSample Draw, WriteRecord Record, IReadOnlyList<Refusal> Unread) Read()
    {
        var unread = new List<Refusal>();
        var day = Day(DrawnOn, nameof(DrawnOn), unread);
        if (day is null && unread.Count == 0)
            unread.Add(new(SamplingRefusal.FieldMissing, nameof(DrawnOn)));
        var time = ReadTime(unread);
        if (string.IsNullOrWhiteSpace(LotCode))
            unread.Add(new(SamplingRefusal.FieldMissing, nameof(LotCode)));
        var basis = Choice<SamplingBasis>(Basis);
        if (basis is null)
            unread.Add(new(SamplingRefusal.FieldMissing, nameof(Basis)));
        TypedCoordinates? at = null;
        if (!string.IsNullOrWhiteSpace(Place))
        {
            var place = CoordinateText.Parse(Place, nameof(Place));
            unread.AddRange(place.Refusals);
            at = place.IsDone ? place.Value : null;
        }

        var record = new WriteRecord
        {
            TaskSource = Words(TaskSource),
            DrawnAt = day is { } on && time is { } clock ? new DateTimeOffset(on, clock, ChinaTime.Offset).ToUniversalTime() : null,
            Stage = Choice<SamplingStage>(Stage),
            Place = Words(Address),
            Latitude = at?.Latitude,
            Longitude = at?.Longitude,
            SampledUnit = Words(SampledUnit),
            UnitLicence = Words(UnitLicence),
            UnitContact = Words(UnitContact),
            Producer = Words(Producer),
            Brand = Words(Brand),
            Specification = Words(Specification),
            Packaging = Words(Packaging),
            LabelBatch = Words(LabelBatch),
            ShelfLife = Words(ShelfLife),
            Storage = Words(Storage),
            DeclaredStandard = Words(DeclaredStandard),
            LotSize = Amount(LotSize, nameof(LotSize), unread),
            LotSizeUnit = Words(LotSizeUnit),
            SampleG = Amount(SampleG, nameof(SampleG), unread),
            ReTestG = Amount(ReTestG, nameof(ReTestG), unread),
            Seal = Plain(Seal),
            ReTestSeal = Plain(ReTestSeal),
            TemperatureC = Amount(TemperatureC, nameof(TemperatureC), unread),
            Method = Words(Method),
            Container = Words(Container),
            Remarks = Words(Remarks),
            SecondSampler = Guid.TryParse(SecondSampler, out var second) ? new AccountId(second) : null,
            PartyName = Words(PartyName),
            PartySignature = Choice<PartySignature>(PartySignature),
            RefusalNote = Words(RefusalNote),
        };
        // A day or basis that could not be read is refused above; it must not be refused a second time as wrong.
        return (new DrawSample(new SampleId(Key()), Plain(LotCode) ?? "", basis ?? default, Plain(Grade), day ?? default, States()), record, unread);
    }

    /// <summary>Every reason once, in the order of the form, under the input that it belongs to.</summary>
    public static IReadOnlyList<Refusal> Reasons(IReadOnlyList<Refusal> unread, IReadOnlyList<Refusal> refused) =>
        [
            .. Reasons(unread, [.. refused.Select(OnThisForm).Where(reason => reason.Field != nameof(DrawnOn) || unread.All(known => known.Field != nameof(DrawnTime)))], InOrder)
                .Select(Named),
        ];

    /// <summary>A dozen times "please fill this in" at the top of the form would help nobody: each says what.</summary>
    private static Refusal Named(Refusal refusal) => refusal.Code == SamplingRefusal.FieldMissing && LabelOf(refusal.Field) is { } label
        ? new Refusal(SamplingRefusal.NamedFieldMissing, refusal.Field, label)
        : refusal;

    private static Bilingual? LabelOf(string? field) => field switch
    {
        nameof(LotCode) => LabText.Lot,
        nameof(Basis) => LabText.Basis,
        nameof(DrawnOn) => LabText.DrawnOn,
        nameof(DrawnTime) => SamplingText.DrawnTime,
        nameof(Stage) => SamplingText.Stage,
        nameof(Address) => SamplingText.Address,
        nameof(LotSize) => SamplingText.LotSize,
        nameof(LotSizeUnit) => SamplingText.LotSizeUnit,
        nameof(SampleG) => SamplingText.SampleG,
        nameof(ReTestG) => SamplingText.ReTestG,
        nameof(Seal) => SamplingText.Seal,
        nameof(ReTestSeal) => SamplingText.ReTestSeal,
        nameof(SecondSampler) => SamplingText.Second,
        nameof(PartyName) => SamplingText.PartyName,
        nameof(PartySignature) => SamplingText.PartySigned,
        nameof(RefusalNote) => SamplingText.RefusalNote,
        _ => null,
    };

    private static Refusal OnThisForm(Refusal refusal) => refusal.Field switch
    {
        nameof(WriteRecord.DrawnAt) => refusal with { Field = nameof(DrawnOn) },
        nameof(WriteRecord.Place) => refusal with { Field = nameof(Address) },
        _ => refusal,
    };

    private TimeOnly? ReadTime(List<Refusal> unread)
    {
        var text = Plain(DrawnTime)?.Replace('：', ':');
        if (string.IsNullOrEmpty(text))
            unread.Add(new(SamplingRefusal.FieldMissing, nameof(DrawnTime)));
        else if (TimeOnly.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time;
        else
            unread.Add(new(SamplingRefusal.TimeUnreadable, nameof(DrawnTime), text.Length <= 20 ? text : text[..20] + "…"));
        return null;
    }

    internal static decimal? Amount(string? typed, string field, List<Refusal> unread)
    {
        var text = Plain(typed)?.Replace('−', '-');
        if (string.IsNullOrEmpty(text))
            return null;
        if (text.Length <= 20 && decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount))
            return amount;
        unread.Add(new(SamplingRefusal.NumberUnreadable, field, text.Length <= 20 ? text : text[..20] + "…"));
        return null;
    }

    private IReadOnlyList<DeclaredState> States() =>
    [
        .. new[] { (Bakers, DeclaredState.Bakers), (Pressed, DeclaredState.Pressed), (Tropical, DeclaredState.TropicalOrigin) }
            .Where(state => state.Item1 == "true").Select(state => state.Item2),
    ];
}

/// <summary>A handing over as it was typed.</summary>
public sealed class HandOverEntry
{
    public string? To { get; set; }

    public string? TemperatureC { get; set; }

    /// <summary>What was typed, and why some of it could not be read.</summary>
    public (string? To, decimal? TemperatureC, IReadOnlyList<Refusal> Unread) Read()
    {
        var unread = new List<Refusal>();
        return (To, SamplingEntry.Amount(TemperatureC, nameof(TemperatureC), unread), unread);
    }
}
