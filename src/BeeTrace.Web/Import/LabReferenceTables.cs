using BeeTrace.Core;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Import;

/// <summary>What the laboratory judges by: analytes, standards, limits, market profiles and their panels.</summary>
internal static class LabReferenceTables
{
    public static readonly Bilingual AnalyteName = new("检验项目", "analyte");
    private static readonly Bilingual StandardName = new("标准", "standard");
    private static readonly Bilingual ProfileName = new("市场版本", "market profile");

    public static async Task AnalytesAsync(TableImport import, CancellationToken cancel)
    {
        var known = await TableImport.KnownAsync(import.Db.Analytes, a => a.Code, cancel);
        foreach (var row in import.Rows)
        {
            var analyte = new Analyte
            {
                Code = row.RequiredText("code", 40),
                NameZh = row.RequiredText("name_zh"),
                NameEn = row.RequiredText("name_en"),
                Unit = UnitCode(row, "unit"),
                Decimals = row.Whole("decimals", 0, 10),
                Nature = row.Choice<AnalyteNature>("nature"),
                Sort = row.Whole("sort", 0, 9999),
                SourceMark = row.RequiredText("source_mark"),
            };
            import.Put(row, "code", known, analyte.Code, _ => analyte);
        }
    }

    public static async Task StandardsAsync(TableImport import, CancellationToken cancel)
    {
        var known = await TableImport.KnownAsync(import.Db.Standards, s => (s.Code, s.Edition), cancel);
        foreach (var row in import.Rows)
        {
            var standard = new Standard
            {
                Code = row.RequiredText("code", 60),
                // Acts and announcements bear their year in the number.
                Edition = row.Text("edition", 20) ?? "",
                TitleZh = row.RequiredText("title_zh"),
                TitleEn = row.RequiredText("title_en"),
                Kind = row.Choice<StandardKind>("kind"),
                InForceFrom = row.Day("in_force_from"),
                InForceTo = row.Day("in_force_to"),
                SourceMark = row.RequiredText("source_mark"),
                Source = row.RequiredText("source"),
                Verified = row.Truth("verified"),
            };
            if (standard.InForceTo < standard.InForceFrom)
                row.Refuse("in_force_to", ImportRefusal.DayTooEarly, standard.InForceFrom!);
            import.Put(row, "code", known, (standard.Code, standard.Edition), _ => standard);
        }
    }

    /// <summary>
    /// A file speaks for every standard it names, product by product and analyte by analyte: what is stored of those and no longer stands
    /// in the file judges nothing from now on. It is kept, as approved samples were judged by it. What two persons decided since
    /// (<see cref="LimitProposal"/>) is not for a file to change: its rows on those questions are passed over.
    /// </summary>
    public static async Task LimitsAsync(TableImport import, CancellationToken cancel)
    {
        var products = await TableImport.KeysAsync(import.Db.Products.Select(p => p.Code), cancel);
        var analytes = await TableImport.KeysAsync(import.Db.Analytes.Select(a => a.Code), cancel);
        var standards = (await import.Db.Standards.Select(s => new { s.Code, s.Edition }).ToListAsync(cancel)).Select(s => (s.Code, s.Edition)).ToHashSet();
        var decided = await DecidedAsync(import.Db, cancel);
        var known = new KnownRows<LimitKey, Limit>((await import.Db.Limits.ToListAsync(cancel))
            .Where(limit => !decided.Contains(LimitQuestion.Of(limit)))
            .GroupBy(LimitKey.Of).ToDictionary(same => same.Key, same => same.OrderByDescending(limit => limit.Active).ThenByDescending(limit => limit.Id.Value).First()));
        var spokenFor = new HashSet<LimitTopic>();
        foreach (var row in import.Rows)
        {
            var limit = ReadLimit(row, products, analytes, standards);
            if (!row.IsSound)
                continue;
            spokenFor.Add(LimitTopic.Of(limit));
            if (!known.IsTwice(row, "analyte", LimitKey.Of(limit)) && !decided.Contains(LimitQuestion.Of(limit)))
                Put(import, limit, known.Find(LimitKey.Of(limit)));
        }

        foreach (var (_, limit) in known.Unnamed.Where(l => l.Value.Active && spokenFor.Contains(LimitTopic.Of(l.Value))))
            EndAsNote(import, limit);
    }

