package io.butcherblock.nn;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.graph.NetworkGraph;
import io.butcherblock.graph.NodeWriter;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The topology of a network: the trunk of EDSR around ODE blocks (He et al., CVPR 2019, Fig. 2; Lim
 * et al., CVPRW 2017). Mean shift, head convolution, blocks, a convolution, the head's output
 * added, upsampler, tail convolution, mean shift back. Needs no native library.
 *
 * @param graph the nodes of the whole network
 * @param blocks which nodes are those of the blocks, first to last
 */
public record NetworkTopology(NetworkGraph graph, List<Block> blocks) {

  /** Side of the trunk's kernels in pixels. */
  private static final int KERNEL = 3;

  /**
   * A block.
   *
   * @param place whose weights it has
   * @param begin the place of its first node in the graph
   * @param end the place behind its last node
   * @param inputs the state before it
   * @param outputs the state behind it
   */
  public record Block(
      BlockPlace place, int begin, int end, List<Value> inputs, List<Value> outputs) {

    public Block {
      inputs = List.copyOf(inputs);
      outputs = List.copyOf(outputs);
    }

    /** The values of the state behind it that it makes, at least one. */
    public List<Value> made() {
      return outputs.stream().filter(value -> !inputs.contains(value)).toList();
    }
  }

  public NetworkTopology {
    blocks = List.copyOf(blocks);
  }

  /**
   * Writes a network.
   *
   * @throws io.butcherblock.error.ButcherblockException if {@code scale} is not 2, 3 or 4
   */
  static NetworkTopology of(NetworkSpec spec, int scale) {
    Scale.check(scale);
    NodeWriter nodes = new NodeWriter();
    List<Block> blocks = new ArrayList<>();
    int channels = spec.channels();
    Value image = new Value("image");
    Value shifted = nodes.addColor("shifted", MeanShift.subtracted(), image);
    Value first =
        nodes.convolution(StateDictKeys.HEAD, MeanShift.COLORS, channels, KERNEL, shifted);
    List<BlockProgram> programs = spec.programs();
    List<Value> state =
        divided(nodes, spec.name(), channels, programs.get(0).inputs().size(), first);
    List<BlockPlace> places = BlockPlace.all(spec);
    int fieldChannels = spec.fieldChannels();
    if (spec.vectorField() instanceof GraphVectorField field
        && programs.stream()
            .anyMatch(block -> BlockPlace.needsNamesOfStages(spec.sharing(), block.summands()))) {
      field.requireWeightsForEachStage(fieldChannels);
    }
    for (int i = 0; i < spec.blocks(); i++) {
      int begin = nodes.size();
      List<Value> before = state;
      state =
          new BlockGraph(nodes, places.get(i), spec, fieldChannels, programs.get(i))
              .describe(before);
      blocks.add(new Block(places.get(i), begin, nodes.size(), before, state));
    }
    Value features =
        programs.get(0).inputs().size() == 1
            ? state.get(0)
            : nodes.concatenation("body/state", state);
    String behind = StateDictKeys.body(spec.blocks());
    features = nodes.convolution(behind, channels, channels, KERNEL, features);
    features = nodes.combination("body/skip", List.of(unit(features), unit(first)));
    features = enlarge(nodes, channels, scale, features);
    Value large =
        nodes.convolution(StateDictKeys.TAIL, channels, MeanShift.COLORS, KERNEL, features);
    Value enlarged = nodes.addColor("enlarged", MeanShift.added(), large);
    return new NetworkTopology(nodes.graph(image, enlarged), blocks);
  }

  /** The state before the first block: the head's feature maps, or equal parts of them. */
  private static List<Value> divided(
      NodeWriter nodes, String network, int channels, int parts, Value first) {
    if (parts == 1) {
      return List.of(first);
    }
    if (channels % parts != 0) {
      throw new ButcherblockException(
          "The scheme of %s divides the channels into %s equal parts, which %s channels do not have."
              .formatted(network, parts, channels));
    }
    int each = channels / parts;
    return IntStream.range(0, parts)
        .mapToObj(i -> nodes.channels("body/part" + (i + 1), i * each, each, first))
        .toList();
  }

  /** Sub-pixel convolution: C to r^2 C feature maps, then pixel shuffle by r; for x4 twice by 2. */
  private static Value enlarge(NodeWriter nodes, int channels, int scale, Value features) {
    int factor = Scale.factor(scale);
    Value value = features;
    for (int stage = 0; stage < Scale.stages(scale); stage++) {
      String name = StateDictKeys.upsampler(stage);
      value = nodes.convolution(name, channels, factor * factor * channels, KERNEL, value);
      value = nodes.pixelShuffle(name + "/shuffle", factor, value);
    }
    return value;
  }

  private static Term unit(Value value) {
    return Term.of(value.name());
  }
}
