package io.butcherblock.export;

import io.butcherblock.graph.NetworkGraph;
import io.butcherblock.graph.Node;
import io.butcherblock.program.Factor;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The method {@code forward} of a network, in TorchScript. */
final class TorchScriptSource {

  private final StringBuilder source = new StringBuilder();
  private final Map<Value, String> names = new HashMap<>();
  private final Set<String> taken = new HashSet<>(Set.of("self", "torch"));

  private TorchScriptSource() {}

  static String of(NetworkGraph graph) {
    return new TorchScriptSource().write(graph);
  }

  private String write(NetworkGraph graph) {
    String input = declare(graph.input());
    source.append("def forward(self, ").append(input).append(": Tensor) -> Tensor:\n");
    for (Node node : graph.nodes()) {
      String expression = expression(node);
      source
          .append("    ")
          .append(declare(node.output()))
          .append(" = ")
          .append(expression)
          .append('\n');
    }
    return source.append("    return ").append(name(graph.output())).append('\n').toString();
  }

  /** The name of the buffer that holds what a node adds. */
  static String color(Node.AddColor node) {
    return identifier(node.output().name()) + "_color";
  }

  private String expression(Node node) {
    if (node instanceof Node.LinearCombination combination) {
      return sum(combination.terms());
    }
    if (node instanceof Node.Convolution convolution) {
      return "torch.conv2d(%s, %s, %s, [1, 1], [%4$d, %4$d])"
          .formatted(
              name(convolution.input()),
              parameter(convolution.weight()),
              parameter(convolution.bias()),
              convolution.kernel() / 2);
    }
    if (node instanceof Node.PRelu prelu) {
      return call("prelu", name(prelu.input()), parameter(prelu.slope()));
    }
    if (node instanceof Node.PixelShuffle shuffle) {
      return call("pixel_shuffle", name(shuffle.input()), String.valueOf(shuffle.factor()));
    }
    if (node instanceof Node.AddColor add) {
      return call("add", name(add.input()), parameter(color(add)));
    }
    if (node instanceof Node.ScaleChannels scale) {
      return call("mul", name(scale.input()), name(scale.share()));
    }
    if (node instanceof Node.GlobalMean mean) {
      return call("adaptive_avg_pool2d", name(mean.input()), "[1, 1]");
    }
    if (node instanceof Node.Sigmoid sigmoid) {
      return call("sigmoid", name(sigmoid.input()));
    }
    if (node instanceof Node.Relu relu) {
      return call("relu", name(relu.input()));
    }
    throw new IllegalArgumentException("There is no TorchScript for " + node + ".");
  }

  /** As generated blocks sum: from a plain term on, each further term in one operator. */
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
