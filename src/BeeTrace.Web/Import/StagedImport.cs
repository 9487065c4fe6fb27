using BeeTrace.Core;
using BeeTrace.Web.Data;
using BeeTrace.Web.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace BeeTrace.Web.Import;

/// <summary>
/// One large file on its way into the register: its rows flow into a table of this transaction alone, are checked there as sets, and move on
/// from there in one statement. Nothing grows in memory with the file.
/// </summary>
/// <param name="vault">Seals identity numbers before they reach the stage.</param>
internal sealed class StagedImport(Work work, ImportSheet sheet, IdentityVault vault, DateOnly? latestDay, ErrorList errors)
{
    /// <summary>House rule: one statement moves a million rows, on a small machine too.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private readonly List<ImportError> _questions = [];
    private readonly List<ImportError> _likenesses = [];

    /// <summary>The last day that is not to come.</summary>
    public DateOnly Today => latestDay > work.Today ? latestDay.Value : work.Today;

    public Work Work => work;

    public IdentityVault Vault => vault;

    public BeeTraceDb Db => work.Db;

    public bool IsSound => errors.Count == 0;

    /// <summary>Rows read so far.</summary>
    public int RowCount => sheet.Count;

    /// <summary>Rows that look odd and may be right: whoever brings the table says so.</summary>
    public IReadOnlyList<ImportError> Questions => [.. _questions.OrderBy(q => q.Row)];

    /// <summary>New rows that enter as waiting for the county.</summary>
    public int Waiting { get; set; }

    /// <summary>Why they do, by row.</summary>
    public IReadOnlyList<ImportError> Likenesses => [.. _likenesses.OrderBy(l => l.Row)];

    public NpgsqlConnection Connection { get; } = (NpgsqlConnection)work.Db.Database.GetDbConnection();

    public void Refuse(int row, string column, Refusal refusal) => errors.Add(new ImportError(row, column, refusal));

    public void Ask(int row, string column, Refusal refusal)
    {
        if (_questions.Count < ErrorList.Most)
            _questions.Add(new ImportError(row, column, refusal));
    }

    public void TellLikeness(int row, string column, Refusal refusal)
    {
        if (_likenesses.Count < ErrorList.Most)
            _likenesses.Add(new ImportError(row, column, refusal));
    }

    public IEnumerable<TableRow> Rows() => sheet.Rows();

    public async Task<int> ExecuteAsync(string sql, CancellationToken cancel, params object[] arguments)
    {
        await using var command = Command(sql, arguments);
        return await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Does something with every row that a query yields, most often tell what is wrong with it.</summary>
    public async Task EachAsync(string sql, Action<NpgsqlDataReader> tell, CancellationToken cancel, params object[] arguments)
    {
        await using var command = Command(sql, arguments);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
            tell(reader);
    }

    /// <summary>Rows of the stage that are new, and rows that bring a stored one up to date.</summary>
    public async Task<(int Added, int Changed)> CountAsync(CancellationToken cancel)
    {
        var count = (Added: 0, Changed: 0);
        await EachAsync(
            """
            select ((select count(*) from import_rows) - (select count(distinct number) from import_known))::integer,
                (select count(*) from import_known where changes is not null)::integer
            """,
            found => count = (found.GetInt32(0), found.GetInt32(1)), cancel);
        return count;
    }

    private NpgsqlCommand Command(string sql, object[] arguments)
    {
        // Every text here is a constant of this folder; what a file says travels as an argument or through COPY.
        var command = new NpgsqlCommand(sql, Connection, (NpgsqlTransaction)work.Db.Database.CurrentTransaction!.GetDbTransaction())
        {
            CommandTimeout = (int)Longest.TotalSeconds,
        };
        foreach (var argument in arguments)
            command.Parameters.Add(new NpgsqlParameter { Value = argument });
        return command;
    }
}
