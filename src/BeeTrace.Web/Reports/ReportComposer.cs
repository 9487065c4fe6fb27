using System.Globalization;
using System.Text;
using BeeTrace.Core;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Reports;
using BeeTrace.Web.Certificates;
using BeeTrace.Web.Lab;
using BeeTrace.Web.Shell.Display;

namespace BeeTrace.Web.Reports;

/// <summary>Turns the facts of a report into the words of the paper. The same content gives the same document.</summary>
public static class ReportComposer
{
    public static ReportDocument Compose(ReportContent content, string json)
    {
        var home = content.Markets[0];
        var isDrawn = Basis(content).IsOfficial();
        return new ReportDocument
        {
            Languages = Enum.Parse<ReportLanguages>(content.Languages),
            Number = content.Number,
            Title = ReportPaperText.Title,
            Laboratory = Laboratory(content),
            IssuedOn = content.IssuedOn,
            Replaces = content.Replaces is { } replaces ? ReportPaperText.Replaces(replaces, content.Changes ?? "") : null,
            Sections = [Parties(content), Sample(content), OfLaboratory(content), OfBasis(home)],
            Conclusion = ReportConclusion.Of(home, isDrawn),
            Tables = [.. content.Markets.Select((market, n) => Results(market, isHome: n == 0))],
            Statements = [.. Statements(content, isDrawn)],
            Signatures =
            [
                Signed(ReportPaperText.Prepared, content.Prepared), Signed(ReportPaperText.Reviewed, content.Reviewed), Signed(ReportPaperText.Approved, content.Approved),
            ],
            ContentJson = Encoding.UTF8.GetBytes(json),
            ContentSha256 = CanonicalJson.Sha256Hex(json),
        }.InItsLanguages();
    }

    private static ReportSection Parties(ReportContent c) => new(
        ReportPaperText.Parties,
        [
            new(ReportPaperText.Client, Same(c.Client)),
            new(ReportPaperText.Category, LabText.Of(Basis(c))),
            new(ReportPaperText.SampledUnit, c.Demo ? new($"{c.SampledUnit.Name.Zh}（虚构）", $"{c.SampledUnit.Name.En} (fictitious)") : c.SampledUnit.Name),
            new(ReportPaperText.Address, c.SampledUnitAddress is { } address ? Same(address) : ReportPaperText.NotStated),
            new(ReportPaperText.Producer, c.Producer is { } producer ? Same(producer) : ReportPaperText.NotStated),
        ]);

    private static ReportSection Sample(ReportContent c)
    {
        var s = c.Sample;
        List<CertificateFact> facts =
        [
            new(ReportPaperText.SampleName, s.Product.Name),
            new(ReportPaperText.SampleCode, Same(s.Code)),
            new(ReportPaperText.Lot, Same(s.Lot)),
            new(ReportPaperText.LotSize, Same(Numerals.Amount(decimal.Parse(s.LotMassKg, CultureInfo.InvariantCulture), 3) + " kg")),
            new(ReportPaperText.Harvested, Same(Days.Short(s.HarvestedOn))),
            new(ReportPaperText.Grade, s.Grade is { } grade ? LabText.GradeName(grade) : LabText.NotDeclared),
            new(ReportPaperText.Nectar, s.NectarSource?.Name ?? LabText.NotDeclared),
            new(ReportPaperText.DrawnBy, s.DrawnBy is { } drawn ? Same(drawn) : ReportPaperText.NotStated),
            new(ReportPaperText.DrawnOn, Same(Days.Short(s.DrawnOn))),
            new(ReportPaperText.ReceivedOn, s.ReceivedOn is { } received ? Same(Days.Short(received)) : ReportPaperText.NotStated),
            new(ReportPaperText.Tested, Same($"{Days.Short(c.TestedFrom)} – {Days.Short(c.TestedTo)}")),
        ];
        return new(ReportPaperText.SampleHead, facts);
    }

    private static ReportSection OfLaboratory(ReportContent c)
    {
        List<CertificateFact> facts = [new(ReportPaperText.Laboratory, Laboratory(c)), new(ReportPaperText.LaboratoryAddress, c.Laboratory.Address)];
        AddIf(ReportPaperText.Phone, c.Laboratory.Phone);
        AddIf(ReportPaperText.Postcode, c.Laboratory.Postcode);
        // A number may stand only on a report that has an item inside its scope.
        if (c.Markets[0].Items.Any(i => i.InScope))
        {
            AddIf(ReportPaperText.CmaNumber, c.Laboratory.CmaNumber);
            AddIf(ReportPaperText.CnasNumber, c.Laboratory.CnasNumber);
        }

        return new(ReportPaperText.LaboratoryHead, facts);

        void AddIf(Bilingual label, string? value)
        {
            if (value is not null)
                facts.Add(new(label, Same(value)));
        }
    }

