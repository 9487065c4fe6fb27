using BeeTrace.Core.Lab;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>What was measured before in a product, as the database keeps it with every approval.</summary>
internal static class UsualRanges
{
    public static async Task<Dictionary<string, UsualRange>> OfAsync(BeeTraceDb db, string product, IReadOnlyList<string> analytes, CancellationToken cancel)
    {
        var ranges = await db.Database.SqlQuery<Kept>(
            $"select analyte, count, least, most from lab.usual_ranges where product = {product} and analyte = any ({analytes.ToArray()})").ToListAsync(cancel);
        return ranges.ToDictionary(r => r.Analyte, r => new UsualRange((int)Math.Min(r.Count, int.MaxValue), r.Least, r.Most), StringComparer.Ordinal);
    }

    private sealed record Kept(string Analyte, long Count, decimal Least, decimal Most);
}
