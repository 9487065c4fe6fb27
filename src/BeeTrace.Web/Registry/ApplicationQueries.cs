using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Registry;

/// <summary>An application that waits, with the beekeepers who may be the applicant.</summary>
/// <param name="IdentityMasked">First and last four characters; null where no number was told, empty where this key does not open it.</param>
public sealed record ApplicationFile(BeekeeperApplication Application, Bilingual County, string? IdentityMasked, IReadOnlyList<BeekeeperLikeness> Like);

/// <summary>What became of an application, as the applicant is told.</summary>
public sealed record ApplicationState(RegistrationState State, string? Why, DateTimeOffset ReceivedAt);

/// <summary>Reads applications: for officers, and for an applicant by the id that was made with the form.</summary>
public sealed class ApplicationQueries(Database database, IdentityVault vault)
{
    /// <summary>Applications that wait, the oldest first; of very many those that are due first.</summary>
    public async Task<IReadOnlyList<ApplicationFile>> WaitingAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var rows = await (
            from a in db.BeekeeperApplications.AsNoTracking()
            where a.State == RegistrationState.Waiting
            join c in db.Counties on a.County equals c.Code
            orderby a.ReceivedAt
            select new { Application = a, County = new Bilingual(c.NameZh, c.NameEn) }).Take(StewardQueries.MostEntries).ToListAsync(cancel);
        var files = new List<ApplicationFile>(rows.Count);
        foreach (var row in rows)
        {
            var found = await db.Database.SqlQuery<Likeness>($"select id, reason from registry.beekeepers_like_applicant({row.Application.Id.Value})").ToListAsync(cancel);
            files.Add(new(row.Application, row.County, Masked(row.Application, work.Today), await StewardQueries.LikeAsync(db, found, cancel)));
        }

        return files;
    }

    /// <returns>Null where there is no such application.</returns>
    public async Task<ApplicationState?> StateAsync(BeekeeperApplicationId id, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(Actor.Public, cancel);
        var row = await work.Db.Database.SqlQuery<StateRow>($"select state, why, received_at from registry.application_state({id.Value})").SingleOrDefaultAsync(cancel);
        return row is null ? null : new(Enum.Parse<RegistrationState>(row.State), row.Why, row.ReceivedAt);
    }

    /// <summary>The counties where one can be registered.</summary>
    public async Task<IReadOnlyList<(string Code, Bilingual Name)>> CountiesAsync(CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(Actor.Public, cancel);
        return (await work.Db.Counties.AsNoTracking().OrderBy(c => c.Code).ToListAsync(cancel)).ConvertAll(c => (c.Code, c.Name));
    }

    private string? Masked(BeekeeperApplication application, DateOnly today) => application.IdentityNumberSealed is not { } box ? null
        : vault.Open(new BeekeeperId(application.Id.Value), box, today) is { IsDone: true, Value: var number } ? number.Masked
        : "";

    private sealed record StateRow(string State, string? Why, DateTimeOffset ReceivedAt);
}
