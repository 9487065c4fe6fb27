using BeeTrace.Core.Access;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BeeTrace.Web.Map;

/// <summary>
/// Hears from the database what changed on the map, and does the map's housework: begins the new day, and folds what was
/// appended into the grid. Any number of nodes may do it; the database lets one at a time.
/// </summary>
internal sealed partial class MapListener(NpgsqlDataSource source, Database database, MapVersion version, TimeProvider clock, ILogger<MapListener> log) : BackgroundService
{
    /// <summary>House rule: how long the map may go without housework, and the line without a sign of life.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (NpgsqlException e)
            {
                version.Lost();
                LogLost(e);
                await Task.Delay(Retry, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(CancellationToken stop)
    {
        await using var connection = await source.OpenConnectionAsync(stop);
        connection.Notification += (_, heard) => version.Changed(heard.Payload);
        await ExecuteAsync(connection, "listen beetrace_map", stop);
        version.Heard();
        while (true)
        {
            await KeepHouseAsync(stop);
            var rested = clock.GetTimestamp();
            while (clock.GetElapsedTime(rested) is var soFar && soFar < Pause)
                await connection.WaitAsync(Pause - soFar, stop);
            // A line that died without a word is found out here and not when somebody misses an apiary.
            await ExecuteAsync(connection, "select 1", stop);
        }
    }

    private async Task KeepHouseAsync(CancellationToken stop)
    {
        await using var work = await database.OpenAsync(Actor.System, stop);
        await work.Db.Database.ExecuteSqlAsync($"select registry.settle_day(), registry.fold_grid(), map.address_open_notices()", stop);
        await work.CommitAsync(stop);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(stop);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The map does not hear the database; every tile is drawn anew until it does.")]
    private partial void LogLost(Exception exception);
}
