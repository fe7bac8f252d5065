package io.butcherblock.export;

import io.butcherblock.graph.Filter;
import io.butcherblock.graph.NetworkGraph;
import io.butcherblock.graph.Node;
import io.butcherblock.graph.NodeVisitor;
import io.butcherblock.program.Factor;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The method {@code forward} of a network, in TorchScript. */
final class TorchScriptSource implements NodeVisitor<String> {

  /** {@code torch.channels_last}, as files of TorchScript have it. */
  private static final int CHANNELS_LAST = 2;

  private final StringBuilder source = new StringBuilder();
  private final Map<Value, String> names = new HashMap<>();
  private final Map<String, List<Float>> buffers = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>(Set.of("self", "torch"));

  private TorchScriptSource(NetworkGraph graph) {
    String input = declare(graph.input());
    source.append("def forward(self, ").append(input).append(": Tensor) -> Tensor:\n");
    // Faster on CPUs, and right where LibTorch is wrong in NCHW: docs/gradients.md.
    source.append(
        "    %1$s = torch.contiguous(%1$s, memory_format=%2$s)\n".formatted(input, CHANNELS_LAST));
    for (Node node : graph.nodes()) {
      String expression = node.accept(this);
      source
          .append("    ")
          .append(declare(node.output()))
          .append(" = ")
          .append(expression)
          .append('\n');
    }
    source.append("    return ").append(name(graph.output())).append('\n');
  }

  static TorchScriptSource of(NetworkGraph graph) {
    return new TorchScriptSource(graph);
  }

  /** The text of the method. */
  String text() {
    return source.toString();
  }

  /** The constants that the method reads from its module, a number for each channel. */
  Map<String, List<Float>> buffers() {
    return Collections.unmodifiableMap(buffers);
  }

  @Override
  public String visit(Node.AddColor node) {
    String buffer = identifier(node.output().name()) + "_color";
    buffers.put(buffer, node.color());
    return call("add", name(node.input()), parameter(buffer));
  }

  @Override
  public String visit(Node.Convolution node) {
    return "torch.conv2d(%s, %s, %s, [1, 1], [%4$s, %4$s])"
        .formatted(
            name(node.input()),
            filter(node.filter()),
            node.bias().map(TorchScriptSource::parameter).orElse("None"),
            node.kernel() / 2);
  }

  private String filter(Filter filter) {
    String trained = parameter(filter.key());
    String transposed = call("flip", call("transpose", trained, "0", "1"), "[2, 3]");
    return switch (filter.form()) {
      case TRAINED -> trained;
      case TRANSPOSED -> transposed;
      case ANTISYMMETRIC -> call("sub", trained, transposed);
    };
  }

  @Override
  public String visit(Node.PRelu node) {
    return call("prelu", name(node.input()), parameter(node.slope()));
  }

  @Override
  public String visit(Node.Relu node) {
    return call("relu", name(node.input()));
  }

  @Override
  public String visit(Node.LinearCombination node) {
    return sum(node.terms());
  }

  @Override
  public String visit(Node.PixelShuffle node) {
    return call("pixel_shuffle", name(node.input()), String.valueOf(node.factor()));
  }

  @Override
  public String visit(Node.GlobalMean node) {
    return call("adaptive_avg_pool2d", name(node.input()), "[1, 1]");
  }

  @Override
  public String visit(Node.Sigmoid node) {
    return call("sigmoid", name(node.input()));
  }

  @Override
  public String visit(Node.ScaleChannels node) {
    return call("mul", name(node.input()), name(node.share()));
  }

  @Override
  public String visit(Node.Product node) {
    return call("mul", name(node.input()), name(node.gate()));
  }

  @Override
  public String visit(Node.ChannelSlice node) {
    return call(
        "narrow",
        name(node.input()),
        "1",
        String.valueOf(node.from()),
        String.valueOf(node.count()));
  }

  @Override
  public String visit(Node.Concatenation node) {
    return "torch.cat(["
        + node.inputs().stream().map(this::name).collect(Collectors.joining(", "))
        + "], 1)";
  }

  @Override
  public String visit(Node.Opaque node) {
    throw ExportedNetwork.refusal(node);
  }

  /** Sums as generated blocks do: from a plain term on, each further term in one operator. */
  private String sum(List<Term> terms) {
    List<Term> rest = new ArrayList<>(terms);
    Term first = rest.stream().filter(Term::isUnit).findFirst().orElse(rest.get(0));
    rest.remove(first);
    String sum = name(first.value());
    if (first.factor() instanceof Factor.Trained trained) {
      sum = call("mul", sum, parameter(trained.coefficient()));
    } else if (first.factor() instanceof Factor.Frozen frozen) {
      sum = call("mul", sum, String.valueOf(frozen.value()));
    }
    for (Term term : rest) {
      String value = name(term.value());
      if (term.factor() instanceof Factor.Trained trained) {
        sum = call("addcmul", sum, value, parameter(trained.coefficient()));
      } else if (term.factor() instanceof Factor.Frozen frozen) {
        sum = call("add", sum, value, "alpha=" + frozen.value());
      } else {
        sum = call("add", sum, value);
      }
    }
    return sum;
  }

  private static String call(String function, String... arguments) {
    return "torch." + function + "(" + String.join(", ", arguments) + ")";
  }

  /** Parts of keys need not be identifiers, as the number of a block is not. */
  private static String parameter(String key) {
    return Arrays.stream(key.split("\\.", -1))
        .reduce("self", (part, name) -> "getattr(" + part + ", \"" + name + "\")");
  }

  private String declare(Value value) {
    String wanted = identifier(value.name());
    String name = wanted;
    for (int i = 2; !taken.add(name); i++) {
      name = wanted + "_" + i;
    }
    names.put(value, name);
    return name;
  }

  private String name(Value value) {
    return names.get(value);
  }

  /** A name with each character that an identifier cannot have replaced by {@code _}. */
  static String identifier(String name) {
    return name.codePoints()
        .mapToObj(c -> c < 128 && Character.isLetterOrDigit(c) ? Character.toString(c) : "_")
        .collect(Collectors.joining());
  }
}
