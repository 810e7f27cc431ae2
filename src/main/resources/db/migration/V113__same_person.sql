-- One person under two records: people decide that two records are the same person's, and can take it back. Nothing is overwritten:
-- the other record stays as it is, every referral that changed records is named, both decisions are kept.

-- How a name sounds, as a search key: several to a person when a name is double or sounds two ways.
create table person_sound (
    person_id  bigint not null references person,
    sound      text not null,
    primary key (person_id, sound)
);
create index person_sound_sound on person_sound (sound);

-- The record that stands for this one now; none for the record that stands itself.
alter table person add column joined_to bigint references person check (joined_to <> id);
create index person_joined_to on person (joined_to) where joined_to is not null;

create table person_merge (
    id          bigint generated always as identity primary key,
    kept_id     bigint not null references person,
    merged_id   bigint not null references person check (merged_id <> kept_id),
    decided_at  text not null references referral,
    reason      text not null check (length(reason) between 3 and 500),
    merged_by   text not null,
    merged_at   timestamptz not null
);
create index person_merge_kept on person_merge (kept_id);
create index person_merge_merged on person_merge (merged_id);

-- The referrals that went from the one record to the other.
create table person_merge_referral (
    merge_id      bigint not null references person_merge,
    referral_ref  text not null references referral,
    primary key (merge_id, referral_ref)
);

create table person_merge_undo (
    merge_id   bigint primary key references person_merge,
    reason     text not null check (length(reason) between 3 and 500),
    undone_by  text not null,
    undone_at  timestamptz not null
);

create trigger person_merge_append_only before update or delete on person_merge for each row execute function refuse_change();
create trigger person_merge_no_truncate before truncate on person_merge for each statement execute function refuse_change();
create trigger person_merge_referral_append_only before update or delete on person_merge_referral for each row execute function refuse_change();
create trigger person_merge_referral_no_truncate before truncate on person_merge_referral for each statement execute function refuse_change();
create trigger person_merge_undo_append_only before update or delete on person_merge_undo for each row execute function refuse_change();
create trigger person_merge_undo_no_truncate before truncate on person_merge_undo for each statement execute function refuse_change();

-- The record that stands for a person now, over any number of joins.
create function person_standing(wanted bigint) returns bigint language sql stable as $$
    with recursive way as (
        select id, joined_to from person where id = wanted
        union all
        select p.id, p.joined_to from person p join way w on p.id = w.joined_to)
    select id from way where joined_to is null
$$;

-- A referral that comes in while two records are joined goes to the one that stands: it waits for the join and then follows it.
create function referral_follows_join() returns trigger language plpgsql as $$
begin
    perform 1 from person where id = new.person_id for share;
    new.person_id := person_standing(new.person_id);
    return new;
end $$;
create trigger referral_follows_join before insert on referral for each row execute function referral_follows_join();

alter table possible_duplicate drop constraint possible_duplicate_likeness_check;
alter table possible_duplicate add constraint possible_duplicate_likeness_check
    check (likeness in ('sameNumber', 'sameNameAndBirthDate', 'likeNumber', 'likeName', 'likeSound', 'likeBirthDate'));
alter table possible_duplicate drop constraint possible_duplicate_decision_check;
alter table possible_duplicate add constraint possible_duplicate_decision_check check (decision in ('same', 'samePerson', 'different'));
create index possible_duplicate_earlier on possible_duplicate (earlier_ref);

-- The record that a referral is on now, locked until the transaction ends: joining and separating records wait, and so does everybody
-- else who asks. A join that was under way is waited for and followed.
create function lock_person_of(wanted text) returns bigint language plpgsql as $$
declare
    locked bigint;
    whose bigint := (select person_id from referral where ref = wanted);
begin
    while locked is distinct from whose loop
        perform 1 from person where id = whose for no key update;
        locked := whose;
        whose := (select person_id from referral where ref = wanted);
    end loop;
    return locked;
end $$;
