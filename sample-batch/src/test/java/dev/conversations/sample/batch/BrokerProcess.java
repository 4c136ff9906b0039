package dev.conversations.sample.batch;

import java.util.concurrent.CountDownLatch;

import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;

/**
 * A message broker in a process of its own, so that it can be killed without the manager.
 */
public final class BrokerProcess {

	private BrokerProcess() {
	}

	public static void main(String[] args) throws Exception {
		Configuration configuration = new ConfigurationImpl().setSecurityEnabled(false)
			.setPersistenceEnabled(true)
			.setJournalDirectory(args[0] + "/journal")
			.setBindingsDirectory(args[0] + "/bindings")
			.setLargeMessagesDirectory(args[0] + "/large")
			.setPagingDirectory(args[0] + "/paging")
			.addAcceptorConfiguration("loopback", "tcp://127.0.0.1:" + args[1]);
		EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
		broker.setConfiguration(configuration);
		broker.start();
		System.out.println("broker is up");
		new CountDownLatch(1).await();
	}

}
