using Npgsql;

namespace BeeTrace.Web.Tests.Certificates;

/// <summary>
/// What somebody does to the log who has the database but not the log's key: one deed of it, by chance, in an open transaction whose
/// triggers and foreign keys are off.
/// </summary>
internal sealed class LogTampering(NpgsqlConnection connection, Random random)
{
    /// <summary>Columns with the value that each is changed to; where a condition follows, only rows that meet it.</summary>
    private static readonly Dictionary<string, (string Set, string? Where)[]> Changes = new(StringComparer.Ordinal)
    {
        ["log_entries"] =
        [
            ("index = index + 1000", null), ("deed = case deed when 'withdrawn' then 'replaced' else 'withdrawn' end", "deed <> 'issued'"),
            ("content = encode(sha256(content::bytea), 'hex')", null), ("statement = encode(sha256(statement::bytea), 'hex')", "statement is not null"),
            ("entry = set_byte(entry, {byte}, get_byte(entry, {byte}) # 1)", null), ("at = at + interval '1 second'", null), ("at = null", null),
            ("content = encode(sha256(content::bytea), 'hex'), entry = convert_to(replace(convert_from(entry, 'UTF8'), content, encode(sha256(content::bytea), 'hex')), 'UTF8')", null),
        ],
        ["log_nodes"] = [("level = level + 20", null), ("level = level + 80", null), ("index = index + 5000", null), ("hash = set_byte(hash, {byte}, get_byte(hash, {byte}) # 4)", null)],
        ["checkpoints"] =
        [
            ("size = size + 1000", null), ("root = set_byte(root, {byte}, get_byte(root, {byte}) # 32)", null), ("at = at + interval '1 second'", null),
            ("note = overlay(note placing 'x' from 20 + {byte} for 1)", "substr(note, 20 + {byte}, 1) <> 'x'"), ("note = note || split_part(note, E'\\n\\n', 2)", null),
        ],
        ["certificates"] =
        [
            ("number = overlay(number placing 'X' from 9 for 1)", "substr(number, 9, 1) <> 'X'"), ("kind = case kind when 'BatchTest' then 'PassRate' else 'BatchTest' end", null),
            ("firm_id = gen_random_uuid()", null), ("firm_id = null", "firm_id is not null"), ("lot_id = gen_random_uuid()", null), ("sample_id = null", "sample_id is not null"),
            ("issued_on = issued_on + 1", null), ("issued_at = issued_at + interval '1 second'", null), ("issued_by = gen_random_uuid()", null),
            ("content = overlay(content placing 'x' from 1 + {byte} for 1)", "substr(content, 1 + {byte}, 1) <> 'x'"), ("content_sha256 = encode(sha256(content_sha256::bytea), 'hex')", null),
            ("content = content || ' ', content_sha256 = encode(sha256(convert_to(content || ' ', 'UTF8')), 'hex')", null),
            ("pdf = set_byte(pdf, 100 + {byte}, get_byte(pdf, 100 + {byte}) # 1)", null), ("pdf_sha256 = encode(sha256(pdf_sha256::bytea), 'hex')", null),
            ("pdf = pdf || '\\x0a', pdf_sha256 = encode(sha256(pdf || '\\x0a'), 'hex')", null),
        ],
        ["endings"] =
        [
            ("certificate_id = (select c.id from certificates.certificates c where not exists (select from certificates.endings o where o.certificate_id = c.id) order by c.number limit 1)", null),
            ("certificate_id = gen_random_uuid()", null), ("deed = 'Withdrawn', successor_id = null", "deed = 'Replaced'"),
            ("deed = 'Replaced', successor_id = (select id from certificates.certificates order by number limit 1)", "deed = 'Withdrawn'"),
            ("successor_id = (select c.id from certificates.certificates c where c.id <> successor_id order by c.number limit 1)", "successor_id is not null"),
            ("reason = case reason when 'NotUsed' then 'Misused' else 'NotUsed' end", null), ("note = coalesce(note, '') || '!'", null), ("ended_on = ended_on - 1", null),
            ("ended_at = ended_at + interval '1 second'", null), ("ended_by = gen_random_uuid()", null), ("statement = overlay(statement placing 'x' from 1 + {byte} for 1)", "substr(statement, 1 + {byte}, 1) <> 'x'"),
            ("statement_sha256 = encode(sha256(statement_sha256::bytea), 'hex')", null), ("statement = statement || ' ', statement_sha256 = encode(sha256(convert_to(statement || ' ', 'UTF8')), 'hex')", null),
        ],
    };

    private static readonly Dictionary<string, string[]> Inserts = new(StringComparer.Ordinal)
    {
        ["log_entries"] =
        [
            "select (select max(index) + 1 from certificates.log_entries), deed, encode(sha256(content::bytea), 'hex'), statement, entry, at",
            "select index + 1000, deed, encode(sha256(content::bytea), 'hex'), statement, entry, at",
            "select -1, deed, encode(sha256(content::bytea), 'hex'), statement, entry, null",
        ],
        ["log_nodes"] = ["select level + 7, index, hash", "select level, index + 4000, hash", "select 62, 0, hash"],
        ["checkpoints"] = ["select (select max(index) + 2 from certificates.log_entries), root, note, at", "select (select e.index from certificates.log_entries e where deed = 'replaced' limit 1), root, note, at", "select 0, root, note, at"],
        ["certificates"] =
        [
            "select gen_random_uuid(), 'BT-2026-AAAA-AAAA-A', kind, firm_id, lot_id, sample_id, issued_on, issued_at, issued_by, content, content_sha256, pdf, encode(sha256(pdf_sha256::bytea), 'hex')",
            "select gen_random_uuid(), 'BT-2026-BBBB-BBBB-B', kind, firm_id, lot_id, sample_id, issued_on, issued_at, issued_by, content || ' ', encode(sha256(convert_to(content || ' ', 'UTF8')), 'hex'), pdf || '\\x0a', encode(sha256(pdf || '\\x0a'), 'hex')",
        ],
        ["endings"] =
        [
            "select gen_random_uuid(), deed, reason, note, ended_on, ended_at, ended_by, successor_id, statement, statement_sha256",
            "select (select c.id from certificates.certificates c where not exists (select from certificates.endings o where o.certificate_id = c.id) order by c.number limit 1), deed, reason, note, ended_on, ended_at, ended_by, successor_id, statement, statement_sha256",
        ],
    };

