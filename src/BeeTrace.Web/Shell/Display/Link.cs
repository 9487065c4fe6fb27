using BeeTrace.Core;

namespace BeeTrace.Web.Shell.Display;

/// <summary>Words that lead somewhere.</summary>
/// <param name="Text">What stands there.</param>
/// <param name="Href">Where it leads.</param>
public sealed record Link(Bilingual Text, string Href);
