namespace BeeTrace.Core.Registry;

/// <summary>Who keeps bees and is registered with the county (养蜂管理办法（试行）2011, article 8: voluntary, free, 3 years).</summary>
public sealed class Beekeeper
{
    public required BeekeeperId Id { get; init; }

    /// <summary>Number of the beekeeping licence 养蜂证 as printed on it.</summary>
    public required string LicenceNumber { get; init; }

    public required string NameZh { get; set; }

    public required string NameEn { get; set; }

    public required BeekeeperKind Kind { get; init; }

    public string? Phone { get; set; }

    public string? Address { get; set; }

    /// <summary>County of registration, six-digit code of GB/T 2260.</summary>
    public required string County { get; init; }

    /// <summary>First day of the licence; it runs three years (<see cref="Licence"/>).</summary>
    public required DateOnly LicenceIssuedOn { get; set; }

    /// <summary>Kept beside the issue day so that a query can ask for it; always what <see cref="Licence"/> computes.</summary>
    public required DateOnly LicenceExpiresOn { get; set; }

    public required RegistrationState State { get; set; }

    /// <summary>The entry that counts in the place of this one, where it was merged.</summary>
    public BeekeeperId? MergedInto { get; set; }

    /// <summary>The identity number, encrypted with a key that does not lie in the database; null where none was given.</summary>
    public byte[]? IdentityNumberSealed { get; set; }

    /// <summary>A keyed hash of it, by which the same person is found again without reading it.</summary>
    public byte[]? IdentityNumberHash { get; set; }

    /// <summary>The beekeeper agrees that public pages show the name; otherwise they show a code.</summary>
    public bool ShowsName { get; set; }

    public Bilingual Name => new(NameZh, NameEn);
}
