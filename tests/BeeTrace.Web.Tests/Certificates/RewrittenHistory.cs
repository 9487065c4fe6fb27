using System.Security.Cryptography;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Certificates.Log;
using BeeTrace.Web.Certificates;
using Npgsql;

namespace BeeTrace.Web.Tests.Certificates;

/// <summary>Somebody who owns the database and the log's key lets a certificate say something else, and everything fits again.</summary>
internal static class RewrittenHistory
{
    /// <summary>Rewrites the certificate of an entry, that entry, every node and every root above it, and the record of the deed.</summary>
    public static async Task WriteAsync(NpgsqlConnection connection, SigningKeys keys, long index)
    {
        string number = "", old = "", json = "";
        byte[] pdf = [];
        await foreach (var row in RowsAsync(connection, $"select c.number, c.content_sha256, c.content, c.pdf from certificates.certificates c join certificates.log_entries e on e.content = c.content_sha256 where e.index = {index} and e.deed = 'issued'"))
            (number, old, json, pdf) = (row.GetString(0), row.GetString(1), row.GetString(2), row.GetFieldValue<byte[]>(3));
        number.ShouldNotBeEmpty();
        var written = (CertificateContent.Read(json) with { Signatory = "somebody else" }).ToCanonicalJson();
        var sha256 = CanonicalJson.Sha256Hex(written);
        byte[] drawn = [.. pdf, (byte)'\n'];
        var pdfSha256 = Convert.ToHexStringLower(SHA256.HashData(drawn));
        await TellAsync(connection, "update certificates.certificates set content = $1, content_sha256 = $2, pdf = $3, pdf_sha256 = $4 where number = $5", written, sha256, drawn, pdfSha256, number);
        await TellAsync(
            connection, "update access.deeds set new = new || jsonb_build_object('pdfSha256', $1::text, 'contentSha256', $2::text) where subject = $3 and new ? 'pdfSha256'", pdfSha256, sha256, number);
        await TellAsync(connection, "update certificates.log_entries set content = $1, entry = $2 where index = $3", sha256, LogEntry.Issued(sha256).ToBytes(), index);

        var entries = new List<byte[]>();
        await foreach (var row in RowsAsync(connection, "select entry from certificates.log_entries order by index"))
            entries.Add(row.GetFieldValue<byte[]>(0));
        var nodes = new Dictionary<NodePlace, LogHash>();
        for (var i = 0; i < entries.Count; i++)
        {
            foreach (var (place, hash) in MerkleTree.Append(i, MerkleTree.LeafHash(entries[i]), place => nodes[place]))
                nodes[place] = hash;
        }

        foreach (var (place, hash) in nodes)
            await TellAsync(connection, "update certificates.log_nodes set hash = $1 where level = $2 and index = $3", hash.ToArray(), place.Level, place.Index);
        var sizes = new List<long>();
        await foreach (var row in RowsAsync(connection, $"select size from certificates.checkpoints where size > {index}"))
            sizes.Add(row.GetInt64(0));
        foreach (var size in sizes)
        {
            var root = MerkleTree.Root(size, place => nodes[place]);
            await TellAsync(
                connection, "update certificates.checkpoints set root = $1, note = $2 where size = $3",
                root.ToArray(), keys.SignCheckpoint(new Checkpoint(keys.LogPublicKey.Name, size, root)).ToString(), size);
        }
    }

    private static async IAsyncEnumerable<NpgsqlDataReader> RowsAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            yield return reader;
    }

    private static async Task TellAsync(NpgsqlConnection connection, string sql, params object[] arguments)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var argument in arguments)
            command.Parameters.Add(new NpgsqlParameter { Value = argument });
        (await command.ExecuteNonQueryAsync()).ShouldBe(1, sql);
    }
}
