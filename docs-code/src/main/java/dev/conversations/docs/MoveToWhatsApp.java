package dev.conversations.docs;

import dev.conversations.client.MessagingBinding;
import dev.conversations.client.NewParticipant;
import dev.conversations.client.NotFoundException;
import dev.conversations.client.Participant;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantIdentifier;
import dev.conversations.client.TwilioConversations;
import reactor.core.publisher.Mono;

/**
 * Moves a participant of a conversation from SMS to WhatsApp on the same phone number.
 * Twilio changes no participant's address, so that a participant on WhatsApp is added and
 * the one on SMS is removed.
 *
 * @since 0.1.0
 */
public final class MoveToWhatsApp {

	private final ParticipantClient participants;

	private final String whatsAppNumber;

	/**
	 * Creates the recipe.
	 * @param twilio the entry to Twilio
	 * @param whatsAppNumber the application's own number on WhatsApp, in E.164 form
	 */
	public MoveToWhatsApp(TwilioConversations twilio, String whatsAppNumber) {
		this.participants = twilio.participants();
		this.whatsAppNumber = whatsAppNumber;
	}

	/**
	 * Moves a participant. What breaks off in between is finished by calling this again.
	 * @param conversation the SID or the unique name of the conversation
	 * @param participantSid the SID of the participant on SMS
	 * @return the participant on WhatsApp, who has the attributes and the role of the one
	 * on SMS
	 */
	public Mono<Participant> move(String conversation, String participantSid) {
		return this.participants.fetch(conversation, participantSid)
			.flatMap((sms) -> this.participants.createIfAbsent(conversation, onWhatsApp(sms)))
			.flatMap((added) -> remove(conversation, participantSid).thenReturn(added));
	}

	private NewParticipant onWhatsApp(Participant sms) {
		MessagingBinding binding = sms.messagingBinding();
		if (binding == null || binding.address() == null || !binding.address().startsWith("+")) {
			throw new IllegalArgumentException("The participant must have a phone number");
		}
		NewParticipant participant = NewParticipant.messaging(whatsApp(binding.address()),
				whatsApp(this.whatsAppNumber));
		if (sms.attributes() != null) {
			participant = participant.withAttributes(sms.attributes());
		}
		return (sms.roleSid() != null) ? participant.withRoleSid(sms.roleSid()) : participant;
	}

	private static String whatsApp(String phoneNumber) {
		return ParticipantIdentifier.whatsApp(phoneNumber).value();
	}

	private Mono<Void> remove(String conversation, String participantSid) {
		return this.participants.delete(conversation, participantSid)
			.onErrorResume(NotFoundException.class, (gone) -> Mono.empty());
	}

}
