-- How a session was opened (which factors proved who it is); null: before this was written down, so counted as a password.
alter table session add column way text;

-- Whoever manages the people of an organization may end the sessions of those who belong to it: end, and nothing else.
alter table session enable row level security;
create policy of_colleague on session for delete
using (
    exists (
        select from membership
        where membership.person_id = session.person_id and membership.organization_id = current_organization()
    )
);
create policy of_colleague_known on session for select
using (
    exists (
        select from membership
        where membership.person_id = session.person_id and membership.organization_id = current_organization()
    )
);
grant select (person_id), delete on session to clausewise_app;
