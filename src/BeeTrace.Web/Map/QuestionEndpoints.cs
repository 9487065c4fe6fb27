using System.Globalization;
using System.Security.Claims;
using BeeTrace.Core.Access;
using BeeTrace.Core.Map;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Access;
using BeeTrace.Web.Registry;
using BeeTrace.Web.Shell;
using CsvHelper;

namespace BeeTrace.Web.Map;

/// <summary>A question by place as an address, and its answer as a file.</summary>
internal static class QuestionEndpoints
{
    public static void MapQuestions(this WebApplication app) =>
        app.MapGet("/map/question.csv", async (string? area, string? datum, string? m, ClaimsPrincipal user, QuestionQueries queries, CancellationToken cancel) =>
        {
            var outcome = await queries.AskAsync(Read(area, datum, m), user.ToActor(), cancel);
            return outcome.IsDone
                ? Results.File(Table(outcome.Value.Near), "text/csv; charset=utf-8", "who-stands-near.csv")
                : Results.Problem(RefusalText.Of(outcome.Refusals[0]).ToString(), statusCode: StatusCodes.Status400BadRequest);
        })
        .RequireAuthorization(policy => policy.RequireRole(Role.County.Code()))
        .ExcludeFromDescription();

    /// <summary>The question that an address asks; what it leaves open is refused by the question itself.</summary>
    public static PlaceQuestion Read(string? area, string? datum, string? metres) => new(
        area,
        Enum.TryParse<Datum>(datum, ignoreCase: false, out var system) && Enum.IsDefined(system) ? system : null,
        int.TryParse(metres, NumberStyles.None, CultureInfo.InvariantCulture, out var m) ? m : null);

    /// <summary>The address of a question, so that it can be kept and reloaded.</summary>
    public static string Query(PlaceQuestion question) =>
        $"area={Uri.EscapeDataString(question.Area ?? "")}&datum={question.Datum}&m={question.RadiusM?.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Who stands near, as CSV with the mark by which Excel knows UTF-8.</summary>
    private static byte[] Table(IEnumerable<NearApiary> near)
    {
        using var content = new MemoryStream();
        using (var csv = CsvWriter.Create(content, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true))
        {
            Line(csv, NoticeText.DistanceHead, NoticeText.Code, NoticeText.Apiary, NoticeText.Beekeeper, NoticeText.Phone, NoticeText.Species, NoticeText.Colonies, RegistryText.Since);
            foreach (var n in near)
            {
                Line(csv, n.DistanceM.ToString(CultureInfo.InvariantCulture), n.Code, n.Name, n.Beekeeper, n.Phone ?? "", RegistryText.Short(n.Species),
                    n.Colonies.ToString(CultureInfo.InvariantCulture), n.Since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            }
        }

        return content.ToArray();
    }

    private static void Line(CsvWriter csv, params object[] cells) => csv.WriteRecord(Array.ConvertAll(cells, cell => SpreadsheetText.Harmless(cell.ToString()!)));
}
