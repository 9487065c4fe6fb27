using System.Globalization;
using System.Reflection;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Import;
using BeeTrace.Web.Shell;

namespace BeeTrace.Web.Tests.Shell;

public class RefusalTextTests
{
    /// <summary>Every code of every class of refusals and warnings.</summary>
    public static TheoryData<string> Codes =>
    [
        .. typeof(Refusal).Assembly.GetTypes().Append(typeof(ImportRefusal))
            .Where(type => type is { IsAbstract: true, IsSealed: true }
                && (type.Name.EndsWith("Refusal", StringComparison.Ordinal) || type.Name.EndsWith("Warning", StringComparison.Ordinal)))
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(constant => constant.IsLiteral && constant.FieldType == typeof(string))
            .Select(constant => (string)constant.GetRawConstantValue()!),
    ];

    [Fact]
    public void There_are_codes_of_all_features() =>
        Codes.Select(code => code.Data.Split('.')[0]).Distinct().Order()
            .ShouldBe(["access", "certificates", "code", "import", "lab", "log", "map", "registry", "reports", "trace", "trade"]);

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_has_a_sentence_in_both_languages(string code)
    {
        RefusalText.All.Keys.ShouldContain(code);
        var sentence = RefusalText.All[code];
        sentence.Zh.ShouldMatch(@"\p{IsCJKUnifiedIdeographs}.*。$");
        sentence.En.ShouldNotMatch(@"\p{IsCJKUnifiedIdeographs}");
        sentence.En.ShouldMatch(@"^[“{A-Z<].*\.$");
        sentence.Zh.ShouldNotContain("！");
        sentence.En.ShouldNotContain("!");
    }

    [Fact]
    public void No_sentence_stands_for_a_code_that_nobody_says() =>
        RefusalText.All.Keys.ShouldBe(Codes.Select(code => code.Data), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Codes))]
    public void Both_languages_say_the_same_arguments_and_leave_none_out(string code)
    {
        var sentence = RefusalText.All[code];
        var chinese = Places(sentence.Zh);
        Places(sentence.En).ShouldBe(chinese);
        chinese.ShouldBe(Enumerable.Range(0, chinese.Count));
    }

    [Fact]
    public void Arguments_are_said_in_the_language_of_the_sentence()
    {
        var outside = RefusalText.Of(new Refusal(RegistryRefusal.OutsideCounty, null, new Bilingual("桐庐县", "Tonglu County")));
        outside.Zh.ShouldContain("桐庐县之外");
        outside.En.ShouldContain("outside Tonglu County.");

        var status = RefusalText.Of(new Refusal(LabRefusal.StatusNotAllowed, null, SampleStatus.Drawn, SampleStatus.Approved));
        status.Zh.ShouldContain("“已抽样”，不能直接变为“已批准”");
        status.En.ShouldContain("“drawn” and cannot become “approved”");
    }

    [Fact]
    public void Days_and_numbers_are_written_alike_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            RefusalText.Of(new Refusal(RegistryRefusal.FromTooLate, null, new DateOnly(2026, 6, 9))).En.ShouldContain("2026-06-09");
            RefusalText.Of(new Refusal(RegistryRefusal.ColoniesTooMany, null, 2000, 12345)).Zh.ShouldContain("2,000 群，现在填的是 12,345");
            RefusalText.Of(new Refusal(LabRefusal.LodNotPositive, null, -0.10m)).En.ShouldContain("-0.10");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void What_a_person_typed_is_shown_as_typed() =>
        RefusalText.Of(new Refusal(RegistryRefusal.CoordinateUnreadable, null, "{0} 二十九度")).Zh.ShouldStartWith("“{0} 二十九度”");

    [Fact]
    public void The_sentences_of_one_input_are_those_of_its_refusals()
    {
        Refusal[] refusals = [new(RegistryRefusal.NameMissing, "Name"), new(RegistryRefusal.FromMissing, "From"), new(AccessRefusal.ChangedMeanwhile)];
        RefusalText.Of(refusals, "From").ShouldHaveSingleItem().En.ShouldStartWith("Please give the first day");
        RefusalText.Of(refusals, null).ShouldHaveSingleItem().En.ShouldStartWith("Somebody changed this");
    }

    [Fact]
    public void A_forgotten_argument_leaves_a_gap_and_a_page_that_works() =>
        RefusalText.Of(new Refusal(RegistryRefusal.ColoniesTooFew, null, 1)).En.ShouldBe(
            "There must be at least 1 colony; … was given. If all colonies have left, no new place needs registering.");

    private static List<int> Places(string sentence) =>
        [.. Enumerable.Range(0, 10).Where(place => sentence.Contains($"{{{place}}}", StringComparison.Ordinal))];
}
