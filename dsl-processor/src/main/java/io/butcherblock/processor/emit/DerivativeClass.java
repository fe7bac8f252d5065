package io.butcherblock.processor.emit;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeSpec;
import io.butcherblock.processor.model.DerivativeDeclaration;
import javax.lang.model.element.Modifier;

/** The factory of a declared derivative. */
public final class DerivativeClass {

  /** What generated factories are called after the declaring type. */
  public static final String SUFFIX = "Derivative";

  private DerivativeClass() {}

  public static GeneratedClass of(DerivativeDeclaration derivative) {
    ClassName name = Names.of(derivative.type(), SUFFIX);
    CodeBlock layers =
        derivative.layers().stream()
            .map(layer -> CodeBlock.of("$T.$L", Names.LAYER, layer))
            .collect(CodeBlock.joining(", "));
    TypeSpec type =
        Sources.provider(name, Names.DERIVATIVE_FACTORY, derivative.type())
            .superclass(Names.LAYERED_DERIVATIVE)
            .addJavadoc(
                "The derivative {@link $T}: $L.\n",
                Names.declaring(derivative.type()),
                String.join(", ", derivative.layers()))
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addJavadoc("Makes the factory.\n")
                    .addModifiers(Modifier.PUBLIC)
                    .addStatement("super($S, $L)", derivative.type().commandName(), layers)
                    .build())
            .build();
    return GeneratedClass.of(Sources.file(name, type));
  }
}
