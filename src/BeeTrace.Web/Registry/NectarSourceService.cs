using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Registry;

/// <summary>A nectar source was registered.</summary>
/// <param name="Warning">The typed area is far from the drawn one.</param>
public sealed record RegisteredNectarSource(NectarSourceCode Code, Warning? Warning);

/// <summary>Places where nectar plants grow.</summary>
public sealed class NectarSourceService(Database database)
{
    /// <summary>
    /// The county registers a nectar source; both what was entered and its shape on WGS-84 are kept. Refused: all that
    /// <see cref="NectarSourceRules"/> refuses, an unknown plant or county. Recorded: plant, area, bloom. The same id again yields the same code.
    /// </summary>
    public async Task<Outcome<RegisteredNectarSource>> RegisterAsync(RegisterNectarSource register, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not (Role.County or Role.Admin or Role.System))
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        await work.OneAtATimeAsync(register.Id.ToString(), cancel);
        if (await db.NectarSources.Where(n => n.Id == register.Id).Select(n => (NectarSourceCode?)n.Code).SingleOrDefaultAsync(cancel) is { } before)
            return new RegisteredNectarSource(before, null);

        var county = await db.Counties.SingleOrDefaultAsync(c => c.Code == register.County, cancel);
        var check = NectarSourceRules.Check(register, county is null ? null : ApiaryService.BoxOf(county));
        var refusals = check.Refusals.ToList();
        if (county is null && !string.IsNullOrWhiteSpace(register.County))
            refusals.Add(new(OfficeRefusal.CountyUnknown, nameof(register.County), register.County));
        if (!string.IsNullOrWhiteSpace(register.Plant) && !await db.Plants.AnyAsync(p => p.LatinName == register.Plant, cancel))
            refusals.Add(new(RegistryRefusal.PlantUnknown, nameof(register.Plant), register.Plant));
        if (refusals.Count > 0)
            return Outcome<RegisteredNectarSource>.Refused(refusals);

        var sound = check.Value;
        var source = new NectarSource
        {
            Id = register.Id,
            Code = NectarSourceCode.Create(county!.Code, await Serials.NextAsync(db, $"N{county.Code}", cancel)),
            Plant = register.Plant!,
            Name = register.Name!.Trim(),
            County = county.Code,
            Geojson = sound.Shape.Geojson,
            EnteredGeojson = sound.Entered.Geojson,
            EnteredDatum = register.Datum!.Value,
            AreaMu = sound.AreaMu,
            BloomFrom = sound.Bloom.From.ToString(),
            BloomTo = sound.Bloom.To.ToString(),
            RegisteredBy = actor.Account,
            RegisteredOn = work.Today,
        };
        db.NectarSources.Add(source);
        work.Record(DeedCode.NectarSourceRegistered, source.Code.ToString(), @new: new
        {
            source.Name, source.Plant, source.AreaMu, source.BloomFrom, source.BloomTo, datum = source.EnteredDatum.ToString(),
        });
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? new RegisteredNectarSource(source.Code, sound.Warning) : Outcome<RegisteredNectarSource>.Refused(committed.Refusals);
    }

    /// <summary>The county closes a nectar source that was cleared or built over. Refused: a day to come, one that is closed. Recorded: the day.</summary>
    public async Task<Outcome> CloseAsync(NectarSourceCode code, DateOnly? day, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not (Role.County or Role.Admin))
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        await using var work = await database.OpenAsync(actor, cancel);
        await work.OneAtATimeAsync(code.ToString(), cancel);
        var source = await work.Db.NectarSources.SingleOrDefaultAsync(n => n.Code == code, cancel);
        if (source is null)
            return new Refusal(OfficeRefusal.SourceUnknown, null, code.ToString());
        if (source.ClosedOn is { } before)
            return new Refusal(OfficeRefusal.SourceClosed, null, before);
        if (day is null)
            return new Refusal(FieldRefusal.DayMissing, "Day");
        if (day > work.Today)
            return new Refusal(FieldRefusal.DayInFuture, "Day", work.Today);
        if (day < source.RegisteredOn)
            return new Refusal(OfficeRefusal.DayBefore, "Day", source.RegisteredOn);
        source.ClosedOn = day;
        work.Record(DeedCode.NectarSourceClosed, code.ToString(), @new: new { day });
        return await work.CommitAsync(cancel);
    }
}
