using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Data;
using BeeTrace.Web.Lab;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BeeTrace.Web.Tests.Lab;

/// <summary>Limits change by two persons, and by nothing else.</summary>
public sealed class LimitProposalServiceTests(World world) : IClassFixture<World>
{
    private LimitProposalService Service => world.Get<LimitProposalService>();

    private DateOnly NextMonth => world.Today.AddMonths(1);

    [Fact]
    public async Task A_replacement_ends_the_limit_before_it_on_the_day_before()
    {
        var old = await world.LimitInForceAsync("SUCROSE", "≤ 5 g/100 g", standard: "GB 14963");
        await world.ReplaceLimitAsync(old, NextMonth, "4.50");

        var limits = await SucroseAsync();
        limits.Single(l => l.Id == old.Id).InForceTo.ShouldBe(NextMonth.AddDays(-1));
        var now = limits.Single(l => l.Edition == "2027");
        (now.Describe().En, now.InForceFrom, now.InForceTo, now.Verified, now.Active, now.SourceMark).ShouldBe(("≤ 4.50 g/100 g", NextMonth, null, true, true, "OFFICIAL"));
        (await world.SeeAsync(world.Auditor, db => db.Standards.SingleAsync(s => s.Code == "GB 14963" && s.Edition == "2027"))).TitleZh.ShouldBe("食品安全国家标准 蜂蜜");
        var deeds = await world.DeedsOfAsync("CN HONEY SUCROSE");
        deeds.ConvertAll(d => d.Deed).ShouldBe([DeedCode.LimitProposed, DeedCode.LimitAccepted]);
        deeds[1].Old.ShouldNotBeNull().ShouldContain("≤ 5 g/100 g");
        deeds[1].New.ShouldNotBeNull().ShouldContain("≤ 4.50 g/100 g");
    }

    [Fact]
    public async Task Nobody_decides_on_their_own_proposal_not_even_past_the_service()
    {
        var limit = await world.LimitInForceAsync("FRUCTOSE_GLUCOSE", "≥ 60 g/100 g", standard: "GB 14963");
        var id = (await Service.ProposeEndAsync(new ProposeEnd(LimitProposalId.New(), limit.Id, NextMonth, "withdrawn"), world.Reviewer)).ShouldBeDone();

        (await Service.AcceptAsync(id, null, world.Reviewer)).ShouldBeRefused(LabRefusal.OwnProposal);
        (await Service.DeclineAsync(id, "no", world.Reviewer)).ShouldBeRefused(LabRefusal.OwnProposal);
        (await RefusedAsync(world.Reviewer, $"update lab.limit_proposals set state = 'Accepted', decided_by = proposed_by, decided_at = now() where id = '{id.Value}'"))
            .ShouldBe(DbErrors.AnotherDecides);
        (await RefusedAsync(world.Signatory, $"update lab.limit_proposals set state = 'Accepted', decided_by = '{world.County.Account.Value}', decided_at = now() where id = '{id.Value}'"))
            .ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await Service.DeclineAsync(id, " ", world.County)).ShouldBeRefused(LabRefusal.ReasonMissing);
        (await Service.DeclineAsync(id, "it is in force", world.County)).ShouldBeDone();
        (await Service.AcceptAsync(id, null, world.Signatory)).ShouldBeRefused(LabRefusal.ProposalUnknown);
        (await RefusedAsync(world.Signatory, $"update lab.limit_proposals set state = 'Accepted' where id = '{id.Value}'")).ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task A_proposal_is_withdrawn_by_who_made_it_and_then_another_may_follow()
    {
        var limit = await world.LimitInForceAsync("AMITRAZ", "≤ 200 µg/kg");
        var first = await world.ProposedAsync(limit, NextMonth, "150");
        (await Service.ProposeEndAsync(new ProposeEnd(LimitProposalId.New(), limit.Id, NextMonth, "no"), world.County)).ShouldBeRefused(LabRefusal.ProposalOpen);
        (await Service.WithdrawAsync(first, world.County)).ShouldBeRefused(LabRefusal.NotYourProposal);
        (await Service.WithdrawAsync(first, world.Signatory)).ShouldBeDone();

        var second = (await Service.ProposeEndAsync(new ProposeEnd(LimitProposalId.New(), limit.Id, NextMonth, "replaced by none"), world.County)).ShouldBeDone();
        (await Service.AcceptAsync(second, "seen", world.Reviewer)).ShouldBeDone();
        (await LimitsAsync("AMITRAZ")).Single(l => l.Id == limit.Id).InForceTo.ShouldBe(NextMonth);
    }

