using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>What samplers write at the spot, and what becomes of the portions that they took.</summary>
public sealed class SamplingService(Database database)
{
    /// <summary>House rule: lot, label, seal, and room for more.</summary>
    public const int MostPhotos = 12;

    /// <summary>
    /// A sampler writes the sampling record of a lot: the sample is drawn with it. Refused, all at once: what <see cref="SamplingRules"/> refuses, an
    /// unknown lot, a day before the harvest, a second sampler who is none. Recorded: the sample. The same id again is done already.
    /// </summary>
    /// <param name="unread">What was typed and could not be read: refused with everything else, so that nothing typed is dropped.</param>
    public async Task<Outcome<SampleCode>> RecordAsync(
        DrawSample draw, WriteRecord write, Actor actor, IReadOnlyList<Refusal>? unread = null, CancellationToken cancel = default)
    {
        if (actor.Role is not Role.Sampler)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());

        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        await work.OneAtATimeAsync(draw.Id.ToString(), cancel);
        if (await db.Samples.Where(s => s.Id == draw.Id).Select(s => (SampleCode?)s.Code).SingleOrDefaultAsync(cancel) is { } before)
            return before;
        var lot = await SampleService.FindLotAsync(work, draw, cancel);
        List<Refusal> refusals = [.. unread ?? [], .. SamplingRules.Check(write, draw.Basis, actor.Account, work.Now).Refusals];
        // The day and the moment are one: what is said of one is not said again of the other.
        refusals.AddRange(lot.Refusals.Where(refusal => refusals.All(known => known.Code != refusal.Code)));
        if (write.SecondSampler is { } second && (await People.OfLaboratoryAsync(db, Role.Sampler, cancel)).All(person => person.Id != second))
            refusals.Add(new(SamplingRefusal.SecondUnknown, nameof(write.SecondSampler)));
        if (refusals.Count > 0)
            return Outcome<SampleCode>.Refused(refusals);

