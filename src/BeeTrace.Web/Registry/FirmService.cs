using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Commands;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Registry;

/// <summary>Firms and what belongs to them: filed bases with their beekeepers, honours, standards.</summary>
public sealed class FirmService(Database database, Settings settings)
{
    /// <summary>The county registers a firm. Refused: what <see cref="FirmRules"/> refuses, a credit code that is taken. Recorded: the firm.</summary>
    public async Task<Outcome<UnifiedSocialCreditCode>> RegisterAsync(FirmId id, RegisterFirm register, Actor actor, CancellationToken cancel = default)
    {
        if (!KeepsRegister(actor))
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        await using var work = await database.OpenAsync(actor, cancel);
        var refusals = FirmRules.Check(register).Refusals.ToList();
        await RequireCountyAsync(work.Db, register.County, refusals, cancel);
        if (refusals.Count > 0)
            return Outcome<UnifiedSocialCreditCode>.Refused(refusals);
        var code = UnifiedSocialCreditCode.Parse(register.CreditCode).Value;
        await work.OneAtATimeAsync("firm " + code, cancel);
        if (await work.Db.Firms.Where(f => f.CreditCode == code.ToString()).Select(f => (FirmId?)f.Id).SingleOrDefaultAsync(cancel) is { } known)
            return known == id ? code : new Refusal(OfficeRefusal.FirmTaken, nameof(register.CreditCode), code.ToString());

        var firm = new Firm
        {
            Id = id, CreditCode = code.ToString(), NameZh = register.NameZh!.Trim(), NameEn = Filled(register.NameEn) ?? register.NameZh.Trim(),
            Kind = register.Kind!.Value, County = register.County!, Address = Filled(register.Address),
        };
        work.Db.Firms.Add(firm);
        work.Record(DeedCode.FirmRegistered, firm.CreditCode, @new: new { name = firm.NameZh, nameEn = firm.NameEn, firmKind = firm.Kind.ToString(), firm.County, firm.Address });
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? code : Outcome<UnifiedSocialCreditCode>.Refused(committed.Refusals);
    }

    /// <summary>The county changes a firm's names or address; kind and county stay. Refused: what <see cref="FirmRules"/> refuses. Recorded: what changed.</summary>
    public async Task<Outcome> ChangeAsync(string creditCode, string? nameZh, string? nameEn, string? address, Actor actor, CancellationToken cancel = default)
    {
        if (!KeepsRegister(actor))
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        await using var work = await database.OpenAsync(actor, cancel);
        await work.OneAtATimeAsync("firm " + creditCode, cancel);
        var firm = await work.Db.Firms.SingleOrDefaultAsync(f => f.CreditCode == creditCode, cancel);
        if (firm is null)
            return new Refusal(OfficeRefusal.FirmUnknown, null, creditCode);
        var check = FirmRules.Check(new RegisterFirm(creditCode, nameZh, nameEn, firm.Kind, firm.County, address));
        if (!check.IsDone)
            return check;
        var before = new { name = firm.NameZh, nameEn = firm.NameEn, firm.Address };
        (firm.NameZh, firm.NameEn, firm.Address) = (nameZh!.Trim(), Filled(nameEn) ?? nameZh.Trim(), Filled(address));
        work.Record(DeedCode.FirmChanged, creditCode, before, new { name = firm.NameZh, nameEn = firm.NameEn, firm.Address });
        return await work.CommitAsync(cancel);
    }

    /// <summary>
    /// A base for export is filed, by the county or by the firm itself. Refused: what <see cref="FirmRules"/> refuses, a filing number that is
    /// taken. Recorded: number, firm and day.
    /// </summary>
    public async Task<Outcome> FileBaseAsync(string creditCode, RecordFiling file, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        if (await FirmAsync(work, creditCode, actor, cancel) is not { } firm)
            return NotTheirs(creditCode, actor);
        await work.OneAtATimeAsync(file.Id.ToString(), cancel);
        if (await work.Db.BaseFilings.AnyAsync(b => b.Id == file.Id, cancel))
            return Outcome.Done;
        var refusals = FirmRules.Check(file, work.Today).Refusals.ToList();
        await RequireCountyAsync(work.Db, file.County, refusals, cancel);
        if (refusals.Count > 0)
            return Outcome.Refused(refusals);
        var filing = new BaseFiling
        {
            Id = file.Id, FirmId = firm.Id, FilingNumber = file.FilingNumber!.Trim(), Name = file.Name!.Trim(), County = file.County!, From = file.From!.Value,
        };
        work.Db.BaseFilings.Add(filing);
        work.Record(DeedCode.BaseFiled, filing.FilingNumber, @new: new { firm = firm.CreditCode, name = filing.Name, from = filing.From });
        return await work.CommitAsync(cancel);
    }

