using CsCheck;
using BeeTrace.Core.Lab;

namespace BeeTrace.Core.Tests.Lab;

public sealed class ControlChartTests
{
    [Theory]
    [InlineData("0", "")]
    [InlineData("2", "")]
    [InlineData("2.01", "OneTwoS")]
    [InlineData("-2.01", "OneTwoS")]
    [InlineData("3", "OneTwoS")]
    [InlineData("3.01", "OneTwoS OneThreeS")]
    [InlineData("-3.01", "OneTwoS OneThreeS")]
    [InlineData("2.1 2.1", "OneTwoS TwoTwoS")]
    [InlineData("2.1 0 2.1", "OneTwoS")]
    [InlineData("2.1 2.0", "")]
    [InlineData("-2.1 -2.2", "OneTwoS TwoTwoS")]
    [InlineData("2.1 -2.1", "OneTwoS RFourS")]
    [InlineData("-2.1 2.1", "OneTwoS RFourS")]
    [InlineData("2.0 -2.1", "OneTwoS")]
    [InlineData("1.1 1.1 1.1", "")]
    [InlineData("1.1 1.1 1.1 1.1", "FourOneS")]
    [InlineData("-1.1 -1.1 -1.1 -1.1", "FourOneS")]
    [InlineData("1.1 1.1 1.0 1.1", "")]
    [InlineData("1.1 -1.1 1.1 1.1", "")]
    [InlineData("0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1", "")]
    [InlineData("0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1", "TenX")]
    [InlineData("-0.1 -0.1 -0.1 -0.1 -0.1 -0.1 -0.1 -0.1 -0.1 -0.1", "TenX")]
    [InlineData("0.1 0.1 0.1 0.1 0 0.1 0.1 0.1 0.1 0.1", "")]
    [InlineData("1.2 1.2 1.2 1.2 1.2 1.2 1.2 1.2 1.2 1.2", "FourOneS TenX")]
    [InlineData("3.5 0", "")]
    public void The_last_point_is_judged_with_those_before_it(string z, string signals) =>
        string.Join(' ', ControlChart.Signals([.. z.Split(' ').Select(Number)])).ShouldBe(signals);

    [Fact]
    public void The_other_side_of_the_mean_is_judged_alike() =>
        Gen.Int[-40, 40].Select(tenths => tenths / 10m).Array[1, 15]
            .Sample(z => ControlChart.Signals(z).SequenceEqual(ControlChart.Signals([.. z.Select(value => -value)])));

    [Fact]
    public void A_warning_is_no_rejection()
    {
        new ControlPoint(1, 0, 0, [ControlSignal.OneTwoS]).IsRejected.ShouldBeFalse();
        new ControlPoint(1, 0, 0, [ControlSignal.OneTwoS, ControlSignal.OneThreeS]).IsRejected.ShouldBeTrue();
        new ControlPoint(1, 0, 0, []).IsRejected.ShouldBeFalse();
    }

    [Fact]
    public void A_point_says_how_far_it_is_from_the_assigned_mean()
    {
        var points = ControlChart.Points(Series(ControlKind.Material, mean: 40m, sd: 2m), [Result(41m), Result(33.9m), Result(40m)]);

        points.Select(p => p.Z).ShouldBe([0.5m, -3.05m, 0m]);
        points.Select(p => p.IsRejected).ShouldBe([false, true, false]);
    }

    [Fact]
    public void A_material_without_a_mean_is_not_judged_and_neither_are_the_results_that_made_it()
    {
        var results = Enumerable.Range(1, 21).Select(i => Result(i == 21 ? 60m : i % 2 == 0 ? 39m : 41m)).ToList();
        var series = Series(ControlKind.Material);
        ControlChart.Points(series, results).ShouldAllBe(p => p.Z == null && p.Signals.Count == 0);
        var own = Baseline.Of([.. results.Take(20).Select(r => r.First)]).Value;

        (series.Mean, series.Sd, series.BaselineCount) = (own.Mean, own.Sd, own.Count);

        var points = ControlChart.Points(series, results);
        points.Take(20).ShouldAllBe(p => p.Z != null && p.Signals.Count == 0);
        points[20].Signals.ShouldContain(ControlSignal.OneThreeS);
    }

    [Fact]
    public void The_own_mean_and_deviation_are_those_of_a_textbook()
    {
        var own = Baseline.Of([.. Enumerable.Range(1, 20).Select(i => (decimal)i)]).Value;

        own.Mean.ShouldBe(10.5m);
        own.Sd.ShouldBe(5.916079783m, tolerance: 0.000000001m);
    }

    [Fact]
    public void Nineteen_results_and_equal_results_make_no_chart()
    {
        Baseline.Of([.. Enumerable.Range(1, 19).Select(i => (decimal)i)]).Refusals.Single().Code.ShouldBe(QualityRefusal.TooFewResults);
        Baseline.Of([.. Enumerable.Repeat(3m, 20)]).Refusals.Single().Code.ShouldBe(QualityRefusal.SdNotPositive);
    }

