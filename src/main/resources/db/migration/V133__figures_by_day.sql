-- The charts of the last thirty days look by time.
create index review_state_decided on review_state (decided_at);
create index run_started on run (started_at);
create index model_call_started on model_call (started_at);
