namespace BeeTrace.Web.Import;

/// <summary>The tables that come with the product, beside its program files.</summary>
internal static class SeedFiles
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "seed-data");

    /// <summary>The demo county's story ends here.</summary>
    private static readonly DateOnly LastDemoDay = new(2026, 11, 22);

    public static Task<ImportTable> ReferenceAsync(string kind, CancellationToken cancel) =>
        ReadAsync("reference", kind, kind.Replace('-', '_'), latestDay: null, cancel);

    /// <summary>Samples and their approvals stand in one file.</summary>
    public static Task<ImportTable> DemoAsync(string kind, CancellationToken cancel) =>
        ReadAsync("demo", kind, kind == "approvals" ? "samples" : kind.Replace('-', '_'), LastDemoDay, cancel);

    private static async Task<ImportTable> ReadAsync(string folder, string kind, string name, DateOnly? latestDay, CancellationToken cancel) =>
        new(kind, name + ".csv", await File.ReadAllBytesAsync(Path.Combine(Folder, folder, name + ".csv"), cancel), latestDay);
}
