using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace BeeTrace.Pdf.Tests;

public class TamperingTests
{
    private static readonly byte[] Signed = SignedPaper.Signed;

    [Fact]
    public void One_turned_bit_at_two_thousand_places_is_always_found()
    {
        foreach (var (at, bit) in Places(2000))
            SignedPaper.FindingOf(SignedPaper.Flipped(Signed, at, bit)).ShouldNotBe(PdfFinding.Signed, $"byte {at}, bit {bit}");
    }

    [Fact]
    public async Task Pdfsig_finds_them_as_well()
    {
        Paper.NeedsProgram("pdfsig");
        Paper.NeedsProgram("certutil");
        using var store = new TrustStore(SignedPaper.Root.Certificate);
        store.IsGood(Signed).ShouldBeTrue();
        // Every fifth of the two thousand: each is a process, and all would take more than a minute.
        var sample = Places(2000).Where((_, i) => i % 5 == 0).ToList();
        var missed = new System.Collections.Concurrent.ConcurrentBag<(int, int)>();

        await Parallel.ForEachAsync(sample, new ParallelOptions { MaxDegreeOfParallelism = 2 }, (place, _) =>
        {
            if (store.IsGood(SignedPaper.Flipped(Signed, place.At, place.Bit)))
                missed.Add(place);
            return ValueTask.CompletedTask;
        });

        sample.Count.ShouldBe(400);
        missed.ShouldBeEmpty();
    }

    [Fact]
    public void One_turned_bit_in_the_room_of_the_signature_is_found_at_every_place()
    {
        var gap = SignedPaper.Gap(Signed);
        for (int at = gap.Start.Value; at < gap.End.Value; at++)
        {
            for (int bit = 0; bit < 8; bit++)
                SignedPaper.FindingOf(SignedPaper.Flipped(Signed, at, bit)).ShouldNotBe(PdfFinding.Signed, $"byte {at}, bit {bit}");
        }
    }

    [Fact]
    public void No_bit_of_the_message_can_be_turned()
    {
        var (message, _) = SignedPaper.Parts(Signed);
        for (int i = 0; i < 8 * message.Length; i++)
        {
            byte[] other = message.ToArray();
            other[i / 8] ^= (byte)(1 << i % 8);
            SignedPaper.FindingOf(SignedPaper.WithMessage(Signed, other)).ShouldNotBe(PdfFinding.Signed, $"byte {i / 8}, bit {i % 8}");
        }
    }

    [Fact]
    public void Nothing_that_chance_makes_of_a_file_is_signed_or_breaks_the_check()
    {
        Paper.NeedsProgram("qpdf");
        byte[] packed = SignedPaper.Signer.Sign(PdfSignerTests.Qpdf(SignedPaper.Unsigned, "--object-streams=generate"), SignedPaper.Signing);
        byte[] stamped = PdfStamp.Apply(Signed, [new StampLine("撤", Typefaces.Body)], SignedPaper.SignedAt);
        var chance = new Random(8012019);
        foreach (byte[] file in (byte[][])[Signed, packed, stamped])
        {
            for (int round = 0; round < 1500; round++)
                MustStandFirm(file, Mutated(file, chance));
        }
    }

    [Fact]
    public void Bytes_by_chance_break_nothing()
    {
        var chance = new Random(1);
        foreach (string beginning in (string[])["", "%PDF-1.7\n", "%PDF-1.7\nxref\n0 1\n"])
        {
            for (int round = 0; round < 500; round++)
            {
                byte[] noise = new byte[chance.Next(2000)];
                chance.NextBytes(noise);
                byte[] end = Encoding.ASCII.GetBytes($"\nstartxref\n{chance.Next(beginning.Length + noise.Length)}\n%%EOF\n");
                MustStandFirm([], [.. Encoding.ASCII.GetBytes(beginning), .. noise, .. end]);
            }
        }
    }

    [Fact]
    public void Syntax_by_chance_breaks_nothing()
    {
        string[] words = ["1 0 obj", "endobj", "<<", ">>", "[", "]", "(", ")", "<", ">", "/Type", "/Sig", "/ByteRange", "/Contents", "/Root 1 0 R", "/Prev 9", "/Size 3", "/Length 5", "/Length 1 0 R",
            "stream\n", "endstream", "xref\n0 2\n", "0000000009 00000 n \n", "trailer", "startxref\n9\n%%EOF", "/W[1 1 1]", "/XRef", "/ObjStm", "/N 3", "/First 0", "%", "\\", "#", "-", ".", "7", "null", "1 0 R", "/Kids", "/Pages 1 0 R"];
        var chance = new Random(2);
        for (int round = 0; round < 3000; round++)
        {
            var text = new StringBuilder("%PDF-1.7\n");
            for (int i = chance.Next(60); i > 0; i--)
                text.Append(words[chance.Next(words.Length)]).Append(' ');
            MustStandFirm([], Encoding.Latin1.GetBytes(text.Append("\nstartxref\n9\n%%EOF\n").ToString()));
        }
    }

