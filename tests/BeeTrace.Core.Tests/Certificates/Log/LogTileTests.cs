using BeeTrace.Core.Certificates.Log;
using CsCheck;

namespace BeeTrace.Core.Tests.Certificates.Log;

public class LogTileTests
{
    [Theory]
    [InlineData("0/000", 0, 0L, 256)]
    [InlineData("0/x001/234", 0, 1234L, 256)]
    [InlineData("0/x001/x234/067", 0, 1234067L, 256)]
    [InlineData("1/000.p/3", 1, 0L, 3)]
    [InlineData("63/x001/000.p/255", 63, 1000L, 255)]
    [InlineData("entries/000", -1, 0L, 256)]
    [InlineData("entries/x003/999.p/1", -1, 3999L, 1)]
    [InlineData("0/x009/x223/x372/x036/x854/x775/807", 0, long.MaxValue, 256)]
    public void An_address_names_one_file(string path, int level, long index, int width)
    {
        LogTile.TryParse(path, out var place).ShouldBeTrue();
        place.ShouldBe(new LogTilePlace(level, index, width));
        place.Path.ShouldBe(path);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("0/")]
    [InlineData("/000")]
    [InlineData("00/000")]
    [InlineData("64/000")]
    [InlineData("-1/000")]
    [InlineData("entry/000")]
    [InlineData("Entries/000")]
    [InlineData("0/0")]
    [InlineData("0/00")]
    [InlineData("0/0000")]
    [InlineData("0/1234")]
    [InlineData("0/001/234")]
    [InlineData("0/x000/234")]
    [InlineData("0/x001/x234")]
    [InlineData("0/x001//234")]
    [InlineData("0/X001/234")]
    [InlineData("0/x001/234/")]
    [InlineData("0/000.p/0")]
    [InlineData("0/000.p/256")]
    [InlineData("0/000.p/03")]
    [InlineData("0/000.p/")]
    [InlineData("0/000.p/3.p/3")]
    [InlineData("0/000.P/3")]
    [InlineData("0/000?")]
    [InlineData("0/ 00")]
    [InlineData("0/../000")]
    [InlineData("0/x009/x223/x372/x036/x854/x775/808")]
    [InlineData("0/x999/x999/x999/x999/x999/x999/x999/x999/x999/x999/x999/x999/999")]
    public void Every_other_spelling_is_refused(string path)
    {
        LogTile.TryParse(path, out var place).ShouldBeFalse();
        place.ShouldBe(default);
    }

    [Fact]
    public void Every_place_is_read_as_it_is_printed() =>
        Gen.Select(Gen.Int[-1, 63], Gen.Long[0, long.MaxValue], Gen.Int[1, 256], (level, index, width) => new LogTilePlace(level, index, width)).Sample(place =>
        {
            LogTile.TryParse(place.Path, out var read).ShouldBeTrue();
            read.ShouldBe(place);
        });

    [Fact]
    public void A_log_of_70000_is_made_of_the_files_that_the_specification_counts()
    {
        // C2SP tlog-tiles, "Partial Tiles".
        var places = LogTile.Places(70_000).ToList();
        places.Count(place => place is { Level: 0, Width: 256 }).ShouldBe(273);
        places.Where(place => place.Level >= 0 && place.Width < 256)
            .ShouldBe([new(0, 273, 112), new(1, 1, 17), new(2, 0, 1)]);
        places.Count(place => place is { Level: 1, Width: 256 }).ShouldBe(1);
        places.Count(place => place.Level == LogTilePlace.EntriesLevel).ShouldBe(274);

        LogTile.Places(256).Where(place => place.Level >= 0).ShouldBe([new(0, 0, 256), new(1, 0, 1)]);
        LogTile.Places(0).ShouldBeEmpty();
        places.ShouldAllBe(place => place.IsWithin(70_000));
        places.Count(place => place.IsWithin(69_999)).ShouldBe(places.Count - 2);
    }

    [Fact]
    public void A_log_has_no_file_beyond_its_size()
    {
        new LogTilePlace(0, 0, 5).IsWithin(5).ShouldBeTrue();
        new LogTilePlace(0, 0, 5).IsWithin(1000).ShouldBeTrue();
        new LogTilePlace(0, 0, 6).IsWithin(5).ShouldBeFalse();
        new LogTilePlace(0, 0, 256).IsWithin(255).ShouldBeFalse();
        new LogTilePlace(1, 0, 1).IsWithin(255).ShouldBeFalse();
        new LogTilePlace(1, 0, 1).IsWithin(256).ShouldBeTrue();
        new LogTilePlace(-1, 1, 1).IsWithin(257).ShouldBeTrue();
        new LogTilePlace(0, long.MaxValue, 256).IsWithin(long.MaxValue).ShouldBeFalse();
        new LogTilePlace(63, 0, 1).IsWithin(long.MaxValue).ShouldBeFalse();
        new LogTilePlace(7, 0, 127).IsWithin(long.MaxValue).ShouldBeTrue();
    }

    [Fact]
    public void A_tile_begins_at_a_node_of_every_eighth_level()
    {
        new LogTilePlace(0, 3, 256).First.ShouldBe(new NodePlace(0, 768));
        new LogTilePlace(2, 1, 7).First.ShouldBe(new NodePlace(16, 256));
        new LogTilePlace(-1, 2, 7).First.ShouldBe(new NodePlace(0, 512));
    }

    [Fact]
    public void A_bundle_is_read_as_it_is_written()
    {
        Gen.Byte.Array[0, 300].List[1, 256].Sample(entries =>
        {
            var read = LogTile.ParseBundle(LogTile.Bundle(entries)).Value;
            read.Count.ShouldBe(entries.Count);
            read.Zip(entries).ShouldAllBe(pair => Enumerable.SequenceEqual(pair.First, pair.Second));
        }, iter: 200);
        LogTile.Bundle([[7, 8], []]).ShouldBe([0, 2, 7, 8, 0, 0]);
        LogTile.ParseBundle(LogTile.Bundle([new byte[LogTile.LongestEntry]])).Value[0].Length.ShouldBe(65535);
        Should.Throw<ArgumentException>(() => LogTile.Bundle([new byte[LogTile.LongestEntry + 1]]));
    }

    [Fact]
    public void What_is_no_bundle_is_refused()
    {
        byte[][] broken = [[], [0], [0, 1], [0, 2, 7], [0, 0, 0], new byte[2 * 257]];
        foreach (var bundle in broken)
            LogTile.ParseBundle(bundle).Refusals.ShouldHaveSingleItem().Code.ShouldBe(LogRefusal.BundleMalformed);
    }
}
