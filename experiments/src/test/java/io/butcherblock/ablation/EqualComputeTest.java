package io.butcherblock.ablation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.dsl.Layer;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.nn.NetworkSpec;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EqualComputeTest {

  /** A block of each network has so many convolutions, and the reference's has two. */
  @ParameterizedTest
  @CsvSource({"1, 8", "2, 4", "3, 3", "5, 2", "6, 1", "16, 1"})
  void blocksAreTheNearestWholeNumber(int convolutions, int blocks) {
    Candidate candidate = EqualCompute.of(pair(convolutions), 4, 8, 2).get(1);
    assertEquals(blocks, candidate.spec().blocks());
    assertEquals(8, candidate.spec().channels());
    assertFalse(candidate.costly());
  }

  @Test
  void theReferenceKeepsItsBlocksAndCostsOne() {
    Candidate reference = EqualCompute.of(pair(3), 4, 8, 2).get(0);
    assertEquals(4, reference.spec().blocks());
    assertEquals(1, reference.cost());
  }

  /** Head, the convolution after the blocks, upsampler, and the tail on four pixels for one. */
  @Test
  void theCostIsOfTheWholeNetwork() {
    Candidate three = EqualCompute.of(pair(3), 4, 8, 2).get(1);
    double trunk = 9 * (3 * 8 + 8 * 8 + 4 * 8 * 8 + 4 * 3 * 8);
    double block = 9 * 8 * 8;
    assertEquals((trunk + 9 * block) / (trunk + 8 * block), three.cost(), 1e-12);
  }

  @Test
  void aBlockOfMoreThanTwiceTheBudgetIsCostly() {
    assertFalse(EqualCompute.of(pair(4), 1, 8, 2).get(1).costly());
    Candidate five = EqualCompute.of(pair(5), 1, 8, 2).get(1);
    assertTrue(five.costly());
    assertEquals(1, five.spec().blocks());
  }

  @Test
  void aVectorFieldThatCostsNothingIsRefused() {
    List<NetworkSpec> networks =
        List.of(pair(1).get(0), ScoresForTests.network("no-conv", Layer.PRELU));
    ButcherblockException error =
        assertThrows(ButcherblockException.class, () -> EqualCompute.of(networks, 4, 8, 2));
    assertTrue(error.getMessage().startsWith("The vector field no-conv has no convolution"));
  }

  private static List<NetworkSpec> pair(int convolutions) {
    return List.of(network(2), network(convolutions));
  }

  private static NetworkSpec network(int convolutions) {
    List<Layer> layers = Collections.nCopies(convolutions, Layer.CONV_3X3);
    return ScoresForTests.network("g" + convolutions, layers.toArray(Layer[]::new));
  }
}
