namespace BeeTrace.Core;

/// <summary>
/// Something that looks odd and is nevertheless done: bees, weather and people surprise. Shown beside what was done and kept with
/// it; never a reason to refuse.
/// </summary>
/// <param name="Code">Key of the sentence (<c>feature.what-looks-odd</c>).</param>
/// <param name="Arguments">Values for the sentence's placeholders, in order.</param>
public sealed record Warning(string Code, params object[] Arguments);
