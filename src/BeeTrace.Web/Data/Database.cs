using System.Data;
using System.Globalization;
using BeeTrace.Core.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace BeeTrace.Web.Data;

/// <summary>The one door to the data: whoever opens it says who they are.</summary>
public sealed class Database(DbContextOptions<BeeTraceDb> options, TimeProvider clock)
{
    /// <summary>One context with one open transaction in which row security knows <paramref name="actor"/>.</summary>
    public Task<Work> OpenAsync(Actor actor, CancellationToken cancel = default) => OpenAsync(actor, IsolationLevel.Unspecified, cancel);

    private async Task<Work> OpenAsync(Actor actor, IsolationLevel isolation, CancellationToken cancel)
    {
        var db = new BeeTraceDb(options);
        try
        {
            var transaction = await BeginAsync(db, actor, isolation, cancel);
            return new Work(db, transaction, actor, clock, ownsContext: true);
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    /// <summary>For reading much: everything is seen as it was at the first look, whatever others commit meanwhile. Nothing can be written.</summary>
    public async Task<Work> OpenPictureAsync(Actor actor, CancellationToken cancel = default)
    {
        var work = await OpenAsync(actor, IsolationLevel.RepeatableRead, cancel);
        await work.Db.Database.ExecuteSqlAsync($"set transaction read only", cancel);
        return work;
    }

    /// <summary>The same on a context that somebody else made and will dispose of: the one Identity's stores hold.</summary>
    public async Task<Work> OpenAsync(Actor actor, BeeTraceDb db, CancellationToken cancel = default) =>
        new(db, await BeginAsync(db, actor, IsolationLevel.Unspecified, cancel), actor, clock, ownsContext: false);

    /// <summary>
    /// Begins the transaction and tells the database who asks.
    /// The settings live as long as the transaction: a pooled connection never carries one person's rights to the next.
    /// </summary>
    private async Task<IDbContextTransaction> BeginAsync(BeeTraceDb db, Actor actor, IsolationLevel isolation, CancellationToken cancel)
    {
        var transaction = await db.Database.BeginTransactionAsync(isolation, cancel);
        var account = actor.Account.Value.ToString();
        var role = actor.Role.Code();
        var beekeeper = actor.Beekeeper?.Value.ToString() ?? "";
        var firm = actor.Firm?.Value.ToString() ?? "";
        var now = clock.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        await db.Database.ExecuteSqlAsync(
            $"""
            select set_config('beetrace.account', {account}, true), set_config('beetrace.role', {role}, true),
                   set_config('beetrace.beekeeper', {beekeeper}, true), set_config('beetrace.firm', {firm}, true),
                   set_config('beetrace.name', {actor.Name}, true), set_config('beetrace.now', {now}, true)
            """,
            cancel);
        return transaction;
    }
}
