using BeeTrace.Core;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Registry;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Import;

/// <summary>
/// Finds new beekeepers of a table who may be somebody else: one who is registered or another row, by phone, licence, identity number or name, as the
/// queue does. They stand in a table <c>import_alike</c>: row, reason, and the row or licence that is like it.
/// </summary>
internal sealed class LookAlikes
{
    /// <summary>
    /// House rule: names are compared by their likeness while the table and the register of its counties hold no more of them; every one is held against
    /// all others then. Beyond, only equal names of one county count.
    /// </summary>
    public const int MostNames = 20_000;

    private static readonly Dictionary<LikenessReason, string> ColumnOf = new()
    {
        [LikenessReason.SamePhone] = "phone",
        [LikenessReason.SameLicence] = "licence_no",
        [LikenessReason.SameIdentityNumber] = "identity_number",
        [LikenessReason.SimilarName] = "name_zh",
    };

    private List<NewName>? _names = [];

    /// <summary>A licence number but for spaces, dashes, case and characters that are not Latin; null where nothing is left.</summary>
    public static string? BareOf(string licence) =>
        string.Concat(licence.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)) is { Length: > 0 } bare ? bare : null;

    /// <summary>The digits of a phone number; null where they are too few to be one.</summary>
    public static string? DigitsOf(string? phone) => string.Concat((phone ?? "").Where(char.IsAsciiDigit)) is { Length: >= 7 } digits ? digits : null;

    /// <summary>Keeps the names of a row, while they are not too many to be compared.</summary>
    public void Note(int row, string county, string nameZh, string? nameEn)
    {
        _names?.Add(new(row, county, nameZh, nameEn ?? nameZh));
        if (_names?.Count > MostNames)
            _names = null;
    }

    /// <summary>Finds them, once it is known which rows are new.</summary>
    public async Task FindAsync(StagedImport import, CancellationToken cancel)
    {
        await import.ExecuteAsync("create temp table import_alike (number integer, reason text, other integer, licence text) on commit drop", cancel);
        var isByLikeness = _names is not null && await CompareNamesAsync(import, _names, cancel);
        if (_names is not null)
        {
            await MarkFewAsync(import, cancel);
        }
        else
        {
            // A large table reads the register once.
            await MarkRegisteredAsync(import, LikenessReason.SamePhone, """regexp_replace(b.phone, '\D', '', 'g') = s.phone_digits""", cancel);
            await MarkRegisteredAsync(import, LikenessReason.SameLicence, "regexp_replace(upper(b.licence_number), '[^0-9A-Z]', '', 'g') = s.licence_bare", cancel);
            await MarkRegisteredAsync(import, LikenessReason.SameIdentityNumber, "b.identity_number_hash = s.identity_number", cancel);
        }

        await MarkRowsAsync(import, LikenessReason.SamePhone, "s.phone_digits", cancel);
        await MarkRowsAsync(import, LikenessReason.SameLicence, "s.licence_bare", cancel);
        await MarkRowsAsync(import, LikenessReason.SameIdentityNumber, "s.identity_number", cancel);
        if (!isByLikeness)
        {
            await MarkRegisteredAsync(import, LikenessReason.SimilarName, "b.name_zh = s.name_zh and b.county = s.county", cancel);
            await MarkRowsAsync(import, LikenessReason.SimilarName, "s.county || s.name_zh", cancel);
        }

        await import.ExecuteAsync("analyze import_alike", cancel);
        await import.EachAsync("select count(distinct number)::integer from import_alike", found => import.Waiting = found.GetInt32(0), cancel);
        await import.EachAsync(
            $"select number, reason, min(other), min(licence) from import_alike group by 1, 2 order by 1, 2 limit {ErrorList.Most}",
            found =>
            {
                var reason = Enum.Parse<LikenessReason>(found.GetString(1));
                import.TellLikeness(found.GetInt32(0), ColumnOf[reason], found.IsDBNull(3)
                    ? new Refusal(ImportRefusal.LikeRow, null, found.GetInt32(2), OfficeText.Of(reason))
                    : new Refusal(ImportRefusal.LikeRegistered, null, found.GetString(3), OfficeText.Of(reason)));
            },
            cancel);
    }

    /// <summary>Who is registered, for a table that is not large: asked of the owner, whom an index serves.</summary>
    private static async Task MarkFewAsync(StagedImport import, CancellationToken cancel) => await import.ExecuteAsync(
        """
        insert into import_alike
        select l.number, l.reason, null, l.licence
        from (select array_agg(s.number) as numbers, array_agg(s.phone_digits) as phones, array_agg(s.licence_bare) as licences, array_agg(s.identity_number) as hashes
            from import_rows s where not exists (select from import_known k where k.number = s.number)) b
        cross join lateral import.beekeepers_like(b.numbers, b.phones, b.licences, b.hashes) l
        """, cancel);

    /// <summary>The same by one look at the whole register.</summary>
    private static async Task MarkRegisteredAsync(StagedImport import, LikenessReason reason, string on, CancellationToken cancel) => await import.ExecuteAsync(
        $"""
        insert into import_alike
        select s.number, '{reason}', null, min(b.licence_number)
        from import_rows s join registry.beekeepers b on {on}
        where b.state in ('Waiting', 'Confirmed') and not exists (select from import_known k where k.number = s.number) group by 1
        """, cancel);

    /// <summary>Rows of the file that say the same, each with another one.</summary>
    private static async Task MarkRowsAsync(StagedImport import, LikenessReason reason, string key, CancellationToken cancel) => await import.ExecuteAsync(
        $"""
        insert into import_alike
        select s.number, '{reason}', case when s.number = d.first then d.last else d.first end, null
        from import_rows s
        join (select {key} as key, min(s.number) as first, max(s.number) as last from import_rows s where {key} is not null group by 1 having count(*) > 1) d on d.key = {key}
        where not exists (select from import_known k where k.number = s.number)
        """, cancel);

    /// <summary>Holds every new name against all of its county. False where they are too many.</summary>
    private static async Task<bool> CompareNamesAsync(StagedImport import, List<NewName> read, CancellationToken cancel)
    {
        var known = new HashSet<int>();
        await import.EachAsync("select number from import_known", found => known.Add(found.GetInt32(0)), cancel);
        var added = read.Where(name => !known.Contains(name.Row)).ToList();
        var counties = added.Select(name => name.County).Distinct().ToList();
        var registered = await import.Db.Beekeepers.AsNoTracking()
            .Where(b => counties.Contains(b.County) && (b.State == RegistrationState.Waiting || b.State == RegistrationState.Confirmed))
            .OrderBy(b => b.LicenceNumber).Take(MostNames - added.Count + 1).Select(b => new { b.County, b.NameZh, b.NameEn, b.LicenceNumber }).ToListAsync(cancel);
        if (added.Count + registered.Count > MostNames)
            return false;

        var (rows, others, licences) = (new List<int>(), new List<int?>(), new List<string?>());
        foreach (var inCounty in added.GroupBy(name => name.County))
        {
            List<NewName> names = [.. inCounty];
            var theirs = registered.FindAll(b => b.County == inCounty.Key);
            var (zh, en) = (new NameIndex(NameIndex.Chinese), new NameIndex(NameIndex.Latin));
            // Who is registered stands first, and is told rather than another row.
            foreach (var (nameZh, nameEn) in theirs.Select(b => (b.NameZh, b.NameEn)).Concat(names.Select(name => (name.Zh, name.En))))
            {
                zh.Add(nameZh);
                en.Add(nameEn);
            }

            for (var i = 0; i < names.Count; i++)
            {
                var place = theirs.Count + i;
                if ((zh.FindLike(place) ?? en.FindLike(place)) is not { } other)
                    continue;
                rows.Add(names[i].Row);
                others.Add(other < theirs.Count ? null : names[other - theirs.Count].Row);
                licences.Add(other < theirs.Count ? theirs[other].LicenceNumber : null);
            }
        }

        await import.ExecuteAsync(
            $"insert into import_alike select r.number, '{LikenessReason.SimilarName}', r.other, r.licence from unnest($1::integer[], $2::integer[], $3::text[]) r (number, other, licence)",
            cancel, rows.ToArray(), others.ToArray(), licences.ToArray());
        return true;
    }

    private sealed record NewName(int Row, string County, string Zh, string En);
}
