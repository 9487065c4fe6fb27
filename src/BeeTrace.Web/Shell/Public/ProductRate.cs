using BeeTrace.Core;
using BeeTrace.Core.Lab;

namespace BeeTrace.Web.Shell.Public;

/// <summary>The pass rate of one product in the year that is shown.</summary>
public sealed record ProductRate(Bilingual Product, PassRate Rate, string? Behind = null);

/// <summary>What somebody else has stated in public: quoted, never computed with.</summary>
/// <param name="Text">The statement.</param>
/// <param name="Source">Who stated it, where.</param>
/// <param name="Day">When, if that is known.</param>
/// <param name="Definition">What exactly it counts, if it says so.</param>
public sealed record ClaimLine(Bilingual Text, Bilingual Source, DateOnly? Day, Bilingual? Definition, Bilingual? Reproduced = null, bool IsReproduced = false);
