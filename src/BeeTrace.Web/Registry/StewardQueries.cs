using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Registry;

/// <summary>Why two entries may be the same.</summary>
public enum LikenessReason
{
    SamePhone,

    /// <summary>But for spaces, dashes and case.</summary>
    SameLicence,

    SameIdentityNumber,

    SimilarName,

    /// <summary>Two apiaries of one person stand that near each other.</summary>
    Within200Metres,
}

/// <summary>A registration that waits.</summary>
/// <param name="Code">The apiary's code, or the beekeeper's licence number where <paramref name="IsApiary"/> is false.</param>
/// <param name="Since">The day it was registered.</param>
public sealed record QueueEntry(bool IsApiary, string Code, string Name, Bilingual Beekeeper, string LicenceNumber, Bilingual County, DateOnly Since, int Colonies);

/// <summary>A beekeeper whom another one resembles, with every reason.</summary>
public sealed record BeekeeperLikeness(
    string LicenceNumber, Bilingual Name, BeekeeperKind Kind, string? Phone, string? Address, DateOnly LicenceExpiresOn, RegistrationState State, IReadOnlyList<LikenessReason> Reasons);

/// <summary>An apiary that another one resembles, with every reason.</summary>
public sealed record ApiaryLikeness(ApiaryFile File, IReadOnlyList<LikenessReason> Reasons)
{
    public ApiaryCard Apiary => File.Apiary;
}

/// <summary>What waits for the county's steward.</summary>
public sealed class StewardQueries(Database database, OfficeQueries office)
{
    /// <summary>House rule: a day's work; the next entries come up when these are done.</summary>
    public const int MostEntries = 100;

    /// <summary>How many registrations and applications wait, and since when the first.</summary>
    internal static async Task<(int Count, DateOnly? Oldest)> CountAsync(BeeTraceDb db, CancellationToken cancel)
    {
        var applications = db.BeekeeperApplications.Where(a => a.State == RegistrationState.Waiting);
        var apiaries = db.Apiaries.Where(a => a.State == RegistrationState.Waiting);
        var beekeepers = db.Beekeepers.Where(b => b.State == RegistrationState.Waiting);
        var count = await applications.CountAsync(cancel) + await apiaries.CountAsync(cancel) + await beekeepers.CountAsync(cancel);
        if (count == 0)
            return (0, null);
        var applied = await applications.MinAsync(a => (DateTimeOffset?)a.ReceivedAt, cancel);
        var made = await beekeepers.OrderBy(b => b.Id).Select(b => (BeekeeperId?)b.Id).FirstOrDefaultAsync(cancel);
        DateOnly?[] days = [await apiaries.MinAsync(a => (DateOnly?)a.RegisteredOn, cancel), applied is { } at ? ChinaTime.DayOf(at) : null, made is { } id ? MadeOn(id) : null];
        return (count, days.Min());
    }

    /// <summary>Registrations that wait, oldest first; nothing for those who are no officers.</summary>
    public async Task<IReadOnlyList<QueueEntry>> QueueAsync(Actor actor, CancellationToken cancel = default)
    {
        if (!MayLook(actor))
            return [];
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var apiaries = await (
            from a in db.Apiaries.AsNoTracking()
            where a.State == RegistrationState.Waiting
            join b in db.Beekeepers on a.BeekeeperId equals b.Id
            join c in db.Counties on a.County equals c.Code
            orderby a.RegisteredOn, a.Id
            select new { a.Id, a.Code, a.Name, a.RegisteredOn, Beekeeper = new Bilingual(b.NameZh, b.NameEn), b.LicenceNumber, County = new Bilingual(c.NameZh, c.NameEn) })
            .Take(MostEntries).ToListAsync(cancel);
        var beekeepers = await (
            from b in db.Beekeepers.AsNoTracking()
            where b.State == RegistrationState.Waiting
            join c in db.Counties on b.County equals c.Code
            orderby b.Id
            select new { b.Id, b.LicenceNumber, Name = new Bilingual(b.NameZh, b.NameEn), County = new Bilingual(c.NameZh, c.NameEn) })
            .Take(MostEntries).ToListAsync(cancel);
        Guid[] ids = [.. apiaries.Select(a => a.Id.Value)];
        var colonies = (await db.Database.SqlQuery<Standing>($"select apiary_id, colonies from registry.rough_places({ids})").ToListAsync(cancel))
            .ToDictionary(p => p.ApiaryId, p => p.Colonies);
        return
        [
            .. apiaries.Select(a => (At: a.RegisteredOn, Entry: new QueueEntry(
                    true, a.Code.ToString(), a.Name, a.Beekeeper, a.LicenceNumber, a.County, a.RegisteredOn, colonies.GetValueOrDefault(a.Id.Value))))
                .Concat(beekeepers.Select(b => (MadeOn(b.Id), new QueueEntry(false, b.LicenceNumber, b.Name.ToString(), b.Name, b.LicenceNumber, b.County, MadeOn(b.Id), 0))))
                .OrderBy(e => e.Item1).Take(MostEntries).Select(e => e.Item2),
        ];
    }

