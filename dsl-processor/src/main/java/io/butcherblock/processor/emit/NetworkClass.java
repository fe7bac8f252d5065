package io.butcherblock.processor.emit;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeSpec;
import io.butcherblock.processor.model.GeneratedNames;
import io.butcherblock.processor.model.NetworkDeclaration;
import javax.lang.model.element.Modifier;

/** The declaration of a network. */
public final class NetworkClass {

  private NetworkClass() {}

  public static GeneratedClass of(NetworkDeclaration network) {
    ClassName name = Names.of(GeneratedNames.network(network.type()));
    TypeSpec type =
        Sources.provider(name, Names.NETWORK, network.type())
            .addSuperinterface(Names.NETWORK)
            .addJavadoc(
                "The network {@code $L}: {@link $T}.\n",
                network.type().commandName(),
                Names.declaring(network.type()))
            .addMethod(spec(network))
            .build();
    return GeneratedClass.of(Sources.file(name, type));
  }

  private static MethodSpec spec(NetworkDeclaration network) {
    return MethodSpec.methodBuilder("spec")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(Names.NETWORK_SPEC)
        .addCode("return new $T(\n$>$>", Names.NETWORK_SPEC)
        .addCode("$S,\n", network.type().commandName())
        .addCode(
            "new $T(),\nnew $T(),\n", Names.of(network.scheme()), Names.of(network.vectorField()))
        .addCode(
            "$L,\n$L,\n$L,\n", network.blocks(), network.channels(), Literal.of(network.stepSize()))
        .addCode("$T.$L,\n", Names.COEFFICIENTS, network.coefficients())
        .addCode("$T.$L,\n", Names.WEIGHT_SHARING, network.sharing())
        .addCode("$S);\n$<$<", network.source())
        .build();
  }
}
