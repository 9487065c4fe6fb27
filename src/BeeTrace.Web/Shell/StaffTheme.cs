namespace BeeTrace.Web.Shell;

/// <summary>The theme of one circuit: a circuit sees no cookies, so the page that started it says what they were.</summary>
public sealed class StaffTheme
{
    /// <summary>What the reader chose.</summary>
    public ThemeChoice Choice { get; set; }
}