    [Fact]
    public void A_file_that_is_made_to_take_long_is_refused_soon()
    {
        const int much = 4_000_000;
        string openArrays = new('[', much), openStrings = new('(', much);
        // Objects inside of each other's strings, each of which would be read to its end.
        var nested = new StringBuilder("%PDF-1.7\n");
        var table = new StringBuilder();
        for (int i = 1; i <= 20_000; i++)
        {
            table.Append(System.Globalization.CultureInfo.InvariantCulture, $"{nested.Length:D10} 00000 n \n");
            nested.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i} 0 obj (");
        }

        nested.Insert(nested.Length, ") endobj ", 20_000);
        int at = nested.Length;
        nested.Append(System.Globalization.CultureInfo.InvariantCulture, $"xref\n1 20000\n{table}trailer\n<</Root 1 0 R>>\nstartxref\n{at}\n%%EOF\n");
        string packed = "<</Type/ObjStm/N 1/First 4/Length 9 0 R>>\nstream\n2 0 7\nendstream";
        string[] files =
        [
            $"%PDF-1.7\n1 0 obj {openArrays}\nxref\n0 1\n0000000009 00000 n \ntrailer\n<</Root 0 0 R>>\nstartxref\n{much + 18}\n%%EOF\n",
            $"%PDF-1.7\n1 0 obj {openStrings}\nxref\n0 1\n0000000009 00000 n \ntrailer\n<</Root 0 0 R>>\nstartxref\n{much + 18}\n%%EOF\n",
            nested.ToString(),
            "%PDF-1.7\nxref\n0 0\ntrailer\n<</Prev 9>>\nstartxref\n9\n%%EOF\n",
            "%PDF-1.7\nxref\n0 99999999999\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n",
            "%PDF-1.7\n1 0 obj <</Type/XRef/W[0 0 0]/Size 999999999/Length 0>> stream\n\nendstream\nstartxref\n9\n%%EOF\n",
            "%PDF-1.7\n1 0 obj <</Type/XRef/W[1 1 1]/Size 999999999/Length 0>> stream\n\nendstream\nstartxref\n9\n%%EOF\n",
            "%PDF-1.7\n" + string.Concat(Enumerable.Repeat("startxref ", much / 10)),
            // An object stream whose length stands in itself.
            $"%PDF-1.7\n{"1 0 obj " + packed,-100}\nendobj\n4 0 obj <</Type/XRef/W[1 1 1]/Index[1 1 9 1]/Size 9/Root 9 0 R/Length 6>> stream\n\u0001\u0009\0\u0002\u0001\0\nendstream\nstartxref\n117\n%%EOF\n",
        ];
        var watch = System.Diagnostics.Stopwatch.StartNew();

        foreach (string file in files)
        {
            byte[] bytes = Encoding.Latin1.GetBytes(file);
            SignedPaper.FindingOf(bytes).ShouldBe(PdfFinding.Unreadable, file[..Math.Min(file.Length, 200)]);
            PdfAttachments.Read(bytes).ShouldBeNull();
        }

        // Where the work grew with the square of the length it would be hours.
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }

    /// <summary>Places in the signed range with a bit each, spread by chance.</summary>
    private static List<(int At, int Bit)> Places(int count)
    {
        var gap = SignedPaper.Gap(Signed);
        int room = gap.End.Value - gap.Start.Value;
        var chance = new Random(2000);
        return [.. Enumerable.Range(0, count).Select(_ => chance.Next(Signed.Length - room)).Select(at => (at < gap.Start.Value ? at : at + room, chance.Next(8)))];
    }

    private static void MustStandFirm(byte[] original, byte[] file)
    {
        if (!file.AsSpan().SequenceEqual(original))
            SignedPaper.FindingOf(file).ShouldNotBe(PdfFinding.Signed);
        PdfAttachments.Read(file);
        RefusesProperly(() => SignedPaper.Signer.Sign(file, SignedPaper.Signing));
        RefusesProperly(() => PdfStamp.Apply(file, [new StampLine("撤", Typefaces.Body)], SignedPaper.SignedAt));
    }

    private static void RefusesProperly(Action action)
    {
        try
        {
            action();
        }
        catch (Exception refused) when (refused is InvalidDataException or NotSupportedException)
        {
            refused.Message.ShouldNotBeNullOrEmpty();
        }
    }

    private static byte[] Mutated(byte[] file, Random chance)
    {
        var bytes = file.ToList();
        for (int changes = chance.Next(1, 4); changes > 0; changes--)
        {
            int at = chance.Next(bytes.Count), length = Math.Min(chance.Next(1, 40), bytes.Count - at);
            switch (chance.Next(5))
            {
                case 0:
                    bytes[at] = (byte)chance.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(chance.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                case 3:
                    // Digits are offsets, lengths and numbers.
                    int digit = bytes.FindIndex(at, value => char.IsAsciiDigit((char)value));
                    if (digit >= 0)
                        bytes[digit] = (byte)('0' + chance.Next(10));
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    bytes.AddRange("\nstartxref\n9\n%%EOF\n"u8);
                    break;
            }
        }

        return [.. bytes];
    }
}
