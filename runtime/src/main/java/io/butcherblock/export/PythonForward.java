package io.butcherblock.export;

import io.butcherblock.graph.Filter;
import io.butcherblock.graph.Node;
import io.butcherblock.graph.NodeVisitor;
import io.butcherblock.program.Factor;
import io.butcherblock.program.FreeParameter;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The body of a method {@code forward}, in Python, of some nodes of a network. */
final class PythonForward implements NodeVisitor<String> {

  /** A longer call is not written as the argument of another one. */
  private static final int LONGEST = 60;

  private static final int WIDTH = 80;

  private final UnaryOperator<String> parameters;
  private final Map<Value, String> names = new HashMap<>();
  private final Map<Value, String> arguments = new HashMap<>();

  /** The names of the free parameters of a family by key, and the statements that compute them. */
  private final Map<String, String> freeParameters = new HashMap<>();

  private final List<String> computed = new ArrayList<>();
  private final Map<String, List<Float>> buffers = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>(Set.of("self", "field", "torch", "nn", "F"));
  private final List<String> lines = new ArrayList<>();

  /**
   * An empty method.
   *
   * @param parameters the expression of a module or a parameter by its key
   */
  PythonForward(UnaryOperator<String> parameters) {
    this.parameters = parameters;
  }

  /** Gives a value that is there a name. */
  void name(Value value, String wanted) {
    names.put(value, unused(wanted));
  }

  /** The name of a value that has one. */
  String name(Value value) {
    return names.get(value);
  }

  /** Adds a statement. */
  void add(String line) {
    lines.add(line);
  }

  /**
   * Adds a statement for each node, except for those that are the argument of another one only.
   *
   * @param naming what the values are called, where no other one is
   * @param kept the values that are read elsewhere, too
   */
  void add(List<Node> nodes, UnaryOperator<String> naming, Collection<Value> kept) {
    Set<Value> nested = nested(nodes);
    nested.removeAll(kept);
    for (Node node : nodes) {
      String expression = node.accept(this);
      if (nested.contains(node.output()) && expression.length() <= LONGEST) {
        arguments.put(node.output(), expression);
      } else {
        name(node.output(), naming.apply(node.output().name()));
        lines.addAll(assignment(name(node.output()) + " = ", expression, node));
      }
    }
  }

