package io.butcherblock.processor.emit;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.FieldSpec;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeSpec;
import io.butcherblock.processor.lower.LoweredProgram;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Coefficient;
import io.butcherblock.program.Formula;
import io.butcherblock.program.Summand;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The class of a block: its trained coefficients, and its program as the method forward. */
final class BlockClass {

  private final ClassName name;
  private final LoweredProgram lowered;
  private final BlockProgram program;
  private final SchemeText text;

  BlockClass(ClassName name, LoweredProgram lowered, SchemeText text) {
    this.name = name;
    this.lowered = lowered;
    this.program = lowered.program();
    this.text = text;
  }

  GeneratedClass generate() {
    TypeSpec.Builder type =
        Sources.publicClass(name).superclass(superclass()).addJavadoc(text.block(program));
    for (Coefficient coefficient : program.coefficients()) {
      type.addField(
          FieldSpec.builder(Names.TENSOR, coefficient.name(), Modifier.PRIVATE, Modifier.FINAL)
              .addJavadoc("$L, initially $L.\n", coefficient.meaning(), coefficient.exact())
              .build());
    }
    List<Formula> formulas = lowered.formulas();
    for (int i = 0; i < formulas.size(); i++) {
      type.addField(
          FieldSpec.builder(Names.FORMULA, ForwardBody.formulaName(i))
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
              .addJavadoc("$L.\n", formulas.get(i).text())
              .initializer(FormulaCode.of(formulas.get(i)))
              .build());
    }
    type.addMethod(constructor());
    type.addMethod(forward());
    return GeneratedClass.of(Sources.file(name, type.build(), text.type()));
  }

  private MethodSpec constructor() {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addJavadoc("Makes the vector fields$L of a block.\n\n", parameters())
            .addJavadoc("@param parts what the block is built from\n")
            .addModifiers(Modifier.PUBLIC)
            .addParameter(Names.BLOCK_PARTS, "parts")
            .addStatement("super(parts, $L)", evaluations());
    for (Coefficient coefficient : program.coefficients()) {
      constructor.addStatement(
          "this.$1N = coefficient($1S, $2L)", coefficient.name(), Literal.of(coefficient, lowered));
    }
    return constructor.build();
  }

  /**
   * How many there are, with the power of h of a scheme for y'' = f(y), or what each is of y' =
   * f(y) + g(y).
   */
  private CodeBlock evaluations() {
    if (program.summands().stream().anyMatch(summand -> summand != Summand.ALL)) {
      return program.summands().stream()
          .map(summand -> CodeBlock.of("$T.$L", Names.SUMMAND, summand))
          .collect(CodeBlock.joining(", "));
    }
    return program.stepPower() == 1
        ? CodeBlock.of("$L", program.evaluations())
        : CodeBlock.of("$L, $L", program.evaluations(), program.stepPower());
  }

  private String parameters() {
    return program.coefficients().isEmpty() ? "" : " and coefficients";
  }

  private ClassName superclass() {
    return program.hasOneState() ? Names.BLOCK : Names.STATE_BLOCK;
  }

  private MethodSpec forward() {
    boolean one = program.hasOneState();
    return MethodSpec.methodBuilder("forward")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(one ? Names.TENSOR : Names.TENSOR_LIST)
        .addParameter(one ? Names.TENSOR : Names.TENSOR_LIST, one ? "y0" : "state")
        .addCode(ForwardBody.of(lowered))
        .build();
  }
}
