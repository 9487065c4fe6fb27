using BeeTrace.Core.Access;
using Npgsql;

namespace BeeTrace.Web.Tests.Data;

/// <summary>Plain SQL in one transaction that is rolled back: what a role may do when no service stands before the data.</summary>
internal sealed class AppSession : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private AppSession(NpgsqlConnection connection, NpgsqlTransaction transaction) => (_connection, _transaction) = (connection, transaction);

    /// <param name="connectionString">As which role.</param>
    /// <param name="actor">Who asks; null for nobody at all.</param>
    public static async Task<AppSession> OpenAsync(string connectionString, Actor? actor)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        var session = new AppSession(connection, await connection.BeginTransactionAsync());
        if (actor is not null)
        {
            await session.AskAsync(
                "select set_config('beetrace.account', $1, true), set_config('beetrace.role', $2, true), set_config('beetrace.beekeeper', $3, true), set_config('beetrace.firm', $4, true)",
                actor.Account.Value.ToString(), actor.Role.Code(), actor.Beekeeper?.Value.ToString() ?? "", actor.Firm?.Value.ToString() ?? "");
        }

        return session;
    }

    /// <summary>The first column of the first row.</summary>
    public async Task<object?> AskAsync(string sql, params object[] arguments)
    {
        await using var command = Command(sql, arguments);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>The first column of every row.</summary>
    public async Task<List<object>> ListAsync(string sql, params object[] arguments)
    {
        var list = new List<object>();
        await using var command = Command(sql, arguments);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            list.Add(reader.GetValue(0));
        return list;
    }

    /// <summary>Remembers where it stands, to go back to there.</summary>
    public Task MarkAsync() => _transaction.SaveAsync("mark");

    /// <summary>Takes back what was done since <see cref="MarkAsync"/>.</summary>
    public Task GoBackAsync() => _transaction.RollbackAsync("mark");

    public async Task<long> CountAsync(string fromWhere, params object[] arguments) =>
        (long)(await AskAsync($"select count(*) from {fromWhere}", arguments))!;

    /// <summary>How many rows it changed. A failure is taken back, so that the session may go on.</summary>
    public async Task<int> TellAsync(string sql, params object[] arguments)
    {
        await _transaction.SaveAsync("before");
        try
        {
            await using var command = Command(sql, arguments);
            return await command.ExecuteNonQueryAsync();
        }
        catch (PostgresException)
        {
            await _transaction.RollbackAsync("before");
            throw;
        }
    }

    /// <summary>The database refuses for want of a right (SQLSTATE 42501).</summary>
    public async Task RefusesAsync(string sql, params object[] arguments)
    {
        var refused = await Should.ThrowAsync<PostgresException>(() => TellAsync(sql, arguments), $"Nobody refused: {sql}");
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, $"{sql}\n{refused.MessageText}");
    }

    /// <summary>Keeps what was told; nothing is asked or told afterwards.</summary>
    public Task CommitAsync() => _transaction.CommitAsync();

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private NpgsqlCommand Command(string sql, object[] arguments)
    {
        var command = new NpgsqlCommand(sql, _connection, _transaction);
        foreach (var argument in arguments)
            command.Parameters.Add(new NpgsqlParameter { Value = argument });
        return command;
    }
}
