using System.Text.RegularExpressions;
using BeeTrace.Browser.Tests.Screens;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Certificates;
using BeeTrace.Web.Data;
using BeeTrace.Web.Lab;
using BeeTrace.Web.Registry;
using BeeTrace.Web.Shell;
using BeeTrace.Web.Shell.Public;
using Microsoft.Playwright;

namespace BeeTrace.Browser.Tests;

/// <summary>The way of one harvest from the hive to the paper and back, walked by everybody who has a part in it.</summary>
public sealed class JourneyTests(RunningProduct product, Browsers browsers)
{
    private const string Product = "RJ_FRESH";
    private const string BannedSubstance = "CHLORAMPHENICOL";

    private static readonly DateOnly Today = ChinaTime.DayOf(TimeProvider.System.GetUtcNow());
    private static readonly DateOnly Harvested = Today.AddDays(-2);
    private static readonly DateOnly Arrived = Today.AddDays(-20);

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public async Task A_harvest_is_registered_bought_tested_certified_and_checked(Language language)
    {
        var apiary = await RegisterApiaryAsync(language);
        var lot = await RecordLotAsync(language, apiary);
        var sample = await DrawSampleAsync(language, lot);
        await EnterReadingsAsync(language, sample);
        await ApproveAsync(language, sample);
        var (batch, rate) = await IssueCertificatesAsync(language, sample);
        var (batchPdf, ratePdf) = await DownloadAsync(language, batch, rate);
        await CheckAsync(language, lot, batch, batchPdf);
        await CheckAsync(language, null, rate, ratePdf);
        await WithdrawAsync(language, batch, batchPdf);
    }

    private async Task<ApiaryCode> RegisterApiaryAsync(Language language)
    {
        await using var keeper = await browsers.SeatAsync(product, language);
        await keeper.SignInAsync(product.AccountOf(Role.Beekeeper));
        await keeper.Heading(ShellText.MyApiaries).WaitForAsync();
        await keeper.PageIsAccessibleAsync();
        await keeper.Link(RegistryText.RegisterTitle).ClickAsync();

        var form = new ApiaryForm(keeper);
        await form.FillRestAsync(Arrived, "29.7937, 119.6915");
        await form.Colonies.FillAsync("0");
        await form.Send.ClickAsync();

        await keeper.IsRefusedAsync(form.Name, new Refusal(RegistryRefusal.NameMissing));
        await keeper.IsRefusedAsync(form.Datum, new Refusal(RegistryRefusal.DatumMissing));
        await keeper.IsRefusedAsync(form.Colonies, new Refusal(RegistryRefusal.ColoniesTooFew, null, ApiaryRules.FewestColonies, 0));
        await Assertions.Expect(keeper.Choice(RegistryText.Kind, RegistryText.Of(ApiaryKind.Temporary))).ToBeCheckedAsync();
        await Assertions.Expect(form.Place).ToHaveValueAsync("29.7937, 119.6915");
        await Assertions.Expect(form.Plant).ToHaveValueAsync("Brassica napus");
        await Assertions.Expect(form.From).ToHaveValueAsync(Arrived.ToString("yyyy-MM-dd"));
        await Assertions.Expect(form.Colonies).ToHaveValueAsync("0");
        await keeper.PageIsAccessibleAsync();

        var name = $"一号场 {language}";
        await form.Name.FillAsync(name);
        await form.ChooseDatumAsync(Datum.Gcj02);
        await form.Colonies.FillAsync("86");
        await form.Send.DblClickAsync();

        var code = await form.CodeAsync();
        await Assertions.Expect(keeper.Content.GetByText(name, new() { Exact = true })).ToHaveCountAsync(1);
        await keeper.PageIsAccessibleAsync();
        return code;
    }

    private async Task<LotCode> RecordLotAsync(Language language, ApiaryCode apiary)
    {
        await using var exporter = await SignedInAsync(Role.Exporter, language);
        var form = new LotForm(exporter);
        await form.OpenAsync();
        await form.FillAsync("", Product, "0", null);
        await form.SendAsync();
        await Assertions.Expect(exporter.Field(Web.Trace.TraceText.Apiary)).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(exporter.Field(Web.Trace.TraceText.MassLabel)).ToHaveValueAsync("0");
        await exporter.PageIsAccessibleAsync();

        await form.FillAsync(apiary.ToString(), Product, "125.5", Harvested);
        await form.SendAsync();
        var code = await form.CodeAsync();
        await exporter.SeesAsync(apiary.ToString());
        await exporter.PageIsAccessibleAsync();
        return code;
    }

