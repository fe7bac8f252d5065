package io.butcherblock.processor.emit;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeSpec;
import io.butcherblock.processor.model.GeneratedNames;
import io.butcherblock.processor.model.NetworkDeclaration;
import javax.lang.model.element.Modifier;

/** The declaration of a network. */
public final class NetworkClass {

  /** What the order is not said of. */
  private static final String ORDER =
      " Where a block has several stages, the order holds for the scheme, with the same f in all"
          + " stages, and not for the network as a method for one y' = f(y).";

  private NetworkClass() {}

  public static GeneratedClass of(NetworkDeclaration network) {
    ClassName name = Names.of(GeneratedNames.network(network.type()));
    TypeSpec type =
        Sources.provider(name, Names.NETWORK, network.type())
            .addSuperinterface(Names.NETWORK)
            .addJavadoc(
                "The network {@code $L}: {@link $T}.\n\n",
                network.type().commandName(),
                Names.declaring(network.type()))
            .addJavadoc("<p>$L", Sources.wrapped(sharing(network.sharing())))
            .addMethod(Sources.constructor("Makes the declaration."))
            .addMethod(spec(network))
            .build();
    return GeneratedClass.of(Sources.file(name, type, network.type()));
  }

  /** Which evaluations share their weights. */
  private static String sharing(String sharing) {
    return "Weights of the vector field ({@code %s}): %s"
        .formatted(
            sharing,
            switch (sharing) {
              case "PER_STAGE" -> "each evaluation inside a block has its own." + ORDER;
              case "RECURRENT" ->
                  "each evaluation inside a block has its own, the same in all blocks." + ORDER;
              case "SHARED" -> "each block has one vector field for all of its evaluations.";
              case "NETWORK" -> "all evaluations of all blocks have one vector field.";
              default -> throw new IllegalArgumentException(sharing);
            });
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
