package io.butcherblock.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.butcherblock.dsl.Coefficients;
import io.butcherblock.nn.OdeScheme;
import io.butcherblock.nn.SchemeFacts;
import io.butcherblock.nn.SchemeStability;
import io.butcherblock.program.BlockProgram;
import java.util.Collection;

/** All that is known of schemes, as JSON. */
final class SchemesJson {

  private SchemesJson() {}

  /** An array with an object for each scheme; an interval that was not computed is left out. */
  static String of(Collection<OdeScheme> schemes) {
    ArrayNode array = new JsonMapper().createArrayNode();
    schemes.forEach(scheme -> write(scheme, array.addObject()));
    return array.toPrettyString() + "\n";
  }

  private static void write(OdeScheme scheme, ObjectNode node) {
    SchemeFacts facts = scheme.facts();
    BlockProgram program = scheme.program(Coefficients.TRAINABLE);
    node.put("name", facts.name())
        .put("declared_by", facts.declaredBy())
        .put("family", facts.family())
        .put("order", facts.order())
        .put("stages", facts.stages())
        .put("block", facts.block())
        .put("evaluations", program.evaluations())
        .put("trained_coefficients", program.coefficients().size())
        .put("text", facts.text())
        .put("description", facts.description());
    ArrayNode proof = node.putArray("proof");
    facts.proof().lines().forEach(proof::add);
    SchemeStability stability = facts.stability();
    ObjectNode stable = node.putObject("stability").put("formula", stability.formula());
    interval(stable, "real_interval", stability.realInterval());
    interval(stable, "imaginary_interval", stability.imaginaryInterval());
  }

  private static void interval(ObjectNode node, String name, double length) {
    if (!Double.isNaN(length)) {
      node.put(name, length);
    }
  }
}
