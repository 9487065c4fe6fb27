namespace BeeTrace.Core.Reports;

/// <summary>From which to which day a sample was tested (检测日期), as its report states it (ISO/IEC 17025:2017 7.8.2.1).</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public readonly record struct TestPeriod(DateOnly From, DateOnly To)
{
    /// <summary>
    /// The days on which readings were entered, within receipt and approval: readings that came by table bear the day of the table, and
    /// nothing is tested before the laboratory has the sample or after its results were approved.
    /// </summary>
    public static TestPeriod Of(DateOnly? receivedOn, DateOnly approvedOn, IReadOnlyCollection<DateOnly> enteredOn)
    {
        var earliest = receivedOn is { } received && received < approvedOn ? received : approvedOn;
        if (enteredOn.Count == 0)
            return new(earliest, approvedOn);
        return new(Within(enteredOn.Min()), Within(enteredOn.Max()));

        DateOnly Within(DateOnly day) => day > approvedOn ? approvedOn : receivedOn is { } first && day < first && first <= approvedOn ? first : day;
    }
}
