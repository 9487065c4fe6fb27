using System.Globalization;
using System.Text;
using BeeTrace.Core;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using BeeTrace.Web.Data.Cluster;
using Npgsql;
using NpgsqlTypes;

namespace BeeTrace.Benchmarks;

/// <summary>
/// A register as large as a country's, all of it invented: 300,000 beekeepers, 1,000,000 apiaries that stand somewhere today, about 10
/// million colonies, in counties strewn over China's box more densely in the east. The same seed makes the same rows.
/// </summary>
internal static class NationalRegister
{
    public const int Beekeepers = 300_000;
    public const int Apiaries = 1_000_000;
    private const int Counties = 2_800;
    private const int Seed = 330_122;

    /// <summary>The day on which it stands: half of the stays began in this year.</summary>
    public static DateOnly Today { get; } = new(2026, 6, 15);

    /// <summary>A bloom that a twentieth of the apiaries stand on.</summary>
    public static IReadOnlyList<string> Plants { get; } =
    [
        "Brassica napus", "Astragalus sinicus", "Robinia pseudoacacia", "Citrus spp.", "Litchi chinensis", "Ziziphus jujuba", "Triadica sebifera",
        "Tilia amurensis", "Helianthus annuus", "Fagopyrum esculentum",
    ];

    private const string Surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文";
    private const string Given = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂珍建华志国文林玉梅春生福茂永康祥顺根水木土山海云峰岩松柏竹菊荷莲香凤龙虎宝贵金银铜铁庆喜安宁泰和义仁礼信德才学良善美";
    private const string Villages = "东西南北上下前后大小新老石溪山河湖岭坪坝湾塘桥头口坞坑岗坡田畈洲沙潭源庄村";
    private static readonly string[] Syllables =
        ["wang", "li", "zhang", "liu", "chen", "yang", "zhao", "huang", "zhou", "wu", "xu", "sun", "hu", "zhu", "gao", "lin", "he", "guo", "ma", "luo", "ming", "hua", "guo", "ping", "mei", "chun", "lan", "bao", "jin", "shun"];

    /// <summary>Starts a cluster of its own below a folder, migrates a database and fills it.</summary>
    public static async Task<PrivateCluster> StartAsync(string folder)
    {
        var cluster = await PrivateCluster.StartAsync(new PrivateClusterSettings
        {
            Home = Path.Combine(folder, "home"),
            FallbackFolder = Path.Combine(folder, "fallback"),
            Durable = false,
        });
        await Migrator.MigrateAsync(cluster.OwnerConnectionString);
        await using var connection = new NpgsqlConnection(cluster.SuperuserConnectionString);
        await connection.OpenAsync();
        await using (var filled = new NpgsqlCommand("select exists (select from registry.apiaries)", connection))
        {
            if ((bool)(await filled.ExecuteScalarAsync())!)
                return cluster;
        }

        await FillAsync(connection);
        return cluster;
    }

