package io.butcherblock.fuzz;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.lower.LoweredScheme;
import io.butcherblock.processor.lower.Lowering;
import io.butcherblock.processor.model.Scheme;
import io.butcherblock.processor.verify.VerificationResult;
import io.butcherblock.processor.verify.Verifier;
import java.util.List;

/** What becomes of a scheme behind the parser, and what must hold of every message. */
final class CompiledScheme {

  /** A message may show two schemes. */
  private static final int LONGEST = 20_000;

  private CompiledScheme() {}

  /** Verifies a scheme, and lowers it if it is right. */
  static void verifyAndLower(Scheme scheme) {
    VerificationResult result = Verifier.verify(scheme);
    check(result.findings());
    if (result.verified().isPresent() == Finding.anyError(result.findings())) {
      throw new AssertionError("Verified with an error, or refused without: " + result);
    }
    if (result.verified().isPresent()) {
      LoweredScheme unused = Lowering.lower(result.verified().orElseThrow());
    }
  }

  static void check(List<Finding> findings) {
    findings.forEach(finding -> Refusal.checkText(finding.text(), LONGEST, "\n\t"));
  }
}
