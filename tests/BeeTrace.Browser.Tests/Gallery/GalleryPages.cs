using BeeTrace.Browser.Tests.Screens;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Registry;
using BeeTrace.Core.Map;
using BeeTrace.Web.Certificates;
using BeeTrace.Web.Import;
using BeeTrace.Web.Lab;
using BeeTrace.Web.Map;
using BeeTrace.Web.Registry;
using BeeTrace.Web.Reports;
using BeeTrace.Web.Shell;
using BeeTrace.Web.Trade;
using BeeTrace.Web.Shell.Public;
using BeeTrace.Web.Trace;
using Microsoft.Playwright;

namespace BeeTrace.Browser.Tests.Gallery;

/// <summary>One page of the gallery.</summary>
/// <param name="Name">The file's name, in the order of a tour.</param>
/// <param name="Who">Who looks at it; <see cref="Role.Public"/> without an account.</param>
/// <param name="Address">Where it stands.</param>
/// <param name="Then">What the person does there before the picture is taken.</param>
public sealed record GalleryPage(string Name, Role Who, string Address, Func<Person, Task>? Then = null);

/// <summary>Every page of the product, filled, empty and refused. A new page is one more line.</summary>
public static class GalleryPages
{
    private static readonly PlanCode DemoPlan = PlanCode.Create(2019, 1);

