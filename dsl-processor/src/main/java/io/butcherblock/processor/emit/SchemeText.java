package io.butcherblock.processor.emit;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import io.butcherblock.processor.lower.LoweredScheme;
import io.butcherblock.processor.model.DeclaredType;
import java.util.Locale;

/**
 * The documentation of the classes generated for a scheme.
 *
 * @param declaration the tableau or recurrence as written
 */
record SchemeText(DeclaredType type, LoweredScheme scheme, String declaration) {

  CodeBlock block(boolean trained) {
    String coefficients =
        trained ? "with trained coefficients" : "with the coefficients of the scheme";
    return CodeBlock.builder()
        .add("$L of {@link $T} $L.\n\n", scheme.block(), declaring(), coefficients)
        .add(Sources.preformatted(declaration))
        .add("\n")
        .add(proved())
        .build();
  }

  CodeBlock runnable() {
    return CodeBlock.builder()
        .add("The scheme {@link $T} made runnable.\n\n", declaring())
        .add(Sources.preformatted(declaration))
        .add("\n")
        .add(proved())
        .build();
  }

  /** What is proved, and no more. */
  private CodeBlock proved() {
    CodeBlock.Builder text =
        CodeBlock.builder()
            .add(
                "<p>Proved: order $L for a derivative shared by all evaluations and frozen"
                    + " coefficients$L. Of\ntrained coefficients, or of a derivative for each"
                    + " evaluation, it says what they start from.\n",
                scheme.order(),
                scheme.family().equals("Runge-Kutta")
                    ? ""
                    : ", if the starting values are accurate enough");
    if (!Double.isNaN(scheme.realStability())) {
      text.add(
          "Stable\non [-$L, 0] and on [-$L i, $L i].\n",
          rounded(scheme.realStability()),
          rounded(scheme.imaginaryStability()),
          rounded(scheme.imaginaryStability()));
    }
    return text.build();
  }

  private ClassName declaring() {
    return Names.declaring(type);
  }

  private static String rounded(double number) {
    return Double.isInfinite(number)
        ? "infinity"
        : String.format(Locale.ROOT, "%.6f", number).replaceAll("\\.?0+$", "");
  }
}
