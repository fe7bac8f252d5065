package io.butcherblock.distributed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bytedeco.pytorch.Store;

/**
 * Texts as values of a store, signed with the group's secret, in base64: the bindings turn strings
 * into bytes by the machine's own encoding.
 */
final class StoreString {

  private StoreString() {}

  static void set(Store store, RankEnvironment environment, String name, String text) {
    String key = environment.key(name);
    byte[] bytes = environment.secret().sign(key, text).getBytes(StandardCharsets.UTF_8);
    store.set(key, Base64.getEncoder().encodeToString(bytes));
  }

  /**
   * What {@link #set} left there; waits until something is there.
   *
   * @throws io.butcherblock.error.ButcherblockException if somebody else has left it there
   */
  static String get(Store store, RankEnvironment environment, String name) {
    String key = environment.key(name);
    return environment.secret().verified(key, decoded(store.get_to_str(key)));
  }

  /** Of what is no base64, nothing: no signature fits that. */
  private static String decoded(String value) {
    try {
      return new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
