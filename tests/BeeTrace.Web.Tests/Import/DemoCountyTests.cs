using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Registry;
using BeeTrace.Core.Trade;
using BeeTrace.Web.Access;
using BeeTrace.Web.Certificates;
using BeeTrace.Web.Commands;
using BeeTrace.Web.Data;
using BeeTrace.Web.Data.Cluster;
using BeeTrace.Web.Import;
using BeeTrace.Web.Lab;
using BeeTrace.Web.Tests.Data;
using BeeTrace.Web.Trade;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BeeTrace.Web.Tests.Import;

/// <summary>A first start with demo data, in a home of its own.</summary>
public sealed class DemoCounty(DatabaseServer server) : IAsyncLifetime
{
    private readonly string _home = Path.Combine(Path.GetTempPath(), $"beetrace-demo-{Guid.NewGuid():N}");
    private TemporaryDatabase? _store;
    private ServiceProvider? _services;

    /// <summary>As <c>seed demo</c> runs where the setting leaves the demo county out of a start.</summary>
    public Settings Settings => new("http://127.0.0.1:0", _home, Demo: false, null, null, "https://beetrace.test");

    public async ValueTask InitializeAsync()
    {
        _store = await server.CopyAsync();
        // Months before the last day of the demo county: its story does not depend on the clock of whoever looks at it.
        _services = new ServiceCollection()
            .AddLogging()
            .AddBeeTrace(Settings, new DataConnections(_store.AppConnectionString, null))
            .AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 1, 0, 0, TimeSpan.Zero)))
            .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        await SeedAsync(seed => seed.EnsureReferenceAsync(CancellationToken.None));
        if (WasInterrupted)
            await BeginAsync();
        await SeedAsync(seed => seed.EnsureDemoAsync(CancellationToken.None));
    }

    /// <summary>An earlier start had come as far as the firms and one account when it ended.</summary>
    public bool WasInterrupted { get; init; }

    private async Task BeginAsync()
    {
        var firms = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "seed-data", "demo", "firms.csv"));
        (await Get<ImportService>().ImportAsync(new ImportTable("firms", "firms.csv", firms), Actor.System)).Errors.ShouldBeEmpty();
        await using var scope = _services!.CreateAsyncScope();
        var make = new MakeAccount(DemoAccounts.EmailOf(Role.Reviewer), "Reviewer", Role.Reviewer, World.Password);
        (await scope.ServiceProvider.GetRequiredService<AccountService>().MakeAsync(make, Actor.System)).ShouldBeDone();
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
        if (_store is not null)
            await _store.DisposeAsync();
        if (Directory.Exists(_home))
            Directory.Delete(_home, recursive: true);
    }

    public T Get<T>() where T : notnull => _services!.GetRequiredService<T>();

    public async Task<int> SeedAsync(Func<SeedService, Task<int>> seed)
    {
        await using var scope = _services!.CreateAsyncScope();
        return await seed(scope.ServiceProvider.GetRequiredService<SeedService>());
    }

    public async Task<Account?> SignInAsync(string email, string password)
    {
        await using var scope = _services!.CreateAsyncScope();
        var signedIn = await scope.ServiceProvider.GetRequiredService<SignInService>().SignInAsync(email, password, null);
        await using var work = await Get<Database>().OpenAsync(Actor.System);
        return signedIn.IsDone ? await work.Db.Accounts.AsNoTracking().SingleAsync(a => a.Email == email) : null;
    }
}

public sealed class DemoCountyTests(DemoCounty demo, DatabaseServer server) : IClassFixture<DemoCounty>
{
    [Theory]
    [InlineData(2018, 120)]
    [InlineData(2019, 119)]
    public async Task Of_120_samples_of_a_year_so_many_passed(int year, int passed)
    {
        var figure = await demo.Get<PassRateQueries>().CountAsync(PassRateScope.OfYear(year), Actor.Public);

        (figure.Total.Rate.Passed, figure.Total.Rate.Judged, figure.Total.Rate.Inconclusive, figure.Total.Firms).ShouldBe((passed, 120, 0, 28));
    }