    /// <summary>The questions that two persons have answered.</summary>
    private static async Task<HashSet<LimitQuestion>> DecidedAsync(BeeTraceDb db, CancellationToken cancel)
    {
        var accepted = await db.LimitProposals.AsNoTracking().Where(p => p.State == ProposalState.Accepted).ToListAsync(cancel);
        var targets = accepted.Select(p => p.TargetId).OfType<LimitId>().ToList();
        var ended = await db.Limits.AsNoTracking().Where(l => targets.Contains(l.Id)).ToListAsync(cancel);
        return [.. accepted.Select(p => p.Proposed).OfType<Limit>().Concat(ended).Select(LimitQuestion.Of)];
    }

    // A limit is never rewritten: one that says something else stands beside the old one, which judges no more.
    private static void Put(TableImport import, Limit limit, Limit? stored)
    {
        if (stored is not null && import.IsSame(stored, limit, nameof(Limit.Id)))
            return;
        import.Count();
        if (stored is null || !import.IsSame(stored, limit, nameof(Limit.Id), nameof(Limit.InForceTo), nameof(Limit.Active)) || (limit.Active && !stored.Active))
            import.Db.Limits.Add(limit);
        else
            import.Db.Entry(stored).Property(l => l.InForceTo).CurrentValue = limit.InForceTo;
        if (stored is { Active: true } && (!limit.Active || import.Db.Entry(limit).State == EntityState.Added))
            EndAsNote(import, stored);
    }

    private static void EndAsNote(TableImport import, Limit limit) => import.Db.Entry(limit).Property(l => l.Active).CurrentValue = false;

    public static async Task MarketProfilesAsync(TableImport import, CancellationToken cancel)
    {
        var known = await TableImport.KnownAsync(import.Db.MarketVersions, m => (m.Market, m.Version), cancel);
        foreach (var row in import.Rows)
        {
            var version = new MarketVersion
            {
                Market = row.RequiredText("market", 10),
                Version = row.RequiredText("version", 30),
                NameZh = row.RequiredText("name_zh"),
                NameEn = row.RequiredText("name_en"),
                Rule = row.Parsed("rule", DecisionRules.Parse),
                ValidFrom = row.RequiredDay("valid_from"),
                ValidTo = row.Day("valid_to"),
                SourceMark = row.RequiredText("source_mark"),
                Source = row.RequiredText("source"),
            };
            if (version.ValidTo < version.ValidFrom && row.IsSound)
                row.Refuse("valid_to", ImportRefusal.DayTooEarly, version.ValidFrom);
            import.Put(row, "version", known, (version.Market, version.Version), _ => version);
        }
    }

    public static async Task PanelsAsync(TableImport import, CancellationToken cancel)
    {
        var products = await TableImport.KeysAsync(import.Db.Products.Select(p => p.Code), cancel);
        var analytes = await TableImport.KeysAsync(import.Db.Analytes.Select(a => a.Code), cancel);
        var versions = (await import.Db.MarketVersions.Select(m => new { m.Market, m.Version }).ToListAsync(cancel)).Select(m => (m.Market, m.Version)).ToHashSet();
        var known = await TableImport.KnownAsync(import.Db.PanelItems, p => (p.Market, p.Version, p.Product, p.Analyte), cancel);
        foreach (var row in import.Rows)
        {
            var item = new PanelItem
            {
                Market = row.RequiredText("market", 10),
                Version = row.RequiredText("version", 30),
                Product = row.RequiredReference("product", products, TraceTables.Product),
                Analyte = row.RequiredReference("analyte", analytes, AnalyteName),
                SourceMark = row.RequiredText("source_mark"),
                Source = row.RequiredText("source"),
            };
            if (row.IsSound && !versions.Contains((item.Market, item.Version)))
                row.Refuse("version", ImportRefusal.Unknown, $"{item.Market} {item.Version}", ProfileName);
            import.Put(row, "analyte", known, (item.Market, item.Version, item.Product, item.Analyte), _ => item);
        }
    }

