using System.Globalization;

namespace BeeTrace.Core.Trade;

/// <summary>What is counted: masses as they stand in the declaration, or made comparable, or money.</summary>
public enum ShareBasis
{
    /// <summary>Mass as declared, fresh and powder simply added.</summary>
    DeclaredMass,

    /// <summary>Fresh royal jelly plus three times the powder, as <see cref="Trade.FreshEquivalent"/> computes.</summary>
    FreshEquivalent,

    /// <summary>Value; the unit names currency and terms (<c>CNY FOB</c>).</summary>
    Value,
}

/// <summary>Which movement is counted.</summary>
public enum ShareFlow
{
    Export,
    Import,

    /// <summary>What was made, sold or not.</summary>
    Production,
}

/// <summary>By which place a quantity is put down to a county or a country. Customs knows the first two, and they differ.</summary>
public enum ShareAttribution
{
    /// <summary>收发货人注册地: where the exporter is registered.</summary>
    ExporterRegistration,

    /// <summary>境内货源地: where the goods were made.</summary>
    PlaceOfProduction,

    /// <summary>Where they passed customs.</summary>
    PlaceOfCustoms,
}

/// <summary>
/// What a quantity means. A share is a number only when part and whole mean the same in every point; a percentage
/// without its definition is a claim, not a figure.
/// </summary>
/// <param name="ProductScope">The products counted, such as <c>RJ</c>.</param>
/// <param name="Basis">What is counted of them.</param>
/// <param name="Flow">Which movement.</param>
/// <param name="Attribution">
/// By which place; null for a whole nation's total, which every attribution makes alike, since each ton has one registered exporter, one place of
/// production and one place of customs in the nation.
/// </param>
/// <param name="From">First day of the period.</param>
/// <param name="To">Last day of the period.</param>
/// <param name="Unit">The unit, such as <c>t</c>.</param>
public sealed record ShareDefinition(
    string ProductScope, ShareBasis Basis, ShareFlow Flow, ShareAttribution? Attribution, DateOnly From, DateOnly To, string Unit)
{
    /// <summary>A definition for a calendar year.</summary>
    public static ShareDefinition ForYear(string productScope, ShareBasis basis, ShareFlow flow, ShareAttribution? attribution, int year, string unit) =>
        new(productScope, basis, flow, attribution, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), unit);

    /// <summary>The same for the same days of the year before; the last of February stays the last of February.</summary>
    public ShareDefinition YearBefore()
    {
        return this with { From = YearBefore(From), To = YearBefore(To) };

        static DateOnly YearBefore(DateOnly day) => day.AddDays(1).Day == 1 ? day.AddDays(1).AddYears(-1).AddDays(-1) : day.AddYears(-1);
    }

    /// <summary>Where the two differ, each a sentence's part for people; empty when they mean the same.</summary>
    public IReadOnlyList<Bilingual> DifferencesFrom(ShareDefinition other)
    {
        var differences = new List<Bilingual>();
        if (ProductScope != other.ProductScope)
            differences.Add(Difference(new("产品范围", "product scope"), new(ProductScope, ProductScope), new(other.ProductScope, other.ProductScope)));
        if (Basis != other.Basis)
            differences.Add(Difference(new("计量基准", "basis"), Basis.Name(), other.Basis.Name()));
        if (Flow != other.Flow)
            differences.Add(Difference(new("流向", "flow"), Flow.Name(), other.Flow.Name()));
        if (Attribution is { } here && other.Attribution is { } there && here != there)
            differences.Add(Difference(new("归属口径", "attribution"), here.Name(), there.Name()));
        if (From != other.From || To != other.To)
            differences.Add(Difference(new("期间", "period"), PeriodText(), other.PeriodText()));
        if (Unit != other.Unit)
            differences.Add(Difference(new("单位", "unit"), new(Unit, Unit), new(other.Unit, other.Unit)));
        return differences;
    }

    /// <summary>The definition in one line, to stand under every percentage.</summary>
    public Bilingual Describe()
    {
        var (period, basis, flow, whose) = (PeriodText(), Basis.Name(), Flow.Name(), AttributionText());
        return new(
            $"{ProductScope}，{basis.Zh}，{flow.Zh}，{whose.Zh}，{period.Zh}，{Unit}",
            $"{ProductScope}, {basis.En}, {flow.En}, {whose.En}, {period.En}, {Unit}");
    }

    private static Bilingual Difference(Bilingual what, Bilingual here, Bilingual there) =>
        new($"{what.Zh}不同：{here.Zh}，{there.Zh}", $"{what.En} differs: {here.En}, {there.En}");

    private Bilingual AttributionText() => Attribution?.Name() is { } place ? new($"按{place.Zh}", $"by {place.En}") : new("全国合计", "national total");

    private Bilingual PeriodText()
    {
        var isYear = From is { Month: 1, Day: 1 } && To == new DateOnly(From.Year, 12, 31);
        var text = isYear
            ? From.Year.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{From:yyyy-MM-dd}/{To:yyyy-MM-dd}");
        return isYear ? new($"{text}年", text) : new(text, text);
    }
}

/// <summary>The names for people of what a definition is made of.</summary>
public static class ShareNames
{
    public static Bilingual Name(this ShareBasis basis) => basis switch
    {
        ShareBasis.DeclaredMass => new("申报重量", "mass as declared"),
        ShareBasis.FreshEquivalent => new("折鲜重量", "fresh equivalent"),
        ShareBasis.Value => new("金额", "value"),
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, message: null),
    };

    public static Bilingual Name(this ShareFlow flow) => flow switch
    {
        ShareFlow.Export => new("出口", "exports"),
        ShareFlow.Import => new("进口", "imports"),
        ShareFlow.Production => new("产量", "production"),
        _ => throw new ArgumentOutOfRangeException(nameof(flow), flow, message: null),
    };

    public static Bilingual Name(this ShareAttribution attribution) => attribution switch
    {
        ShareAttribution.ExporterRegistration => new("出口企业注册地", "registered place of the exporter"),
        ShareAttribution.PlaceOfProduction => new("境内货源地", "place of production"),
        ShareAttribution.PlaceOfCustoms => new("报关地", "place of customs"),
        _ => throw new ArgumentOutOfRangeException(nameof(attribution), attribution, message: null),
    };
}
