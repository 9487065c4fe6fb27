using BeeTrace.Core.Certificates.Log;
using BeeTrace.Web.Data;

namespace BeeTrace.Web.Certificates;

/// <summary>Somebody elsewhere who counter-signs checkpoints and never a second history of the log.</summary>
/// <param name="Key">Its public key, of the algorithm <see cref="NoteKey.Cosignature"/>.</param>
/// <param name="Url">Where checkpoints are sent, without <c>/add-checkpoint</c>.</param>
public sealed record Witness(NoteKey Key, Uri Url)
{
    /// <summary>Reads <c>KEY URL</c> pairs with commas between them.</summary>
    /// <exception cref="DataSetupException">Something else stands there.</exception>
    public static IReadOnlyList<Witness> ParseAll(string? setting)
    {
        var witnesses = new List<Witness>();
        foreach (var pair in (setting ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (pair.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var line, var address]
                || NoteKey.Parse(line) is not { IsDone: true, Value: { Algorithm: NoteKey.Cosignature } key }
                || !Uri.TryCreate(address.TrimEnd('/'), UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http"))
                throw new DataSetupException($"BEETRACE_WITNESSES: “{pair}” is not a witness's key (name+number+key) and its address, with a space between them.");
            if (witnesses.Exists(w => w.Key.Name == key.Name))
                throw new DataSetupException($"BEETRACE_WITNESSES: {key.Name} is named twice.");
            witnesses.Add(new Witness(key, url));
        }

        return witnesses;
    }
}
