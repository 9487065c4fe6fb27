namespace BeeTrace.Web.Import;

/// <summary>The tables that come with the product, beside its program files.</summary>
internal static class SeedFiles
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "seed-data");

    /// <summary>The demo county's story ends here.</summary>
    private static readonly DateOnly LastDemoDay = new(2026, 11, 22);

    public static ImportTable Reference(string kind) => Table("reference", kind, kind.Replace('-', '_'), latestDay: null);

    /// <summary>Samples and their approvals stand in one file.</summary>
    public static ImportTable Demo(string kind) => Table("demo", kind, kind == "approvals" ? "samples" : kind.Replace('-', '_'), LastDemoDay);

    private static ImportTable Table(string folder, string kind, string name, DateOnly? latestDay) =>
        new(kind, name + ".csv", TableFile.OnDisk(Path.Combine(Folder, folder, name + ".csv")), latestDay);
}
