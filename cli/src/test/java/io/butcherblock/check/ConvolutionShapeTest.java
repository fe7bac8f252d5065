package io.butcherblock.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConvolutionShapeTest {

  @Test
  void aNetworksConvolutionsAreThoseOfTheGraphEachOnce() {
    NetworkSpec spec = Catalogue.onClassPath().network("oisr-lf-s");
    assertEquals(
        List.of(
            "3 -> 64, 3x3, 4 of 48x48",
            "64 -> 64, 3x3, 4 of 48x48",
            "64 -> 256, 3x3, 4 of 48x48",
            "64 -> 3, 3x3, 4 of 96x96"),
        ConvolutionShape.of(spec, 2, 48).stream().map(ConvolutionShape::toString).toList());
  }

  @Test
  void thoseBehindAMeanHaveOnePixel() {
    NetworkSpec spec = Catalogue.onClassPath().network("oisr-lf-s-ca");
    assertEquals(
        2,
        ConvolutionShape.of(spec, 2, 48).stream()
            .filter(shape -> shape.kernel() == 1 && shape.side() == 1)
            .count());
  }

  /** 256 * 2896^2 is below 2^31, 256 * 2897^2 is not. */
  @Test
  void featureMapsOfMoreNumbersThanAnArrayHoldsAreRefused() {
    NetworkSpec spec = Catalogue.onClassPath().network("oisr-lf-s");
    assertEquals(4, ConvolutionShape.of(spec, 2, 2896).size());
    assertEquals(
        "The convolution 64 -> 256, 3x3, 1 of 2897x2897 is too large for its gradients to be"
            + " checked; give a smaller patch.",
        assertThrows(ButcherblockException.class, () -> ConvolutionShape.of(spec, 2, 2897))
            .getMessage());
  }
}