    private async Task<SampleCode> DrawSampleAsync(Language language, LotCode lot)
    {
        await using var sampler = await SignedInAsync(Role.Sampler, language);
        await sampler.Link(SamplingText.InField).ClickAsync();
        await sampler.Link(SamplingText.NewRecord).ClickAsync();
        var form = new SamplingForm(sampler);
        await form.FillAsync(lot, "JY-" + language, "qualified");
        await form.Input("SampleG").FillAsync("1,5");
        await form.Send.ClickAsync();
        await sampler.IsRefusedAsync(form.Input("SampleG"), new Refusal(SamplingRefusal.NumberUnreadable, null, "1,5"));
        await Assertions.Expect(form.Input("Address")).ToHaveValueAsync("桐庐县分水镇一号车间");
        await sampler.PageIsAccessibleAsync();
        await form.Input("SampleG").FillAsync("100");
        await form.Send.ClickAsync();
        var code = await form.CodeAsync();
        await sampler.SeesAsync(SamplingText.AwaitsOther);
        await sampler.PageIsAccessibleAsync();
        await CountersignAsync(language, code);

        await sampler.OpenAsync($"/lab/samples/{code}");
        await sampler.Button(LabText.Receive).ClickAsync();
        await sampler.SeesAsync(LabText.Of(SampleStatus.Received));
        await sampler.Heading(SamplingText.Custody).WaitForAsync();
        await sampler.PageIsAccessibleAsync();
        return code;
    }

    private async Task CountersignAsync(Language language, SampleCode code)
    {
        await using var second = await browsers.SeatAsync(product, language);
        await second.SignInAsync(product.SecondSampler);
        await second.OpenAsync("/sampler");
        await second.Heading(SamplingText.AwaitsMe).WaitForAsync();
        await second.Content.GetByText(code.ToString()).ClickAsync();
        await second.Button(SamplingText.Sign).ClickAsync();
        await Assertions.Expect(second.Button(SamplingText.Sign)).ToHaveCountAsync(0);
        await second.SeesAsync(code.ToString());
    }

    /// <summary>The number under which a sample is tested: the reviewer knows it, the sampler does not.</summary>
    private async Task<string> BlindAsync(Language language, SampleCode code)
    {
        await using var reviewer = await SignedInAsync(Role.Reviewer, language);
        await reviewer.OpenAsync($"/lab/samples/{code}");
        return await reviewer.Content.Locator(".mono").Filter(new() { HasTextRegex = new Regex("^B-[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]$") }).First.InnerTextAsync();
    }

    private async Task EnterReadingsAsync(Language language, SampleCode sample)
    {
        var blind = await BlindAsync(language, sample);
        await using var analyst = await SignedInAsync(Role.Analyst, language);
        (await analyst.OpenAsync($"/lab/samples/{sample}")).ShouldBe(200);
        await analyst.SeesAsync(ShellText.NotFoundTitle);
        var sheet = new SheetOfReadings(analyst, blind);
        await sheet.OpenAsync();

        await sheet.TypeAsync("HDA_10", "1.2");
        await sheet.IsJudgedAsync("HDA_10", Verdict.Fail);
        await sheet.IsNotSavedAsync("HDA_10");
        await sheet.EnterAsync("HDA_10", "1.92");
        await sheet.IsJudgedAsync("HDA_10", Verdict.Pass);

        await sheet.TypeAsync(BannedSubstance, "ND");
        await sheet.Reading(BannedSubstance).PressAsync("Enter");
        await analyst.IsRefusedAsync(sheet.Lod(BannedSubstance), new Refusal(LabRefusal.LodMissing));
        await Assertions.Expect(sheet.Reading(BannedSubstance)).ToHaveValueAsync("ND");
        await sheet.IsNotSavedAsync(BannedSubstance);
        await analyst.PageIsAccessibleAsync();
        await sheet.EnterAsync(BannedSubstance, "ND", "0.1");

        foreach (var (analyte, reading, lod) in Panel)
            await sheet.EnterAsync(analyte, reading, lod);
        await analyst.PageIsAccessibleAsync();

        await analyst.Button(LabText.Submit).ClickAsync();
        await analyst.SeesAsync(LabText.NotYourOwn);
        await Assertions.Expect(analyst.Button(LabText.Approve)).ToHaveCountAsync(0);
    }

