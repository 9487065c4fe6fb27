using System.Globalization;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Core.Trade;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Trade;

/// <summary>Takes a firm's yearly return from its draft over the firm's signature to the county's; a late correction goes the same way.</summary>
public sealed class ReturnService(Database database)
{
    /// <summary>What tells one state of a return's row from the next.</summary>
    internal const string RowVersion = "xmin";

    /// <summary>
    /// A firm keeps what it has written of its return; the first time begins it. Refused: another firm's, a year that is none, what
    /// <see cref="ReturnRules.Check"/> refuses, a return that was filed, a page that is not current. Recorded: nothing, for nothing is said yet.
    /// </summary>
    /// <param name="seen">The row version that the page shows; null where it showed no return.</param>
    /// <returns>The row version now.</returns>
    public async Task<Outcome<uint>> SaveDraftAsync(string creditCode, int year, WriteReturn draft, uint? seen, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var kept = await KeepAsync(work, creditCode, year, draft, seen, filing: false, cancel);
        if (!kept.IsDone)
            return Outcome<uint>.Refused(kept.Refusals);
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? VersionOf(work, kept.Value) : Outcome<uint>.Refused(committed.Refusals);
    }

    /// <summary>
    /// A firm signs its return, in the name of whoever files it; what is on the page is kept and filed as one. Refused: what a draft is refused
    /// for, a year that has not ended, missing figures, and questions that were not confirmed. Recorded: year, version, the main figures.
    /// </summary>
    /// <param name="seen">The row version that the page shows; null where it showed no return.</param>
    /// <param name="confirmed">The questions that the person has answered with yes.</param>
    public async Task<Outcome> FileAsync(
        string creditCode, int year, WriteReturn draft, uint? seen, IReadOnlyCollection<ReturnQuestion> confirmed, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var kept = await KeepAsync(work, creditCode, year, draft, seen, filing: true, cancel);
        if (!kept.IsDone)
            return Outcome.Refused(kept.Refusals);
        var filed = kept.Value;
        var open = ReturnRules.Questions(draft, await ReturnQueries.EarlierAsync(work.Db, filed.FirmId, year, cancel)).Except(confirmed).ToList();
        if (open.Count > 0)
            return Outcome.Refused(open.ConvertAll(q => q.ToRefusal()));

        (filed.State, filed.FiledBy, filed.FiledAt) = (ReturnState.Filed, actor.Account, work.Now);
        work.Record(DeedCode.ReturnFiled, Subject(creditCode, year), @new: Figures(filed));
        return await work.CommitAsync(cancel);
    }

    /// <summary>A county officer sends a filed return back. Refused: without a reason, a return that is not filed, a page that is not current. Recorded: the reason.</summary>
    public Task<Outcome> SendBackAsync(string creditCode, int year, uint seen, string? reason, Actor actor, CancellationToken cancel = default) =>
        DecideAsync(creditCode, year, seen, actor, (work, filed) =>
        {
            if (string.IsNullOrWhiteSpace(reason))
                return Task.FromResult<Outcome>(new Refusal(TradeRefusal.ReasonMissing, nameof(reason)));
            if (IsTooLong(reason))
                return Task.FromResult<Outcome>(new Refusal(TradeRefusal.TextTooLong, nameof(reason), YearlyReturn.LongestNote));
            (filed.State, filed.Decision) = (ReturnState.SentBack, reason.Trim());
            work.Record(DeedCode.ReturnSentBack, Subject(creditCode, year), @new: new { version = filed.Version }, why: filed.Decision);
            return Task.FromResult(Outcome.Done);
        }, cancel);

    /// <summary>
    /// A county officer accepts a filed return: its sales and output become the register's, and the version before is superseded. Refused: to
    /// whoever filed it, a return that is not filed, a page that is not current. Recorded: the figures before and now, the note.
    /// </summary>
    /// <param name="note">What the officer wants kept beside it, such as how a difference was explained; null for nothing.</param>
    public Task<Outcome> AcceptAsync(string creditCode, int year, uint seen, string? note, Actor actor, CancellationToken cancel = default) =>
        DecideAsync(creditCode, year, seen, actor, async (work, filed) =>
        {
            if (filed.FiledBy == actor.Account)
                return new Refusal(TradeRefusal.SamePersonSigns);
            if (note is not null && IsTooLong(note))
                return new Refusal(TradeRefusal.TextTooLong, nameof(note), YearlyReturn.LongestNote);
            var before = await work.Db.YearlyReturns.SingleOrDefaultAsync(
                r => r.FirmId == filed.FirmId && r.Year == year && r.State == ReturnState.Accepted && r.SupersededBy == null, cancel);
            if (before is not null)
            {
                // Of two accepted versions one counts, at every moment.
                before.SupersededBy = filed.Id;
                await work.Db.SaveChangesAsync(cancel);
            }

            (filed.State, filed.Decision) = (ReturnState.Accepted, string.IsNullOrWhiteSpace(note) ? null : note.Trim());
            await PutFirmYearAsync(work.Db, filed, cancel);
            work.Record(DeedCode.ReturnAccepted, Subject(creditCode, year), before is null ? null : Figures(before), Figures(filed), filed.Decision);
            return Outcome.Done;
        }, cancel);

