namespace BeeTrace.Core.Reports;

/// <summary>Where a test report stands between the bench and its reader.</summary>
public enum ReportState
{
    /// <summary>编制: prepared, read by nobody else yet.</summary>
    Draft,

    /// <summary>审核: a second person found it right.</summary>
    Reviewed,

    /// <summary>批准: signed by the authorised signatory (授权签字人).</summary>
    Approved,

    /// <summary>签发: frozen and handed out.</summary>
    Issued,

    /// <summary>A newer report stands in its place.</summary>
    Superseded,

    /// <summary>作废: what it says does not hold, and nothing stands in its place.</summary>
    Invalidated,

    /// <summary>Given up before it was issued. Its number is not used again.</summary>
    Cancelled,
}

/// <summary>Which steps a report may take. Nothing leads back: a wrong draft is cancelled, a wrong report is replaced or invalidated (ISO/IEC 17025:2017 7.8.8).</summary>
public static class ReportStates
{
    /// <summary>The states that may follow.</summary>
    public static IReadOnlyList<ReportState> Next(ReportState from) => from switch
    {
        ReportState.Draft => [ReportState.Reviewed, ReportState.Cancelled],
        ReportState.Reviewed => [ReportState.Approved, ReportState.Cancelled],
        ReportState.Approved => [ReportState.Issued, ReportState.Cancelled],
        ReportState.Issued => [ReportState.Superseded, ReportState.Invalidated],
        _ => [],
    };

    /// <summary>Refuses <see cref="ReportRefusal.StateNotAllowed"/> where the step is not in <see cref="Next"/>.</summary>
    public static Outcome Check(ReportState from, ReportState to) =>
        Next(from).Contains(to) ? Outcome.Done : new Refusal(ReportRefusal.StateNotAllowed, null, from.Name(), to.Name());

    /// <summary>True before it is issued or given up: one such report a sample.</summary>
    public static bool IsAtWork(this ReportState state) => state is ReportState.Draft or ReportState.Reviewed or ReportState.Approved;

    /// <summary>True for what the client has been given, in force or not.</summary>
    public static bool HasLeftTheHouse(this ReportState state) => state is ReportState.Issued or ReportState.Superseded or ReportState.Invalidated;

    public static Bilingual Name(this ReportState state) => state switch
    {
        ReportState.Draft => new("待审核", "to be reviewed"),
        ReportState.Reviewed => new("待批准", "to be signed"),
        ReportState.Approved => new("待签发", "to be issued"),
        ReportState.Issued => new("已签发", "issued"),
        ReportState.Superseded => new("已被替换", "replaced"),
        ReportState.Invalidated => new("已作废", "invalidated"),
        ReportState.Cancelled => new("已放弃", "given up"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
    };
}
