-- A new collection changes the state of the assessment too.
call count_changes('collection');
