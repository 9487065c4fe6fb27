using System.IO.Compression;
using System.Text.Json;

namespace BeeTrace.Web.Map;

/// <summary>
/// The map's library and its land, under their own names: the worker of MapLibre must stand beside it, which the fingerprinted
/// names of static assets break. The library's version stands in the folder, so that browsers may keep the files for ever.
/// </summary>
public sealed class MapFiles
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["maplibre-gl.mjs"] = "text/javascript",
        ["maplibre-gl-shared.mjs"] = "text/javascript",
        ["maplibre-gl-worker.mjs"] = "text/javascript",
        ["maplibre-gl.css"] = "text/css",
        ["land-50m.json"] = "application/json",
    };

    private readonly Dictionary<string, Lazy<MapFile>> _files;

    private MapFiles(string folder, string version)
    {
        Version = version;
        _files = Kinds.ToDictionary(kind => kind.Key, kind => new Lazy<MapFile>(() => MapFile.Read(Path.Combine(folder, kind.Key), kind.Value)), StringComparer.Ordinal);
    }

    /// <summary>Version of MapLibre, such as <c>6.17.0</c>.</summary>
    public string Version { get; }

    /// <summary>Where a file of this version is fetched.</summary>
    public string AddressOf(string name) => $"/map/library/{Version}/{name}";

    /// <summary>The folder that <c>npm</c> and the build filled.</summary>
    public static MapFiles Load()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "map-library");
        using var package = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "package.json")));
        return new MapFiles(folder, package.RootElement.GetProperty("version").GetString()!);
    }

    /// <summary>A file of this version; null for any other.</summary>
    internal MapFile? Find(string version, string name) => version == Version && _files.TryGetValue(name, out var file) ? file.Value : null;
}

/// <summary>One of the map's files, compressed once.</summary>
internal sealed record MapFile(string Kind, byte[] Bytes, byte[] Brotli, byte[] Gzip)
{
    public static MapFile Read(string path, string kind)
    {
        var bytes = File.ReadAllBytes(path);
        return new MapFile(kind, bytes, Compress(bytes, stream => new BrotliStream(stream, CompressionLevel.Optimal)), Compress(bytes, stream => new GZipStream(stream, CompressionLevel.Optimal)));
    }

    private static byte[] Compress(byte[] bytes, Func<Stream, Stream> by)
    {
        using var compressed = new MemoryStream();
        using (var stream = by(compressed))
            stream.Write(bytes);
        return compressed.ToArray();
    }
}
