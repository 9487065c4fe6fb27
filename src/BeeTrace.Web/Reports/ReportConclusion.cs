using BeeTrace.Core;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Certificates;

namespace BeeTrace.Web.Reports;

/// <summary>What may be said of a whole sample: of the tested items alone, item by item where they differ.</summary>
internal static class ReportConclusion
{
    /// <param name="market">The results under one market.</param>
    /// <param name="isDrawn">True where an authority had the sample drawn.</param>
    public static CertificateConclusion Of(ReportMarket market, bool isDrawn)
    {
        var met = Items(market, verdict => verdict.IsPassed());
        var missed = Items(market, verdict => verdict.IsFailed());
        var open = Items(market, verdict => verdict is Verdict.CannotJudge or Verdict.NeedsInput or Verdict.Incomplete);
        List<Bilingual> said = [];
        if (missed.Count > 0)
            said.Add(Misses(missed));
        if (open.Count > 0)
            said.Add(new($"{Zh(open)}无法判定", $"{En(open)} could not be judged"));
        if (met.Count > 0)
            said.Add(Meets(met, onlySome: said.Count > 0));
        if (said.Count == 0)
            said.Add(new("所检项目没有适用的限量，不作判定", "no limit applies to the tested items, so nothing is judged"));
        if (market.NotTested.Count > 0)
            said.Add(new($"本方案要求的{string.Join("、", market.NotTested.Select(n => n.Name.Zh))}未检", $"not tested, though the profile asks for it: {string.Join(", ", market.NotTested.Select(n => n.Name.En))}"));

        var begin = isDrawn ? new Bilingual("经抽样检验，", "Of the sample drawn, ") : new Bilingual("经检验，", "Of the sample tested, ");
        var (word, tone) = Word(missed.Count, open.Count, met.Count);
        return new(word, new(begin.Zh + string.Join("；", said.Select(s => s.Zh)) + "。", begin.En + string.Join("; ", said.Select(s => s.En)) + "."), tone);
    }

    private static (Bilingual Word, CertificateTone Tone) Word(int missed, int open, int met) => (missed, open, met) switch
    {
        ( > 0, _, _) => (new("所检项目不符合", "Tested items do not comply"), CertificateTone.Fail),
        (0, 0, > 0) => (new("所检项目符合", "Tested items comply"), CertificateTone.Pass),
        _ => (new("不作结论", "No conclusion"), CertificateTone.Open),
    };

    private static Bilingual Meets(List<ReportItem> items, bool onlySome)
    {
        var standards = StandardsOf(items);
        return onlySome
            ? new($"其余判定项目符合{standards.Zh}的要求", $"the other judged items comply with {standards.En}")
            : new($"所检项目符合{standards.Zh}的要求", $"the tested items comply with {standards.En}");
    }

    private static Bilingual Misses(List<ReportItem> items)
    {
        var standards = StandardsOf(items);
        return new($"{Zh(items)}不符合{standards.Zh}的要求", $"{En(items)} {(items.Count == 1 ? "does" : "do")} not comply with {standards.En}");
    }

    private static Bilingual StandardsOf(List<ReportItem> items)
    {
        var standards = items.Select(i => i.Standard).OfType<Bilingual>().Distinct().ToList();
        return new(string.Join("、", standards.Select(s => s.Zh)), string.Join(", ", standards.Select(s => s.En)));
    }

    private static List<ReportItem> Items(ReportMarket market, Func<Verdict, bool> wanted) =>
        [.. market.Items.Where(i => wanted(Enum.Parse<Verdict>(i.Verdict)))];

    private static string Zh(List<ReportItem> items) => string.Join("、", items.Select(i => i.Analyte.Name.Zh));

    private static string En(List<ReportItem> items) => string.Join(", ", items.Select(i => i.Analyte.Name.En));
}
