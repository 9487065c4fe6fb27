using Bunit;
using BeeTrace.Core;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Lab;
using BeeTrace.Web.Tests.Shell;

namespace BeeTrace.Web.Tests.Lab;

/// <summary>The picture of a control chart: shapes and words tell what colour tells.</summary>
public sealed class ControlPictureTests : BunitContext
{
    [Fact]
    public void Each_point_has_its_shape_its_number_and_the_name_of_its_rule()
    {
        using var reader = Reader.Of("en");
        var picture = Picture(Series(ControlKind.Material, mean: 40m, sd: 2m), 40m, 44.5m, 33m);

        (picture.FindAll(".calm").Count, picture.FindAll(".warned").Count, picture.FindAll(".rejected").Count).ShouldBe((1, 1, 1));
        picture.FindAll("path").ShouldAllBe(path => path.GetAttribute("d")!.Length > 20 && !path.GetAttribute("d")!.Contains('@'));
        picture.FindAll("text.said").Select(t => t.TextContent).ShouldBe(["1-2s", "R-4s"]);
        picture.FindAll("text:not(.said)").Select(t => t.TextContent).ShouldBe(["−3 s", "−2 s", "−1 s", "x̄", "+1 s", "+2 s", "+3 s", "1", "2", "3"], ignoreOrder: true);
        picture.Find("svg").GetAttribute("aria-label").ShouldBe("Control chart of HMF-1: 3 results, 1 rejected. The table below says the same.");
        picture.FindAll("rect.band").Count.ShouldBe(3);
    }

    [Fact]
    public void A_higher_result_stands_higher_and_one_beyond_the_edge_stays_in_the_picture()
    {
        var axis = ControlAxis.Of(Series(ControlKind.Material, mean: 40m, sd: 2m), []);

        axis.Place(1).ShouldBeGreaterThan(axis.Place(0));
        (axis.Place(40), axis.Place(-40)).ShouldBe((1, 0));
    }

    [Fact]
    public void Limits_are_drawn_where_there_is_no_mean()
    {
        using var reader = Reader.Of("en");
        var picture = Picture(Series(ControlKind.Blank, high: 0.5m), 0.1m, 0.6m);

        picture.FindAll("line.limit").Count.ShouldBe(1);
        picture.FindAll("rect.band").ShouldBeEmpty();
        (picture.FindAll(".calm").Count, picture.FindAll(".rejected").Count).ShouldBe((1, 1));
    }

    [Fact]
    public void The_picture_keeps_to_the_latest_forty() =>
        Picture(Series(ControlKind.Material, mean: 40m, sd: 2m), [.. Enumerable.Range(0, 50).Select(i => 39m + (i % 3))]).FindAll(".calm").Count.ShouldBe(ControlPicture.MostShown);

    private IRenderedComponent<ControlPicture> Picture(ControlSeries series, params decimal[] values) => Render<ControlPicture>(p => p
        .Add(c => c.Series, series)
        .Add(c => c.Points, ControlChart.Points(series, [.. values.Select(Result)])));

    private static ControlResult Result(decimal value) => new()
    {
        Id = ControlResultId.New(),
        SeriesId = ControlSeriesId.New(),
        MeasuredOn = new DateOnly(2026, 6, 15),
        First = value,
        EnteredBy = AccountId.New(),
        EnteredAt = DateTimeOffset.UnixEpoch,
    };

    private static ControlSeries Series(ControlKind kind, decimal? mean = null, decimal? sd = null, decimal? high = null) => new()
    {
        Id = ControlSeriesId.New(),
        Code = "HMF-1",
        Name = "honey",
        Kind = kind,
        Analyte = "HMF",
        Unit = "mg/kg",
        Mean = mean,
        Sd = sd,
        High = high,
        Source = "certificate",
        StartedBy = AccountId.New(),
        StartedAt = DateTimeOffset.UnixEpoch,
    };
}
