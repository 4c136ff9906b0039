package com.example.support;

import com.example.support.TenantProperties.Tenant;
import dev.conversations.client.BasicCredentials;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.TwilioConversations;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

@Component
class Tenants {

	private final TwilioConversations twilio;

	private final TenantProperties properties;

	Tenants(TwilioConversations twilio, TenantProperties properties) {
		this.twilio = twilio;
		this.properties = properties;
	}

	ParticipantClient participantsOf(String name) {
		Tenant tenant = this.properties.tenants().get(name);
		if (tenant == null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return this.twilio
			.forAccount(new BasicCredentials(tenant.accountSid(), tenant.authToken(), tenant.accountSid()))
			.participants();
	}

}
