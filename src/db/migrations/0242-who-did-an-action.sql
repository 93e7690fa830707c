-- Everybody who ever was to do an action or said that it was done: none of them checks its effect.
alter table finding_action add column doers text[] not null default '{}';

update finding_action set doers = array[owner_id];
