using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Web.Data;
using BeeTrace.Web.Tests.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BeeTrace.Web.Tests.Access;

/// <summary>What the database shows and refuses to <c>beetrace_app</c> in plain SQL, as if every service had forgotten to ask.</summary>
public sealed class RowSecurityTests(TwoFirms two) : IClassFixture<TwoFirms>
{
    private const string Schemas = "('access', 'registry', 'trace', 'lab', 'certificates', 'trade', 'map', 'import')";

    /// <summary>Which migrations ran: the app compares them at its start, before anybody is anybody.</summary>
    private const string Migrations = "access.migrations";

    /// <summary>Tables that nobody reads or writes but functions of their owner: counters of codes, what the map is drawn from, and the roll-up of rates.</summary>
    private static readonly string[] Closed = ["registry.serials", "registry.current_places", "registry.grid", "registry.grid_changes", "registry.map_state", "lab.rate_months", "lab.rate_versions"];

    [Fact]
    public async Task Without_an_actor_no_table_shows_a_row()
    {
        var tables = await TablesAsync();
        tables.Count.ShouldBeGreaterThan(20);
        await using var everything = await AppSession.OpenAsync(two.World.Store.SuperuserConnectionString, null);
        await using var nobody = await two.AsAsync(null);

        var filled = 0;
        foreach (var table in tables.Except([Migrations, .. Closed]))
        {
            filled += await everything.CountAsync(table) > 0 ? 1 : 0;
            (await nobody.CountAsync(table)).ShouldBe(0, table);
        }

        filled.ShouldBeGreaterThan(15, "tables that hold rows, so that seeing none means something");
    }

    [Fact]
    public async Task Without_an_actor_no_function_tells_anything()
    {
        await using var nobody = await two.AsAsync(null);

        (await nobody.CountAsync("certificates.by_number($1)", two.Certificate.ToString())).ShouldBe(0);
        (await nobody.CountAsync("trace.public_lot($1)", two.Lot.ToString())).ShouldBe(0);
        (await nobody.CountAsync("registry.origin_on($1, $2)", two.Apiary.ToString(), two.World.Today)).ShouldBe(0);
        (await nobody.CountAsync("trade.export_cells(2025, null, false)")).ShouldBe(0);
        (await nobody.CountAsync("lab.pass_rate('2026-01-01', '2026-12-31', null, 'RandomSurveillance', null, null) as r where r.drawn > 0")).ShouldBe(0);
        (await nobody.CountAsync("access.account_names(array[$1])", two.Firm.Account.Value)).ShouldBe(0);
        await nobody.RefusesAsync("select registry.next_serial('L2026')");
        await nobody.RefusesAsync("select registry.raise_serial('L2026', 5)");
    }

    [Fact]
    public async Task Row_security_is_forced_on_every_table_and_says_something_for_the_app()
    {
        await using var catalogue = await AppSession.OpenAsync(two.World.Store.SuperuserConnectionString, null);
        foreach (var table in await TablesAsync())
        {
            (await catalogue.AskAsync("select relrowsecurity and relforcerowsecurity from pg_class where oid = $1::regclass", table)).ShouldBe(true, table);
            var policies = await catalogue.CountAsync("pg_policy where polrelid = $1::regclass and 'beetrace_app'::regrole = any (polroles)", table);
            if (Closed.Contains(table))
                policies.ShouldBe(0, table);
            else
                policies.ShouldBeGreaterThan(0, table);
        }
    }

    [Fact]
    public async Task No_policy_is_for_everybody()
    {
        await using var catalogue = await AppSession.OpenAsync(two.World.Store.SuperuserConnectionString, null);

        (await catalogue.CountAsync($"pg_policies where schemaname in {Schemas}")).ShouldBeGreaterThan(40);
        (await catalogue.AskAsync($"select string_agg(schemaname || '.' || policyname, ' ') from pg_policies where schemaname in {Schemas} and 'public' = any (roles)"))
            .ShouldBe(DBNull.Value);
    }

