using System.Diagnostics;
using System.Formats.Asn1;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using BeeTrace.Core.Certificates.Log;
using BeeTrace.Pdf;
using BeeTrace.Pdf.Tests;

namespace BeeTrace.Verifier.Tests;

/// <summary>The check that runs in a reader's browser is a second hand's work: of every file it must say what the first says.</summary>
public sealed class BrowserTests : IDisposable
{
    private const int Before = 11;

    private static readonly TestIssuer Issuer = new("Office");
    private static readonly TestLog Log = TestLog.With(TestIssuer.Content, Before, after: 8);
    private static readonly byte[] Good = Issuer.Paper(TestIssuer.Content, Log.Proof(Before));

    private readonly string _folder = Directory.CreateTempSubdirectory("beetrace-browser-check-").FullName;
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Of_any_byte_that_changed_it_says_the_same()
    {
        var random = new Random(5280);
        Add("good", Good);
        for (var round = 0; round < 120; round++)
            Add("flipped", Changed(Good, file => file[random.Next(file.Length)] ^= (byte)(1 << random.Next(8))));
        // Where the structure is: the table, the trailer, the signature's own dictionary and the form.
        var newest = Good.AsSpan().LastIndexOf("/Type/Sig"u8);
        for (var round = 0; round < 120; round++)
        {
            var at = Structural(random, newest);
            Add("structure", Changed(Good, file => file[at] = (byte)((file[at] + random.Next(1, 128)) % 128)));
        }

        for (var length = 0; length < Good.Length; length += 331)
            Add("cut", Good[..length]);

        var findings = await BothAsync(Keys());
        findings.ShouldContain(PaperFinding.ContentChanged);
        findings.ShouldContain(PaperFinding.Unreadable);
        findings.Count(finding => finding == PaperFinding.Holds).ShouldBe(1);
    }

