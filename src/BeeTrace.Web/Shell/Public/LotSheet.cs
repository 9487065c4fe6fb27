using BeeTrace.Core;

namespace BeeTrace.Web.Shell.Public;

/// <summary>A lot as the public may know it: no names of beekeepers, no place finer than the county.</summary>
public sealed record LotSheet
{
    /// <summary>The lot's code.</summary>
    public required string Code { get; init; }

    /// <summary>What it is.</summary>
    public required Bilingual Product { get; init; }

    /// <summary>Where it stands now, as a sentence ("packed; nothing holds it back").</summary>
    public required Bilingual State { get; init; }

    /// <summary>False while the lot is held or recalled, true once a test passed, null before that.</summary>
    public bool? Holds { get; init; }

    /// <summary>First and last day of harvest.</summary>
    public DateOnly? HarvestedFrom { get; init; }

    /// <inheritdoc cref="HarvestedFrom" />
    public DateOnly? HarvestedTo { get; init; }

    /// <summary>Where it was harvested, as coarsely as the public may know.</summary>
    public Bilingual? Region { get; init; }

    /// <summary>The plant, where the lot is of one.</summary>
    public Bilingual? Nectar { get; init; }

    /// <summary>The plant's scientific name.</summary>
    public string? NectarLatin { get; init; }

    /// <summary>Net mass in kg.</summary>
    public decimal? NetKilograms { get; init; }

    /// <summary>What happened to it, oldest first.</summary>
    public IReadOnlyList<LotStep> Steps { get; init; } = [];

    /// <summary>Certificates that speak of it.</summary>
    public IReadOnlyList<LotCertificate> Certificates { get; init; } = [];
}

/// <summary>One step of a lot.</summary>
public sealed record LotStep(DateOnly Day, Bilingual What, Bilingual? Where);

/// <summary>One certificate of a lot.</summary>
public sealed record LotCertificate(string Number, Bilingual Kind, DateOnly IssuedOn);
