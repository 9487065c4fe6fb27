using CsCheck;
using BeeTrace.Core.Lab;

namespace BeeTrace.Core.Tests.Lab;

public sealed class DrawTests
{
    private const string PublicValue = "03081122273205";

    /// <summary>What sha256sum says of the list.</summary>
    private const string ListSha256 = "0b768b1739c012cc00afe64a2cf24ae471554b2857eccc3673c6c3764eb477cb";

    private static readonly Gen<LotCode[]> Lots = Gen.Int[1, 99999].Array[1, 40]
        .Select(serials => serials.Distinct().Select(serial => LotCode.Create(2026, serial)).ToArray());

    private static readonly Gen<string> Seeds = Gen.Int[0, int.MaxValue].Select(value => Draw.Seed(ListSha256, $"{value:D14}"));

    [Fact]
    public void The_list_has_the_hash_that_a_stranger_computes_of_its_file()
    {
        Draw.ListSha256(Listed()).ShouldBe(ListSha256);
        Draw.ListSha256(Listed().Reverse()).ShouldBe(ListSha256);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(10)]
    public void A_stranger_with_sha256sum_and_sort_draws_the_same(int stratum)
    {
        var lots = Listed().Where(candidate => candidate.Stratum == stratum).Select(candidate => candidate.Lot);

        var order = Draw.Order(Draw.Seed(ListSha256, PublicValue), stratum, lots);

        var expected = Tests.Golden.Named("Lab/draws.csv").Where(row => row["stratum"] == $"{stratum}").ToList();
        expected.Count.ShouldBeGreaterThan(4);
        order.Select(ranked => ($"{ranked.Place}", ranked.Candidate.Lot.ToString(), ranked.Rank))
            .ShouldBe(expected.Select(row => (row["place"], row["lot"], row["rank"])));
    }

    [Fact]
    public void The_order_in_which_the_list_is_read_does_not_matter() =>
        Gen.Select(Lots, Seeds).SelectMany((lots, seed) => Gen.Shuffle(lots).Select(shuffled => (lots, shuffled, seed)))
            .Sample(t => Order(t.seed, t.lots).SequenceEqual(Order(t.seed, t.shuffled)));

    [Fact]
    public void Every_lot_has_one_place() =>
        Gen.Select(Lots, Seeds).Sample((lots, seed) =>
        {
            var order = Order(seed, [.. lots, .. lots]);
            return order.Distinct().Count() == lots.Length && order.ToHashSet().SetEquals(lots);
        });

    [Fact]
    public void Who_plans_more_only_adds_to_what_was_drawn_before() =>
        Gen.Select(Lots, Seeds, Gen.Int[0, 40], Gen.Int[0, 40]).Sample((lots, seed, some, more) =>
            Order(seed, lots).Take(some + more).Take(some).SequenceEqual(Order(seed, lots).Take(some)));

    [Fact]
    public void A_lot_that_leaves_the_list_does_not_change_the_order_of_the_others() =>
        Gen.Select(Lots, Seeds).Sample((lots, seed) => Order(seed, lots).Where(lot => lot != lots[0]).SequenceEqual(Order(seed, lots[1..])));

    [Fact]
    public void Every_lot_is_as_likely_as_every_other()
    {
        const int Draws = 6000, Drawn = 3, Candidates = 12;
        var lots = Enumerable.Range(1, Candidates).Select(serial => LotCode.Create(2026, serial)).ToArray();
        var times = lots.ToDictionary(lot => lot, _ => 0);

        for (var value = 0; value < Draws; value++)
        {
            foreach (var lot in Order(Draw.Seed(ListSha256, $"{value:D6}"), lots).Take(Drawn))
                times[lot]++;
        }

        const double Expected = (double)Draws * Drawn / Candidates;
        // Chi-square with 11 degrees of freedom passes 31.3 once in a thousand; lots that exclude each other stay below it the more.
        times.Values.Sum(n => (n - Expected) * (n - Expected) / Expected).ShouldBeLessThan(31.3);
    }

    [Fact]
    public void Another_list_or_another_value_or_another_stratum_is_another_draw()
    {
        var lots = Enumerable.Range(1, 30).Select(serial => LotCode.Create(2026, serial)).ToArray();
        var order = Order(Draw.Seed(ListSha256, PublicValue), lots);

        Order(Draw.Seed(ListSha256, "03081122273206"), lots).ShouldNotBe(order);
        Order(Draw.Seed(Draw.ListSha256([]), PublicValue), lots).ShouldNotBe(order);
        Draw.Order(Draw.Seed(ListSha256, PublicValue), 2, lots).Select(ranked => ranked.Candidate.Lot).ShouldNotBe(order);
    }

    [Theory]
    [InlineData("03 08 11 22 27 32 05")]
    [InlineData("03-08-11-22-27-32-05")]
    [InlineData("０３０８１１２２２７３２０５")]
    [InlineData("03,08,11,22,27,32.05")]
    public void A_public_value_is_its_digits_however_they_are_set(string text) =>
        Draw.ReadPublicValue(text, 14).Value.ShouldBe(PublicValue);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("3 08 11 22 27 32 05")]
    [InlineData("03 08 11 22 27 32 0x")]
    [InlineData("+3081122273205")]
    [InlineData("030811222732051")]
    public void What_has_not_the_announced_digits_is_no_public_value(string? text) =>
        Draw.ReadPublicValue(text, 14).Refusals.Single().Code.ShouldBe(PlanRefusal.ValueUnreadable);

    private static LotCode[] Order(string seed, LotCode[] lots) => [.. Draw.Order(seed, 1, lots).Select(ranked => ranked.Candidate.Lot)];

    private static IEnumerable<Candidate> Listed() => Tests.Golden.Named("Lab/draw-list.csv")
        .Select(row => row["line"].Split(':')).Select(parts => new Candidate(int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), LotCode.Parse(parts[1]).Value));
}
