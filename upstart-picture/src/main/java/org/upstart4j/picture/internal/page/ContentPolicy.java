package org.upstart4j.picture.internal.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** What a page allows itself: one style sheet and one script, known by their hashes. */
final class ContentPolicy {

  private ContentPolicy() {}

  /**
   * Makes a policy.
   *
   * @param style the exact text between the style sheet's tags
   * @param script the exact text between the script's tags
   */
  static String of(String style, String script) {
    return String.join(
        "; ",
        "default-src 'none'",
        "img-src data:",
        "style-src '" + hash(style) + "'",
        "script-src '" + hash(script) + "'",
        "base-uri 'none'",
        "form-action 'none'");
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
