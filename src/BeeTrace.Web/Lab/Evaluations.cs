using BeeTrace.Core.Lab;

namespace BeeTrace.Web.Lab;

/// <summary>The order of a sample's evaluations: of two at one moment the later identity is the newer, as in the database.</summary>
internal static class Evaluations
{
    internal static IOrderedQueryable<Evaluation> NewestFirst(this IQueryable<Evaluation> evaluations) =>
        evaluations.OrderByDescending(e => e.EvaluatedAt).ThenByDescending(e => e.Id);
}
