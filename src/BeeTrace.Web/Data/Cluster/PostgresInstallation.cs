using System.Globalization;

namespace BeeTrace.Web.Data.Cluster;

/// <summary>The programs of one PostgreSQL major version with PostGIS, as Debian and Ubuntu install them.</summary>
/// <param name="Major">For instance 15.</param>
/// <param name="BinFolder">Holds <c>postgres</c>, <c>initdb</c>, <c>pg_dump</c>.</param>
internal sealed record PostgresInstallation(int Major, string BinFolder)
{
    private const string Root = "/usr/lib/postgresql";

    public string Program(string name) => Path.Combine(BinFolder, name);

    /// <summary>The version that wrote <paramref name="dataFolder"/>; for a new folder the newest one that has PostGIS.</summary>
    /// <exception cref="ClusterException">It is not installed.</exception>
    public static PostgresInstallation For(string dataFolder)
    {
        var versionFile = Path.Combine(dataFolder, "PG_VERSION");
        if (!File.Exists(versionFile))
        {
            return Installed().MaxBy(i => i.Major) ?? throw new ClusterException(
                "PostgreSQL with PostGIS is not installed: run ./run.sh, or apt-get install postgresql-postgis, "
                + "or set ConnectionStrings__BeeTrace.");
        }

        var written = File.ReadAllText(versionFile).Trim();
        return Installed().FirstOrDefault(i => i.Major.ToString(CultureInfo.InvariantCulture) == written)
            ?? throw new ClusterException(
                $"The data in {dataFolder} were written by PostgreSQL {written}, which is not installed here: "
                + $"apt-get install postgresql-{written}-postgis-3.");
    }

    private static IEnumerable<PostgresInstallation> Installed() =>
        from folder in Directory.Exists(Root) ? Directory.GetDirectories(Root) : []
        let version = Path.GetFileName(folder)
        where int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out _)
        let bin = Path.Combine(folder, "bin")
        where File.Exists(Path.Combine(bin, "postgres")) && File.Exists(Path.Combine(bin, "initdb"))
        where File.Exists($"/usr/share/postgresql/{version}/extension/postgis.control")
            || File.Exists(Path.Combine(folder, "share", "extension", "postgis.control"))
        select new PostgresInstallation(int.Parse(version, CultureInfo.InvariantCulture), bin);
}
