package io.butcherblock.fuzz;

import io.butcherblock.processor.parse.FuzzedSchemes;
import java.util.List;

/** Tolerances of rounded coefficients. */
final class ToleranceTarget implements FuzzTarget {

  @Override
  public void run(byte[] input) {
    CompiledScheme.check(FuzzedSchemes.tolerance(Texts.behind(input, 0)));
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(Texts.of("1e-14"), Texts.of("0.0001"), Texts.of(""));
  }
}
