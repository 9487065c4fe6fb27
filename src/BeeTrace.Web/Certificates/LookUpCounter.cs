using System.Collections.Concurrent;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Certificates;

/// <summary>How often a number was looked up, and the rush of one hour where that is unusual.</summary>
public sealed record LookUps(string Number, long Times, int? Rush);

/// <summary>
/// Counts look-ups by number and hour, without a word of who looked. Counts are added up here and written every few seconds, so that a
/// code that goes round the world does not become a row that everybody waits for; a killed host loses the last seconds.
/// </summary>
public sealed partial class LookUpCounter(Database database, TimeProvider clock, ILogger<LookUpCounter> log) : BackgroundService
{
    /// <summary>House rule: as many look-ups in an hour, and ten times what the number had in all other hours together, are a rush.</summary>
    public const int FewestOfRush = 50;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<(string Number, DateTimeOffset Hour), int> _seen = new();

    /// <summary>Somebody looked at a certificate's page, or asked the API for it.</summary>
    public void Count(CertificateNumber number)
    {
        var now = clock.GetUtcNow();
        _seen.AddOrUpdate((number.ToString(), now.AddTicks(-(now.Ticks % TimeSpan.TicksPerHour))), 1, static (_, times) => times + 1);
    }

    /// <summary>Writes what was counted; numbers that were never issued are dropped by the database.</summary>
    public async Task WriteAsync(CancellationToken cancel = default)
    {
        var taken = new List<(string Number, DateTimeOffset Hour, int Times)>();
        foreach (var key in _seen.Keys)
        {
            if (_seen.TryRemove(key, out var times))
                taken.Add((key.Number, key.Hour, times));
        }

        if (taken.Count == 0)
            return;
        await using var work = await database.OpenAsync(Actor.System, cancel);
        await work.Db.Database.ExecuteSqlAsync(
            $"select certificates.count_look_ups({taken.ConvertAll(t => t.Number)}, {taken.ConvertAll(t => t.Hour)}, {taken.ConvertAll(t => t.Times)})", cancel);
        await work.CommitAsync(cancel);
    }

    /// <summary>Look-ups of the certificates that the actor may see.</summary>
    internal static Task<List<LookUps>> OfAsync(Work work, CancellationToken cancel) => work.Db.Database.SqlQuery<LookUps>(
        $"""
        select number, sum(times) as times,
               max(times) filter (where hour > {work.Now.AddDays(-2)} and times >= {FewestOfRush}
                   and times > 10 * (select coalesce(sum(o.times), 0) from certificates.look_ups o where o.number = u.number and o.hour <> u.hour)) as rush
        from certificates.look_ups u group by number
        """).ToListAsync(cancel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await WriteAsync(stoppingToken);
            }
            catch (Npgsql.NpgsqlException e)
            {
                // The database is away for a moment: the page goes on answering, these counts are lost.
                NotCounted(log, e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Look-ups of the last seconds could not be counted.")]
    private static partial void NotCounted(ILogger log, Exception why);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(cancellationToken);
    }
}
