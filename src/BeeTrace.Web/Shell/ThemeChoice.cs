namespace BeeTrace.Web.Shell;

/// <summary>Light, dark, or as the reader's system has it (no cookie).</summary>
public readonly record struct ThemeChoice
{
    /// <summary>Name of the cookie that keeps the choice.</summary>
    public const string Cookie = "bt-theme";

    private ThemeChoice(string? name) => Name = name;

    /// <summary>The light palette.</summary>
    public static ThemeChoice Light => new("light");

    /// <summary>The dark palette.</summary>
    public static ThemeChoice Dark => new("dark");

    /// <summary>As the reader's system has it.</summary>
    public static ThemeChoice System => default;

    /// <summary><c>light</c>, <c>dark</c>, or null for the system's.</summary>
    public string? Name { get; }

    /// <summary>Reads a name; whatever is neither light nor dark means the system's.</summary>
    public static ThemeChoice Parse(string? name) => name is "light" or "dark" ? new(name) : System;

    /// <summary>The choice that came with a request.</summary>
    public static ThemeChoice Of(HttpRequest request) => Parse(request.Cookies[Cookie]);
}
