using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Map;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Map;

/// <summary>An apiary near the place that was asked about, and whom to warn.</summary>
/// <param name="Code">The code on the hive stand.</param>
/// <param name="Counts">The county has confirmed it; whoever still waits is warned all the same.</param>
/// <param name="DistanceM">How far from the area, rounded to 10 m; 0 inside.</param>
public sealed record NearApiary(
    string Code, string Name, bool Counts, Bilingual Beekeeper, string? Phone, BeeSpecies Species, int Colonies, DateOnly Since, int DistanceM);

/// <summary>What is known of the surroundings of an area.</summary>
public sealed record PlaceAnswer(Polygon Area, IReadOnlyList<NearApiary> Near);

/// <summary>Questions by place: who stands near this field.</summary>
public sealed class QuestionQueries(Database database)
{
    /// <summary>
    /// The active apiaries within reach, the nearest first. The answer tells where bees stand, so it leaves the deed of an exact view.
    /// Refused: anybody but a county officer, and all that <see cref="PlaceQuestion"/> refuses.
    /// </summary>
    public async Task<Outcome<PlaceAnswer>> AskAsync(PlaceQuestion question, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role != Role.County)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        var area = question.Check();
        if (!area.IsDone)
            return Outcome<PlaceAnswer>.Refused(area.Refusals);

        await using var work = await database.OpenAsync(actor, cancel);
        var rows = await work.Db.Database.SqlQuery<Near>($"select * from map.within({area.Value.Geojson}, {question.RadiusM!.Value})").ToListAsync(cancel);
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone
            ? new PlaceAnswer(area.Value, rows.ConvertAll(r => new NearApiary(
                r.Code, r.ApiaryName, r.Counts, new Bilingual(r.NameZh, r.NameEn), r.Phone, Enum.Parse<BeeSpecies>(r.Species), r.Colonies, r.Since, r.DistanceM)))
            : Outcome<PlaceAnswer>.Refused(committed.Refusals);
    }

    private sealed record Near(
        string Code, string ApiaryName, bool Counts, string NameZh, string NameEn, string? Phone, string Species, int Colonies, DateOnly Since, int DistanceM);
}
