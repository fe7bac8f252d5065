package io.butcherblock.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TextTableTest {

  private static final TextTable TABLE =
      new TextTable("network", "parameters", "MACs", "note")
          .row("oisr-lf-s", "1,371,939", "316.2 G", "a < b")
          .row("é", "-", "7 G", "1 of 3")
          .summary()
          .row("mean", "12", "inf", "");

  @Test
  void numbersStandRight() {
    assertEquals(
        """
        network    parameters     MACs  note
        --------------------------------------
        oisr-lf-s   1,371,939  316.2 G  a < b
        é                   -      7 G  1 of 3
        --------------------------------------
        mean               12      inf
        """,
        TABLE.toText());
    assertEquals(TABLE.toText(), TABLE.toString(), "as it is printed");
  }

  @Test
  void markdownHasNoLineOfItsOwnForASummary() {
    assertEquals(
        """
        | a \\| b | n |
        | --- | ---: |
        | x | 1 |
        | mean | 2 |
        """,
        new TextTable("a | b", "n").row("x", "1").summary().row("mean", "2").toMarkdown());
  }

  @Test
  void latexIsEscapedAndHasARuleAboveASummary() {
    assertEquals(
        """
        \\begin{tabular}{lrl}
        \\toprule
        net & MACs & 100 \\% \\\\
        \\midrule
        a\\_b & 7 G & 4 $\\times$ 32 \\\\
        \\textbackslash{}\\{ & 1.00x & \\textless{} x é \\\\
        \\midrule
        mean & -- & -- \\\\
        \\bottomrule
        \\end{tabular}
        """,
        new TextTable("net", "MACs", "100 %")
            .row("a_b", "7 G", "4 x 32")
            .row("\\{", "1.00x", "< x é")
            .summary()
            .row("mean", "-", "-")
            .toLatex());
  }

  @Test
  void latexHasAMinusBeforeNegativeNumbers() {
    String row =
        new TextTable("name", "a", "b", "c")
            .row("net-2", "-0.10", "1e-8", "-2.5 (-1, 0.3)")
            .toLatex()
            .lines()
            .filter(line -> line.startsWith("net"))
            .findFirst()
            .orElse("");
    assertEquals("net-2 & $-$0.10 & 1e-8 & $-$2.5 ($-$1, 0.3) \\\\", row);
  }

  /** What pdflatex has no sign for would end it with an error. */
  @Test
  void latexHasNoCharacterThatPdflatexLacks() {
    String[] rows =
        new TextTable("α_Ω-2", "n")
            .row("e\u0301-2 \u017a \u0105|", "1")
            .row("[中] 𝛼", "2")
            .row("*", "3")
            .toLatex()
            .split("\n", -1);
    assertEquals("\\ensuremath{\\alpha}\\_\\ensuremath{\\Omega}-2 & n \\\\", rows[2]);
    assertEquals("é-2 ź (U+0105)\\textbar{} & 1 \\\\", rows[4]);
    assertEquals("{}[(U+4E2D)] (U+1D6FC) & 2 \\\\", rows[5]);
    assertEquals("{}* & 3 \\\\", rows[6]);
  }

  @Test
  void aLineBreakInANameBreaksNoRow() {
    TextTable table = new TextTable("a\nb", "n").keys("a\nb").row("x\ny", "1");
    assertEquals("| a\\\\nb | n |\n| --- | ---: |\n| x\\\\ny | 1 |\n", table.toMarkdown());
  }

  @Test
  void htmlIsEscapedAndMarked() {
    assertEquals(
        """
        <div class="scroll" tabindex="0" role="group" aria-label="Table"><table class="sortable">
        <thead>
        <tr><th scope="col">network</th><th scope="col" class="number">parameters</th><th scope="col" class="number">MACs</th><th scope="col">note</th></tr>
        </thead>
        <tbody>
        <tr><th scope="row">oisr-lf-s</th><td class="number">1,371,939</td><td class="number">316.2 G</td><td>a &lt; b</td></tr>
        <tr><th scope="row">é</th><td class="number">-</td><td class="number">7 G</td><td>1 of 3</td></tr>
        </tbody>
        <tfoot>
        <tr><th scope="row">mean</th><td class="number">12</td><td class="number">inf</td><td></td></tr>
        </tfoot>
        </table></div>
        """,
        new TableHtml(TABLE).sortable());
  }

  @Test
  void columnsOfBlanksAndDashesAreLeftOut() {
    TextTable table = new TextTable("a", "b", "c", "d", "e");
    table.row("", "", "-", "1", "x").summary().row("", "-", "", "2", "-");
    assertEquals(
        """
        a  d  e
        -------
           1  x
        -------
           2  -
        """,
        table.withoutEmptyColumns().toText());
  }

  @Test
  void aRowOfAnotherLengthIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new TextTable("a", "b").row("1"));
  }
}
