package io.butcherblock.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class BelowBicubicTest {

  @Test
  void aNetworkBelowBicubicIsTold() {
    assertEquals(
        Optional.of(
            "On Set5 the network is 6.50 dB below bicubic (27.17 dB, bicubic 33.67 dB): it has been"
                + " trained too little, or for other images."),
        BelowBicubic.sentence(27.17, 33.67, "Set5"));
  }

  /** Images of one color are exact by bicubic. */
  @Test
  void infinityIsAsInTables() {
    assertEquals(
        Optional.of(
            "On tiles the network is inf dB below bicubic (40.00 dB, bicubic inf dB): it has been"
                + " trained too little, or for other images."),
        BelowBicubic.sentence(40, Double.POSITIVE_INFINITY, "tiles"));
  }

  @Test
  void oneThatIsAsGoodOrPerfectIsNot() {
    assertEquals(Optional.empty(), BelowBicubic.sentence(33.67, 33.67, "Set5"));
    assertEquals(
        Optional.empty(),
        BelowBicubic.sentence(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, "Set5"));
  }
}
