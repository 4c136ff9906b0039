package dev.conversations.docs.tenants;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Application that the test starts.
 */
@SpringBootApplication
class TenantsApplication {

}
