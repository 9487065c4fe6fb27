using BeeTrace.Web.Certificates;
using BeeTrace.Web.Commands;

namespace BeeTrace.Web.Tests.Commands;

/// <summary>Files checked at the console, against a real database.</summary>
public sealed class VerifyTests(World world) : IClassFixture<World>, IDisposable
{
    private readonly Installation _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public async Task An_issued_file_is_valid_and_a_changed_one_is_altered()
    {
        var number = await world.CertificateAsync(await world.ApprovedSampleAsync(await world.LotAsync()));
        var bytes = (await world.Get<CertificateQueries>().PdfAsync(number)).ShouldNotBeNull();
        var issued = _here.FileOf("issued.pdf", bytes);
        var altered = _here.FileOf("altered.pdf", [.. bytes, (byte)'\n']);
        var letter = _here.FileOf("letter.txt", "dear sirs"u8.ToArray());
        var vast = _here.FileOf("vast.pdf", new byte[CertificateCheck.LargestPdf + 1]);

        var (valid, line) = await VerifyAsync(issued);
        valid.ShouldBe(0);
        line.ShouldStartWith($"valid       {number}  {issued}: the file is byte for byte the PDF that was issued; The signature covers the whole file");
        line.ShouldContain("the number stands in the record of issue; the stored content has the SHA-256 it was issued with; in the public log: entry 1 of 1");

        var (exitCode, said) = await VerifyAsync(issued, altered, letter, vast);
        exitCode.ShouldBe(1);
        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Select(line => line.Split(' ')[0]).ShouldBe(["valid", "altered", "unreadable", "unreadable"]);
        lines[1].ShouldContain(number.ToString());
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_a_wrong_use() =>
        (await VerifyAsync(_here.PathOf("nowhere.pdf"))).ShouldBe((2, ""));

    private async Task<(int ExitCode, string Said)> VerifyAsync(params string[] files)
    {
        using var said = new StringWriter { NewLine = "\n" };
        var exitCode = await VerifyCommand.RunAsync(_here.On(world), files, said, CancellationToken.None);
        return (exitCode, said.ToString());
    }
}
