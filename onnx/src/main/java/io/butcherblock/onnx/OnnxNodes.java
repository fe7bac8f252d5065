package io.butcherblock.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import com.google.protobuf.ByteString;
import io.butcherblock.export.ExportedNetwork;
import io.butcherblock.graph.Node;
import io.butcherblock.graph.NodeVisitor;
import io.butcherblock.nn.Tensors;
import io.butcherblock.program.Factor;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bytedeco.pytorch.Tensor;

/** The nodes of a graph as ONNX operators, and the tensors that they need. */
final class OnnxNodes implements NodeVisitor<Void> {

  private final GraphProto.Builder graph;
  private final ExportedNetwork network;
  private final Set<String> stored = new HashSet<>();

  OnnxNodes(GraphProto.Builder graph, ExportedNetwork network) {
    this.graph = graph;
    this.network = network;
  }

  @Override
  public Void visit(Node.AddColor node) {
    return add(node, "Add", color(node.output().name() + "/color", node.color()));
  }

  @Override
  public Void visit(Node.Convolution node) {
    int kernel = node.kernel();
    long pad = kernel / 2;
    List<String> inputs = new ArrayList<>(List.of(node.input().name(), filter(node)));
    node.bias().ifPresent(key -> inputs.add(parameter(key, node.out())));
    NodeProto.Builder operator = add(node.output().name(), "Conv", inputs.toArray(String[]::new));
    operator.addAttribute(integers("kernel_shape", kernel, kernel));
    operator.addAttribute(integers("pads", pad, pad, pad, pad));
    return null;
  }

  @Override
  public Void visit(Node.PRelu node) {
    // In ONNX a slope is aligned with the last axes: one for a channel has shape [C, 1, 1].
    return add(node, "PRelu", parameter(node.slope(), node.channels(), 1, 1));
  }

  @Override
  public Void visit(Node.Relu node) {
    return add(node, "Relu");
  }

  @Override
  public Void visit(Node.GlobalMean node) {
    return add(node, "GlobalAveragePool");
  }

  @Override
  public Void visit(Node.Sigmoid node) {
    return add(node, "Sigmoid");
  }

  @Override
  public Void visit(Node.ScaleChannels node) {
    return add(node, "Mul", node.share().name());
  }

  @Override
  public Void visit(Node.Product node) {
    return add(node, "Mul", node.gate().name());
  }

  @Override
  public Void visit(Node.ChannelSlice node) {
    String begin = integer(node.from());
    String end = integer(node.from() + node.count());
    return add(node, "Slice", begin, end, integer(1));
  }

  @Override
  public Void visit(Node.Concatenation node) {
    NodeProto.Builder operator =
        add(
            node.output().name(),
            "Concat",
            node.inputs().stream().map(Value::name).toArray(String[]::new));
    operator.addAttribute(
        AttributeProto.newBuilder()
            .setName("axis")
            .setType(AttributeProto.AttributeType.INT)
            .setI(1));
    return null;
  }

  @Override
  public Void visit(Node.Opaque node) {
    throw ExportedNetwork.refusal(node);
  }

  /** An operator of the node's first input and what else it needs. */
  private Void add(Node node, String operator, String... more) {
    List<String> inputs = new ArrayList<>(List.of(node.inputs().get(0).name()));
    inputs.addAll(List.of(more));
    add(node.output().name(), operator, inputs.toArray(String[]::new));
    return null;
  }

  @Override
  public Void visit(Node.PixelShuffle node) {
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
    return null;
  }

  /** A product for each term with a factor, and then sums of two from the first term on. */
  @Override
  public Void visit(Node.LinearCombination node) {
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
    return null;
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
      graph.addInitializer(
          OnnxTensor.of(key, Tensors.toArray(network.parameters().get(key)), shape));
    }
    return key;
  }

  /** The weights of a convolution as numbers, also where they follow from others. */
  private String filter(Node.Convolution node) {
    String name = node.filter().toString();
    if (stored.add(name)) {
      int kernel = node.kernel();
      try (Tensor weights = network.weights(node.filter())) {
        graph.addInitializer(
            OnnxTensor.of(name, Tensors.toArray(weights), node.out(), node.in(), kernel, kernel));
      }
    }
    return name;
  }

  private String constant(Factor.Frozen factor) {
    String name = "constant " + factor.exact();
    if (stored.add(name)) {
      graph.addInitializer(OnnxTensor.of(name, new float[] {(float) factor.value()}, 1));
    }
    return name;
  }

  private String integer(long value) {
    String name = "integer " + value;
    if (stored.add(name)) {
      graph.addInitializer(OnnxTensor.of(name, value));
    }
    return name;
  }

  private String color(String name, List<Float> color) {
    float[] values = new float[color.size()];
    for (int c = 0; c < values.length; c++) {
      values[c] = color.get(c);
    }
    graph.addInitializer(OnnxTensor.of(name, values, 1, values.length, 1, 1));
    return name;
  }
}
