-- Pass rates from a roll-up that is kept in the transaction of every draw, approval and re-test: a year of ten million readings is
-- read from some hundred rows. Days at the ends of a period that are no whole month are counted from the samples themselves.
-- A proficiency test tests the laboratory and a re-test repeats a sample that is counted: neither is in any rate.

create table lab.rate_months
(
    basis text not null,
    county text not null,
    month date not null,
    product text not null,
    firm_id uuid not null,
    drawn integer not null default 0,
    passed integer not null default 0,
    failed integer not null default 0,
    inconclusive integer not null default 0,
    items_passed integer not null default 0,
    items_failed integer not null default 0,
    items_inconclusive integer not null default 0,
    constraint pk_rate_months primary key (basis, county, month, product, firm_id)
);
create index rate_months_of_the_nation on lab.rate_months (basis, month);
create table lab.rate_versions
(
    basis text not null,
    county text not null,
    month date not null,
    product text not null,
    firm_id uuid not null,
    profile_version text not null,
    samples integer not null,
    constraint pk_rate_versions primary key (basis, county, month, product, firm_id, profile_version)
);
do $$
declare t text;
begin
    foreach t in array array['lab.rate_months', 'lab.rate_versions']
    loop
        execute format('alter table %s enable row level security', t);
        execute format('alter table %s force row level security', t);
        execute format('create policy owner_all on %s to beetrace_owner using (true) with check (true)', t);
    end loop;
end $$;

-- The evaluation in the home market that counts for a sample, and what its tests say. What was not tested is no test.
create function lab.counted_items(wanted_sample uuid) returns table (profile_version text, passed integer, failed integer, inconclusive integer)
    language sql stable set search_path = lab, pg_temp as $$
    select e.profile_version::text,
           count(*) filter (where i.verdict in ('Pass', 'ConditionalPass'))::integer,
           count(*) filter (where i.verdict in ('Fail', 'ConditionalFail'))::integer,
           count(*) filter (where i.verdict in ('CannotJudge', 'NeedsInput'))::integer
    from (select id, profile_version from lab.evaluations where sample_id = wanted_sample and market = 'CN' order by evaluated_at desc limit 1) e
    left join lab.evaluation_items i on i.evaluation_id = e.id
    group by e.profile_version
$$;
revoke execute on function lab.counted_items(uuid) from public;

create function lab.count_draw() returns trigger
    language plpgsql security definer set search_path = lab, pg_temp as $$
begin
    insert into lab.rate_months as m (basis, county, month, product, firm_id, drawn)
    values (new.basis, new.county, date_trunc('month', new.drawn_on)::date, new.product, new.firm_id, 1)
    on conflict on constraint pk_rate_months do update set drawn = m.drawn + 1;
    return null;
end $$;
create trigger count_draw after insert on lab.samples for each row
    when (new.basis not in ('ProficiencyTest', 'ReTest')) execute function lab.count_draw();

-- At the commit, when the evaluation is there whatever order it was written in. A conditional pass passes and a conditional fail fails.
create function lab.count_verdict() returns trigger
    language plpgsql security definer set search_path = lab, pg_temp as $$
declare items record;
begin
    select * into items from lab.counted_items(new.id);
    update lab.rate_months set
        passed = passed + (new.verdict in ('Pass', 'ConditionalPass'))::integer,
        failed = failed + (new.verdict in ('Fail', 'ConditionalFail'))::integer,
        inconclusive = inconclusive + (new.verdict in ('CannotJudge', 'NeedsInput', 'Incomplete'))::integer,
        items_passed = items_passed + coalesce(items.passed, 0),
        items_failed = items_failed + coalesce(items.failed, 0),
        items_inconclusive = items_inconclusive + coalesce(items.inconclusive, 0)
    where basis = new.basis and county = new.county and month = date_trunc('month', new.drawn_on)::date and product = new.product and firm_id = new.firm_id;
    if items.profile_version is not null then
        insert into lab.rate_versions as v (basis, county, month, product, firm_id, profile_version, samples)
        values (new.basis, new.county, date_trunc('month', new.drawn_on)::date, new.product, new.firm_id, items.profile_version, 1)
        on conflict on constraint pk_rate_versions do update set samples = v.samples + 1;
    end if;
    return null;
end $$;
create constraint trigger count_verdict after update on lab.samples deferrable initially deferred for each row
    when (old.verdict is null and new.verdict is not null and new.basis not in ('ProficiencyTest', 'ReTest')) execute function lab.count_verdict();

-- Where a re-test overturned a verdict, the final one counts, and the sample once.
create function lab.count_final() returns trigger
    language plpgsql security definer set search_path = lab, pg_temp as $$
