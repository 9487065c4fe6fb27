using BeeTrace.Core.Access;
using BeeTrace.Web.Data;
using Npgsql;

namespace BeeTrace.Web.Commands;

/// <summary>For load balancers and scripts: is the process there, and does it reach its data.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live")).ExcludeFromDescription();
        app.MapGet("/health/ready", async (Database database, CancellationToken cancel) =>
        {
            try
            {
                await using var work = await database.OpenAsync(Actor.Public, cancel);
                return Results.Text("ready");
            }
            catch (NpgsqlException)
            {
                return Results.Text("The database does not answer.", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        }).ExcludeFromDescription();
    }
}
