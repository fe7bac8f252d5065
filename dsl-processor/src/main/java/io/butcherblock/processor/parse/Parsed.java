package io.butcherblock.processor.parse;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.SourceMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What parsing gave.
 *
 * @param value empty if an error is among the findings
 */
public record Parsed<T>(Optional<T> value, List<Finding> findings, SourceMap positions) {

  public Parsed {
    findings = List.copyOf(findings);
  }

  static <T> Parsed<T> of(T value, List<Finding> findings, SourceMap positions) {
    return new Parsed<>(
        Finding.anyError(findings) ? Optional.empty() : Optional.of(value), findings, positions);
  }

  static <T> Parsed<T> failed(List<Finding> findings) {
    return new Parsed<>(Optional.empty(), findings, SourceMap.empty());
  }

  /** The same with what a function makes of the value. */
  <R> Parsed<R> map(Function<T, R> function) {
    return new Parsed<>(value.map(function), findings, positions);
  }

  /** The same, or other findings instead of what follows from them. */
  Parsed<T> unless(List<Finding> causes) {
    return causes.isEmpty() ? this : failed(causes);
  }

  /** The same with positions of more parts. */
  Parsed<T> withPositions(SourceMap more) {
    return new Parsed<>(value, findings, positions.with(more));
  }

  /** The same with other findings. */
  Parsed<T> withFindings(List<Finding> others) {
    return new Parsed<>(Finding.anyError(others) ? Optional.empty() : value, others, positions);
  }
}