    [Fact]
    public async Task Exports_of_2018_are_the_tonnes_and_the_share_that_the_newspaper_told()
    {
        var figure = await demo.Get<ExportQueries>().YearAsync(2018, ExportQueries.RoyalJelly, Actor.Public);

        (figure.Amount, figure.Share!.Percent, Math.Round(figure.National!.Amount, 2)).ShouldBe((703.87m, 57.42m, 1225.83m));
        (Math.Round(figure.National.Implied!.Value.Low, 4), Math.Round(figure.National.Implied.Value.High, 4)).ShouldBe((1225.7118m, 1225.9427m));
    }

    [Theory]
    [InlineData("DeclaredMass", "804.95")]
    [InlineData("FreshEquivalent", "1174.45")]
    public async Task The_nation_of_eleven_months_of_2022_is_added_up_from_its_products(string basis, string tonnes)
    {
        var figure = await demo.Get<ExportQueries>().FigureAsync(ExportQueries.MassOf(ExportQueries.RoyalJelly, Enum.Parse<ShareBasis>(basis)), FigurePeriod.Parse("2022-01..2022-11")!, Actor.System);

        figure.National!.Amount.ShouldBe(decimal.Parse(tonnes, System.Globalization.CultureInfo.InvariantCulture));
        figure.Share!.Percent.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_year_whose_national_total_is_of_eleven_months_has_no_share_and_says_why()
    {
        var figure = await demo.Get<ExportQueries>().FigureAsync(ExportQueries.MassOf("HONEY"), FigurePeriod.OfYear(2022), Actor.System);

        figure.Share!.Percent.ShouldBeNull();
        figure.Share.Reasons.ShouldHaveSingleItem().En.ShouldBe("period differs: 2022, 2022-01-01/2022-11-30");
    }

    [Fact]
    public async Task The_yearbook_of_2018_says_every_figure_of_the_newspaper()
    {
        var service = demo.Get<YearbookService>();
        var edition = (await service.EditionsAsync(Actor.Public)).Single(e => e.Year == 2018);
        var lines = (await service.FindAsync(edition.Number, Actor.Public))!.Sections.SelectMany(s => s.Lines).ToLookup(l => l.Label.En, l => l.Value.En);

        foreach (var (label, value) in new[]
        {
            ("Firms", "28"), ("Firms with sales above CNY 100 million", "3"), ("Sales of the firms", "CNY 700 million"), ("Output of the whole chain", "CNY 811 million"),
            ("Royal jelly and its powder, exports", "703.87 t"), ("Share of the nation", "57.42\u00A0%"), ("Samples judged", "120"), ("Samples passed", "120"),
            ("National brands", "2"), ("Provincial brands", "3"), ("Standards drafted", "3"), ("Interns through co-operation", "230"), ("Products brought out jointly", "5"),
        })
            lines[label].ShouldBe([value], label);
    }

    [Theory]
    [InlineData(ShareBasis.DeclaredMass)]
    [InlineData(ShareBasis.FreshEquivalent)]
    [InlineData(ShareBasis.Value)]
    public async Task Firms_are_counted_as_the_whole_is(ShareBasis basis)
    {
        var firms = await demo.Get<ExportQueries>().FirmsAsync(ExportQueries.MassOf(ExportQueries.RoyalJelly, basis), 2018, Actor.System);

        firms.Select(f => f.Rank).ShouldBe(Enumerable.Range(1, firms.Count));
        firms.Sum(f => f.SharePercent!.Value).ShouldBe(100m, 0.1m);
    }

    [Fact]
    public async Task What_cannot_all_be_true_stands_side_by_side()
    {
        var conflicts = await demo.Get<ExportQueries>().ConflictsAsync(Actor.Public);

        conflicts.Select(c => string.Join(' ', c.Claims.Select(x => x.Code))).ShouldContain("CN-2020-08-RJ CN-2020-07-RJ");
        conflicts.ShouldContain(c => c.Kind == ClaimConflictKind.ShareAgainstRank);
    }

    [Fact]
    public async Task Returns_of_2018_are_what_the_newspaper_told_of_its_firms()
    {
        await using var work = await demo.Get<Database>().OpenAsync(Actor.System);
        var returns = await work.Db.YearlyReturns.AsNoTracking().Include(r => r.Partners).Where(r => r.Year == 2018 && r.State == ReturnState.Accepted).ToListAsync();
        var industry = await demo.Get<ExportQueries>().IndustryAsync(2018, Actor.Public);
        var brands = await work.Db.Honours.Where(h => h.Kind == HonourKind.Brand && h.Year <= 2018).ToListAsync();

        (returns.Count, returns.Count(r => r.SalesCny > 100_000_000), returns.Sum(r => r.SalesCny)).ShouldBe((28, 3, 700_000_000m));
        (industry.Firms, industry.FirmsAbove100Million, industry.SalesCny).ShouldBe((28, 3, 700_000_000m));
        returns.ShouldAllBe(r => r.Employees > 0);
        (returns.SelectMany(r => r.Partners).Sum(p => p.Interns), returns.SelectMany(r => r.Partners).Sum(p => p.JointProducts)).ShouldBe((230, 5));
        (brands.Count(b => b.Level == HonourLevel.National), brands.Count(b => b.Level == HonourLevel.Provincial), brands.Count).ShouldBe((2, 3, 5));
        (await work.Db.DraftedStandards.CountAsync(s => s.Year <= 2018)).ShouldBe(3);
        brands.ShouldAllBe(b => b.Evidence.Contains("演示数据"));
        (await demo.Get<ReturnQueries>().ListAsync(new(2018), Actor.System)).Rows.Where(r => r.Differences > 0).ShouldHaveSingleItem().Differences.ShouldBe(1);
    }

    [Fact]
    public async Task Every_role_has_an_account_whose_password_and_token_stand_in_a_file_for_its_owner_alone()
    {
        var lines = (await File.ReadAllLinesAsync(demo.Settings.DemoAccountsFile)).Select(line => line.Split('\t')).ToList();

        lines.Select(line => line[0]).ShouldBe(RoleCode.OfPeople.Select(role => role.Code()));
        lines.ShouldAllBe(line => line.Length == 4 && line[2].Length == 20 && line[3].StartsWith("bt_"));
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(demo.Settings.DemoAccountsFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        foreach (var line in lines)
            (await demo.SignInAsync(line[1], line[2])).ShouldNotBeNull().Role.Code().ShouldBe(line[0]);
    }

    [Fact]
    public async Task The_beekeeper_and_the_exporter_find_something_of_their_own()
    {
        await using var work = await demo.Get<Database>().OpenAsync(Actor.System);
        var accounts = (await work.Db.Accounts.AsNoTracking().ToListAsync()).ToLookup(a => a.Role);

        var beekeeper = accounts[Role.Beekeeper].Single().BeekeeperId;
        var exporter = accounts[Role.Exporter].Single().FirmId;
        (await work.Db.Apiaries.AnyAsync(a => a.BeekeeperId == beekeeper)).ShouldBeTrue();
        (await work.Db.Declarations.AnyAsync(d => d.FirmId == exporter)).ShouldBeTrue();
        var years = (await work.Db.Lots.Where(l => l.FirmId == exporter).Select(l => l.HarvestedOn.Year).Distinct().ToListAsync());
        years.ShouldContain(2018);
        years.ShouldContain(2026);
    }

    [Fact]
    public async Task Papers_on_invented_readings_say_so_whatever_the_setting()
    {
        await using var work = await demo.Get<Database>().OpenAsync(Actor.System);

        var issued = await work.Db.Certificates.AsNoTracking().Select(c => c.Content).ToListAsync();

        issued.ShouldNotBeEmpty();
        issued.ShouldAllBe(content => CertificateContent.Read(content).Demo);
    }

    [Fact]
    public async Task Certificates_of_every_kind_are_issued_and_listed()
    {
        var lines = (await File.ReadAllLinesAsync(demo.Settings.DemoCertificatesFile)).Select(line => line.Split('\t')).ToList();

        lines.Select(line => line[0]).Distinct().ShouldBe(Enum.GetValues<CertificateKind>().Select(kind => kind.Code()), ignoreOrder: true);
        await using var work = await demo.Get<Database>().OpenAsync(Actor.System);
        var issued = await work.Db.Certificates.AsNoTracking().ToListAsync();
        issued.Select(c => c.Number.ToString()).ShouldBe(lines.Select(line => line[1]), ignoreOrder: true);
    }

    [Fact]
    public async Task Samples_of_this_year_are_still_in_work()
    {
        await using var work = await demo.Get<Database>().OpenAsync(Actor.System);
        var open = await work.Db.Samples.AsNoTracking().Where(s => s.DrawnOn.Year == 2026).ToListAsync();

        open.Count.ShouldBe(15);
        open.ShouldAllBe(s => s.Verdict == null && s.Status != SampleStatus.Approved);
        open.Select(s => s.Status).ShouldContain(SampleStatus.Testing);
        var records = await work.Db.SamplingRecords.AsNoTracking().ToListAsync();
        records.Select(r => r.AwaitsSecondSampler).ShouldBe([true, false], ignoreOrder: true);
        records.ShouldAllBe(r => r.Remarks!.Contains("虚构示例"));
    }

    [Fact]
    public async Task Nobody_approved_readings_of_their_own()
    {
        await using var work = await demo.Get<Database>().OpenAsync(Actor.System);
        var approved = work.Db.Samples.Where(s => s.ApprovedBy != null);

        (await approved.CountAsync()).ShouldBe(240);
        (await approved.AnyAsync(s => work.Db.Readings.Any(r => r.SampleId == s.Id && r.EnteredBy == s.ApprovedBy))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_second_start_loads_nothing_and_changes_no_password()
    {
        var before = await File.ReadAllTextAsync(demo.Settings.DemoAccountsFile);

        (await demo.SeedAsync(seed => seed.EnsureReferenceAsync(CancellationToken.None))).ShouldBe(0);
        (await demo.SeedAsync(seed => seed.EnsureDemoAsync(CancellationToken.None))).ShouldBe(0);

        (await File.ReadAllTextAsync(demo.Settings.DemoAccountsFile)).ShouldBe(before);
    }

    [Fact]
    public async Task The_laboratory_has_a_plan_that_waits_for_its_public_value_and_charts_that_tell_something()
    {
        var plan = (await demo.Get<SamplingPlanQueries>().FindAsync(PlanCode.Create(2019, 1), Actor.Public)).ShouldNotBeNull();
        var charts = await demo.Get<QualityControlQueries>().ListAsync(Actor.System);

        plan.Strata.Select(s => s.List).ShouldBe([1, 1, null]);
        plan.Strata[0].Listed.ShouldBeGreaterThan(plan.Strata[0].Planned);
        plan.Lists.Single().Seed.ShouldBeNull();
        charts.Select(c => (c.Series.Code, c.Rejected)).ShouldBe([("CAP-BLANK", 0), ("CAP-SPIKE", 1), ("HMF-QC-1", 1), ("MOISTURE-DUP", 1)]);
    }

    [Fact]
    public async Task A_first_start_that_was_interrupted_is_taken_up_by_the_next()
    {
        await using var other = new DemoCounty(server) { WasInterrupted = true };
        await other.InitializeAsync();

        (await other.Get<PassRateQueries>().CountAsync(PassRateScope.OfYear(2018), Actor.Public)).Total.Rate.Judged.ShouldBe(120);
        var reviewer = (await File.ReadAllLinesAsync(other.Settings.DemoAccountsFile)).Select(line => line.Split('\t')).Single(line => line[0] == "reviewer");
        (await other.SignInAsync(reviewer[1], reviewer[2])).ShouldNotBeNull();
        (await other.SignInAsync(reviewer[1], World.Password)).ShouldBeNull();
    }
}
