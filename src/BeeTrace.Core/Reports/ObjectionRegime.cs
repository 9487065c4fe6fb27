using BeeTrace.Core.Lab;

namespace BeeTrace.Core.Reports;

/// <summary>Under which law a sampled firm objects to a result and asks for a re-test (复检).</summary>
public enum ObjectionRegime
{
    /// <summary>Agricultural products, such as raw honey at the apiary: Law on the Quality and Safety of Agricultural Products, to the agriculture department that ordered the sampling.</summary>
    AgriculturalProduct,

    /// <summary>Food, processed and on sale: SAMR Order 15 of 2019, amended 2022, to the market-supervision department.</summary>
    Food,
}

/// <summary>The periods of both regimes. They are counted in working days from the day after the result was received.</summary>
public static class ObjectionRegimes
{
    /// <summary>
    /// Working days to object: 5 for agricultural products (source S62, seen in a report; that they are working days is the law's wording, not
    /// compared with its official text), 7 for food (SAMR Order 15 of 2019, not compared with its official text).
    /// </summary>
    public static int DaysToObject(this ObjectionRegime regime) => regime switch
    {
        ObjectionRegime.AgriculturalProduct => 5,
        ObjectionRegime.Food => 7,
        _ => throw new ArgumentOutOfRangeException(nameof(regime), regime, message: null),
    };

    /// <summary>The last day on which the firm may object.</summary>
    /// <param name="regime">The law.</param>
    /// <param name="receivedOn">The day on which the result was received.</param>
    /// <param name="holidays">Public holidays, as the operator knows them; weekends need not be among them.</param>
    public static DateOnly Deadline(this ObjectionRegime regime, DateOnly receivedOn, IReadOnlySet<DateOnly> holidays) =>
        WorkingDays.After(receivedOn, regime.DaysToObject(), holidays);

    public static Bilingual Name(this ObjectionRegime regime) => regime switch
    {
        ObjectionRegime.AgriculturalProduct => new("农产品（五个工作日内提出异议）", "agricultural product (objections within 5 working days)"),
        ObjectionRegime.Food => new("食品（七个工作日内提出异议）", "food (objections within 7 working days)"),
        _ => throw new ArgumentOutOfRangeException(nameof(regime), regime, message: null),
    };
}

/// <summary>
/// Monday to Friday, less the holidays that are given. Where no holidays are given a deadline comes too early, so it informs and closes
/// nothing by itself. House rule: Saturdays and Sundays that the State Council turns into working days around a holiday count as free.
/// </summary>
public static class WorkingDays
{
    public static bool IsWorkingDay(DateOnly day, IReadOnlySet<DateOnly> holidays) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(day);

    /// <summary>The <paramref name="count"/>th working day after a day, which itself does not count.</summary>
    public static DateOnly After(DateOnly day, int count, IReadOnlySet<DateOnly> holidays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        while (count > 0)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day, holidays))
                count--;
        }

        return day;
    }
}
