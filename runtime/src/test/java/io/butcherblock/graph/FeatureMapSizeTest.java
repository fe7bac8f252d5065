package io.butcherblock.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.program.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeatureMapSizeTest {

  private final NodeWriter nodes = new NodeWriter();
  private final Value image = new Value("image");
  private final Value features = nodes.convolution("first", 3, 8, 3, image);

  @Test
  void aShuffleMakesFewerAndLargerMaps() {
    Value shuffled = nodes.pixelShuffle("shuffled", 2, features);
    assertEquals(new FeatureMapSize(2, 4), sizes(shuffled).get(shuffled));
  }

  @Test
  void whatIsForTheWholeImageHasNoPixels() {
    Value mean = nodes.globalMean("mean", features);
    Value share = nodes.convolution("share", 8, 8, 1, mean);
    Value scaled = nodes.scaleChannels("scaled", features, share);
    Map<Value, FeatureMapSize> sizes = sizes(scaled);
    assertEquals(0, sizes.get(mean).bytes());
    assertEquals(0, sizes.get(share).bytes());
    assertEquals(8 * Float.BYTES, sizes.get(scaled).bytes());
  }

  private Map<Value, FeatureMapSize> sizes(Value output) {
    return FeatureMapSize.ofAll(nodes.graph(image, output));
  }
}
