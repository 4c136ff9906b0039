create table if not exists tenant (
	name varchar(50) primary key,
	account_sid char(34) not null,
	api_key char(34) not null,
	api_secret varchar(100) not null
);
