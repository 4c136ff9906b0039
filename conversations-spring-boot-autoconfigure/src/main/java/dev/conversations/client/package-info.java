/**
 * Reactive client for Twilio Conversations and their participants.
 * <p>
 * The map of the package:
 * <ul>
 * <li>API: {@link dev.conversations.client.TwilioConversations} is the entry, with
 * {@link dev.conversations.client.ParticipantClient} and
 * {@link dev.conversations.client.ConversationClient};
 * {@link dev.conversations.client.TwilioTransport} owns the connections and is made from
 * {@link dev.conversations.client.TransportSettings}. {@code ApiClient} sends what the
 * default clients ask for, as an {@code ApiRequest}.</li>
 * <li>Values: {@link dev.conversations.client.Participant},
 * {@link dev.conversations.client.Conversation} and the other records that Twilio sends,
 * the classes {@code New…} and {@code …Update} that it is sent, and
 * {@link dev.conversations.client.Paging} with
 * {@link dev.conversations.client.PageCursor}. {@code …Fields},
 * {@code RecordDeserializer} and {@code ListReader} read them from JSON;
 * {@code FormParameters} holds the rules for what is sent.</li>
 * <li>Errors: {@link dev.conversations.client.TwilioException} and its subclasses, which
 * {@code Failures} and {@code ErrorAnswer} make; {@code PersonalData} masks their
 * messages.</li>
 * <li>Operator: {@code PageFlux} streams the pages of a {@code PagedList}, whose links
 * {@code PageLinks} checks.</li>
 * <li>Transport: {@code TwilioHttp} puts the policies around an {@code Attempt}:
 * {@code RetryPolicy}, {@code WritePace}, {@code Authorization} and the time-out of
 * {@code Connections}.</li>
 * <li>Gate: {@code RequestGate} admits requests, with {@code PermitLimit} for how many
 * and {@code GateClosure} for when; {@code Accounts} keeps one for each account.</li>
 * <li>Observation: {@link dev.conversations.client.ConversationsObservationDocumentation}
 * and what it names, and {@link dev.conversations.client.TwilioTransportMetrics}.</li>
 * </ul>
 */
@NullMarked
package dev.conversations.client;

import org.jspecify.annotations.NullMarked;
