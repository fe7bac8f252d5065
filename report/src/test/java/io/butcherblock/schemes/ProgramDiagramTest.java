package io.butcherblock.schemes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.ProgramWriter;
import io.butcherblock.program.Summand;
import io.butcherblock.program.Term;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProgramDiagramTest {

  /** Every kind of instruction and of factor. */
  private static final BlockProgram PROGRAM =
      new ProgramWriter()
          .evaluate("k1", 1, "y0")
          .combine("stage2", Term.of("y0"), Term.of("1/2 - 1/6 sqrt(3)", 0.2113, "k1"))
          .evaluate("k2", 2, "stage2")
          .release("stage2")
          .combine("y1", Term.of("y0"), Term.of("-1", -1, "k1"))
          .accumulate("y1", Term.of("scale1", "k2"))
          .release("k1", "k2")
          .returning("y1", List.of());

  private static final ProgramDiagram DIAGRAM =
      new ProgramDiagram("a \"quoted\" \\ name: x", PROGRAM);

  @Test
  void mermaidHasANodeForEachValueAndAnArrowForEachUse() {
    assertEquals(
        """
        ---
        title: "a \\"quoted\\" \\\\ name: x"
        ---
        flowchart LR
          y0([y0])
          k1["h f1"]
          stage2(("+"))
          k2["h f2"]
          y1(("+"))
          out([y1])
          y0 --> k1
          y0 --> stage2
          k1 -->|"(1/2 - 1/6 sqrt(3))"| stage2
          stage2 --> k2
          y0 --> y1
          k1 -->|"-1"| y1
          k2 -->|"scale1"| y1
          y1 --> out
        %% butcherblock inspect
        """,
        DIAGRAM.mermaid());
  }

  /** What is evaluated of y' = f(y) + g(y), and h^2 of y'' = f(y). */
  @Test
  void evaluationsAreNamedAsInTheProgram() {
    BlockProgram additive =
        new ProgramWriter()
            .evaluate("k1", 1, "y0", Summand.F)
            .evaluate("k2", 2, "y0", Summand.G)
            .combine("y1", Term.of("y0"), Term.of("k1"), Term.of("k2"))
            .returning("y1", List.of());
    String text = new ProgramDiagram("additive", additive).mermaid();
    assertTrue(text.contains("k1[\"h f1\"]") && text.contains("k2[\"h g2\"]"), text);
    BlockProgram second =
        new ProgramWriter(2)
            .evaluate("k1", 1, "y0")
            .combine("y1", Term.of("y0"), Term.of("k1"))
            .returning("y1", List.of());
    String squared = new ProgramDiagram("second", second).mermaid();
    assertTrue(squared.contains("k1[\"h^2 f1\"]"), squared);
  }

  @Test
  void graphvizHasTheSameNodesAndArrows() {
    assertEquals(
        """
        digraph {
          label="a \\"quoted\\" \\\\ name: x"; labelloc=t; rankdir=LR; node [fontname="Helvetica"];
          y0 [shape=ellipse];
          k1 [shape=box, label="h f1"];
          stage2 [shape=circle, label="+", tooltip="stage2"];
          k2 [shape=box, label="h f2"];
          y1 [shape=circle, label="+", tooltip="y1"];
          out [shape=ellipse, label="y1"];
          y0 -> k1;
          y0 -> stage2;
          k1 -> stage2 [label="(1/2 - 1/6 sqrt(3))"];
          stage2 -> k2;
          y0 -> y1;
          k1 -> y1 [label="-1"];
          k2 -> y1 [label="scale1"];
          y1 -> out;
        }
        // butcherblock inspect
        """,
        DIAGRAM.graphviz());
  }

  /** Every name is a plain word, which neither language needs quotes for, and is declared once. */
  @Test
  void arrowsJoinDeclaredNodes() {
    List<String> nodes = matches("(\\w+) \\[shape=.*").map(m -> m.group(1)).toList();
    assertEquals(nodes.stream().distinct().toList(), nodes);
    List<MatchResult> arrows = matches("(\\w+) -> (\\w+)( \\[.*])?;").toList();
    assertEquals(8, arrows.size());
    for (MatchResult arrow : arrows) {
      assertTrue(nodes.contains(arrow.group(1)), arrow::group);
      assertTrue(nodes.contains(arrow.group(2)), arrow::group);
    }
  }

  private static Stream<MatchResult> matches(String line) {
    return Pattern.compile("(?m)^  " + line + "$").matcher(DIAGRAM.graphviz()).results();
  }

  /** As of the 8 stages of an extrapolated scheme: arcs that span the same rows have one middle. */
  @Test
  void noFactorIsWrittenOverAnother() {
    ProgramWriter writer = new ProgramWriter().evaluate("k1", 1, "y0");
    int scales = 0;
    for (int stage = 2; stage <= 8; stage++) {
      List<Term> terms = new ArrayList<>(List.of(Term.of("y0")));
      for (int j = 1; j < stage; j++) {
        terms.add(Term.of("scale" + ++scales, "k" + j));
      }
      writer
          .combine("stage" + stage, terms.toArray(Term[]::new))
          .evaluate("k" + stage, stage, "stage" + stage);
    }
    BlockProgram program = writer.returning("stage8", List.of());
    String svg = new ProgramSvg("x", new ProgramDiagram("x", program)).svg();
    List<Rectangle2D> boxes =
        Pattern.compile("class=\"factor\" x=\"(.+?)\" y=\"(.+?)\".* text-anchor=\"(.+?)\">(.+?)<")
            .matcher(svg)
            .results()
            .map(ProgramDiagramTest::box)
            .toList();
    assertEquals(28, boxes.size());
    for (Rectangle2D one : boxes) {
      assertEquals(1, boxes.stream().filter(one::intersects).count(), svg);
    }
  }

  /** As of a recurrence for y'' = f(y) that carries its history. */
  @Test
  void nodesAreAsWideAsTheirTexts() {
    BlockProgram program =
        new ProgramWriter()
            .evaluate("k10", 10, "yBack1")
            .combine("y1", Term.of("y0"), Term.of("k10"))
            .returning(List.of("y0", "yBack1"), List.of("y1"), List.of());
    String svg = new ProgramSvg("x", new ProgramDiagram("x", program)).svg();
    List<MatchResult> nodes =
        Pattern.compile("<rect .*? width=\"(.+?)\".*/><text .*>(.+)</text>")
            .matcher(svg)
            .results()
            .toList();
    assertTrue(nodes.stream().anyMatch(node -> node.group(2).equals("yBack1")), svg);
    for (MatchResult node : nodes) {
      // Letters of a font of 12 px are 7 px wide on average, where there are wide ones among them.
      double text = 7.0 * node.group(2).length();
      assertTrue(Double.parseDouble(node.group(1)) > text + 8, svg);
    }
  }

  /** Of a font of 12 px, whose letters are half as wide. */
  private static Rectangle2D box(MatchResult text) {
    double width = 6.0 * text.group(4).length();
    double x = Double.parseDouble(text.group(1)) - (text.group(3).equals("end") ? width : 0);
    return new Rectangle2D.Double(x, Double.parseDouble(text.group(2)) - 6, width, 12);
  }
}
