package io.butcherblock.distributed;

import io.butcherblock.error.ButcherblockException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the processes of a group know and strangers do not. Whoever reaches the port of the store
 * can write there; a text that is not signed with the secret is not believed.
 *
 * @param phrase any text; empty if there is no secret, and then every text is believed
 */
record GroupSecret(String phrase) {

  /** Where all processes of a group find the same phrase. */
  static final String VARIABLE = "BUTCHERBLOCK_SECRET";

  static final GroupSecret NONE = new GroupSecret("");

  private static final String ALGORITHM = "HmacSHA256";
  private static final int RANDOM_BYTES = 32;

  /** The secret that the variables tell of. */
  static GroupSecret of(Map<String, String> variables) {
    return new GroupSecret(variables.getOrDefault(VARIABLE, "").strip());
  }

  /** A phrase that nobody can guess. */
  static String random() {
    byte[] bytes = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /**
   * The text with its signature.
   *
   * @param key where it is to be; a text that is copied to another place is not believed
   */
  String sign(String key, String text) {
    return signature(key, text) + text;
  }

  /**
   * The text that was signed.
   *
   * @throws ButcherblockException if it was not, or for another place
   */
  String verified(String key, String signed) {
    int length = signature("", "").length();
    if (signed.length() >= length) {
      String text = signed.substring(length);
      if (MessageDigest.isEqual(bytes(signed.substring(0, length)), bytes(signature(key, text)))) {
        return text;
      }
    }
    throw new ButcherblockException(
        "A program that does not know "
            + VARIABLE
            + " of this run has written into its store, so the run ends: set the same for all"
            + " processes, and let nobody else reach MASTER_PORT.");
  }

  private String signature(String key, String text) {
    if (phrase.isEmpty()) {
      return "";
    }
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(bytes(phrase), ALGORITHM));
      // Lengths first, so that no two pairs make the same bytes.
      return HexFormat.of().formatHex(mac.doFinal(bytes(key.length() + ":" + key + text)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has " + ALGORITHM + ".", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Says nothing of the phrase. */
  @Override
  public String toString() {
    return phrase.isEmpty() ? "no secret" : "a secret";
  }
}
