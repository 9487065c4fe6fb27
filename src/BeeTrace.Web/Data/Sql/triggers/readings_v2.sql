-- Readings are entered while the sample is being tested, and what they supersede is a reading of the same analyte.
create or replace function lab.guard_reading() returns trigger language plpgsql as $$
begin
    -- Locked, so that nobody hands the sample on between this look and the commit.
    perform from lab.samples s where s.id = new.sample_id and s.status in ('Received', 'Assigned', 'Testing') for share;
    if not found then
        raise exception 'Readings are entered while a sample is being tested.'
            using errcode = '23514', constraint = 'readings_belong_to_a_sample_in_testing', schema = 'lab', table = 'readings';
    end if;
    if new.supersedes is not null and not exists (
        select from lab.readings r where r.id = new.supersedes and r.sample_id = new.sample_id and r.analyte = new.analyte)
    then
        raise exception 'A reading supersedes one of the same sample and analyte.'
            using errcode = '23514', constraint = 'a_reading_supersedes_its_own_kind', schema = 'lab', table = 'readings';
    end if;
    return new;
end $$;
