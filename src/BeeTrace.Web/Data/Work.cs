using System.Text.Json;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Web.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace BeeTrace.Web.Data;

/// <summary>
/// One deed in the making: a context, its transaction and the actor. What is not committed never happened.
/// </summary>
public sealed class Work(BeeTraceDb db, IDbContextTransaction transaction, Actor actor, TimeProvider clock, bool ownsContext) : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public BeeTraceDb Db => db;

    public Actor Actor => actor;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Today in China (+08:00, no daylight saving), the calendar the county works by.</summary>
    public DateOnly Today => ChinaTime.DayOf(clock.GetUtcNow());

    /// <summary>
    /// Lets one at a time through who names the same <paramref name="thing"/>: the second of two clicks waits here until the
    /// first has committed, and then finds what it did.
    /// </summary>
    public Task OneAtATimeAsync(string thing, CancellationToken cancel = default) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({thing}, 0))", cancel);

    /// <summary>Records what is being done, in the same transaction.</summary>
    /// <param name="deed">A code of <see cref="DeedCode"/>.</param>
    /// <param name="subject">The code of what it is done to.</param>
    public void Record(string deed, string subject, object? old = null, object? @new = null, string? why = null) =>
        db.Deeds.Add(new DeedRow
        {
            Id = DeedId.New(),
            At = Now,
            ActorId = actor.Account,
            ActorName = actor.Name,
            ActorRole = actor.Role,
            Deed = deed,
            Subject = subject,
            Old = old is null ? null : JsonSerializer.Serialize(old, Json),
            New = @new is null ? null : JsonSerializer.Serialize(@new, Json),
            Why = why,
        });

    /// <summary>
    /// Saves and commits. A rule that the database itself guards comes back as the refusal its constraint stands for
    /// (<see cref="DbErrors"/>); anything else is a bug and is thrown.
    /// </summary>
    public async Task<Outcome> CommitAsync(CancellationToken cancel = default)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return Outcome.Done;
        }
        catch (Exception e) when (DbErrors.RefusalFor(e) is not null)
        {
            return DbErrors.RefusalFor(e)!;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        if (ownsContext)
            await db.DisposeAsync();
    }
}

/// <summary>China Standard Time: one zone, +08:00, no daylight saving.</summary>
public static class ChinaTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);
}