    /// <summary>A file speaks for every sum it names, market by market: parts that it no longer has are no longer counted.</summary>
    public static async Task ResidueDefinitionsAsync(TableImport import, CancellationToken cancel)
    {
        var analytes = await TableImport.KeysAsync(import.Db.Analytes.Select(a => a.Code), cancel);
        var known = await TableImport.KnownAsync(import.Db.ResidueRows, r => (r.Market, r.Analyte, r.Part), cancel);
        var spokenFor = new HashSet<(string, string)>();
        foreach (var row in import.Rows)
        {
            var part = new ResidueRow
            {
                Market = row.RequiredText("market", 10),
                Analyte = row.RequiredReference("analyte", analytes, AnalyteName),
                Part = row.RequiredReference("part", analytes, AnalyteName),
                Factor = row.Decimal("factor", decimals: null),
                ExpressedAs = row.RequiredText("expressed_as", 80),
                Bound = row.Choice<SumBound>("bound"),
                SourceMark = row.RequiredText("source_mark"),
                Source = row.RequiredText("source"),
                Active = row.Truth("active"),
            };
            if (part.Factor <= 0m)
                row.Refuse("factor", ImportRefusal.NotPositive, part.Factor);
            if (part is { Active: true, Factor: null })
                row.Refuse("factor", ImportRefusal.Missing);
            if (!row.IsSound)
                continue;
            spokenFor.Add((part.Market, part.Analyte));
            import.Put(row, "part", known, (part.Market, part.Analyte, part.Part), _ => part);
        }

        foreach (var (_, part) in known.Unnamed.Where(p => p.Value.Active && spokenFor.Contains((p.Value.Market, p.Value.Analyte))))
            import.Db.Remove(part);
    }

    private static Limit ReadLimit(TableRow row, HashSet<string> products, HashSet<string> analytes, HashSet<(string, string)> standards)
    {
        var code = row.Text("standard", 60);
        var edition = row.Text("edition", 20);
        var limit = new Limit
        {
            Market = row.RequiredText("market", 10),
            Product = row.RequiredReference("product", products, TraceTables.Product),
            Analyte = row.RequiredReference("analyte", analytes, AnalyteName),
            Kind = row.Choice<LimitKind>("kind"),
            Comparator = row.Choice<Comparator>("comparator"),
            Low = row.Decimal("low", decimals: null),
            High = row.Decimal("high", decimals: null),
            Unit = UnitCode(row, "unit"),
            NectarRule = row.Text("nectar_rule") is null ? NectarRule.Any : row.Choice<NectarRule>("nectar_rule"),
            NectarSources = row.List("nectar_sources"),
            Species = row.Text("species"),
            Grade = row.Text("grade"),
            State = row.Text("state") is null ? null : row.Choice<DeclaredState>("state"),
            NotState = row.Text("not_state") is null ? null : row.Choice<DeclaredState>("not_state"),
            ProvisoAnalyte = row.Text("proviso_analyte") is null ? null : row.RequiredReference("proviso_analyte", analytes, AnalyteName),
            ProvisoComparator = row.Text("proviso_comparator") is null ? null : row.Choice<Comparator>("proviso_comparator"),
            ProvisoBound = row.Decimal("proviso_bound", decimals: null),
            ProvisoUnit = row.Text("proviso_unit") is null ? null : UnitCode(row, "proviso_unit"),
            StandardCode = code,
            Edition = code is null ? null : edition ?? "",
            Clause = row.Text("clause"),
            InForceFrom = row.Day("in_force_from"),
            InForceTo = row.Day("in_force_to"),
            RuleOverride = row.Text("rule") is null ? null : row.Parsed("rule", DecisionRules.Parse),
            Method = row.Text("method"),
            SourceMark = row.RequiredText("source_mark"),
            Source = row.RequiredText("source"),
            Verified = row.Truth("verified"),
            Active = row.Truth("active"),
        };
        CheckLimit(row, limit, standards);
        return limit;
    }

