using System.Text;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Certificates.Log;
using BeeTrace.Core.Lab;
using BeeTrace.Pdf;
using BeeTrace.Verifier;
using BeeTrace.Web.Certificates;
using Npgsql;

namespace BeeTrace.Web.Tests.Certificates;

/// <summary>Papers on a real database: issued, logged, taken back, replaced, and checked by what is inside them.</summary>
public sealed class CertificateServiceTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task An_issued_paper_carries_its_signature_its_content_and_the_proof_that_it_stands_in_the_log()
    {
        var number = await IssuedAsync();
        var pdf = (await Queries.PdfAsync(number))!;

        var verdict = new PaperCheck(TrustedKeys.Parse(await Log.KeysAsync()).Value).Check(pdf);
        verdict.Finding.ShouldBe(PaperFinding.Holds);
        verdict.Number.ShouldBe(number.ToString());
        var stored = (await Queries.FindAsync(number))!;
        verdict.ContentSha256.ShouldBe(stored.ContentSha256);
        verdict.LogIndex.ShouldBe(stored.LogIndex);
        PdfAttachments.Read(pdf)!.Keys.ShouldBe(["certificate.json", "conformity-credential.json", "log-proof.txt"], ignoreOrder: true);
        Encoding.UTF8.GetString(PdfAttachments.Read(pdf)!["certificate.json"]).ShouldBe(stored.Content);
    }

    [Fact]
    public async Task A_password_given_too_long_ago_signs_nothing_and_a_token_signs_nothing()
    {
        var sample = await PassedAsync();
        var late = world.Signatory with { SignedInAt = world.Clock.GetUtcNow() - Actor.Fresh };
        (await Service.IssueBatchTestAsync(sample, late)).ShouldBeRefused(AccessRefusal.SignInNotFresh);
        (await Service.IssueBatchTestAsync(sample, world.Signatory with { SignedInAt = null })).ShouldBeRefused(AccessRefusal.SignInNotFresh);
        (await Service.IssueBatchTestAsync(sample, world.Reviewer)).ShouldBeRefused(AccessRefusal.NotYourRole);

        (await Service.IssueBatchTestAsync(sample, late with { SignedInAt = world.Clock.GetUtcNow().AddMinutes(-14) })).ShouldBeDone();
    }

    [Fact]
    public async Task A_withdrawn_paper_says_so_everywhere_and_its_bytes_stay()
    {
        var number = await IssuedAsync();
        var issued = (await Queries.PdfAsync(number))!;
        var before = await SizeAsync();

        (await Service.WithdrawAsync(new EndCertificate(number, EndReason.LotStopped, "桶破了 a broken drum"), world.Signatory)).ShouldBeDone();

        var result = await Check.ByNumberAsync(number);
        result.State.ShouldBe(CertificateState.Withdrawn);
        result.Certificate!.EndedOn.ShouldBe(world.Today);
        result.Certificate.Why!.Value.En.ShouldBe("the lot was stopped or recalled (桶破了 a broken drum)");
        (await SizeAsync()).ShouldBe(before + 1);
        (await Check.ByFileAsync(issued)).State.ShouldBe(CertificateState.Withdrawn);

        var today = (await Files.TodayAsync(number, result.Certificate))!;
        today.AsSpan(0, issued.Length).SequenceEqual(issued).ShouldBeTrue("the stamp stands after the bytes as issued");
        today.Length.ShouldBeGreaterThan(issued.Length);
        (await Queries.PdfAsync(number))!.ShouldBe(issued);
        var copy = await Check.ByFileAsync(today);
        copy.State.ShouldBe(CertificateState.Withdrawn);
        copy.Reasons[0].ShouldBe(CheckReason.StampedCopy);
        (await Check.ByFileAsync([.. today, 10])).State.ShouldBe(CertificateState.Altered);
        (await world.DeedsOfAsync(number.ToString())).ShouldContain(d => d.Deed == DeedCode.CertificateWithdrawn);

        (await Service.WithdrawAsync(new EndCertificate(number, EndReason.NotUsed, null), world.Signatory)).ShouldBeRefused(CertificateRefusal.AlreadyEnded);
    }

    [Fact]
    public async Task A_replaced_paper_leads_to_its_successor_and_both_stand_in_the_log()
    {
        var number = await IssuedAsync();
        var next = (await Service.ReplaceAsync(new EndCertificate(number, EndReason.WrongOnPaper, null), world.Signatory)).Value;

        var old = await Check.ByNumberAsync(number);
        old.State.ShouldBe(CertificateState.Replaced);
        old.Certificate!.Successor.ShouldBe(next.ToString());
        var successor = await Check.ByNumberAsync(next);
        successor.State.ShouldBe(CertificateState.Valid);
        successor.Certificate!.Read().Replaces.ShouldBe(number.ToString());
        new PaperCheck(TrustedKeys.Parse(await Log.KeysAsync()).Value).Check((await Queries.PdfAsync(next))!).Finding.ShouldBe(PaperFinding.Holds);
        (await Service.IssueBatchTestAsync(SampleCode.Parse(successor.Certificate.Read().BatchTest!.Sample).Value, world.Signatory)).Value.ShouldBe(next, "issuing again opens the one in force");
    }

    [Fact]
    public async Task Checkpoints_of_any_two_sizes_are_consistent_and_tiles_hold_the_entries()
    {
        await IssuedAsync();
        var early = Checkpoint.Parse(SignedNote.Parse(await Log.CheckpointAsync()).Value.Text).Value;
        await IssuedAsync();
        await IssuedAsync();
        var note = SignedNote.Parse(await Log.CheckpointAsync()).Value;
        var late = Checkpoint.Parse(note.Text).Value;

        world.Get<SigningKeys>().LogPublicKey.Signed(note, Ed25519Signature.Verify).ShouldBeTrue();
        var proof = await Log.ConsistencyAsync(early.Size, late.Size);
        MerkleTree.VerifyConsistency(early.Size, early.Root, late.Size, late.Root, proof!).ShouldBeTrue();
        (await Log.ConsistencyAsync(early.Size, late.Size + 1)).ShouldBeNull();

        LogTile.TryParse($"entries/000.p/{late.Size}", out var entries).ShouldBeTrue();
        var bundle = LogTile.ParseBundle(await Log.TileAsync(entries)).Value;
        bundle.Count.ShouldBe((int)late.Size);
        LogTile.TryParse($"0/000.p/{late.Size}", out var tile).ShouldBeTrue();
        var hashes = (await Log.TileAsync(tile))!;
        for (var i = 0; i < bundle.Count; i++)
        {
            LogEntry.Parse(bundle[i]).ShouldBeDone();
            hashes.AsSpan(i * LogHash.Size, LogHash.Size).SequenceEqual(MerkleTree.LeafHash(bundle[i]).Bytes).ShouldBeTrue();
        }

        LogTile.TryParse("0/001", out var beyond).ShouldBeTrue();
        (await Log.TileAsync(beyond)).ShouldBeNull();
    }

    [Fact]
    public async Task The_database_takes_no_paper_and_no_end_that_is_not_in_the_log()
    {
        var number = await IssuedAsync();
        await using var owner = NpgsqlDataSource.Create(world.Store.SuperuserConnectionString);
        await using var copy = owner.CreateCommand(
            "insert into certificates.certificates select gen_random_uuid(), 'BT-2026-AAAA-AAAA-A', kind, firm_id, lot_id, sample_id, issued_on, issued_at, issued_by, content, repeat('0', 64), pdf, repeat('1', 64) from certificates.certificates limit 1");
        (await Should.ThrowAsync<PostgresException>(() => copy.ExecuteNonQueryAsync())).ConstraintName.ShouldBe("a_certificate_stands_in_the_log");
        await using var end = owner.CreateCommand(
            $"insert into certificates.endings (certificate_id, deed, reason, ended_on, ended_at, ended_by, statement, statement_sha256) select id, 'Withdrawn', 'NotUsed', '2026-06-15', now(), issued_by, '', repeat('0', 64) from certificates.certificates where number = '{number}'");
        (await Should.ThrowAsync<PostgresException>(() => end.ExecuteNonQueryAsync())).ConstraintName.ShouldBe("an_end_stands_in_the_log");
    }

    [Fact]
    public async Task Two_at_once_stand_in_the_log_one_after_the_other()
    {
        var samples = new List<SampleCode>();
        for (var i = 0; i < 6; i++)
            samples.Add(await PassedAsync());
        await world.EnsureLaboratoryAsync();
        var before = await SizeAsync();
        var numbers = await Task.WhenAll(samples.Select(sample => Task.Run(() => Service.IssueBatchTestAsync(sample, world.Signatory))));

        var keys = TrustedKeys.Parse(await Log.KeysAsync()).Value;
        var places = new List<long>();
        foreach (var number in numbers)
        {
            var verdict = new PaperCheck(keys).Check((await Queries.PdfAsync(number.Value))!);
            verdict.Finding.ShouldBe(PaperFinding.Holds);
            places.Add(verdict.LogIndex!.Value);
        }

        places.Order().ShouldBe(Enumerable.Range((int)before, 6).Select(i => (long)i));
    }

    [Fact]
    public async Task A_paper_in_one_language_says_nothing_in_the_other_and_its_content_has_both()
    {
        var sample = await PassedAsync();
        await world.EnsureLaboratoryAsync();
        var number = (await Service.IssueBatchTestAsync(sample, world.Signatory, CertificateLanguage.English)).Value;

        using var pdf = UglyToad.PdfPig.PdfDocument.Open((await Queries.PdfAsync(number))!);
        var text = string.Concat(pdf.GetPages().Select(p => p.Text));
        text.ShouldContain("Batch test certificate");
        text.ShouldNotContain("批次");
        (await Queries.FindAsync(number))!.Content.ShouldContain("试验检测中心");
    }

    [Fact]
    public async Task A_preview_stores_nothing_and_says_on_every_page_that_it_is_none()
    {
        var sample = await PassedAsync();
        await world.EnsureLaboratoryAsync();
        var before = await SizeAsync();
        var preview = (await Service.PreviewBatchTestAsync(sample, world.Signatory)).Value;

        using var pdf = UglyToad.PdfPig.PdfDocument.Open(preview);
        foreach (var page in pdf.GetPages())
            page.Text.ShouldContain("PREVIEW");
        (await SizeAsync()).ShouldBe(before);
        (await Service.PreviewBatchTestAsync(sample, world.Analyst)).ShouldBeRefused(AccessRefusal.NotYourRole);
    }

    [Fact]
    public async Task Look_ups_are_counted_by_the_hour_and_a_rush_is_shown()
    {
        var number = await IssuedAsync();
        var counter = world.Get<LookUpCounter>();
        counter.Count(number);
        counter.Count(CertificateNumber.Create(2026, "ZZZZZZZZ"));
        await counter.WriteAsync();
        (await Queries.FindAsync(number))!.LookUps.ShouldBe(1);
        (await Queries.ListAsync(world.Signatory)).Single(r => r.Number == number).Rush.ShouldBeNull();

        world.Clock.Advance(TimeSpan.FromHours(1));
        for (var i = 0; i < LookUpCounter.FewestOfRush; i++)
            counter.Count(number);
        await counter.WriteAsync();
        var row = (await Queries.ListAsync(world.Signatory)).Single(r => r.Number == number);
        row.LookUps.ShouldBe(LookUpCounter.FewestOfRush + 1);
        row.Rush.ShouldBe(LookUpCounter.FewestOfRush);
    }

    private CertificateService Service => world.Get<CertificateService>();

    private CertificateQueries Queries => world.Get<CertificateQueries>();

    private CertificateCheck Check => world.Get<CertificateCheck>();

    private CertificateFiles Files => world.Get<CertificateFiles>();

    private CertificateLog Log => world.Get<CertificateLog>();

    private async Task<SampleCode> PassedAsync() => await world.ApprovedSampleAsync(await world.LotAsync());

    private async Task<CertificateNumber> IssuedAsync() => await world.CertificateAsync(await PassedAsync());

    private async Task<long> SizeAsync() => Checkpoint.Parse(SignedNote.Parse(await Log.CheckpointAsync()).Value.Text).Value.Size;
}
