namespace BeeTrace.Web.Data;

/// <summary>What a person typed into a search box, and the page they are on, as a query may take them.</summary>
public static class Search
{
    /// <summary>The escape character of <see cref="Pattern"/>.</summary>
    public const string Escape = "\\";

    /// <summary>"Contains this text" for ILIKE; a control character is in no code, and the database takes none.</summary>
    public static string Pattern(string text) => "%" + string.Concat(text.Trim().Where(c => !char.IsControl(c)))
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";

    /// <summary>Rows before a page; a page far behind the last one is empty and no error.</summary>
    public static int Skip(int page, int pageSize, int total) => (int)Math.Min((Math.Max(page, 1) - 1L) * pageSize, total);
}
