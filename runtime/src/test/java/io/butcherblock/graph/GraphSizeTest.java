package io.butcherblock.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class GraphSizeTest {

  private final NodeWriter nodes = new NodeWriter();
  private final Value image = new Value("image");

  @Test
  void convolutionsBehindAShuffleWorkOnMorePixels() {
    Value a = nodes.convolution("a", 3, 8, 3, image);
    Value b = nodes.convolution("b", 2, 5, 1, nodes.pixelShuffle("shuffled", 2, a));
    assertEquals(
        new GraphSize(3 * 8 * 9 + 8 + 2 * 5 + 5, 3 * 8 * 9 + 4 * 2 * 5, 0, OptionalInt.of(1)),
        size(b));
  }

  @Test
  void fractionsOfAnInputPixelAreAddedBeforeTheyAreRounded() {
    Value twice = nodes.pixelShuffle("twice", 2, nodes.convolution("a", 3, 16, 3, image));
    Value behind = nodes.convolution("b", 4, 4, 3, twice);
    Value four = nodes.pixelShuffle("four", 2, behind);
    Value tail = nodes.convolution("c", 1, 1, 3, four);
    // 1, 1/2 and 1/4 of an input pixel.
    assertEquals(OptionalInt.of(2), size(tail).radius());
    Value further = nodes.convolution("d", 1, 1, 5, tail);
    assertEquals(OptionalInt.of(3), size(further).radius());
  }

  @Test
  void theLongestOfSeveralPathsCounts() {
    Value near = nodes.convolution("near", 3, 2, 1, image);
    Value far = nodes.convolution("far", 3, 2, 7, image);
    List<Term> terms = List.of(Term.of(near.name()), Term.of(far.name()), Term.of(near.name()));
    assertEquals(OptionalInt.of(3), size(nodes.combination("sum", terms)).radius());
  }

  @Test
  void aGateReachesAsFarAsTheFartherOfItsInputs() {
    Value near = nodes.convolution("near", 3, 2, 1, image);
    Value far = nodes.convolution("far", 3, 1, 7, image);
    assertEquals(OptionalInt.of(3), size(nodes.product("gated", near, far)).radius());
  }

  @Test
  void whatDependsOnAMeanDependsOnTheWholeImage() {
    Value a = nodes.convolution("a", 3, 2, 3, image);
    Value few = nodes.convolution("few", 2, 5, 1, nodes.globalMean("mean", a));
    Value back = nodes.convolution("back", 5, 2, 1, few);
    GraphSize size = size(nodes.scaleChannels("scaled", a, back));
    assertEquals(OptionalInt.empty(), size.radius());
    assertEquals(2 * 2 * 5, size.macsPerImage());
    assertEquals(10 * 3 * 2 * 9 + 2 * 2 * 5, size.macs(10));
  }

  @Test
  void opaqueEvaluationsOfOneKeyHaveOneSetOfWeights() {
    GraphSize each = new GraphSize(11, 100, 7, OptionalInt.of(4));
    NodeWriter block = nodes.child("body.0");
    Value a = block.use("k1").opaque("g", "g", "G", each, image);
    Value b = block.use("k2").opaque("g", "g", "G", each, a);
    Value c = block.use("k3").opaque("other", "g", "G", each, b);
    assertEquals(new GraphSize(22, 300, 21, OptionalInt.of(12)), size(c));
    GraphSize all = new GraphSize(0, 0, 0, OptionalInt.empty());
    Value d = block.opaque("all", "g", "G", all, c);
    assertEquals(OptionalInt.empty(), size(d).radius());
  }

  private GraphSize size(Value output) {
    return GraphSize.of(nodes.graph(image, output));
  }
}
