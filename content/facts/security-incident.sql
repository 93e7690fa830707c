-- One row per information security incident.
select
    ticket.*
from ticket
where ticket.type = 'security_incident' or (ticket.type = 'incident' and ticket.is_security)