    /// <summary>
    /// A beekeeper joins a filed base: only the county adds one, as the firm sees the exact places of members from then on. Refused: an unknown
    /// licence, a day outside the filing, somebody who belongs to another base then. Fewer colonies than asked for are a warning. Recorded: base and day.
    /// </summary>
    public async Task<Outcome<Warning?>> JoinAsync(string filingNumber, string? licence, DateOnly? from, Actor actor, CancellationToken cancel = default)
    {
        if (!KeepsRegister(actor))
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        await work.OneAtATimeAsync("base " + filingNumber, cancel);
        // Nobody is merged into another entry meanwhile.
        await work.OneAtATimeAsync("steward", cancel);
        var filing = await db.BaseFilings.SingleOrDefaultAsync(b => b.FilingNumber == filingNumber, cancel);
        if (filing is null)
            return new Refusal(OfficeRefusal.BaseUnknown, null, filingNumber);
        var number = licence?.Trim() ?? "";
        var beekeeper = await db.Beekeepers.SingleOrDefaultAsync(
            b => b.LicenceNumber == number && (b.State == RegistrationState.Confirmed || b.State == RegistrationState.Waiting), cancel);
        var refusals = FirmRules.CheckMember(filing, from, work.Today).Refusals.ToList();
        if (beekeeper is null)
            refusals.Add(new(OfficeRefusal.BeekeeperUnknown, "Beekeeper", number));
        if (refusals.Count > 0)
            return Outcome<Warning?>.Refused(refusals);

        db.BaseMembers.Add(new BaseMember { Id = BaseMemberId.New(), BaseId = filing.Id, FirmId = filing.FirmId, BeekeeperId = beekeeper!.Id, From = from!.Value });
        work.Record(DeedCode.BaseMemberJoined, number, @new: new { @base = filingNumber, from });
        var colonies = await ColoniesAsync(db, beekeeper.Id, cancel);
        var committed = await work.CommitAsync(cancel);
        if (!committed.IsDone)
            return Outcome<Warning?>.Refused(committed.Refusals);
        return colonies < settings.FewestColoniesOfMember ? new Warning(OfficeWarning.FewColonies, colonies, settings.FewestColoniesOfMember) : (Warning?)null;
    }

    /// <summary>A beekeeper leaves a base, by the county or by the firm. Refused: who is no member, a day to come. Recorded: base and day.</summary>
    public async Task<Outcome> LeaveAsync(string filingNumber, string licence, DateOnly? until, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        if (!KeepsRegister(actor) && actor.Role != Role.Exporter)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        await work.OneAtATimeAsync("base " + filingNumber, cancel);
        // Row security leaves a firm its own bases and their members.
        var member = await (
            from b in work.Db.BaseFilings
            where b.FilingNumber == filingNumber
            join m in work.Db.BaseMembers on b.Id equals m.BaseId
            join k in work.Db.Beekeepers on m.BeekeeperId equals k.Id
            where k.LicenceNumber == licence && m.Until == null
            select m).SingleOrDefaultAsync(cancel);
        if (member is null)
            return new Refusal(OfficeRefusal.NoMember);
        var check = FirmRules.CheckEnd(member.From, until, work.Today);
        if (!check.IsDone)
            return check;
        member.Until = until;
        work.Record(DeedCode.BaseMemberLeft, licence, @new: new { @base = filingNumber, until });
        return await work.CommitAsync(cancel);
    }

    /// <summary>
    /// The filing of a base ends, by the county or by its firm, and with it every membership that is open. Refused: an unknown base, one that has
    /// ended, a day to come, before it began, or before a member joined or left. Recorded: day, how many memberships ended with it.
    /// </summary>
    public async Task<Outcome> EndBaseAsync(string filingNumber, DateOnly? until, Actor actor, CancellationToken cancel = default)
    {
        if (!KeepsRegister(actor) && actor.Role != Role.Exporter)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        await using var work = await database.OpenAsync(actor, cancel);
        // Nobody joins or leaves meanwhile.
        await work.OneAtATimeAsync("base " + filingNumber, cancel);
        // Row security leaves a firm its own bases and their members.
        var filing = await work.Db.BaseFilings.SingleOrDefaultAsync(b => b.FilingNumber == filingNumber && (KeepsRegister(actor) || b.FirmId == actor.Firm), cancel);
        if (filing is null)
            return new Refusal(OfficeRefusal.BaseUnknown, null, filingNumber);
        var members = await work.Db.BaseMembers.Where(m => m.BaseId == filing.Id).ToListAsync(cancel);
        var check = FirmRules.CheckBaseEnd(filing, members, until, work.Today);
        if (!check.IsDone)
            return check;
        var open = members.FindAll(m => m.Until is null);
        filing.Until = until;
        open.ForEach(m => m.Until = until);
        work.Record(DeedCode.BaseEnded, filingNumber, @new: new { until, memberships = open.Count });
        return await work.CommitAsync(cancel);
    }

