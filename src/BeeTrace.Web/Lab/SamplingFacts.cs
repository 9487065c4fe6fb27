using System.Globalization;
using BeeTrace.Core;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Shell.Display;

namespace BeeTrace.Web.Lab;

/// <summary>One field of a sampling record with what was written there.</summary>
public sealed record SamplingFact(Bilingual Label, Bilingual Value);

/// <summary>Some fields under one heading.</summary>
public sealed record SamplingGroup(Bilingual Caption, IReadOnlyList<SamplingFact> Facts);

/// <summary>A sampling record as labelled fields, the same on the screen and on paper.</summary>
public static class SamplingFacts
{
    /// <summary>The groups of the record; a field that nobody filled in is left out.</summary>
    /// <exception cref="InvalidOperationException">The sample has no record.</exception>
    public static IReadOnlyList<SamplingGroup> Of(SampledSheet sheet)
    {
        var record = sheet.Record ?? throw new InvalidOperationException("The sample has no sampling record.");
        var sample = sheet.Sample;
        return
        [
            Group(
                SamplingText.What,
                (LabText.SampleCode, Said(sample.Code.ToString())), (LabText.Lot, Said(sheet.Lot.ToString())), (LabText.Product, sheet.Product),
                (LabText.Basis, LabText.Of(sample.Basis)), (Plain(SamplingText.TaskSource), Said(record.TaskSource)),
                (LabText.Grade, sample.Grade is { } grade ? LabText.GradeName(grade) : null),
                (Plain(SamplingText.States), sample.States.Length == 0 ? null : Joined([.. sample.States.Select(SamplingText.Of)])),
                (LabText.Nectar, sheet.Nectar is { } nectar && nectar.En != sheet.NectarLatin ? new Bilingual($"{nectar.Zh} {sheet.NectarLatin}", $"{nectar.En} ({sheet.NectarLatin})") : sheet.Nectar ?? Said(sheet.NectarLatin)),
                (SamplingText.Species, Said(sheet.Species)), (SamplingText.HarvestedOn, Said(Days.Short(sheet.HarvestedOn)))),
            Group(
                SamplingText.Where,
                (SamplingText.At, Said(Days.Moment(record.DrawnAt) + " +08:00")), (SamplingText.Stage, PlanText.Of(record.Stage)), (SamplingText.Address, Said(record.Place)),
                (Plain(SamplingText.Position), Said(record is { Latitude: { } latitude, Longitude: { } longitude } ? $"{Number(latitude)}, {Number(longitude)} (WGS 84)" : null)),
                (Plain(SamplingText.Unit), Said(record.SampledUnit)), (Plain(SamplingText.Licence), Said(record.UnitLicence)),
                (Plain(SamplingText.Contact), Said(record.UnitContact)), (Plain(SamplingText.Producer), Said(record.Producer))),
            Group(
                SamplingText.HowMuch,
                (SamplingText.LotSize, Said($"{Number(record.LotSize)} {record.LotSizeUnit}")), (SamplingText.SampleG, Said(Number(record.SampleG))),
                (SamplingText.Seal, Said(record.Seal)), (SamplingText.ReTestG, Said(record.ReTestG is { } grams ? Number(grams) : null)),
                (SamplingText.ReTestSeal, Said(record.ReTestSeal)), (Plain(SamplingText.Temperature), Said(record.TemperatureC is { } degrees ? Number(degrees) : null)),
                (Plain(SamplingText.Method), Said(record.Method)), (Plain(SamplingText.Container), Said(record.Container))),
            Group(
                Plain(SamplingText.LabelSays),
                (SamplingText.Brand, Said(record.Brand)), (SamplingText.Specification, Said(record.Specification)), (SamplingText.Packaging, Said(record.Packaging)),
                (SamplingText.LabelBatch, Said(record.LabelBatch)), (SamplingText.ShelfLife, Said(record.ShelfLife)), (SamplingText.Storage, Said(record.Storage)),
                (SamplingText.DeclaredStandard, Said(record.DeclaredStandard))),
            Group(
                SamplingText.Party,
                (SamplingText.FirstSampler, Said(sheet.People.GetValueOrDefault(sample.DrawnBy))), (SamplingText.Second, SecondSampler(sheet, record)),
                (SamplingText.PartyName, Said(record.PartyName)), (SamplingText.PartySigned, SamplingText.Of(record.PartySignature)),
                (SamplingText.RefusalNote, Said(record.RefusalNote)), (Plain(SamplingText.Remarks), Said(record.Remarks))),
        ];
    }

    private static Bilingual? SecondSampler(SampledSheet sheet, SamplingRecord record)
    {
        if (record.SecondSampler is not { } second)
            return null;
        var state = record.SecondSignedAt is { } at ? SamplingText.SignedAt(Days.Moment(at)) : SamplingText.AwaitsOther;
        var name = sheet.People.GetValueOrDefault(second, "–");
        return new Bilingual($"{name}（{state.Zh}）", $"{name} ({state.En})");
    }

    private static SamplingGroup Group(Bilingual caption, params (Bilingual Label, Bilingual? Value)[] facts) =>
        new(caption, [.. facts.Where(fact => fact.Value is not null).Select(fact => new SamplingFact(fact.Label, fact.Value!.Value))]);

    private static Bilingual? Said(string? text) => string.IsNullOrEmpty(text) ? null : new Bilingual(text, text);

    private static Bilingual Joined(IReadOnlyList<Bilingual> texts) => new(string.Join('、', texts.Select(text => text.Zh)), string.Join(", ", texts.Select(text => text.En)));

    /// <summary>A label without its note that the field may stay empty.</summary>
    private static Bilingual Plain(Bilingual label) => new(Before(label.Zh, '（'), Before(label.En, '('));

    private static string Before(string text, char bracket) => text.IndexOf(bracket, StringComparison.Ordinal) is > 0 and var at ? text[..at].TrimEnd() : text;

    private static string Number(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);
}
