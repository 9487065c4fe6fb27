namespace BeeTrace.Pdf.Tests;

public class LineBreakingTests
{
    /// <summary>A bar stands wherever a line may end.</summary>
    [Theory]
    [InlineData("蜂|蜜|检|测")]
    [InlineData("合|格，|未|定。")]
    [InlineData("（虚|构）|和|《国|标》")]
    [InlineData("他|说：|“合|格。”|然|后")]
    [InlineData("one |two |three")]
    [InlineData("蜂|蜜 |Honey |bees")]
    [InlineData("蜂|蜜|Honey|蜂|王|浆")]
    [InlineData("限|量 |5 mg/kg |以|下")]
    [InlineData("97.5 % |confidence")]
    [InlineData("at |least |97.5 %, |exact")]
    [InlineData("97.0 – 100 %")]
    [InlineData("≤ 0.3 µg/kg")]
    [InlineData("12.0 ± 0.4 g/100 g |sample")]
    [InlineData("共|抽|取 |120 批，|合|格 |119 批")]
    [InlineData("2018年|5月|20日|签|发")]
    [InlineData("第 3 页，|共 |5 页")]
    [InlineData("GB 14963-2011、|GB/T 8170-2008")]
    [InlineData("freeze-|dried |powder")]
    [InlineData("BT-2018-7K3M-C |issued")]
    [InlineData("2018-01-01 – 2018-12-31")]
    [InlineData("破|折|号|——|不|分|开")]
    [InlineData("don’t |break")]
    [InlineData("120 / 120")]
    [InlineData("5\u00A0boxes")]
    [InlineData("蜂\u2060蜜|罐")]
    [InlineData("https://example.org/c/1")]
    [InlineData("see |(exact, |one-|sided)")]
    public void A_line_ends_only_where_a_reader_expects_it(string marked)
    {
        string text = marked.Replace("|", "", StringComparison.Ordinal);
        var runes = PrintableText.Prepare(text);
        var mayEndAfter = LineBreaking.Find(runes);

        string found = string.Concat(runes.Select((rune, i) => rune + (mayEndAfter[i] ? "|" : "")));

        found.ShouldBe(marked);
    }
}