  /** The values that a single node reads, once, as its only input. */
  private static Set<Value> nested(List<Node> nodes) {
    Map<Value, Integer> uses = new HashMap<>();
    Set<Value> inputs = new HashSet<>();
    for (Node node : nodes) {
      node.inputs().forEach(value -> uses.merge(value, 1, Integer::sum));
      if (node instanceof Node.Unary unary && !(node instanceof Node.ChannelSlice)) {
        inputs.add(unary.input());
      }
    }
    return nodes.stream()
        .filter(node -> node instanceof Node.Unary)
        .map(Node::output)
        .filter(value -> inputs.contains(value) && uses.get(value) == 1)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** A long sum has a line for each term. */
  private List<String> assignment(String begin, String expression, Node node) {
    if (begin.length() + expression.length() <= WIDTH || node.sum().size() < 2) {
      return List.of(begin + expression);
    }
    List<String> statement = new ArrayList<>(List.of(begin + "("));
    terms(node.sum()).forEach(term -> statement.add("    " + term));
    statement.add(")");
    return statement;
  }

  /** All statements, those first that compute the free parameters of a family. */
  List<String> lines() {
    List<String> all = new ArrayList<>(computed);
    all.addAll(lines);
    return all;
  }

  /** The constants that the method reads from its module, a number for each channel. */
  Map<String, List<Float>> buffers() {
    return buffers;
  }

  private String unused(String wanted) {
    String name = PythonText.identifier(wanted);
    for (int i = 2; !taken.add(name); i++) {
      name = PythonText.identifier(wanted) + "_" + i;
    }
    return name;
  }

  private String read(Value value) {
    return arguments.getOrDefault(value, names.get(value));
  }

  @Override
  public String visit(Node.AddColor node) {
    String buffer = PythonText.identifier(node.output().name()) + "_color";
    buffers.put(buffer, node.color());
    return read(node.input()) + " + self." + buffer;
  }

  @Override
  public String visit(Node.Convolution node) {
    String module = parameters.apply(PythonModuleTree.module(node.filter().key()));
    String x = read(node.input());
    if (node.filter().form() == Filter.Form.TRAINED) {
      return module + "(" + x + ")";
    }
    String transposed = module + ".weight.transpose(0, 1).flip(2, 3)";
    return node.filter().form() == Filter.Form.TRANSPOSED
        ? "F.conv2d(%s, %s, padding=%s)".formatted(x, transposed, node.kernel() / 2)
        : "F.conv2d(%s, %s.weight - %s, %s.bias, padding=%s)"
            .formatted(x, module, transposed, module, node.kernel() / 2);
  }

  @Override
  public String visit(Node.PRelu node) {
    return parameters.apply(PythonModuleTree.module(node.slope())) + "(" + read(node.input()) + ")";
  }

  @Override
  public String visit(Node.Relu node) {
    return "F.relu(" + read(node.input()) + ")";
  }

  @Override
  public String visit(Node.LinearCombination node) {
    return String.join(" ", terms(node.terms()));
  }

  /** The terms with their signs, one that is not multiplied first. */
  private List<String> terms(List<Term> sum) {
    List<Term> ordered = new ArrayList<>(sum);
    sum.stream()
        .filter(Term::isUnit)
        .findFirst()
        .ifPresent(
            unit -> {
              ordered.remove(unit);
              ordered.add(0, unit);
            });
    List<String> texts = new ArrayList<>();
    for (Term term : ordered) {
      boolean isNegative = term.factor() instanceof Factor.Frozen frozen && frozen.value() < 0;
      String sign = texts.isEmpty() ? (isNegative ? "-" : "") : isNegative ? "- " : "+ ";
      String factor = factor(term.factor());
      texts.add(sign + (factor.isEmpty() ? "" : factor + " * ") + name(term.value()));
    }
    return texts;
  }

  /** Without its sign; empty for 1 and -1. */
  private String factor(Factor factor) {
    if (factor instanceof Factor.Frozen frozen) {
      return Math.abs(frozen.value()) == 1 ? "" : PythonText.size(frozen);
    }
    if (factor instanceof Factor.Trained trained) {
      return parameters.apply(trained.coefficient());
    }
    return factor instanceof Factor.Derived derived
        ? PythonText.formula(
            derived.formula(),
            derived.formula().parameters().stream().map(this::freeParameter).toList())
        : "";
  }

  private String freeParameter(FreeParameter parameter) {
    String key = parameter.name();
    return freeParameters.computeIfAbsent(
        key,
        unseen -> {
          String name = unused(key.substring(key.lastIndexOf('.') + 1));
          computed.add(
              "%s = %s + %s * torch.sigmoid(%s)"
                  .formatted(
                      name,
                      PythonText.number(parameter.low()),
                      PythonText.number(parameter.high() - parameter.low()),
                      parameters.apply(key)));
          return name;
        });
  }

  @Override
  public String visit(Node.PixelShuffle node) {
    return "F.pixel_shuffle(" + read(node.input()) + ", " + node.factor() + ")";
  }

  @Override
  public String visit(Node.GlobalMean node) {
    return "F.adaptive_avg_pool2d(" + read(node.input()) + ", 1)";
  }

  @Override
  public String visit(Node.Sigmoid node) {
    return "torch.sigmoid(" + read(node.input()) + ")";
  }

  @Override
  public String visit(Node.ScaleChannels node) {
    return name(node.input()) + " * " + name(node.share());
  }

  @Override
  public String visit(Node.Product node) {
    return name(node.input()) + " * " + name(node.gate());
  }

  @Override
  public String visit(Node.ChannelSlice node) {
    return "%s[:, %s:%s]".formatted(name(node.input()), node.from(), node.from() + node.count());
  }

  @Override
  public String visit(Node.Concatenation node) {
    return "torch.cat(["
        + node.inputs().stream().map(this::name).collect(Collectors.joining(", "))
        + "], dim=1)";
  }

  @Override
  public String visit(Node.Opaque node) {
    throw ExportedNetwork.refusal(node);
  }
}
