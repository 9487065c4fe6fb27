using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Registry;
using BeeTrace.Core.Trace;
using BeeTrace.Web.Data;
using BeeTrace.Web.Import;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BeeTrace.Web.Tests;

public sealed partial class World
{
    /// <summary>The reference data that every start of the host loads.</summary>
    internal static async Task EnsureReferenceAsync(IServiceProvider services)
    {
        await using (var scope = services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<SeedService>().EnsureReferenceAsync(CancellationToken.None);

        await using var work = await services.GetRequiredService<Database>().OpenAsync(Actor.System);
        if (await work.Db.Products.AnyAsync())
            return;
        const string Market = "CN", Version = "CN-2020.1", Mark = "K";
        var db = work.Db;
        db.Counties.Add(new County
        {
            Code = CountyCode, NameZh = "桐庐县", NameEn = "Tonglu County", ProvinceZh = "浙江省", ProvinceEn = "Zhejiang",
            LatitudeMin = 29.58m, LatitudeMax = 30.10m, LongitudeMin = 119.18m, LongitudeMax = 119.97m, SourceMark = Mark, Source = Mark,
        });
        db.Plants.AddRange(new[] { Rape, Citrus }.Select(name =>
            new Plant { LatinName = name, NameZh = name, NameEn = name, SourceMark = Mark, Source = Mark }));
        db.Products.AddRange(ProductCode.All.Select((code, i) => new Product
        {
            Code = code, NameZh = code, NameEn = code, Scope = code is "RJ_FRESH" or "RJ_POWDER" ? "RJ" : code, Sort = i, SourceMark = Mark, Source = Mark,
        }));
        db.Analytes.AddRange(
            Analyte("SUCROSE", "g/100 g"), Analyte("FRUCTOSE_GLUCOSE", "g/100 g"), Analyte("CHLORAMPHENICOL", "µg/kg"));
        db.Standards.AddRange(Standard("GB 14963", "2011"), Standard("MARA Announcement 250", ""));
        db.MarketVersions.Add(new MarketVersion
        {
            Market = Market, Version = Version, NameZh = "中国", NameEn = "China", Rule = DecisionRule.CnFull,
            ValidFrom = new DateOnly(2020, 1, 1), SourceMark = Mark, Source = Mark,
        });
        await db.SaveChangesAsync();
        foreach (var analyte in new[] { "SUCROSE", "FRUCTOSE_GLUCOSE", "CHLORAMPHENICOL" })
            db.PanelItems.Add(new PanelItem { Market = Market, Version = Version, Product = "HONEY", Analyte = analyte, SourceMark = Mark, Source = Mark });
        db.Limits.AddRange(
            Limit("SUCROSE", Comparator.AtMost, "GB 14963", "2011", "g/100 g", high: 5, nectar: NectarRule.NotIn),
            Limit("SUCROSE", Comparator.AtMost, "GB 14963", "2011", "g/100 g", high: 10, nectar: NectarRule.In),
            Limit("FRUCTOSE_GLUCOSE", Comparator.AtLeast, "GB 14963", "2011", "g/100 g", low: 60),
            Limit("CHLORAMPHENICOL", Comparator.Absent, "MARA Announcement 250", "", "µg/kg", high: 0.1m));
        (await work.CommitAsync()).ShouldBeDone();

        static Analyte Analyte(string code, string unit) =>
            new() { Code = code, NameZh = code, NameEn = code, Unit = unit, Decimals = 1, Nature = AnalyteNature.Measured, SourceMark = Mark };
        static Standard Standard(string code, string edition) => new()
        {
            Code = code, Edition = edition, TitleZh = code, TitleEn = code, Kind = StandardKind.Mandatory, SourceMark = Mark, Source = Mark,
        };
        static Limit Limit(
            string analyte, Comparator comparator, string standard, string edition, string unit, decimal? low = null, decimal? high = null, NectarRule nectar = NectarRule.Any) => new()
            {
                Market = Market, Product = "HONEY", Analyte = analyte, Comparator = comparator, Low = low, High = high, Unit = unit,
                Kind = comparator == Comparator.Absent ? LimitKind.NotDetectable : LimitKind.Quality,
                NectarRule = nectar, NectarSources = nectar == NectarRule.Any ? [] : [Citrus],
                StandardCode = standard, Edition = edition, Clause = "4", Verified = true, SourceMark = Mark, Source = Mark, Active = true,
            };
    }
}
