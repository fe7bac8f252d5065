package io.butcherblock.processor.verify;

import io.butcherblock.processor.claim.MultistepClaim;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Predictor;
import java.util.List;
import java.util.Locale;

/** What has been shown of the order of a corrector with its predictor. */
final class PredictorCorrectorProof {

  private PredictorCorrectorProof() {}

  static List<String> of(Multistep scheme) {
    Predictor predictor = scheme.predictor().orElseThrow();
    int m = predictor.corrections();
    int predicted = MultistepClaim.orderOf(scheme.withTerms(predictor.terms()).withoutPredictor());
    int corrected = MultistepClaim.orderOf(scheme.withoutPredictor());
    return List.of(
        "predictor: order " + predicted + "; corrector: order " + corrected,
        String.format(
            Locale.ROOT,
            "order %d of %s, as B-series after accurate values; at least min(%d, %d + %d)",
            scheme.order(),
            m == 1 ? "PECE" : "P(EC)^" + m + "E",
            corrected,
            predicted,
            m));
  }
}
