using BeeTrace.Core.Registry;
using CsCheck;

namespace BeeTrace.Core.Tests.Registry;

public class NameIndexTests
{
    // As similarity() of pg_trgm answers on a UTF-8 database.
    [Theory]
    [InlineData("周茂林", "周茂林", 1)]
    [InlineData("周茂林", "周茂霖", 0.333333)]
    [InlineData("桐庐山花养蜂专业合作社", "桐庐山花养蜂合作社", 0.571429)]
    [InlineData("Zhou Maolin", "zhou  MAOLIN.", 1)]
    [InlineData("Zhou Maolin", "Zhou Maolin Jr", 0.8)]
    [InlineData("", "周茂林", 0)]
    [InlineData("。", "，", 0)]
    public void Names_are_as_alike_as_the_database_finds_them(string a, string b, double similarity)
    {
        NameIndex.Similarity(a, b).ShouldBe(similarity, 0.000001);
        NameIndex.Similarity(b, a).ShouldBe(similarity, 0.000001);
    }

    [Fact]
    public void One_that_is_alike_is_found_and_a_name_is_not_like_itself()
    {
        var names = new NameIndex(NameIndex.Chinese);
        var first = names.Add("桐庐山花养蜂专业合作社");
        names.Add("桐庐窄溪联蜂养蜂专业合作社");

        names.FindLike(first).ShouldBeNull();

        var again = names.Add("桐庐山花养蜂合作社");
        names.FindLike(first).ShouldBe(again);
        names.FindLike(again).ShouldBe(first);
    }

    [Fact]
    public void The_short_way_finds_what_comparing_each_with_each_finds() =>
        Gen.Select(Gen.String[Gen.Char["王李张养蜂人ab 1"], 0, 7].List[0, 30], Gen.Bool).Sample((names, isLatin) =>
        {
            var threshold = isLatin ? NameIndex.Latin : NameIndex.Chinese;
            var index = new NameIndex(threshold);
            names.ForEach(name => index.Add(name));
            return Enumerable.Range(0, names.Count).All(i =>
                index.FindLike(i) is { } other
                    ? other != i && NameIndex.Similarity(names[i], names[other]) >= threshold
                    : !names.Where((name, j) => j != i && NameIndex.Similarity(names[i], name) >= threshold).Any());
        });
}
