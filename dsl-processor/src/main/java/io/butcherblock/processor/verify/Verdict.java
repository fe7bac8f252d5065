package io.butcherblock.processor.verify;

import io.butcherblock.processor.diagnostics.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What the verifier says.
 *
 * @param verified empty if an error is among the findings
 */
public record Verdict(Optional<VerifiedScheme> verified, List<Finding> findings) {

  public Verdict {
    findings = List.copyOf(findings);
  }
}
