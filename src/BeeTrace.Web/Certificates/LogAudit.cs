using BeeTrace.Core;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Certificates.Log;
using BeeTrace.Verifier;
using Npgsql;

namespace BeeTrace.Web.Certificates;

/// <summary>What an audit went through.</summary>
/// <param name="Entries">Entries of the log.</param>
/// <param name="Checkpoints">Signed roots.</param>
/// <param name="Certificates">Certificates in the database.</param>
/// <param name="Endings">Certificates that ended.</param>
/// <param name="Findings">How much did not fit; 0 for a log that is in order.</param>
public sealed record LogTally(long Entries, long Checkpoints, long Certificates, long Endings, long Findings);

/// <summary>
/// Compares everything that the log, the certificates and their ends say with everything else they say, and with a checkpoint that
/// somebody kept. Rows are read one after the other, so that a log of any length needs no more memory than a short one.
/// </summary>
/// <remarks>
/// Who owns both the database and the log's key can write a history that fits throughout. Only a checkpoint that lies
/// elsewhere, at a witness or in somebody's drawer, tells it from the true one. Signatures inside of papers are for <c>verify</c>.
/// </remarks>
public sealed class LogAudit
{
    private readonly NpgsqlConnection _connection;
    private readonly NoteKey? _key;
    private readonly Action<LogFinding> _tell;
    private long _findings;

    private LogAudit(NpgsqlConnection connection, NoteKey? key, Action<LogFinding> tell)
    {
        _connection = connection;
        _key = key;
        _tell = finding =>
        {
            _findings++;
            tell(finding);
        };
    }

