using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Map;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Access;
using BeeTrace.Web.Registry;
using BeeTrace.Web.Shell;
using BeeTrace.Web.Tests.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Tests.Map;

/// <summary>
/// Every address of the running host, of whichever feature and whoever adds the next, read by everybody there is: no page, tile, list,
/// file or error tells where the planted apiary stands, but to its beekeeper, and, against a deed, to who may know.
/// </summary>
public sealed class PrivacyTests(PlantedCounty county) : IClassFixture<PlantedCounty>
{
    private const int DeepestTile = 14;

    private World World => county.World;

    [Fact]
    public async Task No_answer_of_the_host_tells_the_place_without_right_and_deed()
    {
        var addresses = Addresses();
        addresses.Count.ShouldBeGreaterThan(60);
        var leaks = new ConcurrentBag<string>();
        var answered = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(await ReadersAsync(), async (person, cancel) =>
        {
            using var reader = person.Reader;
            foreach (var address in addresses)
            {
                using var response = await reader.GetAsync(new Uri(address, UriKind.Relative), cancel);
                var bytes = await response.Content.ReadAsByteArrayAsync(cancel);
                if (response.StatusCode == HttpStatusCode.OK && bytes.Length > 0)
                    answered[address] = true;
                if (Find(address, response, bytes, person.IsKilometreTooMuch) is not { } told || person.Name == "its beekeeper")
                    continue;
                if (!person.MaySeeExactly)
                    leaks.Add($"{person.Name} reads {address}: {told}");
                else if ((await DeedsAsync(person.Account)).Count == 0)
                    leaks.Add($"{person.Name} reads {address} and leaves no deed: {told}");
            }
        });

        leaks.ShouldBeEmpty();
        // A file that leaves the house is written down each time.
        (await DeedsAsync(null)).Where(d => d.Subject != "export").GroupBy(d => (d.ActorId, d.Subject, d.New)).Where(g => g.Count() > 1).Select(g => g.Key.Subject).ShouldBeEmpty("once a person, place and day");
        answered.Count.ShouldBeGreaterThan(30, "addresses that answer something, so that finding nothing means something");
    }

    [Fact]
    public async Task Its_beekeeper_finds_the_place_on_the_own_page_and_in_the_own_tile()
    {
        var account = await World.AccountAsync(Role.Beekeeper, county.Owner.Beekeeper);
        using var reader = await county.Host.SignedInAsync(account);

        county.Place.FindIn(await reader.GetStringAsync(new Uri("/keeper", UriKind.Relative)), andKilometre: false).ShouldNotBeNull();
        (await DeedsAsync(account.Id)).ShouldBeEmpty("the own place is no deed");
    }