    private async Task ApproveAsync(Language language, SampleCode sample)
    {
        await using var reviewer = await SignedInAsync(Role.Reviewer, language);
        var sheet = new SheetOfReadings(reviewer, sample.ToString());
        await sheet.OpenAsync();
        await reviewer.PageIsAccessibleAsync();
        await reviewer.Button(LabText.Approve).ClickAsync();

        await reviewer.Heading(LabText.VerdictTitle(Verdict.Pass)).WaitForAsync();
        await reviewer.SeesAsync("CN-2020.1");
        await reviewer.SeesAsync(DecisionRule.CnFull.Statement());
        foreach (var fact in new[] { "1.92", "≥ 1.4", "GB 9697-2008", DecisionRule.CnFull.Code() })
            await Assertions.Expect(sheet.Line("HDA_10")).ToContainTextAsync(fact);
        await reviewer.PageIsAccessibleAsync();
    }

    private async Task<(CertificateNumber Batch, CertificateNumber Rate)> IssueCertificatesAsync(Language language, SampleCode sample)
    {
        await using var signatory = await SignedInAsync(Role.Signatory, language);
        var form = new IssueForm(signatory);
        await form.OpenAsync();
        await signatory.PageIsAccessibleAsync();
        var batch = await form.IssueBatchAsync(sample);
        var rate = await form.IssuePassRateAsync(new DateOnly(2018, 1, 1), new DateOnly(2018, 12, 31));
        await signatory.PageIsAccessibleAsync();
        return (batch, rate);
    }

    private async Task<(string BatchPdf, string RatePdf)> DownloadAsync(Language language, CertificateNumber batch, CertificateNumber rate)
    {
        await using var exporter = await SignedInAsync(Role.Exporter, language);
        await exporter.OpenAsync("/certificates");
        await exporter.SeesAsync(batch.ToString());
        await exporter.PageIsAccessibleAsync();
        return (await FileAsync(batch, PaperText.BatchTestTitle), await FileAsync(rate, PaperText.PassRateTitle));

        async Task<string> FileAsync(CertificateNumber number, Bilingual title)
        {
            var link = exporter.Page.GetByRole(AriaRole.Link, new() { Name = $"{exporter.Say(CertificatesText.Download)} {number}", Exact = true });
            var download = await exporter.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
            download.SuggestedFilename.ShouldBe($"{number}.pdf");
            var file = Path.Combine(Directory.CreateTempSubdirectory("beetrace-paper-").FullName, download.SuggestedFilename);
            await download.SaveAsAsync(file);
            (await File.ReadAllBytesAsync(file)).AsSpan(0, 5).SequenceEqual("%PDF-"u8).ShouldBeTrue();
            await PaperTools.ShouldBeSoundAsync(file);
            var text = await PaperTools.TextAsync(file);
            text.ShouldContain(title.Zh);
            text.ShouldContain(number.ToString());
            return file;
        }
    }