    private static void CheckLimit(TableRow row, Limit limit, HashSet<(string, string)> standards)
    {
        var isSound = row.IsSound;
        if (limit.StandardCode is not null && !standards.Contains((limit.StandardCode, limit.Edition!)))
            row.Refuse("standard", ImportRefusal.Unknown, limit.Standard!, StandardName);
        if (limit.Species is not null && !BeeSpeciesNames.TryParse(limit.Species, out _))
            row.Refuse("species", ImportRefusal.NotAChoice, limit.Species, string.Join(", ", Enum.GetValues<BeeSpecies>().Select(s => s.LatinName())));
        if (limit.InForceTo < limit.InForceFrom)
            row.Refuse("in_force_to", ImportRefusal.DayTooEarly, limit.InForceFrom!);
        if (limit.NectarRule != NectarRule.Any && limit.NectarSources.Length == 0 && isSound)
            row.Refuse("nectar_sources", ImportRefusal.Missing);
        CheckProviso(row, limit);
        // A note that judges nothing may still lack its number.
        if (!isSound || !limit.Active)
            return;

        if (limit.Low is null && limit.Comparator is Comparator.AtLeast or Comparator.MoreThan or Comparator.Within)
            row.Refuse("low", ImportRefusal.BoundMissing, limit.Comparator);
        if (limit.High is null && limit.Comparator is Comparator.AtMost or Comparator.LessThan or Comparator.Within)
            row.Refuse("high", ImportRefusal.BoundMissing, limit.Comparator);
        if (limit.Low > limit.High)
            row.Refuse("high", ImportRefusal.BoundsReversed);
        if (limit is { Comparator: Comparator.OfSpecies, Species: null })
            row.Refuse("species", ImportRefusal.Missing);
    }

    // A proviso is whole or not there; what is no single bound cannot be one.
    private static void CheckProviso(TableRow row, Limit limit)
    {
        if (limit is { ProvisoAnalyte: null, ProvisoComparator: null, ProvisoBound: null, ProvisoUnit: null })
            return;
        if (limit.ProvisoAnalyte is null)
            row.Refuse("proviso_analyte", ImportRefusal.Missing);
        if (limit.ProvisoComparator is not (Comparator.AtMost or Comparator.LessThan or Comparator.AtLeast or Comparator.MoreThan))
            row.Refuse("proviso_comparator", ImportRefusal.NotAChoice, $"{limit.ProvisoComparator}", "AtMost, LessThan, AtLeast, MoreThan");
        if (limit.ProvisoBound is null)
            row.Refuse("proviso_bound", ImportRefusal.Missing);
        if (limit.ProvisoUnit is null)
            row.Refuse("proviso_unit", ImportRefusal.Missing);
    }

    /// <summary>The unit as BeeTrace prints it, however it is written in the file.</summary>
    private static string UnitCode(TableRow row, string column)
    {
        var unit = Unit.Parse(row.RequiredText(column, 20));
        if (!unit.IsDone)
            row.Refuse(column, unit.Refusals[0]);
        return unit.IsDone ? unit.Value.Code : "";
    }

    /// <summary>What makes a limit another limit rather than a corrected one.</summary>
    private sealed record LimitKey(
        LimitTopic Topic, LimitKind Kind, Comparator Comparator, decimal? Low, decimal? High, string Unit, NectarRule NectarRule,
        string NectarSources, string? Species, string? Grade, DeclaredState? State, string? Proviso, DateOnly? From)
    {
        public static LimitKey Of(Limit l) => new(
            LimitTopic.Of(l), l.Kind, l.Comparator, l.Low, l.High, l.Unit, l.NectarRule, string.Join(';', l.NectarSources), l.Species, l.Grade,
            l.State, l.ProvisoAnalyte, l.InForceFrom);
    }

    /// <summary>What a file's rows speak for.</summary>
    private sealed record LimitTopic(string Market, string Product, string Analyte, string? Standard, string? Edition)
    {
        public static LimitTopic Of(Limit l) => new(l.Market, l.Product, l.Analyte, l.StandardCode, l.Edition);
    }
}