    [Fact]
    public async Task The_app_owns_nothing_and_cannot_step_past_row_security()
    {
        await using var app = await two.AsAsync(null);

        (await app.AskAsync("select current_user::text")).ShouldBe("beetrace_app");
        (await app.CountAsync("pg_roles where rolname = current_user and not (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)")).ShouldBe(1);
        (await app.CountAsync("pg_class where relowner = current_user::regrole")).ShouldBe(0);
        (await app.CountAsync("pg_auth_members where member = current_user::regrole")).ShouldBe(0);
        await app.RefusesAsync("set role beetrace_owner");
        await app.RefusesAsync("alter table trace.lots no force row level security");
        await app.RefusesAsync("select last from registry.serials");
        await app.RefusesAsync("create table access.more (id integer)");
    }

    [Fact]
    public async Task A_firm_sees_its_own_lots_samples_exports_and_certificates_and_no_others()
    {
        var firm = two.Firm.Firm!.Value.Value;
        await using var own = await two.AsAsync(two.Firm);
        await using var other = await two.AsAsync(two.OtherFirm);

        foreach (var table in new[] { "trace.lots", "lab.samples", "trade.declarations", "certificates.certificates" })
        {
            (await own.CountAsync($"{table} where firm_id = $1", firm)).ShouldBeGreaterThan(0, table);
            (await own.CountAsync($"{table} where firm_id <> $1", firm)).ShouldBe(0, table);
            (await other.CountAsync($"{table} where firm_id = $1", firm)).ShouldBe(0, table);
        }
    }

    [Fact]
    public async Task A_firm_writes_nothing_in_the_name_of_another()
    {
        var firm = two.Firm.Firm!.Value.Value;
        await using var other = await two.AsAsync(two.OtherFirm);

        const string CopyLot =
            """
            insert into trace.lots (id, code, firm_id, apiary_id, placement_id, beekeeper_id, product, mass_kg, harvested_on, species, recorded_at)
            select gen_random_uuid(), 'L26-99999-X', $1, apiary_id, placement_id, beekeeper_id, product, mass_kg, harvested_on, species, recorded_at
            from trace.lots limit 1
            """;
        await other.RefusesAsync(CopyLot, firm);
        (await other.TellAsync(CopyLot, two.OtherFirm.Firm!.Value.Value)).ShouldBe(1, "the same statement in the own name");

        const string Export =
            """
            insert into trade.declarations (id, number, item, version, firm_id, declared_on, product, hs_code, destination, trade_mode, registered_place, source_place, net_kg, is_void, recorded_by, recorded_at)
            values (gen_random_uuid(), '999999999999999999', 1, 1, $1, '2024-05-01', 'RJ_FRESH', '0410902100', 'JP', 'General', '330122', '330122', 1, false, access.actor_account(), now())
            """;
        await other.RefusesAsync(Export, firm);
        (await other.TellAsync(Export, two.OtherFirm.Firm!.Value.Value)).ShouldBe(1, "the same statement in the own name");

        (await other.TellAsync("update trade.declarations set superseded_by = gen_random_uuid() where firm_id = $1", firm)).ShouldBe(0);
        (await other.TellAsync("update lab.samples set status = 'Drawn' where firm_id = $1", firm)).ShouldBe(0);
        await other.RefusesAsync("update trace.lots set mass_kg = 1 where firm_id = $1", firm);
        await other.RefusesAsync("update certificates.certificates set firm_id = $1", two.OtherFirm.Firm!.Value.Value);
        await other.RefusesAsync("delete from trade.declarations where firm_id = $1", firm);
    }

    [Fact]
    public async Task A_firm_draws_no_samples_enters_no_readings_and_issues_no_certificates()
    {
        await using var firm = await two.AsAsync(two.Firm);

        await firm.RefusesAsync(
            """
            insert into lab.samples (id, code, lot_id, firm_id, product, county, basis, drawn_on, drawn_by, status)
            select gen_random_uuid(), 'S26-99999-X', lot_id, firm_id, product, county, basis, drawn_on, drawn_by, 'Drawn' from lab.samples limit 1
            """);
        await firm.RefusesAsync(
            """
            insert into certificates.certificates (id, number, kind, firm_id, issued_on, issued_at, issued_by, content, content_sha256, pdf, pdf_sha256)
            select gen_random_uuid(), 'BT-2026-AAAA-X', kind, firm_id, issued_on, issued_at, issued_by, content, content_sha256, pdf, repeat('0', 64) from certificates.certificates limit 1
            """);
        (await firm.TellAsync("update lab.samples set verdict = 'Pass'")).ShouldBe(0);
    }

