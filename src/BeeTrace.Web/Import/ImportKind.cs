using BeeTrace.Core;
using BeeTrace.Core.Access;

namespace BeeTrace.Web.Import;

/// <summary>A kind of table: what it is called, its columns, who may bring it, and how its rows become what they mean.</summary>
/// <param name="Code">The word on the command line and in the record of deeds.</param>
/// <param name="Columns">Columns that are read.</param>
/// <param name="Beside">Columns that may stand beside them and are not read: one file can serve two kinds.</param>
/// <param name="Roles">Who may; row security says the same.</param>
/// <param name="LoadAsync">Takes the rows in, all of them in memory; null for a kind of <paramref name="Staged"/>.</param>
/// <param name="Staged">How a kind that may have a million rows is taken in.</param>
internal sealed record ImportKind(
    string Code, IReadOnlyList<ImportColumn> Columns, string[] Beside, Role[] Roles, Func<TableImport, CancellationToken, Task>? LoadAsync,
    Func<StagedTable>? Staged = null)
{
    private readonly HashSet<string> _optional = [.. Columns.Where(c => c.MayBeMissing).Select(c => c.Name)];

    /// <summary>People bring their own tables of this kind, not only ours.</summary>
    public bool IsForgiving => Staged is not null;

    public bool MayMiss(string column) => _optional.Contains(column);

    /// <summary>Our column that a head means; null for none. Only kinds that people bring are read with goodwill.</summary>
    public string? Meant(string head) => IsForgiving
        ? Columns.FirstOrDefault(c => c.IsMeantBy(head))?.Name
        : Columns.FirstOrDefault(c => c.Name.Equals(head, StringComparison.OrdinalIgnoreCase))?.Name;
}

/// <summary>Every kind there is, in an order in which each finds what it names.</summary>
public static class ImportKinds
{
    private static readonly string[] ClaimColumns =
    [
        "code", "subject", "measure", "value", "decimals", "unit", "from", "to", "revision", "product_scope", "basis", "flow", "attribution",
        "definition_zh", "definition_en", "source_zh", "source_en", "published_on", "source_mark",
    ];

    /// <summary>What the product knows of the world: the newest file counts.</summary>
    internal static IReadOnlyList<ImportKind> Reference { get; } =
    [
        Kept("counties", RegistryTables.CountiesAsync,
            "code", "name_zh", "name_en", "province_zh", "province_en", "latitude_min", "latitude_max", "longitude_min", "longitude_max", "source_mark", "source"),
        new("countries", [.. Named(["code", "name_zh", "name_en", "source_mark"]), .. Optional(["market"])], [], [Role.County, Role.System], TradeTables.CountriesAsync),
        Kept("products", TraceTables.ProductsAsync, "code", "name_zh", "name_en", "scope", "sort", "source_mark", "source", "verified"),
        Kept("hs-codes", TradeTables.HsCodesAsync, "hs_code", "product", "valid_from", "valid_to", "source_mark", "source", "verified", "active"),
        Kept("figure-definitions", TradeTables.FigureDefinitionsAsync, "code", "name_zh", "name_en", "product_scope", "basis", "flow", "attribution", "unit", "sort"),
        Kept("published-series", TradeTables.ClaimsAsync, ClaimColumns),
        Kept("analytes", LabReferenceTables.AnalytesAsync, "code", "name_zh", "name_en", "unit", "decimals", "nature", "sort", "source_mark"),
        Kept("standards", LabReferenceTables.StandardsAsync,
            "code", "edition", "title_zh", "title_en", "kind", "in_force_from", "in_force_to", "source_mark", "source", "verified"),
        new("limits",
        [
            .. Named(["market", "product", "analyte", "kind", "comparator", "low", "high", "unit", "nectar_rule", "nectar_sources", "species", "grade",
            "standard", "edition", "clause", "in_force_from", "in_force_to", "rule", "method", "source_mark", "source", "verified", "active"]),
            .. Optional(["state", "not_state", "proviso_analyte", "proviso_comparator", "proviso_bound", "proviso_unit"]),
        ], [], [Role.System], LabReferenceTables.LimitsAsync),
        Kept("residue-definitions", LabReferenceTables.ResidueDefinitionsAsync,
            "market", "analyte", "part", "factor", "expressed_as", "bound", "source_mark", "source", "active"),
        Kept("market-profiles", LabReferenceTables.MarketProfilesAsync,
            "market", "version", "name_zh", "name_en", "rule", "valid_from", "valid_to", "source_mark", "source"),
        Kept("panels", LabReferenceTables.PanelsAsync, "market", "version", "product", "analyte", "source_mark", "source"),
        Kept("plants", RegistryTables.PlantsAsync, "latin_name", "name_zh", "name_en", "synonyms", "toxic", "source_mark", "source", "verified"),
        Kept("blooms", RegistryTables.BloomsAsync,
            "latin_name", "region_zh", "region_en", "county", "bloom_from", "bloom_to", "yield_low_kg", "yield_high_kg", "source_mark", "source", "verified"),
    ];

