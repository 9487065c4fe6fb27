using System.Diagnostics;
using System.Globalization;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using BeeTrace.Web.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace BeeTrace.Benchmarks;

/// <summary>
/// How long an officer waits for the first page of a list of the country's register, over every order and many filters. The baseline is what
/// one would write first: the same filter and order as LINQ under row security, with the same page size and the same capped count.
/// </summary>
internal static class RegisterLists
{
    private const int Rounds = 7;

    private static readonly Actor Officer = new(AccountId.New(), "officer", Role.County);

    /// <param name="folder">Keeps the filled cluster between runs.</param>
    public static async Task RunAsync(string folder)
    {
        var watch = Stopwatch.StartNew();
        await using var cluster = await NationalRegister.StartAsync(folder);
        Console.WriteLine($"register of {NationalRegister.Beekeepers:N0} beekeepers and {NationalRegister.Apiaries:N0} apiaries ready after {watch.Elapsed.TotalSeconds:0} s");

        await using var source = NpgsqlDataSource.Create(cluster.AppConnectionString);
        var options = new DbContextOptionsBuilder<BeeTraceDb>().UseNpgsql(source).UseSnakeCaseNamingConvention().Options;
        var clock = new FakeTimeProvider(new DateTimeOffset(NationalRegister.Today, new TimeOnly(1, 0), TimeSpan.Zero));
        var database = new Database(options, clock);
        var search = new RegisterSearch(database);

        await MeasureAsync("apiaries", ApiaryFilters(), f => search.ApiariesAsync(f, Officer), f => ByLinqAsync(database, f));
        await MeasureAsync("beekeepers", BeekeeperFilters(), f => search.BeekeepersAsync(f, Officer), f => ByLinqAsync(database, f));
    }

    private static IEnumerable<ApiaryFilter> ApiaryFilters()
    {
        ApiaryFilter[] filters =
        [
            new(), new(County: "500000"), new(County: "502700"), new(Species: BeeSpecies.Cerana), new(Kind: ApiaryKind.Wintering),
            new(State: RegistrationState.Waiting), new(State: RegistrationState.Refused), new(Plant: "Tilia amurensis"),
            new(Species: BeeSpecies.Cerana, Kind: ApiaryKind.Wintering, Plant: "Citrus spp."), new(County: "502700", State: RegistrationState.Waiting),
            new("蜂场"), new("石塘"), new("石塘蜂场"), new("桥"), new("周茂"), new("周茂林"), new("wang"), new("zhou min"), new("li"), new("A500010-00"), new("502700-"), new("山河", Species: BeeSpecies.Cerana),
            new("张", State: RegistrationState.Waiting), new("无此场名"), new("zzzzz"), new("蜂场", County: "502700"), new("蜂场", State: RegistrationState.Refused), new(Page: 20),
        ];
        return from filter in filters from order in Enum.GetValues<ApiaryOrder>() select filter with { Order = order };
    }

    private static IEnumerable<BeekeeperFilter> BeekeeperFilters()
    {
        BeekeeperFilter[] filters =
        [
            new(), new(County: "500000"), new(County: "502700"), new(Kind: BeekeeperKind.Company), new(State: RegistrationState.Waiting), new(State: RegistrationState.Merged),
            new(Licence: LicenceStanding.Within30), new(Licence: LicenceStanding.Within90), new(Licence: LicenceStanding.Ended), new(Licence: LicenceStanding.Valid),
            new(Licence: LicenceStanding.Ended, Kind: BeekeeperKind.Company), new("王"), new("周茂"), new("周茂林"), new("wang"), new("zhou mingguo"), new("li"), new("502700-"), new("zzzzz"),
            new("张", State: RegistrationState.Waiting), new("林", Licence: LicenceStanding.Within30), new(Page: 20),
        ];
        return from filter in filters from order in Enum.GetValues<BeekeeperOrder>() select filter with { Order = order };
    }