    private static ReportSection OfBasis(ReportMarket home)
    {
        var methods = home.Items.Select(i => i.Method).OfType<string>().Distinct().ToList();
        var rules = DecisionRules.Parse(home.Rule).Value.Statement();
        return new(
            ReportPaperText.BasisHead,
            [
                new(ReportPaperText.Methods, methods.Count == 0 ? ReportPaperText.NotStated : new(string.Join("；", methods), string.Join("; ", methods))),
                new(ReportPaperText.Standards, home.Standards.Count == 0 ? ReportPaperText.NoStandard : new(
                    string.Join("；", home.Standards.Select(s => Titled(s.Citation.Zh, s.Title.Zh))), string.Join("; ", home.Standards.Select(s => Titled(s.Citation.En, s.Title.En))))),
                new(ReportPaperText.RuleHead, rules),
            ]);
    }

    private static CertificateTable Results(ReportMarket market, bool isHome) => new(
        isHome ? ReportPaperText.Results : ReportPaperText.ResultsFor(market.Market.Name),
        [
            new(ReportPaperText.Item, Share: 0.2), new(ReportPaperText.UnitHead, Share: 0.1), new(ReportPaperText.Requirement, IsNumber: true, 0.16),
            new(ReportPaperText.Result, IsNumber: true, 0.2), new(ReportPaperText.StandardAndMethod, Share: 0.22), new(ReportPaperText.VerdictHead, Share: 0.12),
        ],
        [.. market.Items.Select(i => (IReadOnlyList<CertificateCell>)
        [
            i.InScope ? i.Analyte.Name : new Bilingual(i.Analyte.Name.Zh + " *", i.Analyte.Name.En + " *"),
            i.Unit.Length == 0 ? "–" : i.Unit,
            Requirement(i),
            Result(i),
            Basis(i),
            new CertificateCell(ReportPaperText.Of(Enum.Parse<Verdict>(i.Verdict)), Tone(i.Verdict)),
        ])]);

    private static CertificateCell Requirement(ReportItem item)
    {
        if (item.Limit is not { } limit)
            return "–";
        return item.LimitVerified ? limit : new Bilingual(limit.Zh + " †", limit.En + " †");
    }

    /// <summary>The result with its uncertainty; "not detected" carries its limit of detection in its own words.</summary>
    private static CertificateCell Result(ReportItem item) => item.Uncertainty is { } u
        ? new Bilingual($"{item.Result.Zh}（U = {u}，k = 2）", $"{item.Result.En} (U = {u}, k = 2)")
        : item.Result;

    private static CertificateCell Basis(ReportItem item)
    {
        if (item.Standard is not { } standard)
            return item.Method ?? "–";
        var method = item.Method is { } used ? " · " + used : "";
        return new Bilingual(standard.Zh + method, standard.En + method);
    }

    private static IEnumerable<Bilingual> Statements(ReportContent c, bool isDrawn)
    {
        foreach (var market in c.Markets.Skip(1))
        {
            var conclusion = ReportConclusion.Of(market, isDrawn).Sentence;
            var rule = DecisionRules.Parse(market.Rule).Value.Statement();
            yield return new($"{market.Market.Name.Zh}（{market.ProfileVersion}）：{conclusion.Zh}{rule.Zh}", $"{market.Market.Name.En} ({market.ProfileVersion}): {conclusion.En} {rule.En}");
        }

        var items = c.Markets.SelectMany(m => m.Items).ToList();
        if (items.Exists(i => !i.InScope))
            yield return ReportPaperText.OutsideScope;
        if (items.Exists(i => !i.LimitVerified))
            yield return ReportPaperText.Unverified;
        yield return ReportPaperText.OnlyTheseItems;
        if (Basis(c) == SamplingBasis.Entrusted)
            yield return ReportPaperText.SubmittedSample;
        yield return ReportPaperText.Objection(c.Regime is { } regime ? Enum.Parse<ObjectionRegime>(regime) : null);
        yield return ReportPaperText.NoPartialCopy;
        yield return ReportPaperText.TypedNames;
        if (c.Demo)
            yield return ReportPaperText.Fictitious;
    }

    private static ReportSigned Signed(Bilingual role, ReportSignature? signature) => new(role, signature?.Name, signature is null ? null : Days.Short(signature.On));

    private static SamplingBasis Basis(ReportContent c) => Enum.Parse<SamplingBasis>(c.Sample.Basis);

    private static Bilingual Laboratory(ReportContent c) =>
        c.Demo ? new(c.Laboratory.Name.Zh + "（演示）", c.Laboratory.Name.En + " (demo)") : c.Laboratory.Name;

    private static string Titled(string citation, string title) =>
        title.Length == 0 || title.StartsWith(citation, StringComparison.Ordinal) ? (title.Length == 0 ? citation : title) : $"{citation} {title}";

    private static CertificateTone Tone(string verdict) => Enum.Parse<Verdict>(verdict) switch
    {
        var v when v.IsPassed() => CertificateTone.Pass,
        var v when v.IsFailed() => CertificateTone.Fail,
        _ => CertificateTone.Open,
    };

    private static Bilingual Same(string text) => new(text, text);
}