    /// <summary>Beekeepers whom this one resembles.</summary>
    public async Task<IReadOnlyList<BeekeeperLikeness>> LikeAsync(string licence, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var found = await work.Db.Database.SqlQuery<Likeness>(
            $"select l.id, l.reason from registry.beekeepers b cross join lateral registry.beekeepers_like(b.id) l where b.licence_number = {licence}").ToListAsync(cancel);
        return await LikeAsync(work.Db, found, cancel);
    }

    /// <summary>What the database found alike, as people who are told apart.</summary>
    internal static async Task<IReadOnlyList<BeekeeperLikeness>> LikeAsync(BeeTraceDb db, IReadOnlyList<Likeness> found, CancellationToken cancel)
    {
        var reasons = found.ToLookup(l => new BeekeeperId(l.Id), l => Enum.Parse<LikenessReason>(l.Reason));
        List<BeekeeperId> ids = [.. reasons.Select(r => r.Key)];
        var others = await db.Beekeepers.AsNoTracking().Where(b => ids.Contains(b.Id)).OrderBy(b => b.LicenceNumber).ToListAsync(cancel);
        return others.ConvertAll(b => new BeekeeperLikeness(
            b.LicenceNumber, b.Name, b.Kind, b.Phone, b.Address, b.LicenceExpiresOn, b.State, [.. reasons[b.Id].Distinct().Order()]));
    }

    /// <summary>Apiaries that this one resembles.</summary>
    public async Task<IReadOnlyList<ApiaryLikeness>> LikeAsync(ApiaryCode code, Actor actor, CancellationToken cancel = default)
    {
        List<(ApiaryCode Code, LikenessReason[] Reasons)> found;
        await using (var work = await database.OpenAsync(actor, cancel))
        {
            var text = code.ToString();
            var rows = await work.Db.Database.SqlQuery<CodeLikeness>(
                $"""
                select o.code::text as code, l.reason from registry.apiaries a cross join lateral registry.apiaries_like(a.id) l
                join registry.apiaries o on o.id = l.id where a.code = {text}
                """).ToListAsync(cancel);
            found = [.. rows.GroupBy(r => r.Code).OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => (ApiaryCode.Parse(g.Key).Value, g.Select(r => Enum.Parse<LikenessReason>(r.Reason)).Distinct().Order().ToArray()))];
        }

        var likenesses = new List<ApiaryLikeness>(found.Count);
        foreach (var (other, reasons) in found)
        {
            if (await office.FindApiaryAsync(other, actor, cancel) is { } file)
                likenesses.Add(new(file, reasons));
        }

        return likenesses;
    }

    private static bool MayLook(Actor actor) => actor.Role is Role.County or Role.Auditor or Role.Admin or Role.System;

    /// <summary>The moment lies in the id (RFC 9562, version 7: 48 bits of milliseconds).</summary>
    private static DateOnly MadeOn(BeekeeperId id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        var milliseconds = ((long)System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes) << 16) | System.Buffers.Binary.BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]);
        return ChinaTime.DayOf(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
    }

    private sealed record Standing(Guid ApiaryId, int Colonies);

    private sealed record CodeLikeness(string Code, string Reason);
}

/// <summary>A reason why somebody resembles another, as the database finds it.</summary>
internal sealed record Likeness(Guid Id, string Reason);
