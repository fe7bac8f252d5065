package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.dsl.Layer;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.LayeredVectorField;
import io.butcherblock.nn.NetworkSize;
import io.butcherblock.nn.NetworkSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Parameters as counted in the official implementation; multiply-accumulates as printed in Tables 2
 * and 3 (He et al., CVPR 2019).
 */
class PaperCountsTest {

  @ParameterizedTest
  @CsvSource({
    "oisr-lf-s, 2, 1371939, 316.2",
    "oisr-lf-s, 3, 1556579, 160.1",
    "oisr-lf-s, 4, 1519651, 114.2",
    "oisr-rk2-s, 2, 1371915, 316.2",
    "oisr-rk2-s, 3, 1556555, 160.1",
    "oisr-rk2-s, 4, 1519627, 114.2",
    "oisr-lf, 2, 4971535, 1145.7",
    "oisr-lf, 3, 5641925, 578.6",
    "oisr-lf, 4, 5507847, 412.2",
    "oisr-rk2, 2, 4971511, 1145.7",
    "oisr-rk2, 3, 5641901, 578.6",
    "oisr-rk2, 4, 5507823, 412.2",
    "oisr-rk3, 2, 41926769, 9656.5",
    "oisr-rk3, 3, 44877169, 4590.1",
    "oisr-rk3, 4, 44287089, 2962.5",
    "edsr, 2, 0, 9384.7",
    "edsr, 3, 0, 4469.5",
    "edsr, 4, 0, 2894.5"
  })
  void areThoseOfThePaper(String network, int scale, long parameters, double gigaMacs) {
    NetworkSize size = NetworkSize.of(Catalogue.onClassPath().networks().get(network), scale);
    if (parameters > 0) {
      assertEquals(parameters, size.parameters());
    }
    assertEquals(gigaMacs, Math.round(size.macs() / 1e8) / 10.0, 1e-9);
  }

  /** Tables 2 and 3 count the parameters without the slopes of PReLU, in millions. */
  @ParameterizedTest
  @CsvSource({
    "oisr-lf-s, 2, 1.37",
    "oisr-lf-s, 3, 1.55",
    "oisr-lf-s, 4, 1.52",
    "oisr-rk2-s, 3, 1.55",
    "oisr-lf, 2, 4.97",
    "oisr-lf, 3, 5.64",
    "oisr-lf, 4, 5.50",
    "oisr-rk2, 4, 5.50",
    "oisr-rk3, 2, 41.91",
    "oisr-rk3, 3, 44.86",
    "oisr-rk3, 4, 44.27",
    "edsr, 2, 40.73",
    "edsr, 3, 43.68"
  })
  void withoutSlopesAreThoseThatThePaperPrints(String name, int scale, double millions) {
    NetworkSpec network = Catalogue.onClassPath().networks().get(name);
    long activations =
        ((LayeredVectorField) network.vectorField())
            .layers().stream().filter(Layer.PRELU::equals).count();
    long slopes =
        activations * network.channels() * network.blocks() * network.program().evaluations();
    long rest = NetworkSize.of(network, scale).parameters() - slopes;
    assertEquals(millions, Math.round(rest / 1e4) / 100.0, 1e-9);
  }
}
