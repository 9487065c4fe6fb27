using MudBlazor;

namespace BeeTrace.Web.Shell;

/// <summary>MudBlazor in the house's colours: the same tokens as <c>site.css</c>, so that staff and public pages are one house.</summary>
public static class BeeTraceTheme
{
    private static readonly string[] Fonts =
        ["-apple-system", "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "system-ui", "sans-serif"];

    /// <summary>The theme; it holds no state and serves every circuit.</summary>
    public static MudTheme Instance { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Black = "#211b11", White = "#ffffff", Background = "#fbf8f1", BackgroundGray = "#f4efe4", Surface = "#ffffff",
            Primary = "#9a5b00", PrimaryContrastText = "#ffffff", PrimaryDarken = "#7c4900", PrimaryLighten = "#b57414",
            Secondary = "#44546a", SecondaryContrastText = "#ffffff", Tertiary = "#6a6150", TertiaryContrastText = "#ffffff",
            Info = "#44546a", InfoContrastText = "#ffffff", Success = "#1c6a38", SuccessContrastText = "#ffffff",
            Warning = "#9a5b00", WarningContrastText = "#ffffff", Error = "#a1251a", ErrorContrastText = "#ffffff",
            Dark = "#211b11", DarkContrastText = "#fbf8f1",
            TextPrimary = "#211b11", TextSecondary = "#6a6150", TextDisabled = "#6a6150",
            ActionDefault = "#6a6150", ActionDisabled = "#6a6150", ActionDisabledBackground = "#f4efe4",
            LinesDefault = "#e6decd", LinesInputs = "#8c8168", TableLines = "#e6decd", TableStriped = "#f4efe4", TableHover = "#f4efe4",
            Divider = "#e6decd", DividerLight = "#e6decd", Skeleton = "#f4efe4",
            AppbarBackground = "#ffffff", AppbarText = "#211b11", DrawerBackground = "#ffffff", DrawerText = "#211b11", DrawerIcon = "#6a6150",
        },
        PaletteDark = new PaletteDark
        {
            Black = "#16130d", White = "#f3ecdd", Background = "#16130d", BackgroundGray = "#262117", Surface = "#1e1a13",
            Primary = "#f2b24e", PrimaryContrastText = "#221500", PrimaryDarken = "#ffc974", PrimaryLighten = "#f2b24e",
            Secondary = "#a9bbd3", SecondaryContrastText = "#16130d", Tertiary = "#b5aa92", TertiaryContrastText = "#16130d",
            Info = "#a9bbd3", InfoContrastText = "#16130d", Success = "#7fd39c", SuccessContrastText = "#16130d",
            Warning = "#f2b24e", WarningContrastText = "#221500", Error = "#ff9d90", ErrorContrastText = "#16130d",
            Dark = "#f3ecdd", DarkContrastText = "#16130d",
            TextPrimary = "#f3ecdd", TextSecondary = "#b5aa92", TextDisabled = "#b5aa92",
            ActionDefault = "#b5aa92", ActionDisabled = "#b5aa92", ActionDisabledBackground = "#262117",
            LinesDefault = "#3a3325", LinesInputs = "#8f8266", TableLines = "#3a3325", TableStriped = "#262117", TableHover = "#262117",
            Divider = "#3a3325", DividerLight = "#3a3325", Skeleton = "#262117",
            AppbarBackground = "#1e1a13", AppbarText = "#f3ecdd", DrawerBackground = "#1e1a13", DrawerText = "#f3ecdd", DrawerIcon = "#b5aa92",
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px" },
        Shadows = new Shadow { Elevation = [.. Enumerable.Range(0, 26).Select(ShadowOf)] },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Fonts, FontSize = "1rem", LineHeight = "1.6", LetterSpacing = "normal" },
            H1 = new H1Typography { FontFamily = Fonts, FontSize = "1.8667rem", FontWeight = "650", LineHeight = "1.25", LetterSpacing = "-.01em" },
            H2 = new H2Typography { FontFamily = Fonts, FontSize = "1.2667rem", FontWeight = "650", LineHeight = "1.35", LetterSpacing = "normal" },
            H3 = new H3Typography { FontFamily = Fonts, FontSize = "1.1333rem", FontWeight = "650", LineHeight = "1.4", LetterSpacing = "normal" },
            H6 = new H6Typography { FontFamily = Fonts, FontSize = "1.1333rem", FontWeight = "650", LineHeight = "1.4", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontFamily = Fonts, FontSize = "1rem", LineHeight = "1.6", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = Fonts, FontSize = "1rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Subtitle1 = new Subtitle1Typography { FontFamily = Fonts, FontSize = "1rem", LineHeight = "1.6", LetterSpacing = "normal" },
            Subtitle2 = new Subtitle2Typography { FontFamily = Fonts, FontSize = ".8667rem", FontWeight = "600", LineHeight = "1.5", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = Fonts, FontSize = "1rem", FontWeight = "560", LineHeight = "1.6", LetterSpacing = "normal", TextTransform = "none" },
            Caption = new CaptionTypography { FontFamily = Fonts, FontSize = ".8667rem", LineHeight = "1.5", LetterSpacing = "normal" },
        },
    };

    // Paper casts no shadow. Only what floats over a page (menus from 8, dialogs at 24) does.
    private static string ShadowOf(int elevation) => elevation < 8 ? "none" : "0 6px 24px rgba(33,27,17,.18)";
}