    /// <summary>Writes all rows by COPY as a superuser; the triggers that keep today's places and their grid do their work.</summary>
    public static async Task FillAsync(NpgsqlConnection connection)
    {
        var random = new Random(Seed);
        await RunAsync(connection, $"set beetrace.role = 'system'; set beetrace.now = '{Today:yyyy-MM-dd}T01:00:00Z'");
        var counties = Enumerable.Range(0, Counties).Select(i => County(i, random)).ToArray();
        await CopyAsync(connection, "registry.counties (code, name_zh, name_en, province_zh, province_en, source_mark, source)", counties, (c, row) =>
        {
            Texts(row, c.Code, $"试验{c.Code}县", $"County {c.Code}", "试验省", "Province", "K", "invented");
        });
        await CopyAsync(
            connection, "registry.plants (latin_name, name_zh, name_en, synonyms, toxic, source_mark, source, verified)", Plants, (plant, row) =>
            {
                Texts(row, plant, plant, plant);
                row.Write(Array.Empty<string>(), NpgsqlDbType.Array | NpgsqlDbType.Text);
                row.Write(false);
                Texts(row, "K", "invented");
                row.Write(false);
            });

        var beekeepers = Enumerable.Range(0, Beekeepers).Select(i => new Keeper(
            Id(1, i), counties[(int)(Math.Pow(random.NextDouble(), 1.5) * Counties)], i)).ToArray();
        await CopyAsync(
            connection,
            "registry.beekeepers (id, licence_number, name_zh, name_en, kind, phone, county, licence_issued_on, licence_expires_on, state, shows_name)",
            beekeepers,
            (b, row) =>
            {
                var issued = Today.AddDays(-random.Next(1, 1200));
                row.Write(b.Id);
                Texts(
                    row, $"{b.County.Code}-{b.Number:000000}", Pick(Surnames, random) + Pick(Given, random) + (random.Next(4) == 0 ? "" : Pick(Given, random)), Latin(random),
                    Kind<BeekeeperKind>(random, 0.94, 0.98), $"1{random.NextInt64(30_0000_0000, 99_9999_9999)}", b.County.Code);
                row.Write(issued, NpgsqlDbType.Date);
                row.Write(new Licence("", issued).Expires, NpgsqlDbType.Date);
                Texts(row, random.Next(2000) == 0 ? nameof(RegistrationState.Waiting) : nameof(RegistrationState.Confirmed));
                row.Write(false);
            });

        var serials = new Dictionary<string, int>(StringComparer.Ordinal);
        var apiaries = Enumerable.Range(0, Apiaries).Select(i =>
        {
            // The first apiary of everybody, then the rest by chance; no county holds more than its code has numbers for.
            var owner = i < Beekeepers ? beekeepers[i] : beekeepers[random.Next(Beekeepers)];
            var serial = serials[owner.County.Code] = serials.GetValueOrDefault(owner.County.Code) + 1;
            return new Group(i, Id(2, i), owner, ApiaryCode.Create(owner.County.Code, serial).ToString(), random.Next(5) == 0 ? BeeSpecies.Cerana : BeeSpecies.Mellifera);
        }).ToArray();
        await CopyAsync(
            connection, "registry.apiaries (id, code, beekeeper_id, name, kind, species, county, registered_on, state)", apiaries, (a, row) =>
            {
                row.Write(a.Id);
                Texts(row, a.Code);
                row.Write(a.Owner.Id);
                Texts(row, Pick(Villages, random) + Pick(Villages, random) + (random.Next(2) == 0 ? "蜂场" : "转地场"), Kind<ApiaryKind>(random, 0.5, 0.9), a.Species.ToString(), a.Owner.County.Code);
                row.Write(Today.AddDays(-random.Next(1, 3650)), NpgsqlDbType.Date);
                Texts(row, random.Next(1000) == 0 ? nameof(RegistrationState.Waiting) : nameof(RegistrationState.Confirmed));
            });
        await CopyAsync(
            connection,
            "registry.placements (id, apiary_id, beekeeper_id, from_day, latitude, longitude, entered_latitude, entered_longitude, entered_datum, colonies, plant)",
            apiaries,
            (a, row) =>
            {
                var (latitude, longitude) = ((decimal)Math.Round(a.Owner.County.Latitude + Spread(random), 6), (decimal)Math.Round(a.Owner.County.Longitude + Spread(random), 6));
                row.Write(Id(3, a.Number));
                row.Write(a.Id);
                row.Write(a.Owner.Id);
                row.Write(Today.AddDays(-random.Next(1, 330)), NpgsqlDbType.Date);
                foreach (var degrees in new[] { latitude, longitude, latitude, longitude })
                    row.Write(degrees);
                Texts(row, nameof(Datum.Wgs84));
                row.Write(random.Next(1, 20));
                if (random.Next(2) == 0)
                    Texts(row, Plants[random.Next(Plants.Count)]);
                else
                    row.WriteNull();
            });
        await RunAsync(connection, "select registry.settle_day()");
        await RunAsync(connection, "vacuum analyze");
        await RunAsync(connection, "reset beetrace.role; reset beetrace.now");
    }

    private static Place County(int number, Random random)
    {
        // The east is settled more densely than the west.
        var (longitude, latitude) = (122 - (Math.Pow(random.NextDouble(), 1.8) * 34), 22 + (random.NextDouble() * 24));
        return new((500_000 + number).ToString(CultureInfo.InvariantCulture), Math.Min(latitude, 22 + ((longitude - 80) * 0.6)), longitude);
    }

    private static double Spread(Random random) => (random.NextDouble() - random.NextDouble()) * 0.3;

    private static string Kind<TEnum>(Random random, double first, double second) where TEnum : struct, Enum =>
        Enum.GetValues<TEnum>()[random.NextDouble() switch { var p when p < first => 0, var p when p < second => 1, _ => 2 }].ToString();

    private static string Pick(string characters, Random random) => characters[random.Next(characters.Length)].ToString();

    private static string Latin(Random random)
    {
        var text = new StringBuilder(Syllables[random.Next(20)]).Append(' ').Append(Syllables[random.Next(Syllables.Length)]).Append(Syllables[random.Next(Syllables.Length)]);
        text[0] = char.ToUpperInvariant(text[0]);
        return text.ToString();
    }

    /// <summary>Ids that are the same at every run.</summary>
    private static Guid Id(int kind, int number) => new(number, (short)kind, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0);

    private static void Texts(NpgsqlBinaryImporter row, params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
            row.Write(text, NpgsqlDbType.Varchar);
    }

    private static async Task CopyAsync<T>(NpgsqlConnection connection, string table, IEnumerable<T> rows, Action<T, NpgsqlBinaryImporter> write)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"copy {table} from stdin (format binary)");
        copy.Timeout = TimeSpan.FromMinutes(30);
        foreach (var row in rows)
        {
            await copy.StartRowAsync();
            write(row, copy);
        }

        await copy.CompleteAsync();
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 1800 };
        await command.ExecuteNonQueryAsync();
    }

    private sealed record Place(string Code, double Latitude, double Longitude);

    private sealed record Keeper(Guid Id, Place County, int Number);

    private sealed record Group(int Number, Guid Id, Keeper Owner, string Code, BeeSpecies Species);
}
