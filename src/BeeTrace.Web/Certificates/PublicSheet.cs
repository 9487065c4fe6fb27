using BeeTrace.Core;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Shell.Display;
using BeeTrace.Web.Shell.Public;
using PublicFact = BeeTrace.Web.Shell.Public.CertificateFact;

namespace BeeTrace.Web.Certificates;

/// <summary>A check's result as the public page shows it.</summary>
public static class PublicSheet
{
    public static CertificateSheet Of(CheckResult result)
    {
        var content = result.Certificate?.Read();
        var things = result.Reasons.Select(reason => new CheckedThing(reason, result.State is CertificateState.Valid or CertificateState.Withdrawn or CertificateState.Replaced))
            .Concat(result.Warnings.Select(warning => new CheckedThing(warning, false))).ToList();
        if (content is null)
            return new CertificateSheet { State = result.State, Number = result.Number ?? "–", Checked = things };

        var certificate = result.Certificate!;
        return new CertificateSheet
        {
            State = result.State,
            Number = content.Number,
            Kind = CertificateComposer.TitleOf(content),
            IssuedOn = content.IssuedOn,
            Issuer = content.Issuer,
            EndedOn = certificate.EndedOn,
            EndReason = certificate.Why,
            ReplacedBy = certificate.Successor,
            // A rate names its subject among its facts.
            IssuedTo = content.BatchTest?.Firm.Name ?? content.Consignment?.Firm.Name,
            LotCode = content.BatchTest?.Lot,
            Facts = [.. FactsOf(content).Select(f => new PublicFact(f.Label, f.Value))],
            Readings = content.BatchTest is null ? [] : [.. content.BatchTest.Items.Select(Reading)],
            Lots = content.Consignment is null ? [] : [.. content.Consignment.Lines.Select(line => new ConsignedLot(line.Lot, line.Product.Name, line.NetMassKg, line.County.Name, line.Certificate))],
            Checked = things,
            Warnings = result.Warnings,
            LookUps = certificate.LookUps,
            Address = content.CheckAddress,
            PdfHref = $"/c/{content.Number}.pdf",
            OriginalHref = certificate.Ending is null ? null : $"/c/{content.Number}.pdf?original=1",
            LogHref = certificate.LogIndex is null ? null : $"/c/{content.Number}.proof",
        };
    }

    private static IEnumerable<CertificateFact> FactsOf(CertificateContent content)
    {
        if (content.BatchTest is { } batch)
            return CertificateComposer.Facts(batch, content).Where(f => f.Label != PaperText.For && f.Label != PaperText.Lot);
        if (content.Consignment is { } consignment)
            return CertificateComposer.Facts(consignment, content).Where(f => f.Label != PaperText.Exporter);

        if (content.Yearbook is { } yearbook)
            return [.. CertificateComposer.Facts(yearbook), new CertificateFact(PaperText.AllFigures, PaperText.FiguresAt(yearbook.Year))];

        var rate = content.PassRate!;
        List<CertificateFact> facts = [.. CertificateComposer.Facts(rate, content)];
        facts.Insert(2, new CertificateFact(
            new Bilingual("结果", "Result"),
            rate.Bounds is { } b
                ? new Bilingual(
                    $"{rate.Judged} 批次中 {rate.Passed} 批次合格，合格率至少 {Numerals.Proportion(double.Parse(b.LowerOneSided, System.Globalization.CultureInfo.InvariantCulture))}（95 % 置信，精确法）",
                    $"{rate.Passed} of {rate.Judged} batches passed; at least {Numerals.Proportion(double.Parse(b.LowerOneSided, System.Globalization.CultureInfo.InvariantCulture))} with 95 % confidence (exact)")
                : new Bilingual($"{rate.Judged} 批次中 {rate.Passed} 批次合格", $"{rate.Passed} of {rate.Judged} batches passed")));
        return facts;
    }

    private static CertificateReading Reading(BatchTestItem item) => new(
        item.Analyte.Name,
        item.Standard is not { } standard ? item.Method ?? "–" : item.LimitVerified ? standard.ToString() : standard + " *",
        item.Reading,
        item.Limit ?? new Bilingual("–", "–"),
        Enum.Parse<Verdict>(item.Verdict));
}
