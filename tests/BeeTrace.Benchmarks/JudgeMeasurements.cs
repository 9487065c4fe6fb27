using System.Diagnostics;
using System.Globalization;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Tests.Lab;

namespace BeeTrace.Benchmarks;

/// <summary>
/// Readings judged in a second on one core, under the limits that ship: 30 readings a sample, in China and in the EU. The baselines are
/// what nobody can avoid: to read the same texts, and to compare the same numbers with one bound each.
/// </summary>
internal static class JudgeMeasurements
{
    private const int Samples = 4_000;
    private const int Rounds = 7;

    private static readonly DateOnly Day = new(2026, 5, 20);

    private static readonly (string Analyte, string Text, string Unit)[] Typed =
    [
        ("MOISTURE", "18.2", "%"), ("FRUCTOSE_GLUCOSE", "68.4", "g/100 g"), ("SUCROSE", "4.2", "g/100 g"), ("HMF", "12.5", "mg/kg"),
        ("DIASTASE", "6.1", "DN"), ("ACIDITY", "24", "mL/kg"), ("ASH", "0.21", "%"), ("C4_SUGAR", "1.2", "%"), ("WATER_INSOLUBLE", "0.04", "g/100 g"),
        ("CONDUCTIVITY", "0.42", "mS/cm"), ("ZINC", "3.1", "mg/kg"), ("LEAD", "0.04", "mg/kg"), ("PLATE_COUNT", "120", "CFU/g"), ("COLIFORMS", "<0.3", "MPN/g"),
        ("MOULDS", "<10", "CFU/g"), ("OSMOPHILIC_YEASTS", "20", "CFU/g"), ("SALMONELLA", "ND", "per 25 g"), ("SHIGELLA", "ND", "per 25 g"),
        ("S_AUREUS", "ND", "per 25 g"), ("CHLORAMPHENICOL", "ND(<0.1)", "µg/kg"), ("AOZ", "ND(<0.2)", "µg/kg"), ("AMOZ", "ND(<0.2)", "µg/kg"),
        ("AHD", "ND(<0.2)", "µg/kg"), ("SEM", "0.31", "µg/kg"), ("METRONIDAZOLE", "ND(<0.5)", "µg/kg"), ("TETRACYCLINE", "ND(<5)", "µg/kg"),
        ("AMITRAZ", "31.5", "µg/kg"), ("COUMAPHOS", "4.0", "µg/kg"), ("FLUVALINATE", "11", "µg/kg"), ("GLYPHOSATE", "0.021", "mg/kg"),
    ];

    private static readonly string?[] NectarSources = [null, "Robinia pseudoacacia", "Citrus sinensis", "Castanea sativa", "Brassica napus"];

    public static void Run()
    {
        var limits = LimitTable.Read("seed-data/reference/limits.csv");
        var readings = Array.ConvertAll(Typed, Read);
        var numbers = Array.ConvertAll(readings, reading => reading.Reading.Value ?? reading.Reading.Bound ?? 0m);
        MarketProfile[] markets = [Profile("CN", DecisionRule.CnFull), Profile("EU", DecisionRule.Simple)];
        var facts = Enumerable.Range(0, Samples).Select(at => new JudgedSample(
            "HONEY", NectarSources[at % NectarSources.Length], "Apis mellifera", at % 3 == 0 ? "grade-1" : null, Day)).ToArray();
        var judged = Samples * readings.Length * markets.Length;

        var fresh = PerSecond(judged, () => facts.Sum(sample => markets.Sum(market => Judgement.Judge(sample, readings, market, limits).Items.Count)));
        var grounds = markets.Select(market => new SampleLimits(facts[1], market, limits)).ToList();
        var again = PerSecond(judged, () => facts.Sum(_ => grounds.Sum(ground => ground.Judge(readings).Items.Count)));
        var parse = PerSecond(judged, () => facts.Sum(_ => markets.Sum(_ => Typed.Count(typed => Read(typed).Reading.Kind != ReadingKind.Detected))));
        var compare = PerSecond(judged, () => facts.Sum(_ => markets.Sum(_ => numbers.Count(number => number <= 40m))));

        Measure.Say($"{readings.Length} readings a sample, {markets.Length} markets, {limits.Count} limits, one core, median of {Rounds}");
        Print("judged, every sample with facts of its own", fresh, compare, parse);
        Print("judged, one sample over and over (a sheet)", again, compare, parse);
        Measure.Say($"baseline: the same texts read            {parse,14:#,0} readings/s");
        Measure.Say($"baseline: the same numbers compared      {compare,14:#,0} readings/s");
    }

    private static void Print(string what, double perSecond, double compare, double parse) => Measure.Say(
        $"{what,-42} {perSecond,12:#,0} readings/s   {parse / perSecond:0.0} × the time of reading the texts, {compare / perSecond:0} × of bare comparison");

    private static double PerSecond(int readings, Func<int> work)
    {
        work();
        var seconds = new List<double>(Rounds);
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            if (work() == 0)
                throw new InvalidOperationException("Nothing was done.");
            seconds.Add(watch.Elapsed.TotalSeconds);
        }

        return readings / Measure.Part(seconds, 0.5);
    }

    private static AnalyteReading Read((string Analyte, string Text, string Unit) typed)
    {
        var reading = Reading.Parse(typed.Text, Unit.Parse(typed.Unit).Value, lod: null, loq: null);
        return reading.IsDone ? new AnalyteReading(typed.Analyte, reading.Value) : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{typed}"));
    }

    private static MarketProfile Profile(string market, DecisionRule rule) => new() { Market = market, Version = market + "-measured", Rule = rule };
}