    /// <summary>
    /// A firm begins a correction of its accepted return: a new version with the same content, to be filed like the first. Refused: another
    /// firm's, a year without an accepted return, one that is being worked on. Recorded: nothing until it is filed.
    /// </summary>
    public async Task<Outcome> CorrectAsync(string creditCode, int year, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        if (await OwnFirmAsync(work, creditCode, cancel) is not { } firm)
            return new Refusal(ReturnRefusal.ReturnUnknown);
        await work.OneAtATimeAsync(Lock(firm, year), cancel);
        if (await AtWorkAsync(work.Db, firm, year, cancel) is not null)
            return new Refusal(TradeRefusal.ReturnAtWork);
        var accepted = await work.Db.YearlyReturns.AsNoTracking().Include(r => r.Products).Include(r => r.Partners)
            .SingleOrDefaultAsync(r => r.FirmId == firm && r.Year == year && r.State == ReturnState.Accepted && r.SupersededBy == null, cancel);
        if (accepted is null)
            return new Refusal(ReturnRefusal.ReturnUnknown);
        var id = YearlyReturnId.New();
        work.Db.YearlyReturns.Add(new YearlyReturn
        {
            Id = id, FirmId = firm, Year = year, Version = accepted.Version + 1, State = ReturnState.Draft, SalesCny = accepted.SalesCny, OutputCny = accepted.OutputCny,
            ExportUsd = accepted.ExportUsd, Employees = accepted.Employees, Note = accepted.Note,
            Products = accepted.Products.ConvertAll(p => new ReturnProduct { ReturnId = id, Product = p.Product, OutputKg = p.OutputKg, ExportKg = p.ExportKg }),
            Partners = accepted.Partners.ConvertAll(p => new ReturnPartner { ReturnId = id, Place = p.Place, Name = p.Name, Kind = p.Kind, Interns = p.Interns, JointProducts = p.JointProducts }),
        });
        return await work.CommitAsync(cancel);
    }

    /// <summary>The register's figures of a year follow the return that counts.</summary>
    internal static async Task PutFirmYearAsync(BeeTraceDb db, YearlyReturn accepted, CancellationToken cancel)
    {
        var figures = await db.FirmYears.SingleOrDefaultAsync(y => y.FirmId == accepted.FirmId && y.Year == accepted.Year, cancel);
        if (figures is null)
            db.FirmYears.Add(new FirmYear { FirmId = accepted.FirmId, Year = accepted.Year, SalesCny = accepted.SalesCny!.Value, OutputCny = accepted.OutputCny!.Value });
        else
            (figures.SalesCny, figures.OutputCny) = (accepted.SalesCny!.Value, accepted.OutputCny!.Value);
    }