begin
    update lab.rate_months m set
        passed = m.passed + (new.final_verdict in ('Pass', 'ConditionalPass'))::integer - (s.verdict in ('Pass', 'ConditionalPass'))::integer,
        failed = m.failed + (new.final_verdict in ('Fail', 'ConditionalFail'))::integer - (s.verdict in ('Fail', 'ConditionalFail'))::integer
    from lab.samples s
    where s.id = new.sample_id and m.basis = s.basis and m.county = s.county and m.month = date_trunc('month', s.drawn_on)::date
      and m.product = s.product and m.firm_id = s.firm_id;
    return null;
end $$;
create trigger count_final after update on lab.objections for each row
    when (old.final_verdict is null and new.final_verdict is not null) execute function lab.count_final();

-- The counts of a period by product and firm: whole months from the roll-up, the rest from the samples.
create function lab.rate_counts(from_day date, to_day date, products text[], wanted_basis text, wanted_county text, wanted_firm uuid)
    returns table (product text, firm_id uuid, drawn bigint, passed bigint, failed bigint, inconclusive bigint,
                   items_passed bigint, items_failed bigint, items_inconclusive bigint)
    language sql stable set search_path = lab, pg_temp as $$
    with bounds as (
        select date_trunc('month', from_day + interval '1 month - 1 day')::date as first_month, date_trunc('month', to_day + 1)::date as after_last
    ), parts as (
        select m.product, m.firm_id, m.drawn, m.passed, m.failed, m.inconclusive, m.items_passed, m.items_failed, m.items_inconclusive
        from lab.rate_months m, bounds b
        where m.basis = wanted_basis and m.month >= b.first_month and m.month < b.after_last
          and (wanted_county is null or m.county = wanted_county)
          and (products is null or m.product = any (products))
          and (wanted_firm is null or m.firm_id = wanted_firm)
        union all
        select s.product, s.firm_id, 1,
               (v.verdict in ('Pass', 'ConditionalPass'))::integer, (v.verdict in ('Fail', 'ConditionalFail'))::integer,
               (v.verdict in ('CannotJudge', 'NeedsInput', 'Incomplete'))::integer, i.passed, i.failed, i.inconclusive
        from bounds b
        cross join lateral (select * from lab.samples s where s.drawn_on between from_day and to_day
            and s.basis not in ('ProficiencyTest', 'ReTest')
            and (b.first_month >= b.after_last or s.drawn_on < b.first_month or s.drawn_on >= b.after_last)) s
        cross join lateral (select coalesce((select o.final_verdict from lab.objections o where o.sample_id = s.id and o.final_verdict is not null), s.verdict) as verdict) v
        left join lateral lab.counted_items(s.id) i on s.verdict is not null
        where s.basis = wanted_basis
          and (wanted_county is null or s.county = wanted_county)
          and (products is null or s.product = any (products))
          and (wanted_firm is null or s.firm_id = wanted_firm)
    )
    select p.product, p.firm_id, sum(p.drawn), coalesce(sum(p.passed), 0), coalesce(sum(p.failed), 0), coalesce(sum(p.inconclusive), 0),
           coalesce(sum(p.items_passed), 0), coalesce(sum(p.items_failed), 0), coalesce(sum(p.items_inconclusive), 0)
    from parts p
    -- One firm's rate is for that firm, the laboratory and the county.
    where access.actor_role() is not null
      and (wanted_firm is null or wanted_firm = access.actor_firm() or access.actor_is_officer() or access.actor_is_lab())
    group by p.product, p.firm_id
$$;
revoke execute on function lab.rate_counts(date, date, text[], text, text, uuid) from public;

-- Batch pass rate, by product and in all (product null): one row a sample.
create or replace function lab.pass_rate(from_day date, to_day date, products text[], wanted_basis text, wanted_county text, wanted_firm uuid)
    returns table (product text, drawn integer, passed integer, judged integer, inconclusive integer, firms integer)
    language sql stable security definer set search_path = lab, pg_temp as $$
    select c.product, sum(c.drawn)::integer, sum(c.passed)::integer, sum(c.passed + c.failed)::integer, sum(c.inconclusive)::integer, count(distinct c.firm_id)::integer
    from lab.rate_counts(from_day, to_day, products, wanted_basis, wanted_county, wanted_firm) c
    group by grouping sets ((c.product), ())
    having count(*) > 0
$$;