    private static async Task MeasureAsync<TFilter, TRow>(
        string name, IEnumerable<TFilter> filters, Func<TFilter, Task<ListPage<TRow>>> ours, Func<TFilter, Task> baseline) where TFilter : notnull
    {
        var all = new List<double>();
        var naive = new List<double>();
        var slow = new List<(double Milliseconds, double Naive, string Filter)>();
        foreach (var filter in filters)
        {
            await ours(filter);
            var times = new List<double>();
            for (var round = 0; round < Rounds; round++)
                times.Add(await TimeAsync(() => ours(filter)));
            var plain = await TimeAsync(() => baseline(filter));
            all.AddRange(times);
            naive.Add(plain);
            slow.Add((Percentile(times, 0.5), plain, filter.ToString()!));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}: {slow.Count} first pages, {Rounds} times each: median {Percentile(all, 0.5):0.0} ms, p95 {Percentile(all, 0.95):0.0} ms, most {all.Max():0.0} ms"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}, LINQ under row security: median {Percentile(naive, 0.5):0.0} ms, p95 {Percentile(naive, 0.95):0.0} ms, most {naive.Max():0.0} ms; ratio of p95 {Percentile(naive, 0.95) / Percentile(all, 0.95):0.0}"));
        foreach (var (milliseconds, plain, filter) in slow.OrderByDescending(s => s.Milliseconds).Take(12))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {milliseconds,7:0.0} ms (LINQ {plain,7:0.0}) {filter}"));
    }

    private static async Task<double> TimeAsync(Func<Task> what)
    {
        var watch = Stopwatch.StartNew();
        await what();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static double Percentile(List<double> values, double share) => values.Order().ElementAt((int)Math.Ceiling(values.Count * share) - 1);

    private static async Task ByLinqAsync(Database database, ApiaryFilter filter)
    {
        await using var work = await database.OpenAsync(Officer);
        work.Db.Database.SetCommandTimeout(120);
        var pattern = filter.Text is null ? null : Search.Pattern(filter.Text);
        var rows =
            from a in work.Db.Apiaries.AsNoTracking()
            join b in work.Db.Beekeepers on a.BeekeeperId equals b.Id
            where filter.County == null || a.County == filter.County
            where filter.State == null ? a.State == RegistrationState.Confirmed || a.State == RegistrationState.Waiting : a.State == filter.State
            where filter.Species == null || a.Species == filter.Species
            where filter.Kind == null || a.Kind == filter.Kind
            where pattern == null || EF.Functions.ILike(a.Name, pattern, Search.Escape) || EF.Functions.ILike((string)(object)a.Code, pattern, Search.Escape)
                || EF.Functions.ILike(b.NameZh, pattern, Search.Escape) || EF.Functions.ILike(b.NameEn, pattern, Search.Escape) || EF.Functions.ILike(b.LicenceNumber, pattern, Search.Escape)
            select new { a, b.NameZh, b.NameEn, b.LicenceNumber };
        var ordered = filter.Order switch
        {
            ApiaryOrder.Name => rows.OrderBy(r => r.a.Name).ThenBy(r => r.a.Code),
            ApiaryOrder.Beekeeper => rows.OrderBy(r => r.NameZh).ThenBy(r => r.LicenceNumber),
            ApiaryOrder.Registered => rows.OrderByDescending(r => r.a.RegisteredOn).ThenBy(r => r.a.Code),
            // What stands today is in no table that an officer may read; the naive list has no such order.
            _ => rows.OrderBy(r => r.a.Code),
        };
        var ids = (await ordered.Skip((filter.Page - 1) * RegisterSearch.PageSize).Take(RegisterSearch.PageSize).ToListAsync()).ConvertAll(r => r.a.Id.Value).ToArray();
        _ = await rows.Take(RegisterSearch.MostCounted + 1).CountAsync();
        _ = await work.Db.Database.SqlQuery<Guid>($"""select apiary_id as "Value" from registry.rough_places({ids})""").ToListAsync();
    }

    private static async Task ByLinqAsync(Database database, BeekeeperFilter filter)
    {
        await using var work = await database.OpenAsync(Officer);
        work.Db.Database.SetCommandTimeout(120);
        var pattern = filter.Text is null ? null : Search.Pattern(filter.Text);
        var today = NationalRegister.Today;
        var last = filter.Licence == LicenceStanding.Within30 ? today.AddDays(30) : today.AddDays(90);
        var rows = work.Db.Beekeepers.AsNoTracking()
            .Where(b => filter.County == null || b.County == filter.County)
            .Where(b => filter.State == null ? b.State == RegistrationState.Confirmed || b.State == RegistrationState.Waiting : b.State == filter.State)
            .Where(b => filter.Kind == null || b.Kind == filter.Kind)
            .Where(b => pattern == null || EF.Functions.ILike(b.NameZh, pattern, Search.Escape) || EF.Functions.ILike(b.NameEn, pattern, Search.Escape)
                || EF.Functions.ILike(b.LicenceNumber, pattern, Search.Escape));
        rows = filter.Licence switch
        {
            LicenceStanding.Ended => rows.Where(b => b.LicenceExpiresOn < today),
            LicenceStanding.Valid => rows.Where(b => b.LicenceExpiresOn >= today),
            null => rows,
            _ => rows.Where(b => b.LicenceExpiresOn >= today && b.LicenceExpiresOn <= last),
        };
        var ordered = filter.Order switch
        {
            BeekeeperOrder.Name => rows.OrderBy(b => b.NameZh).ThenBy(b => b.LicenceNumber),
            BeekeeperOrder.Expiry => rows.OrderBy(b => b.LicenceExpiresOn).ThenBy(b => b.LicenceNumber),
            _ => rows.OrderBy(b => b.LicenceNumber),
        };
        _ = await ordered.Skip((filter.Page - 1) * RegisterSearch.PageSize).Take(RegisterSearch.PageSize).ToListAsync();
        _ = await rows.Take(RegisterSearch.MostCounted + 1).CountAsync();
    }
}
