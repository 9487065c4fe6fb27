using System.Diagnostics;
using System.IO.Compression;
using System.Net.Http.Json;
using System.Text;
using BeeTrace.Core;
using BeeTrace.Core.Certificates;
using BeeTrace.Verifier;
using BeeTrace.Web.Shell.Display;
using BeeTrace.Web.Shell.Public;
using Microsoft.Playwright;

namespace BeeTrace.Browser.Tests;

/// <summary>An importer far away, with one paper or two hundred, with a line or without: the browser checks them, and no paper leaves it.</summary>
public sealed class CheckInBrowserTests(RunningProduct product, Browsers browsers) : IDisposable
{
    private static readonly TimeSpan LongestFor200 = TimeSpan.FromSeconds(10);

    private readonly string _folder = Directory.CreateTempSubdirectory("beetrace-papers-").FullName;

    private string Number => product.Certificates.Values.First();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public async Task A_paper_that_is_dropped_on_the_page_is_checked_there(Language language)
    {
        await using var importer = await OpenAsync(language);
        var asked = new List<IRequest>();
        importer.Page.Request += (_, request) => asked.Add(request);
        await importer.PageIsAccessibleAsync();
        await DropAsync(importer, ("paper.pdf", await PaperAsync()));

        var answer = await AnswerAsync(importer);
        await importer.Heading(CertificateText.Title(CertificateState.Valid)).WaitForAsync();
        await Assertions.Expect(answer.Locator(".checked li.fail")).ToHaveCountAsync(0);
        await Assertions.Expect(answer.Locator(".checked li.pass")).ToHaveCountAsync(4);
        await Assertions.Expect(answer).ToContainTextAsync(importer.Say(CheckHereText.NumberSent));
        await Assertions.Expect(importer.Link(CheckHereText.ToSheet)).ToHaveAttributeAsync("href", $"/c/{Number}");
        await importer.PageIsAccessibleAsync();

        asked.ShouldAllBe(request => request.Method == "GET");
        asked.Select(request => new Uri(request.Url).AbsolutePath).Where(path => !path.EndsWith(".mjs", StringComparison.Ordinal) && !path.StartsWith("blob", StringComparison.Ordinal))
            .ShouldBe(["/log/keys.txt", $"/api/v1/certificates/{Number}"]);
    }

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public async Task A_paper_with_another_byte_is_refused_with_the_reason(Language language)
    {
        var paper = Changed(await PaperAsync());
        await using var importer = await OpenAsync(language);
        await ChooseAsync(importer, ("paper.pdf", paper));
        await AnswerAsync(importer);
        await importer.Heading(CheckHereText.NotHeldTitle).WaitForAsync();
        await importer.SeesAsync(PaperFinding.ContentChanged.Sentence());
        await importer.SeesAsync(CheckHereText.NothingSent);
        await importer.PageIsAccessibleAsync();

        // Whoever wants to can still have the server look at it.
        await importer.Button(CheckHereText.Send).ClickAsync();
        await importer.Heading(CertificateText.Title(CertificateState.Altered)).WaitForAsync();
    }

    [Fact]
    public async Task What_is_no_paper_is_told_apart()
    {
        await using var importer = await OpenAsync(Language.English);
        (string Name, byte[] Bytes, PaperFinding Finding)[] files =
        [
            ("papers.zip", Zip(await PaperAsync()), PaperFinding.ZipFile), ("empty.pdf", [], PaperFinding.NotPdf), ("note.txt", "BT-2018-7K3M-C"u8.ToArray(), PaperFinding.NotPdf),
            ("large.pdf", new byte[PaperCheck.LargestFile + 1], PaperFinding.TooLarge), ("cut.pdf", (await PaperAsync())[..4000], PaperFinding.Unreadable),
            ("added.pdf", [.. await PaperAsync(), (byte)'\n'], PaperFinding.AppendedAfterSignature),
        ];
        foreach (var (name, bytes, finding) in files)
        {
            await ChooseAsync(importer, (name, bytes));
            await AnswerAsync(importer);
            await importer.Heading(CheckHereText.NotHeldTitle).WaitForAsync();
            await importer.SeesAsync(finding.Sentence());
            await importer.SeesAsync(name);
        }
    }

