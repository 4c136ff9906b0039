create table if not exists twilio_failed_participant (
	job_instance_id bigint not null,
	ordinal bigint not null,
	status integer,
	code integer,
	resume_cursor varchar(4000),
	primary key (job_instance_id, ordinal)
);
