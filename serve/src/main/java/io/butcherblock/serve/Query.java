package io.butcherblock.serve;

import io.butcherblock.error.ButcherblockException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The parameters of a request. */
final class Query {

  private Query() {}

  /**
   * Reads the parameters after the question mark; of a name that is there twice, the last.
   *
   * @throws ButcherblockException if one is not coded as URLs are
   */
  static Map<String, String> of(URI uri) {
    Map<String, String> values = new HashMap<>();
    String query = uri.getRawQuery();
    if (query == null) {
      return values;
    }
    for (String part : query.split("&", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        values.put(decoded(part.substring(0, equals)), decoded(part.substring(equals + 1)));
      }
    }
    return values;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new ButcherblockException("The address is not coded as addresses are.", e);
    }
  }
}
