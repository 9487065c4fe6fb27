-- Re-tests of samples whose report was invalidated: the signatory who says so orders them in the same breath.
alter table lab.re_tests enable row level security;
alter table lab.re_tests force row level security;
create policy owner_all on lab.re_tests to beetrace_owner using (true) with check (true);
grant select, insert on lab.re_tests to beetrace_app;
create policy read_re_test on lab.re_tests for select to beetrace_app
    using (exists (select from lab.samples s where s.id = sample_id));
create policy add_re_test on lab.re_tests for insert to beetrace_app
    with check ((select access.actor_role()) = 'signatory' and ordered_by = (select access.actor_account())
        and exists (select from lab.samples s where s.id = sample_id and s.basis = 'ReTest')
        and exists (select from lab.reports r where r.sample_id = repeats_id and r.number = report and r.state in ('Issued', 'Invalidated')));
create trigger frozen before update or delete on lab.re_tests for each row execute function access.forbid_change();
create trigger frozen_whole before truncate on lab.re_tests for each statement execute function access.forbid_change();

-- Whether such an approved sample was drawn. A function, since a policy of samples cannot read samples.
create function lab.is_repeated(wanted_lot uuid, wanted_firm uuid, wanted_product text, wanted_county text, wanted_day date, wanted_sampler uuid) returns boolean
    language sql stable security definer set search_path = lab, pg_temp as $$
    select access.actor_role() = 'signatory' and exists (
        select from lab.samples s where s.lot_id = wanted_lot and s.firm_id = wanted_firm and s.product = wanted_product and s.county = wanted_county
            and s.drawn_on = wanted_day and s.drawn_by = wanted_sampler and s.status = 'Approved')
$$;

-- The re-test is of the portion that was drawn with the first one, and begins received.
create policy add_repeated_sample on lab.samples for insert to beetrace_app
    with check ((select access.actor_role()) = 'signatory' and basis = 'ReTest' and status = 'Received' and received_by = (select access.actor_account())
        and verdict is null and approved_by is null
        and lab.is_repeated(lot_id, firm_id, product::text, county::text, drawn_on, drawn_by));

-- Signatories take numbers of samples for re-tests, and of nothing else.
create function lab.next_re_test_serial(wanted_year integer) returns integer
    language plpgsql volatile security definer set search_path = registry, pg_temp as $$
declare n integer;
begin
    if coalesce(access.actor_role(), '') <> 'signatory' then
        raise exception 'Re-tests are ordered by signatories.' using errcode = '42501';
    end if;
    insert into registry.serials values ('S' || wanted_year, 1)
        on conflict (prefix) do update set last = serials.last + 1 returning last into n;
    return n;
end $$;

-- A result that no report stands behind any more: its last one was invalidated, and none was issued since.
create function lab.is_withdrawn(wanted_sample uuid) returns boolean
    language sql stable security definer set search_path = lab, pg_temp as $$
    select access.actor_role() is not null
        and exists (select from lab.reports r where r.sample_id = wanted_sample and r.state = 'Invalidated')
        and not exists (select from lab.reports r where r.sample_id = wanted_sample and r.state = 'Issued')
$$;

-- What whoever checks a certificate has to know beside it: results it rests on that no longer hold, and what came of testing them again.
-- A pass rate names the codes of its samples in its content.
create function certificates.withdrawn_results(wanted text) returns table (sample text, re_test text, verdict text)
    language sql stable security definer set search_path = certificates, pg_temp as $$
    select s.code::text, again.code::text, again.verdict::text
    from certificates.certificates c
    join lab.samples s on s.id = any (array(select r.sample_id from lab.reports r where r.state = 'Invalidated'))
        and (s.id = c.sample_id or (c.sample_id is null and c.content like '%"' || s.code || '"%'))
    left join lateral (
        select r.code, r.verdict from lab.re_tests t join lab.samples r on r.id = t.sample_id
        where t.repeats_id = s.id and r.status not in ('Rejected', 'Cancelled') order by t.ordered_at desc limit 1) again on true
    where c.number = wanted and lab.is_withdrawn(s.id) and access.actor_role() is not null
    order by s.code
$$;