    [Fact]
    public async Task Where_hives_stand_is_for_their_beekeeper()
    {
        await using var own = await two.AsAsync(two.Beekeeper);
        await using var other = await two.AsAsync(two.OtherBeekeeper);
        var beekeeper = two.Beekeeper.Beekeeper!.Value.Value;

        (await own.CountAsync("registry.placements where beekeeper_id = $1", beekeeper)).ShouldBe(1);
        (await other.CountAsync("registry.placements where beekeeper_id = $1", beekeeper)).ShouldBe(0);
        foreach (var stranger in new[]
        {
            two.Firm, two.World.Sampler, two.World.Analyst, two.World.Reviewer, two.World.Signatory, two.World.County, two.World.Auditor, two.World.Admin, Actor.Public,
        })
        {
            await using var session = await two.AsAsync(stranger);
            (await session.CountAsync("registry.placements")).ShouldBe(0, stranger.Role.Code());
            foreach (var table in Closed)
                await session.RefusesAsync($"select * from {table}");
        }
    }

    [Fact]
    public async Task A_beekeeper_places_only_the_own_apiaries()
    {
        const string Place =
            """
            insert into registry.placements (id, apiary_id, beekeeper_id, from_day, until_day, latitude, longitude, entered_latitude, entered_longitude, entered_datum, colonies)
            values (gen_random_uuid(), $1, $2, '2020-01-01', '2020-02-01', 29.8, 119.7, 29.8, 119.7, 'Wgs84', 10)
            """;
        var ids = await two.World.SeeAsync(two.World.County, db => db.Apiaries.AsNoTracking().ToDictionaryAsync(a => a.Code, a => a.Id.Value));
        var (own, foreign) = (ids[two.OtherApiary], ids[two.Apiary]);
        var (me, them) = (two.OtherBeekeeper.Beekeeper!.Value.Value, two.Beekeeper.Beekeeper!.Value.Value);
        await using var session = await two.AsAsync(two.OtherBeekeeper);

        (await session.TellAsync(Place, own, me)).ShouldBe(1);
        await session.RefusesAsync(Place, foreign, me);
        await session.RefusesAsync(Place, foreign, them);
        await session.RefusesAsync("update registry.placements set apiary_id = $1 where beekeeper_id = $2", foreign, me);
        await session.RefusesAsync("update registry.placements set beekeeper_id = $1 where beekeeper_id = $2", them, me);
        await session.RefusesAsync("update registry.placements set colonies = 1 where beekeeper_id = $1", me);
        (await session.TellAsync("update registry.placements set until_day = '2030-01-01' where beekeeper_id = $1", them)).ShouldBe(0);
        (await session.TellAsync("update registry.placements set until_day = '2030-01-01' where beekeeper_id = $1 and until_day is null", me)).ShouldBe(1);
        (await session.TellAsync("update registry.apiaries set name = 'mine' where id = $1", foreign)).ShouldBe(0);
    }

    [Fact]
    public async Task A_firm_sees_readings_and_verdicts_only_when_they_are_approved()
    {
        const string Readings = "lab.readings r join lab.samples s on s.id = r.sample_id where s.code = $1";
        const string Verdicts = "lab.evaluation_items i join lab.evaluations e on e.id = i.evaluation_id join lab.samples s on s.id = e.sample_id where s.code = $1";
        await using var analyst = await two.AsAsync(two.World.Analyst);
        await using var firm = await two.AsAsync(two.Firm);
        await using var other = await two.AsAsync(two.OtherFirm);

        (await analyst.CountAsync(Readings, two.Submitted.ToString())).ShouldBeGreaterThan(0);
        (await firm.CountAsync("lab.samples where code = $1", two.Submitted.ToString())).ShouldBe(1);
        (await firm.CountAsync(Readings, two.Submitted.ToString())).ShouldBe(0);
        (await firm.CountAsync(Readings, two.Approved.ToString())).ShouldBeGreaterThan(0);
        (await firm.CountAsync(Verdicts, two.Approved.ToString())).ShouldBeGreaterThan(0);
        (await other.CountAsync("lab.readings")).ShouldBe(0);
        (await other.CountAsync("lab.evaluations")).ShouldBe(0);
    }