    [Fact]
    public async Task Two_limits_for_one_question_on_one_day_are_refused_in_words_and_by_the_database()
    {
        var limit = await world.LimitInForceAsync("COUMAPHOS", "≤ 100 µg/kg");
        var typed = World.Typed(limit, NextMonth, "90");
        var refused = await Service.ProposeAsync(new ProposeLimit(LimitProposalId.New(), typed, null, "stricter"), world.Signatory);
        refused.ShouldBeRefused(LabRefusal.LimitOverlaps);
        refused.Refusals[0].Field.ShouldBe(nameof(TypedLimit.From));

        (await RefusedAsync(
            Actor.System,
            $"""
            insert into lab.limits select (jsonb_populate_record(l, jsonb_build_object('id', '{Guid.NewGuid()}'))).* from lab.limits l where id = '{limit.Id.Value}';
            set constraints all immediate
            """)).ShouldBe(DbErrors.OneLimitADay);
        // Of another standard it is another question: both count.
        (await Service.ProposeAsync(new ProposeLimit(LimitProposalId.New(), typed with { StandardCode = "GH/T 18796" }, null, "both bind"), world.Signatory)).ShouldBeDone();
    }

    [Fact]
    public async Task Of_two_proposals_for_one_question_the_second_is_refused_when_it_is_decided()
    {
        var typed = new TypedLimit
        {
            Market = "NZ", Product = "HONEY", Analyte = "HMF", Kind = LimitKind.Quality, Comparator = Comparator.AtMost, High = "40", Unit = "mg/kg", StandardCode = "GB 14963", Edition = "2011",
            Clause = "test", From = NextMonth, Source = "test", Trust = SourceTrust.Secondary,
        };
        var one = (await Service.ProposeAsync(new ProposeLimit(LimitProposalId.New(), typed, null, "one"), world.Signatory)).ShouldBeDone();
        var two = (await Service.ProposeAsync(new ProposeLimit(LimitProposalId.New(), typed with { High = "60" }, null, "two"), world.Signatory)).ShouldBeDone();

        (await Service.AcceptAsync(one, null, world.Reviewer)).ShouldBeDone();
        (await Service.AcceptAsync(two, null, world.Reviewer)).ShouldBeRefused(LabRefusal.LimitOverlaps);

        var limits = await world.SeeAsync(world.Auditor, db => db.Limits.Where(l => l.Market == "NZ" && l.Analyte == "HMF").ToListAsync());
        limits.ShouldHaveSingleItem().High.ShouldBe(40m);
        (await world.SeeAsync(world.Auditor, db => db.LimitProposals.SingleAsync(p => p.Id == two))).State.ShouldBe(ProposalState.Open);
    }

    [Fact]
    public async Task A_figure_that_nobody_saw_is_a_note_and_replaces_nothing()
    {
        var limit = await world.LimitInForceAsync("FLUVALINATE", "≤ 50 µg/kg");
        var unseen = World.Typed(limit, NextMonth, "60") with { Trust = SourceTrust.NotSeen };
        (await Service.ProposeAsync(new ProposeLimit(LimitProposalId.New(), unseen, limit.Id, "heard of"), world.Signatory)).ShouldBeRefused(LabRefusal.UnseenReplaces);

        var note = (await Service.ProposeAsync(new ProposeLimit(LimitProposalId.New(), unseen, null, "heard of"), world.Signatory)).ShouldBeDone();
        (await Service.AcceptAsync(note, null, world.County)).ShouldBeDone();
        var kept = (await LimitsAsync("FLUVALINATE")).Single(l => l.High == 60m);
        (kept.Active, kept.Verified).ShouldBe((false, false));
    }

