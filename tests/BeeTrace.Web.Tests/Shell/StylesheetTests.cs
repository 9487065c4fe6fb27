using System.Globalization;
using System.Text.RegularExpressions;
using BeeTrace.Web.Shell;
using MudBlazor;

namespace BeeTrace.Web.Tests.Shell;

/// <summary>The tokens of the stylesheet: readable in both themes, the same in MudBlazor, and small enough for a phone.</summary>
public sealed partial class StylesheetTests
{
    private static readonly string Css = Stylesheet();

    public static TheoryData<string, string, string> Pairs()
    {
        var pairs = new TheoryData<string, string, string>();
        foreach (var theme in new[] { "light", "dark" })
        {
            foreach (var ground in new[] { "ground", "surface", "sunk", "honey-soft" })
            {
                pairs.Add(theme, "ink", ground);
                pairs.Add(theme, "honey", ground);
            }

            foreach (var ground in new[] { "ground", "surface", "sunk" })
            {
                pairs.Add(theme, "muted", ground);
            }

            foreach (var tone in new[] { "pass", "fail", "open" })
            {
                pairs.Add(theme, tone, tone + "-soft");
                pairs.Add(theme, tone, "ground");
                pairs.Add(theme, "ink", tone + "-soft");
            }

            pairs.Add(theme, "on-honey", "honey");
            pairs.Add(theme, "on-honey", "honey-strong");
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Text_stands_out_from_its_ground_at_least_4_5_to_1(string theme, string text, string ground) =>
        Contrast(Tokens(theme)[text], Tokens(theme)[ground]).ShouldBeGreaterThanOrEqualTo(4.5);

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public void The_edge_of_an_input_stands_out_at_least_3_to_1(string theme) =>
        Contrast(Tokens(theme)["edge"], Tokens(theme)["surface"]).ShouldBeGreaterThanOrEqualTo(3);

    [Fact]
    public void The_systems_dark_is_the_chosen_dark()
    {
        var blocks = DarkBlock().Matches(Css);
        blocks.Count.ShouldBe(2);
        Read(blocks[0].Groups["tokens"].Value).ShouldBe(Read(blocks[1].Groups["tokens"].Value), ignoreOrder: true);
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public void MudBlazor_wears_the_same_colours(string theme)
    {
        Palette palette = theme == "light" ? BeeTraceTheme.Instance.PaletteLight : BeeTraceTheme.Instance.PaletteDark;
        var tokens = Tokens(theme);
        Hex(palette.Background).ShouldBe(tokens["ground"]);
        Hex(palette.Surface).ShouldBe(tokens["surface"]);
        Hex(palette.Primary).ShouldBe(tokens["honey"]);
        Hex(palette.PrimaryContrastText).ShouldBe(tokens["on-honey"]);
        Hex(palette.Success).ShouldBe(tokens["pass"]);
        Hex(palette.Error).ShouldBe(tokens["fail"]);
        Hex(palette.Info).ShouldBe(tokens["open"]);
        Hex(palette.TextPrimary).ShouldBe(tokens["ink"]);
        Hex(palette.TextSecondary).ShouldBe(tokens["muted"]);
        Hex(palette.LinesDefault).ShouldBe(tokens["line"]);
    }

    [Fact]
    public void The_stylesheet_is_small_and_asks_nobody_else()
    {
        Css.Length.ShouldBeGreaterThan(4096);
        System.Text.Encoding.UTF8.GetByteCount(Css).ShouldBeLessThanOrEqualTo(18 * 1024);
        Css.ShouldNotContain("@import");
        Css.ShouldNotContain("url(");
    }

    [Fact]
    public void Paper_casts_no_shadow()
    {
        BeeTraceTheme.Instance.Shadows.Elevation.Length.ShouldBe(26);
        BeeTraceTheme.Instance.Shadows.Elevation.Take(8).ShouldAllBe(shadow => shadow == "none");
    }

    private static string Stylesheet()
    {
        using var reader = new StreamReader(typeof(StylesheetTests).Assembly.GetManifestResourceStream("site.css")!);
        return reader.ReadToEnd();
    }

    private static Dictionary<string, string> Tokens(string theme) =>
        theme == "light" ? Read(Css[..Css.IndexOf('}', StringComparison.Ordinal)]) : Read(DarkBlock().Match(Css).Groups["tokens"].Value);

    private static Dictionary<string, string> Read(string block) =>
        Token().Matches(block).ToDictionary(match => match.Groups["name"].Value, match => Long(match.Groups["hex"].Value));

    private static string Long(string hex) => hex.Length == 3 ? string.Concat(hex.Select(digit => $"{digit}{digit}")) : hex;

    private static string Hex(MudBlazor.Utilities.MudColor color) => color.Value[1..7].ToLowerInvariant();

    private static double Contrast(string a, string b)
    {
        var (x, y) = (Luminance(a), Luminance(b));
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    // WCAG 2.2, relative luminance.
    private static double Luminance(string hex)
    {
        double Channel(int at)
        {
            var value = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(0)) + (0.7152 * Channel(2)) + (0.0722 * Channel(4));
    }

    [GeneratedRegex("""--(?<name>[a-z-]+): #(?<hex>[0-9a-f]{3}(?:[0-9a-f]{3})?);""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("""data-theme=(?:dark\]|light\]\)) \{(?<tokens>\s+--[^}]+)\}""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DarkBlock();
}
