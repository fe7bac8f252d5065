package io.butcherblock.export;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.WholeFile;
import io.butcherblock.graph.Node;
import io.butcherblock.nn.BlockPlace;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.NetworkTopology;
import io.butcherblock.nn.NetworkTopology.Block;
import io.butcherblock.nn.SchemeFacts;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Coefficient;
import io.butcherblock.program.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes a network as the source of a PyTorch module in Python, to be read, changed and trained
 * there: a class for the blocks, and one for the network, whose state dict has the keys of the
 * parameters here. It begins with initial weights as a network here does; {@code
 * load_state_dict(safetensors.torch.load_file(FILE))} loads weights that were trained here.
 */
public final class PythonModule {

  private static final String INDENT = "        ";

  private final NetworkSpec spec;
  private final int scale;
  private final NetworkTopology topology;
  private final List<Node> nodes;
  private final List<Block> blocks;
  private final PythonModuleTree modules;

  /** The names of the classes of blocks. */
  private final Map<PythonBlock, String> classes = new LinkedHashMap<>();

  /** The class of each block. */
  private final List<PythonBlock> classOf = new ArrayList<>();

  private PythonModule(NetworkSpec spec, int scale) {
    this.spec = spec;
    this.scale = scale;
    this.topology = spec.topology(scale);
    this.nodes = topology.graph().nodes();
    this.blocks = topology.blocks();
    List<BlockProgram> programs = spec.programs();
    this.modules = PythonModuleTree.of(nodes, initial(programs));
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      classOf.add(
          PythonBlock.of(
              block, nodes.subList(block.begin(), block.end()), programs.get(i), modules));
    }
    List<PythonBlock> different = classOf.stream().distinct().toList();
    for (PythonBlock each : different) {
      classes.put(each, different.size() == 1 ? "Block" : "Block" + (classes.size() + 1));
    }
    for (int i = 0; i < blocks.size(); i++) {
      if (!blocks.get(i).place().isEarlierBlock()) {
        modules.replace(PythonBlock.key(i), classes.get(classOf.get(i)) + "()");
      }
    }
  }

  /**
   * Writes the source of a network.
   *
   * @param file written completely or not at all
   * @param scale the enlargement: 2, 3 or 4
   * @throws ButcherblockException if the file cannot be written, {@code scale} is another one, or
   *     the network's vector field is opaque tensor code
   */
  public static void write(Path file, NetworkSpec spec, int scale) {
    WholeFile.writeText(file, source(spec, scale));
  }

  /**
   * The source of a network: a module for Python 3.8 and PyTorch 1.13 and later. Needs no native
   * library.
   *
   * @param scale the enlargement: 2, 3 or 4
   * @throws ButcherblockException if {@code scale} is another one, or the network's vector field is
   *     opaque tensor code
   */
  public static String source(NetworkSpec spec, int scale) {
    return new PythonModule(spec, scale).text();
  }

  /** What trained coefficients begin with. */
  private Map<String, String> initial(List<BlockProgram> programs) {
    Map<String, String> values = new HashMap<>();
    for (Block block : blocks) {
      for (Coefficient coefficient : programs.get(block.place().number()).coefficients()) {
        values.put(
            PythonBlock.key(block.place().coefficients()) + "." + coefficient.name(),
            PythonText.real(coefficient.exact(), coefficient.value()));
      }
    }
    return values;
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    text.append("\"\"\"").append(PythonText.documentation(head())).append("\"\"\"\n\n");
    text.append("import torch\nimport torch.nn.functional as F\nfrom torch import nn\n");
    classes.forEach(
        (block, name) -> text.append("\n\n").append(block.text(name, describes(block))));
    return text.append("\n\n").append(network()).toString();
  }

  private String head() {
    SchemeFacts scheme = spec.scheme().facts();
    return """
    %s, x%s: %s of %s feature maps. Written by %s %s.
    %s
    Scheme %s, %s. Order: %s%s. In a block: %s.

    %s
    Vector field %s: %s.

    The keys of the state dict are those of the weights that %s trains:
    network.load_state_dict(safetensors.torch.load_file("weights.safetensors"))
    """
        .formatted(
            spec.name(),
            scale,
            blocks.size() == 1 ? "1 block" : blocks.size() + " blocks",
            spec.channels(),
            Producer.NAME,
            Producer.version(),
            spec.source().isEmpty() ? "" : spec.source() + ".\n",
            scheme.name(),
            scheme.family().text(),
            scheme.orderText(),
            scheme.isProved() ? ", proved in exact arithmetic" : "",
            scheme.block().toLowerCase(Locale.ROOT),
            scheme.text().stripTrailing().stripIndent().replaceAll("(?m)^(?=.)", "    ") + "\n",
            spec.vectorField().name(),
            spec.vectorField().definition(spec.fieldChannels()),
            Producer.NAME);
  }

  private String className() {
    String name = PythonText.className(spec.name());
    return classes.containsValue(name) ? name + "Network" : name;
  }

  /** What a block does, and which blocks do it where they differ. */
  private List<String> describes(PythonBlock block) {
    SchemeFacts scheme = spec.scheme().facts();
    String steps =
        PythonText.documentation(scheme.name())
            + ": "
            + scheme.block().toLowerCase(Locale.ROOT)
            + ".";
    int first = classOf.indexOf(block);
    int last = classOf.lastIndexOf(block);
    if (classes.size() == 1) {
      return List.of(steps);
    }
    return List.of(
        steps,
        first == last
            ? "Block " + first + ", counted from 0."
            : "Blocks " + first + " to " + last + ", counted from 0.");
  }

  private String network() {
    PythonForward forward = new PythonForward(key -> modules.access("self", key));
    forward.name(topology.graph().input(), topology.graph().input().name());
    // Faster on CPUs, and right where PyTorch is wrong in NCHW: docs/gradients.md.
    String input = forward.name(topology.graph().input());
    forward.add(input + " = " + input + ".contiguous(memory_format=torch.channels_last)");
    List<Node> before = nodes.subList(0, blocks.get(0).begin());
    List<Node> behind = nodes.subList(blocks.get(blocks.size() - 1).end(), nodes.size());
    forward.add(before, name -> name, blocks.get(0).inputs());
    addBlocks(forward, behind);
    forward.add(behind, name -> name, List.of(topology.graph().output()));
    forward.add("return " + forward.name(topology.graph().output()));
    StringBuilder text = new StringBuilder();
    text.append("class ").append(className()).append("(nn.Module):\n");
    text.append(
        """
            \"""Enlarges images SCALE times.

            Input: float32 [N, 3, H, W], RGB, 0 to 255. Output: float32 [N, 3, SCALE H, SCALE W],
            neither clamped nor rounded.
            \"""

            def __init__(self):
                super().__init__()
        """
            .replace("SCALE", String.valueOf(scale)));
    forward.buffers().forEach((name, values) -> text.append(buffer(name, values)));
    modules.statements("self").forEach(line -> text.append(INDENT).append(line).append('\n'));
    text.append("\n    def forward(self, ")
        .append(forward.name(topology.graph().input()))
        .append("):\n");
    forward.lines().forEach(line -> text.append(INDENT).append(line).append('\n'));
    return text.toString();
  }

  /** A constant for each channel, which is in no state dict. */
  private static String buffer(String name, List<Float> values) {
    return """
            NAME = torch.tensor(VALUES).view(1, -1, 1, 1)
            self.register_buffer("NAME", NAME, persistent=False)
    """
        .replace("VALUES", values.toString())
        .replace("NAME", name);
  }

  /**
   * The statements that run the blocks; equal ones behind each other in a loop.
   *
   * @param behind what reads the state behind them
   */
  private void addBlocks(PythonForward forward, List<Node> behind) {
    boolean single =
        blocks.stream().allMatch(b -> b.inputs().size() == 1 && b.outputs().size() == 1);
    String state = single ? "y" : "state";
    String first =
        blocks.get(0).inputs().stream().map(forward::name).collect(Collectors.joining(", "));
    boolean hasOne = blocks.get(0).inputs().size() == 1;
    forward.add(state + " = " + (single ? first : hasOne ? "(" + first + ",)" : "(" + first + ")"));
    int from = 0;
    while (from < blocks.size()) {
      int to = from + 1;
      while (to < blocks.size() && isAlike(from, to)) {
        to++;
      }
      addLoop(forward, from, to, single ? "y" : "*state", state);
      from = to;
    }
    List<Value> outputs = blocks.get(blocks.size() - 1).outputs();
    for (int i = 0; i < outputs.size(); i++) {
      Value output = outputs.get(i);
      forward.name(output, single ? "y" : "y" + (i + 1));
      if (!single && behind.stream().anyMatch(node -> node.inputs().contains(output))) {
        forward.add(forward.name(output) + " = state[" + i + "]");
      }
    }
  }

  /** Whether two blocks have one class, and are one object or two of their own. */
  private boolean isAlike(int one, int other) {
    BlockPlace place = blocks.get(one).place();
    BlockPlace next = blocks.get(other).place();
    return classOf.get(one).equals(classOf.get(other))
        && (place.coefficients() == next.coefficients()
            || (!place.isEarlierBlock() && !next.isEarlierBlock()));
  }

  private void addLoop(PythonForward forward, int from, int to, String arguments, String state) {
    BlockPlace place = blocks.get(from).place();
    String module = modules.access("self", PythonBlock.key(place.coefficients()));
    String all =
        PythonBlock.hasOtherField(place)
            ? modules.access("self", PythonBlock.key(place.vectorField())) + ", " + arguments
            : arguments;
    if (to - from == 1) {
      forward.add(state + " = " + module + "(" + all + ")");
    } else if (blocks.get(to - 1).place().isEarlierBlock()) {
      forward.add("for _ in range(" + (to - from) + "):");
      forward.add("    " + state + " = " + module + "(" + all + ")");
    } else {
      forward.add("for block in self.body[" + from + ":" + to + "]:");
      forward.add("    " + state + " = block(" + all + ")");
    }
  }
}
