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

  private static final int COLORS = 3;

  private final NetworkSpec spec;
  private final DescribedVectorField vectorField;
  private final NodeWriter nodes = new NodeWriter();

  private GraphBuilder(NetworkSpec spec, DescribedVectorField vectorField) {
    this.spec = spec;
    this.vectorField = vectorField;
  }

  /** The graph of {@code spec}, whose vector field is {@code vector field}. */
  static NetworkGraph build(NetworkSpec spec, DescribedVectorField vectorField, int scale) {
    Upsampler.check(scale);
    return new GraphBuilder(spec, vectorField).network(scale);
  }

  private NetworkGraph network(int scale) {
    int channels = spec.channels();
    Value image = new Value("image");
    Value shifted = nodes.addColor("shifted", mean(-1), image);
    Value first = convolution(StateDictKeys.HEAD, COLORS, channels, shifted);
    Value features = first;
    for (int i = 0; i < spec.blocks(); i++) {
      features =
          new BlockGraph(nodes.child(StateDictKeys.body(i)), spec, vectorField).describe(features);
    }
    features = convolution(StateDictKeys.body(spec.blocks()), channels, channels, features);
    features = nodes.combination("body/skip", List.of(unit(features), unit(first)));
    int factor = Upsampler.factor(scale);
    for (int stage = 0; stage < Upsampler.stages(scale); stage++) {
      String name = StateDictKeys.upsampler(stage);
      features = convolution(name, channels, factor * factor * channels, features);
      features = nodes.pixelShuffle(name + "/shuffle", factor, features);
    }
    Value enlarged = convolution(StateDictKeys.TAIL, channels, COLORS, features);
    return nodes.graph(image, nodes.addColor("enlarged", mean(1), enlarged));
  }

  private Value convolution(String name, int in, int out, Value x) {
    return nodes.convolution(name, in, out, Convolution.SIZE, x);
  }

  private static Term unit(Value value) {
    return Term.of(value.name());
  }

  private static List<Float> mean(int sign) {
    return IntStream.range(0, COLORS)
        .mapToObj(c -> sign * MeanShift.mean(c))
        .collect(Collectors.toList());
  }
}
