-- What a person has said about themselves follows a join: only questions that the standing record leaves open are answered by the other
-- one, and which they were is kept, so that separating the records can take them back.
create table person_merge_answers (
    merge_id  bigint primary key references person_merge,
    answers   text[] not null check (cardinality(answers) > 0 and answers <@ array['ethnicity', 'sex', 'languages', 'contactBy', 'meetAt', 'specialist'])
);
create trigger person_merge_answers_append_only before update or delete on person_merge_answers for each row execute function refuse_change();
create trigger person_merge_answers_no_truncate before truncate on person_merge_answers for each statement execute function refuse_change();
