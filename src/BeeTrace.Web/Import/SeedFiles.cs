namespace BeeTrace.Web.Import;

/// <summary>The tables that come with the product, beside its program files.</summary>
internal static class SeedFiles
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "seed-data");

    public static async Task<ImportTable> ReferenceAsync(string kind, CancellationToken cancel) =>
        await ReadAsync("reference", kind, kind.Replace('-', '_'), cancel);

    /// <summary>Samples and their approvals stand in one file.</summary>
    public static async Task<ImportTable> DemoAsync(string kind, CancellationToken cancel) =>
        await ReadAsync("demo", kind, kind == "approvals" ? "samples" : kind.Replace('-', '_'), cancel);

    private static async Task<ImportTable> ReadAsync(string folder, string kind, string name, CancellationToken cancel) =>
        new(kind, name + ".csv", await File.ReadAllBytesAsync(Path.Combine(Folder, folder, name + ".csv"), cancel));
}