    public static IReadOnlyList<GalleryPage> All(RunningProduct product, DemoCounty county) =>
    [
        new("home", Role.Public, "/"),
        new("sign-in", Role.Public, "/sign-in"),
        new("sign-in-refused", Role.Public, "/sign-in", SignInWronglyAsync),
        new("check", Role.Public, "/check"),
        new("check-number-refused", Role.Public, "/check?number=BT-2018-7K3M"),
        new("check-file-valid", Role.Public, "/check", p => HandInAsync(p, county.Pdf, CertificateState.Valid)),
        new("check-files-many", Role.Public, "/check", p => HandInManyAsync(p, county.Pdf)),
        new("check-file-altered", Role.Public, "/check", p => HandInAsync(p, Touched(county.Pdf), CertificateState.Altered)),
        new("check-file-unreadable", Role.Public, "/check", p => HandInAsync(p, "scan"u8.ToArray(), CertificateState.Unreadable)),
        .. product.Certificates.Select(c => new GalleryPage($"certificate-{c.Key}", Role.Public, $"/c/{c.Value}")),
        new("certificate-replaced", Role.Public, $"/c/{county.ReplacedCertificate}"),
        new("certificate-unknown", Role.Public, "/c/BT-2018-ZZZZ-0"),
        new("lot-public", Role.Public, $"/lot/{county.CertifiedLot}"),
        new("figures-2018", Role.Public, "/figures?year=2018"),
        new("figures-latest", Role.Public, "/figures"),
        new("not-found", Role.Public, "/no-such-page"),

        new("keeper", Role.Beekeeper, "/keeper"),
        new("keeper-register", Role.Beekeeper, ApiaryForm.Address),
        new("keeper-register-refused", Role.Beekeeper, ApiaryForm.Address, p => RefuseAsync(p, RegistryText.RegisterButton)),
        new("keeper-move", Role.Beekeeper, "/keeper", MoveAsync),
        new("keeper-correct", Role.Beekeeper, "/keeper", p => OpenDeedAsync(p, "correct")),
        new("keeper-take-back", Role.Beekeeper, "/keeper", p => OpenDeedAsync(p, "take-back")),
        new("keeper-leave", Role.Beekeeper, "/keeper", p => OpenDeedAsync(p, "leave")),
        new("keeper-close", Role.Beekeeper, "/keeper", p => OpenDeedAsync(p, "close")),
        new("keeper-count", Role.Beekeeper, "/keeper", p => OpenDeedAsync(p, "count")),
        new("keeper-medicine", Role.Beekeeper, "/keeper", p => OpenDeedAsync(p, "treatments")),
        new("keeper-treatment", Role.Beekeeper, "/keeper", p => OpenDeedAsync(p, "treatments/new")),
        new("keeper-treatment-refused", Role.Beekeeper, "/keeper", p => RefuseDeedAsync(p, "treatments/new")),
        new("keeper-harvest", Role.Beekeeper, "/keeper", p => OpenDeedAsync(p, "harvests/new")),
        new("keeper-disease", Role.Beekeeper, "/keeper", p => OpenDeedAsync(p, "disease")),
        new("keeper-photos", Role.Beekeeper, "/keeper", p => OpenDeedAsync(p, "photos")),
        new("keeper-licence", Role.Beekeeper, "/keeper/licence"),
        new("keeper-outbox", Role.Beekeeper, "/keeper/outbox", p => p.SeesAsync(FieldText.OutboxEmpty)),
        new("join", Role.Public, "/keeper/join"),
        new("join-refused", Role.Public, "/keeper/join", p => RefuseAsync(p, ApplicationText.Send)),
        new("join-sent", Role.Public, "/keeper/join/019c8d5f-ed00-7000-8000-00000000000a"),
        new("keeper-offline", Role.Public, "/keeper/offline"),

        .. new[] { Role.Sampler, Role.Analyst, Role.Reviewer, Role.Signatory, Role.Exporter, Role.County }.Select(role => new GalleryPage($"today-{role.Code()}", role, "/today")),

        new("lots", Role.Exporter, "/trace/lots"),
        new("lots-ready", Role.Exporter, "/trace/lots?standing=Ready"),
        new("lots-nothing-found", Role.Exporter, "/trace/lots?q=nothing"),
        new("lot-new", Role.Exporter, "/trace/lots/new", p => p.Heading(TraceText.RecordLot).WaitForAsync()),
        new("lot-new-refused", Role.Exporter, "/trace/lots/new", p => RefuseAsync(p, TraceText.SaveLot)),
        new("lot", Role.Exporter, "/trace/lots", OpenFirstLotAsync),
        new("certificates-firm", Role.Exporter, "/certificates"),
        new("returns-firm", Role.Exporter, "/trade/returns", p => p.Link(ReturnText.WriteOwed(2025)).First.WaitForAsync()),
        new("return-write", Role.Exporter, "/trade/returns", p => WriteReturnAsync(p, null)),
        new("return-write-refused", Role.Exporter, "/trade/returns", p => WriteReturnAsync(p, "139390000")),
        new("return-firm", Role.Exporter, "/trade/returns/91330122MA975U1U0D/2018", p => p.Heading(ReturnText.History).WaitForAsync()),

        new("samples", Role.Sampler, "/lab/samples"),
        new("samples-nothing-found", Role.Sampler, "/lab/samples?q=nothing"),
        new("sampler", Role.Sampler, "/sampler"),
        new("sampling-new", Role.Sampler, "/sampler/samples/new", p => p.Button(SamplingText.Save).WaitForAsync()),
        new("sampling-new-refused", Role.Sampler, "/sampler/samples/new", p => RefuseAsync(p, SamplingText.Save)),
        new("sampling-drawn", Role.Sampler, Sample(county, SampleStatus.Drawn).Replace("/lab/", "/sampler/", StringComparison.Ordinal)),
        new("sampling-sent", Role.Sampler, Sample(county, SampleStatus.InTransit).Replace("/lab/", "/sampler/", StringComparison.Ordinal)),
        new("sampler-outbox", Role.Sampler, "/sampler/outbox", p => p.SeesAsync(FieldText.OutboxEmpty)),
        new("sample-drawn", Role.Sampler, Sample(county, SampleStatus.Drawn)),
        new("sample-on-its-way", Role.Reviewer, Sample(county, SampleStatus.InTransit), p => p.Heading(SamplingText.Custody).WaitForAsync()),
        new("samples-blind", Role.Analyst, "/lab/samples?status=Testing"),
        new("sheet-received", Role.Analyst, Bench(county, SampleStatus.Received)),
        new("sheet", Role.Analyst, Bench(county, SampleStatus.Testing)),
        new("sheet-refused", Role.Analyst, Bench(county, SampleStatus.Testing), RefuseReadingAsync),
        new("sheet-submitted", Role.Analyst, Bench(county, SampleStatus.RawRecorded)),
        new("approval", Role.Reviewer, Sample(county, SampleStatus.RawRecorded)),
        new("approval-return", Role.Reviewer, Sample(county, SampleStatus.RawRecorded), p => p.Button(LabText.Return).ClickAsync()),
        new("approved", Role.Reviewer, Sample(county, SampleStatus.Approved)),
        new("plans", Role.Sampler, "/lab/plans"),
        new("plan", Role.County, $"/lab/plans/{DemoPlan}", p => p.Heading(PlanText.Repeat).WaitForAsync()),
        new("plan-freeze-refused", Role.County, $"/lab/plans/{DemoPlan}", p => RefuseAsync(p, PlanText.FreezeChosen)),
        new("plan-new", Role.County, "/lab/plans/new", p => p.Button(PlanText.Save).WaitForAsync()),
        new("plan-new-refused", Role.County, "/lab/plans/new", p => RefuseWholeAsync(p, PlanText.Save)),
        new("plan-public", Role.Public, $"/plan/{DemoPlan}"),
        new("quality", Role.Analyst, "/lab/quality"),
        new("quality-series", Role.Analyst, "/lab/quality/HMF-QC-1", p => p.Heading(QualityText.RulesTitle).WaitForAsync()),
        new("quality-spike", Role.Reviewer, "/lab/quality/CAP-SPIKE", p => p.Heading(QualityText.Results).WaitForAsync()),
        new("quality-new", Role.Analyst, "/lab/quality/new", p => p.Button(QualityText.Start).WaitForAsync()),
        new("quality-new-refused", Role.Analyst, "/lab/quality/new", p => RefuseAsync(p, QualityText.Start)),
        new("sizes", Role.Sampler, "/lab/sizes", p => p.Heading(SizesText.Schemes).WaitForAsync()),
        new("limits", Role.Analyst, "/lab/limits"),
        new("limits-propose", Role.Signatory, "/lab/limits?market=NZ", ProposeAsync),
        new("limit-new", Role.County, "/lab/limits/new", p => p.Button(LimitProposalText.Send).WaitForAsync()),
        new("limit-new-refused", Role.County, "/lab/limits/new", p => RefuseAsync(p, LimitProposalText.Send)),
        new("judge-again", Role.Signatory, Sample(county, SampleStatus.Approved), JudgeAgainAsync),
        new("bench", Role.Analyst, "/lab/sheet?product=RJ_FRESH", p => p.Page.Locator(".bench input.cell").First.WaitForAsync()),
        new("bench-asks", Role.Analyst, "/lab/sheet?product=HONEY", AskAtTheBenchAsync),
        new("bench-file", Role.Analyst, "/lab/sheet/import", p => p.Field(BenchFileText.File).WaitForAsync()),
        new("bench-file-wrong", Role.Analyst, "/lab/sheet/import", WrongBenchFileAsync),
        new("methods", Role.Reviewer, "/lab/methods"),
        new("holds", Role.County, "/trace/holds"),
        new("judge", Role.Analyst, "/lab/judge", JudgeAsync),
        new("judge-refused", Role.Analyst, "/lab/judge", RefuseJudgeAsync),
        new("limits-eu", Role.Analyst, "/lab/limits?market=EU"),
        new("reports", Role.Signatory, "/lab/reports"),
        new("reports-nothing-found", Role.Signatory, "/lab/reports?q=nothing"),
        new("reports-firm", Role.Exporter, "/lab/reports"),
        new("report", Role.Exporter, "/lab/reports", OpenFirstReportAsync),
        new("report-review", Role.Reviewer, "/lab/reports?state=Draft", OpenFirstReportAsync),
        new("report-invalidate", Role.Signatory, "/lab/reports?state=Issued", InvalidateAsync),
        new("report-new-nothing", Role.Analyst, "/lab/reports/new"),
        new("laboratory", Role.Admin, "/lab/laboratory", p => p.Button(LaboratoryText.Save).WaitForAsync()),
        new("laboratory-read", Role.Signatory, "/lab/laboratory"),
        new("certificates", Role.Signatory, "/certificates"),
        new("certificate-new", Role.Signatory, "/certificates/new", p => p.Heading(CertificatesText.BatchHead).WaitForAsync()),
        new("certificate-end", Role.Signatory, $"/certificates/{product.Certificates["batch-test"]}/end", p => p.Button(CertificatesText.EndButton).WaitForAsync()),
        new("consignments", Role.Exporter, "/trade/consignments"),
        new("consignment-new", Role.Exporter, "/trade/consignments/new", p => p.Button(ConsignmentText.SaveDraft).WaitForAsync()),
        new("consignment", Role.Exporter, "/trade/consignments", OpenFirstConsignmentAsync),
        new("declaration", Role.County, "/trade/declarations?period=2018&product=RJ", OpenFirstDeclarationAsync),
        new("yearbooks", Role.County, "/trade/yearbooks?year=2018"),
        new("yearbook", Role.Public, "/figures/yearbook?year=2018"),
        new("figures-quarter", Role.Public, "/figures?year=2018&count=rj-fresh&period=2018-Q4"),
        new("figures-officer", Role.County, "/figures?year=2026"),
        new("figures-firm", Role.Exporter, "/figures?year=2018"),
        new("declarations", Role.County, "/trade/declarations?period=2018&product=RJ"),
        new("certificate-new-refused", Role.Signatory, "/certificates/new", RefuseCertificateAsync),

        new("map-3", Role.Public, "/map"),
        new("map-6", Role.Public, "/map?at=30.2,120.0&zoom=6"),
        new("map-10", Role.Public, "/map?at=29.84,119.65&zoom=10"),
        new("map-14", Role.Public, "/map?at=29.86,119.78&zoom=14"),
        new("map-officer-10", Role.County, "/map?at=29.84,119.65&zoom=10"),
        new("announce", Role.Public, "/map/announce", DrawFieldAsync),
        new("announce-refused", Role.Public, "/map/announce", p => RefuseAsync(p, AnnouncementText.Send)),
        new("apiaries", Role.County, "/registry/apiaries"),
        new("apiaries-nothing-found", Role.County, "/registry/apiaries?q=nothing"),
        new("apiary-office", Role.County, "/registry/apiaries/A330122-0001-M"),
        new("apiary-inspect", Role.County, "/registry/apiaries/A330122-0001-M/inspect"),
        new("beekeepers", Role.County, "/registry/beekeepers"),
        new("beekeepers-licence-ended", Role.County, "/registry/beekeepers?licence=Ended"),
        new("beekeeper-office", Role.County, "/registry/beekeepers/330122-0001"),
        new("beekeeper-new-refused", Role.County, "/registry/beekeepers/new", p => RefuseAsync(p, OfficeText.Save)),
        new("beekeeper-edit", Role.County, "/registry/beekeepers/330122-0001/edit"),
        new("queue", Role.County, "/registry/queue"),
        new("nectar-sources", Role.County, "/registry/nectar-sources"),
        new("nectar-source-new-refused", Role.County, "/registry/nectar-sources/new", p => RefuseAsync(p, OfficeText.Save)),
        new("firms", Role.County, "/registry/firms"),
        new("diseases", Role.County, "/registry/diseases"),
        new("import", Role.County, "/import"),
        new("import-refused", Role.County, "/import", RefuseTableAsync),
        new("import-check-empty", Role.Admin, "/import/check"),
        new("import-check", Role.County, "/import", p => BringTableAsync(p, GoodTable, ImportText.CheckAgain)),
        new("import-check-errors", Role.County, "/import", p => BringTableAsync(p, BadTable, ImportText.BadRows)),
        new("import-check-columns", Role.County, "/import", p => BringTableAsync(p, StrangeTable, ImportText.CheckAgain)),
        new("firm", Role.County, "/registry/firms/91330122MA9GHCXT03"),
        new("returns", Role.County, "/trade/returns?year=2018"),
        new("returns-missing", Role.County, "/trade/returns"),
        new("returns-nothing-found", Role.County, "/trade/returns?year=2018&q=nothing"),
        new("return", Role.County, "/trade/returns/91330122MA9EL1U04U/2018", p => p.Heading(ReturnText.History).WaitForAsync()),
        new("return-none", Role.County, "/trade/returns/91330122MA9EL1U04U/1980"),
        new("firm-own", Role.Exporter, "/registry/firms/own"),
        new("firm-new", Role.County, "/registry/firms/new"),
        new("deeds", Role.County, "/access/deeds"),
        new("question", Role.County, "/map/question"),
        new("question-answered", Role.County, $"/map/question?area={Uri.EscapeDataString(Field)}&datum=Wgs84&m=20000"),
        new("question-refused", Role.County, "/map/question", p => RefuseAsync(p, NoticeText.Ask)),
        new("notice-new-refused", Role.County, "/map/notices/new", p => RefuseAsync(p, NoticeText.Preview)),
        new("notice-new-counted", Role.County, "/map/notices/new", FillNoticeAsync),
        new("notice", Role.County, "/map/notices", OpenNoticeAsync),
        new("notices", Role.County, "/map/notices"),
        new("notices-none-past", Role.County, "/map/notices?period=past"),
        new("notice-to-keeper", Role.Beekeeper, "/keeper"),
        new("lots-county", Role.County, "/trace/lots"),
        new("staff-not-found", Role.County, "/lab/samples/S18-99999-X"),
    ];

