using BeeTrace.Web.Data;

namespace BeeTrace.Web.Import;

/// <summary>Numbers that imported codes brought along, so that the next one given is above them.</summary>
internal sealed class UsedSerials
{
    private readonly Dictionary<string, int> _highest = new(StringComparer.Ordinal);

    public void Note(string prefix, int serial) =>
        _highest[prefix] = Math.Max(serial, _highest.GetValueOrDefault(prefix));

    public Task RaiseAsync(TableImport import, CancellationToken cancel) => import.IsSound ? RaiseAsync(import.Db, cancel) : Task.CompletedTask;

    public async Task RaiseAsync(BeeTraceDb db, CancellationToken cancel)
    {
        foreach (var (prefix, serial) in _highest)
            await Serials.RaiseAsync(db, prefix, serial, cancel);
    }
}
