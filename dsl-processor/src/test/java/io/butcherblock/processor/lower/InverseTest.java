package io.butcherblock.processor.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.ProgramWriter;
import io.butcherblock.program.Term;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The inverse of a block program, derived by hand beside it. */
class InverseTest {

  @Test
  void ofTheSymplecticEulerMethod() {
    BlockProgram program =
        new ProgramWriter()
            .evaluate("k1", 1, "p0")
            .combine("q1", Term.of("q0"), Term.of("scale1", "k1"))
            .evaluate("k2", 2, "q1")
            .combine("p1", Term.of("p0"), Term.of("k2"))
            .returning(List.of("p0", "q0"), List.of("p1", "q1"), List.of());
    assertEquals(
        """
        input p1, q1
        k2 = h f2(q1)
        restOfp0 = k2
        p0 = p1 - restOfp0
        k1 = h f1(p0)
        restOfq0 = scale1 k1
        q0 = q1 - restOfq0
        return p0, q0
        """,
        program.inverse().orElseThrow().toString());
  }

  /** y[n+1] = y[n-1] + 2 h f[n], the sum in two parts. */
  @Test
  void ofLeapfrogForItsOldestValue() {
    BlockProgram program =
        new ProgramWriter()
            .evaluate("k1", 1, "y0")
            .combine("y1", Term.of("yBack1"), Term.of("2", 2, "k1"))
            .accumulate("y1", Term.of("-1", -1, "k1"))
            .returning(List.of("y0", "yBack1"), List.of("y1", "y0"), List.of());
    assertEquals(
        """
        input y1, y0
        k1 = h f1(y0)
        restOfyBack1 = 2 k1 - k1
        yBack1 = y1 - restOfyBack1
        return y0, yBack1
        """,
        program.inverse().orElseThrow().toString());
  }

  @Test
  void thereIsNoneOfEulersMethod() {
    BlockProgram program =
        new ProgramWriter()
            .evaluate("k1", 1, "y0")
            .combine("y1", Term.of("y0"), Term.of("k1"))
            .returning("y1", List.of());
    assertTrue(program.inverse().isEmpty());
  }

  /** Errors would grow fourfold in each block. */
  @Test
  void thereIsNoneThatDividesByASmallNumber() {
    BlockProgram program =
        new ProgramWriter()
            .evaluate("k1", 1, "y0")
            .combine(
                "y1", Term.of("3/4", 0.75, "y0"), Term.of("1/4", 0.25, "yBack1"), Term.of("k1"))
            .returning(List.of("y0", "yBack1"), List.of("y1", "y0"), List.of());
    assertTrue(program.inverse().isEmpty());
  }
}
