using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BeeTrace.Web.Data;

/// <summary>SQL that is not LINQ lies in <c>Data/Sql</c>, one file a version; a change is a new file and a new migration.</summary>
internal static class EmbeddedSql
{
    /// <summary>Runs <c>Data/Sql/{name}.sql</c>, such as <c>policies/access_v1</c>.</summary>
    public static void SqlFile(this MigrationBuilder migration, string name)
    {
        var resource = "sql/" + name + ".sql";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"There is no embedded resource '{resource}'.");
        using var reader = new StreamReader(stream);
        migration.Sql(reader.ReadToEnd());
    }
}
