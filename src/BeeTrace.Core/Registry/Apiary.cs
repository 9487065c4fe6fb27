namespace BeeTrace.Core.Registry;

/// <summary>
/// A group of colonies kept together under one code. Where it stands is not a property of it but a
/// <see cref="Placement"/>: a migratory apiary is a sequence of them.
/// </summary>
public sealed class Apiary
{
    public required ApiaryId Id { get; init; }

    /// <summary>The code on the hive board, said aloud and scanned.</summary>
    public required ApiaryCode Code { get; init; }

    public required BeekeeperId BeekeeperId { get; init; }

    /// <summary>What the beekeeper calls it.</summary>
    public required string Name { get; set; }

    public required ApiaryKind Kind { get; init; }

    public required BeeSpecies Species { get; init; }

    /// <summary>County of registration, six-digit code of GB/T 2260.</summary>
    public required string County { get; init; }

    public required DateOnly RegisteredOn { get; init; }

    public DateOnly? DeregisteredOn { get; set; }

    public required RegistrationState State { get; set; }

    /// <summary>The entry that counts in the place of this one, where it was merged.</summary>
    public ApiaryId? MergedInto { get; set; }
}
