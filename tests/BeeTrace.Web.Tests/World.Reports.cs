using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Reports;
using BeeTrace.Web.Lab;
using BeeTrace.Web.Reports;

namespace BeeTrace.Web.Tests;

public sealed partial class World
{
    public Actor OtherReviewer { get; } = Person(Role.Reviewer);

    public Actor OtherSignatory { get; } = Person(Role.Signatory);

    /// <summary>A laboratory without any number that wants three people.</summary>
    public static ChangeLaboratory ALaboratory() => new(
        "试验检测中心", "Test Laboratory", "试验路 1 号", "1 Test Road", "0571-00000000", "311500", null, null, FourEyes.ThreePersons);

    /// <summary>What the laboratory is from now on.</summary>
    public async Task<Outcome> ChangeLaboratoryAsync(ChangeLaboratory change)
    {
        var seen = (await Get<LaboratoryQueries>().FindAsync(Admin))?.Current?.Id;
        return await Get<LaboratoryService>().ChangeAsync(CountyCode, change, seen, Admin);
    }

    /// <summary>The laboratory that signs reports, once.</summary>
    public async Task EnsureSigningLaboratoryAsync()
    {
        if ((await Get<LaboratoryQueries>().FindAsync(Admin))?.Current is null)
            (await ChangeLaboratoryAsync(ALaboratory())).ShouldBeDone();
    }

    /// <summary>What an analyst fills in for a report.</summary>
    public static PrepareReport AReport(SampleCode sample) => new(
        ReportId.New(), sample, "某县农业农村局 County office of agriculture", "某养蜂户", [], ObjectionRegime.AgriculturalProduct, ReportLanguages.Both);

    /// <summary>A report that <see cref="Analyst"/> has prepared.</summary>
    public async Task<ReportNumber> PreparedReportAsync(SampleCode sample, Func<PrepareReport, PrepareReport>? with = null)
    {
        await EnsureSigningLaboratoryAsync();
        return (await Get<ReportService>().PrepareAsync((with ?? (r => r))(AReport(sample)), Analyst)).ShouldBeDone();
    }

    /// <summary>A report that three people have taken to its issue.</summary>
    public async Task<ReportNumber> IssuedReportAsync(SampleCode sample, Func<PrepareReport, PrepareReport>? with = null)
    {
        var number = await PreparedReportAsync(sample, with);
        (await StepAsync(number, OtherReviewer, (s, v) => s.ReviewAsync(number, v, OtherReviewer))).ShouldBeDone();
        (await StepAsync(number, Signatory, (s, v) => s.ApproveAsync(number, v, Signatory))).ShouldBeDone();
        (await StepAsync(number, Signatory, (s, v) => s.IssueAsync(number, v, Signatory))).ShouldBeDone();
        return number;
    }

    /// <summary>A step with a report by somebody who has just read it.</summary>
    public async Task<Outcome> StepAsync(ReportNumber number, Actor actor, Func<ReportService, uint, Task<Outcome>> step)
    {
        var version = (await Get<ReportQueries>().FindAsync(number, actor))!.Report.Version;
        return await step(Get<ReportService>(), version);
    }
}
