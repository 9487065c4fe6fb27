using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>A method comes into use. The id is made by the page, so that a second click finds the first.</summary>
public sealed record RegisterMethod(
    MethodId Id, string Product, string Analyte, string? Code, decimal? Lod, decimal? Loq, decimal? UncertaintyPercent, string? Principle,
    bool AccreditedCma, bool AccreditedCnas, string? Source, DateOnly ValidFrom, int? HoldingHours = null);

/// <summary>Keeps the laboratory's methods. Figures never change under a method in use: it ends, and the next one begins.</summary>
public sealed class MethodService(Database database)
{
    /// <summary>
    /// A reviewer or signatory brings a method into use. Refused: figures that are none, no source, the same code in use
    /// already. Recorded: all of it.
    /// </summary>
    public async Task<Outcome<MethodId>> RegisterAsync(RegisterMethod register, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not (Role.Reviewer or Role.Signatory))
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());

        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        await work.OneAtATimeAsync(register.Id.ToString(), cancel);
        if (await db.Methods.AnyAsync(m => m.Id == register.Id, cancel))
            return register.Id;
        var analyte = await db.Analytes.AsNoTracking().SingleOrDefaultAsync(a => a.Code == register.Analyte, cancel);
        if (analyte is null)
            return new Refusal(LabRefusal.AnalyteUnknown, nameof(register.Analyte), register.Analyte);
        if (!await db.Products.AnyAsync(p => p.Code == register.Product, cancel))
            return new Refusal(LabRefusal.ProductUnknown, nameof(register.Product), register.Product);
        var sound = MethodRules.Check(register.Code, register.Source, register.Lod, register.Loq, register.UncertaintyPercent, analyte.Nature, register.HoldingHours);
        if (!sound.IsDone)
            return Outcome<MethodId>.Refused(sound.Refusals);

        var method = new Method
        {
            Id = register.Id,
            Product = register.Product,
            Analyte = analyte.Code,
            Code = register.Code!.Trim(),
            Lod = register.Lod,
            Loq = register.Loq,
            UncertaintyPercent = register.UncertaintyPercent,
            HoldingHours = register.HoldingHours,
            Principle = string.IsNullOrWhiteSpace(register.Principle) ? null : register.Principle.Trim(),
            AccreditedCma = register.AccreditedCma,
            AccreditedCnas = register.AccreditedCnas,
            Source = register.Source!.Trim(),
            ValidFrom = register.ValidFrom,
            EnteredBy = actor.Account,
            EnteredAt = work.Now,
        };
        db.Methods.Add(method);
        work.Record(DeedCode.MethodRegistered, method.Code, @new: new { method.Product, method.Analyte, method.Lod, method.Loq, method.UncertaintyPercent, method.AccreditedCma, method.AccreditedCnas, method.HoldingHours, method.ValidFrom });
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? method.Id : Outcome<MethodId>.Refused([.. committed.Refusals.Select(r => r.Code == LabRefusal.MethodUsedAlready ? r with { Arguments = [method.Code] } : r)]);
    }

    /// <summary>A reviewer or signatory ends a method; today is its last day. Readings keep what they were entered with. Recorded.</summary>
    public async Task<Outcome> EndAsync(MethodId id, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not (Role.Reviewer or Role.Signatory))
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());

        await using var work = await database.OpenAsync(actor, cancel);
        var method = await work.Db.Methods.SingleOrDefaultAsync(m => m.Id == id && m.ValidTo == null, cancel);
        if (method is null)
            return new Refusal(LabRefusal.MethodUnknown);
        method.ValidTo = work.Today < method.ValidFrom ? method.ValidFrom : work.Today;
        work.Record(DeedCode.MethodEnded, method.Code, new { method.Product, method.Analyte, method.Lod, method.Loq }, new { method.ValidTo });
        return await work.CommitAsync(cancel);
    }
}
