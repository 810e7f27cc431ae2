-- The check after payment is drawn for all claims that became paid with one statement: the batch, its seed and rule, and each claim's number.
create table sample_batch (
    statement_ref     text primary key references statement,
    contract_ref      text not null,
    contract_version  integer not null check (contract_version > 0),
    seed              bigint not null,
    one_in            integer not null check (one_in >= 0),
    least             integer not null check (least >= 0),
    extrapolate       boolean not null,
    members           integer not null check (members > 0),
    drawn_at          timestamptz not null
);
create trigger sample_batch_append_only before update or delete on sample_batch for each row execute function refuse_change();
create trigger sample_batch_no_truncate before truncate on sample_batch for each statement execute function refuse_change();

alter table sample_draw add column batch text references sample_batch;
alter table sample_draw add column stratum text;
alter table sample_draw add column number text;
create index sample_draw_batch on sample_draw (batch);