    [Fact]
    public async Task The_public_sees_nothing_of_people_places_lots_and_samples()
    {
        await using var anybody = await two.AsAsync(Actor.Public);

        foreach (var table in new[]
        {
            "access.accounts", "access.api_tokens", "access.sign_in_failures", "access.protection_keys", "access.deeds",
            "registry.beekeepers", "registry.apiaries", "registry.placements", "registry.firm_years", "trace.lots",
            "lab.samples", "lab.readings", "lab.evaluations", "lab.evaluation_items", "certificates.certificates", "trade.declarations",
        })
            (await anybody.CountAsync(table)).ShouldBe(0, table);
        (await anybody.CountAsync("trace.products")).ShouldBeGreaterThan(0, "reference data are for everybody");
        (await anybody.CountAsync("certificates.by_number($1)", two.Certificate.ToString())).ShouldBe(1, "who holds a number reads that one");
        await anybody.RefusesAsync("select registry.next_serial('L2026')");
    }

    [Fact]
    public async Task Only_the_county_keeps_the_reference_data()
    {
        foreach (var actor in new[] { two.Firm, two.Beekeeper, two.World.Analyst, two.World.Signatory, two.World.Auditor, Actor.Public, Actor.SignIn })
        {
            await using var session = await two.AsAsync(actor);
            (await session.TellAsync("update registry.plants set toxic = true")).ShouldBe(0, actor.Role.Code());
            await session.RefusesAsync("insert into registry.plants (latin_name, name_zh, name_en, synonyms, toxic, source_mark, source, verified) values ('Apis', 'x', 'x', '{}', false, 'K', 'K', false)");
        }

        await using var county = await two.AsAsync(two.World.County);
        (await county.TellAsync("update registry.plants set toxic = toxic")).ShouldBeGreaterThan(0);
        (await county.TellAsync("update lab.limits set in_force_to = '2020-01-01'")).ShouldBe(0, "limits change by two persons");
    }

    [Fact]
    public async Task An_account_is_for_its_holder_and_nobody_gives_themselves_a_role()
    {
        var account = await two.World.AccountAsync(Role.Analyst);
        await using var holder = await two.AsAsync(account.ToActor());

        (await holder.CountAsync("access.accounts")).ShouldBe(1);
        await holder.RefusesAsync("update access.accounts set role = 'Admin'");
        await holder.RefusesAsync("update access.accounts set firm_id = $1", two.Firm.Firm!.Value.Value);
        (await holder.TellAsync("update access.accounts set password_hash = password_hash")).ShouldBe(1, "the own password may change");
    }

    [Fact]
    public async Task Who_asks_is_forgotten_with_the_transaction()
    {
        var single = new NpgsqlConnectionStringBuilder(two.World.Store.AppConnectionString) { MaxPoolSize = 1, ApplicationName = "one connection" }.ConnectionString;
        int process;
        await using (var county = await AppSession.OpenAsync(single, two.World.County))
        {
            process = (int)(await county.AskAsync("select pg_backend_pid()"))!;
            (await county.CountAsync("trace.lots")).ShouldBeGreaterThan(0);
        }

        await using var next = await AppSession.OpenAsync(single, null);
        (await next.AskAsync("select pg_backend_pid()")).ShouldBe(process, "the same connection of the pool");
        (await next.CountAsync("trace.lots")).ShouldBe(0);
        (await next.AskAsync("select coalesce(current_setting('beetrace.role', true), '')")).ShouldBe("");
    }

    [Theory]
    [InlineData("access.deeds")]
    [InlineData("trace.lots")]
    [InlineData("lab.readings")]
    [InlineData("lab.evaluations")]
    [InlineData("lab.evaluation_items")]
    [InlineData("certificates.certificates")]
    public async Task What_was_written_stays_written_for_the_app_and_for_the_owner(string table)
    {
        await using var superuser = await AppSession.OpenAsync(two.World.Store.SuperuserConnectionString, null);
        var column = await superuser.AskAsync(
            "select quote_ident(attname) from pg_attribute where attrelid = $1::regclass and attnum = 2", table);
        foreach (var (connection, actor) in new[] { (two.World.Store.AppConnectionString, Actor.System), (two.World.Store.OwnerConnectionString, null) })
        {
            await using var session = await AppSession.OpenAsync(connection, actor);
            (await session.CountAsync(table)).ShouldBeGreaterThan(0);
            await session.RefusesAsync($"update {table} set {column} = {column}");
            await session.RefusesAsync($"delete from {table}");
            await session.RefusesAsync($"truncate {table} cascade");
        }
    }

