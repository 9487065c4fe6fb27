using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Data;

/// <summary>Running numbers of codes; the database counts, so that two people never get the same.</summary>
internal static class Serials
{
    /// <summary>The next number of a prefix such as <c>L2026</c> or <c>A330122</c>, starting at 1.</summary>
    public static Task<int> NextAsync(BeeTraceDb db, string prefix, CancellationToken cancel) =>
        db.Database.SqlQuery<int>($"""select registry.next_serial({prefix}) as "Value" """).SingleAsync(cancel);

    /// <summary>The next number of a test report in a year, which the laboratory takes.</summary>
    public static Task<int> NextReportAsync(BeeTraceDb db, int year, CancellationToken cancel) =>
        db.Database.SqlQuery<int>($"""select lab.next_report_serial({year}) as "Value" """).SingleAsync(cancel);

    /// <summary>The next number of a sample in a year, for a re-test that a signatory orders.</summary>
    public static Task<int> NextReTestAsync(BeeTraceDb db, int year, CancellationToken cancel) =>
        db.Database.SqlQuery<int>($"""select lab.next_re_test_serial({year}) as "Value" """).SingleAsync(cancel);

    /// <summary>Says that an imported row brought this number with it.</summary>
    public static Task RaiseAsync(BeeTraceDb db, string prefix, int used, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"select registry.raise_serial({prefix}, {used})", cancel);
}
