-- One row per incident.
select
    ticket.*
from ticket
where ticket.type = 'incident'