    [Fact]
    public async Task A_sample_keeps_its_origin_and_an_approved_one_does_not_change()
    {
        await using var owner = await AppSession.OpenAsync(two.World.Store.OwnerConnectionString, null);

        await owner.RefusesAsync("update lab.samples set basis = 'Targeted' where code = $1", two.Submitted.ToString());
        await owner.RefusesAsync("update lab.samples set verdict = 'Fail' where code = $1", two.Approved.ToString());
        await owner.RefusesAsync("update lab.samples set status = 'Testing' where code = $1", two.Approved.ToString());
    }

    [Fact]
    public async Task Nobody_approves_the_own_readings_even_past_the_service()
    {
        // The analyst who entered the readings, had somebody made them a reviewer meanwhile.
        await using var promoted = await two.AsAsync(two.World.Analyst with { Role = Role.Reviewer });

        var refused = await Should.ThrowAsync<PostgresException>(() => promoted.TellAsync(
            "update lab.samples set status = 'Approved', approved_by = $1 where code = $2", two.World.Analyst.Account.Value, two.Submitted.ToString()));

        refused.ConstraintName.ShouldBe(DbErrors.ApprovesNotOwn);
    }

    [Fact]
    public async Task Nobody_approves_in_the_name_of_somebody_else_or_in_a_role_that_may_not()
    {
        await using var reviewer = await two.AsAsync(two.World.Reviewer);
        await using var sampler = await two.AsAsync(two.World.Sampler);
        const string Approve = "update lab.samples set status = 'Approved', verdict = 'Pass', approved_by = $1 where code = $2";

        await reviewer.RefusesAsync(Approve, two.World.Signatory.Account.Value, two.Submitted.ToString());
        await sampler.RefusesAsync(Approve, two.World.Sampler.Account.Value, two.Submitted.ToString());
    }

    [Fact]
    public async Task A_deed_that_is_not_committed_never_happened()
    {
        const string Subject = "A330122-0000-0";
        await using (var work = await two.World.Get<Database>().OpenAsync(two.World.County))
        {
            work.Record(DeedCode.ApiaryClosed, Subject);
            await work.Db.SaveChangesAsync();
            (await work.Db.Deeds.CountAsync(d => d.Subject == Subject)).ShouldBe(1);
        }

        (await two.World.DeedsOfAsync(Subject)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_records_a_deed_in_the_name_of_another()
    {
        const string Insert =
            """
            insert into access.deeds (id, at, actor_id, actor_name, actor_role, deed, subject)
            values (gen_random_uuid(), now(), $1, 'x', 'Analyst', 'reading-entered', 'S26-00001-X')
            """;
        await using var analyst = await two.AsAsync(two.World.Analyst);

        await analyst.RefusesAsync(Insert, two.World.OtherAnalyst.Account.Value);
        (await analyst.TellAsync(Insert, two.World.Analyst.Account.Value)).ShouldBe(1);
    }

    [Fact]
    public async Task BeeTrace_refuses_to_run_as_a_role_that_row_security_does_not_bind()
    {
        foreach (var (role, connection) in new[] { ("beetrace_super", two.World.Store.SuperuserConnectionString), ("beetrace_owner", two.World.Store.OwnerConnectionString) })
        {
            var refused = await Should.ThrowAsync<DataSetupException>(() => Migrator.CheckAsync(connection));
            refused.Message.ShouldStartWith($"BeeTrace does not run as the database role '{role}', because row security does not hold for it");
        }

        await Migrator.CheckAsync(two.World.Store.AppConnectionString);
    }

    private async Task<List<string>> TablesAsync()
    {
        await using var catalogue = await AppSession.OpenAsync(two.World.Store.SuperuserConnectionString, null);
        var tables = (string[])(await catalogue.AskAsync(
            $"select array_agg(n.nspname || '.' || c.relname order by 1) from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in {Schemas} and c.relkind in ('r', 'p')"))!;
        return [.. tables];
    }
}
