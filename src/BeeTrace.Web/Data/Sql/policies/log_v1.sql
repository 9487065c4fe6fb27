-- The public log of certificates: an append-only Merkle tree (RFC 9162, section 2). The database itself hashes what is added, so that
-- a leaf, its place and the nodes above it always belong together; the program reads nodes and signs the root.
create table certificates.log_entries
(
    index bigint not null,
    deed text not null,
    content char(64) not null,
    statement char(64),
    entry bytea not null,
    -- Null for what was issued before the log began: such entries stand at its start, and no root was signed over them alone.
    at timestamptz,
    constraint pk_log_entries primary key (index),
    constraint a_log_entry_is_of_a_known_deed check (deed in ('issued', 'withdrawn', 'replaced')),
    constraint an_end_has_a_statement check ((deed = 'issued') = (statement is null))
);
create unique index a_content_is_issued_once on certificates.log_entries (content) where deed = 'issued';
create unique index a_content_ends_once on certificates.log_entries (content) where deed <> 'issued';

-- A node of level l and index i is the hash of the leaves i * 2^l to (i + 1) * 2^l - 1; only whole ones are kept.
create table certificates.log_nodes
(
    level integer not null,
    index bigint not null,
    hash bytea not null,
    constraint pk_log_nodes primary key (level, index),
    constraint a_node_is_a_sha256 check (octet_length(hash) = 32)
);

-- Roots that were signed and handed out (C2SP tlog-checkpoint), one for each time the log grew.
create table certificates.checkpoints
(
    size bigint not null,
    root bytea not null,
    note text not null,
    at timestamptz not null,
    constraint pk_checkpoints primary key (size),
    constraint a_root_is_a_sha256 check (octet_length(root) = 32)
);

-- Counter-signatures of witnesses under a checkpoint.
create table certificates.cosignatures
(
    size bigint not null,
    witness text not null,
    line text not null,
    at timestamptz not null,
    constraint pk_cosignatures primary key (size, witness),
    constraint fk_cosignatures_checkpoints foreign key (size) references certificates.checkpoints (size)
);

-- Public keys that papers of this county may be signed with: authorities (PEM), keys of the log (C2SP vkey).
create table certificates.trusted_keys
(
    text text not null,
    kind text not null,
    since timestamptz not null,
    constraint pk_trusted_keys primary key (text),
    constraint a_key_is_of_a_known_kind check (kind in ('authority', 'log'))
);

-- How often a number was looked up in an hour; who looked is not kept.
create table certificates.look_ups
(
    number varchar(20) not null,
    hour timestamptz not null,
    times integer not null,
    constraint pk_look_ups primary key (number, hour)
);

do $$
declare t text;
begin
    foreach t in array array['endings', 'consignment_lots', 'log_entries', 'log_nodes', 'checkpoints', 'cosignatures', 'trusted_keys', 'look_ups']
    loop
        execute format('alter table certificates.%I enable row level security', t);
        execute format('alter table certificates.%I force row level security', t);
        execute format('create policy owner_all on certificates.%I to beetrace_owner using (true) with check (true)', t);
        execute format('grant select on certificates.%I to beetrace_app', t);
        if t <> 'look_ups' then
            execute format('create trigger frozen before update or delete on certificates.%I for each row execute function access.forbid_change()', t);
            execute format('create trigger frozen_whole before truncate on certificates.%I for each statement execute function access.forbid_change()', t);
        end if;
    end loop;
    -- The log is public: it holds hashes only.
    foreach t in array array['log_entries', 'log_nodes', 'checkpoints', 'cosignatures', 'trusted_keys']
    loop
        execute format('create policy read_log on certificates.%I for select to beetrace_app using ((select access.actor_role()) is not null)', t);
    end loop;
end $$;

grant insert on certificates.endings, certificates.consignment_lots, certificates.checkpoints, certificates.cosignatures, certificates.trusted_keys to beetrace_app;
create policy read_ending on certificates.endings for select to beetrace_app
    using (exists (select from certificates.certificates c where c.id = certificate_id));
create policy add_ending on certificates.endings for insert to beetrace_app
    with check ((select access.actor_role()) in ('signatory', 'system') and ended_by = (select access.actor_account()));
