package io.butcherblock.processor.diagnostics;

/** What a finding is about. */
public sealed interface Location permits Excerpt, Location.Member, Location.Part {

  /** A member of the annotation: {@code order}. */
  record Member(String name) implements Location {}

  /** A part of the scheme, whose position in the text the {@link SourceMap} knows. */
  sealed interface Part extends Location {}

  /** The row of stage {@code row + 1}. */
  record StageRow(int row) implements Part {}

  /** The coefficient a of stage {@code row + 1} for stage {@code column + 1}. */
  record StageEntry(int row, int column) implements Part {}

  /** A part of one of the two tableaus of a partitioned scheme, that of {@code member}. */
  record InTableau(String member, Part part) implements Part {}

  /** The row of weights. */
  record WeightsRow() implements Part {}

  /** The second row of weights, that of an embedded method. */
  record EmbeddedRow() implements Part {}

  /** The declaration of a free parameter of a family. */
  record Parameter(String name) implements Part {}

  /** The right-hand side of a recurrence. */
  record Recurrence() implements Part {}

  /** Term {@code index} of a recurrence, from 0. */
  record RecurrenceTerm(int index) implements Part {}
}
