using System.Collections.Concurrent;
using System.Net;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Certificates.Log;
using BeeTrace.Verifier;
using BeeTrace.Web.Certificates;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace BeeTrace.Web.Tests.Certificates;

/// <summary>Checkpoints on their way to witnesses who check everything, know more, know something else, or talk nonsense.</summary>
public sealed class WitnessesTests(World world) : IClassFixture<World>
{
    private readonly Lines _log = new();

    [Fact]
    public async Task A_new_checkpoint_is_signed_and_served_and_the_next_one_grows_from_it()
    {
        await IssueAsync();
        var witness = new TestWitness("grows.test", Key);
        var witnesses = Of(witness);
        await witnesses.OfferAsync();

        var first = await ServedAsync();
        witness.Witness.Key.Signed(first, Ed25519Signature.Verify).ShouldBeTrue();
        Key.Signed(first, Ed25519Signature.Verify).ShouldBeTrue();
        await witnesses.OfferAsync();
        witness.Asked.Count.ShouldBe(1, "what is signed is not sent again");

        await IssueAsync();
        await IssueAsync();
        // A host that was started anew knows it from the database.
        await Of(witness).OfferAsync();
        witness.Asked.ShouldBe([0, SizeOf(first)]);
        witness.Witness.Key.Signed(await ServedAsync(), Ed25519Signature.Verify).ShouldBeTrue();
        _log.Written.ShouldBeEmpty();

        var findings = new List<LogFinding>();
        await using var work = await world.Get<Database>().OpenPictureAsync(Actor.System);
        await LogAudit.RunAsync((NpgsqlConnection)work.Db.Database.GetDbConnection(), Key, [witness.Witness.Key], await ServedAsync(), findings.Add);
        findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_witness_that_knows_an_older_size_than_is_known_here_is_asked_with_its_own()
    {
        await IssueAsync();
        var witness = new TestWitness("knows.test", Key);
        var early = Checkpoint.Parse((await ServedAsync()).Text).Value;
        witness.Seen = (early.Size, early.Root);
        await IssueAsync();

        await Of(witness).OfferAsync();

        witness.Asked.ShouldBe([0, early.Size]);
        (await KeptAsync(witness)).ShouldBe([early.Size + 1]);
    }

    [Fact]
    public async Task A_database_older_than_what_the_witness_has_seen_is_a_finding_and_nothing_is_overwritten()
    {
        await IssueAsync();
        var witness = new TestWitness("older.test", Key) { Seen = (1000, MerkleTree.LeafHash([1])) };
        var witnesses = Of(witness);
        await witnesses.OfferAsync();
        world.Clock.Advance(TimeSpan.FromHours(1));
        await witnesses.OfferAsync();

        witness.Asked.Count.ShouldBe(2);
        witness.Seen.Size.ShouldBe(1000);
        (await KeptAsync(witness)).ShouldBeEmpty();
        var (level, line) = _log.Written.ShouldHaveSingleItem();
        level.ShouldBe(LogLevel.Critical);
        line.ShouldContain("has signed 1000 entries");
        line.ShouldContain("older backup");
    }

    [Fact]
    public async Task A_witness_that_has_seen_another_history_is_a_finding()
    {
        await IssueAsync();
        var size = SizeOf(await ServedAsync());
        var sameSize = new TestWitness("same.test", Key) { Seen = (size, MerkleTree.LeafHash([2])) };
        await Of(sameSize).OfferAsync();
        await IssueAsync();
        var shorter = new TestWitness("shorter.test", Key) { Seen = (size, MerkleTree.LeafHash([3])) };
        await Of(shorter).OfferAsync();

        (await KeptAsync(sameSize)).ShouldBeEmpty();
        (await KeptAsync(shorter)).ShouldBeEmpty();
        _log.Written.Select(w => w.Level).ShouldBe([LogLevel.Critical, LogLevel.Critical]);
        _log.Written.ShouldAllBe(w => w.Line.Contains("History was rewritten", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_no_signature_of_the_witness_over_this_checkpoint_is_not_kept()
    {
        await IssueAsync();
        var witness = new TestWitness("garbage.test", Key);
        var impostor = new TestWitness("impostor.test", Key);
        Func<SignedNote, HttpResponseMessage>[] nonsense =
        [
            _ => TestWitness.Answer(HttpStatusCode.OK, ""),
            _ => TestWitness.Answer(HttpStatusCode.OK, "<html>welcome</html>\n"),
            note => TestWitness.Answer(HttpStatusCode.OK, witness.Line(note.Text + "more\n")),
            note => TestWitness.Answer(HttpStatusCode.OK, impostor.Line(note.Text)),
            note => TestWitness.Answer(HttpStatusCode.OK, impostor.Line(note.Text).Replace("impostor.test", "garbage.test", StringComparison.Ordinal)),
            note => TestWitness.Answer(HttpStatusCode.OK, witness.Line(note.Text) + witness.Line(note.Text + "more\n")),
            note => TestWitness.Answer(HttpStatusCode.Accepted, witness.Line(note.Text)),
            _ => TestWitness.Answer(HttpStatusCode.Conflict, "many\n"),
            _ => TestWitness.Answer(HttpStatusCode.InternalServerError, "0\n"),
            note => TestWitness.Answer(HttpStatusCode.OK, witness.Line(note.Text) + new string('x', Witnesses.LongestAnswer) + "\n"),
            _ => throw new HttpRequestException("The line is dead."),
        ];
        foreach (var instead in nonsense)
        {
            witness.Instead = instead;
            await Of(witness).OfferAsync();
            (await KeptAsync(witness)).ShouldBeEmpty();
        }

        witness.Asked.Count.ShouldBe(nonsense.Length);
        _log.Written.Count.ShouldBe(nonsense.Length);
        witness.Instead = note => TestWitness.Answer(HttpStatusCode.OK, impostor.Line(note.Text) + witness.Line(note.Text));
        await Of(witness).OfferAsync();
        (await KeptAsync(witness)).ShouldNotBeEmpty("lines of other keys are passed over");
    }

    [Fact]
    public async Task A_witness_that_does_not_answer_is_asked_later_and_keeps_nobody_else_from_signing()
    {
        await IssueAsync();
        var dead = new TestWitness("dead.test", Key) { Instead = _ => throw new HttpRequestException("The line is dead.") };
        var living = new TestWitness("living.test", Key);
        var witnesses = new Witnesses(
            [dead.Witness, living.Witness], new HttpClient(new ByHost(dead, living)), world.Get<CertificateLog>(), world.Get<Database>(), world.Clock, _log);
        await witnesses.OfferAsync();
        (await KeptAsync(living)).Count.ShouldBe(1);
        await witnesses.OfferAsync();
        dead.Asked.Count.ShouldBe(1);

        dead.Instead = null;
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await witnesses.OfferAsync();
        (await KeptAsync(dead)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_host_sends_on_its_own()
    {
        await IssueAsync();
        var witness = new TestWitness("host.test", Key);
        var witnesses = Of(witness);
        await witnesses.StartAsync(TestContext.Current.CancellationToken);
        await witness.Signed.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await witnesses.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Witnesses_are_set_as_keys_with_addresses()
    {
        var one = new TestWitness("one.test", Key).Witness;
        var two = new TestWitness("two.test", Key).Witness;
        Witness.ParseAll($"{one.Key.ToText()} {one.Url}/, {two.Key.ToText()}  {two.Url}").Select(w => (w.Key.ToText(), w.Url)).ShouldBe([(one.Key.ToText(), one.Url), (two.Key.ToText(), two.Url)]);
        Witness.ParseAll(null).ShouldBeEmpty();
        Witness.ParseAll(" ").ShouldBeEmpty();
        foreach (var wrong in new[] { "x", one.Key.ToText(), $"{one.Key.ToText()} nowhere", $"{one.Key.ToText()} ftp://x", $"{Key.ToText()} {one.Url}", $"{one.Key.ToText()} {one.Url}, {one.Key.ToText()} {two.Url}" })
            Should.Throw<DataSetupException>(() => Witness.ParseAll(wrong)).Message.ShouldContain("BEETRACE_WITNESSES");
    }

    private NoteKey Key => world.Get<SigningKeys>().LogPublicKey;

    private Witnesses Of(TestWitness witness)
    {
        var http = new HttpClient(witness, disposeHandler: false) { MaxResponseContentBufferSize = Witnesses.LongestAnswer };
        return new Witnesses([witness.Witness], http, world.Get<CertificateLog>(), world.Get<Database>(), world.Clock, _log);
    }

    private async Task IssueAsync() => await world.CertificateAsync(await world.ApprovedSampleAsync(await world.LotAsync()));

    private async Task<SignedNote> ServedAsync() => SignedNote.Parse(await world.Get<CertificateLog>().CheckpointAsync()).Value;

    private static long SizeOf(SignedNote note) => Checkpoint.Parse(note.Text).Value.Size;

    private Task<List<long>> KeptAsync(TestWitness witness)
    {
        var name = witness.Witness.Key.Name;
        return world.SeeAsync(Actor.Public, db => db.Database.SqlQuery<long>($"""select size as "Value" from certificates.cosignatures where witness = {name} order by size""").ToListAsync());
    }

    /// <summary>Two witnesses behind one client.</summary>
    private sealed class ByHost(params TestWitness[] witnesses) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            new HttpMessageInvoker(witnesses.Single(w => w.Witness.Url.Host == request.RequestUri!.Host), disposeHandler: false).SendAsync(request, cancellationToken);
    }

    private sealed class Lines : ILogger<Witnesses>
    {
        public ConcurrentQueue<(LogLevel Level, string Line)> Written { get; } = new();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Enqueue((logLevel, formatter(state, exception)));
    }
}
