using System.Globalization;
using BeeTrace.Core;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Registry;
using BeeTrace.Core.Trade;
using BeeTrace.Web.Certificates;
using BeeTrace.Web.Data;
using BeeTrace.Web.Lab;
using BeeTrace.Web.Shell.Display;
using BeeTrace.Web.Shell.Public;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Trade;

/// <summary>Puts the county's year together from the records; nothing on it is typed in.</summary>
public sealed class YearbookComposer(Database database, ExportQueries exports, PassRateQueries passRates)
{
    /// <summary>House rule: classes of yearly sales in yuan, up to and without the next bound; the newspaper tells of firms above 100 million.</summary>
    private static readonly decimal[] SizeBounds = [5_000_000, 20_000_000, 100_000_000];

    /// <summary>The year as it stands now.</summary>
    internal async Task<IReadOnlyList<YearbookSection>> ComposeAsync(int year, Core.Access.Actor actor, CancellationToken cancel)
    {
        var (now, before) = (await CountAsync(year, actor, cancel), await CountAsync(year - 1, actor, cancel));
        var rate = (await passRates.CountAsync(PassRateScope.OfYear(year), actor, cancel)).Total;
        var rateBefore = (await passRates.CountAsync(PassRateScope.OfYear(year - 1), actor, cancel)).Total;
        return
        [
            new(YearbookText.Firms, FirmLines(now, before)),
            new(YearbookText.Exports, await ExportLinesAsync(year, cancel)),
            new(YearbookText.Sampling, RateLines(rate, rateBefore)),
            new(YearbookText.Brands, BrandLines(now, before)),
            new(YearbookText.Nature, NatureLines(now, before)),
        ];
    }

    private static List<YearbookLine> FirmLines(Counted now, Counted before)
    {
        List<YearbookLine> lines =
        [
            Line(YearbookText.FirmCount, now.Firms.Count, before.Firms.Count, YearbookText.ByReturns),
            Line(YearbookText.Sales, FiguresText.Yuan(now.Firms.Sum(f => f.SalesCny)), before.Firms.Count == 0 ? null : FiguresText.Yuan(before.Firms.Sum(f => f.SalesCny)), YearbookText.ByReturns),
            Line(YearbookText.Output, FiguresText.Yuan(now.Firms.Sum(f => f.OutputCny)), before.Firms.Count == 0 ? null : FiguresText.Yuan(before.Firms.Sum(f => f.OutputCny)), YearbookText.OutputDefinition),
        ];
        for (var size = 0; size <= SizeBounds.Length; size++)
        {
            var (low, high) = (size == 0 ? 0 : SizeBounds[size - 1], size == SizeBounds.Length ? decimal.MaxValue : SizeBounds[size]);
            int Count(Counted year) => year.Firms.Count(f => size == SizeBounds.Length ? f.SalesCny > low : f.SalesCny >= low && f.SalesCny <= high && (size == 0 || f.SalesCny > low));
            lines.Add(Line(YearbookText.SizeClass(low, size == SizeBounds.Length ? null : high), Count(now), before.Firms.Count == 0 ? null : Count(before), YearbookText.ByReturns));
        }

        lines.Add(new YearbookLine(
            FiguresText.ChainOutput, now.Chain is { } chain ? FiguresText.Yuan(chain.Value) : YearbookText.NotKnown, before.Chain is { } earlier ? FiguresText.Yuan(earlier.Value) : null,
            now.Chain is { } claim ? new($"{claim.DefinitionZh}；{claim.SourceZh}", $"{claim.DefinitionEn}; {claim.SourceEn}") : YearbookText.NobodyStated));
        return lines;
    }

    private async Task<List<YearbookLine>> ExportLinesAsync(int year, CancellationToken cancel)
    {
        // As the public sees it: what is withheld there is withheld here.
        var lines = new List<YearbookLine>();
        foreach (var definition in await exports.DefinitionsAsync(Core.Access.Actor.Public, cancel))
        {
            if (definition.Attribution != ShareAttribution.ExporterRegistration)
                continue;
            var figure = await exports.FigureAsync(definition, FigurePeriod.OfYear(year), Core.Access.Actor.Public, cancel);
            if (figure is { Amount: 0 })
                continue;
            var unit = FiguresText.UnitOf(definition.Unit);
            lines.Add(new YearbookLine(definition.Name, Amount(figure.Amount, unit), figure.Change is { Before: { } was } ? Amount(was, unit) : null, figure.Text));
            if (definition.Code != ExportQueries.Usual)
                continue;
            lines.Add(new YearbookLine(
                YearbookText.Share, figure.Share?.Percent is { } percent ? Same(Numerals.Percent(percent)) : YearbookText.NoShare, null,
                figure.National is { } national ? new($"全国 {Numerals.Amount(national.Amount, 2)} 吨。{national.Source.Zh}", $"Nation {Numerals.Amount(national.Amount, 2)} t. {national.Source.En}") : FiguresText.NoNationalFigure));
            lines.AddRange(figure.ByProduct.Select(p => new YearbookLine(YearbookText.Of(p.Name), Amount(p.Amount, unit), null, YearbookText.PartOfTheAbove)));
            lines.AddRange(figure.ByDestination.Where(d => !d.IsWithheld).Take(5).Select(d => new YearbookLine(YearbookText.To(d.Name), Amount(d.Amount, unit), null, YearbookText.PartOfTheAbove)));
        }

        return lines.Count > 0 ? lines : [new YearbookLine(YearbookText.Exports, YearbookText.None, null, FiguresText.NoExports)];
    }