    /// <summary>The signatory takes the paper back; the stranger who holds it reads so by number and by file, and is handed a stamped copy.</summary>
    private async Task WithdrawAsync(Language language, CertificateNumber number, string pdf)
    {
        await using (var signatory = await SignedInAsync(Role.Signatory, language))
        {
            await signatory.OpenAsync("/certificates");
            await signatory.Page.GetByRole(AriaRole.Link, new() { Name = $"{signatory.Say(CertificatesText.End)} {number}", Exact = true }).ClickAsync();
            await signatory.Field(CertificatesText.Reason).SelectOptionAsync(nameof(EndReason.LotStopped));
            await signatory.Field(CertificatesText.Note).FillAsync("演练 a drill");
            await signatory.PageIsAccessibleAsync();
            await signatory.Button(CertificatesText.EndButton).ClickAsync();
            await signatory.SeesAsync(CertificatesText.Ended(number.ToString()));
            await signatory.PageIsAccessibleAsync();
        }

        await using var stranger = await browsers.SeatAsync(product, language);
        await stranger.OpenAsync($"/c/{number}");
        await stranger.Heading(CertificateText.Title(CertificateState.Withdrawn)).WaitForAsync();
        await stranger.SeesAsync(EndReason.LotStopped.Clause());
        await stranger.PageIsAccessibleAsync();
        var download = await stranger.Page.RunAndWaitForDownloadAsync(() => stranger.Link(CertificateText.DownloadStamped).ClickAsync());
        var copy = Path.Combine(Path.GetDirectoryName(pdf)!, "stamped.pdf");
        await download.SaveAsAsync(copy);
        var (stamped, issued) = (await File.ReadAllBytesAsync(copy), await File.ReadAllBytesAsync(pdf));
        stamped.AsSpan().StartsWith(issued).ShouldBeTrue("the bytes as issued come first");
        download.SuggestedFilename.ShouldBe($"{number}-withdrawn.pdf");
    }

    /// <summary>A stranger with the paper in hand: by its QR code's address, by the file, by a file that somebody touched.</summary>
    private async Task CheckAsync(Language language, LotCode? lot, CertificateNumber number, string pdf)
    {
        await using var stranger = await browsers.SeatAsync(product, language);
        var address = (await PaperTools.AddressesAsync(pdf)).First(link => link.Contains("/c/", StringComparison.Ordinal));
        address.ShouldEndWith($"/c/{number}");
        (await stranger.OpenAsync(address)).ShouldBe(200);
        await stranger.Heading(CertificateText.Title(CertificateState.Valid)).WaitForAsync();
        await stranger.SeesAsync(number.ToString());
        await stranger.SeesAsync(Web.Shell.Display.Days.InWords(Today));
        if (lot is not null)
        {
            await stranger.Link(new Bilingual(lot.Value.ToString(), lot.Value.ToString())).WaitForAsync();
            foreach (var reading in new[] { "1.92", "≥ 1.4", "66.4" })
                await stranger.SeesAsync(reading);
        }

        await stranger.PageIsAccessibleAsync();

        await HandInAsync(await File.ReadAllBytesAsync(pdf), CertificateState.Valid);
        var touched = await File.ReadAllBytesAsync(pdf);
        touched[touched.Length / 2] ^= 1;
        await HandInAsync(touched, CertificateState.Altered);

        async Task HandInAsync(byte[] file, CertificateState expected)
        {
            await stranger.OpenAsync("/check");
            await stranger.Field(CheckText.FileLabel).SetInputFilesAsync(
                new FilePayload { Name = "paper.pdf", MimeType = "application/pdf", Buffer = file });
            // The browser itself says what holds; of what does not, the server is asked too.
            await stranger.Heading(expected is CertificateState.Valid ? CertificateText.Title(expected) : CheckHereText.NotHeldTitle).WaitForAsync();
            await stranger.PageIsAccessibleAsync();
            if (expected is CertificateState.Valid)
                return;
            await stranger.Button(CheckHereText.Send).ClickAsync();
            await stranger.Heading(CertificateText.Title(expected)).WaitForAsync();
            await stranger.PageIsAccessibleAsync();
        }
    }

    private async Task<Person> SignedInAsync(Role role, Language language)
    {
        var person = await browsers.SeatAsync(product, language);
        await person.SignInAsync(product.AccountOf(role));
        return person;
    }

    /// <summary>What the panel of fresh royal jelly asks for beside the two that are typed wrong first.</summary>
    private static (string Analyte, string Reading, string Lod)[] Panel =>
    [
        ("MOISTURE", "66.4", ""), ("PROTEIN", "13.1", ""), ("TOTAL_SUGAR", "12.6", ""), ("ACIDITY", "38.5", ""), ("ASH", "0.84", ""),
        ("STARCH", "未检出", ""), ("AOZ", "<0.1", "0.1"), ("AMOZ", "未检出", "0.1"), ("AHD", "ND", "0.1"), ("SEM", "ND", "0.1"),
        ("METRONIDAZOLE", "ND", "0.1"), ("DIMETRIDAZOLE", "ND", "0.1"), ("RONIDAZOLE", "ND", "0.1"),
    ];
}
