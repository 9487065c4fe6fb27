using System.Text.Json;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Reports;
using BeeTrace.Web.Lab;
using BeeTrace.Web.Reports;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BeeTrace.Web.Tests.Lab;

/// <summary>Whatever happens in the laboratory: what the audit keeps rebuilds every row as it stood at every moment.</summary>
public sealed class AuditHistoryTests(World world) : IClassFixture<World>
{
    private const int Steps = 60;

    private static readonly string[] Analytes = ["SUCROSE", "HMF", "MOISTURE"];
    private static readonly string[] Texts = ["4.20", "7.2", "<0.5", "6.0", "12"];

    private static readonly string[] Tables = ["samples", "readings", "evaluations", "evaluation_items", "re_tests"];

    [Theory]
    [InlineData(20260615)]
    [InlineData(7)]
    [InlineData(1949)]
    public async Task After_any_history_the_audit_alone_rebuilds_every_row_at_every_past_moment(int seed)
    {
        var chance = new Random(seed);
        var lots = new[] { await world.LotAsync(), await world.LotAsync() };
        await using var everything = NpgsqlDataSource.Create(world.Store.SuperuserConnectionString);
        var moments = new List<(DateTimeOffset At, Dictionary<string, string> Rows)>();
        var opening = Opening(await world.SampleAsync(lots[0]), chance);
        for (var step = 0; step < opening.Length + Steps; step++)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(1));
            await (step < opening.Length ? opening[step]() : LiveAsync(lots[chance.Next(lots.Length)], chance));
            moments.Add((world.Clock.GetUtcNow(), await ReadAsync(everything, Present, null)));
        }

        foreach (var (at, rows) in moments)
        {
            var rebuilt = await ReadAsync(everything, Past, at);
            foreach (var table in Tables)
                rebuilt[table].ShouldBe(rows[table], $"{table} at {at:O}");
        }

        moments[^1].Rows["re_tests"].ShouldNotBe("[]", "the history went through an invalidated report");
        moments[^1].Rows["readings"].ShouldContain("Withdrawn");
        foreach (var (before, after) in moments.Zip(moments.Skip(1)))
            NoVerdictChangesWithoutANewEvaluation(before.Rows, after.Rows);
    }

    [Fact]
    public async Task What_the_audit_keeps_is_not_changed_by_anybody()
    {
        await world.SampleAsync(await world.LotAsync());
        await using var owner = NpgsqlDataSource.Create(world.Store.OwnerConnectionString);
        foreach (var change in new[] { "update lab.sample_versions set at = now()", "delete from lab.sample_versions", "truncate lab.sample_versions" })
        {
            await using var command = owner.CreateCommand(change);
            (await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        }
    }

    private static string Present(string table) => $"select to_jsonb(t) as r from lab.{table} t";

    /// <summary>What never changes is its own record; of samples every state is kept.</summary>
    private static string Past(string table) => table switch
    {
        "samples" => "select lab.sample_at(t.id, $1) as r from lab.samples t",
        "readings" => "select to_jsonb(t) as r from lab.readings t where t.entered_at <= $1",
        "evaluations" => "select to_jsonb(t) as r from lab.evaluations t where t.evaluated_at <= $1",
        "evaluation_items" => "select to_jsonb(t) as r from lab.evaluation_items t join lab.evaluations e on e.id = t.evaluation_id where e.evaluated_at <= $1",
        _ => "select to_jsonb(t) as r from lab.re_tests t where t.ordered_at <= $1",
    };

    private static async Task<Dictionary<string, string>> ReadAsync(NpgsqlDataSource source, Func<string, string> rows, DateTimeOffset? at)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in Tables)
        {
            await using var command = source.CreateCommand($"select coalesce(jsonb_agg(r order by r::text), '[]')::text from ({rows(table)}) x where r is not null");
            if (at is { } moment)
                command.Parameters.Add(new NpgsqlParameter { Value = moment.UtcDateTime });
            read[table] = (string)(await command.ExecuteScalarAsync())!;
        }

        return read;
    }

    private static void NoVerdictChangesWithoutANewEvaluation(Dictionary<string, string> before, Dictionary<string, string> after)
    {
        var (verdicts, evaluated) = (VerdictsIn(before), EvaluationsIn(before));
        foreach (var (sample, verdict) in VerdictsIn(after).Where(now => verdicts.GetValueOrDefault(now.Key) != now.Value))
        {
            var fresh = EvaluationsIn(after).Where(e => e.Sample == sample && !evaluated.Contains(e)).ToList();
            fresh.ShouldContain(e => e.Verdict == verdict, $"{sample} became {verdict}");
        }
    }

    private static Dictionary<string, string?> VerdictsIn(Dictionary<string, string> rows) =>
        Objects(rows["samples"]).ToDictionary(s => s.GetProperty("id").GetString()!, s => s.GetProperty("verdict").GetString(), StringComparer.Ordinal);

    private static HashSet<(string? Id, string? Sample, string? Verdict)> EvaluationsIn(Dictionary<string, string> rows) =>
        [.. Objects(rows["evaluations"]).Select(e => (e.GetProperty("id").GetString(), e.GetProperty("sample_id").GetString(), e.GetProperty("verdict").GetString()))];

    private static JsonElement.ArrayEnumerator Objects(string json) => JsonDocument.Parse(json).RootElement.EnumerateArray();

    /// <summary>What chance may leave out: a reading withdrawn, and a report invalidated.</summary>
    private Func<Task>[] Opening(SampleCode sample, Random chance) =>
    [
        () => EnterAsync(sample, "SUCROSE", "4.20", chance),
        () => EnterAsync(sample, "HMF", "7.2", chance),
        () => EnterAsync(sample, "HMF", "", chance),
        async () => (await world.Get<SampleService>().SubmitAsync(sample, world.Analyst)).ShouldBeDone(),
        async () => (await world.ApproveAsync(sample, world.Reviewer)).ShouldBeDone(),
        () => world.IssuedReportAsync(sample),
        () => InvalidateAsync(sample),
    ];

    private async Task LiveAsync(LotCode lot, Random chance)
    {
        var samples = await world.SeeAsync(world.Auditor, db => db.Samples.AsNoTracking().OrderBy(s => s.Code).Select(s => new { s.Code, s.Status }).ToListAsync());
        SampleCode? In(params SampleStatus[] states) => samples.Where(s => states.Contains(s.Status)).ToList() is { Count: > 0 } some ? some[chance.Next(some.Count)].Code : null;
        switch (chance.Next(10))
        {
            case 0 or 1 or 2 when In(SampleStatus.Received, SampleStatus.Testing) is { } open:
                await EnterAsync(open, Analytes[chance.Next(Analytes.Length)], Texts[chance.Next(Texts.Length)], chance);
                break;
            case 3 when In(SampleStatus.Testing) is { } open && await FirstReadingAsync(open) is { } analyte:
                await EnterAsync(open, analyte, "", chance);
                break;
            case 4 when In(SampleStatus.Testing) is { } tested:
                (await world.Get<SampleService>().SubmitAsync(tested, world.Analyst)).ShouldBeDone();
                break;
            case 5 when In(SampleStatus.RawRecorded) is { } submitted:
                (await world.Get<SampleService>().ReturnAsync(submitted, "look again", world.Reviewer)).ShouldBeDone();
                break;
            case 6 or 7 when In(SampleStatus.RawRecorded) is { } submitted && await FirstReadingAsync(submitted) is not null:
                (await world.ApproveAsync(submitted, world.Reviewer)).ShouldBeDone();
                break;
            case 8 or 9 when In(SampleStatus.Approved) is { } approved:
                await ReportAsync(approved, chance);
                break;
            default:
                await world.SampleAsync(lot);
                break;
        }
    }

    /// <summary>Enters, corrects or, with an empty text, withdraws.</summary>
    private async Task EnterAsync(SampleCode sample, string analyte, string text, Random chance)
    {
        var current = (await world.Get<SampleQueries>().FindAsync(sample, world.Analyst))!.Rows.FirstOrDefault(r => r.Analyte.Code == analyte)?.Reading;
        var enter = new EnterReading(sample, analyte, text, null, text.Length == 0 ? null : 0.5m, Supersedes: current?.Id, Reason: current is null ? null : "read again");
        (await world.Get<ReadingService>().EnterAsync(enter, chance.Next(3) == 0 ? world.OtherAnalyst : world.Analyst)).ShouldBeDone();
    }

    private async Task<string?> FirstReadingAsync(SampleCode sample) =>
        (await world.Get<SampleQueries>().FindAsync(sample, world.Analyst))!.Rows.FirstOrDefault(r => r.Reading is not null)?.Analyte.Code;

    /// <summary>A first report, one in place of another, or the end of it.</summary>
    private async Task ReportAsync(SampleCode sample, Random chance)
    {
        var last = (await world.Get<ReportQueries>().OfSampleAsync(sample, world.Auditor)).LastOrDefault(r => r.State == ReportState.Issued);
        if (last is null)
            await world.IssuedReportAsync(sample);
        else if (chance.Next(2) == 0)
            await world.IssuedReportAsync(sample, r => r with { Changes = "a slip" });
        else
            await InvalidateAsync(sample);
    }

    private async Task InvalidateAsync(SampleCode sample)
    {
        var last = (await world.Get<ReportQueries>().OfSampleAsync(sample, world.Auditor)).Last(r => r.State == ReportState.Issued);
        (await world.StepAsync(last.Number, world.Signatory, (s, v) => s.InvalidateAsync(last.Number, v, "mixed up", world.Signatory))).ShouldBeDone();
    }
}
