using System.Globalization;
using BeeTrace.Core;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Registry;
using BeeTrace.Core.Reports;
using BeeTrace.Web.Certificates;
using BeeTrace.Web.Data;
using BeeTrace.Web.Lab;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Reports;

/// <summary>Gathers what a report states from the frozen evaluation, the readings and the register.</summary>
internal sealed class ReportFacts(
    Work work, Sample sample, LaboratoryVersion laboratory, IReadOnlyList<EnteredReading> readings, IReadOnlyDictionary<string, Analyte> analytes,
    IReadOnlyList<Standard> standards, IReadOnlyList<Method> methods)
{
    public static async Task<ReportFacts> OfAsync(Work work, Sample sample, LaboratoryVersion laboratory, CancellationToken cancel) => new(
        work, sample, laboratory,
        await CurrentReadings.Of(work.Db, sample.Id).ToListAsync(cancel),
        await work.Db.Analytes.AsNoTracking().ToDictionaryAsync(a => a.Code, cancel),
        await work.Db.Standards.AsNoTracking().ToListAsync(cancel),
        await work.Db.Methods.AsNoTracking().Where(m => m.Product == sample.Product).ToListAsync(cancel));

    /// <summary>The content of a report that nobody has signed yet; refuses a market without a profile on the sampling day.</summary>
    public async Task<Outcome<ReportContent>> ContentAsync(
        ReportNumber number, PrepareReport prepare, Evaluation home, ReportNumber? replaces, bool demo, CancellationToken cancel)
    {
        var db = work.Db;
        var others = new List<ReportMarket>();
        foreach (var market in prepare.Markets.Distinct(StringComparer.Ordinal).Where(market => market != LimitCatalogue.HomeMarket))
        {
            if (await SampleJudge.JudgeAsync(db, sample, readings, market, cancel) is not { } judged)
                return new Refusal(ReportRefusal.NoProfile, nameof(prepare.Markets), market, sample.DrawnOn);
            others.Add(await MarketAsync(SampleJudge.Freeze(judged, sample.Id, readings, work), cancel));
        }

        var lot = await db.Lots.AsNoTracking().SingleAsync(l => l.Id == sample.LotId, cancel);
        var firm = await db.Firms.AsNoTracking().SingleAsync(f => f.Id == sample.FirmId, cancel);
        var tested = TestPeriod.Of(sample.ReceivedOn, sample.ApprovedOn!.Value, [.. readings.Select(r => ChinaTime.DayOf(r.EnteredAt))]);
        return new ReportContent
        {
            Number = number.ToString(),
            Languages = prepare.Languages.ToString(),
            Demo = demo,
            Laboratory = new(laboratory.Name, laboratory.Address, laboratory.Phone, laboratory.Postcode, laboratory.CmaNumber, laboratory.CnasNumber),
            Client = prepare.Client!.Trim(),
            SampledUnit = new NamedCode(firm.CreditCode, firm.Name),
            SampledUnitAddress = firm.Address,
            Producer = string.IsNullOrWhiteSpace(prepare.Producer) ? null : prepare.Producer.Trim(),
            Sample = await SampleAsync(lot, cancel),
            TestedFrom = tested.From,
            TestedTo = tested.To,
            Markets = [await MarketAsync(home, cancel), .. others],
            Regime = prepare.Regime?.ToString(),
            Replaces = replaces?.ToString(),
            Changes = replaces is null ? null : prepare.Changes!.Trim(),
        };
    }

    private async Task<ReportSample> SampleAsync(Core.Trace.Lot lot, CancellationToken cancel)
    {
        var db = work.Db;
        var product = await db.Products.AsNoTracking().SingleAsync(p => p.Code == sample.Product, cancel);
        var plant = lot.NectarSource is null ? null : await db.Plants.AsNoTracking().SingleAsync(p => p.LatinName == lot.NectarSource, cancel);
        var people = await People.NamesAsync(db, [sample.DrawnBy], cancel);
        return new ReportSample
        {
            Code = sample.Code.ToString(),
            Lot = lot.Code.ToString(),
            Product = new NamedCode(product.Code, product.Name),
            Grade = sample.Grade,
            NectarSource = plant is null ? null : new NamedCode(plant.LatinName, plant.Name),
            LotMassKg = lot.MassKg.ToString("0.000###", CultureInfo.InvariantCulture),
            HarvestedOn = lot.HarvestedOn,
            Basis = sample.Basis.ToString(),
            DrawnBy = people.GetValueOrDefault(sample.DrawnBy),
            DrawnOn = sample.DrawnOn,
            ReceivedOn = sample.ReceivedOn,
        };
    }

    private async Task<ReportMarket> MarketAsync(Evaluation evaluation, CancellationToken cancel)
    {
        var name = await work.Db.MarketVersions.AsNoTracking()
            .Where(m => m.Market == evaluation.Market && m.Version == evaluation.ProfileVersion)
            .Select(m => new { m.NameZh, m.NameEn }).SingleAsync(cancel);
        var items = evaluation.Items.OrderBy(i => analytes[i.Analyte].Sort).ToList();
        var cited = items.Where(i => i.ReadingId is not null).Select(i => i.Standard).OfType<string>().Distinct();
        return new ReportMarket
        {
            Market = new NamedCode(evaluation.Market, new Bilingual(name.NameZh, name.NameEn)),
            ProfileVersion = evaluation.ProfileVersion,
            Rule = evaluation.Rule.Code(),
            Verdict = evaluation.Verdict.ToString(),
            Standards = [.. cited.Select(Cited)],
            Items = [.. items.Where(i => i.ReadingId is not null).Select(Item)],
            NotTested = [.. items.Where(i => i.ReadingId is null).Select(i => Named(i.Analyte))],
        };
    }

    private ReportItem Item(EvaluationItem item)
    {
        var reading = readings.First(r => r.Analyte == item.Analyte);
        return new ReportItem
        {
            Analyte = Named(item.Analyte),
            Unit = reading.Unit == Core.Lab.Unit.None.Code ? "" : reading.Unit,
            Result = new Bilingual(item.ReadingZh, item.ReadingEn),
            Lod = reading.Kind == ReadingKind.BelowLod ? Text(reading.Lod) : null,
            Uncertainty = Text(reading.Uncertainty),
            Limit = item.LimitZh is null ? null : new Bilingual(item.LimitZh, item.LimitEn!),
            Standard = item.Standard is { } standard ? Cited(standard).Citation : null,
            Clause = item.Clause,
            Method = MethodOf(item.Method),
            Verdict = item.Verdict.ToString(),
            LimitVerified = item.Verified,
            InScope = laboratory.Covers(UsedFor(reading)),
            Why = item.WhyZh is null ? null : new Bilingual(item.WhyZh, item.WhyEn!),
        };
    }

    private Method? UsedFor(EnteredReading reading)
    {
        var day = ChinaTime.DayOf(reading.EnteredAt);
        return methods.Where(m => m.Analyte == reading.Analyte && m.Code == reading.Method && m.IsUsedOn(day)).MaxBy(m => m.EnteredAt);
    }

    private NamedCode Named(string analyte) => new(analyte, analytes[analyte].Name);

    private ReportStandard Cited(string citation) => standards.FirstOrDefault(s => s.Citation == citation) is { } standard
        ? new(standard.Name, standard.Title)
        : new(new Bilingual(citation, citation), new Bilingual("", ""));

    /// <summary>The method with its edition where it was entered without one and the catalogue knows a single one.</summary>
    private string? MethodOf(string? entered) => standards.Where(s => s.Code == entered).ToList() is [var only] ? only.Citation : entered;

    private static string? Text(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);
}
