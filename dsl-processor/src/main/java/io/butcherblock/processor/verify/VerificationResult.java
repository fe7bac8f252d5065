package io.butcherblock.processor.verify;

import io.butcherblock.processor.diagnostics.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What the verifier says.
 *
 * @param verified empty if an error is among the findings
 */
public record VerificationResult(Optional<VerifiedScheme> verified, List<Finding> findings) {

  public VerificationResult {
    findings = List.copyOf(findings);
  }
}
