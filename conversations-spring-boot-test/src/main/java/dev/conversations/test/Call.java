package dev.conversations.test;

import java.time.Instant;

/**
 * A request that is carried out, with what it needs of its account.
 *
 * @param account the account
 * @param route the resource that its path leads to
 * @param request the request
 * @param now the instant at which it is carried out
 */
record Call(Account account, Route route, ReceivedRequest request, Instant now) {

	Store store() {
		return this.account.store();
	}

	StoredConversation conversation() {
		return store().find(this.route.service(), this.route.conversation(), this.now);
	}

	StoredConversation conversationForWrite() {
		return store().findForWrite(this.route.service(), this.route.conversation(), this.now);
	}

	/**
	 * Returns the service of the path.
	 * @return the SID of a service that exists
	 */
	String service() {
		return store().service(this.route.service());
	}

	Parameters form() {
		return Parameters.parse(this.request.form());
	}

	Parameters query() {
		return Parameters.parse(this.request.query());
	}

	Renderer renderer() {
		return new Renderer(this.account.sid(), this.request.baseUrl(), this.route.service() != null);
	}

	@Override
	public String toString() {
		return this.route.toString();
	}

}