        var sample = await SampleService.AddAsync(work, draw, lot.Value, cancel);
        var firm = await db.Firms.AsNoTracking().SingleAsync(f => f.Id == lot.Value.FirmId, cancel);
        var record = Record(sample, write, firm, work);
        db.SamplingRecords.Add(record);
        Chain.Begin(work, record);
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? sample.Code : Outcome<SampleCode>.Refused(committed.Refusals);
    }

    /// <summary>The second sampler signs a record. Refused: anybody else, a second time. Recorded.</summary>
    public async Task<Outcome> CountersignAsync(SampleCode code, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not Role.Sampler)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        await using var work = await database.OpenAsync(actor, cancel);
        await work.OneAtATimeAsync(code.ToString(), cancel);
        var record = await work.Db.SamplingRecords.SingleOrDefaultAsync(r => work.Db.Samples.Any(s => s.Id == r.SampleId && s.Code == code), cancel);
        if (record is null)
            return new Refusal(SamplingRefusal.NoRecord, null, code.ToString());
        if (SamplingRules.CheckSecondSignature(record, actor.Account) is { IsDone: false } refused)
            return refused;
        record.SecondSignedAt = work.Now;
        work.Record(DeedCode.RecordCountersigned, code.ToString());
        return await work.CommitAsync(cancel);
    }

    /// <summary>
    /// Somebody of the laboratory hands a portion on, stores it, or disposes of it. Refused: what <see cref="Custody"/> refuses, a sample that is not
    /// there. Recorded: the step. The same id again is done already.
    /// </summary>
    public async Task<Outcome> MoveAsync(SampleCode code, MovePortion move, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not (Role.Sampler or Role.Analyst or Role.Reviewer or Role.Signatory))
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        await using var work = await database.OpenAsync(actor, cancel);
        await work.OneAtATimeAsync(code.ToString(), cancel);
        if (await work.Db.CustodyEvents.AnyAsync(e => e.Id == move.Id, cancel))
            return Outcome.Done;
        var sample = await work.Db.Samples.AsNoTracking().SingleOrDefaultAsync(s => s.Code == code, cancel);
        if (sample is null)
            return new Refusal(LabRefusal.SampleUnknown, null, code.ToString());
        var last = (await Chain.LastAsync(work.Db, sample.Id, cancel)).FirstOrDefault(step => step.Portion == move.Portion);
        if (Chain.Move(work, sample, last, move) is { IsDone: false } refused)
            return refused;
        work.Record(DeedCode.PortionMoved, code.ToString(), @new: new { portion = move.Portion.ToString(), step = move.Step.ToString(), move.To, move.Place, move.SealAfter }, why: move.Reason?.Trim());
        return await work.CommitAsync(cancel);
    }

    /// <summary>
    /// A sampler keeps a picture of the sampling. Refused: what <see cref="JpegFile"/> refuses, an unknown sample, more pictures than are kept. Nothing is
    /// recorded beside it: the picture itself says who took it and when.
    /// </summary>
    public async Task<Outcome> KeepPhotoAsync(PhotoId id, SampleCode code, ReadOnlyMemory<byte> file, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not Role.Sampler)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        var picture = JpegFile.Read(file, "Photo");
        if (!picture.IsDone)
            return Outcome.Refused(picture.Refusals);

        await using var work = await database.OpenAsync(actor, cancel);
        await work.OneAtATimeAsync(code.ToString(), cancel);
        if (await work.Db.SamplePhotos.AnyAsync(p => p.Id == id, cancel))
            return Outcome.Done;
        var sample = await work.Db.Samples.AsNoTracking().SingleOrDefaultAsync(s => s.Code == code, cancel);
        if (sample is null)
            return new Refusal(LabRefusal.SampleUnknown, null, code.ToString());
        if (await work.Db.SamplePhotos.CountAsync(p => p.SampleId == sample.Id, cancel) >= MostPhotos)
            return new Refusal(SamplingRefusal.PhotosFull, null, MostPhotos);
        work.Db.SamplePhotos.Add(new SamplePhoto
        {
            Id = id, SampleId = sample.Id, Content = picture.Value.Content.ToArray(), Width = picture.Value.Width, Height = picture.Value.Height,
            TakenBy = actor.Account, RecordedAt = work.Now,
        });
        return await work.CommitAsync(cancel);
    }

    private static SamplingRecord Record(Sample sample, WriteRecord write, Firm firm, Work work) => new()
    {
        SampleId = sample.Id,
        FirmId = sample.FirmId,
        TaskSource = Filled(write.TaskSource),
        DrawnAt = write.DrawnAt!.Value,
        Stage = write.Stage!.Value,
        Place = write.Place!.Trim(),
        Latitude = write.Latitude,
        Longitude = write.Longitude,
        SampledUnit = Filled(write.SampledUnit) ?? firm.NameZh,
        UnitLicence = Filled(write.UnitLicence) ?? firm.CreditCode,
        UnitContact = Filled(write.UnitContact),
        Producer = Filled(write.Producer),
        Brand = Filled(write.Brand),
        Specification = Filled(write.Specification),
        Packaging = Filled(write.Packaging),
        LabelBatch = Filled(write.LabelBatch),
        ShelfLife = Filled(write.ShelfLife),
        Storage = Filled(write.Storage),
        DeclaredStandard = Filled(write.DeclaredStandard),
        LotSize = write.LotSize!.Value,
        LotSizeUnit = write.LotSizeUnit!.Trim(),
        SampleG = write.SampleG!.Value,
        ReTestG = write.ReTestG,
        Method = Filled(write.Method),
        Container = Filled(write.Container),
        Seal = Filled(write.Seal),
        ReTestSeal = Filled(write.ReTestSeal),
        TemperatureC = write.TemperatureC,
        Remarks = Filled(write.Remarks),
        SecondSampler = write.SecondSampler,
        PartyName = write.PartyName!.Trim(),
        PartySignature = write.PartySignature!.Value,
        RefusalNote = Filled(write.RefusalNote),
        RecordedAt = work.Now,
    };

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