    [Fact]
    public async Task Nothing_is_half_saved_where_something_is_refused()
    {
        var limit = await world.LimitInForceAsync("CHLORAMPHENICOL", "not detectable (LOD 0.1 µg/kg)");
        var id = LimitProposalId.New();
        var typed = World.Typed(limit, NextMonth, null) with { Source = "", Clause = " ", From = null, Trust = null, High = "0,1" };

        var refused = await Service.ProposeAsync(new ProposeLimit(id, typed, limit.Id, ""), world.Signatory);

        refused.Refusals.Select(r => (r.Code, r.Field)).ShouldBe(
            [
                (LabRefusal.ReasonMissing, "Reason"), (LabRefusal.CommaInNumber, "High"), (LabRefusal.ClauseMissing, "Clause"), (LabRefusal.InForceMissing, "From"),
                (LabRefusal.SourceMissing, "Source"), (LabRefusal.TrustMissing, "Trust"),
            ],
            ignoreOrder: true);
        (await world.SeeAsync(world.Auditor, db => db.LimitProposals.AnyAsync(p => p.Id == id))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_plant_that_nobody_knows_is_a_slip_and_not_a_limit_that_never_applies()
    {
        var limit = await world.LimitInForceAsync("SUCROSE", "≤ 5 g/100 g", standard: "GB 14963");
        var slip = World.Typed(limit, NextMonth, "6") with { NectarRule = NectarRule.In, NectarSources = "Robina pseudoacacia" };
        var refused = await Service.ProposeAsync(new ProposeLimit(LimitProposalId.New(), slip, null, "why"), world.Signatory);
        refused.Refusals.Single().ShouldSatisfyAllConditions(r => r.Code.ShouldBe(LabRefusal.PlantUnknown), r => r.Field.ShouldBe("NectarSources"));
    }

    [Fact]
    public async Task A_standard_is_registered_and_its_edition_named()
    {
        var limit = await world.LimitInForceAsync("RONIDAZOLE", "not detectable");
        var typed = World.Typed(limit, NextMonth, null) with { Analyte = "NOTHING", Market = "XX", Product = "TEA", StandardCode = "GB 99999" };
        var refused = await Service.ProposeAsync(new ProposeLimit(LimitProposalId.New(), typed, null, "why"), world.Signatory);
        refused.Refusals.Select(r => r.Code).ShouldBe([LabRefusal.AnalyteUnknown, LabRefusal.ProductUnknown, LabRefusal.MarketUnknown, LabRefusal.StandardUnknown], ignoreOrder: true);

        var nameless = World.Typed(limit, NextMonth, null) with { StandardCode = "GB 31650", Edition = "" };
        (await Service.ProposeAsync(new ProposeLimit(LimitProposalId.New(), nameless, limit.Id, "why"), world.Signatory)).ShouldBeRefused(LabRefusal.EditionMissing);
    }

    [Fact]
    public async Task A_second_click_finds_the_first_proposal()
    {
        var limit = await world.LimitInForceAsync("DIMETRIDAZOLE", "not detectable");
        var propose = new ProposeEnd(LimitProposalId.New(), limit.Id, NextMonth, "once");
        (await Service.ProposeEndAsync(propose, world.County)).ShouldBeDone();
        (await Service.ProposeEndAsync(propose, world.County)).ShouldBeDone();
        (await world.SeeAsync(world.Auditor, db => db.LimitProposals.CountAsync(p => p.TargetId == limit.Id))).ShouldBe(1);
    }

    [Fact]
    public async Task Only_who_answers_for_verdicts_proposes_and_decides()
    {
        var limit = await world.LimitInForceAsync("RONIDAZOLE", "not detectable");
        var id = (await Service.ProposeEndAsync(new ProposeEnd(LimitProposalId.New(), limit.Id, NextMonth, "reason"), world.County)).ShouldBeDone();
        foreach (var actor in new[] { world.Sampler, world.Analyst, world.Auditor, world.Admin })
        {
            (await Service.ProposeEndAsync(new ProposeEnd(LimitProposalId.New(), limit.Id, NextMonth, "reason"), actor)).ShouldBeRefused(AccessRefusal.NotYourRole);
            (await Service.AcceptAsync(id, null, actor)).ShouldBeRefused(AccessRefusal.NotYourRole);
        }
    }

    [Fact]
    public async Task What_a_limit_says_is_never_rewritten_whoever_asks()
    {
        var limit = await world.LimitInForceAsync("METRONIDAZOLE", "not detectable");
        foreach (var set in new[] { "high = 8", "comparator = 'AtMost'", "unit = 'mg/kg'", "source = 'mine'" })
            (await RefusedAsync(Actor.System, $"update lab.limits set {set} where id = '{limit.Id.Value}'")).ShouldBe(PostgresErrorCodes.InsufficientPrivilege, set);
        await using var owner = NpgsqlDataSource.Create(world.Store.OwnerConnectionString);
        await using var rewrite = owner.CreateCommand($"update lab.limits set high = 8 where id = '{limit.Id.Value}'");
        (await Should.ThrowAsync<PostgresException>(() => rewrite.ExecuteNonQueryAsync())).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task One_person_alone_neither_adds_nor_ends_a_limit()
    {
        var limit = await world.LimitInForceAsync("AOZ", "not detectable");
        (await RefusedAsync(
            world.County,
            $"insert into lab.limits select (jsonb_populate_record(l, jsonb_build_object('id', '{Guid.NewGuid()}', 'analyte', 'HMF'))).* from lab.limits l where id = '{limit.Id.Value}'"))
            .ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await TellAsync(world.County, $"update lab.limits set in_force_to = '2026-01-01' where id = '{limit.Id.Value}'")).ShouldBe(0);

        // Another number than the accepted one does not come in with the acceptance.
        var id = await world.ProposedAsync(await world.LimitInForceAsync("LEAD", "≤ 0.10 mg/kg", "EU"), NextMonth, "0.05");
        (await RefusedAsync(
            world.OtherSignatory,
            $"""
            update lab.limit_proposals set state = 'Accepted', decided_by = '{world.OtherSignatory.Account.Value}', decided_at = now() where id = '{id.Value}';
            insert into lab.limits select (jsonb_populate_record(null::lab.limits, p.proposed || jsonb_build_object('high', 5))).* from lab.limit_proposals p where p.id = '{id.Value}'
            """)).ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task A_market_has_one_profile_a_day_and_the_database_says_so() =>
        (await RefusedAsync(
            Actor.System,
            """
            insert into lab.market_versions select (jsonb_populate_record(m, jsonb_build_object('version', 'CN-TEST'))).* from lab.market_versions m where version = 'CN-2020.1';
            set constraints all immediate
            """)).ShouldBe(DbErrors.OneProfileADay);

    private Task<List<Limit>> SucroseAsync() => LimitsAsync("SUCROSE");

    private Task<List<Limit>> LimitsAsync(string analyte) =>
        world.SeeAsync(world.Auditor, db => db.Limits.AsNoTracking().Where(l => l.Market == "CN" && l.Product == "HONEY" && l.Analyte == analyte).ToListAsync());

    private async Task<int> TellAsync(Actor actor, string sql)
    {
        await using var work = await world.Get<Database>().OpenAsync(actor);
        return await work.Db.Database.ExecuteSqlRawAsync(sql);
    }

    /// <summary>The constraint that refuses, or the state where none is named.</summary>
    private async Task<string> RefusedAsync(Actor actor, string sql)
    {
        var refused = await Should.ThrowAsync<PostgresException>(() => TellAsync(actor, sql));
        return string.IsNullOrEmpty(refused.ConstraintName) ? refused.SqlState : refused.ConstraintName;
    }
}
