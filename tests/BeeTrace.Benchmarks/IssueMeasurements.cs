using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Certificates.Log;
using BeeTrace.Core.Lab;
using BeeTrace.Pdf;
using BeeTrace.Web.Certificates;
using BeeTrace.Web.Commands;
using BeeTrace.Web.Data;
using BeeTrace.Web.Data.Cluster;
using BeeTrace.Web.Import;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace BeeTrace.Benchmarks;

/// <summary>
/// Certificates of the demo county with thirty lines each, all of them fictitious: issued whole, the log's part of it, proofs, and the
/// check page against a bare endpoint with the same bytes and one with the same row.
/// </summary>
internal static class IssueMeasurements
{
    private const int Lines = 30;
    private const int Readers = 8;
    private const int Addresses = 240;
    private static readonly TimeSpan Reading = TimeSpan.FromSeconds(4);

    public static async Task RunAsync(int papers)
    {
        var folder = $"/var/tmp/beetrace-bench-{Guid.NewGuid():N}";
        try
        {
            await using var cluster = await PrivateCluster.StartAsync(new PrivateClusterSettings
            {
                Home = Path.Combine(folder, "home"), FallbackFolder = Path.Combine(folder, "fallback"), Durable = true, MaxConnections = 40,
            });
            await using var database = await cluster.CreateDatabaseAsync("issue");
            await Migrator.MigrateAsync(database.OwnerConnectionString);
            var settings = new Settings("http://127.0.0.1:0", Path.Combine(folder, "keys-and-more"), Demo: true, null, null, "https://beetrace.test");
            await using var app = Web.Commands.Host.Build(settings, new DataConnections(database.AppConnectionString, null));
            await using (var scope = app.Services.CreateAsyncScope())
            {
                var seed = scope.ServiceProvider.GetRequiredService<SeedService>();
                await seed.EnsureReferenceAsync(CancellationToken.None);
                await seed.EnsureDemoAsync(CancellationToken.None);
            }

            await using var super = new NpgsqlConnection(database.SuperuserConnectionString);
            await super.OpenAsync();
            await LengthenAsync(super);

            var signatory = await SignatoryAsync(app.Services);
            DrawAndSign(app.Services, await FirstAsync(app.Services));
            await IssueAsync(app.Services, signatory, papers);
            await LogPartAsync(app.Services, signatory);
            Proofs();
            await app.StartAsync();
            await PagesAsync(app, database.AppConnectionString);
            await app.StopAsync();
        }
        finally
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Every evaluation gets as many lines as a long panel has.</summary>
    private static async Task LengthenAsync(NpgsqlConnection super)
    {
        await using var command = new NpgsqlCommand(
            $"""
            set session_replication_role = replica;
            insert into lab.evaluation_items (evaluation_id, analyte, reading_zh, reading_en, unit, verdict, rule, judged_value, printed_value, verified)
            select e.id, a.code, '未检出（检出限 0.1）', 'not detected (LOD 0.1)', a.unit, 'Pass', 'CnFull', '0', '0', true
            from lab.evaluations e cross join lateral (
                select code, unit from lab.analytes a where not exists (select from lab.evaluation_items i where i.evaluation_id = e.id and i.analyte = a.code)
                order by sort limit {Lines} - (select count(*) from lab.evaluation_items i where i.evaluation_id = e.id)) a
            where e.market = 'CN' and e.verdict = 'Pass';
            set session_replication_role = origin;
            analyze;
            """,
            super);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<Actor> SignatoryAsync(IServiceProvider services)
    {
        await using var work = await services.GetRequiredService<Database>().OpenAsync(Actor.System);
        var account = await work.Db.Accounts.AsNoTracking().FirstAsync(a => a.Role == Role.Signatory);
        return new Actor(new AccountId(account.Id), account.Name, Role.Signatory) { SignedInAt = DateTimeOffset.MaxValue };
    }

    private static async Task<CertificateContent> FirstAsync(IServiceProvider services)
    {
        await using var work = await services.GetRequiredService<Database>().OpenAsync(Actor.System);
        var json = await work.Db.Certificates.Where(c => c.Kind == CertificateKind.BatchTest).Select(c => c.Content).FirstAsync();
        var content = CertificateContent.Read(json);
        var items = content.BatchTest!.Items;
        return content with { BatchTest = content.BatchTest with { Items = [.. Enumerable.Range(0, Lines).Select(i => items[i % items.Count])] } };
    }

    /// <summary>One core, no database.</summary>
    private static void DrawAndSign(IServiceProvider services, CertificateContent content)
    {
        var (paper, signer) = (services.GetRequiredService<CertificatePaper>(), services.GetRequiredService<SigningKeys>().Signer);
        var json = content.ToCanonicalJson();
        byte[] Paper() => signer.Sign(paper.Render(CertificateComposer.Compose(content, json)), new PdfSigning(DateTimeOffset.UnixEpoch.AddYears(56), "n", "r", null, null));
        for (var i = 0; i < 200; i++)
            Paper();
        const int rounds = 400;
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < rounds; i++)
            paper.Render(CertificateComposer.Compose(content, json));
        var drawing = watch.Elapsed.TotalMilliseconds / rounds;
        watch.Restart();
        for (var i = 0; i < rounds; i++)
            Paper();
        var (each, deflate) = (watch.Elapsed.TotalMilliseconds / rounds, Deflate(Paper().Length));
        Measure.Say($"drawn and signed, {Lines} lines, {Paper().Length / 1024.0:0.0} KiB: {1000 / each:0} a second on one core ({each:0.00} ms, of which drawing {drawing:0.00}; zlib over as many bytes {deflate:0.00} ms: {each / deflate:0.0} x)");
    }

    private static double Deflate(int bytes)
    {
        var font = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "fonts", "NotoSansSC-Regular.ttf"));
        var payload = font[(font.Length / 2)..((font.Length / 2) + bytes)];
        var times = new List<double>();
        for (var i = 0; i < 200; i++)
        {
            var from = Stopwatch.GetTimestamp();
            using var compressed = new MemoryStream();
            using (var zlib = new System.IO.Compression.ZLibStream(compressed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
                zlib.Write(payload);
            times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        }

        return Measure.Part(times, 0.5);
    }

    /// <summary>Two signatories at once, each paper a transaction of its own; then one after the other for the memory.</summary>
    private static async Task IssueAsync(IServiceProvider services, Actor signatory, int papers)
    {
        var (service, queries) = (services.GetRequiredService<CertificateService>(), services.GetRequiredService<CertificateQueries>());
        var samples = (await queries.ReadyAsync(signatory)).Select(r => r.Sample).ToList();
        var numbers = new List<CertificateNumber>();
        foreach (var sample in samples.Take(20))
            numbers.Add((await service.IssueBatchTestAsync(sample, signatory)).Value);

        var times = new List<double>();
        var waiting = new Queue<SampleCode>(samples.Skip(20));
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            while (true)
            {
                SampleCode next;
                lock (waiting)
                {
                    if (!waiting.TryDequeue(out next))
                        return;
                }

                var from = Stopwatch.GetTimestamp();
                var issued = await service.IssueBatchTestAsync(next, signatory);
                lock (times)
                {
                    times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
                    if (issued.IsDone)
                        numbers.Add(issued.Value);
                }
            }
        })));
        Measure.Say($"issued whole, two at once, {times.Count} papers: {times.Count / watch.Elapsed.TotalSeconds:0.0} a second, p50 {Measure.Part(times, 0.5):0.0} ms, p95 {Measure.Part(times, 0.95):0.0} ms");

        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        long peak = 0;
        watch.Restart();
        var ends = new Queue<CertificateNumber>(numbers);
        for (var i = 0; i < papers; i++)
        {
            var replaced = await service.ReplaceAsync(new EndCertificate(ends.Dequeue(), EndReason.WrongOnPaper, null), signatory);
            ends.Enqueue(replaced.Value);
            peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
        }

        Measure.Say($"{papers} papers one after the other, each in place of another: {papers / watch.Elapsed.TotalSeconds:0.0} a second; managed memory {before / 1e6:0} MB before, {GC.GetTotalMemory(forceFullCollection: true) / 1e6:0} MB after, at most {peak / 1e6:0} MB between");
    }

    /// <summary>What the log adds to a transaction that writes a row and commits.</summary>
    private static async Task LogPartAsync(IServiceProvider services, Actor signatory)
    {
        var (database, log) = (services.GetRequiredService<Database>(), services.GetRequiredService<CertificateLog>());
        async Task<double> OnceAsync(bool logs)
        {
            var from = Stopwatch.GetTimestamp();
            await using var work = await database.OpenAsync(signatory);
            work.Record(DeedCode.CertificateIssued, "bench");
            if (logs)
                await log.AppendAsync(work, work.Now, [LogEntry.Issued(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)))], CancellationToken.None);
            await work.CommitAsync();
            return Stopwatch.GetElapsedTime(from).TotalMilliseconds;
        }

        var (with, without) = (new List<double>(), new List<double>());
        for (var i = 0; i < 300; i++)
        {
            without.Add(await OnceAsync(logs: false));
            with.Add(await OnceAsync(logs: true));
        }

        var (w, o) = (Measure.Part(with, 0.5), Measure.Part(without, 0.5));
        Measure.Say($"a deed committed {o:0.00} ms, with a log entry, its proof and its signed checkpoint {w:0.00} ms: the log adds {w - o:0.00} ms");
    }

    private static void Proofs()
    {
        const int leaves = 100_000;
        var nodes = new Dictionary<NodePlace, LogHash>();
        for (var i = 0; i < leaves; i++)
        {
            foreach (var (place, hash) in MerkleTree.Append(i, MerkleTree.LeafHash(Encoding.UTF8.GetBytes($"entry {i}")), p => nodes[p]))
                nodes[place] = hash;
        }

        var root = MerkleTree.Root(leaves, p => nodes[p]);
        var proofs = Enumerable.Range(0, 20_000).Select(i => (Index: (long)i * 5, Proof: MerkleTree.InclusionProof((long)i * 5, leaves, p => nodes[p]))).ToList();
        var watch = Stopwatch.StartNew();
        var held = 0;
        for (var round = 0; round < 10; round++)
        {
            foreach (var (index, proof) in proofs)
                held += MerkleTree.VerifyInclusion(nodes[new NodePlace(0, index)], index, leaves, proof, root) ? 1 : 0;
        }

        Measure.Say($"proofs of inclusion in {leaves:N0} leaves: {held / watch.Elapsed.TotalSeconds:0} verified a second on one core, at most {proofs.Max(p => p.Proof.Count)} hashes");
    }

    /// <summary>The page of one certificate, kept and not kept, against what cannot be avoided.</summary>
    private static async Task PagesAsync(WebApplication app, string connection)
    {
        var address = new Uri(app.Urls.Single());
        var numbers = new List<string>();
        await using var source = NpgsqlDataSource.Create(connection);
        await using (var work = await app.Services.GetRequiredService<Database>().OpenAsync(Actor.System))
            numbers.AddRange((await work.Db.Certificates.Where(c => c.Kind == CertificateKind.BatchTest).Select(c => c.Number).ToListAsync()).Select(n => n.ToString()));
        // Look-ups are limited by address, so that many readers must come from many.
        var clients = Enumerable.Range(1, Addresses).Select(n => From(IPAddress.Parse($"127.0.7.{n}"), address)).ToArray();
        var page = await clients[0].GetByteArrayAsync(new Uri($"/c/{numbers[0]}", UriKind.Relative));

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var bare = builder.Build();
        bare.MapGet("/bare", () => Results.Bytes(page, "text/html; charset=utf-8"));
        bare.MapGet("/row/{number}", async (string number) =>
        {
            await using var connection = await source.OpenConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            await using var actor = new NpgsqlCommand("select set_config('beetrace.actor_role', 'public', true)", connection);
            await actor.ExecuteNonQueryAsync();
            await using var command = new NpgsqlCommand("select content from certificates.public_view($1, null)", connection) { Parameters = { new() { Value = number } } };
            await command.ExecuteScalarAsync();
            await transaction.CommitAsync();
            return Results.Bytes(page, "text/html; charset=utf-8");
        });
        await bare.StartAsync();
        var plain = Enumerable.Range(1, Addresses).Select(n => From(IPAddress.Parse($"127.0.7.{n}"), new Uri(bare.Urls.Single()))).ToArray();

        for (var round = 0; round < 2; round++)
        {
            var floor = await RateAsync(plain, _ => "/bare");
            var kept = await RateAsync(clients, _ => $"/c/{numbers[0]}");
            var row = await RateAsync(plain, i => $"/row/{numbers[i % numbers.Count]}");
            var fresh = await RateAsync(clients, i => $"/c/{numbers[i % numbers.Count]}");
            Measure.Say($"check page ({page.Length / 1024.0:0.0} KiB): bare endpoint {floor:0}, kept {kept:0} ({kept / floor:0.00} x); endpoint with one row {row:0}, {numbers.Count} pages in turn {fresh:0} ({fresh / row:0.00} x), requests a second");
        }

        await bare.StopAsync();
    }

    private static HttpClient From(IPAddress own, Uri address) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (context, cancel) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(new IPEndPoint(own, 0));
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, address.Port), cancel);
            return new NetworkStream(socket, ownsSocket: true);
        },
    }) { BaseAddress = address };

    private static async Task<double> RateAsync(HttpClient[] clients, Func<int, string> address)
    {
        var done = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Readers).Select(_ => Task.Run(async () =>
        {
            while (watch.Elapsed < Reading)
            {
                var n = Interlocked.Increment(ref done);
                using var response = await clients[n % clients.Length].GetAsync(new Uri(address(n), UriKind.Relative));
                response.EnsureSuccessStatusCode();
            }
        })));
        return done / watch.Elapsed.TotalSeconds;
    }
}
