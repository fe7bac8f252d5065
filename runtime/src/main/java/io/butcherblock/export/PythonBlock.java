package io.butcherblock.export;

import io.butcherblock.graph.Node;
import io.butcherblock.nn.BlockPlace;
import io.butcherblock.nn.NetworkTopology;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The class of a block, in Python. Blocks with an equal one differ in the values of their
 * parameters only.
 *
 * @param constructor the statements that make its modules and parameters
 * @param arguments those of {@code forward} after {@code self}: the block whose vector field it
 *     evaluates, where that is another one, and the state before it
 * @param body the statements of {@code forward}
 */
record PythonBlock(List<String> constructor, List<String> arguments, List<String> body) {

  /** Another block, whose vector field is evaluated. */
  private static final String FIELD = "field";

  /**
   * The class of a block.
   *
   * @param block its place in the network
   * @param nodes those of the block
   * @param program what it computes
   * @param modules those of the whole network
   */
  static PythonBlock of(
      NetworkTopology.Block block,
      List<Node> nodes,
      BlockProgram program,
      PythonModuleTree modules) {
    BlockPlace place = block.place();
    String own = key(place.coefficients());
    String field = key(place.vectorField());
    boolean isOther = hasOtherField(place);
    PythonForward forward =
        new PythonForward(
            key ->
                isOther && key.startsWith(field + ".")
                    ? modules.part(field).access(FIELD, key.substring(field.length() + 1))
                    : modules.part(own).access("self", key.substring(own.length() + 1)));
    for (int i = 0; i < block.inputs().size(); i++) {
      forward.name(block.inputs().get(i), program.inputs().get(i).name());
    }
    Map<String, String> names = names(nodes, key(place.number()) + "/");
    forward.add(nodes, names::get, block.outputs());
    forward.add("return " + list(block.outputs(), forward));
    return new PythonBlock(
        modules.part(own).statements("self"),
        Stream.concat(
                isOther ? Stream.of(FIELD) : Stream.empty(),
                block.inputs().stream().map(forward::name))
            .toList(),
        forward.lines());
  }

  /** Whether the vector field of a block is that of another one, but not its coefficients. */
  static boolean hasOtherField(BlockPlace place) {
    return place.vectorField() != place.coefficients();
  }

  /** What the keys of a block's parameters and the names of its values begin with. */
  static String key(int block) {
    return "body." + block;
  }

  private static String list(List<Value> values, PythonForward forward) {
    return values.stream().map(forward::name).collect(Collectors.joining(", "));
  }

  /**
   * What values are called in the block: {@code k1} the last one of {@code body.3/k1/}, unless a
   * value has that name.
   */
  private static Map<String, String> names(List<Node> nodes, String prefix) {
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, String> last = new LinkedHashMap<>();
    for (Node node : nodes) {
      String whole = node.output().name();
      String name = whole.substring(prefix.length());
      names.put(whole, name);
      last.put(name.contains("/") ? name.substring(0, name.indexOf('/')) : name, whole);
    }
    List<String> taken = new ArrayList<>(names.values());
    last.forEach(
        (first, whole) -> {
          if (!taken.contains(first)) {
            names.put(whole, first);
          }
        });
    return names;
  }

  /**
   * The text of the class.
   *
   * @param describes the lines of its documentation
   */
  String text(String name, List<String> describes) {
    StringBuilder text = new StringBuilder();
    text.append("class ").append(name).append("(nn.Module):\n");
    text.append("    \"\"\"").append(String.join("\n\n    ", describes));
    text.append(describes.size() == 1 ? "\"\"\"\n\n" : "\n    \"\"\"\n\n");
    if (!constructor.isEmpty()) {
      text.append("    def __init__(self):\n        super().__init__()\n");
      constructor.forEach(line -> text.append("        ").append(line).append('\n'));
      text.append('\n');
    }
    text.append("    def forward(self, ").append(String.join(", ", arguments)).append("):\n");
    body.forEach(line -> text.append("        ").append(line).append('\n'));
    return text.toString();
  }
}
