package io.butcherblock.processor.verify;

import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Predictor;
import java.util.List;

/** What has been shown of the order of a corrector with its predictor. */
final class PredictorCorrectorProof {

  private PredictorCorrectorProof() {}

  static List<String> of(Multistep scheme) {
    Predictor predictor = scheme.predictor().orElseThrow();
    int m = predictor.corrections();
    int predicted =
        PredictorCorrectorOrderRule.orderOf(scheme.withTerms(predictor.terms()).withoutPredictor());
    int corrected = PredictorCorrectorOrderRule.orderOf(scheme.withoutPredictor());
    return List.of(
        "predictor: order " + predicted + "; corrector: order " + corrected,
        "order %d of %s, as B-series after accurate values; at least min(%d, %d + %d)"
            .formatted(
                scheme.order(), m == 1 ? "PECE" : "P(EC)^" + m + "E", corrected, predicted, m));
  }
}
