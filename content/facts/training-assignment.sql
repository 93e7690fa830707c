-- One row per course assigned to one person.
select
    training_assignment.person_id,
    training_assignment.module,
    training_assignment.assigned_at,
    training_assignment.due_at,
    training_assignment.completed_at,
    training_assignment.is_passed,
    training_assignment.is_exempt
from canonical.training_assignment
