using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace BeeTrace.Pdf.Tests;

/// <summary>The signed document of the tests, its signer and those who did not sign it.</summary>
internal static class SignedPaper
{
    public static readonly DateTimeOffset SignedAt = new(2019, 1, 8, 9, 30, 15, TimeSpan.FromHours(8));
    public static readonly PdfSigning Signing = new(SignedAt, "桐庐县 Laboratory", "Issued", "Tonglu", "lab@example.org");
    public static readonly Attachment Json = new("certificate.json", "application/json", Encoding.UTF8.GetBytes("""{"number":"BT-2018-7K3M-C"}"""), "内容 Content");

    public static TestAuthority Root { get; } = TestAuthority.Root("Test root");

    public static TestAuthority Intermediate { get; } = Root.Intermediate("Test office");

    public static X509Certificate2 Certificate { get; } = Root.Signer("Test laboratory");

    public static PdfSigner Signer { get; } = new(Certificate, []);

    public static IReadOnlyCollection<X509Certificate2> Authorities { get; } = [Root.Certificate];

    /// <summary>Two pages with an attachment.</summary>
    public static byte[] Unsigned { get; } = Paper.Of(
        flow =>
        {
            for (int i = 1; i <= 60; i++)
                flow.Add(Paper.Text($"第{i}行 Line {i}: 氯霉素 < 0.1 µg/kg"));
        },
        attachments: Json);

    public static byte[] Signed { get; } = Signer.Sign(Unsigned, Signing);

    public static PdfFinding FindingOf(ReadOnlyMemory<byte> file) => PdfSignatureCheck.Check(file, Authorities).Finding;

    /// <summary>Where the signature's brackets are.</summary>
    public static Range Gap(byte[] file)
    {
        int from = file.AsSpan().LastIndexOf("/Contents<"u8) + "/Contents".Length;
        return from..(from + file.AsSpan(from).IndexOf((byte)'>') + 1);
    }

    /// <summary>The message of a signature, and what it signs.</summary>
    public static (byte[] Message, byte[] Content) Parts(byte[] file)
    {
        var gap = Gap(file);
        byte[] room = Convert.FromHexString(Encoding.ASCII.GetString(file[gap][1..^1]));
        System.Formats.Asn1.AsnDecoder.ReadEncodedValue(room, System.Formats.Asn1.AsnEncodingRules.DER, out _, out _, out int length);
        return (room[..length], [.. file[..gap.Start], .. file[gap.End..]]);
    }

    /// <summary>The file with another message in the room of the signature.</summary>
    public static byte[] WithMessage(byte[] file, byte[] message)
    {
        var changed = file.ToArray();
        var gap = Gap(file);
        int room = gap.End.Value - gap.Start.Value - 2;
        Encoding.ASCII.GetBytes(Convert.ToHexString(message).PadRight(room, '0'), changed.AsSpan(gap.Start.Value + 1));
        return changed;
    }

    /// <summary>The file with a bit turned over.</summary>
    public static byte[] Flipped(byte[] file, int at, int bit)
    {
        var changed = file.ToArray();
        changed[at] ^= (byte)(1 << bit);
        return changed;
    }

    /// <summary>The file with ASCII text in place of other text of the same length, at its last occurrence.</summary>
    public static byte[] Replaced(byte[] file, string text, string other)
    {
        other.Length.ShouldBe(text.Length);
        int at = file.AsSpan().LastIndexOf(Encoding.Latin1.GetBytes(text));
        at.ShouldBeGreaterThanOrEqualTo(0, text);
        var changed = file.ToArray();
        Encoding.Latin1.GetBytes(other, changed.AsSpan(at));
        return changed;
    }

    /// <summary>A file of the objects with these bodies, numbered from 1; the first is the catalog.</summary>
    public static byte[] Raw(params IReadOnlyList<string> bodies) => Raw("", bodies);

    public static byte[] Raw(string trailer, IReadOnlyList<string> bodies)
    {
        var file = new StringBuilder("%PDF-1.7\n");
        var offsets = new List<int>();
        for (int i = 0; i < bodies.Count; i++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{bodies[i]}\nendobj\n");
        }

        int table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {bodies.Count + 1}\n0000000000 65535 f \n");
        foreach (int offset in offsets)
            file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {bodies.Count + 1}/Root 1 0 R{trailer}>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
