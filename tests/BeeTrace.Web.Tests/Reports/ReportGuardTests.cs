using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Web.Tests.Data;
using Npgsql;

namespace BeeTrace.Web.Tests.Reports;

/// <summary>What the database refuses in plain SQL, as if the service had forgotten to ask.</summary>
public sealed class ReportGuardTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Nobody_signs_their_own_report_even_past_the_service()
    {
        var number = await world.PreparedReportAsync(await world.ApprovedSampleAsync(await world.LotAsync()));
        (await RefusedAsync(world.Analyst with { Role = Role.Reviewer }, Review, number)).ShouldBe("nobody_signs_their_own_report");

        (await world.StepAsync(number, world.OtherReviewer, (s, v) => s.ReviewAsync(number, v, world.OtherReviewer))).ShouldBeDone();
        (await RefusedAsync(world.OtherReviewer with { Role = Role.Signatory }, Sign, number)).ShouldBe("a_third_person_signs_a_report");
        (await RefusedAsync(world.Reviewer with { Role = Role.Signatory }, Sign, number)).ShouldBe("a_third_person_signs_a_report");
        (await RefusedAsync(world.Analyst with { Role = Role.Signatory }, Sign, number)).ShouldBe("nobody_signs_their_own_report");
        (await RefusedAsync(world.OtherReviewer, Sign, number)).ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Theory]
    [InlineData("update lab.reports set content = '{}' where number = $1")]
    [InlineData("update lab.reports set pdf = '\\x00' where number = $1")]
    [InlineData("update lab.reports set state = 'Draft' where number = $1")]
    [InlineData("update lab.reports set state = 'Superseded' where number = $1")]
    [InlineData("update lab.reports set state = 'Invalidated' where number = $1")]
    [InlineData("delete from lab.reports where number = $1")]
    public async Task An_issued_report_does_not_change(string change)
    {
        var number = await world.IssuedReportAsync(await world.ApprovedSampleAsync(await world.LotAsync()));
        await using var session = await AppSession.OpenAsync(world.Store.AppConnectionString, world.Signatory);

        var refused = await Should.ThrowAsync<PostgresException>(() => session.TellAsync(change, number.ToString()));

        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task What_the_laboratory_was_is_never_rewritten()
    {
        await world.EnsureSigningLaboratoryAsync();
        await using var session = await AppSession.OpenAsync(world.Store.AppConnectionString, world.Admin);

        (await Should.ThrowAsync<PostgresException>(() => session.TellAsync("update lab.laboratories set name_en = 'x'"))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    private const string Review = "update lab.reports set state = 'Reviewed', reviewed_by = $2, reviewed_at = now() where number = $1";
    private const string Sign = "update lab.reports set state = 'Approved', approved_by = $2, approved_at = now() where number = $1";

    private async Task<string?> RefusedAsync(Actor actor, string step, ReportNumber number)
    {
        await using var session = await AppSession.OpenAsync(world.Store.AppConnectionString, actor);
        var refused = await Should.ThrowAsync<PostgresException>(() => session.TellAsync(step, number.ToString(), actor.Account.Value));
        return string.IsNullOrEmpty(refused.ConstraintName) ? refused.SqlState : refused.ConstraintName;
    }
}
