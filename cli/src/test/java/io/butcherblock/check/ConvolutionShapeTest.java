package io.butcherblock.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
}
