package io.butcherblock.export;

import io.butcherblock.graph.Filter;
import io.butcherblock.graph.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The modules and parameters of a network as the constructor of a Python class makes them: a tree
 * in which each part of a key is a level, so that the state dict has the keys that the parameters
 * have here.
 */
final class PythonModuleTree {

  /** How the children of a module are held. */
  private enum Kind {
    /** {@code nn.ModuleList}: they are numbered from 0. */
    LIST("ModuleList", "[", "]"),
    /** {@code nn.ModuleDict}: they are numbered, but some numbers are missing. */
    DICT("ModuleDict", "{", "}"),
    /** Attributes. */
    NAMED("Module", "", "");

    private final String type;
    private final String open;
    private final String close;

    Kind(String type, String open, String close) {
      this.type = type;
      this.open = open;
      this.close = close;
    }
  }

  private static final int WIDTH = 80;

  /** What makes a leaf; of an inner module, what makes it whole instead; else empty. */
  private String constructor = "";

  private boolean isParameter;
  private final Map<String, PythonModuleTree> children = new LinkedHashMap<>();

  /**
   * Those that some nodes need.
   *
   * @param initial what the trained coefficients begin with, by key, in Python; 1.0 where none is
   *     given
   */
  static PythonModuleTree of(List<Node> nodes, Map<String, String> initial) {
    PythonModuleTree root = new PythonModuleTree();
    for (Node node : nodes) {
      if (node instanceof Node.Convolution convolution) {
        root.convolution(convolution);
      } else if (node instanceof Node.PRelu prelu) {
        root.leaf(module(prelu.slope())).constructor = "nn.PReLU(" + prelu.channels() + ")";
      } else if (node instanceof Node.LinearCombination sum) {
        sum.parameters()
            .keySet()
            .forEach(key -> root.number(key, initial.getOrDefault(key, "1.0")));
      }
    }
    return root;
  }

  /** The key of the module that has a parameter {@code KEY.weight}. */
  static String module(String weight) {
    return weight.substring(0, weight.lastIndexOf('.'));
  }

  private void convolution(Node.Convolution node) {
    PythonModuleTree leaf = leaf(module(node.filter().key()));
    // The transpose of another convolution has no bias and is not to be made anew.
    boolean isTransposed = node.filter().form() == Filter.Form.TRANSPOSED;
    if (leaf.constructor.isEmpty() || !isTransposed) {
      leaf.constructor =
          String.format(
              Locale.ROOT,
              "nn.Conv2d(%d, %d, %d, padding=%d%s)",
              isTransposed ? node.out() : node.in(),
              isTransposed ? node.in() : node.out(),
              node.kernel(),
              node.kernel() / 2,
              node.bias().isPresent() ? "" : ", bias=False");
    }
  }

  private void number(String key, String value) {
    PythonModuleTree leaf = leaf(key);
    leaf.isParameter = true;
    leaf.constructor = "nn.Parameter(torch.tensor([" + value + "]))";
  }

  private PythonModuleTree leaf(String key) {
    PythonModuleTree tree = this;
    for (String part : parts(key)) {
      tree = tree.children.computeIfAbsent(part, name -> new PythonModuleTree());
    }
    return tree;
  }

  /** The modules of a part of the network; none if it has no parameters. */
  PythonModuleTree part(String key) {
    PythonModuleTree tree = this;
    for (String part : parts(key)) {
      tree = tree.children.getOrDefault(part, new PythonModuleTree());
    }
    return tree;
  }

  /** Lets a part of the network be made by an expression, whatever is in it. */
  void replace(String key, String expression) {
    leaf(key).constructor = expression;
  }

  /** The expression for a module or a parameter, from {@code self} or another object on. */
  String access(String owner, String key) {
    String expression = owner;
    PythonModuleTree tree = this;
    for (String part : parts(key)) {
      expression = tree.access(expression, part, tree.kind());
      tree = tree.children.get(part);
    }
    return expression;
  }

  private String access(String owner, String name, Kind kind) {
    return switch (kind) {
      case LIST -> owner + "[" + name + "]";
      case DICT -> owner + "[\"" + name + "\"]";
      case NAMED -> children.get(name).attribute(owner, name);
    };
  }

  /**
   * This as an attribute; a name that Python has a meaning for is a key among those of its kind.
   */
  private String attribute(String owner, String name) {
    return PythonText.isAttribute(name)
        ? owner + "." + name
        : owner
            + (isParameter ? "._parameters" : "._modules")
            + "["
            + PythonText.quoted(name)
            + "]";
  }

  /** The statements of a constructor that make all children of {@code owner}. */
  List<String> statements(String owner) {
    List<String> lines = new ArrayList<>();
    children.forEach(
        (name, child) -> {
          String place = child.attribute(owner, name);
          lines.addAll(child.assignment(place + " = "));
          lines.addAll(child.inside(place));
        });
    return lines;
  }

  /** A long list has a line for each element. */
  private List<String> assignment(String begin) {
    String line = begin + expression();
    if (line.length() <= WIDTH || !constructor.isEmpty() || kind() == Kind.NAMED) {
      return List.of(line);
    }
    List<String> lines = new ArrayList<>();
    lines.add(begin + "nn." + kind().type + "(" + kind().open);
    elements().forEach(element -> lines.add("    " + element + ","));
    lines.add(kind().close + ")");
    return lines;
  }

  /** The statements that make what the expression of this module does not. */
  private List<String> inside(String place) {
    if (!constructor.isEmpty()) {
      return List.of();
    }
    Kind kind = kind();
    return kind == Kind.NAMED
        ? statements(place)
        : children.entrySet().stream()
            .flatMap(child -> child.getValue().inside(access(place, child.getKey(), kind)).stream())
            .toList();
  }

  private String expression() {
    if (!constructor.isEmpty()) {
      return constructor;
    }
    Kind kind = kind();
    return kind == Kind.NAMED
        ? "nn.Module()"
        : "nn." + kind.type + "(" + kind.open + String.join(", ", elements()) + kind.close + ")";
  }

  private List<String> elements() {
    return kind() == Kind.LIST
        ? counted(byNumber().stream().map(child -> child.getValue().expression()).toList())
        : byNumber().stream()
            .map(child -> "\"" + child.getKey() + "\": " + child.getValue().expression())
            .toList();
  }

  /** Elements of a list; several equal ones behind each other are counted. */
  private static List<String> counted(List<String> elements) {
    List<String> texts = new ArrayList<>();
    int from = 0;
    while (from < elements.size()) {
      int to = from;
      while (to < elements.size() && elements.get(to).equals(elements.get(from))) {
        to++;
      }
      texts.add(
          to - from == 1
              ? elements.get(from)
              : "*(" + elements.get(from) + " for _ in range(" + (to - from) + "))");
      from = to;
    }
    return texts;
  }

  private Kind kind() {
    List<String> names = List.copyOf(children.keySet());
    if (names.isEmpty() || !names.stream().allMatch(name -> name.matches("0|[1-9][0-9]{0,8}"))) {
      return Kind.NAMED;
    }
    return byNumber().get(names.size() - 1).getKey().equals(String.valueOf(names.size() - 1))
        ? Kind.LIST
        : Kind.DICT;
  }

  private List<Map.Entry<String, PythonModuleTree>> byNumber() {
    return children.entrySet().stream()
        .sorted(Comparator.comparing(child -> Integer.valueOf(child.getKey())))
        .toList();
  }

  private static List<String> parts(String key) {
    return Arrays.asList(key.split("\\.", -1));
  }
}
