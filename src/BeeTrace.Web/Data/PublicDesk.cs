using System.Globalization;
using BeeTrace.Core.Access;
using Npgsql;

namespace BeeTrace.Web.Data;

/// <summary>
/// Answers a stranger in one round trip: who asks and what is asked travel together, and what they set lives as long as this one
/// answer (a batch is one transaction). For pages that thousands open at once; everything else goes through <see cref="Database"/>.
/// </summary>
public sealed class PublicDesk(NpgsqlDataSource source, TimeProvider clock)
{
    /// <summary>The first row of what is asked, or nothing.</summary>
    /// <param name="question">One statement with places <c>$1</c>, <c>$2</c> ….</param>
    /// <param name="arguments">What stands in them; null where nothing is known.</param>
    /// <param name="read">Reads the row.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<T?> AskAsync<T>(string question, IReadOnlyList<string?> arguments, Func<NpgsqlDataReader, T> read, CancellationToken cancel) where T : class
    {
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            "select set_config('beetrace.account', $1, true), set_config('beetrace.role', $2, true), set_config('beetrace.name', $3, true), set_config('beetrace.now', $4, true)")
        {
            Parameters =
            {
                new() { Value = Actor.Public.Account.Value.ToString() }, new() { Value = Actor.Public.Role.Code() }, new() { Value = Actor.Public.Name },
                new() { Value = clock.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture) },
            },
        });
        var asked = new NpgsqlBatchCommand(question);
        foreach (var argument in arguments)
            asked.Parameters.Add(new NpgsqlParameter { Value = (object?)argument ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        batch.BatchCommands.Add(asked);
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        await reader.NextResultAsync(cancel);
        return await reader.ReadAsync(cancel) ? read(reader) : null;
    }
}