    /// <summary>The pictures of the README, saved under <c>pictures/</c>: page, language, and the name that they bear in <c>docs/pictures/</c>.</summary>
    public static IReadOnlyList<(string Page, Language Language, string File)> Pictures =>
    [
        ("home", Language.Chinese, "home"),
        ("keeper-register", Language.English, "01-apiary"),
        ("lot", Language.English, "02-lot"),
        ("sheet", Language.Chinese, "03-sheet"),
        ("approval", Language.English, "04-approval"),
        ("check-file-valid", Language.English, "06-check"),
        ("figures-2018", Language.English, "07-figures"),
        ("map-10", Language.English, "08-map"),
    ];

    /// <summary>The document whose first page is among them.</summary>
    public static (string Kind, string File) PicturedPaper => ("pass-rate", "05-certificate");

    private const string GoodTable = "养蜂证号,姓名,类型,电话,县代码,发证日期\n330122-9001,章小满,个人,0571-55500199,330122,2026/3/1\n330122-9002,方立春,合作社,,330122,2026年3月2日\n";

    private const string BadTable =
        "养蜂证号,姓名,类型,电话,县代码,发证日期\n330122-9001,章小满,个人,0571-55500199,330122,31/12/2025\n330122-9002,,合作社,,330129,2026-03-02\n330122-9001,方立春,蜂王,,330122,2036-03-02\n";

