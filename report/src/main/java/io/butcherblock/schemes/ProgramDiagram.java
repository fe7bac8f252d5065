package io.butcherblock.schemes;

import io.butcherblock.export.Producer;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Instruction;
import io.butcherblock.program.Instruction.Accumulate;
import io.butcherblock.program.Instruction.Combine;
import io.butcherblock.program.Instruction.Evaluate;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A block program as a directed graph: boxes for evaluations of the vector field, circles for sums,
 * arrows for feature maps with the factors that they are multiplied by.
 */
public final class ProgramDiagram {

  private static final String MADE_BY = Producer.NAME + " inspect";

  private final String title;
  private final BlockProgram program;
  private final Map<Value, List<Incoming>> arrows = new LinkedHashMap<>();

  /** An arrow to a node, with its label. */
  private record Incoming(Value from, String label) {}

  /** What a node stands for. */
  enum Kind {
    INPUT,
    EVALUATION,
    SUM,
    OUTPUT
  }

  /**
   * An arrow to a node.
   *
   * @param from the place of the node that it comes from
   * @param label the factor; empty for 1
   */
  record Arrow(int from, String label) {}

  /** A node with the arrows to it. */
  record Node(Kind kind, String label, List<Arrow> incoming) {}

  public ProgramDiagram(String title, BlockProgram program) {
    this.title = title;
    this.program = program;
    for (Instruction instruction : program.instructions()) {
      if (instruction instanceof Evaluate evaluate) {
        add(evaluate.target(), evaluate.at(), "");
      } else if (instruction instanceof Combine combine) {
        add(combine.target(), combine.terms());
      } else if (instruction instanceof Accumulate accumulate) {
        add(accumulate.target(), accumulate.terms());
      }
    }
  }

  private void add(Value target, List<Term> terms) {
    for (Term term : terms) {
      String text = term.toString();
      String factor = text.substring(0, text.length() - term.value().name().length()).strip();
      add(target, term.value(), factor.equals("-") ? "-1" : factor);
    }
  }

  private void add(Value target, Value from, String label) {
    arrows.computeIfAbsent(target, t -> new ArrayList<>()).add(new Incoming(from, label));
  }

  /** The nodes in the order in which they are computed, inputs first and outputs last. */
  List<Node> nodes() {
    // A sum is done where it is written to for the last time.
    List<Value> order = new ArrayList<>();
    for (Instruction instruction : program.instructions()) {
      Value target = target(instruction);
      if (target != null) {
        order.remove(target);
        order.add(target);
      }
    }
    List<Value> all = new ArrayList<>(program.inputs());
    all.addAll(order);
    List<Node> nodes = new ArrayList<>();
    program.inputs().forEach(input -> nodes.add(new Node(Kind.INPUT, input.name(), List.of())));
    for (Value value : order) {
      Optional<String> evaluation = evaluation(value);
      List<Arrow> incoming =
          arrows.get(value).stream()
              .map(each -> new Arrow(all.indexOf(each.from()), each.label()))
              .toList();
      nodes.add(
          evaluation
              .map(label -> new Node(Kind.EVALUATION, label, incoming))
              .orElseGet(() -> new Node(Kind.SUM, "+", incoming)));
    }
    for (Value output : program.outputs()) {
      nodes.add(new Node(Kind.OUTPUT, output.name(), List.of(new Arrow(all.indexOf(output), ""))));
    }
    return nodes;
  }

  private static Value target(Instruction instruction) {
    if (instruction instanceof Evaluate evaluate) {
      return evaluate.target();
    }
    if (instruction instanceof Combine combine) {
      return combine.target();
    }
    return instruction instanceof Accumulate accumulate ? accumulate.target() : null;
  }

  /** The diagram in Mermaid's language, as many sites show it inside Markdown. */
  public String mermaid() {
    StringBuilder text =
        new StringBuilder("---\ntitle: " + quoted(title) + "\n---\nflowchart LR\n");
    for (Value input : program.inputs()) {
      text.append("  " + input + "([" + input + "])\n");
    }
    for (Value node : arrows.keySet()) {
      String shape = evaluation(node).map(label -> "[\"" + label + "\"]").orElse("((\"+\"))");
      text.append("  ").append(node).append(shape).append('\n');
    }
    for (int i = 0; i < program.outputs().size(); i++) {
      text.append("  " + out(i) + "([" + program.outputs().get(i) + "])\n");
    }
    arrows.forEach(
        (node, incoming) -> {
          for (Incoming arrow : incoming) {
            String label = arrow.label().isEmpty() ? "" : "|\"" + arrow.label() + "\"|";
            text.append("  " + arrow.from() + " -->" + label + " " + node + "\n");
          }
        });
    for (int i = 0; i < program.outputs().size(); i++) {
      text.append("  " + program.outputs().get(i) + " --> " + out(i) + "\n");
    }
    return text.append("%% " + MADE_BY + "\n").toString();
  }

  /** The diagram in the language DOT of Graphviz. */
  public String graphviz() {
    StringBuilder text = new StringBuilder("digraph {\n");
    text.append(
        "  label=" + quoted(title) + "; labelloc=t; rankdir=LR; node [fontname=\"Helvetica\"];\n");
    for (Value input : program.inputs()) {
      text.append("  " + input + " [shape=ellipse];\n");
    }
    for (Value node : arrows.keySet()) {
      text.append(
          evaluation(node)
              .map(label -> "  " + node + " [shape=box, label=\"" + label + "\"];\n")
              .orElse("  " + node + " [shape=circle, label=\"+\", tooltip=\"" + node + "\"];\n"));
    }
    for (int i = 0; i < program.outputs().size(); i++) {
      String label = program.outputs().get(i).name();
      text.append("  " + out(i) + " [shape=ellipse, label=\"" + label + "\"];\n");
    }
    arrows.forEach(
        (node, incoming) -> {
          for (Incoming arrow : incoming) {
            String label = arrow.label().isEmpty() ? "" : " [label=\"" + arrow.label() + "\"]";
            text.append("  " + arrow.from() + " -> " + node + label + ";\n");
          }
        });
    for (int i = 0; i < program.outputs().size(); i++) {
      text.append("  " + program.outputs().get(i) + " -> " + out(i) + ";\n");
    }
    return text.append("}\n// " + MADE_BY + "\n").toString();
  }

  /** The name of the node of an output. */
  private static String out(int output) {
    return output == 0 ? "out" : "out" + (output + 1);
  }

  /** A string of YAML, where Mermaid's title stands, and of DOT. */
  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /**
   * The evaluation that makes a value: {@code h f1}, {@code h^2 f1} of a scheme for y'' = f(y),
   * {@code h g2} of one for y' = f(y) + g(y); empty if a sum does.
   */
  private Optional<String> evaluation(Value value) {
    return program.instructions().stream()
        .filter(instruction -> instruction instanceof Evaluate e && e.target().equals(value))
        .map(Evaluate.class::cast)
        .map(e -> Evaluate.stepText(e.stepPower()) + " " + e.function())
        .findFirst();
  }
}
