using System.Globalization;
using BeeTrace.Core.Lab;

namespace BeeTrace.Web.Lab;

/// <summary>A limit while it is typed.</summary>
public sealed class LimitDraft
{
    public string Market { get; set; } = LimitCatalogue.HomeMarket;

    public string Product { get; set; } = "HONEY";

    public string Analyte { get; set; } = "";

    public LimitKind Kind { get; set; }

    public Comparator Comparator { get; set; }

    public string Low { get; set; } = "";

    public string High { get; set; } = "";

    public string Unit { get; set; } = "";

    public NectarRule NectarRule { get; set; }

    public string NectarSources { get; set; } = "";

    public string Species { get; set; } = "";

    public string Grade { get; set; } = "";

    public DeclaredState? State { get; set; }

    public DeclaredState? NotState { get; set; }

    public string StandardCode { get; set; } = "";

    public string Edition { get; set; } = "";

    public string Clause { get; set; } = "";

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public DecisionRule? Rule { get; set; }

    public string Method { get; set; } = "";

    public string Source { get; set; } = "";

    public SourceTrust? Trust { get; set; }

    /// <summary>What stays when a limit is replaced; edition, day and source are for the person to say.</summary>
    public static LimitDraft Of(Limit limit) => new()
    {
        Market = limit.Market, Product = limit.Product, Analyte = limit.Analyte, Kind = limit.Kind, Comparator = limit.Comparator, Low = Written(limit.Low), High = Written(limit.High),
        Unit = limit.Unit, NectarRule = limit.NectarRule, NectarSources = string.Join("; ", limit.NectarSources), Species = limit.Species ?? "", Grade = limit.Grade ?? "",
        State = limit.State, NotState = limit.NotState, StandardCode = limit.StandardCode ?? "", Clause = limit.Clause ?? "", Rule = limit.RuleOverride, Method = limit.Method ?? "",
    };

    private static string Written(decimal? bound) => bound?.ToString(CultureInfo.InvariantCulture) ?? "";

    public TypedLimit ToTyped() => new()
    {
        Market = Market, Product = Product, Analyte = Analyte, Kind = Kind, Comparator = Comparator, Low = Low, High = High, Unit = Unit, NectarRule = NectarRule,
        NectarSources = NectarSources, Species = Species, Grade = Grade, State = State, NotState = NotState, StandardCode = StandardCode, Edition = Edition, Clause = Clause, From = From,
        To = To, RuleOverride = Rule, Method = Method, Source = Source, Trust = Trust,
    };
}
