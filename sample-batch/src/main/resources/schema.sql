create table if not exists exported_conversation (
	participant_sid varchar(34) not null,
	conversation_sid varchar(34) not null,
	state varchar(40)
);
