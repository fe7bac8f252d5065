package io.butcherblock.processor.verify;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.model.Scheme;
import java.util.List;

/** Something that a scheme must satisfy. */
@FunctionalInterface
interface Rule<S extends Scheme> {

  /** What is wrong; empty if the rule holds. */
  List<Finding> check(S scheme);
}
