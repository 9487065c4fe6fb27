using System.Xml.Linq;
using BeeTrace.Core.Access;
using BeeTrace.Web.Data;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Access;

/// <summary>
/// Keeps the keys of cookies and forms in the database, so that every node reads the same cookie. ASP.NET Core's own store
/// would come without an actor, and without one row security shows nothing.
/// </summary>
public sealed class KeyRing(Database database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => Wait(async () =>
    {
        await using var work = await database.OpenAsync(Actor.System);
        var keys = await work.Db.Set<ProtectionKey>().AsNoTracking().Select(k => k.Xml).ToListAsync();
        return keys.ConvertAll(XElement.Parse);
    });

    public void StoreElement(XElement element, string friendlyName) => Wait(async () =>
    {
        await using var work = await database.OpenAsync(Actor.System);
        work.Db.Add(new ProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        var committed = await work.CommitAsync();
        return committed.IsDone ? true : throw new InvalidOperationException("The key could not be kept.");
    });

    /// <summary>Data Protection asks synchronously, a few times in a process's life; the pool's thread waits for it.</summary>
    private static T Wait<T>(Func<Task<T>> ask) => Task.Run(ask).GetAwaiter().GetResult();
}
