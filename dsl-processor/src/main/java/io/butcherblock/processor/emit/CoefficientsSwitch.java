package io.butcherblock.processor.emit;

import com.squareup.javapoet.CodeBlock;

/** The choice between what there is for each constant of {@code Coefficients}. */
final class CoefficientsSwitch {

  private CoefficientsSwitch() {}

  /** Returns one of three expressions; constants with the same one share a case. */
  static CodeBlock of(CodeBlock trainable, CodeBlock frozen, CodeBlock family) {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add("return switch (coefficients) {\n$>")
            .add("case TRAINABLE -> $L;\n", trainable);
    if (family.equals(frozen)) {
      code.add("case FROZEN, FAMILY -> $L;\n", frozen);
    } else {
      code.add("case FROZEN -> $L;\n", frozen).add("case FAMILY -> $L;\n", family);
    }
    return code.add("$<};\n").build();
  }
}