    private const string StrangeTable = "号,谁,类型,备注\n330122-9001,章小满,个人,新\n";

    private static async Task WriteReturnAsync(Person firm, string? sales)
    {
        await firm.Link(ReturnText.WriteOwed(2025)).First.ClickAsync();
        await firm.Button(ReturnText.File).WaitForAsync();
        if (sales is null)
            return;
        foreach (var (field, figure) in new[] { (ReturnText.Sales, sales), (ReturnText.Output, "14573"), (ReturnText.Employees, "118") })
            await firm.Field(field).FillAsync(figure);
        await firm.Button(ReturnText.File).ClickAsync();
        await Assertions.Expect(firm.Page.Locator("[aria-invalid=true]")).Not.ToHaveCountAsync(0);
    }

    private static async Task RefuseWholeAsync(Person person, Bilingual button)
    {
        await person.Button(button).ClickAsync();
        await Assertions.Expect(person.Content.Locator(".refusals")).ToBeVisibleAsync();
    }

    private static async Task BringTableAsync(Person officer, string table, Bilingual sees)
    {
        await officer.Page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "养蜂户登记表.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(table) });
        await officer.Heading(ImportText.CheckTitle).WaitForAsync();
        await officer.Content.GetByText(officer.Say(sees), new() { Exact = true }).First.WaitForAsync();
    }

