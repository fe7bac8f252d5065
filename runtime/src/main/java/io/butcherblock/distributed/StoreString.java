package io.butcherblock.distributed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bytedeco.pytorch.Store;

/**
 * Texts as values of a store, in base64: the bindings turn strings into bytes by the machine's own
 * encoding.
 */
final class StoreString {

  private StoreString() {}

  static void set(Store store, String key, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    store.set(key, Base64.getEncoder().encodeToString(bytes));
  }

  /** What {@link #set} left there; waits until something is there. */
  static String get(Store store, String key) {
    byte[] bytes = Base64.getDecoder().decode(store.get_to_str(key));
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
