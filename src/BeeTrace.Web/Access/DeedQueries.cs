using BeeTrace.Core.Access;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Access;

/// <summary>Which deeds are asked for.</summary>
/// <param name="Subject">Part of the code or address that it was done to, in any case; null for all.</param>
/// <param name="Deed">A word of <see cref="DeedCode"/>; null for all.</param>
/// <param name="Page">From 1.</param>
public sealed record DeedFilter(string? Subject = null, string? Deed = null, int Page = 1);

/// <summary>Reads the record of deeds. Row security shows officers all of it and everybody else what they did themselves.</summary>
public sealed class DeedQueries(Database database)
{
    public const int PageSize = 50;

    /// <summary>One page, newest first, and how many deeds there are in all.</summary>
    public async Task<(IReadOnlyList<DeedRow> Rows, int Total)> PageAsync(DeedFilter filter, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var deeds = work.Db.Deeds.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(filter.Subject))
        {
            var pattern = Search.Pattern(filter.Subject);
            deeds = deeds.Where(d => EF.Functions.ILike(d.Subject, pattern, Search.Escape));
        }

        if (!string.IsNullOrEmpty(filter.Deed))
            deeds = deeds.Where(d => d.Deed == filter.Deed);

        var total = await deeds.CountAsync(cancel);
        var rows = await deeds.OrderByDescending(d => d.At).ThenByDescending(d => d.Id)
            .Skip(Search.Skip(filter.Page, PageSize, total)).Take(PageSize).ToListAsync(cancel);
        return (rows, total);
    }
}
