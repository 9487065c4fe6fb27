-- Counts behind the three pass rates, by sampling day. A conditional pass passes and a conditional fail fails, as Core says
-- (Verdicts.IsPassed, IsFailed); a sample for which the market has no limit is neither judged nor inconclusive.

-- Which samples a rate is counted from. One firm's rate is for that firm, the laboratory and the county.
create function lab.counted_samples(from_day date, to_day date, products text[], wanted_basis text, wanted_county text, wanted_firm uuid)
    returns setof lab.samples
    language sql stable set search_path = lab, pg_temp as $$
    select s.*
    from lab.samples s
    where s.drawn_on between from_day and to_day
      and s.basis = wanted_basis
      and (products is null or s.product = any (products))
      and (wanted_county is null or s.county = wanted_county)
      and (wanted_firm is null or s.firm_id = wanted_firm)
      and (wanted_firm is null or wanted_firm = access.actor_firm() or access.actor_is_officer() or access.actor_is_lab())
      and access.actor_role() is not null
$$;
revoke execute on function lab.counted_samples(date, date, text[], text, text, uuid) from public;

-- Batch pass rate, by product and in all (product null): one row a sample.
create or replace function lab.pass_rate(from_day date, to_day date, products text[], wanted_basis text, wanted_county text, wanted_firm uuid)
    returns table (product text, drawn integer, passed integer, judged integer, inconclusive integer, firms integer)
    language sql stable security definer set search_path = lab, pg_temp as $$
    select s.product::text,
           count(*)::integer,
           count(*) filter (where s.verdict in ('Pass', 'ConditionalPass'))::integer,
           count(*) filter (where s.verdict in ('Pass', 'ConditionalPass', 'Fail', 'ConditionalFail'))::integer,
           count(*) filter (where s.verdict in ('CannotJudge', 'NeedsInput', 'Incomplete'))::integer,
           count(distinct s.firm_id)::integer
    from lab.counted_samples(from_day, to_day, products, wanted_basis, wanted_county, wanted_firm) s
    group by grouping sets ((s.product), ())
$$;

-- Item pass rate: tests passed of tests judged in the home market. What was not tested is no test.
create function lab.item_pass_rate(from_day date, to_day date, products text[], wanted_basis text, wanted_county text, wanted_firm uuid)
    returns table (passed integer, judged integer, inconclusive integer)
    language sql stable security definer set search_path = lab, pg_temp as $$
    select count(*) filter (where i.verdict in ('Pass', 'ConditionalPass'))::integer,
           count(*) filter (where i.verdict in ('Pass', 'ConditionalPass', 'Fail', 'ConditionalFail'))::integer,
           count(*) filter (where i.verdict in ('CannotJudge', 'NeedsInput'))::integer
    from lab.counted_samples(from_day, to_day, products, wanted_basis, wanted_county, wanted_firm) s
    join lateral (
        select e.id from lab.evaluations e
        where e.sample_id = s.id and e.market = 'CN'
        order by e.evaluated_at desc limit 1) e on true
    join lab.evaluation_items i on i.evaluation_id = e.id
    where s.verdict is not null
$$;

-- Firm pass rate: firms without a failed sample of firms with a judged one.
create function lab.firm_pass_rate(from_day date, to_day date, products text[], wanted_basis text, wanted_county text, wanted_firm uuid)
    returns table (passed integer, judged integer, inconclusive integer)
    language sql stable security definer set search_path = lab, pg_temp as $$
    select count(*) filter (where f.judged and not f.failed)::integer,
           count(*) filter (where f.judged)::integer,
           count(*) filter (where not f.judged and f.inconclusive)::integer
    from (
        select bool_or(s.verdict in ('Fail', 'ConditionalFail')) as failed,
               bool_or(s.verdict in ('Pass', 'ConditionalPass', 'Fail', 'ConditionalFail')) as judged,
               bool_or(s.verdict in ('CannotJudge', 'NeedsInput', 'Incomplete')) as inconclusive
        from lab.counted_samples(from_day, to_day, products, wanted_basis, wanted_county, wanted_firm) s
        where s.verdict is not null
        group by s.firm_id) f
$$;

-- By which versions of the home market's profile a rate's samples were judged: rates are compared only under the same.
create function lab.judged_versions(from_day date, to_day date, products text[], wanted_basis text, wanted_county text, wanted_firm uuid)
    returns table (product text, profile_version text)
    language sql stable security definer set search_path = lab, pg_temp as $$
    select distinct s.product::text, e.profile_version::text
    from lab.counted_samples(from_day, to_day, products, wanted_basis, wanted_county, wanted_firm) s
    join lateral (
        select e.profile_version from lab.evaluations e
        where e.sample_id = s.id and e.market = 'CN'
        order by e.evaluated_at desc limit 1) e on true
    where s.verdict is not null
$$;
