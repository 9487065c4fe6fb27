using System.Globalization;
using BeeTrace.Core;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using BeeTrace.Web.Lab;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Certificates;

/// <summary>Gathers what a certificate states, from the frozen evaluations and the counts; nothing is typed in.</summary>
internal static class CertificateFacts
{
    public static async Task<BatchTestContent> OfBatchAsync(BeeTraceDb db, Sample sample, CancellationToken cancel)
    {
        var lot = await db.Lots.AsNoTracking().SingleAsync(l => l.Id == sample.LotId, cancel);
        var firm = await db.Firms.AsNoTracking().SingleAsync(f => f.Id == sample.FirmId, cancel);
        var product = await db.Products.AsNoTracking().SingleAsync(p => p.Code == sample.Product, cancel);
        var county = await (
            from apiary in db.Apiaries.AsNoTracking()
            where apiary.Id == lot.ApiaryId
            join c in db.Counties on apiary.County equals c.Code
            select c).SingleAsync(cancel);
        var plant = lot.NectarSource is null ? null : await db.Plants.AsNoTracking().SingleAsync(p => p.LatinName == lot.NectarSource, cancel);
        var evaluation = await db.Evaluations.AsNoTracking().Include(e => e.Items)
            .Where(e => e.SampleId == sample.Id && e.Market == LimitCatalogue.HomeMarket)
            .NewestFirst().FirstAsync(cancel);
        var analytes = await db.Analytes.AsNoTracking().ToDictionaryAsync(a => a.Code, cancel);
        var standards = (await db.Standards.AsNoTracking().ToListAsync(cancel)).ToDictionary(s => s.Citation, s => s.Name, StringComparer.Ordinal);

        return new BatchTestContent
        {
            Firm = new NamedCode(firm.CreditCode, firm.Name),
            Lot = lot.Code.ToString(),
            LotMassKg = lot.MassKg.ToString("0.000###", CultureInfo.InvariantCulture),
            Product = new NamedCode(product.Code, product.Name),
            HarvestedOn = lot.HarvestedOn,
            NectarSource = plant is null ? null : new NamedCode(plant.LatinName, plant.Name),
            Species = lot.Species.LatinName(),
            County = new NamedCode(county.Code, county.Name),
            Sample = sample.Code.ToString(),
            Basis = sample.Basis.ToString(),
            Grade = sample.Grade,
            DrawnOn = sample.DrawnOn,
            ReceivedOn = sample.ReceivedOn,
            ApprovedOn = sample.ApprovedOn!.Value,
            Market = evaluation.Market,
            ProfileVersion = evaluation.ProfileVersion,
            Rule = evaluation.Rule.Code(),
            Verdict = evaluation.Verdict.ToString(),
            Items = [.. evaluation.Items.OrderBy(i => analytes[i.Analyte].Sort).Select(i => Item(i, analytes[i.Analyte], standards))],
        };
    }

    public static async Task<PassRateContent> OfPassRateAsync(
        BeeTraceDb db, IssuePassRate issue, string countyCode, DateTimeOffset now, CancellationToken cancel)
    {
        var scope = new PassRateScope(issue.From, issue.To, issue.Basis, County: countyCode, Firm: issue.Firm);
        var figure = await PassRateQueries.CountAsync(db, scope, cancel);
        var samples = db.Samples.AsNoTracking().Where(s => s.DrawnOn >= issue.From && s.DrawnOn <= issue.To && s.Basis == issue.Basis && s.County == countyCode
            && (issue.Firm == null || s.FirmId == issue.Firm) && (s.Verdict == Verdict.Pass || s.Verdict == Verdict.Fail));
        var evaluations = db.Evaluations.AsNoTracking()
            .Where(e => e.Market == LimitCatalogue.HomeMarket && samples.Any(s => s.Id == e.SampleId)
                && !db.Evaluations.Any(newer => newer.SampleId == e.SampleId && newer.Market == e.Market && newer.EvaluatedAt > e.EvaluatedAt));
        var profiles = await evaluations.Select(e => e.ProfileVersion).Distinct().OrderBy(v => v).ToListAsync(cancel);
        var rules = await evaluations.Select(e => e.Rule).Distinct().ToListAsync(cancel);
        var analytes = await db.EvaluationItems.AsNoTracking()
            .Where(i => i.ReadingId != null && evaluations.Any(e => e.Id == i.EvaluationId)).Select(i => i.Analyte).Distinct().CountAsync(cancel);
        var codes = await samples.OrderBy(s => s.DrawnOn).ThenBy(s => s.Code).Select(s => s.Code).ToListAsync(cancel);
        var judged = codes.ConvertAll(c => c.ToString());
        var reports = await db.Database.SqlQuery<string>(
            $"""select r.number as "Value" from lab.reports r join lab.samples s on s.id = r.sample_id where r.state = 'Issued' and s.code = any ({judged}) order by r.number""").ToListAsync(cancel);
        var firm = issue.Firm is null ? null : await db.Firms.AsNoTracking().SingleAsync(f => f.Id == issue.Firm, cancel);
        var county = await db.Counties.AsNoTracking().SingleAsync(c => c.Code == countyCode, cancel);

        return new PassRateContent
        {
            Firm = firm is null ? null : new NamedCode(firm.CreditCode, firm.Name),
            County = new NamedCode(county.Code, county.Name),
            From = issue.From,
            To = issue.To,
            Basis = issue.Basis.ToString(),
            Drawn = figure.Total.Drawn,
            Judged = figure.Total.Rate.Judged,
            Passed = figure.Total.Rate.Passed,
            Inconclusive = figure.Total.Rate.Inconclusive,
            Firms = figure.Total.Firms,
            Bounds = BoundsOf(figure.Total.Rate),
            Profiles = profiles,
            Rule = string.Join(", ", rules.Select(r => r.Code())),
            Analytes = analytes,
            ByProduct = [.. figure.ByProduct.Select(p => new PassRateProduct(
                new NamedCode(p.Product!, p.Name), p.Drawn, p.Rate.Judged, p.Rate.Passed, p.Rate.Inconclusive, BoundsOf(p.Rate)))],
            Samples = judged,
            Reports = reports,
            AsOf = now,
        };
    }

    private static BatchTestItem Item(EvaluationItem item, Analyte analyte, Dictionary<string, Bilingual> standards) => new()
    {
        Analyte = new NamedCode(analyte.Code, analyte.Name),
        Reading = new Bilingual(item.ReadingZh, item.ReadingEn),
        Limit = item.LimitZh is null ? null : new Bilingual(item.LimitZh, item.LimitEn!),
        Standard = item.Standard is { } cited ? standards.GetValueOrDefault(cited, new Bilingual(cited, cited)) : null,
        Clause = item.Clause,
        Method = item.Method,
        Rule = item.Rule.Code(),
        Verdict = item.Verdict.ToString(),
        LimitVerified = item.Verified,
        Why = item.WhyZh is null ? null : new Bilingual(item.WhyZh, item.WhyEn!),
    };

    private static PassRateBounds? BoundsOf(PassRate rate) =>
        rate is { LowerOneSided: { } one, LowerTwoSided: { } low, UpperTwoSided: { } high } ? new PassRateBounds(Text(one), Text(low), Text(high)) : null;

    private static string Text(double share) => share.ToString("F10", CultureInfo.InvariantCulture);
}
