using System.Globalization;
using BeeTrace.Core;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Access;
using BeeTrace.Web.Certificates;
using BeeTrace.Web.Import;
using BeeTrace.Web.Lab;
using BeeTrace.Web.Map;
using BeeTrace.Web.Registry;
using BeeTrace.Web.Reports;
using BeeTrace.Web.Shell.Display;
using BeeTrace.Web.Trace;
using BeeTrace.Web.Trade;

namespace BeeTrace.Web.Shell;

/// <summary>
/// The sentence behind every refusal and warning: what is wrong, where, and how to mend it. Each feature keeps its own
/// (<c>…RefusalText</c>), with <c>{0}</c>, <c>{1}</c> … for the arguments that the code's comment lists.
/// </summary>
public static class RefusalText
{
    private const int MostArguments = 3;

    private static readonly Dictionary<string, Bilingual> Sentences = new(
        [
            .. CodeRefusalText.Sentences, .. AccessRefusalText.Sentences, .. RegistryRefusalText.Sentences, .. FieldRefusalText.Sentences, .. OfficeRefusalText.Sentences, .. TraceRefusalText.Sentences,
            .. LabRefusalText.Sentences, .. PlanRefusalText.Sentences, .. SamplingRefusalText.Sentences, .. QualityRefusalText.Sentences, .. CertificateRefusalText.Sentences, .. LogRefusalText.Sentences, .. ReportRefusalText.Sentences, .. TradeRefusalText.Sentences, .. ReturnRefusalText.Sentences,
            .. ImportRefusalText.Sentences, .. MapRefusalText.Sentences,
        ],
        StringComparer.Ordinal);

    /// <summary>Every sentence with its places for arguments, by code.</summary>
    public static IReadOnlyDictionary<string, Bilingual> All => Sentences;

    /// <summary>The sentence of a refusal.</summary>
    public static Bilingual Of(Refusal refusal) => Of(refusal.Code, refusal.Arguments);

    /// <summary>The sentence of a warning.</summary>
    public static Bilingual Of(Warning warning) => Of(warning.Code, warning.Arguments);

    /// <summary>The sentences of all refusals of one input; of those without an input where <paramref name="field"/> is null.</summary>
    public static IReadOnlyList<Bilingual> Of(IEnumerable<Refusal> refusals, string? field) =>
        [.. refusals.Where(refusal => refusal.Field == field).Select(Of)];

    /// <summary>One of the sentences above filled in. A code without a sentence is shown as it is: a reader can still report it.</summary>
    private static Bilingual Of(string code, object[] arguments) => Sentences.TryGetValue(code, out var sentence)
        ? new(Fill(sentence.Zh, arguments, Language.Chinese), Fill(sentence.En, arguments, Language.English))
        : new($"没有保存（{code}）。", $"Not saved ({code}).");

    /// <summary>An argument that was forgotten is shown as a gap: a sentence with a hole is better than a page that fails.</summary>
    private static string Fill(string sentence, object[] arguments, Language language)
    {
        object[] said = [.. arguments.Select(argument => Say(argument, language)), .. Enumerable.Repeat("…", MostArguments)];
        return string.Format(CultureInfo.InvariantCulture, sentence, said);
    }

    private static string Say(object argument, Language language) => argument switch
    {
        string text => text,
        Bilingual text => text.In(language),
        DateOnly day => Days.Short(day),
        DateTimeOffset moment => Days.Moment(moment),
        decimal amount => Numerals.Amount(amount),
        int count => Numerals.Count(count),
        SampleStatus status => LabRefusalText.Name(status).In(language),
        _ => Convert.ToString(argument, CultureInfo.InvariantCulture) ?? "",
    };
}
