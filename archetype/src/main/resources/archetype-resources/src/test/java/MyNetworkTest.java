package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.NetworkSize;
import org.junit.jupiter.api.Test;

class MyNetworkTest {

  private final NetworkSpec network = Catalogue.onClassPath().network("my-network");

  @Test
  void schemeHasTheOrderThatIsClaimed() {
    assertEquals(2, network.scheme().facts().order());
  }

  /** Two stages in each block, a convolution of 32 x 32 x 3 x 3 weights in each. */
  @Test
  void networkHasTheSizeThatWasMeant() {
    long blocks = 4 * 2 * (32 * 32 * 3 * 3L);
    long all = NetworkSize.of(network, 2).parameters();
    assertEquals(true, all > blocks, all + " parameters");
  }
}
