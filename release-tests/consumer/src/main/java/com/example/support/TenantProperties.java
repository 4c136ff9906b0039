package com.example.support;

import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;

@ConfigurationProperties("support")
record TenantProperties(Map<String, Tenant> tenants) {

	record Tenant(String accountSid, String authToken) {

	}

}
