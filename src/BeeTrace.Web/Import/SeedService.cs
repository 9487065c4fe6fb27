using System.Text.Json;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Web.Access;
using BeeTrace.Web.Commands;
using BeeTrace.Web.Data;
using BeeTrace.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Import;

/// <summary>Loads the tables that come with the product: what it knows of the world, and an invented county to look at.</summary>
public sealed class SeedService(
    Database database, ImportService import, DemoAccounts accounts, DemoCertificates certificates, DemoReports reports, DemoOffice office, DemoLaboratory laboratory,
    DemoSampling sampling, Settings settings, ShellSettings shell, TimeProvider clock)
{
    private static readonly string[] BeforeAccounts =
    [
        "firms", "firm-years", "honours", "drafted-standards", "beekeepers", "apiaries", "placements", "nectar-sources", "lots", "declarations", "returns", "return-products",
        "return-partners", "claims",
    ];

    /// <summary>
    /// Brings the reference data up to date. A file that was loaded once, by this fingerprint, is not loaded again, so that what the county
    /// has changed since stays.
    /// </summary>
    /// <returns>How many tables were loaded.</returns>
    public async Task<int> EnsureReferenceAsync(CancellationToken cancel)
    {
        var loaded = await LoadedAsync(cancel);
        var count = 0;
        foreach (var kind in ImportKinds.Reference)
            count += await LoadAsync(SeedFiles.Reference(kind.Code), Actor.System, loaded, cancel);
        return count;
    }

    /// <summary>
    /// Loads the demo county where there is no firm yet, or where an earlier start was interrupted doing so. Makes the demo accounts, has
    /// samples drawn, tested and approved by the right ones, and issues reports and certificates.
    /// </summary>
    /// <returns>How many tables were loaded.</returns>
    public async Task<int> EnsureDemoAsync(CancellationToken cancel)
    {
        var loaded = await LoadedAsync(cancel);
        if (!await IsWantedAsync(loaded, cancel))
            return 0;

        var count = 0;
        foreach (var kind in BeforeAccounts)
            count += await LoadAsync(SeedFiles.Demo(kind), Actor.System, loaded, cancel);
        var people = await MakeAccountsAsync(cancel);
        foreach (var (kind, role) in new[] { ("methods", Role.Reviewer), ("samples", Role.Sampler), ("readings", Role.Analyst), ("approvals", Role.Reviewer) })
            count += await LoadAsync(SeedFiles.Demo(kind), people[role], loaded, cancel);
        await office.WorkAsync(people[Role.County], people[Role.Exporter], cancel);
        await laboratory.WorkAsync(people[Role.County], people[Role.Analyst], people[Role.Reviewer], cancel);
        await sampling.WorkAsync(people[Role.Sampler], await accounts.MakeSecondSamplerAsync(settings.DemoSecondSamplerFile, cancel), cancel);
        // Papers on invented readings say so, whatever the operator's setting: the data decides.
        shell.DemoNotice = true;
        await reports.IssueAsync(people[Role.Exporter].Firm!.Value, people, cancel);
        await certificates.IssueAsync(people[Role.Exporter], people[Role.Signatory] with { SignedInAt = clock.GetUtcNow() }, people[Role.County] with { SignedInAt = clock.GetUtcNow() },
            settings.DemoCertificatesFile, cancel);
        return count;
    }

    /// <summary>Whether the demo county is in the database, whatever the setting says today.</summary>
    public async Task<bool> HasDemoAsync(CancellationToken cancel) =>
        (await LoadedAsync(cancel)).Contains(Fingerprint(SeedFiles.Demo("firms")));

    /// <summary>Demo data is wanted where nothing of one's own is, and until all of it is there.</summary>
    private async Task<bool> IsWantedAsync(HashSet<(string, string)> loaded, CancellationToken cancel)
    {
        await using var work = await database.OpenAsync(Actor.System, cancel);
        if (!await work.Db.Firms.AnyAsync(cancel))
            return true;
        var isBegun = loaded.Contains(Fingerprint(SeedFiles.Demo("firms")));
        return isBegun && !await work.Db.Certificates.AnyAsync(c => c.Kind == DemoCertificates.Last, cancel);
    }

    private async Task<IReadOnlyDictionary<Role, Actor>> MakeAccountsAsync(CancellationToken cancel)
    {
        BeekeeperId beekeeper;
        FirmId exporter;
        await using (var work = await database.OpenAsync(Actor.System, cancel))
        {
            beekeeper = await work.Db.Beekeepers.OrderBy(b => b.LicenceNumber).Select(b => b.Id).FirstAsync(cancel);
            exporter = await ExporterAsync(work.Db, cancel);
        }

        return await accounts.MakeAsync(beekeeper, exporter, settings.DemoAccountsFile, cancel);
    }

    /// <summary>A firm with something on every page: lots of the first and the newest year, and exports.</summary>
    private static async Task<FirmId> ExporterAsync(BeeTraceDb db, CancellationToken cancel)
    {
        var lots = await db.Lots.Select(l => new { l.FirmId, l.RecordedAt.Year }).ToListAsync(cancel);
        var exporters = await db.Declarations.Select(d => d.FirmId).Distinct().ToListAsync(cancel);
        return lots.Where(l => exporters.Contains(l.FirmId))
            .GroupBy(l => l.FirmId)
            .Where(g => g.Any(l => l.Year == 2018) && g.Any(l => l.Year == 2026))
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Value)
            .First().Key;
    }

    private async Task<int> LoadAsync(ImportTable table, Actor actor, HashSet<(string, string)> loaded, CancellationToken cancel)
    {
        if (loaded.Contains(Fingerprint(table)))
            return 0;
        var done = await import.ImportAsync(table, actor, cancel);
        if (!done.IsDone)
            throw new DataSetupException($"The seed data was refused:\n{string.Join('\n', done.Errors.Select(e => ImportText.Line(table.FileName, e)))}");
        return 1;
    }

    /// <summary>Kind and SHA-256 of every table that was ever loaded.</summary>
    private async Task<HashSet<(string, string)>> LoadedAsync(CancellationToken cancel)
    {
        await using var work = await database.OpenAsync(Actor.System, cancel);
        var deeds = await work.Db.Deeds.AsNoTracking()
            .Where(d => d.Deed == DeedCode.TableImported && ImportKinds.Codes.Contains(d.Subject))
            .Select(d => new { d.Subject, d.New })
            .ToListAsync(cancel);
        return [.. deeds.Select(d => (d.Subject, JsonDocument.Parse(d.New!).RootElement.GetProperty("sha256").GetString()!))];
    }

    private static (string, string) Fingerprint(ImportTable table) => (table.Kind, table.Content.Sha256.Value);
}
