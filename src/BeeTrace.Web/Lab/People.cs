using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>A person of the laboratory who can be named on a form.</summary>
public sealed record LaboratoryPerson(AccountId Id, string Name);

/// <summary>Names behind accounts, as far as the reader may know them.</summary>
internal static class People
{
    public static async Task<Dictionary<AccountId, string>> NamesAsync(BeeTraceDb db, IEnumerable<AccountId> accounts, CancellationToken cancel)
    {
        var ids = accounts.Select(id => id.Value).Distinct().ToArray();
        var names = await db.Database.SqlQuery<PersonName>($"""select id, name from access.account_names({ids})""").ToListAsync(cancel);
        return names.ToDictionary(n => new AccountId(n.Id), n => n.Name);
    }

    /// <summary>The samplers or the analysts, by name; nobody for a reader outside of the laboratory.</summary>
    public static async Task<List<LaboratoryPerson>> OfLaboratoryAsync(BeeTraceDb db, Role role, CancellationToken cancel) =>
        (await db.Database.SqlQuery<PersonName>($"""select id, name from access.laboratory_people({role.ToString()})""").ToListAsync(cancel))
            .ConvertAll(person => new LaboratoryPerson(new AccountId(person.Id), person.Name));

    private sealed record PersonName(Guid Id, string Name);
}