    /// <summary>Checks what is on the page and writes it into the return at work, which is begun where there is none.</summary>
    private static async Task<Outcome<YearlyReturn>> KeepAsync(Work work, string creditCode, int year, WriteReturn draft, uint? seen, bool filing, CancellationToken cancel)
    {
        var db = work.Db;
        if (await OwnFirmAsync(work, creditCode, cancel) is not { } firm)
            return new Refusal(ReturnRefusal.ReturnUnknown);
        if (ReturnRules.CheckYear(year, work.Today) is { } noYear)
            return noYear;
        var products = (await db.Products.Select(p => p.Code).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        var refusals = filing ? ReturnRules.CheckFiling(draft, year, products, work.Today) : ReturnRules.Check(draft, products);
        if (refusals.Count > 0)
            return Outcome<YearlyReturn>.Refused(refusals);

        await work.OneAtATimeAsync(Lock(firm, year), cancel);
        var written = await AtWorkAsync(db, firm, year, cancel);
        if (written is null)
        {
            if (seen is not null || await db.YearlyReturns.AnyAsync(r => r.FirmId == firm && r.Year == year, cancel))
                return new Refusal(AccessRefusal.ChangedMeanwhile);
            written = new YearlyReturn { Id = YearlyReturnId.New(), FirmId = firm, Year = year, Version = 1, State = ReturnState.Draft };
            db.YearlyReturns.Add(written);
        }
        else if (seen != VersionOf(work, written))
        {
            return new Refusal(AccessRefusal.ChangedMeanwhile);
        }
        else if (written.State == ReturnState.Filed)
        {
            return new Refusal(ReturnRefusal.StateNotAllowed, null, written.State.Name());
        }

        await WriteAsync(db, written, draft, cancel);
        return written;
    }

    private static async Task WriteAsync(BeeTraceDb db, YearlyReturn written, WriteReturn draft, CancellationToken cancel)
    {
        (written.SalesCny, written.OutputCny, written.ExportUsd, written.Employees) = (draft.SalesCny, draft.OutputCny, draft.ExportUsd, draft.Employees);
        written.Note = string.IsNullOrWhiteSpace(draft.Note) ? null : draft.Note.Trim();
        if (db.Entry(written).State != EntityState.Added)
        {
            // The row is written even where only its lines changed: its version tells the second writer.
            db.Entry(written).Property(r => r.State).IsModified = true;
            await db.Set<ReturnProduct>().Where(p => p.ReturnId == written.Id).ExecuteDeleteAsync(cancel);
            await db.Set<ReturnPartner>().Where(p => p.ReturnId == written.Id).ExecuteDeleteAsync(cancel);
        }

        db.AddRange(draft.Products.Select(p => new ReturnProduct { ReturnId = written.Id, Product = p.Product!, OutputKg = p.OutputKg!.Value, ExportKg = p.ExportKg }));
        db.AddRange(draft.Partners.Select((p, place) => new ReturnPartner
        {
            ReturnId = written.Id, Place = place + 1, Name = p.Name!.Trim(), Kind = p.Kind!.Value, Interns = p.Interns ?? 0, JointProducts = p.JointProducts ?? 0,
        }));
        // Lines are written before the signature: those of a signed return are closed.
        await db.SaveChangesAsync(cancel);
    }

    private async Task<Outcome> DecideAsync(
        string creditCode, int year, uint seen, Actor actor, Func<Work, YearlyReturn, Task<Outcome>> decide, CancellationToken cancel)
    {
        if (actor.Role is not Role.County)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        await using var work = await database.OpenAsync(actor, cancel);
        if (await work.Db.Firms.Where(f => f.CreditCode == creditCode).Select(f => (FirmId?)f.Id).SingleOrDefaultAsync(cancel) is not { } firm)
            return new Refusal(ReturnRefusal.ReturnUnknown);
        await work.OneAtATimeAsync(Lock(firm, year), cancel);
        var filed = await AtWorkAsync(work.Db, firm, year, cancel);
        if (filed is null)
            return new Refusal(await work.Db.YearlyReturns.AnyAsync(r => r.FirmId == firm && r.Year == year, cancel) ? AccessRefusal.ChangedMeanwhile : ReturnRefusal.ReturnUnknown);
        if (seen != VersionOf(work, filed))
            return new Refusal(AccessRefusal.ChangedMeanwhile);
        if (filed.State != ReturnState.Filed)
            return new Refusal(ReturnRefusal.StateNotAllowed, null, filed.State.Name());
        var decided = await decide(work, filed);
        if (!decided.IsDone)
            return decided;
        (filed.DecidedBy, filed.DecidedAt) = (actor.Account, work.Now);
        return await work.CommitAsync(cancel);
    }

    private static Task<YearlyReturn?> AtWorkAsync(BeeTraceDb db, FirmId firm, int year, CancellationToken cancel) =>
        db.YearlyReturns.SingleOrDefaultAsync(r => r.FirmId == firm && r.Year == year && r.State != ReturnState.Accepted, cancel);

    private static async Task<FirmId?> OwnFirmAsync(Work work, string creditCode, CancellationToken cancel) => work.Actor.Role is not Role.Exporter
        ? null
        : await work.Db.Firms.Where(f => f.CreditCode == creditCode && f.Id == work.Actor.Firm && f.Kind != FirmKind.Laboratory).Select(f => (FirmId?)f.Id).SingleOrDefaultAsync(cancel);

    private static uint VersionOf(Work work, YearlyReturn row) => work.Db.Entry(row).Property<uint>(RowVersion).CurrentValue;

    private static string Lock(FirmId firm, int year) => string.Create(CultureInfo.InvariantCulture, $"return {firm} {year}");

    private static string Subject(string creditCode, int year) => string.Create(CultureInfo.InvariantCulture, $"{creditCode} {year}");

    private static object Figures(YearlyReturn r) => new { version = r.Version, sales = r.SalesCny, output = r.OutputCny, exportUsd = r.ExportUsd, employees = r.Employees };

    private static bool IsTooLong(string text) => text.Trim().EnumerateRunes().Count() > YearlyReturn.LongestNote;
}
