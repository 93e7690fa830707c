-- Who is with us: surveys that nobody can be recognized in, and training that is passed by a quiz.

-- One asking of an instrument of the content pack. heard: who spoke for the staff before it began.
create table survey (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    instrument text not null,
    title text not null check (length(title) between 1 and 200),
    heard text not null check (length(heard) between 1 and 300),
    state text not null default 'open' check (state in ('open', 'closed')),
    sent_by text,
    sent_by_name text not null,
    sent_at timestamptz not null,
    closes_on date not null,
    closed_at timestamptz,
    reminded_at timestamptz,
    primary key (organization_id, id)
);

create index survey_by_time on survey (organization_id, sent_at desc, id);

-- A group that was asked, and its ballot box. The answers of a group are one value that is written anew with each answer,
-- in an order of chance: so neither the order nor the time of a row tells which answer came when.
create table survey_box (
    organization_id uuid not null references organization,
    survey_id uuid not null,
    name text not null,
    invited integer not null check (invited > 0),
    answered integer not null default 0,
    answers jsonb not null default '[]',
    primary key (organization_id, survey_id, name),
    foreign key (organization_id, survey_id) references survey
);

-- A link that was not used yet: no person stands beside it. It is deleted when it is used, and when the survey ends.
create table survey_token (
    organization_id uuid not null references organization,
    survey_id uuid not null,
    token_sha256 text not null,
    group_name text not null,
    primary key (organization_id, token_sha256),
    foreign key (organization_id, survey_id, group_name) references survey_box (organization_id, survey_id, name)
);

-- Who was asked: for reminders, which go to everybody, because nobody knows who has answered.
create table survey_invitee (
    organization_id uuid not null references organization,
    survey_id uuid not null,
    email text not null,
    primary key (organization_id, survey_id, email),
    foreign key (organization_id, survey_id) references survey
);

-- A course that somebody is to take: person is a record of the register of people in scope.
create table course_assignment (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    person uuid not null,
    course text not null,
    because text not null,
    assigned_by text,
    assigned_by_name text not null,
    assigned_at timestamptz not null,
    due_on date not null,
    -- Why the person need not take it now; who is exempt leaves the base of the completion.
    exempt_because text,
    exempt_until date,
    exempt_by_name text,
    -- Attempts granted beyond the three, after a talk with the trainer.
    extra_attempts integer not null default 0,
    reminded_at timestamptz,
    escalated_at timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, person) references record (organization_id, id)
);

create index course_assignment_of_person on course_assignment (organization_id, person, course);

-- One try of a quiz: what was asked in which order, and once it is finished what was answered.
create table quiz_attempt (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    assignment_id uuid not null,
    number integer not null check (number > 0),
    course_version text not null,
    asked jsonb not null,
    answers jsonb,
    score double precision,
    is_passed boolean,
    started_at timestamptz not null,
    finished_at timestamptz,
    primary key (organization_id, id),
    unique (organization_id, assignment_id, number),
    foreign key (organization_id, assignment_id) references course_assignment (organization_id, id)
);

-- The proof that a course was passed: person, course, version, day, score, valid until (7.2).
create table certificate (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    number text not null,
    assignment_id uuid not null,
    person uuid not null,
    person_name text not null,
    course text not null,
    course_title text not null,
    course_version text not null,
    score double precision not null,
    passed_on date not null,
    valid_until date not null,
    primary key (organization_id, id),
    unique (organization_id, number),
    unique (organization_id, assignment_id)
);

-- The code by which whoever gave feedback without a name reads the answer.
create table feedback_code (
    organization_id uuid not null references organization,
    code_sha256 text not null,
    record_id uuid not null,
    primary key (organization_id, code_sha256),
    foreign key (organization_id, record_id) references record (organization_id, id)
);

call protect('survey', 'select, insert, update');
call protect('survey_box', 'select, insert, update');
call protect('survey_token', 'select, insert, delete');
call protect('survey_invitee', 'select, insert, delete');
call protect('course_assignment', 'select, insert, update');
call protect('quiz_attempt', 'select, insert, update');
call protect('certificate', 'select, insert');
call protect('feedback_code', 'select, insert');

call keep_unchanged('certificate');