    /// <summary>Goes through everything.</summary>
    /// <param name="connection">Sees all certificates; its transaction sees one moment (<see cref="Data.Database.OpenPictureAsync"/>).</param>
    /// <param name="key">The log's key; null when it is lost.</param>
    /// <param name="witnesses">Keys of the witnesses whose counter-signatures are checked.</param>
    /// <param name="kept">A checkpoint from elsewhere; null for none.</param>
    /// <param name="tell">Is told each finding as it is found.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<LogTally> RunAsync(
        NpgsqlConnection connection, NoteKey? key, IReadOnlyList<NoteKey> witnesses, SignedNote? kept, Action<LogFinding> tell, CancellationToken cancel = default)
    {
        var audit = new LogAudit(connection, key, tell);
        var (entries, checkpoints, certificates, endings) = (0L, 0L, 0L, 0L);
        try
        {
            (entries, checkpoints) = await audit.TreeAsync(audit.Believed(kept), cancel);
            await audit.KeysAsync(witnesses, cancel);
            certificates = await audit.IssuesAsync(cancel);
            endings = await audit.EndsAsync(cancel);
        }
        catch (PostgresException e) when (e.SqlState != PostgresErrorCodes.QueryCanceled)
        {
            // Such as an index that no arithmetic can follow.
            audit._tell(LogFinding.Unreadable(e.MessageText));
        }

        return new LogTally(entries, checkpoints, certificates, endings, audit._findings);
    }

    /// <summary>The kept checkpoint, where the log's key signed it.</summary>
    private Checkpoint? Believed(SignedNote? kept)
    {
        if (_key is null)
            _tell(LogFinding.KeyMissing);
        if (kept is null || _key is null)
            return null;
        if (Checkpoint.Parse(kept.Text) is { IsDone: true } body && body.Value.Origin == _key.Name && _key.Signed(kept, Ed25519Signature.Verify))
            return body.Value;
        _tell(LogFinding.KeptNotSigned(kept.Text.Split('\n')[0]));
        return null;
    }

    /// <summary>Entries, nodes and checkpoints, walked through from the first entry on.</summary>
    private async Task<(long Entries, long Checkpoints)> TreeAsync(Checkpoint? kept, CancellationToken cancel)
    {
        // A node comes with the entry that completes it, a checkpoint with its last entry. What comes with none stands alone.
        const string Sql =
            """
            select e.index, e.deed, e.content, e.statement, e.entry, e.at, n.at, n.levels, n.hashes, c.size, c.root, c.note, c.at
            from certificates.log_entries e
            full join (
                select (index + 1) * (1::bigint << level) - 1 as at, array_agg(level order by level) as levels, array_agg(hash order by level) as hashes
                from certificates.log_nodes
                where case when level between 0 and 61 then index between 0 and (1::bigint << (61 - level)) - 1 else false end
                group by 1) n on n.at = e.index
            full join certificates.checkpoints c on c.size - 1 = coalesce(e.index, n.at)
            order by coalesce(e.index, n.at, c.size - 1)
            """;
        var walk = new TreeWalk(_key, kept, _tell);
        await foreach (var row in RowsAsync(Sql, cancel))
        {
            var nodes = row.IsDBNull(6)
                ? null
                : row.GetFieldValue<int[]>(7).Zip(row.GetFieldValue<byte[][]>(8)).Select(n => new KeyValuePair<int, LogHash>(n.First, LogHash.FromBytes(n.Second)));
            var checkpoint = row.IsDBNull(9)
                ? null
                : new TreeWalk.StoredCheckpoint(row.GetInt64(9), LogHash.FromBytes(row.GetFieldValue<byte[]>(10)), row.GetString(11), row.GetFieldValue<DateTimeOffset>(12));
            if (row.IsDBNull(0))
            {
                walk.Stray(row.IsDBNull(6) ? 0 : row.GetInt64(6), nodes, checkpoint);
                continue;
            }

            var entry = new TreeWalk.StoredEntry(
                row.GetInt64(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3), row.GetFieldValue<byte[]>(4), Moment(row, 5));
            walk.Step(entry, nodes?.ToDictionary() ?? [], checkpoint);
        }

        walk.End();
        const string Impossible =
            """
            select level, index from certificates.log_nodes
            where not case when level between 0 and 61 then index between 0 and (1::bigint << (61 - level)) - 1 else false end
            """;
        await foreach (var row in RowsAsync(Impossible, cancel))
            _tell(LogFinding.NodeWithoutEntries(row.GetInt32(0), row.GetInt64(1)));
        return (walk.Entries, walk.Checkpoints);
    }

    /// <summary>Counter-signatures of witnesses that are known, and the keys that are handed out.</summary>
    private async Task KeysAsync(IReadOnlyList<NoteKey> witnesses, CancellationToken cancel)
    {
        await foreach (var row in RowsAsync("select k.size, k.witness, k.line, c.note from certificates.cosignatures k left join certificates.checkpoints c on c.size = k.size", cancel))
        {
            var (size, name) = (row.GetInt64(0), row.GetString(1));
            var note = row.IsDBNull(3) ? null : SignedNote.Parse(row.GetString(3) + row.GetString(2)) is { IsDone: true } parsed ? parsed.Value : null;
            if (witnesses.FirstOrDefault(w => w.Name == name) is { } witness && (note is null || !witness.Signed(note, Ed25519Signature.Verify)))
                _tell(LogFinding.CosignatureWrong(size, name));
        }

        await foreach (var row in RowsAsync("select text from certificates.trusted_keys where kind = 'log'", cancel))
        {
            if (_key is not null && row.GetString(0) != _key.ToText())
                _tell(LogFinding.KeyUnknown(row.GetString(0)));
        }
    }

    /// <summary>Certificates, and the entries of their issue.</summary>
    private async Task<long> IssuesAsync(CancellationToken cancel)
    {
        const string Sql =
            """
            select e.index, e.at, c.number, c.kind, c.issued_on, c.issued_at, c.content, c.content_sha256, c.pdf_sha256, encode(sha256(c.pdf), 'hex'),
                   case when c.firm_id is not null then coalesce(f.credit_code, '?') end,
                   case when c.lot_id is not null then coalesce(l.code, '?') end,
                   case when c.sample_id is not null then coalesce(s.code, '?') end,
                   exists (select from access.deeds d where d.subject = c.number and d.actor_id = c.issued_by),
                   exists (select from access.deeds d where d.subject = c.number and d.new ? 'pdfSha256' and d.new ->> 'pdfSha256' <> c.pdf_sha256)
            from (select * from certificates.log_entries where deed = 'issued') e
            full join certificates.certificates c on c.content_sha256 = e.content
            left join registry.firms f on f.id = c.firm_id
            left join trace.lots l on l.id = c.lot_id
            left join lab.samples s on s.id = c.sample_id
            """;
        var (matched, entriesAlone, certificatesAlone) = (0L, 0L, 0L);
        await foreach (var row in RowsAsync(Sql, cancel))
        {
            if (row.IsDBNull(2))
            {
                entriesAlone++;
                _tell(LogFinding.IssueWithoutCertificate(row.GetInt64(0)));
                continue;
            }

            var number = row.GetString(2);
            if (row.IsDBNull(0))
            {
                certificatesAlone++;
                _tell(LogFinding.CertificateNotLogged(number));
            }
            else
            {
                matched++;
                if (Moment(row, 1) is { } at && at != Moment(row, 5))
                    _tell(LogFinding.IssuedAtOtherTime(number));
            }

            var content = row.GetString(6);
            if (CanonicalJson.Sha256Hex(content) != row.GetString(7))
                _tell(LogFinding.ContentAltered(number));
            if (row.GetString(9) != row.GetString(8) || row.GetBoolean(14))
                _tell(LogFinding.PaperAltered(number));
            if (!Fits(content, number, row.GetString(3), row.GetFieldValue<DateOnly>(4), (Text(row, 10), Text(row, 11), Text(row, 12))))
                _tell(LogFinding.ContentNotItsRow(number));
            if (!row.GetBoolean(13))
                _tell(LogFinding.IssuerNotRecorded(number));
        }

        var entries = await CountAsync("certificates.log_entries where deed = 'issued'", cancel);
        var certificates = await CountAsync("certificates.certificates", cancel);
        if (matched != entries - entriesAlone || matched != certificates - certificatesAlone)
            _tell(LogFinding.IssuesNotOneToOne);
        return certificates;
    }

    private static bool Fits(string json, string number, string kind, DateOnly issuedOn, (string? Firm, string? Lot, string? Sample) codes)
    {
        try
        {
            var content = CertificateContent.Read(json);
            var said = content switch
            {
                { BatchTest: { } batch } => (batch.Firm.Code, batch.Lot, batch.Sample),
                { PassRate: { } rate } => (rate.Firm?.Code, null, null),
                _ => ((string?)content.Consignment?.Firm.Code, (string?)null, (string?)null),
            };
            return content.Number == number && content.IssuedOn == issuedOn && said == codes
                && CertificateWords.TryParse(content.Kind, out CertificateKind is_) && is_.ToString() == kind;
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }

    /// <summary>Ends, and their entries.</summary>
    private async Task<long> EndsAsync(CancellationToken cancel)
    {
        const string Sql =
            """
            select e.index, e.deed, e.statement, e.at, x.certificate_id is not null, x.number, x.content_sha256, x.deed, x.reason, x.note, x.ended_on, x.ended_at,
                   x.statement, x.statement_sha256, x.successor, exists (select from access.deeds d where d.subject = x.number and d.actor_id = x.ended_by),
                   x.successor_content
            from (select * from certificates.log_entries where deed <> 'issued') e
            full join (
                select n.*, c.number, c.content_sha256, case when n.successor_id is not null then coalesce(s.number, '?') end as successor, s.content as successor_content
                from certificates.endings n
                left join certificates.certificates c on c.id = n.certificate_id
                left join certificates.certificates s on s.id = n.successor_id) x on x.content_sha256 = e.content
            """;
        var (matched, entriesAlone, endsAlone) = (0L, 0L, 0L);
        await foreach (var row in RowsAsync(Sql, cancel))
        {
            if (!row.GetBoolean(4))
            {
                entriesAlone++;
                _tell(LogFinding.EndWithoutRow(row.GetInt64(0)));
                continue;
            }

            var number = Text(row, 5) ?? "?";
            var deed = Enum.TryParse<EndingDeed>(row.GetString(7), out var known) ? known : (EndingDeed?)null;
            var sha256 = row.GetString(13);
            if (row.IsDBNull(0))
            {
                endsAlone++;
                _tell(LogFinding.EndNotLogged(number));
            }
            else
            {
                matched++;
                if (row.GetString(1) != deed?.Code() || Text(row, 2) != sha256 || Moment(row, 3) != Moment(row, 11))
                    _tell(LogFinding.EndNotItsEntry(number));
            }

            var statement = row.GetString(12);
            if (CanonicalJson.Sha256Hex(statement) != sha256)
                _tell(LogFinding.StatementAltered(number));
            var successor = Text(row, 14);
            if (deed is null || !Enum.TryParse<EndReason>(row.GetString(8), out var reason) || row.IsDBNull(6)
                || statement != Endings.StatementOf(number, row.GetString(6), deed.Value, row.GetFieldValue<DateOnly>(10), reason, Text(row, 9), successor)
                || (successor is not null && !Replaces(Text(row, 16), number)))
                _tell(LogFinding.StatementNotItsRow(number));
            if (!row.GetBoolean(15))
                _tell(LogFinding.EnderNotRecorded(number));
        }

        var entries = await CountAsync("certificates.log_entries where deed <> 'issued'", cancel);
        var ends = await CountAsync("certificates.endings", cancel);
        if (matched != entries - entriesAlone || matched != ends - endsAlone)
            _tell(LogFinding.EndsNotOneToOne);
        return ends;
    }

    private static bool Replaces(string? successorContent, string number)
    {
        try
        {
            return successorContent is not null && CertificateContent.Read(successorContent).Replaces == number;
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }

    private async IAsyncEnumerable<NpgsqlDataReader> RowsAsync(string sql, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        // Every row of the log may take its time; there is no user who waits.
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
            yield return reader;
    }

    private async Task<long> CountAsync(string fromWhere, CancellationToken cancel)
    {
        var count = 0L;
        await foreach (var row in RowsAsync($"select count(*) from {fromWhere}", cancel))
            count = row.GetInt64(0);
        return count;
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset? Moment(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
}