-- Item pass rate: tests passed of tests judged in the home market.
create function lab.item_pass_rate(from_day date, to_day date, products text[], wanted_basis text, wanted_county text, wanted_firm uuid)
    returns table (passed integer, judged integer, inconclusive integer)
    language sql stable security definer set search_path = lab, pg_temp as $$
    select coalesce(sum(c.items_passed), 0)::integer, coalesce(sum(c.items_passed + c.items_failed), 0)::integer, coalesce(sum(c.items_inconclusive), 0)::integer
    from lab.rate_counts(from_day, to_day, products, wanted_basis, wanted_county, wanted_firm) c
$$;

-- Firm pass rate: firms without a failed sample of firms with a judged one.
create function lab.firm_pass_rate(from_day date, to_day date, products text[], wanted_basis text, wanted_county text, wanted_firm uuid)
    returns table (passed integer, judged integer, inconclusive integer)
    language sql stable security definer set search_path = lab, pg_temp as $$
    select count(*) filter (where f.passed > 0 and f.failed = 0)::integer,
           count(*) filter (where f.passed + f.failed > 0)::integer,
           count(*) filter (where f.passed + f.failed = 0 and f.inconclusive > 0)::integer
    from (
        select sum(c.passed) as passed, sum(c.failed) as failed, sum(c.inconclusive) as inconclusive
        from lab.rate_counts(from_day, to_day, products, wanted_basis, wanted_county, wanted_firm) c
        group by c.firm_id) f
$$;

-- By which versions of the home market's profile a rate's samples were judged: rates are compared only under the same.
create function lab.judged_versions(from_day date, to_day date, products text[], wanted_basis text, wanted_county text, wanted_firm uuid)
    returns table (product text, profile_version text)
    language sql stable security definer set search_path = lab, pg_temp as $$
    with bounds as (
        select date_trunc('month', from_day + interval '1 month - 1 day')::date as first_month, date_trunc('month', to_day + 1)::date as after_last
    )
    select v.product, v.profile_version
    from lab.rate_versions v, bounds b
    where v.basis = wanted_basis and v.month >= b.first_month and v.month < b.after_last
      and (wanted_county is null or v.county = wanted_county)
      and (products is null or v.product = any (products))
      and (wanted_firm is null or v.firm_id = wanted_firm)
      and (wanted_firm is null or wanted_firm = access.actor_firm() or access.actor_is_officer() or access.actor_is_lab())
      and access.actor_role() is not null
    union
    select s.product::text, i.profile_version
    from bounds b
    cross join lateral (select * from lab.samples s where s.drawn_on between from_day and to_day and s.verdict is not null
        and s.basis not in ('ProficiencyTest', 'ReTest')
        and (b.first_month >= b.after_last or s.drawn_on < b.first_month or s.drawn_on >= b.after_last)) s
    cross join lateral lab.counted_items(s.id) i
    where s.basis = wanted_basis
      and (wanted_county is null or s.county = wanted_county)
      and (products is null or s.product = any (products))
      and (wanted_firm is null or s.firm_id = wanted_firm)
      and (wanted_firm is null or wanted_firm = access.actor_firm() or access.actor_is_officer() or access.actor_is_lab())
      and access.actor_role() is not null
$$;

-- Counts everything anew; after a load that went past the triggers.
create function lab.recount_rates() returns void
    language sql security definer set search_path = lab, pg_temp as $$
    delete from lab.rate_months;
    delete from lab.rate_versions;
    insert into lab.rate_months
    select s.basis, s.county, date_trunc('month', s.drawn_on)::date, s.product, s.firm_id, count(*),
           count(*) filter (where coalesce(o.final_verdict, s.verdict) in ('Pass', 'ConditionalPass')),
           count(*) filter (where coalesce(o.final_verdict, s.verdict) in ('Fail', 'ConditionalFail')),
           count(*) filter (where coalesce(o.final_verdict, s.verdict) in ('CannotJudge', 'NeedsInput', 'Incomplete')),
           coalesce(sum(i.passed), 0), coalesce(sum(i.failed), 0), coalesce(sum(i.inconclusive), 0)
    from lab.samples s
    left join lab.objections o on o.sample_id = s.id and o.final_verdict is not null
    left join lateral lab.counted_items(s.id) i on s.verdict is not null
    where s.basis not in ('ProficiencyTest', 'ReTest')
    group by 1, 2, 3, 4, 5;
    insert into lab.rate_versions
    select s.basis, s.county, date_trunc('month', s.drawn_on)::date, s.product, s.firm_id, i.profile_version, count(*)
    from lab.samples s cross join lateral lab.counted_items(s.id) i
    where s.verdict is not null and s.basis not in ('ProficiencyTest', 'ReTest')
    group by 1, 2, 3, 4, 5, 6;
$$;
revoke execute on function lab.recount_rates() from public;
select lab.recount_rates();
