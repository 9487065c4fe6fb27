using BeeTrace.Core.Lab;
using CsCheck;

namespace BeeTrace.Core.Tests.Lab;

public sealed class ReadingTests
{
    private static readonly Golden Table = new("Lab/readings.csv");

    public static TheoryData<string> Cases => Table.Names;

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_typed_result_means_what_the_table_says(string name)
    {
        var row = Table[name];

        var outcome = Reading.Parse(row["text"], Unit.Parse(row["unit"]).Value, row.Number("lod"), row.Number("loq"));

        if (row["refusal"] is { } code)
        {
            outcome.Refusals.Select(refusal => refusal.Code).ShouldBe([code]);
            return;
        }

        outcome.Refusals.ShouldBeEmpty();
        var reading = outcome.Value;
        reading.Kind.ToString().ShouldBe(row["kind"]);
        reading.Value?.ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(row["value"]);
        reading.Print(Language.Chinese).ShouldBe(row["print_zh"]);
        reading.Print(Language.English).ShouldBe(row["print_en"]);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_stored_text_reads_as_the_same_reading_again(string name)
    {
        var row = Table[name];
        var outcome = Reading.Parse(row["text"], Unit.Parse(row["unit"]).Value, row.Number("lod"), row.Number("loq"));
        if (!outcome.IsDone)
            return;
        var reading = outcome.Value;

        Reading.Parse(reading.Text, reading.Unit, reading.Lod, reading.Loq).Value.ShouldBe(reading);
    }

    [Fact]
    public void A_missing_LOD_is_asked_for_beside_the_LOD_field() =>
        Reading.Parse("ND", Unit.MicrogramPerKilogram, null, null).Refusals.Single().Field.ShouldBe("lod");

    [Fact]
    public void Every_reason_is_given_at_once() =>
        Reading.Parse("1,7", Unit.Percent, -1m, null, uncertainty: -0.1m, coverageFactor: 0m).Refusals.Select(refusal => refusal.Code).ShouldBe(
            [LabRefusal.LodNotPositive, LabRefusal.UncertaintyNegative, LabRefusal.CoverageFactorNotPositive, LabRefusal.CommaInNumber]);

    [Fact]
    public void A_measured_value_prints_rounded_half_to_even() =>
        Reading.Parse("69.05", Unit.Percent, null, null).Value.Print(Language.English, 1).ShouldBe("69.0 %");

    [Fact]
    public void Digits_are_kept_as_typed() =>
        Reading.Parse("0.420", Unit.Percent, null, null).Value.Decimals.ShouldBe(3);

    [Fact]
    public void Any_plain_number_reads_back_digit_for_digit() =>
        Gen.Select(Gen.Int[1, 999_999], Gen.Byte[0, 8]).Sample((digits, scale) =>
        {
            var number = new decimal(digits, 0, 0, isNegative: false, scale);
            var text = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var reading = Reading.Parse(text, Unit.MilligramPerKilogram, null, null).Value;
            reading.Print(Language.English).ShouldBe(text + " mg/kg");
            reading.Decimals.ShouldBe(scale);
        });
}
