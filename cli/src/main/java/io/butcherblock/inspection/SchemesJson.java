package io.butcherblock.inspection;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.butcherblock.dsl.Coefficients;
import io.butcherblock.files.Json;
import io.butcherblock.nn.OdeScheme;
import io.butcherblock.nn.SchemeFacts;
import io.butcherblock.nn.SchemeFamily;
import io.butcherblock.nn.SchemeMeasures;
import io.butcherblock.nn.SchemeMeasures.LeadingError;
import io.butcherblock.nn.SchemeStability;
import io.butcherblock.program.BlockProgram;
import java.util.Collection;

/** Schemes with all that is proved of them; apart, so that Jackson is loaded only where needed. */
public final class SchemesJson {

  private SchemesJson() {}

  /**
   * An array with an object for each scheme. What was not computed is left out; a dissipation or
   * dispersion that a scheme does not have is null.
   */
  public static ArrayNode tree(Collection<OdeScheme> schemes) {
    ArrayNode array = Json.MAPPER.createArrayNode();
    schemes.forEach(scheme -> write(scheme, array.addObject()));
    return array;
  }

  static void write(OdeScheme scheme, ObjectNode node) {
    SchemeFacts facts = scheme.facts();
    BlockProgram program = scheme.program(Coefficients.TRAINABLE);
    node.put("name", facts.name())
        .put("declared_by", facts.declaredBy())
        .put("family", facts.family().text())
        .put("equation_order", program.stepPower())
        .put("order", facts.blockOrder())
        .put("stages", facts.family().size())
        .put("block", facts.block())
        .put("evaluations", program.evaluations())
        .put("trained_coefficients", program.coefficients().size())
        .put("text", facts.text())
        .put("description", facts.description());
    if (facts.family() instanceof SchemeFamily.LinearMultistep) {
      node.put("recurrence_order", facts.order());
    }
    if (!facts.isProved()) {
      node.put("tolerance", facts.tolerance());
    }
    write(facts.measures(), node.putObject("measures"));
    ArrayNode proof = node.putArray("proof");
    facts.proof().lines().forEach(proof::add);
    SchemeStability stability = facts.stability();
    ObjectNode stable = node.putObject("stability").put("formula", stability.formula());
    put(stable, "real_interval", stability.realInterval());
    put(stable, "imaginary_interval", stability.imaginaryInterval());
  }

  private static void write(SchemeMeasures measures, ObjectNode node) {
    put(node, "ssp_coefficient", measures.sspCoefficient());
    put(node, "real_interval_per_evaluation", measures.realIntervalPerEvaluation());
    write(measures.dissipation(), "dissipation", node);
    write(measures.dispersion(), "dispersion", node);
  }

  private static void write(LeadingError error, String name, ObjectNode node) {
    if (Double.isNaN(error.constant())) {
      return;
    }
    if (error.order() == 0) {
      node.putNull(name);
    } else {
      node.putObject(name).put("order", error.order()).put("constant", error.constant());
    }
  }

  private static void put(ObjectNode node, String name, double length) {
    if (!Double.isNaN(length)) {
      node.put(name, length);
    }
  }
}
