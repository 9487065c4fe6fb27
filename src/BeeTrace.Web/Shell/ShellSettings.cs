namespace BeeTrace.Web.Shell;

/// <summary>What the operator decides about the pages.</summary>
/// <param name="DemoNotice">True while demo data is loaded: every page then says that its firms, people and readings are invented.</param>
public sealed record ShellSettings(bool DemoNotice);