    private static List<YearbookLine> RateLines(PassRateRow now, PassRateRow before) =>
    [
        Line(YearbookText.Batches, now.Rate.Judged, before.Rate.Judged == 0 ? null : before.Rate.Judged, YearbookText.RandomOnly),
        Line(YearbookText.Passed, now.Rate.Passed, before.Rate.Judged == 0 ? null : before.Rate.Passed, YearbookText.RandomOnly),
        new(YearbookText.Rate, Rate(now.Rate), before.Rate.Judged == 0 ? null : Rate(before.Rate), now.Rate.Judged == 0 ? FiguresText.NothingJudged : FiguresText.Sentence(now.Rate)),
        Line(YearbookText.SampledFirms, now.Firms, before.Firms == 0 ? null : before.Firms, YearbookText.RandomOnly),
    ];

    private static List<YearbookLine> BrandLines(Counted now, Counted before) =>
    [
        Line(YearbookText.NationalBrands, now.NationalBrands, before.NationalBrands, YearbookText.UpToTheYear),
        Line(YearbookText.ProvincialBrands, now.ProvincialBrands, before.ProvincialBrands, YearbookText.UpToTheYear),
        Line(YearbookText.Standards, now.Standards, before.Standards, YearbookText.UpToTheYear),
        Line(YearbookText.Interns, now.Interns, before.Returns == 0 ? null : before.Interns, YearbookText.ByReturns),
        Line(YearbookText.JointProducts, now.JointProducts, before.Returns == 0 ? null : before.JointProducts, YearbookText.ByReturns),
        Line(YearbookText.Employees, now.Employees, before.Returns == 0 ? null : before.Employees, YearbookText.ByReturns),
    ];

    private static List<YearbookLine> NatureLines(Counted now, Counted before) =>
    [
        Line(YearbookText.Beekeepers, now.Beekeepers, before.Beekeepers, YearbookText.OnRegister),
        Line(YearbookText.Apiaries, now.Apiaries, before.Apiaries, YearbookText.OnRegister),
        Line(YearbookText.Colonies, now.Colonies, before.Colonies, YearbookText.AtYearsEnd),
        Line(YearbookText.NectarSources, now.NectarSources, null, YearbookText.OnRegister),
    ];

    private async Task<Counted> CountAsync(int year, Core.Access.Actor actor, CancellationToken cancel)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var end = new DateOnly(year, 12, 31);
        var returns = db.YearlyReturns.AsNoTracking().Where(r => r.Year == year && r.State == ReturnState.Accepted && r.SupersededBy == null);
        var partners = await returns.SelectMany(r => r.Partners).Select(p => new { p.Interns, p.JointProducts }).ToListAsync(cancel);
        return new Counted(
            await (from y in db.FirmYears.AsNoTracking() join f in db.Firms on y.FirmId equals f.Id where y.Year == year && f.Kind != FirmKind.Laboratory select y).ToListAsync(cancel),
            await db.Claims.AsNoTracking().Where(c => c.Measure == "ChainOutput" && c.From.Year == year).FirstOrDefaultAsync(cancel),
            await db.Honours.CountAsync(h => h.Kind == HonourKind.Brand && h.Level == HonourLevel.National && h.Year <= year, cancel),
            await db.Honours.CountAsync(h => h.Kind == HonourKind.Brand && h.Level == HonourLevel.Provincial && h.Year <= year, cancel),
            await db.DraftedStandards.Where(s => s.Year <= year).Select(s => s.Number).Distinct().CountAsync(cancel),
            await returns.CountAsync(cancel), partners.Sum(p => p.Interns), partners.Sum(p => p.JointProducts), await returns.SumAsync(r => r.Employees ?? 0, cancel),
            await db.Apiaries.Where(a => a.RegisteredOn <= end).Select(a => a.BeekeeperId).Distinct().CountAsync(cancel),
            await db.Apiaries.CountAsync(a => a.RegisteredOn <= end, cancel),
            await db.Placements.Where(p => p.From <= end && (p.Until == null || p.Until > end)).SumAsync(p => p.Colonies, cancel),
            await db.NectarSources.CountAsync(cancel));
    }

    private static Bilingual Amount(decimal? amount, Bilingual unit) => amount is { } value ? new($"{Numerals.Amount(value, 2)} {unit.Zh}", $"{Numerals.Amount(value, 2)} {unit.En}") : FiguresText.Withheld;

    private static Bilingual Rate(PassRate rate) => rate is { LowerOneSided: { } lower, ShowsRatePublicly: true }
        ? new($"{Numerals.Proportion(rate.Rate!.Value)}，至少 {Numerals.Proportion(lower)}", $"{Numerals.Proportion(rate.Rate!.Value)}, at least {Numerals.Proportion(lower)}")
        : Same("–");

    private static YearbookLine Line(Bilingual label, int value, int? before, Bilingual from) => new(label, Same(Numerals.Count(value)), before is { } was ? Same(Numerals.Count(was)) : null, from);

    private static YearbookLine Line(Bilingual label, Bilingual value, Bilingual? before, Bilingual from) => new(label, value, before, from);

    private static Bilingual Same(string text) => new(text, text);

    /// <summary>What the records hold of one year.</summary>
    private sealed record Counted(
        IReadOnlyList<FirmYear> Firms, Claim? Chain, int NationalBrands, int ProvincialBrands, int Standards, int Returns, int Interns, int JointProducts, int Employees,
        int Beekeepers, int Apiaries, int Colonies, int NectarSources);
}