    [Theory]
    [InlineData(10, 10, 0, false)]
    [InlineData(9, 11, 20, false)]
    [InlineData(11, 9, 20, false)]
    [InlineData(8, 12, 40, true)]
    public void A_duplicate_differs_by_per_cent_of_its_mean(decimal first, decimal second, decimal difference, bool outside)
    {
        var point = ControlChart.Points(Series(ControlKind.Duplicate, high: 20m), [Result(first, second)]).Single();

        (point.Judged, point.IsRejected).ShouldBe((difference, outside));
    }

    [Theory]
    [InlineData(0, "7", 10, 70, false)]
    [InlineData(2, "14", 10, 120, false)]
    [InlineData(2, "8.9", 10, 69, true)]
    [InlineData(2, "14.1", 10, 121, true)]
    public void A_spike_is_recovered_within_its_limits(int before, string after, int added, int recovery, bool outside)
    {
        var point = ControlChart.Points(Series(ControlKind.Spike, low: 70m, high: 120m), [Result(before, Number(after), added)]).Single();

        (point.Judged, point.IsRejected).ShouldBe((recovery, outside));
    }

    [Theory]
    [InlineData("0.09", false)]
    [InlineData("0.1", true)]
    [InlineData("-0.2", false)]
    public void A_blank_stays_below_the_limit_of_detection(string reading, bool outside) =>
        ControlChart.Points(Series(ControlKind.Blank, high: 0.1m), [Result(Number(reading))]).Single().IsRejected.ShouldBe(outside);

    [Fact]
    public void A_series_has_what_its_kind_needs_with_its_source()
    {
        ControlRules.Check(Series(ControlKind.Material, mean: 40m, sd: 2m, from: AssignedFrom.Certificate)).IsDone.ShouldBeTrue();
        ControlRules.Check(Series(ControlKind.Material, from: AssignedFrom.OwnResults)).IsDone.ShouldBeTrue();
        Codes(Series(ControlKind.Material, from: AssignedFrom.Certificate)).ShouldBe([QualityRefusal.AssignedMissing, QualityRefusal.AssignedMissing]);
        Codes(Series(ControlKind.Material, mean: 40m, sd: 0m, from: AssignedFrom.Certificate)).ShouldBe([QualityRefusal.SdNotPositive]);
        Codes(Series(ControlKind.Spike, high: 120m)).ShouldBe([QualityRefusal.LimitMissing]);
        Codes(Series(ControlKind.Spike, low: 120m, high: 70m)).ShouldBe([QualityRefusal.LimitsSwapped]);
        Codes(Series(ControlKind.Blank)).ShouldBe([QualityRefusal.LimitMissing]);
        Codes(Series(ControlKind.Blank, high: 0.1m, code: "hmf 1", source: " ")).ShouldBe([QualityRefusal.CodeMalformed, QualityRefusal.SourceMissing]);
    }

    [Fact]
    public void A_result_has_the_numbers_of_its_kind()
    {
        var today = new DateOnly(2026, 6, 15);

        ControlRules.Check(ControlKind.Material, 1m, null, null, today, today).IsDone.ShouldBeTrue();
        ControlRules.Check(ControlKind.Duplicate, 1m, 1m, null, today, today).IsDone.ShouldBeTrue();
        ControlRules.Check(ControlKind.Spike, 0m, null, 0m, today.AddDays(1), today).Refusals.Select(r => (r.Code, r.Field)).ShouldBe(
        [
            (QualityRefusal.NumberMissing, "Second"), (QualityRefusal.NumberNotPositive, "Added"), (QualityRefusal.MeasuredInFuture, "MeasuredOn"),
        ]);
        ControlRules.Check(ControlKind.Duplicate, 0m, 0m, null, today, today).Refusals.Single().Code.ShouldBe(QualityRefusal.NumberNotPositive);
        ControlRules.Check(ControlKind.Blank, null, null, null, today, today).Refusals.Single().Code.ShouldBe(QualityRefusal.NumberMissing);
    }

    private static IEnumerable<string> Codes(ControlSeries series) => ControlRules.Check(series).Refusals.Select(refusal => refusal.Code);

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static ControlSeries Series(
        ControlKind kind, decimal? mean = null, decimal? sd = null, decimal? low = null, decimal? high = null, AssignedFrom? from = null,
        string code = "HMF-1", string source = "certificate 7") => new()
    {
        Id = ControlSeriesId.New(),
        Code = code,
        Name = "honey of the proficiency test",
        Kind = kind,
        Analyte = "HMF",
        Unit = "mg/kg",
        AssignedFrom = from,
        Mean = mean,
        Sd = sd,
        Low = low,
        High = high,
        Source = source,
        StartedBy = AccountId.New(),
        StartedAt = DateTimeOffset.UnixEpoch,
    };

    private static ControlResult Result(decimal first, decimal? second = null, decimal? added = null) => new()
    {
        Id = ControlResultId.New(),
        SeriesId = ControlSeriesId.New(),
        MeasuredOn = new DateOnly(2026, 6, 15),
        First = first,
        Second = second,
        Added = added,
        EnteredBy = AccountId.New(),
        EnteredAt = DateTimeOffset.UnixEpoch,
    };
}
