-- Judging again moves a counted sample in the roll-up: out with what its evaluation said before, in with what the newer one says.

create function lab.evaluation_items_of(wanted_evaluation uuid) returns table (passed integer, failed integer, inconclusive integer)
    language sql stable set search_path = lab, pg_temp as $$
    select count(*) filter (where i.verdict in ('Pass', 'ConditionalPass'))::integer,
           count(*) filter (where i.verdict in ('Fail', 'ConditionalFail'))::integer,
           count(*) filter (where i.verdict in ('CannotJudge', 'NeedsInput'))::integer
    from lab.evaluation_items i where i.evaluation_id = wanted_evaluation
$$;
revoke execute on function lab.evaluation_items_of(uuid) from public;

-- Of two evaluations at one moment the later identity is the newer.
create or replace function lab.counted_items(wanted_sample uuid) returns table (profile_version text, passed integer, failed integer, inconclusive integer)
    language sql stable set search_path = lab, pg_temp as $$
    select e.profile_version::text, i.passed, i.failed, i.inconclusive
    from (select id, profile_version from lab.evaluations where sample_id = wanted_sample and market = 'CN' order by evaluated_at desc, id desc limit 1) e
    cross join lateral lab.evaluation_items_of(e.id) i
$$;

-- At the commit, when the items are there. Where a re-test has a verdict, that one counts on; where it is the re-test that is judged again, the
-- first sample is counted by its new verdict.
create function lab.count_again() returns trigger
    language plpgsql security definer set search_path = lab, pg_temp as $$
declare
    s lab.samples;
    before lab.evaluations;
    is_final boolean;
    old_items record;
    new_items record;
begin
    select * into s from lab.samples where id = new.sample_id;
    if s.basis = 'ProficiencyTest' then
        return null;
    end if;
    select * into strict before from lab.evaluations e
        where e.sample_id = new.sample_id and e.market = 'CN' and (e.evaluated_at, e.id) < (new.evaluated_at, new.id)
        order by e.evaluated_at desc, e.id desc limit 1;
    if s.basis = 'ReTest' then
        perform lab.recount_verdict(t.first_id, before.verdict::text, new.verdict::text)
        from lab.re_tests t
        where t.sample_id = s.id
          and not exists (select from lab.objections o where o.sample_id = t.first_id and o.final_verdict is not null)
          and not exists (
              select from lab.re_tests later join lab.samples r on r.id = later.sample_id
              where later.first_id = t.first_id and r.verdict is not null and (later.ordered_at, r.code) > (t.ordered_at, s.code));
        return null;
    end if;
    is_final := exists (select from lab.objections o where o.sample_id = s.id and o.final_verdict is not null) or lab.re_test_verdict(s.id, null) is not null;
    select * into old_items from lab.evaluation_items_of(before.id);
    select * into new_items from lab.evaluation_items_of(new.id);
    update lab.rate_months m set
        passed = m.passed + case when is_final then 0 else (new.verdict in ('Pass', 'ConditionalPass'))::integer - (before.verdict in ('Pass', 'ConditionalPass'))::integer end,
        failed = m.failed + case when is_final then 0 else (new.verdict in ('Fail', 'ConditionalFail'))::integer - (before.verdict in ('Fail', 'ConditionalFail'))::integer end,
        inconclusive = m.inconclusive + case when is_final then 0 else (new.verdict in ('CannotJudge', 'NeedsInput', 'Incomplete'))::integer
            - (before.verdict in ('CannotJudge', 'NeedsInput', 'Incomplete'))::integer end,
        items_passed = m.items_passed + new_items.passed - old_items.passed,
        items_failed = m.items_failed + new_items.failed - old_items.failed,
        items_inconclusive = m.items_inconclusive + new_items.inconclusive - old_items.inconclusive
    where m.basis = s.basis and m.county = s.county and m.month = date_trunc('month', s.drawn_on)::date and m.product = s.product and m.firm_id = s.firm_id;
    if new.profile_version <> before.profile_version then
        update lab.rate_versions v set samples = v.samples - 1
        where v.basis = s.basis and v.county = s.county and v.month = date_trunc('month', s.drawn_on)::date and v.product = s.product and v.firm_id = s.firm_id
          and v.profile_version = before.profile_version;
        delete from lab.rate_versions v
        where v.basis = s.basis and v.county = s.county and v.month = date_trunc('month', s.drawn_on)::date and v.product = s.product and v.firm_id = s.firm_id
          and v.profile_version = before.profile_version and v.samples = 0;
        insert into lab.rate_versions as v (basis, county, month, product, firm_id, profile_version, samples)
        values (s.basis, s.county, date_trunc('month', s.drawn_on)::date, s.product, s.firm_id, new.profile_version, 1)
        on conflict on constraint pk_rate_versions do update set samples = v.samples + 1;
    end if;
    return null;
end $$;
create constraint trigger count_again after insert on lab.evaluations deferrable initially deferred for each row
    when (new.market = 'CN' and new.why is not null) execute function lab.count_again();

-- The verdicts that count in the place of a first one, as far as the reader may see them: of an objection's conclusion, else of the last approved
-- re-test. Few, beside all samples.
create function lab.final_verdicts() returns table (sample_id uuid, verdict text)
    language sql stable set search_path = lab, pg_temp as $$
    select distinct on (f.sample_id) f.sample_id, f.verdict
    from (
        select o.sample_id, o.final_verdict::text as verdict, 1 as rank, o.concluded_on::timestamptz as at, '' as code
        from lab.objections o where o.final_verdict is not null
        union all
        select t.first_id, r.verdict::text, 2, t.ordered_at, r.code::text
        from lab.re_tests t join lab.samples r on r.id = t.sample_id where r.verdict is not null) f
    where access.actor_role() is not null
    order by f.sample_id, f.rank, f.at desc, f.code desc
$$;
