package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No gradient is taken through a convolution whose feature maps lie in NCHW: on some virtual
 * machines LibTorch's are wrong then (docs/gradients.md). What oneDNN says of itself tells the
 * layouts, on every processor.
 */
class GradientLayoutTest {

  /** Feature maps of one pixel, as after a mean, lie in both layouts at once. */
  private static final Pattern ONE_PIXEL = Pattern.compile("_ih1oh1.*_iw1ow1");

  private static final Pattern CHANNELS_LAST =
      Pattern.compile("src:f32:[^:]*:blocked:acdb:.* dst:f32:[^:]*:blocked:acdb:.*");

  @Test
  void gradientsGoThroughConvolutionsChannelsLast(@TempDir Path folder) throws Exception {
    assumeTrue(
        System.getProperty("os.arch").equals("amd64"), "oneDNN takes convolutions on x86-64");
    ChildJvm child =
        ChildJvm.run(
            folder, SmallWork.class, Map.of("OMP_NUM_THREADS", "2", "ONEDNN_VERBOSE", "1"));
    List<String> backward =
        child.out().stream()
            .filter(line -> line.contains(",exec,cpu,convolution,"))
            .filter(line -> line.contains(",backward_"))
            .filter(line -> !ONE_PIXEL.matcher(line).find())
            .toList();
    assertTrue(
        backward.stream().filter(line -> line.contains("ic8oc3_")).count() >= 4,
        "the last convolutions of both networks and of the user's model are among them: "
            + backward);
    assertEquals(
        List.of(), backward.stream().filter(line -> !CHANNELS_LAST.matcher(line).find()).toList());
  }
}