create policy read_consignment_lot on certificates.consignment_lots for select to beetrace_app
    using (exists (select from certificates.certificates c where c.id = certificate_id));
create policy add_consignment_lot on certificates.consignment_lots for insert to beetrace_app
    with check ((select access.actor_role()) in ('signatory', 'system'));
create policy add_checkpoint on certificates.checkpoints for insert to beetrace_app
    with check ((select access.actor_role()) in ('signatory', 'system') and size = (select max(e.index) + 1 from certificates.log_entries e));
create policy add_cosignature on certificates.cosignatures for insert to beetrace_app
    with check ((select access.actor_role()) = 'system');
create policy add_trusted_key on certificates.trusted_keys for insert to beetrace_app
    with check ((select access.actor_role()) in ('signatory', 'system'));
-- Whoever may see a certificate sees how often it was looked up.
create policy read_look_ups on certificates.look_ups for select to beetrace_app
    using (exists (select from certificates.certificates c where c.number = look_ups.number));

-- Adds a leaf and every node that it completes. One at a time: the next one waits for this commit.
create function certificates.add_leaf(new_deed text, of_content text, of_statement text, moment timestamptz) returns bigint
    language plpgsql volatile security definer set search_path = certificates, pg_temp as $$
declare
    place bigint;
    position bigint;
    height integer := 0;
    node bytea;
    leaf bytea;
begin
    perform pg_advisory_xact_lock(hashtextextended('certificates.log', 0));
    select coalesce(max(e.index) + 1, 0) into place from log_entries e;
    -- Canonical JSON (RFC 8785): names in order, nothing between them.
    leaf := convert_to('{"content":"' || of_content || '","deed":"' || new_deed || '","format":"beetrace-log-1"'
        || case when of_statement is null then '' else ',"statement":"' || of_statement || '"' end || '}', 'UTF8');
    insert into log_entries values (place, new_deed, of_content, of_statement, leaf, moment);
    node := sha256('\x00'::bytea || leaf);
    position := place;
    loop
        insert into log_nodes values (height, position, node);
        exit when position % 2 = 0;
        select sha256('\x01'::bytea || n.hash || node) into strict node from log_nodes n where n.level = height and n.index = position - 1;
        height := height + 1;
        position := position / 2;
    end loop;
    return place;
end $$;
revoke execute on function certificates.add_leaf(text, text, text, timestamptz) from public;

create function certificates.append_to_log(deed text, content text, statement text, moment timestamptz) returns bigint
    language plpgsql volatile security definer set search_path = certificates, pg_temp as $$
begin
    if coalesce(access.actor_role(), '') not in ('signatory', 'system') then
        raise exception 'The log grows by what a signatory signs.' using errcode = '42501';
    end if;
    if content !~ '^[0-9a-f]{64}$' or statement !~ '^[0-9a-f]{64}$' then
        raise exception 'The log holds SHA-256 in lower-case hexadecimal.' using errcode = '22023';
    end if;
    return certificates.add_leaf(deed, content, statement, moment);
end $$;

-- Certificates that were issued before the log began stand at its start, in the order of their issue.
do $$
declare c record;
begin
    for c in select content_sha256 from certificates.certificates order by issued_at, id
    loop
        perform certificates.add_leaf('issued', c.content_sha256, null, null);
    end loop;
end $$;

-- Nothing is issued or ended that does not stand in the log when it is committed.
create function certificates.guard_logged() returns trigger language plpgsql security definer set search_path = certificates, pg_temp as $$
begin
    if tg_table_name = 'certificates' then
        if not exists (select from log_entries e where e.deed = 'issued' and e.content = new.content_sha256) then
            raise exception 'A certificate stands in the log.' using errcode = '23514', constraint = 'a_certificate_stands_in_the_log', schema = 'certificates', table = 'certificates';
        end if;
    elsif not exists (
        select from log_entries e join certificates c on c.content_sha256 = e.content
        where c.id = new.certificate_id and e.deed = lower(new.deed) and e.statement = new.statement_sha256) then
        raise exception 'The end of a certificate stands in the log.' using errcode = '23514', constraint = 'an_end_stands_in_the_log', schema = 'certificates', table = 'endings';
    end if;
    return null;
end $$;
create constraint trigger logged after insert on certificates.certificates deferrable initially deferred
    for each row execute function certificates.guard_logged();
