-- One row per known error.
select
    ticket.*
from ticket
where ticket.type = 'known_error'
