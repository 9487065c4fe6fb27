using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using BeeTrace.Core.Certificates.Log;
using BeeTrace.Verifier;
using BeeTrace.Web.Certificates;

namespace BeeTrace.Web.Tests.Certificates;

/// <summary>A witness as C2SP tlog-witness describes it, behind an HTTP client instead of a network: it believes nothing that it has not checked.</summary>
internal sealed class TestWitness : HttpMessageHandler
{
    private readonly byte[] _secret;
    private readonly NoteKey _log;

    public TestWitness(string name, NoteKey log)
    {
        _secret = System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(name));
        _log = log;
        Witness = new Witness(new NoteKey(name, NoteKey.Cosignature, Ed25519Signature.PublicKeyOf(_secret)), new Uri($"https://{name}/log"));
    }

    public Witness Witness { get; }

    /// <summary>What it saw last.</summary>
    public (long Size, LogHash Root) Seen { get; set; } = (0, MerkleTree.EmptyRoot);

    /// <summary>The old sizes it was asked with.</summary>
    public List<long> Asked { get; } = [];

    /// <summary>What it answers instead of what it should; null for an honest witness.</summary>
    public Func<SignedNote, HttpResponseMessage>? Instead { get; set; }

    /// <summary>Ends with the first signature.</summary>
    public TaskCompletionSource Signed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Its signature line below a text.</summary>
    public string Line(string text) => Witness.Key.Sign(text, message => Ed25519Signature.Sign(_secret, message), DateTimeOffset.UnixEpoch.AddYears(56)).ToString();

    public static HttpResponseMessage Answer(HttpStatusCode status, string body) => new(status) { Content = new StringContent(body) };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Method.ShouldBe(HttpMethod.Post);
        request.RequestUri.ShouldBe(new Uri($"{Witness.Url}/add-checkpoint"));
        var body = await request.Content!.ReadAsStringAsync(cancellationToken);
        var parting = body.IndexOf("\n\n", StringComparison.Ordinal);
        var lines = body[..parting].Split('\n');
        lines[0].ShouldStartWith("old ");
        var old = long.Parse(lines[0][4..], NumberStyles.None, CultureInfo.InvariantCulture);
        Asked.Add(old);
        var note = SignedNote.Parse(body[(parting + 2)..]).Value;
        if (Instead is { } instead)
            return instead(note);

        var checkpoint = Checkpoint.Parse(note.Text).Value;
        if (checkpoint.Origin != _log.Name)
            return Answer(HttpStatusCode.NotFound, "");
        if (!_log.Signed(note, Ed25519Signature.Verify))
            return Answer(HttpStatusCode.Forbidden, "");
        if (old > checkpoint.Size)
            return Answer(HttpStatusCode.BadRequest, "");
        if (old != Seen.Size || (old == checkpoint.Size && Seen.Root != checkpoint.Root))
        {
            var conflict = Answer(HttpStatusCode.Conflict, string.Create(CultureInfo.InvariantCulture, $"{Seen.Size}\n"));
            conflict.Content.Headers.ContentType = new MediaTypeHeaderValue("text/x.tlog.size");
            return conflict;
        }

        var proof = lines[1..].Select(line => LogHash.Parse(line).Value).ToList();
        if (!MerkleTree.VerifyConsistency(old, Seen.Root, checkpoint.Size, checkpoint.Root, proof))
            return Answer(HttpStatusCode.UnprocessableEntity, "");
        Seen = (checkpoint.Size, checkpoint.Root);
        Signed.TrySetResult();
        return Answer(HttpStatusCode.OK, Line(note.Text));
    }
}