create constraint trigger logged after insert on certificates.endings deferrable initially deferred
    for each row execute function certificates.guard_logged();

-- What was judged since a day: found without reading every evaluation there ever was.
create index evaluations_by_moment on lab.evaluations (evaluated_at);

-- Samples of a certificate that were judged to another verdict after it was issued.
create function certificates.judged_again(wanted text) returns table (sample text, verdict text)
    language sql stable security definer set search_path = certificates, pg_temp as $$
    select s.code::text, now_is.verdict::text
    from certificates c
    join lab.evaluations now_is on now_is.evaluated_at > c.issued_at and now_is.market = 'CN' and (now_is.sample_id = c.sample_id or c.sample_id is null)
    join lab.samples s on s.id = now_is.sample_id and (s.id = c.sample_id or (c.sample_id is null and c.content like '%"' || s.code || '"%'))
    where c.number = wanted and access.actor_role() is not null
      and not exists (select from lab.evaluations later where later.sample_id = s.id and later.market = now_is.market and later.evaluated_at > now_is.evaluated_at)
      and now_is.verdict is distinct from (
          select before.verdict from lab.evaluations before
          where before.sample_id = s.id and before.market = now_is.market and before.evaluated_at <= c.issued_at order by before.evaluated_at desc limit 1)
    order by s.code
$$;

-- One certificate with all that a stranger may know who holds its number, or its very bytes: content and hashes, its end, its place
-- in the log, how often it was looked up. Nobody may list certificates this way.
create function certificates.public_view(wanted_number text, wanted_pdf text)
    returns table (number text, content text, content_sha256 text, pdf_sha256 text, deed text, ended_on date, reason text, note text,
                   successor text, log_index bigint, end_index bigint, log_size bigint, log_root bytea, look_ups bigint,
                   withdrawn_results text, judged_again text)
    language sql stable security definer set search_path = certificates, pg_temp as $$
    select c.number::text, c.content, c.content_sha256::text, c.pdf_sha256::text, e.deed::text, e.ended_on, e.reason::text, e.note::text, s.number::text,
           (select l.index from log_entries l where l.content = c.content_sha256 and l.deed = 'issued'),
           (select l.index from log_entries l where l.content = c.content_sha256 and l.deed <> 'issued'),
           (select coalesce(max(l.index) + 1, 0) from log_entries l),
           (select p.root from checkpoints p where p.size = (select max(l.index) + 1 from log_entries l)),
           coalesce((select sum(u.times) from look_ups u where u.number = c.number), 0)::bigint,
           -- What speaks against relying on it, while it is in force.
           case when e.certificate_id is null then (select jsonb_agg(to_jsonb(w))::text from certificates.withdrawn_results(c.number) w) end,
           case when e.certificate_id is null then (select jsonb_agg(to_jsonb(a))::text from certificates.judged_again(c.number) a) end
    from certificates c
    left join endings e on e.certificate_id = c.id
    left join certificates s on s.id = e.successor_id
    where (c.number = wanted_number or c.pdf_sha256 = wanted_pdf) and access.actor_role() is not null
$$;

-- Its one reader asks public_view now.
drop function certificates.by_pdf(text);

-- Look-ups, added up by the program for some seconds. A number that was never issued is not counted.
create function certificates.count_look_ups(numbers text[], moment timestamptz[], add integer[]) returns void
    language sql volatile security definer set search_path = certificates, pg_temp as $$
    insert into look_ups (number, hour, times)
    select n, date_trunc('hour', m), sum(t)::integer from unnest(numbers, moment, add) as seen (n, m, t)
    where access.actor_role() = 'system' and exists (select from certificates c where c.number = n)
    group by 1, 2
    on conflict (number, hour) do update set times = look_ups.times + excluded.times
$$;

-- Kilograms of a lot that stand on consignment statements which still hold.
create function certificates.consigned_kg(wanted uuid) returns numeric
    language sql stable security definer set search_path = certificates, pg_temp as $$
    select coalesce(sum(l.net_kg), 0) from consignment_lots l
    where l.lot_id = wanted and access.actor_role() in ('signatory', 'system')
      and not exists (select from endings e where e.certificate_id = l.certificate_id)
$$;
