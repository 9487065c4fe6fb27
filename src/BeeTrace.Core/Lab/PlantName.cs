namespace BeeTrace.Core.Lab;

/// <summary>A Latin plant name taken apart; a genus alone, or with <c>spp.</c>, stands for all its species.</summary>
internal readonly record struct PlantName(string Genus, string? Species)
{
    internal static PlantName Parse(string? name)
    {
        var words = (name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length < 2 || words[1] is "spp." or "sp." or "spp" or "sp"
            ? new PlantName(words.FirstOrDefault() ?? "", null)
            : new PlantName(words[0], string.Join(' ', words.Skip(1)));
    }

    internal bool IsOfGenus(string genus) => Same(Genus, genus);

    /// <summary>True where a list that names this plant means the other.</summary>
    internal bool Covers(PlantName other) =>
        IsOfGenus(other.Genus) && (Species is null || (other.Species is not null && Same(Species, other.Species)));

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
