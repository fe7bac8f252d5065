package io.butcherblock.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import com.google.protobuf.ByteString;
import io.butcherblock.graph.Node;
import io.butcherblock.nn.Tensors;
import io.butcherblock.program.Factor;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bytedeco.pytorch.Tensor;

/** The nodes of a graph as ONNX operators, and the tensors that they need. */
final class OnnxNodes {

  private final GraphProto.Builder graph;
  private final Map<String, Tensor> parameters;
  private final Set<String> stored = new HashSet<>();

  OnnxNodes(GraphProto.Builder graph, Map<String, Tensor> parameters) {
    this.graph = graph;
    this.parameters = parameters;
  }

  void add(Node node) {
    String output = node.output().name();
    if (node instanceof Node.LinearCombination combination) {
      combine(combination);
    } else if (node instanceof Node.Convolution convolution) {
      convolve(convolution);
    } else if (node instanceof Node.AddColor add) {
      add(output, "Add", add.input().name(), color(output + "/color", add.colorArray()));
    } else if (node instanceof Node.PRelu prelu) {
      // In ONNX a slope is aligned with the last axes: one for a channel has shape [C, 1, 1].
      add(output, "PRelu", prelu.input().name(), parameter(prelu.slope(), prelu.channels(), 1, 1));
    } else if (node instanceof Node.PixelShuffle shuffle) {
      shuffle(shuffle);
    } else if (node instanceof Node.ScaleChannels scale) {
      add(output, "Mul", scale.input().name(), scale.share().name());
    } else {
      add(output, unary(node), node.inputs().get(0).name());
    }
  }

  private static String unary(Node node) {
    if (node instanceof Node.Relu) {
      return "Relu";
    }
    if (node instanceof Node.Sigmoid) {
      return "Sigmoid";
    }
    if (node instanceof Node.GlobalMean) {
      return "GlobalAveragePool";
    }
    throw new IllegalArgumentException("There is no ONNX operator for " + node + ".");
  }

  private void convolve(Node.Convolution node) {
    int out = node.out();
    int kernel = node.kernel();
    long pad = kernel / 2;
    NodeProto.Builder operator =
        add(
            node.output().name(),
            "Conv",
            node.input().name(),
            parameter(node.weight(), out, node.in(), kernel, kernel),
            parameter(node.bias(), out));
    operator.addAttribute(integers("kernel_shape", kernel, kernel));
    operator.addAttribute(integers("pads", pad, pad, pad, pad));
  }

  private void shuffle(Node.PixelShuffle node) {
    NodeProto.Builder operator = add(node.output().name(), "DepthToSpace", node.input().name());
    operator.addAttribute(
        AttributeProto.newBuilder()
            .setName("blocksize")
            .setType(AttributeProto.AttributeType.INT)
            .setI(node.factor()));
    // Of the two orders of channels this is PyTorch's.
    operator.addAttribute(
        AttributeProto.newBuilder()
            .setName("mode")
            .setType(AttributeProto.AttributeType.STRING)
            .setS(ByteString.copyFrom("CRD", StandardCharsets.US_ASCII)));
  }

  /** A product for each term with a factor, and then sums of two from the first term on. */
  private void combine(Node.LinearCombination node) {
    String name = node.output().name();
    List<Term> terms = node.terms();
    String sum = null;
    for (int i = 0; i < terms.size(); i++) {
      boolean last = i == terms.size() - 1;
      String place = name + "/term" + (i + 1);
      String term = term(sum == null && last ? name : place, terms.get(i));
      if (sum == null) {
        sum = term;
      } else {
        String next = last ? name : name + "/sum" + (i + 1);
        add(next, "Add", sum, term);
        sum = next;
      }
    }
    if (!name.equals(sum)) {
      add(name, "Identity", sum);
    }
  }

  private String term(String output, Term term) {
    Value value = term.value();
    if (term.isUnit()) {
      return value.name();
    }
    String factor =
        term.factor() instanceof Factor.Trained trained
            ? parameter(trained.coefficient(), 1)
            : constant((Factor.Frozen) term.factor());
    add(output, "Mul", value.name(), factor);
    return output;
  }

  private NodeProto.Builder add(String output, String operator, String... inputs) {
    return graph
        .addNodeBuilder()
        .setName(output)
        .setOpType(operator)
        .addAllInput(List.of(inputs))
        .addOutput(output);
  }

  private static AttributeProto integers(String name, long... values) {
    AttributeProto.Builder attribute =
        AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
    for (long value : values) {
      attribute.addInts(value);
    }
    return attribute.build();
  }

  private String parameter(String key, long... shape) {
    if (stored.add(key)) {
      graph.addInitializer(OnnxTensor.of(key, Tensors.toArray(parameters.get(key)), shape));
    }
    return key;
  }

  private String constant(Factor.Frozen factor) {
    String name = "constant " + factor.exact();
    if (stored.add(name)) {
      graph.addInitializer(OnnxTensor.of(name, new float[] {(float) factor.value()}, 1));
    }
    return name;
  }

  private String color(String name, float[] values) {
    graph.addInitializer(OnnxTensor.of(name, values, 1, values.length, 1, 1));
    return name;
  }
}
