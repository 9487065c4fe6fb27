using BeeTrace.Core;
using BeeTrace.Core.Trade;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace BeeTrace.Web.Import;

/// <summary>
/// Items of export declarations, known by number and item. The same item again is the same row; one that says something else is refused,
/// for a correction names its reason and supersedes.
/// </summary>
internal sealed class DeclarationTable : StagedTable
{
    public static IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("declaration", false, new("报关单号", "Declaration number"), "海关编号", "报关单编号", "number"),
        new("item", false, new("项号", "Item"), "商品序号", "序号"),
        new("firm_uscc", false, new("统一社会信用代码", "Credit code"), "信用代码", "收发货人信用代码", "发货人信用代码", "uscc"),
        new("declared_on", false, new("申报日期", "Declared on"), "出口日期", "日期", "date"),
        new("product", false, new("产品", "Product"), "产品代码"),
        new("hs_code", false, new("商品编码", "Commodity code"), "HS编码", "税号", "hs"),
        new("destination", false, new("最终目的国", "Destination"), "目的国", "运抵国", "country"),
        new("trade_mode", false, new("贸易方式", "Trade mode"), "监管方式"),
        new("registered_place", false, new("收发货人注册地", "Registered place"), "注册地", "企业注册地"),
        new("source_place", false, new("境内货源地", "Source place"), "货源地"),
        new("net_kg", false, new("净重（kg）", "Net mass (kg)"), "净重", "数量"),
        new("gross_kg", true, new("毛重（kg）", "Gross mass (kg)"), "毛重"),
        new("packages", true, new("件数", "Packages")),
        new("value_usd", true, new("美元值（FOB）", "Value in USD (FOB)"), "美元值", "美元", "usd"),
        new("value_cny", true, new("人民币值（FOB）", "Value in CNY (FOB)"), "人民币值", "人民币", "cny"),
        new("value", true, new("总价", "Value"), "金额", "成交总价"),
        new("currency", true, new("币制", "Currency"), "币种"),
    ];

    private static readonly Dictionary<string, string> ColumnOfField = new(StringComparer.Ordinal)
    {
        [nameof(DeclareItem.Number)] = "declaration",
        [nameof(DeclareItem.DeclaredOn)] = "declared_on",
        [nameof(DeclareItem.HsCode)] = "hs_code",
        [nameof(DeclareItem.RegisteredPlace)] = "registered_place",
        [nameof(DeclareItem.SourcePlace)] = "source_place",
        [nameof(DeclareItem.NetKg)] = "net_kg",
        [nameof(DeclareItem.GrossKg)] = "gross_kg",
        [nameof(DeclareItem.ValueUsd)] = "value_usd",
        [nameof(DeclareItem.ValueCny)] = "value_cny",
    };

    private HashSet<string> _products = [];
    private HashSet<string> _countries = [];
    private HsBook _codes = new([]);
    private DateOnly _today;

    protected override IReadOnlyList<StagedColumn> Staged { get; } =
    [
        new("declaration", NpgsqlDbType.Text),
        new("item", NpgsqlDbType.Integer),
        new("firm_uscc", NpgsqlDbType.Text, "(select f.credit_code from registry.firms f where f.id = t.firm_id)"),
        new("declared_on", NpgsqlDbType.Date, "t.declared_on"),
        new("product", NpgsqlDbType.Text, "t.product"),
        new("hs_code", NpgsqlDbType.Text, "t.hs_code"),
        new("destination", NpgsqlDbType.Text, "t.destination"),
        new("trade_mode", NpgsqlDbType.Text, "t.trade_mode"),
        new("registered_place", NpgsqlDbType.Text, "t.registered_place"),
        new("source_place", NpgsqlDbType.Text, "t.source_place"),
        new("net_kg", NpgsqlDbType.Numeric, "t.net_kg"),
        new("gross_kg", NpgsqlDbType.Numeric, "t.gross_kg"),
        new("packages", NpgsqlDbType.Integer, "t.packages"),
        new("value_usd", NpgsqlDbType.Numeric, "t.value_usd"),
        new("value_cny", NpgsqlDbType.Numeric, "t.value_cny"),
    ];

    protected override (string Expression, string Column) Key => ("(s.declaration || ' ' || s.item)", "declaration");

    protected override async Task PrepareAsync(StagedImport import, CancellationToken cancel)
    {
        _products = await TableImport.KeysAsync(import.Db.Products.Select(p => p.Code), cancel);
        _countries = await TableImport.KeysAsync(import.Db.Countries.Select(c => c.Code), cancel);
        _codes = new HsBook(await import.Db.HsCodes.AsNoTracking().ToListAsync(cancel));
        _today = import.Today;
    }

    protected override async Task StageAsync(TableRow row, NpgsqlBinaryImporter copy, CancellationToken cancel)
    {
        var (number, item, firm) = (row.RequiredNumber("declaration", 30), row.Whole("item", 1, DeclarationRules.MostItems), row.RequiredNumber("firm_uscc", 18));
        var (declaredOn, product, code) = (row.RequiredDay("declared_on"), row.RequiredReference("product", _products, TraceTables.Product), row.RequiredNumber("hs_code", 10));
        var (destination, mode) = (row.RequiredReference("destination", _countries, TradeTables.CountryName), row.Choice<TradeMode>("trade_mode"));
        var (registered, source) = (row.RequiredNumber("registered_place", 6), row.RequiredNumber("source_place", 6));
        var (net, gross) = (row.Decimal("net_kg", decimals: 3), row.Decimal("gross_kg", decimals: 3));
        int? packages = row.Peek("packages") is null ? null : row.Whole("packages", 1, 1_000_000);
        var (usd, cny) = Values(row);
        row.Refuse(DeclarationRules.Check(new DeclareItem(number, item, declaredOn, product, code, mode, registered, source, packages, net, gross, usd, cny), _today, _codes), ColumnOfField);
        if (!row.IsSound)
            return;

        await copy.StartRowAsync(cancel);
        await copy.WriteAsync(row.At, NpgsqlDbType.Integer, cancel);
        await copy.WriteAsync(Guid.CreateVersion7(), NpgsqlDbType.Uuid, cancel);
        await WriteAsync(copy, number, cancel);
        await copy.WriteAsync(item, NpgsqlDbType.Integer, cancel);
        await WriteAsync(copy, firm, cancel);
        await copy.WriteAsync(declaredOn, NpgsqlDbType.Date, cancel);
        await WriteAsync(copy, product, cancel);
        await WriteAsync(copy, code, cancel);
        await WriteAsync(copy, destination, cancel);
        await WriteAsync(copy, Enum.GetName(mode), cancel);
        await WriteAsync(copy, registered, cancel);
        await WriteAsync(copy, source, cancel);
        await WriteAsync(copy, net, NpgsqlDbType.Numeric, cancel);
        await WriteAsync(copy, gross, NpgsqlDbType.Numeric, cancel);
        await WriteAsync(copy, packages, NpgsqlDbType.Integer, cancel);
        await WriteAsync(copy, usd, NpgsqlDbType.Numeric, cancel);
        await WriteAsync(copy, cny, NpgsqlDbType.Numeric, cancel);
    }

    protected override async Task CheckSetsAsync(StagedImport import, CancellationToken cancel)
    {
        await RefuseUnknownAsync(import, "firm_uscc", "registry.firms", "t.credit_code = s.firm_uscc", RegistryTables.Firm, cancel);
        await FindKnownAsync(import, "trade.declarations", "t.number = s.declaration and t.item = s.item and t.superseded_by is null", cancel);
    }

    public override async Task StoreAsync(StagedImport import, ImportRunId run, CancellationToken cancel) => await import.ExecuteAsync(
        """
        insert into trade.declarations (id, number, item, version, firm_id, declared_on, product, hs_code, destination, trade_mode, registered_place, source_place,
            packages, net_kg, gross_kg, value_usd, value_cny, is_void, recorded_by, recorded_at)
        select s.id, s.declaration, s.item, 1, f.id, s.declared_on, s.product, s.hs_code, s.destination, s.trade_mode, s.registered_place, s.source_place,
            s.packages, s.net_kg, s.gross_kg, s.value_usd, s.value_cny, false, $1, $2
        from import_rows s join registry.firms f on f.credit_code = s.firm_uscc
        where not exists (select from import_known k where k.number = s.number)
        """,
        cancel, import.Work.Actor.Account.Value, import.Work.Now);

    /// <summary>Either both currencies in columns of their own, or one value with its currency.</summary>
    private static (decimal? Usd, decimal? Cny) Values(TableRow row)
    {
        var (usd, cny) = (row.Decimal("value_usd", decimals: 2), row.Decimal("value_cny", decimals: 2));
        if (row.Decimal("value", decimals: 2) is not { } value)
            return (usd, cny);
        switch (row.Text("currency", 10)?.ToUpperInvariant())
        {
            case null:
                row.Refuse("value", TradeRefusal.ValueWithoutCurrency, value);
                return (usd, cny);
            case "USD" or "美元":
                return (usd ?? value, cny);
            case "CNY" or "RMB" or "人民币":
                return (usd, cny ?? value);
            case var other:
                row.Refuse("currency", TradeRefusal.CurrencyUnknown, other);
                return (usd, cny);
        }
    }
}
