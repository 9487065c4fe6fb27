-- A result whose report was invalidated is tested again, and its re-test's verdict is the final one, as after an objection: the first sample
-- is counted once, by the last verdict in the chain. Until there is one, the first stands.

-- The verdict of the last approved re-test of a first sample; null for none.
-- without: a re-test that is left out, to know what counted before it.
create function lab.re_test_verdict(first_sample uuid, without uuid) returns text
    language sql stable set search_path = lab, pg_temp as $$
    select r.verdict::text from lab.re_tests t join lab.samples r on r.id = t.sample_id
    where t.first_id = first_sample and r.verdict is not null and r.id is distinct from without
    order by t.ordered_at desc, r.code desc limit 1
$$;
revoke execute on function lab.re_test_verdict(uuid, uuid) from public;

-- Moves one counted sample from one verdict to another.
create function lab.recount_verdict(counted uuid, before text, after text) returns void
    language sql security definer set search_path = lab, pg_temp as $$
    update lab.rate_months m set
        passed = m.passed + (after in ('Pass', 'ConditionalPass'))::integer - (before in ('Pass', 'ConditionalPass'))::integer,
        failed = m.failed + (after in ('Fail', 'ConditionalFail'))::integer - (before in ('Fail', 'ConditionalFail'))::integer,
        inconclusive = m.inconclusive + (after in ('CannotJudge', 'NeedsInput', 'Incomplete'))::integer - (before in ('CannotJudge', 'NeedsInput', 'Incomplete'))::integer
    from lab.samples s
    where s.id = counted and s.basis not in ('ProficiencyTest', 'ReTest')
      and m.basis = s.basis and m.county = s.county and m.month = date_trunc('month', s.drawn_on)::date and m.product = s.product and m.firm_id = s.firm_id;
$$;
revoke execute on function lab.recount_verdict(uuid, text, text) from public;

create or replace function lab.count_final() returns trigger
    language plpgsql security definer set search_path = lab, pg_temp as $$
begin
    perform lab.recount_verdict(new.sample_id, coalesce(lab.re_test_verdict(new.sample_id, null), s.verdict::text), new.final_verdict::text)
    from lab.samples s where s.id = new.sample_id;
    return null;
end $$;

create function lab.count_re_test() returns trigger
    language plpgsql security definer set search_path = lab, pg_temp as $$
begin
    perform lab.recount_verdict(
        t.first_id, coalesce(lab.re_test_verdict(t.first_id, new.id), s.verdict::text), coalesce(lab.re_test_verdict(t.first_id, null), s.verdict::text))
    from lab.re_tests t join lab.samples s on s.id = t.first_id
    where t.sample_id = new.id and not exists (select from lab.objections o where o.sample_id = t.first_id and o.final_verdict is not null);
    return null;
end $$;
create constraint trigger count_re_test after update on lab.samples deferrable initially deferred for each row
    when (old.verdict is null and new.verdict is not null and new.basis = 'ReTest') execute function lab.count_re_test();

-- The verdict by which a sample is counted stands written out below: a function a row would take longer than the rest.
-- Compiling the query would take longer than running it.
create or replace function lab.rate_counts(from_day date, to_day date, products text[], wanted_basis text, wanted_county text, wanted_firm uuid)
    returns table (product text, firm_id uuid, drawn bigint, passed bigint, failed bigint, inconclusive bigint,
                   items_passed bigint, items_failed bigint, items_inconclusive bigint)
    language sql stable set search_path = lab, pg_temp set jit = off as $$
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
        cross join lateral (select coalesce(
                (select o.final_verdict::text from lab.objections o where o.sample_id = s.id and o.final_verdict is not null),
                (select r.verdict::text from lab.re_tests t join lab.samples r on r.id = t.sample_id
                    where t.first_id = s.id and r.verdict is not null order by t.ordered_at desc, r.code desc limit 1),
                s.verdict::text) as verdict) v
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

-- Counts everything anew; after a load that went past the triggers.
create or replace function lab.recount_rates() returns void
    language sql security definer set search_path = lab, pg_temp as $$
    delete from lab.rate_months;
    delete from lab.rate_versions;
    insert into lab.rate_months
    select s.basis, s.county, date_trunc('month', s.drawn_on)::date, s.product, s.firm_id, count(*),
           count(*) filter (where v.verdict in ('Pass', 'ConditionalPass')),
           count(*) filter (where v.verdict in ('Fail', 'ConditionalFail')),
           count(*) filter (where v.verdict in ('CannotJudge', 'NeedsInput', 'Incomplete')),
           coalesce(sum(i.passed), 0), coalesce(sum(i.failed), 0), coalesce(sum(i.inconclusive), 0)
    from lab.samples s
    cross join lateral (select coalesce(
                (select o.final_verdict::text from lab.objections o where o.sample_id = s.id and o.final_verdict is not null),
                (select r.verdict::text from lab.re_tests t join lab.samples r on r.id = t.sample_id
                    where t.first_id = s.id and r.verdict is not null order by t.ordered_at desc, r.code desc limit 1),
                s.verdict::text) as verdict) v
    left join lateral lab.counted_items(s.id) i on s.verdict is not null
    where s.basis not in ('ProficiencyTest', 'ReTest')
    group by 1, 2, 3, 4, 5;
    insert into lab.rate_versions
    select s.basis, s.county, date_trunc('month', s.drawn_on)::date, s.product, s.firm_id, i.profile_version, count(*)
    from lab.samples s cross join lateral lab.counted_items(s.id) i
    where s.verdict is not null and s.basis not in ('ProficiencyTest', 'ReTest')
    group by 1, 2, 3, 4, 5, 6;
$$;
