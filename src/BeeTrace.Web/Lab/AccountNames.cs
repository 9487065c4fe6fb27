using BeeTrace.Core;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>Names of people who did something, for pages that say who.</summary>
internal static class AccountNames
{
    public static async Task<Dictionary<AccountId, string>> OfAsync(BeeTraceDb db, IEnumerable<AccountId> people, CancellationToken cancel)
    {
        var ids = people.Select(id => id.Value).Distinct().ToArray();
        var names = await db.Database.SqlQuery<AccountName>($"select id, name from access.account_names({ids})").ToListAsync(cancel);
        return names.ToDictionary(n => new AccountId(n.Id), n => n.Name);
    }

    private sealed record AccountName(Guid Id, string Name);
}
