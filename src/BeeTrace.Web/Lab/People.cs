using BeeTrace.Core;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>Names behind accounts, as far as the reader may know them.</summary>
internal static class People
{
    public static async Task<Dictionary<AccountId, string>> NamesAsync(BeeTraceDb db, IEnumerable<AccountId> accounts, CancellationToken cancel)
    {
        var ids = accounts.Select(id => id.Value).Distinct().ToArray();
        var names = await db.Database.SqlQuery<PersonName>($"""select id, name from access.account_names({ids})""").ToListAsync(cancel);
        return names.ToDictionary(n => new AccountId(n.Id), n => n.Name);
    }

    private sealed record PersonName(Guid Id, string Name);
}
