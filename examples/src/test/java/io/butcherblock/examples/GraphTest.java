package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.dsl.WeightSharing;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.graph.NetworkGraph;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bytedeco.pytorch.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The graphs of networks. What they compute is compared in {@link RuntimeExportTest}. */
class GraphTest {

  private static final Catalogue CATALOGUE = Catalogue.onClassPath();

  @Test
  void isReadableAsText() {
    NetworkSpec spec =
        CATALOGUE
            .networks()
            .get("edsr")
            .withScheme(CATALOGUE.schemes().get("ralston3"))
            .withCoefficients(Coefficients.FROZEN)
            .withSize(1, 4);
    assertEquals(
        """
        input image
        shifted = image + color [-114.444, -111.460495, -103.020004]
        head.0 = conv3x3(shifted; 3 -> 4; head.0.weight, head.0.bias)
        body.0/k1/conv1 = conv3x3(head.0; 4 -> 4; body.0.conv1.weight, body.0.conv1.bias)
        body.0/k1/rectified1 = relu(body.0/k1/conv1)
        body.0/k1/conv4 = conv3x3(body.0/k1/rectified1; 4 -> 4; body.0.conv4.weight, body.0.conv4.bias)
        body.0/y1/part1 = head.0 + 0.1*2/9 body.0/k1/conv4
        body.0/stage2 = head.0 + 0.1*1/2 body.0/k1/conv4
        body.0/k2/conv2 = conv3x3(body.0/stage2; 4 -> 4; body.0.conv2.weight, body.0.conv2.bias)
        body.0/k2/rectified2 = relu(body.0/k2/conv2)
        body.0/k2/conv5 = conv3x3(body.0/k2/rectified2; 4 -> 4; body.0.conv5.weight, body.0.conv5.bias)
        body.0/y1/part2 = body.0/y1/part1 + 0.1*1/3 body.0/k2/conv5
        body.0/stage3 = head.0 + 0.1*3/4 body.0/k2/conv5
        body.0/k3/conv3 = conv3x3(body.0/stage3; 4 -> 4; body.0.conv3.weight, body.0.conv3.bias)
        body.0/k3/rectified3 = relu(body.0/k3/conv3)
        body.0/k3/conv6 = conv3x3(body.0/k3/rectified3; 4 -> 4; body.0.conv6.weight, body.0.conv6.bias)
        body.0/y1 = body.0/y1/part2 + 0.1*4/9 body.0/k3/conv6
        body.1 = conv3x3(body.0/y1; 4 -> 4; body.1.weight, body.1.bias)
        body/skip = body.1 + head.0
        tail.0.0 = conv3x3(body/skip; 4 -> 36; tail.0.0.weight, tail.0.0.bias)
        tail.0.0/shuffle = shuffle3(tail.0.0)
        tail.1 = conv3x3(tail.0.0/shuffle; 4 -> 3; tail.1.weight, tail.1.bias)
        enlarged = tail.1 + color [114.444, 111.460495, 103.020004]
        return enlarged
        """,
        spec.graph(3).toString());
  }

  @Test
  void trainedCoefficientsAndSharedVectorFieldsHaveTheKeysOfTheBlock() {
    NetworkSpec base = CATALOGUE.networks().get("oisr-rk2-s").withSize(1, 4);
    NetworkSpec shared =
        new NetworkSpec(
            "shared",
            base.scheme(),
            base.vectorField(),
            1,
            4,
            1,
            Coefficients.TRAINABLE,
            WeightSharing.SHARED,
            "");
    String block =
        shared
            .graph(2)
            .toString()
            .lines()
            .filter(line -> line.startsWith("body.0/"))
            .map(line -> line + "\n")
            .collect(Collectors.joining());
    assertEquals(
        """
        body.0/k1/relu1 = prelu(head.0; body.0.relu1.weight)
        body.0/k1/conv1 = conv3x3(body.0/k1/relu1; 4 -> 4; body.0.conv1.weight, body.0.conv1.bias)
        body.0/k1/relu2 = prelu(body.0/k1/conv1; body.0.relu2.weight)
        body.0/k1/conv2 = conv3x3(body.0/k1/relu2; 4 -> 4; body.0.conv2.weight, body.0.conv2.bias)
        body.0/stage2 = head.0 + body.0/k1/conv2
        body.0/k2/relu1 = prelu(body.0/stage2; body.0.relu1.weight)
        body.0/k2/conv1 = conv3x3(body.0/k2/relu1; 4 -> 4; body.0.conv1.weight, body.0.conv1.bias)
        body.0/k2/relu2 = prelu(body.0/k2/conv1; body.0.relu2.weight)
        body.0/k2/conv2 = conv3x3(body.0/k2/relu2; 4 -> 4; body.0.conv2.weight, body.0.conv2.bias)
        body.0/sum = body.0/k2/conv2 + body.0/k1/conv2
        body.0/y1 = head.0 + body.0.scale1 body.0/sum
        """,
        block);
  }

  @ParameterizedTest
  @MethodSource("io.butcherblock.examples.EverySchemeTest#names")
  void hasTheParametersOfTheNetwork(String scheme) {
    for (Coefficients coefficients : Members.choices(CATALOGUE.schemes().get(scheme)).toList()) {
      NetworkSpec spec =
          CATALOGUE
              .networks()
              .get("oisr-lf-s-ca")
              .withScheme(CATALOGUE.schemes().get(scheme))
              .withCoefficients(coefficients)
              .withSize(2, 4);
      Map<String, List<Long>> shapes = new LinkedHashMap<>();
      try (Device cpu = new Device("cpu");
          SuperResolutionNetwork network = new SuperResolutionNetwork(spec, 4, 1, cpu)) {
        network
            .parameters()
            .byName()
            .forEach(
                (key, value) -> shapes.put(key, Arrays.stream(value.shape()).boxed().toList()));
      }
      NetworkGraph graph = spec.graph(4);
      assertEquals(shapes, graph.parameters());
    }
  }

  @Test
  void otherScalesAreRefused() {
    NetworkSpec spec = CATALOGUE.networks().get("edsr-baseline");
    assertThrows(ButcherblockException.class, () -> spec.graph(5));
  }

  /** A planner or an exporter works where the library is not. */
  @Test
  void needsNoNativeLibrary() throws IOException, InterruptedException {
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load",
                "-cp",
                System.getProperty("java.class.path"),
                GraphWithoutNatives.class.getName())
            .redirectErrorStream(true)
            .start();
    String text = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, java.waitFor(), text);
    assertTrue(text.contains("return enlarged"), text);
    assertTrue(!text.contains("org.bytedeco.javacpp.Loader"), text);
  }
}
