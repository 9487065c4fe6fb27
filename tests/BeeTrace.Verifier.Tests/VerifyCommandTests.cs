using System.Text;
using BeeTrace.Core.Certificates.Log;

namespace BeeTrace.Verifier.Tests;

public sealed class VerifyCommandTests : IDisposable
{
    private static readonly TestIssuer Issuer = new("Office");
    private static readonly TestLog Log = TestLog.With(TestIssuer.Content, 3, 4);
    private static readonly byte[] Good = Issuer.Paper(TestIssuer.Content, Log.Proof(3));

    private readonly string _folder = Directory.CreateTempSubdirectory("beetrace-verify-").FullName;

    public VerifyCommandTests() => Write("keys.txt", $"# keys\n{Issuer.Authority.ExportCertificatePem()}\n{Log.Signer.Key.ToText()}\n");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_paper_that_holds_is_one_line_and_exit_code_0()
    {
        var (code, output, errors) = Run("--keys", At("keys.txt"), Write("good.pdf", Good));
        code.ShouldBe(VerifyCommand.AllHold, errors);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(2);
        lines[0].TrimEnd().ShouldBe($"{At("good.pdf")}: holds. BT-2018-7K3M-C, log index 3 of 8, signed 2019-01-08 09:30 +08:00.");
        lines[1].TrimEnd().ShouldBe(PaperVerdict.LaterEndUnknown.En);
        errors.ShouldBeEmpty();
    }

    [Fact]
    public void Of_a_folder_every_pdf_is_checked_and_one_that_does_not_hold_makes_exit_code_1()
    {
        Write("a.pdf", Good);
        Write("b.PDF", [.. Good, 10]);
        Write("c.txt", "not looked at");
        var (code, output, _) = Run("--keys", At("keys.txt"), _folder);
        code.ShouldBe(VerifyCommand.SomeDoNot);
        output.ShouldContain("a.pdf: holds.");
        output.ShouldContain("b.PDF: does NOT hold. ");
        output.ShouldNotContain("c.txt");
    }

    [Fact]
    public void In_Chinese_everything_is_said_in_Chinese()
    {
        var (code, output, _) = Run("--language", "zh", "--keys", At("keys.txt"), Write("good.pdf", Good), Write("bad.pdf", "no PDF"));
        code.ShouldBe(VerifyCommand.SomeDoNot);
        output.ShouldContain("：有效。BT-2018-7K3M-C，日志第 3 号，共 8 条，签于 2019-01-08 09:30 +08:00。");
        output.ShouldContain("：无效。文件是空的，或不是 PDF。");
        output.ShouldContain(PaperVerdict.LaterEndUnknown.Zh);
        Run("--help", "--language", "zh").Output.ShouldContain("退出码");
    }

    [Fact]
    public void Bare_content_is_checked_with_its_proof()
    {
        var json = Write("certificate.json", TestIssuer.Content);
        var proof = Write("log-proof.txt", Log.Proof(3).ToText());
        var (code, output, _) = Run("--keys", At("keys.txt"), "--json", json, "--proof", proof);
        code.ShouldBe(VerifyCommand.AllHold);
        output.ShouldContain("certificate.json: holds. BT-2018-7K3M-C, log index 3 of 8.");
        Run("--keys", At("keys.txt"), "--json", proof, "--proof", proof).Code.ShouldBe(VerifyCommand.SomeDoNot);
    }

    [Fact]
    public void A_paper_is_held_against_another_checkpoint()
    {
        var paper = Write("early.pdf", Issuer.Paper(TestIssuer.Content, Log.Proof(3, 5)));
        var checkpoint = Write("checkpoint", Log.Checkpoint().ToString());
        var consistency = Write("consistency.txt", Log.Consistency(5, 8));
        Run("--keys", At("keys.txt"), "--checkpoint", checkpoint, "--consistency", consistency, paper).Code.ShouldBe(VerifyCommand.AllHold);
        var (code, output, _) = Run("--keys", At("keys.txt"), "--checkpoint", checkpoint, paper);
        code.ShouldBe(VerifyCommand.SomeDoNot);
        output.ShouldContain(PaperFinding.HistoryNotShown.Sentence().En);

        var (wrong, _, errors) = Run("--keys", At("keys.txt"), "--checkpoint", consistency, paper);
        wrong.ShouldBe(VerifyCommand.WrongUse);
        errors.ShouldContain(PaperFinding.CheckpointMalformed.Sentence().En);
    }

