using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Trade;
using BeeTrace.Web.Data;
using BeeTrace.Web.Lab;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Trade;

/// <summary>Which declarations are wanted; what is null is not asked about.</summary>
public sealed record DeclarationFilter(DateOnly? From = null, DateOnly? To = null, string? Product = null, string? Destination = null, FirmId? Firm = null);

/// <summary>An item in the list.</summary>
public sealed record DeclarationRow(string Number, int Item, int Version, DateOnly DeclaredOn, Bilingual Firm, Bilingual Product, Bilingual Destination, decimal NetKg, decimal? ValueUsd, decimal? ValueCny);

/// <summary>Items that stand behind a figure, a page of them, with their sums.</summary>
public sealed record DeclarationList(IReadOnlyList<DeclarationRow> Rows, int Total, decimal NetKg, decimal ValueUsd);

/// <summary>A version of an item and who recorded it.</summary>
public sealed record DeclarationVersion(Declaration Declaration, Bilingual Firm, Bilingual Product, Bilingual Destination, string RecordedBy);

/// <summary>Reads declarations; row security decides whose.</summary>
public sealed class DeclarationQueries(Database database)
{
    public const int PageSize = 50;

    /// <summary>The rows behind a figure: the newest versions that count, newest day first.</summary>
    /// <param name="page">From 1.</param>
    public async Task<DeclarationList> ListAsync(DeclarationFilter filter, int page, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var found = db.Declarations.AsNoTracking().Where(d => d.SupersededBy == null && !d.IsVoid);
        if (filter.From is { } from)
            found = found.Where(d => d.DeclaredOn >= from);
        if (filter.To is { } to)
            found = found.Where(d => d.DeclaredOn <= to);
        if (filter.Product is { } product)
            found = found.Where(d => d.Product == product || db.Products.Any(p => p.Code == d.Product && p.Scope == product));
        if (filter.Destination is { } destination)
            found = found.Where(d => d.Destination == destination);
        if (filter.Firm is { } firm)
            found = found.Where(d => d.FirmId == firm);
        var sums = await found.GroupBy(_ => 1).Select(g => new { Count = g.Count(), Kg = g.Sum(d => d.NetKg), Usd = g.Sum(d => d.ValueUsd) ?? 0 }).SingleOrDefaultAsync(cancel);
        var rows = await (
            from d in found.OrderByDescending(d => d.DeclaredOn).ThenBy(d => d.Number).ThenBy(d => d.Item).Skip((page - 1) * PageSize).Take(PageSize)
            join f in db.Firms on d.FirmId equals f.Id
            join p in db.Products on d.Product equals p.Code
            join c in db.Countries on d.Destination equals c.Code
            orderby d.DeclaredOn descending, d.Number, d.Item
            select new { Row = d, Firm = f, Product = p, Country = c }).ToListAsync(cancel);
        return new DeclarationList(
            rows.ConvertAll(r => new DeclarationRow(r.Row.Number, r.Row.Item, r.Row.Version, r.Row.DeclaredOn, r.Firm.Name, r.Product.Name, r.Country.Name, r.Row.NetKg, r.Row.ValueUsd, r.Row.ValueCny)),
            sums?.Count ?? 0, sums?.Kg ?? 0, sums?.Usd ?? 0);
    }

    /// <summary>Every version of every item of a declaration, the newest first; empty where the actor may see none.</summary>
    public async Task<IReadOnlyList<DeclarationVersion>> VersionsAsync(string number, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var rows = await (
            from d in db.Declarations.AsNoTracking()
            where d.Number == number
            join f in db.Firms on d.FirmId equals f.Id
            join p in db.Products on d.Product equals p.Code
            join c in db.Countries on d.Destination equals c.Code
            orderby d.Item, d.Version descending
            select new { Row = d, Firm = f, Product = p, Country = c }).ToListAsync(cancel);
        var names = await People.NamesAsync(db, rows.Select(r => r.Row.RecordedBy), cancel);
        return rows.ConvertAll(r => new DeclarationVersion(r.Row, r.Firm.Name, r.Product.Name, r.Country.Name, names.GetValueOrDefault(r.Row.RecordedBy, "")));
    }
}
