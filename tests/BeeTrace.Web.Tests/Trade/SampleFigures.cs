using BeeTrace.Core;
using BeeTrace.Core.Trade;
using BeeTrace.Web.Trade;

namespace BeeTrace.Web.Tests.Trade;

/// <summary>An invented year of exports with everything a figure can have: many destinations, something withheld, a year without records.</summary>
internal static class SampleFigures
{
    private static readonly Bilingual Fresh = new("鲜蜂王浆", "Fresh royal jelly");
    private static readonly Bilingual Powder = new("蜂王浆冻干粉", "Freeze-dried royal jelly powder");

    private static readonly (string Code, Bilingual Name, decimal Fresh, decimal? Powder)[] To =
    [
        ("JP", new("日本", "Japan"), 310.25m, 60m), ("DE", new("德国", "Germany"), 90.5m, 20m), ("FR", new("法国", "France"), 70m, 15m), ("US", new("美国", "United States"), 50m, 10.12m),
        ("ES", new("西班牙", "Spain"), 30m, 5m), ("IT", new("意大利", "Italy"), 20m, 4m), ("BE", new("比利时", "Belgium"), 9m, 3m), ("KR", new("韩国", "Republic of Korea"), 6m, 1m), ("NL", new("荷兰", "Netherlands"), 0m, null),
    ];

    public static FigureSheet Sheet()
    {
        var definition = new FigureDefinition
        {
            Code = "rj-mass", NameZh = "蜂王浆及冻干粉出口量", NameEn = "Royal jelly and its powder, exports", ProductScope = "RJ", Basis = ShareBasis.DeclaredMass, Flow = ShareFlow.Export,
            Attribution = ShareAttribution.ExporterRegistration, Unit = "t", Sort = 10,
        };
        var period = FigurePeriod.OfYear(2018);
        var means = definition.Over(period.From, period.To);
        var figure = new ExportFigure(
            period, definition, new("鲜蜂王浆、蜂王浆冻干粉的出口量，2018年。", "Exports of fresh royal jelly and powder, 2018."), 703.87m,
            new NationalFigure(1225.83m, means with { Attribution = null }, new("由同一来源的一对数字推得。", "Derived from two figures of one source."), ImpliedTotal.From(703.87m, 57.42m)), new Share(57.42m, []),
            null, new HandsFigure(11, 61.3m, 1740),
            [new("RJ_FRESH", Fresh, 585.75m, 28.4m), new("RJ_POWDER", Powder, 118.12m, 84.1m)],
            [.. To.Select(t => new FigureLine(t.Code, t.Name, t.Fresh + t.Powder, 31.2m))],
            [.. Enumerable.Range(1, 12).Select(m => new FigureLine($"2018-{m:00}", FigurePeriod.OfMonth(2018, m).Describe(), m == 2 ? null : 58m + m, null))])
        {
            Flows =
            [
                .. To.Where(t => t.Fresh > 0).Select(t => new FigureFlow("RJ_FRESH", Fresh, t.Code, t.Name, t.Fresh)),
                .. To.Select(t => new FigureFlow("RJ_POWDER", Powder, t.Code, t.Name, t.Powder)),
            ],
        };
        return new FigureSheet(new("桐庐县", "Tonglu County"), figure, [(2014, 512m), (2015, 640.5m), (2017, 690.1m), (2018, 703.87m)], ForOffice: false);
    }
}