    /// <summary>The county records a brand or honour. Refused: what <see cref="FirmRules"/> refuses. Recorded: title, level, year, evidence.</summary>
    public async Task<Outcome> RecordHonourAsync(string creditCode, RecordHonour record, Actor actor, CancellationToken cancel = default)
    {
        if (!KeepsRegister(actor))
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        await using var work = await database.OpenAsync(actor, cancel);
        if (await FirmAsync(work, creditCode, actor, cancel) is not { } firm)
            return new Refusal(OfficeRefusal.FirmUnknown, null, creditCode);
        await work.OneAtATimeAsync(record.Id.ToString(), cancel);
        if (await work.Db.Honours.AnyAsync(h => h.Id == record.Id, cancel))
            return Outcome.Done;
        var check = FirmRules.Check(record, work.Today);
        if (!check.IsDone)
            return check;
        var honour = new Honour
        {
            Id = record.Id, FirmId = firm.Id, Kind = record.Kind!.Value, Level = record.Level!.Value, TitleZh = record.TitleZh!.Trim(),
            TitleEn = Filled(record.TitleEn) ?? record.TitleZh.Trim(), Year = record.Year!.Value, Evidence = record.Evidence!.Trim(),
        };
        work.Db.Honours.Add(honour);
        work.Record(DeedCode.HonourRecorded, creditCode, @new: new { title = honour.TitleZh, level = honour.Level.ToString(), honour.Year, honour.Evidence });
        return await work.CommitAsync(cancel);
    }

    /// <summary>
    /// The county records a standard that a firm helped to write. Refused: what <see cref="FirmRules"/> refuses, the same standard twice.
    /// Recorded: number, role, year.
    /// </summary>
    public async Task<Outcome> RecordStandardAsync(string creditCode, RecordStandard record, Actor actor, CancellationToken cancel = default)
    {
        if (!KeepsRegister(actor))
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        await using var work = await database.OpenAsync(actor, cancel);
        if (await FirmAsync(work, creditCode, actor, cancel) is not { } firm)
            return new Refusal(OfficeRefusal.FirmUnknown, null, creditCode);
        var check = FirmRules.Check(record, work.Today);
        if (!check.IsDone)
            return check;
        var number = record.Number!.Trim();
        await work.OneAtATimeAsync($"standard {number} {creditCode}", cancel);
        if (await work.Db.DraftedStandards.Where(s => s.FirmId == firm.Id && s.Number == number).Select(s => (DraftedStandardId?)s.Id).SingleOrDefaultAsync(cancel) is { } known)
            return known == record.Id ? Outcome.Done : new Refusal(OfficeRefusal.StandardTwice, nameof(record.Number), number);
        var drafted = new DraftedStandard
        {
            Id = record.Id, FirmId = firm.Id, Number = number, TitleZh = record.TitleZh!.Trim(), TitleEn = Filled(record.TitleEn) ?? record.TitleZh.Trim(),
            Role = record.Role!.Value, Year = record.Year!.Value,
        };
        work.Db.DraftedStandards.Add(drafted);
        work.Record(DeedCode.StandardDrafted, creditCode, @new: new { number, draftingRole = drafted.Role.ToString(), drafted.Year });
        return await work.CommitAsync(cancel);
    }

    /// <summary>Colonies of somebody's apiaries that stand somewhere today.</summary>
    internal static async Task<int> ColoniesAsync(BeeTraceDb db, BeekeeperId beekeeper, CancellationToken cancel)
    {
        var ids = await db.Apiaries.Where(a => a.BeekeeperId == beekeeper).Select(a => a.Id).ToListAsync(cancel);
        Guid[] apiaries = [.. ids.Select(id => id.Value)];
        return await db.Database.SqlQuery<int>($"""select coalesce(sum(colonies), 0)::integer as "Value" from registry.rough_places({apiaries})""").SingleAsync(cancel);
    }

    private static bool KeepsRegister(Actor actor) => actor.Role is Role.County or Role.Admin or Role.System;

    /// <summary>The firm, where the actor may act for it: the county for all, an exporter for the own one.</summary>
    private static Task<Firm?> FirmAsync(Work work, string creditCode, Actor actor, CancellationToken cancel) =>
        work.Db.Firms.AsNoTracking().SingleOrDefaultAsync(
            f => f.CreditCode == creditCode && (KeepsRegister(actor) || (actor.Role == Role.Exporter && f.Id == actor.Firm)), cancel);

    private static Refusal NotTheirs(string creditCode, Actor actor) =>
        KeepsRegister(actor) ? new(OfficeRefusal.FirmUnknown, null, creditCode) : new(AccessRefusal.NotYourRole, null, actor.Role.Code());

    private static async Task RequireCountyAsync(BeeTraceDb db, string? county, List<Refusal> refusals, CancellationToken cancel)
    {
        if (!string.IsNullOrWhiteSpace(county) && !await db.Counties.AnyAsync(c => c.Code == county, cancel))
            refusals.Add(new(OfficeRefusal.CountyUnknown, "County", county));
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