    /// <summary>What happened: said once, never changed by a table.</summary>
    internal static IReadOnlyList<ImportKind> Data { get; } =
    [
        Kept("firms", RegistryTables.FirmsAsync, "uscc", "name_zh", "name_en", "kind", "county", "address"),
        Kept("firm-years", RegistryTables.FirmYearsAsync, "uscc", "year", "sales_cny", "output_cny"),
        Kept("honours", FirmTables.HonoursAsync, "uscc", "kind", "level", "title_zh", "title_en", "year", "evidence"),
        Kept("drafted-standards", FirmTables.DraftedStandardsAsync, "uscc", "number", "title_zh", "title_en", "role", "year"),
        Staged("beekeepers", BeekeeperTable.Columns, () => new BeekeeperTable()),
        Staged("apiaries", ApiaryTable.Columns, () => new ApiaryTable()),
        Staged("placements", PlacementTable.Columns, () => new PlacementTable()),
        Staged("nectar-sources", NectarSourceTable.Columns, () => new NectarSourceTable()),
        new("lots", Named(["code", "firm_uscc", "apiary", "product", "mass_kg", "harvested_on", "nectar_source", "recorded_on"]), [],
            [Role.System], TraceTables.LotsAsync),
        Staged("declarations", DeclarationTable.Columns, () => new DeclarationTable()),
        Kept("returns", ReturnTables.ReturnsAsync, "uscc", "year", "sales_cny", "output_cny", "export_usd", "employees", "note"),
        Kept("return-products", ReturnTables.ProductsAsync, "uscc", "year", "product", "output_kg", "export_kg"),
        Kept("return-partners", ReturnTables.PartnersAsync, "uscc", "year", "partner", "kind", "interns", "joint_products"),
        Kept("claims", TradeTables.ClaimsAsync, ClaimColumns),
        new("methods", Named(["product", "analyte", "code", "lod", "loq", "uncertainty_percent", "principle", "cma", "cnas", "source", "valid_from"]), [],
            [Role.Reviewer, Role.Signatory], MethodTables.MethodsAsync),
        new("samples", Named(["code", "lot", "basis", "grade", "drawn_on", "received_on"]), ["approved_on"],
            [Role.Sampler, Role.System], SampleTables.SamplesAsync),
        new("readings", Named(["sample", "analyte", "reading", "unit", "lod", "loq", "method"]), [],
            [Role.Analyst], SampleTables.ReadingsAsync),
        new("approvals", Named(["code", "approved_on"]), ["lot", "basis", "grade", "drawn_on", "received_on"],
            [Role.Reviewer, Role.Signatory], SampleTables.ApprovalsAsync),
    ];

    /// <summary>The words that <c>import KIND FILE</c> knows.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. Reference.Concat(Data).Select(kind => kind.Code)];

    /// <summary>The kinds that a county brings at a page, and how each is called.</summary>
    public static IReadOnlyList<(string Code, Bilingual Name)> OfTheRegister { get; } =
    [
        ("beekeepers", new("养蜂人", "Beekeepers")),
        ("apiaries", new("蜂场", "Apiaries")),
        ("placements", new("放蜂点", "Placements")),
        ("nectar-sources", new("蜜源地", "Nectar sources")),
        ("declarations", new("出口报关单", "Export declarations")),
    ];

    /// <summary>How much the console takes: millions of rows of a kind that flows, of others what memory holds.</summary>
    internal static TableLimits LimitsOf(string code) => Find(code)?.Staged is null ? TableLimits.Usual : TableLimits.Console;

    internal static ImportKind? Find(string code) => Reference.Concat(Data).FirstOrDefault(kind => kind.Code == code);

    /// <summary>A table of the county's own keeping.</summary>
    private static ImportKind Kept(string code, Func<TableImport, CancellationToken, Task> loadAsync, params string[] columns) =>
        new(code, Named(columns), [], [Role.County, Role.System], loadAsync);

    /// <summary>The same of the register, where a county may bring what it has.</summary>
    private static ImportKind Staged(string code, IReadOnlyList<ImportColumn> columns, Func<StagedTable> table) =>
        new(code, columns, [], [Role.County, Role.Admin, Role.System], null, table);

    /// <summary>Columns that came later: a table without them is still good.</summary>
    private static ImportColumn[] Optional(string[] columns) => Array.ConvertAll(columns, name => new ImportColumn(name, MayBeMissing: true, new Bilingual(name, name)));

    private static ImportColumn[] Named(string[] columns) => Array.ConvertAll(columns, name => new ImportColumn(name, MayBeMissing: false, new Bilingual(name, name)));
}
