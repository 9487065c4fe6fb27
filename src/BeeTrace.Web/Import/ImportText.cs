using System.Globalization;
using BeeTrace.Web.Shell;

namespace BeeTrace.Web.Import;

/// <summary>What is wrong in a table, as lines for a console.</summary>
public static class ImportText
{
    /// <summary><c>FILE:ROW:COLUMN sentence</c>, in the console's language.</summary>
    public static string Line(string file, ImportError error) =>
        string.Create(CultureInfo.InvariantCulture, $"{file}:{error.Row}:{error.Column} {RefusalText.Of(error.Refusal)}");
}
