-- How a person was reached before. A later referral brings the number of today, and it stands; the one before stays readable, for it may
-- have been the right one. Kept by the database, whatever door the change comes through.
create table person_former_contact (
    id         bigint generated always as identity primary key,
    person_id  bigint not null references person,
    phone      text,
    email      text,
    until_day  date not null,
    check (phone is not null or email is not null)
);
create index person_former_contact_person on person_former_contact (person_id);
create function keep_former_contact() returns trigger language plpgsql as $$
declare
    former_phone text := case when old.phone is distinct from new.phone then nullif(old.phone, '') end;
    former_email text := case when old.email is distinct from new.email then nullif(old.email, '') end;
begin
    if former_phone is not null or former_email is not null then
        insert into person_former_contact (person_id, phone, email, until_day) values (old.id, former_phone, former_email, service_day());
    end if;
    return null;
end $$;
create trigger person_former_contact_kept after update of phone, email on person for each row execute function keep_former_contact();
create trigger person_former_contact_append_only before update or delete on person_former_contact for each row execute function refuse_change();
create trigger person_former_contact_no_truncate before truncate on person_former_contact for each statement execute function refuse_change();
