using CsCheck;

namespace BeeTrace.Pdf.Tests;

public class TableLayoutTests
{
    private static readonly Gen<(double Natural, double Minimum)[]> Columns =
        Gen.Select(Gen.Double[0, 300], Gen.Double[0, 1], (natural, share) => (natural, natural * share)).Array[1, 9];

    [Fact]
    public void Column_widths_fill_the_room_exactly() =>
        Gen.Select(Columns, Gen.Double[50, 900]).Sample((columns, room) =>
            TableLayout.ColumnWidths(columns, room).Sum().ShouldBe(room, 0.001));

    [Fact]
    public void No_column_is_narrower_than_its_longest_word_while_there_is_room() =>
        Gen.Select(Columns, Gen.Double[50, 900]).Sample((columns, room) =>
        {
            if (columns.Sum(column => column.Minimum) > room)
                return;
            var widths = TableLayout.ColumnWidths(columns, room);
            for (int i = 0; i < columns.Length; i++)
                widths[i].ShouldBeGreaterThanOrEqualTo(columns[i].Minimum - 0.001);
        });
}
