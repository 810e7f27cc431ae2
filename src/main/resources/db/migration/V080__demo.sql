-- The demo service: that it has been loaded, and how far its clock is from the machine's.
create table demo_state (
    only_row        boolean primary key default true check (only_row),
    loaded_at       timestamptz not null,
    seed            bigint not null,
    clock_offset_s  bigint not null
);