    /// <summary>Pairs of rows are exchanged by what tells them apart, or by what they say.</summary>
    private static readonly Dictionary<string, string[]> Swaps = new(StringComparer.Ordinal)
    {
        ["log_entries"] = ["entry = b.entry", "index"],
        ["log_nodes"] = ["hash = b.hash"],
        ["checkpoints"] = ["root = b.root", "note = b.note", "root = b.root, note = b.note", "size"],
        ["certificates"] = ["content = b.content, content_sha256 = b.content_sha256", "content = b.content", "pdf = b.pdf", "number"],
        ["endings"] = ["statement = b.statement, statement_sha256 = b.statement_sha256", "statement = b.statement", "certificate_id"],
    };

    private static readonly Dictionary<string, string> Parked = new(StringComparer.Ordinal)
    {
        ["index"] = "-7", ["size"] = "-7", ["number"] = "'-'", ["certificate_id"] = "'00000000-0000-0000-0000-000000000000'",
    };

    public static IEnumerable<string> Tables => Changes.Keys;

    /// <summary>The kinds of deeds.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["update", "delete", "insert", "swap", "truncate", "restore"];

    /// <summary>Does one, and says what it was: kind, table, statements.</summary>
    public async Task<(string Kind, string Table, string Sql)> DoAsync()
    {
        // Most of the ways are updates, and a table is emptied in few.
        var kind = random.Next(20) switch { < 9 => "update", < 12 => "delete", < 15 => "insert", < 18 => "swap", 18 => "truncate", _ => "restore" };
        var table = Pick([.. Tables]);
        var sql = kind switch
        {
            "update" => await UpdateAsync(table),
            "delete" => $"delete from certificates.{table} where ctid = any (array['{string.Join("', '", await RowsAsync(table, 1 + random.Next(3)))}']::tid[])",
            "insert" => $"insert into certificates.{table} {Pick(Inserts[table])} from certificates.{table} where ctid = '{(await RowsAsync(table, 1))[0]}'",
            "swap" => await SwapAsync(table),
            "truncate" => random.Next(4) == 0 ? $"truncate {string.Join(", ", Tables.Select(t => $"certificates.{t}"))} cascade" : $"truncate certificates.{table} cascade",
            _ => await RestoreAsync(),
        };
        await using var command = new NpgsqlCommand(sql, connection);
        (await command.ExecuteNonQueryAsync()).ShouldNotBe(0, sql);
        return (kind, table, sql);
    }

    private async Task<string> UpdateAsync(string table)
    {
        var at = random.Next(32).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var (set, where) = Pick(Changes[table]);
        (set, where) = (set.Replace("{byte}", at, StringComparison.Ordinal), where?.Replace("{byte}", at, StringComparison.Ordinal));
        return $"update certificates.{table} set {set} where ctid = '{(await RowsAsync(table, 1, where))[0]}'";
    }

    private async Task<string> SwapAsync(string table)
    {
        var how = Pick(Swaps[table]);
        var rows = await RowsAsync(table, 2);
        if (!Parked.TryGetValue(how, out var parked))
            return $"update certificates.{table} a set {how} from certificates.{table} b where (a.ctid, b.ctid) in (('{rows[0]}', '{rows[1]}'), ('{rows[1]}', '{rows[0]}'))";
        var keys = await ListAsync($"select {how}::text from certificates.{table} where ctid = any (array['{rows[0]}', '{rows[1]}']::tid[])");
        return $"""
            update certificates.{table} set {how} = {parked} where {how} = '{keys[0]}';
            update certificates.{table} set {how} = '{keys[0]}' where {how} = '{keys[1]}';
            update certificates.{table} set {how} = '{keys[1]}' where {how} = {parked}
            """;
    }

    /// <summary>Everything as it was at an older checkpoint: nothing in it contradicts anything.</summary>
    private async Task<string> RestoreAsync()
    {
        var size = Pick([.. await ListAsync("select size::text from certificates.checkpoints where size < (select max(size) from certificates.checkpoints) order by size")]);
        return $"""
            delete from certificates.log_entries where index >= {size};
            delete from certificates.log_nodes where (index + 1) << level > {size};
            delete from certificates.checkpoints where size > {size};
            delete from certificates.endings where statement_sha256 not in (select statement from certificates.log_entries where statement is not null);
            delete from certificates.certificates where content_sha256 not in (select content from certificates.log_entries where deed = 'issued')
            """;
    }

    private async Task<List<string>> RowsAsync(string table, int count, string? where = null)
    {
        var all = await ListAsync($"select ctid::text from certificates.{table} where {where ?? "true"} order by ctid");
        var rows = all.ToArray();
        random.Shuffle(rows);
        return [.. rows.Take(count)];
    }

    private async Task<List<string>> ListAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var list = new List<string>();
        while (await reader.ReadAsync())
            list.Add(reader.GetString(0));
        return list;
    }

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];
}
