namespace BeeTrace.Web.Shell;

/// <summary>What pages and papers say about the data as a whole.</summary>
public sealed class ShellSettings(bool demoNotice)
{
    /// <summary>
    /// True while the demo county is in the database: every page and certificate then says that firms, people and readings
    /// are invented. Set once at the start, when the database has been asked.
    /// </summary>
    public bool DemoNotice { get; set; } = demoNotice;
}