    [Fact]
    public async Task Of_any_byte_of_the_signature_that_changed_it_says_the_same()
    {
        var random = new Random(8032);
        var message = MessageOf(Good);
        for (var round = 0; round < 300; round++)
            Add("message", WithMessage(Good, Changed(message, bytes => bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8)))));
        Add("more", WithMessage(Good, [.. message, 1]));
        Add("small letters", Replaced(Good, Convert.ToHexString(message), Convert.ToHexStringLower(message)));

        var findings = await BothAsync(Keys());
        findings.ShouldContain(PaperFinding.SignatureMalformed);
        findings.ShouldNotContain(PaperFinding.Holds);
    }

    [Fact]
    public async Task Of_what_is_no_paper_it_says_the_same()
    {
        Add("empty", []);
        Add("text", Encoding.UTF8.GetBytes(TestIssuer.Content));
        Add("zip", Zip());
        Add("large", new byte[PaperCheck.LargestFile + 1]);
        Add("largest", new byte[PaperCheck.LargestFile]);
        Add("nothing", "%PDF-1.7\nnothing\n%%EOF\n"u8.ToArray());
        Add("unsigned", TestIssuer.Unsigned());
        Add("line added", [.. Good, (byte)'\n']);
        Add("signed twice", Issuer.Sign(Good));
        Add("gap", Replaced(Good, "/ByteRange[0 ", "/ByteRange[1 "));
        Add("other filter", Replaced(Good, "ETSI.CAdES.detached", "adbe.pkcs7.detached"));
        Add("not in a form", Replaced(Good, "/FT/Sig", "/FT/Sog"));
        Add("locked", Replaced(TestIssuer.Unsigned(), "/Info ", "/Encrypt null/Info ", sameLength: false));
        Add("stream", Streamed("/Type/Page"));
        Add("stream with a signature", Streamed("/Type/Sig/ByteRange[0 1 2 3]"));

        var findings = await BothAsync(Keys());
        findings.Distinct().ShouldBe(
            [
                PaperFinding.NotPdf, PaperFinding.ZipFile, PaperFinding.TooLarge, PaperFinding.Unreadable, PaperFinding.NotSigned, PaperFinding.AppendedAfterSignature,
                PaperFinding.SeveralSignatures, PaperFinding.RangeHasGap, PaperFinding.SignatureMalformed,
            ],
            ignoreOrder: true);
    }

    [Fact]
    public async Task Of_content_and_proof_it_says_the_same()
    {
        foreach (var missing in new[] { PaperAttachment.Content, PaperAttachment.Credential, PaperAttachment.Proof })
        {
            (string, byte[])[] all = [(PaperAttachment.Content, Bytes(TestIssuer.Content)), (PaperAttachment.Credential, []), (PaperAttachment.Proof, TestLog.Bytes(Log.Proof(Before)))];
            Add("without", Issuer.Sign(TestIssuer.Unsigned([.. all.Where(attachment => attachment.Item1 != missing)])));
            Add("empty credential", Issuer.Sign(TestIssuer.Unsigned(all)));
        }

        foreach (var content in new[]
        {
            "", "no JSON", "{\"a\":1,\"a\":1}", "{\"number\":\"b\",\"a\":1}", "{\"a\":1.0,\"number\":\"b\"}", "{\"a\":-0,\"number\":\"b\"}", "{\"a\":9007199254740993,\"number\":\"b\"}",
            "{\"number\":\"\\ud800\"}", "{\"number\":\"\\u0041\"}", "\ufeff{\"number\":\"b\"}", "{\"number\":\"b\"}\n", $"{{\"a\":{new string('[', 63)}{new string(']', 63)},\"number\":\"b\"}}",
            $"{{\"a\":{new string('[', 64)}{new string(']', 64)},\"number\":\"b\"}}", "{\"10\":1,\"9\":1,\"number\":\"b\"}", "{\"__proto__\":1,\"number\":\"b\"}", "{\"€\":\"蜂\\u001f\\n\\\"\\\\/\u007f\u2028\",\"number\":\"b\"}",
            "{\"number\":7}", "{\"number\":\"\"}", "{\"number\":\"a\\u001bb\"}", "{\"number\":\"a\u0085b\"}", "[\"number\"]", "null", "\"number\"", $"{{\"number\":\"{new string('b', 65)}\"}}",
        })
        {
            Add("content", Issuer.Paper(content, Log.Proof(Before)));
        }

        var proof = Log.Proof(Before).ToText();
        foreach (var text in new[]
        {
            "no proof", "\ufeff" + proof, proof[..^1], proof + "\n", proof.Replace("index 11", "index 011", StringComparison.Ordinal), proof.Replace("index 11", "index 9223372036854775808", StringComparison.Ordinal),
            proof.Replace("index 11", "index 9223372036854775807", StringComparison.Ordinal), proof.Replace("@v1", "@v2", StringComparison.Ordinal), proof.Replace("— ", "- ", StringComparison.Ordinal), proof.Replace("=\n", "\n", StringComparison.Ordinal),
            proof.Replace("\n\n", "\n\t\n\n", StringComparison.Ordinal), proof.Replace("beetrace.example", "beetrace\u00a0example", StringComparison.Ordinal), proof.Replace("\n20\n", "\n21\n", StringComparison.Ordinal),
        })
        {
            Add("proof", Issuer.Paper(Bytes(TestIssuer.Content), Bytes(text)));
        }

        Add("no text", Issuer.Paper(Bytes(TestIssuer.Content), [0xff, 0xfe]));
        Add("poem", Issuer.Paper(TestIssuer.Content, new LogProof(0, [], new("a poem\n", [Log.Signer.Sign("a poem\n")]))));
        Add("other place", Issuer.Paper(TestIssuer.Content, Log.Proof(Before) with { Index = Before - 1 }));
        Add("no hashes", Issuer.Paper(TestIssuer.Content, Log.Proof(Before) with { Hashes = [] }));
        Add("smaller tree", Issuer.Paper(TestIssuer.Content, Log.Proof(Before) with { Checkpoint = Log.Checkpoint(Before + 1) }));
        Add("another's proof", Issuer.Paper(TestIssuer.Content, Log.Proof(Before + 1)));
        Add("elsewhere", Issuer.Paper(TestIssuer.Content, TestLog.With(TestIssuer.Content, Before, 8, "elsewhere.example/log").Proof(Before)));
        Add("impostor", Issuer.Paper(TestIssuer.Content, TestLog.With(TestIssuer.Content, Before, 8).Proof(Before)));
        for (var size = Before + 1; size <= Before + 9; size++)
            Add("every size", Issuer.Paper(TestIssuer.Content, Log.Proof(Before, size)));

        var findings = await BothAsync(Keys());
        findings.Count(finding => finding == PaperFinding.Holds).ShouldBeGreaterThanOrEqualTo(12);
        PaperFinding[] seen =
        [
            PaperFinding.AttachmentMissing, PaperFinding.ContentNotCanonical, PaperFinding.NumberMissing, PaperFinding.ProofMalformed, PaperFinding.CheckpointMalformed,
            PaperFinding.OtherLog, PaperFinding.CheckpointNotSigned, PaperFinding.NotInLog,
        ];
        foreach (var finding in seen)
            findings.ShouldContain(finding);
    }

    [Fact]
    public async Task Of_keys_that_are_exchanged_and_of_witnesses_it_says_the_same()
    {
        var old = new TestSigner(TestIssuer.Origin, NoteKey.Ed25519);
        var note = Log.Checkpoint();
        Add("one of two", Good);
        Add("both", Issuer.Paper(TestIssuer.Content, Log.Proof(Before, null, old, Log.Witness)));
        Add("false one", Issuer.Paper(TestIssuer.Content, Log.Proof(Before) with { Checkpoint = note with { Signatures = [.. note.Signatures, old.Sign("another text\n")] } }));
        Add("witness", Issuer.Paper(TestIssuer.Content, Log.Proof(Before, null, Log.OtherWitness)));
        Add("false witness", Issuer.Paper(TestIssuer.Content, Log.Proof(Before) with { Checkpoint = note with { Signatures = [.. note.Signatures, Log.Witness.Sign("another text\n")] } }));

        (await BothAsync(Keys() + $"{old.Key.ToText()}\nwitness {Log.Witness.Key.ToText()}\nwitness {Log.OtherWitness.Key.ToText()}\nwitnesses 1\n"))
            .ShouldBe([PaperFinding.WitnessesMissing, PaperFinding.Holds, PaperFinding.CheckpointNotSigned, PaperFinding.Holds, PaperFinding.WitnessesMissing]);
    }

    [Fact]
    public async Task Of_signers_chains_and_clocks_it_says_the_same()
    {
        var root = TestAuthority.Root("Root");
        var office = root.Intermediate("Office");
        var clocks = TestAuthority.Root("Clocks");
        var stranger = TestAuthority.Root("Root");
        byte[] Paper(X509Certificate2 signer, Func<ReadOnlyMemory<byte>, byte[]>? timestamp = null, params IReadOnlyList<X509Certificate2> chain) => new PdfSigner(signer, chain).Sign(
            TestIssuer.Unsigned((PaperAttachment.Content, Bytes(TestIssuer.Content)), (PaperAttachment.Credential, []), (PaperAttachment.Proof, TestLog.Bytes(Log.Proof(Before)))),
            new(TestIssuer.SignedAt, null, null, null, null),
            timestamp);

        Add("root alone", Paper(root.Signer("One")));
        Add("root beside", Paper(root.Signer("One"), null, root.Certificate));
        Add("RSA", Paper(root.RsaSigner("Two")));
        Add("office", Paper(office.Signer("Three"), null, office.Certificate));
        Add("office and root", Paper(office.Signer("Three"), null, office.Certificate, root.Certificate));
        Add("office missing", Paper(office.Signer("Three")));
        Add("stranger", Paper(stranger.Signer("One"), null, stranger.Certificate));
        Add("stranger beside", Paper(root.Signer("One"), null, stranger.Certificate));
        Add("expired", Paper(root.Signer("Four", until: TestIssuer.SignedAt.AddDays(-1))));
        Add("not yet", Paper(root.Signer("Four", from: TestIssuer.SignedAt.AddDays(1))));
        Add("may not sign", Paper(root.Signer("Five", X509KeyUsageFlags.KeyEncipherment)));
        Add("an authority signs", Paper(office.Signer("Six", X509KeyUsageFlags.KeyCertSign)));
        var signer = root.Signer("Seven");
        var clock = clocks.TimestampSigner();
        var at = TestIssuer.SignedAt.AddMinutes(2);
        Add("clock", Paper(signer, signature => TestAuthority.Timestamp(clock, signature.Span, at)));
        Add("clock with its root", Paper(signer, signature => TestAuthority.Timestamp(clock, signature.Span, at, clocks.Certificate)));
        Add("clock of the root", Paper(signer, signature => TestAuthority.Timestamp(root.TimestampSigner(), signature.Span, at)));
        Add("clock of something else", Paper(signer, _ => TestAuthority.Timestamp(clock, "something else"u8, at)));
        Add("clock without the purpose", Paper(signer, signature => TestAuthority.Timestamp(clocks.TimestampSigner(hasPurpose: false), signature.Span, at)));
        Add("clock too early", Paper(signer, signature => TestAuthority.Timestamp(clock, signature.Span, TestAuthority.From.AddDays(-1))));
        var stamped = Paper(signer, signature => TestAuthority.Timestamp(clock, signature.Span, at));
        var (random, message) = (new Random(3161), MessageOf(stamped));
        for (var round = 0; round < 100; round++)
            Add("clock's bytes", WithMessage(stamped, Changed(message, bytes => bytes[^random.Next(1, 900)] ^= (byte)(1 << random.Next(8)))));

        var findings = await BothAsync($"{root.Certificate.ExportCertificatePem()}\ntimestamp\n{clocks.Certificate.ExportCertificatePem()}\n{Log.Signer.Key.ToText()}\n");
        findings.Count(finding => finding == PaperFinding.Holds).ShouldBe(7);
        findings.ShouldContain(PaperFinding.SignerUnknown);
    }

    /// <summary>Checks all files both ways, compares, and yields what was found.</summary>
    private async Task<IReadOnlyList<PaperFinding>> BothAsync(string keys)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "keys.txt"), keys);
        foreach (var (name, bytes) in _files)
            await File.WriteAllBytesAsync(Path.Combine(_folder, name), bytes);
        var check = new PaperCheck(TrustedKeys.Parse(keys).Value);
        var verdicts = _files.Select(file => (Name: file.Key, Verdict: check.Check(file.Value))).ToList();
        var expected = verdicts.ConvertAll(row => Line(row.Name, row.Verdict));
        var found = await BrowserAsync();
        found.Count.ShouldBe(expected.Count);
        expected.Zip(found).Where(pair => pair.First != pair.Second).Select(pair => $"{pair.First} | {pair.Second}").ShouldBeEmpty();
        return verdicts.ConvertAll(row => row.Verdict.Finding);
    }

    private static string Line(string name, PaperVerdict verdict)
    {
        string?[] parts =
        [
            name, verdict.Finding.Code(), verdict.Number, verdict.ContentSha256, verdict.Signer, Seconds(verdict.SignedAt), Seconds(verdict.TimestampedAt),
            verdict.LogIndex?.ToString(CultureInfo.InvariantCulture), verdict.LogSize?.ToString(CultureInfo.InvariantCulture),
        ];
        return string.Join('\t', parts);
    }

    private static string? Seconds(DateTimeOffset? moment) => moment?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private async Task<IReadOnlyList<string>> BrowserAsync()
    {
        var root = RepositoryRoot();
        var web = Path.Combine(root, "src", "BeeTrace.Web");
        var start = new ProcessStartInfo(
            "node", [Path.Combine(root, "tests", "BeeTrace.Verifier.Tests", "browser-check.mjs"), Path.Combine(web, "wwwroot"), Path.Combine(web, "wwwroot", "check-library.mjs"), _folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await errors);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "BeeTrace.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }

    private static string Keys() => $"{Issuer.Authority.ExportCertificatePem()}\n{Log.Signer.Key.ToText()}\n";

    /// <summary>Named so that the order of names is the order of adding.</summary>
    private void Add(string name, byte[] file) => _files.Add(string.Create(CultureInfo.InvariantCulture, $"{_files.Count:0000} {name}"), file);

    private static int Structural(Random random, int newest)
    {
        int from = Good.AsSpan(newest).IndexOf("/Contents<"u8) + newest, to = Good.AsSpan(from).IndexOf((byte)'>') + from;
        var at = newest - 20 + random.Next(Good.Length - newest + 20 - (to - from));
        return at < from ? at : at + to - from;
    }

    private static byte[] Changed(byte[] bytes, Action<byte[]> change)
    {
        var changed = bytes.ToArray();
        change(changed);
        return changed;
    }

    private static byte[] Replaced(byte[] file, string text, string other, bool sameLength = true)
    {
        if (sameLength)
            other.Length.ShouldBe(text.Length);
        var at = file.AsSpan().LastIndexOf(Encoding.Latin1.GetBytes(text));
        at.ShouldBeGreaterThanOrEqualTo(0, text);
        return [.. file[..at], .. Encoding.Latin1.GetBytes(other), .. file[(at + text.Length)..]];
    }

    private static (int From, int To) Gap(byte[] file)
    {
        var from = file.AsSpan().LastIndexOf("/Contents<"u8) + "/Contents<".Length;
        return (from, from + file.AsSpan(from).IndexOf((byte)'>'));
    }

    private static byte[] MessageOf(byte[] file)
    {
        var (from, to) = Gap(file);
        var room = Convert.FromHexString(Encoding.ASCII.GetString(file[from..to]));
        AsnDecoder.ReadEncodedValue(room, AsnEncodingRules.DER, out _, out _, out var length);
        return room[..length];
    }

    private static byte[] WithMessage(byte[] file, byte[] message)
    {
        var (from, to) = Gap(file);
        return [.. file[..from], .. Encoding.ASCII.GetBytes(Convert.ToHexString(message).PadRight(to - from, '0')), .. file[to..]];
    }

    /// <summary>A file whose catalog and one more object stand in a stream, with a table that is a stream too.</summary>
    private static byte[] Streamed(string entries)
    {
        var file = new MemoryStream();
        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        byte[] Packed(byte[] plain)
        {
            using var packed = new MemoryStream();
            using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
                zlib.Write(plain);
            return packed.ToArray();
        }

        Write("%PDF-1.7\n");
        var objects = file.Position;
        const string First = "1 0 2 18 ";
        var content = Packed(Encoding.Latin1.GetBytes($"{First}<</Type/Catalog>> <<{entries}>>"));
        // The end of the line is counted among the bytes, as some writers have it.
        Write($"3 0 obj\n<</Type/ObjStm/N 2/First {First.Length}/Filter/FlateDecode/Length {content.Length + 1}>>\nstream\n");
        file.Write(content);
        Write("\nendstream\nendobj\n");
        var table = file.Position;
        // Rows of four bytes, each told as the difference from the one above (PNG, "up").
        byte[][] rows = [[0, 0, 0, 0], [2, 0, 3, 0], [2, 0, 3, 1], [1, 0, (byte)objects, 0], [1, (byte)(table >> 8), (byte)table, 0]];
        var differences = rows.SelectMany((row, at) => (byte[])[2, .. row.Select((value, column) => (byte)(value - (at == 0 ? 0 : rows[at - 1][column])))]).ToArray();
        var packedTable = Packed(differences);
        Write($"4 0 obj\n<</Type/XRef/Size 5/Root 1 0 R/W[1 2 1]/DecodeParms<</Predictor 12/Columns 4>>/Filter/FlateDecode/Length {packedTable.Length}>>\nstream\n");
        file.Write(packedTable);
        Write($"\nendstream\nendobj\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Zip()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = archive.CreateEntry("certificate.pdf").Open())
            entry.Write(Good);
        return bytes.ToArray();
    }
}
