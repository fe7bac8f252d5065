package io.butcherblock.benchmarks.network;

import ai.djl.engine.Engine;
import java.util.Map;

/** DJL's copy of PyTorch, which must be in a process of its own. */
public final class Djl {

  public static final String ENGINE = "PyTorch";

  private Djl() {}

  /**
   * Before anything else of DJL. It also keeps DJL from asking the network for native libraries.
   */
  public static void useThreads(int threads) {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("ai.djl.pytorch.num_threads", String.valueOf(threads));
    System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
  }

  /** DJL's version and that of its PyTorch. */
  public static Map<String, String> versions() {
    return Map.of(
        "ai.djl:api", Engine.getDjlVersion(),
        "PyTorch of ai.djl.pytorch", Engine.getEngine(ENGINE).getVersion());
  }
}
