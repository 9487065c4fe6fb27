using BeeTrace.Core;

namespace BeeTrace.Web.Import;

/// <summary>A column of a kind of table.</summary>
/// <param name="Name">Its name in our files.</param>
/// <param name="MayBeMissing">The table does without it; cells that are not there change nothing.</param>
/// <param name="Label">What it is, for people.</param>
/// <param name="Also">Other names that people give it.</param>
public sealed record ImportColumn(string Name, bool MayBeMissing, Bilingual Label, params string[] Also)
{
    /// <summary>True where a head of somebody's table means this column.</summary>
    public bool IsMeantBy(string head)
    {
        var plain = Plain(head);
        return plain == Plain(Name) || plain == Plain(Label.Zh) || plain == Plain(Label.En) || Also.Any(name => Plain(name) == plain);
    }

    /// <summary>A head without what people decorate it with: case, spaces, dashes, a star for "must be filled", a unit in brackets.</summary>
    internal static string Plain(string head)
    {
        var narrow = Keyboard.Narrow(head);
        var bracket = narrow.IndexOf('(', StringComparison.Ordinal);
        if (bracket > 0)
            narrow = narrow[..bracket];
        return string.Concat(narrow.Where(c => char.IsLetterOrDigit(c))).ToLowerInvariant();
    }
}
