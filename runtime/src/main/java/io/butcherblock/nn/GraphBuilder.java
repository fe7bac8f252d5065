package io.butcherblock.nn;

import io.butcherblock.graph.NetworkGraph;
import io.butcherblock.graph.NodeWriter;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The graph of a network: what {@link SuperResolutionNetwork} does, described. */
final class GraphBuilder {

  private static final int COLOURS = 3;

  private final NetworkSpec spec;
  private final DescribedDerivative derivative;
  private final NodeWriter nodes = new NodeWriter();

  private GraphBuilder(NetworkSpec spec, DescribedDerivative derivative) {
    this.spec = spec;
    this.derivative = derivative;
  }

  /** The graph of {@code spec}, whose derivative is {@code derivative}. */
  static NetworkGraph build(NetworkSpec spec, DescribedDerivative derivative, int scale) {
    Upsampler.check(scale);
    return new GraphBuilder(spec, derivative).network(scale);
  }

  private NetworkGraph network(int scale) {
    int channels = spec.channels();
    Value image = new Value("image");
    Value shifted = nodes.addColour("shifted", mean(-1), image);
    Value first = convolution(ShellNames.HEAD, COLOURS, channels, shifted);
    Value features = first;
    for (int i = 0; i < spec.blocks(); i++) {
      features =
          new BlockGraph(nodes.child(ShellNames.body(i)), spec, derivative).describe(features);
    }
    features = convolution(ShellNames.body(spec.blocks()), channels, channels, features);
    features = nodes.combination("body/skip", List.of(unit(features), unit(first)));
    int factor = Upsampler.factor(scale);
    for (int stage = 0; stage < Upsampler.stages(scale); stage++) {
      String name = ShellNames.upsampler(stage);
      features = convolution(name, channels, factor * factor * channels, features);
      features = nodes.pixelShuffle(name + "/shuffle", factor, features);
    }
    Value enlarged = convolution(ShellNames.TAIL, channels, COLOURS, features);
    return nodes.graph(image, nodes.addColour("enlarged", mean(1), enlarged));
  }

  private Value convolution(String name, int in, int out, Value x) {
    return nodes.convolution(name, in, out, Convolution.SIZE, x);
  }

  private static Term unit(Value value) {
    return Term.of(value.name());
  }

  private static List<Float> mean(int sign) {
    return IntStream.range(0, COLOURS)
        .mapToObj(c -> sign * MeanShift.mean(c))
        .collect(Collectors.toList());
  }
}
