package io.butcherblock.processor.emit;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeSpec;
import io.butcherblock.processor.model.GeneratedNames;
import io.butcherblock.processor.model.SplitDeclaration;
import javax.lang.model.element.Modifier;

/** The factory of a declared vector field that is a sum. */
public final class SplitVectorFieldClass {

  private SplitVectorFieldClass() {}

  public static GeneratedClass of(SplitDeclaration split) {
    ClassName name = Names.of(GeneratedNames.vectorField(split.type()));
    ClassName f = Names.of(split.f());
    ClassName g = Names.of(split.g());
    TypeSpec type =
        Sources.provider(name, Names.VECTOR_FIELD_FACTORY, split.type())
            .superclass(Names.SUM_OF_VECTOR_FIELDS)
            .addJavadoc(
                "The vector field {@link $T}: f(y) + g(y), f being {@link $T} and g {@link $T}.\n",
                Names.declaring(split.type()),
                f,
                g)
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addJavadoc("Makes the factory.\n")
                    .addModifiers(Modifier.PUBLIC)
                    .addStatement("super($S, new $T(), new $T())", split.type().commandName(), f, g)
                    .build())
            .build();
    return GeneratedClass.of(Sources.file(name, type, split.type()));
  }
}
