using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Registry;

/// <summary>Pictures of apiaries.</summary>
public sealed class PhotoService(Database database)
{
    /// <summary>House rule: enough to know a place by, not an album.</summary>
    public const int MostPhotos = 12;

    /// <summary>
    /// A beekeeper keeps a picture of an apiary. Refused: what <see cref="JpegFile"/> refuses, an apiary that is not the
    /// beekeeper's, more pictures than are kept. Nothing is recorded beside it: the picture itself says when it came.
    /// </summary>
    public async Task<Outcome> KeepAsync(PhotoId id, ApiaryCode code, ReadOnlyMemory<byte> file, Actor actor, CancellationToken cancel = default)
    {
        if (actor is not { Role: Role.Beekeeper, Beekeeper: { } beekeeper })
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        var picture = JpegFile.Read(file, "Photo");
        if (!picture.IsDone)
            return Outcome.Refused(picture.Refusals);

        await using var work = await database.OpenAsync(actor, cancel);
        await work.OneAtATimeAsync(code.ToString(), cancel);
        if (await work.Db.Photos.AnyAsync(p => p.Id == id, cancel))
            return Outcome.Done;
        var apiary = await work.Db.Apiaries.AsNoTracking().SingleOrDefaultAsync(a => a.Code == code && a.BeekeeperId == beekeeper, cancel);
        if (apiary is null)
            return new Refusal(RegistryRefusal.ApiaryUnknown, null, code.ToString());
        if (await work.Db.Photos.CountAsync(p => p.ApiaryId == apiary.Id, cancel) >= MostPhotos)
            return new Refusal(FieldRefusal.PhotosFull, null, MostPhotos);
        work.Db.Photos.Add(new Photo
        {
            Id = id,
            ApiaryId = apiary.Id,
            BeekeeperId = beekeeper,
            ContentType = "image/jpeg",
            Content = picture.Value.Content.ToArray(),
            Width = picture.Value.Width,
            Height = picture.Value.Height,
            RecordedAt = work.Now,
        });
        return await work.CommitAsync(cancel);
    }
}