    private static async Task RefuseTableAsync(Person officer)
    {
        await officer.Page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "table.xlsx", MimeType = "application/zip", Buffer = "PK no workbook"u8.ToArray() });
        await officer.Page.GetByRole(AriaRole.Alert).First.WaitForAsync();
    }

    /// <summary>A field in the demo county.</summary>
    private const string Field = "29.80, 119.69";

    /// <summary>Fills in a notice of spraying in the coming days, as far as the question whom it concerns.</summary>
    private static async Task FillNoticeAsync(Person county)
    {
        var day = DateTime.UtcNow.AddDays(6).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await county.Field(NoticeText.Kind).SelectOptionAsync(nameof(NoticeKind.DiseaseAlert));
        await county.Field(NoticeText.Radius).FillAsync("20000");
        await county.Field(NoticeText.Area).FillAsync(Field);
        await county.Field(NoticeText.DatumLabel).SelectOptionAsync(nameof(Datum.Wgs84));
        await county.Field(NoticeText.From).FillAsync(day);
        await county.Field(NoticeText.To).FillAsync(day);
        await county.Field(NoticeText.Subject).FillAsync("美洲幼虫腐臭病");
        await county.Button(NoticeText.Preview).ClickAsync();
        await county.Button(NoticeText.Issue).WaitForAsync();
    }

    /// <summary>Opens the first notice; issues one where there is none yet.</summary>
    private static async Task OpenNoticeAsync(Person county)
    {
        await Assertions.Expect(county.Content.Locator(".waiting")).ToHaveCountAsync(0);
        var first = county.Content.GetByRole(AriaRole.Rowheader).GetByRole(AriaRole.Link).First;
        if (await first.CountAsync() > 0)
        {
            await first.ClickAsync();
        }
        else
        {
            await county.OpenAsync("/map/notices/new");
            await FillNoticeAsync(county);
            await county.Button(NoticeText.Issue).ClickAsync();
        }

        await county.Heading(NoticeText.Recipients).WaitForAsync();
    }

    private static string Bench(DemoCounty county, SampleStatus status) => $"/lab/samples/{county.Bench[status]}";

    private static string Sample(DemoCounty county, SampleStatus status) => $"/lab/samples/{county.Samples[status]}";

    private static async Task MoveAsync(Person keeper)
    {
        await keeper.Content.GetByRole(AriaRole.Link, new() { Name = keeper.Say(RegistryText.MoveTitle) }).First.ClickAsync();
        await keeper.Heading(RegistryText.MoveTitle).WaitForAsync();
    }

    /// <summary>A field of three corners, typed, and drawn beside the text.</summary>
    private static async Task DrawFieldAsync(Person grower)
    {
        await grower.Field(NoticeText.Area).FillAsync("29.805, 119.690\n29.805, 119.712\n29.821, 119.704");
        await grower.Field(NoticeText.DatumLabel).SelectOptionAsync(nameof(Datum.Wgs84));
        await grower.Choice(AnnouncementText.KindLabel, AnnouncementText.Of(NoticeKind.GroundSpraying)).CheckAsync();
        await grower.Button(DrawText.Draw).ClickAsync();
        await Assertions.Expect(grower.Page.Locator("draw-field")).ToHaveAttributeAsync("data-idle", "3");
    }

    /// <summary>A form of the first apiary.</summary>
    private static async Task OpenDeedAsync(Person keeper, string deed)
    {
        var move = await keeper.Content.Locator("a[href$='/move']").First.GetAttributeAsync("href");
        await keeper.OpenAsync(move!.Replace("/move", $"/{deed}", StringComparison.Ordinal));
    }

    private static async Task RefuseDeedAsync(Person keeper, string deed)
    {
        await OpenDeedAsync(keeper, deed);
        await RefuseAsync(keeper, FieldText.Save);
    }

    private static async Task ProposeAsync(Person signatory)
    {
        var open = signatory.Content.GetByText(signatory.Say(LimitProposalText.AnotherDecides));
        await signatory.Content.GetByRole(AriaRole.Rowheader).First.WaitForAsync();
        if (await open.CountAsync() > 0)
            return;
        await signatory.Content.GetByRole(AriaRole.Link, new() { Name = signatory.Say(LimitProposalText.Propose) }).First.ClickAsync();
        await signatory.Field(LimitProposalText.LastDay).FillAsync("2030-12-31");
        await signatory.Content.Locator("#end-reason").FillAsync("a picture");
        await signatory.Button(LimitProposalText.SendEnd).ClickAsync();
        await open.WaitForAsync();
    }

    private static async Task JudgeAgainAsync(Person signatory)
    {
        await signatory.Content.Locator("details.evaluation summary").First.ClickAsync();
        await RefuseAsync(signatory, LabText.JudgeAgain);
    }

    private static async Task OpenFirstLotAsync(Person exporter)
    {
        await exporter.Content.GetByRole(AriaRole.Rowheader).First.GetByRole(AriaRole.Link).ClickAsync();
        await exporter.Heading(TraceText.Papers).WaitForAsync();
    }

    private static async Task OpenFirstConsignmentAsync(Person person)
    {
        await person.Page.Locator("tbody th a").First.ClickAsync();
        await person.Button(ConsignmentText.Declare).WaitForAsync();
    }

    private static async Task OpenFirstDeclarationAsync(Person person)
    {
        await person.Page.Locator("tbody th a").First.ClickAsync();
        await person.Page.Locator("summary").First.ClickAsync();
        await person.Button(DeclarationText.Correct).WaitForAsync();
    }

    private static async Task OpenFirstReportAsync(Person reader)
    {
        await reader.Content.GetByRole(AriaRole.Rowheader).First.GetByRole(AriaRole.Link).ClickAsync();
        await reader.Heading(ReportText.SignedBy).WaitForAsync();
    }

    private static async Task InvalidateAsync(Person signatory)
    {
        await OpenFirstReportAsync(signatory);
        await signatory.Button(ReportText.Invalidate).ClickAsync();
    }

    private static async Task SignInWronglyAsync(Person person)
    {
        await person.SendSignInAsync("nobody@example.org", "not the password");
        await person.Page.GetByRole(AriaRole.Alert).WaitForAsync();
    }

    /// <summary>Sends a form as it opened and waits for the reasons why it was not taken.</summary>
    private static async Task RefuseAsync(Person person, Bilingual button)
    {
        await person.Button(button).ClickAsync();
        await Assertions.Expect(person.Content.Locator("[aria-invalid=true]").First).ToBeVisibleAsync();
    }

    private static async Task HandInAsync(Person person, byte[] file, CertificateState expected)
    {
        await person.Field(CheckText.FileLabel).SetInputFilesAsync(new FilePayload { Name = "paper.pdf", MimeType = "application/pdf", Buffer = file });
        await person.Heading(expected is CertificateState.Valid ? CertificateText.Title(expected) : CheckHereText.NotHeldTitle).WaitForAsync();
    }

    /// <summary>Three files at once: a paper, the same with another byte, and something else.</summary>
    private static async Task HandInManyAsync(Person person, byte[] pdf)
    {
        await person.Field(CheckText.FileLabel).SetInputFilesAsync(new FilePayload[]
        {
            new() { Name = "paper.pdf", MimeType = "application/pdf", Buffer = pdf }, new() { Name = "the same, changed.pdf", MimeType = "application/pdf", Buffer = Touched(pdf) },
            new() { Name = "扫描件.pdf", MimeType = "application/pdf", Buffer = "scan"u8.ToArray() },
        });
        await person.Button(CheckHereText.Csv).WaitForAsync();
    }

    private static byte[] Touched(byte[] pdf)
    {
        var touched = (byte[])pdf.Clone();
        touched[touched.Length / 2] ^= 1;
        return touched;
    }

    /// <summary>Types what cannot be kept into the first two lines and leaves them.</summary>
    private static async Task AskAtTheBenchAsync(Person person)
    {
        await person.Page.Locator(".bench input.cell").First.WaitForAsync();
        await person.Page.Locator(".bench input[data-r='0'][data-c='1']").FillAsync("1,5");
        await person.Page.Keyboard.PressAsync("Enter");
        await person.Page.Locator(".bench td[data-state=refused]").WaitForAsync();
        await person.Page.Locator(".bench input[data-r='0'][data-c='1']").FocusAsync();
    }

    private static async Task WrongBenchFileAsync(Person person)
    {
        var lines = Enumerable.Range(1, 60).Select(i => $"S26-{i:00000}-0,HMF,\"{i},5\",mg/kg");
        await person.Page.WaitForFunctionAsync("() => document.querySelector('#file')?._blazorInputFileNextFileId !== undefined");
        await person.Field(BenchFileText.File).SetInputFilesAsync(
            new FilePayload { Name = "series.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes("sample,analyte,value,unit\n" + string.Join('\n', lines)) });
        await person.Heading(BenchFileText.Wrong).WaitForAsync();
    }

    private static async Task JudgeAsync(Person person)
    {
        await person.Field(LabText.NectarSourceLabel).FillAsync("Robinia pseudoacacia");
        await TypeToJudgeAsync(person, ("SUCROSE", "7.2"), ("HMF", "40.0"), ("LEAD", "0.08"));
        await person.Button(LabText.JudgeNow).ClickAsync();
        await person.Page.Locator(".side").WaitForAsync();
    }

    private static async Task RefuseJudgeAsync(Person person)
    {
        await TypeToJudgeAsync(person, ("SUCROSE", "1,5"), ("CHLORAMPHENICOL", "ND"));
        await person.Button(LabText.JudgeNow).ClickAsync();
        await person.Page.Locator("[role=alert] .wrong").First.WaitForAsync();
    }

    private static async Task TypeToJudgeAsync(Person person, params (string Analyte, string Reading)[] readings)
    {
        foreach (var (index, (analyte, reading)) in readings.Index())
        {
            await person.Page.GetByLabel($"{person.Say(LabText.Analyte)} {index + 1}", new() { Exact = true }).SelectOptionAsync(analyte);
            await person.Page.GetByLabel($"{person.Say(LabText.Reading)} {index + 1}", new() { Exact = true }).FillAsync(reading);
        }
    }

    private static async Task RefuseReadingAsync(Person analyst)
    {
        await analyst.Heading(LabText.Sheet).WaitForAsync();
        var readings = analyst.Content.GetByLabel(new System.Text.RegularExpressions.Regex($"[：:] ?{analyst.Say(LabText.Reading)}$"));
        await readings.Nth(1).FillAsync("1,9");
        await readings.Nth(1).PressAsync("Enter");
        await analyst.SeesAsync(RefusalText.Of(new Refusal(LabRefusal.CommaInNumber, null, "1,9")));
    }

    private static async Task RefuseCertificateAsync(Person signatory)
    {
        await signatory.Field(CertificatesText.Sample).FillAsync("S18-00931");
        await signatory.Button(CertificatesText.Button).First.ClickAsync();
        await signatory.Page.GetByRole(AriaRole.Alert).First.WaitForAsync();
    }
}
