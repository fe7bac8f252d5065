package io.butcherblock.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.graph.Filter;
import io.butcherblock.graph.NetworkGraph;
import io.butcherblock.graph.Node;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeatureMapMemoryTest {

  private static final Value IMAGE = new Value("image");
  private static final Value A = new Value("a");
  private static final Value B = new Value("b");
  private static final Value C = new Value("c");
  private static final Value D = new Value("d");

  /** Bytes of one map at a pixel. */
  private static final long MAP = 4;

  @Test
  void aConvolutionKeepsItsInputOnceHoweverManyReadIt() {
    NetworkGraph graph =
        graph(conv(A, IMAGE, 3, 8), conv(B, A, 8, 4), conv(C, A, 8, 4), sum(D, unit(B), unit(C)));
    assertEquals((3 + 8) * MAP, FeatureMapMemory.of(graph).kept());
  }

  @Test
  void rectifiersKeepWhatTheirSlopeIsReadFrom() {
    NetworkGraph graph =
        graph(
            conv(A, IMAGE, 3, 8),
            new Node.PRelu(B, A, "slope", 8),
            new Node.Relu(C, B),
            sum(D, unit(B), unit(C)));
    assertEquals((3 + 8 + 8) * MAP, FeatureMapMemory.of(graph).kept());
  }

  @Test
  void aTrainedFactorKeepsItsTerm() {
    NetworkGraph graph =
        graph(conv(A, IMAGE, 3, 8), conv(B, A, 8, 4), sum(C, Term.of("scale", "b"), unit(B)));
    assertEquals((3 + 8 + 4) * MAP, FeatureMapMemory.of(graph).kept());
  }

  @Test
  void shuffledMapsAreAsLargeAsBefore() {
    NetworkGraph graph =
        graph(conv(A, IMAGE, 3, 16), new Node.PixelShuffle(B, A, 2), conv(C, B, 4, 3));
    assertEquals(new FeatureMapMemory((3 + 16) * MAP, 16 * MAP), FeatureMapMemory.of(graph));
  }

  private static NetworkGraph graph(Node... nodes) {
    return new NetworkGraph(IMAGE, List.of(nodes), nodes[nodes.length - 1].output());
  }

  private static Term unit(Value value) {
    return Term.of(value.name());
  }

  private static Node sum(Value output, Term... terms) {
    return new Node.LinearCombination(output, List.of(terms));
  }

  private static Node conv(Value output, Value input, int in, int out) {
    return new Node.Convolution(
        output,
        input,
        Filter.trained(output.name() + ".weight"),
        Optional.of(output.name() + ".bias"),
        in,
        out,
        3);
  }
}