    [Fact]
    public async Task No_refusal_tells_a_stranger_the_place()
    {
        var service = World.Get<ApiaryService>();
        var stranger = await World.BeekeeperAsync();
        var sentences = new List<string>();
        foreach (var from in new[] { World.Today, World.Today.AddDays(-30), new DateOnly(2026, 3, 1), new DateOnly(2011, 1, 1) })
        {
            var move = new MoveApiary(PlacementId.New(), county.Apiary, from, 29.77m, 119.66m, Datum.Wgs84, 60, World.Rape, IsOutsideCountyConfirmed: true);
            sentences.AddRange(Said((await service.MoveAsync(move, stranger)).Refusals));
        }

        foreach (var (latitude, longitude) in new[] { (29.7655m, 119.6544m), (119.6544m, 29.7655m), (91m, 119.6544m) })
        {
            var register = World.AnApiary() with { Latitude = latitude, Longitude = longitude };
            var outcome = await service.RegisterAsync(ApiaryId.New(), register, stranger);
            sentences.AddRange(Said(outcome.Refusals));
        }

        sentences.Count.ShouldBeGreaterThan(8);
        // What the person typed may come back; the planted place has other digits.
        sentences.Where(s => s.Contains("29.76543", StringComparison.Ordinal) || s.Contains("119.65432", StringComparison.Ordinal) || s.Contains(PlantedCounty.PlaceName, StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    private static IEnumerable<string> Said(IEnumerable<Refusal> refusals) => refusals.Select(r => RefusalText.Of(r)).SelectMany(s => new[] { s.Zh, s.En });

    /// <summary>Text of whatever came back: files of Excel are unpacked, tiles are decoded.</summary>
    private string? Find(string address, HttpResponseMessage response, byte[] bytes, bool tooMuch)
    {
        var headers = response.Headers.Concat(response.Content.Headers).Where(h => h.Key is not "Date").SelectMany(h => h.Value);
        if (county.Place.FindIn(string.Join('\n', headers), tooMuch) is { } inHead)
            return inHead;
        if (address.EndsWith(".mvt", StringComparison.Ordinal) && response.StatusCode == HttpStatusCode.OK)
        {
            var numbers = address.Split('/')[^3..].Select(part => int.Parse(part.Split('.')[0], System.Globalization.CultureInfo.InvariantCulture)).ToArray();
            return county.Place.FindIn(bytes, numbers[0], numbers[1], numbers[2], tooMuch);
        }

        if (bytes is [(byte)'P', (byte)'K', 3, 4, ..])
        {
            using var archive = new ZipArchive(new MemoryStream(bytes));
            var sheets = archive.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.Ordinal)).Select(e =>
            {
                using var text = new StreamReader(e.Open());
                return text.ReadToEnd();
            });
            return county.Place.FindIn(string.Join('\n', sheets), tooMuch);
        }

        return county.Place.FindIn(Encoding.UTF8.GetString(bytes), tooMuch);
    }

    private async Task<List<Person>> ReadersAsync()
    {
        var people = new List<Person> { new("public", county.Host.Reader(), null, false, true) };
        foreach (var (name, actor, mayKnow, tooMuch) in county.Everybody().Where(e => e.Actor.IsPerson).Append(("its beekeeper", county.Owner, true, false)))
        {
            var account = await World.AccountAsync(actor.Role, actor.Beekeeper, actor.Firm);
            people.Add(new(name, await county.Host.SignedInAsync(account), account.Id, mayKnow, tooMuch));
        }

        return people;
    }

    /// <summary>What is written down of somebody, or anybody, having seen the planted apiary exactly.</summary>
    private async Task<List<DeedRow>> DeedsAsync(Guid? account)
    {
        var deeds = await World.SeeAsync(World.Auditor, db => db.Deeds.AsNoTracking().Where(d => d.Deed == DeedCode.LocationRead).ToListAsync());
        return deeds.FindAll(d => (account is null || d.ActorId.Value == account) && d.New!.Contains(county.Apiary.ToString(), StringComparison.Ordinal));
    }

    /// <summary>Every address with all that its arguments could mean, bare and with what lists and questions are asked.</summary>
    private List<string> Addresses()
    {
        const string Question = "q=330122&apiary={0}&code={0}&area=29.77,119.66&datum=Wgs84&m=3000&box=119.5,29.6,119.8,29.9&bbox=119.5,29.6,119.8,29.9&w=119.5&s=29.6&e=119.8&n=29.9"
            + "&west=119.5&south=29.6&east=119.8&north=29.9&z=12&lat=29.77&lon=119.66&near=29.77,119.66&page=1&from=2026-01-01&to=2026-12-31&year=2026&period=past";
        var asked = string.Format(System.Globalization.CultureInfo.InvariantCulture, Question, county.Apiary);
        var addresses = new List<string>();
        foreach (var pattern in county.Host.Addresses.Where(IsOurs))
        {
            var names = pattern.Parameters.Select(p => p.Name).ToList();
            if (names.Contains("z") && names.Contains("x") && names.Contains("y"))
            {
                addresses.AddRange(county.Place.Tiles(DeepestTile).SelectMany(t => Filled(pattern, name => name switch { "z" => [$"{t.Z}"], "x" => [$"{t.X}"], "y" => [$"{t.Y}"], _ => Values(name) })));
                continue;
            }

            foreach (var address in Filled(pattern, Values))
            {
                addresses.Add(address);
                if (names.Count == 0)
                    addresses.Add($"{address}?{asked}");
            }
        }

        return [.. addresses.Distinct()];
    }

    private string[] Values(string name) => name.ToLowerInvariant() switch
    {
        "layer" => ["apiaries", "nectar"],
        "format" or "extension" or "ext" => ["csv", "xlsx", "geojson"],
        "kind" or "table" => ["beekeepers", "apiaries", "placements", "nectar-sources", "nectar_sources", "sources", "firms"],
        "number" => [county.Certificate.ToString()],
        _ => [county.Apiary.ToString(), county.Lot.ToString(), county.Sample.ToString(), county.Notice.ToString(), county.Nectar.ToString(), .. county.Ids.Select(id => id.ToString())],
    };

    private static bool IsOurs(RoutePattern pattern) =>
        pattern.RawText is { } text && !text.Contains("_framework", StringComparison.Ordinal) && !text.Contains("_blazor", StringComparison.Ordinal) && !text.Contains("_content", StringComparison.Ordinal)
        && !text.Contains('*', StringComparison.Ordinal) && !text.EndsWith(".css", StringComparison.Ordinal) && !text.EndsWith(".js", StringComparison.Ordinal)
        && !text.EndsWith(".mjs", StringComparison.Ordinal) && !text.EndsWith(".svg", StringComparison.Ordinal) && !text.EndsWith(".woff2", StringComparison.Ordinal) && !text.EndsWith(".png", StringComparison.Ordinal);

    private static IEnumerable<string> Filled(RoutePattern pattern, Func<string, string[]> values)
    {
        IEnumerable<string> made = [""];
        foreach (var segment in pattern.PathSegments)
        {
            made = made.SelectMany(begun => Parts(segment).Select(part => $"{begun}/{part}"));
        }

        return made.Select(path => path.Length == 0 ? "/" : path);

        IEnumerable<string> Parts(RoutePatternPathSegment segment) => segment.Parts.Aggregate<RoutePatternPart, IEnumerable<string>>([""], (begun, part) => part switch
        {
            RoutePatternLiteralPart literal => begun.Select(b => b + literal.Content),
            RoutePatternSeparatorPart separator => begun.Select(b => b + separator.Content),
            RoutePatternParameterPart parameter => begun.SelectMany(b => values(parameter.Name).Select(v => b + v)),
            _ => throw new InvalidOperationException($"A part of an address of the kind {part.PartKind}."),
        });
    }

    private sealed record Person(string Name, HttpClient Reader, Guid? Account, bool MaySeeExactly, bool IsKilometreTooMuch);
}
