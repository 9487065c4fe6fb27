using BeeTrace.Core.Lab;

namespace BeeTrace.Web.Lab;

/// <summary>
/// All that a verdict of one sample in one market rests on but the readings: declared facts, profile and limits. Read once with
/// the sheet, so that every keystroke can be judged in memory.
/// </summary>
public sealed record JudgingGround(JudgedSample Facts, MarketOnDay Market)
{
    private SampleLimits? _limits;

    // A copy with other facts works its limits out anew.
    private JudgingGround(JudgingGround other) => (Facts, Market) = (other.Facts, other.Market);

    public SampleJudgement Judge(IReadOnlyList<AnalyteReading> readings) =>
        (_limits ??= new SampleLimits(Facts, Market.Profile, Market.Limits)).Judge(readings);

    /// <summary>One reading, judged alone.</summary>
    public ItemJudgement Judge(string analyte, Reading reading) => Judge([new AnalyteReading(analyte, reading)]).Items[0];

    /// <summary>
    /// The limit that will decide on an analyte, before anybody has read anything; null where there is none. Asked with the
    /// reading "detected", which every kind of limit takes, so that Core alone chooses among limits.
    /// </summary>
    public ItemJudgement LimitOf(Analyte analyte) => Judge(analyte.Code, Reading.Parse("detected", Unit.Parse(analyte.Unit).Value, lod: null, loq: null).Value);
}
