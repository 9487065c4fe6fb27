using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>A re-test that a result made necessary, as pages show it to the laboratory and to the firm.</summary>
public sealed record ReTestRow(SampleCode Repeats, SampleCode Sample, SampleStatus Status, Verdict? Verdict, string Report, string Why, DateTimeOffset OrderedAt);

/// <summary>Reads re-tests of samples whose report was invalidated; row security shows a firm its own.</summary>
public sealed class ReTestQueries(Database database)
{
    /// <summary>Those of a lot, the newest first.</summary>
    public async Task<IReadOnlyList<ReTestRow>> OfLotAsync(LotCode lot, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        return await RowsAsync(db, db.Samples.Where(s => db.Lots.Any(l => l.Id == s.LotId && l.Code == lot)), actor, cancel);
    }

    /// <summary>Those of a sample, whether it is repeated or the repetition itself, the newest first.</summary>
    public async Task<IReadOnlyList<ReTestRow>> OfSampleAsync(SampleCode code, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        return await RowsAsync(
            db, db.Samples.Where(s => s.Code == code || db.ReTests.Any(re => re.SampleId == s.Id && db.Samples.Any(first => first.Id == re.RepeatsId && first.Code == code))), actor, cancel);
    }

    /// <summary>Orders the re-test of a sample in a deed that is under way: the same lot's retained portion, received. One that is still open is enough.</summary>
    internal static async Task OrderAsync(Work work, SampleId repeated, string report, string why, CancellationToken cancel)
    {
        var db = work.Db;
        var open = db.Samples.Where(s => s.Status != SampleStatus.Approved && s.Status != SampleStatus.Rejected && s.Status != SampleStatus.Cancelled);
        if (await db.ReTests.AnyAsync(re => re.RepeatsId == repeated && open.Any(s => s.Id == re.SampleId), cancel))
            return;
        var origin = await db.Samples.AsNoTracking().SingleAsync(s => s.Id == repeated, cancel);
        var first = await db.ReTests.Where(re => re.SampleId == repeated).Select(re => (SampleId?)re.FirstId).SingleOrDefaultAsync(cancel);
        var reTest = Repeat(origin, SampleCode.Create(work.Today.Year, await Serials.NextReTestAsync(db, work.Today.Year, cancel)), work);
        db.Samples.Add(reTest);
        db.ReTests.Add(new OrderedReTest
        {
            SampleId = reTest.Id, RepeatsId = repeated, FirstId = first ?? repeated, Report = report, Why = why, OrderedBy = work.Actor.Account, OrderedAt = work.Now,
        });
        work.Record(DeedCode.ReTestOrdered, reTest.Code.ToString(), @new: new { sample = origin.Code.ToString(), report }, why: why);
    }

    private static Sample Repeat(Sample origin, SampleCode code, Work work) => new()
    {
        Id = SampleId.New(),
        Code = code,
        LotId = origin.LotId,
        FirmId = origin.FirmId,
        Product = origin.Product,
        County = origin.County,
        Basis = SamplingBasis.ReTest,
        Grade = origin.Grade,
        States = origin.States,
        DrawnOn = origin.DrawnOn,
        DrawnBy = origin.DrawnBy,
        ReceivedOn = work.Today,
        ReceivedBy = work.Actor.Account,
        BlindCode = SampleService.NewBlindCode(),
        Status = SampleStatus.Received,
    };

    /// <summary>Who tests the re-test must not learn which sample it repeats.</summary>
    private static async Task<IReadOnlyList<ReTestRow>> RowsAsync(BeeTraceDb db, IQueryable<Sample> samples, Actor actor, CancellationToken cancel)
    {
        var rows = await (
            from re in db.ReTests.AsNoTracking()
            join sample in samples on re.SampleId equals sample.Id
            join repeated in db.Samples on re.RepeatsId equals repeated.Id
            orderby re.OrderedAt descending, sample.Code descending
            select new ReTestRow(repeated.Code, sample.Code, sample.Status, sample.Verdict, re.Report, re.Why, re.OrderedAt)).ToListAsync(cancel);
        return rows.FindAll(row => !Blind.Hides(actor.Role, row.Status));
    }
}
