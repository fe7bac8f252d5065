package io.butcherblock.processor.emit;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeSpec;
import io.butcherblock.processor.model.GeneratedNames;
import io.butcherblock.processor.model.VectorFieldDeclaration;
import javax.lang.model.element.Modifier;

/** The factory of a declared vector field. */
public final class VectorFieldClass {

  private VectorFieldClass() {}

  public static GeneratedClass of(VectorFieldDeclaration vectorField) {
    ClassName name = Names.of(GeneratedNames.vectorField(vectorField.type()));
    CodeBlock layers =
        vectorField.layers().stream()
            .map(layer -> CodeBlock.of("$T.$L", Names.LAYER, layer))
            .collect(CodeBlock.joining(", "));
    TypeSpec type =
        Sources.provider(name, Names.VECTOR_FIELD_FACTORY, vectorField.type())
            .superclass(Names.LAYERED_VECTOR_FIELD)
            .addJavadoc(
                "The vector field {@link $T}: $L.\n",
                Names.declaring(vectorField.type()),
                String.join(", ", vectorField.layers()))
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addJavadoc("Makes the factory.\n")
                    .addModifiers(Modifier.PUBLIC)
                    .addStatement("super($S, $L)", vectorField.type().commandName(), layers)
                    .build())
            .build();
    return GeneratedClass.of(Sources.file(name, type, vectorField.type()));
  }
}