    [Fact]
    public void A_table_has_a_row_for_each_paper_and_no_formulas()
    {
        const string Formula = """{"number":"=HYPERLINK(\"https://example.com\",\"BT\")"}""";
        var log = TestLog.With(Formula, 0, 0);
        File.AppendAllText(At("keys.txt"), $"{log.Signer.Key.ToText()}\n");
        Write("a, b.pdf", Issuer.Paper(Formula, log.Proof(0)));
        Write("good.pdf", Good);
        var (code, output, errors) = Run("--keys", At("keys.txt"), "--csv", At("verdicts.csv"), _folder);
        code.ShouldBe(VerifyCommand.AllHold, errors);
        output.ShouldContain("2 checked, 2 hold, 0 do not");
        output.ShouldNotContain("good.pdf");

        var bytes = File.ReadAllBytes(At("verdicts.csv"));
        bytes[..3].ShouldBe(Encoding.UTF8.Preamble.ToArray());
        var rows = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        rows.Length.ShouldBe(4);
        rows[^1].ShouldBeEmpty();
        rows[0].ShouldBe("file,holds,finding,number,content_sha256,signed_at,timestamped_at,log_index,log_size,reason");
        rows[1].ShouldStartWith($"\"{At("a, b.pdf")}\",yes,holds,\"'=HYPERLINK(\"\"https://example.com\"\",\"\"BT\"\")\",");
        rows[2].ShouldStartWith($"{At("good.pdf")},yes,holds,BT-2018-7K3M-C,");
        rows[2].ShouldContain(",2019-01-08T09:30:15+08:00,,3,8,");
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData(" =1", "' =1")]
    [InlineData("\t1", "'\t1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("1,2", "\"1,2\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a\r\nb", "\"a\r\nb\"")]
    [InlineData("蜂蜜.pdf", "蜂蜜.pdf")]
    [InlineData("", "")]
    public void A_field_is_quoted_where_it_must_be_and_never_a_formula(string file, string field)
    {
        var row = Encoding.UTF8.GetString(VerdictTable.Of([(file, PaperVerdict.Of(PaperFinding.NotSigned))], Core.Language.English))[1..];
        row[(row.IndexOf("\r\n", StringComparison.Ordinal) + 2)..].ShouldStartWith($"{field},no,not-signed,,,,,,,");
    }

    [Fact]
    public void Wrong_use_is_exit_code_2_and_says_how_it_is_used()
    {
        var good = Write("good.pdf", Good);
        string[][] uses =
        [
            [], [good], ["--keys", At("keys.txt")], ["--keys"], ["--what", "x", good], ["--keys", At("keys.txt"), "--json", good],
            ["--keys", At("keys.txt"), "--language", "de", good], ["--keys", At("keys.txt"), "--consistency", good, good],
        ];
        foreach (var use in uses)
        {
            var (code, output, errors) = Run(use);
            code.ShouldBe(VerifyCommand.WrongUse, string.Join(' ', use));
            errors.ShouldContain("beetrace-verify --keys KEYS");
            output.ShouldBeEmpty();
        }

        var (help, text, none) = Run("--help");
        help.ShouldBe(VerifyCommand.AllHold);
        text.ShouldContain("Exit code: 0 all hold; 1 some do not; 2 wrong use");
        none.ShouldBeEmpty();
    }

    [Fact]
    public void What_cannot_be_read_is_exit_code_2()
    {
        var good = Write("good.pdf", Good);
        var empty = Directory.CreateDirectory(At("empty")).FullName;
        Run("--keys", At("keys.txt"), At("missing.pdf")).Code.ShouldBe(VerifyCommand.WrongUse);
        Run("--keys", At("missing.txt"), good).Code.ShouldBe(VerifyCommand.WrongUse);
        Run("--keys", good, good).Code.ShouldBe(VerifyCommand.WrongUse);
        Run("--keys", At("keys.txt"), empty).Code.ShouldBe(VerifyCommand.WrongUse);
        Run("--keys", At("keys.txt"), "--csv", At("no/such/folder.csv"), good).Code.ShouldBe(VerifyCommand.WrongUse);
    }

    [Fact]
    public void A_file_that_is_too_large_is_not_read_to_its_end()
    {
        using (var file = File.Create(At("large.pdf")))
            file.SetLength(3L * 1024 * 1024 * 1024);
        var (code, output, _) = Run("--keys", At("keys.txt"), At("large.pdf"));
        code.ShouldBe(VerifyCommand.SomeDoNot);
        output.ShouldContain(PaperFinding.TooLarge.Sentence().En);
    }

    [Fact]
    public void A_name_cannot_write_over_the_screen()
    {
        if (OperatingSystem.IsWindows())
            return;
        var (_, output, _) = Run("--keys", At("keys.txt"), "--", Write("-\u001b[2J.pdf", "no PDF"));
        output.ShouldNotContain('\u001b');
        output.ShouldContain("-\ufffd[2J.pdf: does NOT hold.");
    }

    private static (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = VerifyCommand.Run(arguments, output, errors);
        return (code, output.ToString(), errors.ToString());
    }

    private string At(string name) => Path.Combine(_folder, name);

    private string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    private string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(At(name), bytes);
        return At(name);
    }
}
