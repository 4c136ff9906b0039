package dev.conversations.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Supplier;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Marks of the cursors of one list: an HMAC (RFC 2104) under the SID of the owner, cut to
 * 12 bytes, over the list and the rest of the cursor.
 */
final class CursorMarks {

	private static final String ALGORITHM = "HmacSHA256";

	private static final int LENGTH = 12;

	private final Supplier<String> owner;

	private final String list;

	CursorMarks(Supplier<String> owner, String list) {
		this.owner = owner;
		this.list = list;
	}

	PageCursor mark(String query, int position) {
		return new PageCursor(query, position, sign(query, position));
	}

	boolean isOwn(PageCursor cursor) {
		return MessageDigest.isEqual(bytes(sign(cursor.query(), cursor.position())), bytes(cursor.mark()));
	}

	private String sign(String query, int position) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(bytes(this.owner.get()), ALGORITHM));
			byte[] code = mac.doFinal(bytes(this.list + "\n" + query + "\n" + position));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(code, LENGTH));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has " + ALGORITHM, ex);
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
