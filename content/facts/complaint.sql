-- One row per service complaint.
select
    ticket.*
from ticket
where ticket.type = 'complaint'
