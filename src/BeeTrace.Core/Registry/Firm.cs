namespace BeeTrace.Core.Registry;

/// <summary>A firm of the trade: it processes, trades or tests. It owns lots, consignments and certificates.</summary>
public sealed class Firm
{
    public required FirmId Id { get; init; }

    /// <summary>Unified social credit code (GB 32100-2015), 18 characters.</summary>
    public required string CreditCode { get; init; }

    public required string NameZh { get; set; }

    public required string NameEn { get; set; }

    public required FirmKind Kind { get; init; }

    public required string County { get; init; }

    public string? Address { get; set; }

    public Bilingual Name => new(NameZh, NameEn);
}

/// <summary>What a firm reports of one calendar year.</summary>
public sealed class FirmYear
{
    public required FirmId FirmId { get; init; }

    public required int Year { get; init; }

    /// <summary>Sales of the year in yuan.</summary>
    public required decimal SalesCny { get; set; }

    /// <summary>Output value of the year in yuan.</summary>
    public required decimal OutputCny { get; set; }
}

/// <summary>A county with the rough box that a coordinate in it should fall into.</summary>
public sealed class County
{
    /// <summary>Six-digit code of GB/T 2260.</summary>
    public required string Code { get; init; }

    public required string NameZh { get; init; }

    public required string NameEn { get; init; }

    public required string ProvinceZh { get; init; }

    public required string ProvinceEn { get; init; }

    public decimal? LatitudeMin { get; init; }

    public decimal? LatitudeMax { get; init; }

    public decimal? LongitudeMin { get; init; }

    public decimal? LongitudeMax { get; init; }

    public required string SourceMark { get; init; }

    public required string Source { get; init; }

    public Bilingual Name => new(NameZh, NameEn);
}
