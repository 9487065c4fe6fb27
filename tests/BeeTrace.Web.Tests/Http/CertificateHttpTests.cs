using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using BeeTrace.Core;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Certificates.Log;
using BeeTrace.Web.Certificates;

namespace BeeTrace.Web.Tests.Http;

/// <summary>What strangers, their programs and followers of the log get over the wire.</summary>
public sealed class CertificateHttpTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task A_page_that_was_kept_is_thrown_away_when_its_certificate_ends_and_every_look_counts()
    {
        var number = await IssuedAsync();
        using var reader = host.Reader();
        (await TextAsync(reader, $"/c/{number}")).ShouldContain("This certificate is valid");
        (await TextAsync(reader, $"/c/{number}?from=a-campaign")).ShouldContain("Nobody looked this number up before.", Case.Sensitive, "the kept page");

        (await host.Get<CertificateService>().WithdrawAsync(new EndCertificate(number, EndReason.Misused, null), host.World.Signatory)).ShouldBeDone();
        await host.Get<LookUpCounter>().WriteAsync();
        var page = await TextAsync(reader, $"/c/{number}");
        page.ShouldContain("This certificate was withdrawn");
        page.ShouldContain("because the paper was misused");
        page.ShouldContain("looked up 2 times");
    }

    [Fact]
    public async Task The_api_answers_304_to_who_has_the_state_already_and_lets_other_sites_read()
    {
        var number = await IssuedAsync();
        using var reader = host.Reader();
        using var first = await reader.GetAsync(Here($"/api/v1/certificates/{number}"));
        first.Headers.ETag.ShouldNotBeNull();

        using var again = new HttpRequestMessage(HttpMethod.Get, Here($"/api/v1/certificates/{number}")) { Headers = { IfNoneMatch = { first.Headers.ETag } } };
        again.Headers.Add("Origin", "https://importer.example");
        using var second = await reader.SendAsync(again);
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        second.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);

        (await host.Get<CertificateService>().WithdrawAsync(new EndCertificate(number, EndReason.NotUsed, null), host.World.Signatory)).ShouldBeDone();
        using var changed = new HttpRequestMessage(HttpMethod.Get, Here($"/api/v1/certificates/{number}")) { Headers = { IfNoneMatch = { first.Headers.ETag } } };
        using var third = await reader.SendAsync(changed);
        third.StatusCode.ShouldBe(HttpStatusCode.OK);
        var json = JsonDocument.Parse(await third.Content.ReadAsStringAsync()).RootElement;
        json.GetProperty("state").GetString().ShouldBe("withdrawn");
        json.GetProperty("log").GetProperty("root").GetString()!.Length.ShouldBe(64);
    }

    [Fact]
    public async Task Who_follows_the_log_finds_checkpoint_tiles_entries_consistency_and_keys()
    {
        var number = await IssuedAsync();
        await IssuedAsync();
        using var reader = host.Reader();
        var checkpoint = Checkpoint.Parse(SignedNote.Parse(await TextAsync(reader, "/log/checkpoint")).Value.Text).Value;
        var tile = await reader.GetByteArrayAsync(Here($"/log/tile/0/000.p/{checkpoint.Size}"));
        tile.Length.ShouldBe((int)checkpoint.Size * LogHash.Size);
        LogHash Leaf(NodePlace place) => LogHash.FromBytes(tile.AsSpan((int)place.Index * LogHash.Size, LogHash.Size));
        LogHash Node(NodePlace place) => place.Level == 0 ? Leaf(place) : MerkleTree.NodeHash(Node(new(place.Level - 1, 2 * place.Index)), Node(new(place.Level - 1, (2 * place.Index) + 1)));
        MerkleTree.Root(checkpoint.Size, Node).ShouldBe(checkpoint.Root, "a stranger arrives at the signed root");

        var proof = LogProof.Parse(await TextAsync(reader, $"/c/{number}.proof")).Value;
        var content = await reader.GetByteArrayAsync(Here($"/c/{number}.json"));
        var leaf = LogEntry.Issued(CanonicalJson.Sha256Hex(Encoding.UTF8.GetString(content))).Leaf;
        MerkleTree.VerifyInclusion(leaf, proof.Index, checkpoint.Size, proof.Hashes, checkpoint.Root).ShouldBeTrue();
        (await TextAsync(reader, $"/log/consistency/1/{checkpoint.Size}")).ShouldNotBeEmpty();
        (await TextAsync(reader, "/log/keys.txt")).ShouldContain("BEGIN CERTIFICATE");
        using var beyond = await reader.GetAsync(Here("/log/tile/0/005"));
        beyond.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var nonsense = await reader.GetAsync(Here("/log/tile/0/abc"));
        nonsense.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Files_that_are_no_paper_of_ours_each_get_a_sentence_and_never_an_error()
    {
        var number = await IssuedAsync();
        using var reader = host.Reader();
        var issued = await reader.GetByteArrayAsync(Here($"/c/{number}.pdf"));
        (byte[] File, string State)[] cases =
        [
            ([], "unreadable"),
            ("PK\u0003\u0004 a workbook"u8.ToArray(), "unreadable"),
            ("%PDF-1.7\nnothing"u8.ToArray(), "unreadable"),
            (issued[..(issued.Length / 2)], "altered"),
            ([.. issued, .. "\n% more"u8], "altered"),
            (issued, "valid"),
        ];
        foreach (var (file, state) in cases)
        {
            using var body = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } };
            using var response = await reader.PostAsync(Here("/api/v1/check"), body);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
            json.GetProperty("reasons").GetArrayLength().ShouldBeGreaterThan(0);
            json.GetProperty("state").GetString().ShouldBe(state, $"{file.Length} bytes: {json.GetProperty("reasons")}");
        }

        using var huge = new StreamContent(new EndlessStream(500_000_000)) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf"), ContentLength = 500_000_000 } };
        using var refused = await reader.PostAsync(Here("/api/v1/check"), huge);
        refused.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    private async Task<CertificateNumber> IssuedAsync()
    {
        await host.World.EnsureLaboratoryAsync();
        return (await host.Get<CertificateService>().IssueBatchTestAsync(await host.World.ApprovedSampleAsync(await host.World.LotAsync()), host.World.Signatory)).Value;
    }

    private static async Task<string> TextAsync(HttpClient reader, string address)
    {
        using var response = await reader.GetAsync(Here(address));
        response.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
    }

    private static Uri Here(string address) => new(address, UriKind.Relative);

    /// <summary>As many bytes as somebody says, of nothing.</summary>
    private sealed class EndlessStream(long length) : Stream
    {
        private long _position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get => _position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - _position);
            _position += read;
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
