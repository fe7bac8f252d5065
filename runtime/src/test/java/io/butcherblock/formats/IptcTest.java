package io.butcherblock.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IptcTest {

  /** One resource before it, with a name of an odd and of an even number of letters. */
  @ParameterizedTest
  @ValueSource(strings = {"", "a", "ab"})
  void recordsAreFoundAmongPhotoshopsResources(String name) {
    byte[] records = {0x1c, 2, 5, 0, 1, 'x'};
    String padding = name.length() % 2 == 0 ? "\0" : "";
    String before = "8BIM\3\355" + (char) name.length() + name + padding + "\0\0\0\3abc\0";
    byte[] ours = Iptc.resources(records);
    byte[] all =
        (before + new String(ours, StandardCharsets.ISO_8859_1))
            .getBytes(StandardCharsets.ISO_8859_1);
    assertArrayEquals(records, Iptc.ofResources(all).orElseThrow());
    for (int end = 0; end < all.length; end++) {
      // Cut off anywhere, it is no failure.
      assertTrue(Iptc.ofResources(Arrays.copyOf(all, end)).isEmpty(), "" + end);
    }
  }
}
