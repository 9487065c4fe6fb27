using System.Security.Claims;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Access;
using BeeTrace.Web.Commands;
using BeeTrace.Web.Lab;
using BeeTrace.Web.Shell;
using BeeTrace.Web.Shell.Display;

namespace BeeTrace.Web.Reports;

/// <summary>Sampling records and labels as PDF, made when they are asked for: what they say stands in the register.</summary>
internal static class SamplingPaperEndpoints
{
    private static readonly Role[] Staff = [Role.Sampler, Role.Reviewer, Role.Signatory, Role.County, Role.Auditor, Role.Admin];

    public static void MapSamplingPapers(this WebApplication app)
    {
        app.MapGet("/lab/samples/{code}/record.pdf", (string code, ClaimsPrincipal user, SamplingQueries samples, SamplingPaper paper, Settings settings, ShellSettings shell, HttpContext context, CancellationToken cancel) =>
            AnswerAsync(
                code, user, [.. Staff, Role.Exporter], samples, context,
                sheet => sheet.Record is null ? null : paper.Record(sheet, AddressOf(settings, sheet.Sample.Code.ToString()), shell.DemoNotice ? ShellText.DemoNotice : null), "record", cancel))
            .ExcludeFromDescription().RequireRateLimiting(AccessSetup.LookUpRate);
        app.MapGet("/lab/samples/{code}/labels.pdf", (string code, ClaimsPrincipal user, SamplingQueries samples, SamplingPaper paper, Settings settings, HttpContext context, CancellationToken cancel) =>
            AnswerAsync(code, user, Staff, samples, context, sheet => paper.Labels(LabelsOf(sheet, settings)), "labels", cancel))
            .ExcludeFromDescription().RequireRateLimiting(AccessSetup.LookUpRate);
        // Who drew the sample must not learn under which number it is tested.
        app.MapGet("/lab/samples/{code}/blind-label.pdf", (string code, ClaimsPrincipal user, SamplingQueries samples, SamplingPaper paper, Settings settings, HttpContext context, CancellationToken cancel) =>
            AnswerAsync(code, user, [Role.Reviewer, Role.Signatory], samples, context, sheet => sheet.Sample.BlindCode is { } blind ? paper.Labels([BlindLabelOf(sheet, blind, settings)]) : null, "blind", cancel))
            .ExcludeFromDescription().RequireRateLimiting(AccessSetup.LookUpRate);
    }

    /// <summary>To whoever has no part in the sample it is as if there were none.</summary>
    private static async Task<IResult> AnswerAsync(
        string text, ClaimsPrincipal user, Role[] roles, SamplingQueries samples, HttpContext context, Func<SampledSheet, byte[]?> draw, string name, CancellationToken cancel)
    {
        var actor = user.ToActor();
        if (!roles.Contains(actor.Role) || !SampleCode.TryParse(text, out var code) || await samples.FindAsync(code, actor, cancel) is not { } sheet || draw(sheet) is not { } pdf)
            return Results.NotFound();
        context.Response.Headers.CacheControl = "private, no-store";
        return Results.File(pdf, "application/pdf", $"{code}-{name}.pdf");
    }

    private static List<SampleLabel> LabelsOf(SampledSheet sheet, Settings settings)
    {
        var sample = sheet.Sample;
        var portions = sheet.Record is { ReTestG: not null } ? new[] { SamplePortion.Test, SamplePortion.ReTest } : [SamplePortion.Test];
        return [.. portions.Select(portion =>
        {
            var seal = portion == SamplePortion.Test ? sheet.Record?.Seal : sheet.Record?.ReTestSeal;
            var of = SamplingText.Of(portion);
            return new SampleLabel(
                sample.Code.ToString(), new Bilingual($"{of.Zh} · {sheet.Product.Zh}", $"{of.En} · {sheet.Product.En}"),
                seal is null ? Days.Short(sample.DrawnOn) : $"{Days.Short(sample.DrawnOn)} · {SamplingText.SealHead.Zh} {seal}", AddressOf(settings, sample.Code.ToString()), MadeAt(sheet));
        })];
    }

    private static SampleLabel BlindLabelOf(SampledSheet sheet, BlindCode blind, Settings settings) => new(
        blind.ToString(), new Bilingual($"{SamplingPaperText.ForBench.Zh} · {sheet.Product.Zh}", $"{SamplingPaperText.ForBench.En} · {sheet.Product.En}"),
        sheet.Sample.ReceivedOn is { } received ? Days.Short(received) : "", AddressOf(settings, blind.ToString()), MadeAt(sheet));

    private static DateTimeOffset MadeAt(SampledSheet sheet) => sheet.Record?.RecordedAt ?? new DateTimeOffset(sheet.Sample.DrawnOn, TimeOnly.MinValue, Data.ChinaTime.Offset);

    private static string AddressOf(Settings settings, string mark) => $"{settings.PublicUrl}/lab/samples/{mark}";
}
