package io.butcherblock.processor.model;

import io.butcherblock.processor.exact.Exact;
import java.util.Optional;

/**
 * How a Runge-Kutta scheme is written.
 *
 * @param sspRatio of the Shu-Osher form, the smallest alpha / beta where all are non-negative,
 *     which the SSP coefficient is at least; 0 otherwise
 * @param rows as they are written, where that is no tableau
 * @param spelling how its numbers are written
 */
public record Notation(
    Form form, Tolerance tolerance, Exact sspRatio, Optional<FormRows> rows, Spelling spelling) {

  /** A Butcher tableau of exact numbers. */
  public static final Notation EXACT_TABLEAU =
      new Notation(Form.BUTCHER, Tolerance.NONE, Exact.ZERO, Optional.empty(), Spelling.NONE);

  /** The forms, by the names of the constants of {@code TableauForm}. */
  public enum Form {
    BUTCHER,
    LOW_STORAGE,
    SHU_OSHER
  }

  public Notation withTolerance(Tolerance other) {
    return new Notation(form, other, sspRatio, rows, spelling);
  }

  Notation withSpelling(Spelling other) {
    return new Notation(form, tolerance, sspRatio, rows, other);
  }

  /** Whether the numbers of the tableau are the written ones, so that one of them can be named. */
  public boolean isTableau() {
    return form == Form.BUTCHER;
  }
}