    [Fact]
    public async Task Many_files_become_a_table_that_can_be_taken_away()
    {
        await using var importer = await OpenAsync(Language.English);
        await ChooseAsync(importer, ("a good one.pdf", await PaperAsync()), ("=cmd,\"x\".txt", "text"u8.ToArray()));
        var answer = await AnswerAsync(importer, 2);
        await Assertions.Expect(answer).ToContainTextAsync(string.Format(importer.Say(CheckHereText.Sum), 2, 1, 0, 0, 1));
        await Assertions.Expect(answer.Locator("tbody tr")).ToHaveCountAsync(2);
        await importer.PageIsAccessibleAsync();

        var download = await importer.Page.RunAndWaitForDownloadAsync(() => importer.Button(CheckHereText.Csv).ClickAsync());
        var bytes = await File.ReadAllBytesAsync(await download.PathAsync());
        bytes.AsSpan(0, 3).SequenceEqual(Encoding.UTF8.Preamble).ShouldBeTrue();
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        lines.Length.ShouldBe(4);
        lines[0].ShouldStartWith("file,state,holds,finding,number,content_sha256,");
        lines[1].ShouldStartWith($"a good one.pdf,valid,yes,holds,{Number},");
        lines[2].ShouldStartWith("\"'=cmd,\"\"x\"\".txt\",no,no,not-pdf,,");
        lines[3].ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_hundred_papers_of_a_folder_are_checked_in_ten_seconds()
    {
        var papers = new List<byte[]>();
        foreach (var number in product.Certificates.Values)
            papers.Add(await PaperAsync(number));
        Directory.CreateDirectory(Path.Combine(_folder, "below"));
        for (var i = 0; i < 200; i++)
            await File.WriteAllBytesAsync(Path.Combine(_folder, i % 2 == 0 ? "" : "below", $"paper {i:000}.pdf"), papers[i % papers.Count]);
        await File.WriteAllTextAsync(Path.Combine(_folder, "list.csv"), "not a paper");
        await using var importer = await OpenAsync(Language.English);

        var started = Stopwatch.StartNew();
        await importer.Field(CheckHereText.Folder).SetInputFilesAsync(_folder);
        var answer = await AnswerAsync(importer, 200);
        started.Elapsed.ShouldBeLessThan(LongestFor200);
        await Assertions.Expect(answer).ToContainTextAsync(importer.Say(CheckHereText.Sum).Split(':')[0].Replace("{0}", "200", StringComparison.Ordinal));
        await Assertions.Expect(answer).ToContainTextAsync(string.Format(importer.Say(CheckHereText.Passed), 1));
        TestContext.Current.SendDiagnosticMessage("200 papers in {0}", started.Elapsed);
    }

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public async Task Without_a_line_it_holds_and_says_what_cannot_be_known(Language language)
    {
        var paper = await PaperAsync();
        await using var importer = await OpenAsync(language);
        await importer.SeesAsync(CheckHereText.Kept);
        await Assertions.Expect(importer.Page.Locator("[data-check=kept]")).ToBeVisibleAsync();
        await importer.Page.Context.SetOfflineAsync(true);

        // The page that is open, and the page that is opened again.
        for (var round = 0; round < 2; round++)
        {
            await ChooseAsync(importer, ("paper.pdf", paper));
            var answer = await AnswerAsync(importer);
            await importer.Heading(CheckHereText.HeldTitle).WaitForAsync();
            await Assertions.Expect(answer).ToContainTextAsync(importer.Say(CheckHereText.HeldBody));
            await Assertions.Expect(answer).ToContainTextAsync(importer.Say(CheckHereText.NotAsked));
            await Assertions.Expect(answer).ToContainTextAsync(importer.Say(CheckHereText.NothingSent));
            await Assertions.Expect(answer).ToContainTextAsync(importer.Say(CheckHereText.KeysKept).Split("{0}")[0]);
            await importer.PageIsAccessibleAsync();
            await importer.Page.ReloadAsync();
        }

        await ChooseAsync(importer, ("paper.pdf", Changed(paper)));
        await AnswerAsync(importer);
        await importer.SeesAsync(PaperFinding.ContentChanged.Sentence());
    }

    [Theory]
    [InlineData("?original=1")]
    [InlineData("")]
    public async Task A_paper_that_has_ended_since_says_when_and_why_stamped_or_not(string copy)
    {
        using var http = new HttpClient { BaseAddress = new Uri(product.Url) };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        string? ended = null;
        CheckedNumber? record = null;
        foreach (var number in product.CertificateNumbers)
        {
            record = await http.GetFromJsonAsync<CheckedNumber>(new Uri($"/api/v1/certificates/{number}", UriKind.Relative));
            if (record!.State != "replaced")
                continue;
            ended = number;
            break;
        }

        ended.ShouldNotBeNull();
        await using var importer = await OpenAsync(Language.English);
        await ChooseAsync(importer, ("paper.pdf", await http.GetByteArrayAsync(new Uri($"/c/{ended}.pdf{copy}", UriKind.Relative))));
        await AnswerAsync(importer);
        await importer.Heading(CertificateText.Title(CertificateState.Replaced)).WaitForAsync();
        await importer.SeesAsync(string.Format(importer.Say(CheckHereText.ReplacedBody), Days.InWords(record!.EndedOn!.Value).En, record.EndReason));
        await Assertions.Expect(importer.Content.Locator("a", new() { HasText = record.ReplacedBy })).ToHaveAttributeAsync("href", $"/c/{record.ReplacedBy}");
        if (copy.Length == 0)
            await importer.SeesAsync(PaperFinding.AppendedAfterSignature.Sentence());
        await importer.PageIsAccessibleAsync();
    }

    private async Task<Person> OpenAsync(Language language)
    {
        var importer = await browsers.SeatAsync(product, language);
        await importer.OpenAsync("/check");
        await importer.Field(CheckHereText.Folder).WaitForAsync();
        return importer;
    }

    private async Task<byte[]> PaperAsync(string? number = null)
    {
        using var http = new HttpClient { BaseAddress = new Uri(product.Url) };
        return await http.GetByteArrayAsync(new Uri($"/c/{number ?? Number}.pdf?original=1", UriKind.Relative));
    }

    private static Task ChooseAsync(Person importer, params IEnumerable<(string Name, byte[] Bytes)> files) =>
        importer.Field(CheckText.FileLabel).SetInputFilesAsync(files.Select(file => new FilePayload { Name = file.Name, MimeType = "", Buffer = file.Bytes }));

    /// <summary>Drops files where the form is.</summary>
    private static async Task DropAsync(Person importer, params IEnumerable<(string Name, byte[] Bytes)> files)
    {
        var transfer = await importer.Page.EvaluateHandleAsync(
            """
            files => {
              const transfer = new DataTransfer();
              for (const { name, base64 } of files) transfer.items.add(new File([Uint8Array.from(atob(base64), c => c.charCodeAt(0))], name));
              return transfer;
            }
            """,
            files.Select(file => new { name = file.Name, base64 = Convert.ToBase64String(file.Bytes) }).ToArray());
        await importer.Page.DispatchEventAsync("#pdf", "drop", new { dataTransfer = transfer });
    }

    /// <summary>What the page says, once it has looked at so many files.</summary>
    private static async Task<ILocator> AnswerAsync(Person importer, int files = 1)
    {
        var answer = importer.Page.Locator("#check-here");
        await Assertions.Expect(answer).ToHaveAttributeAsync("data-done", files.ToString());
        return answer;
    }

    /// <summary>With another bit in the first stream, where the structure is not touched.</summary>
    private static byte[] Changed(byte[] paper)
    {
        var changed = paper.ToArray();
        changed[changed.AsSpan().IndexOf("stream\n"u8) + 40] ^= 1;
        return changed;
    }

    private static byte[] Zip(byte[] paper)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = archive.CreateEntry("certificate.pdf").Open())
            entry.Write(paper);
        return bytes.ToArray();
    }

    private sealed record CheckedNumber(string State, DateOnly? EndedOn, string? EndReason, string? ReplacedBy);
}
