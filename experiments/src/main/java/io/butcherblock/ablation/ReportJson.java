package io.butcherblock.ablation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.butcherblock.files.Json;
import io.butcherblock.metrics.Protocol;
import java.util.List;
import java.util.Locale;

/** The figures with all digits, each run's too. */
record ReportJson(AblationResult result) {

  String text() {
    Settings settings = result.settings();
    ObjectNode root = Json.MAPPER.createObjectNode();
    root.put("scale", settings.scale())
        .put("protocol", Protocol.benchmark(settings.scale()).toString())
        .put("steps", result.steps())
        .put("patch", settings.patch())
        .put("batch", settings.batch())
        .put("learning_rate", settings.learningRate())
        .put("precision", settings.precision().toString())
        .put("trained_on", result.images().trainedOn())
        .put("training_images", result.images().training().size())
        .put("validation_images", result.images().validation().size());
    ArrayNode tests = root.putArray("test_sets");
    for (TestSet set : result.images().tests()) {
      tests
          .addObject()
          .put("name", set.name())
          .put("images", set.pairs().size())
          .put("bicubic_psnr", set.bicubic().psnr())
          .put("bicubic_ssim", set.bicubic().ssim());
    }
    ArrayNode candidates = root.putArray("candidates");
    result.scores().forEach(each -> write(each, candidates.addObject()));
    ArrayNode diverged = root.putArray("diverged");
    for (Diverged each : result.diverged()) {
      ObjectNode node = diverged.addObject();
      write(each.candidate(), node);
      node.put("seed", each.seed()).put("step", each.step());
    }
    ArrayNode comparisons = root.putArray("comparisons");
    result.differences().forEach(each -> write(each, comparisons.addObject()));
    root.put("conclusion", result.conclusion());
    return Json.lines(root);
  }

  private void write(CandidateScores scores, ObjectNode node) {
    write(scores.candidate(), node);
    write(scores.score(), node.putObject("psnr"));
    write(scores.loss(), node.putObject("loss"));
    write(scores.seconds(), node.putObject("training_seconds"));
    List<TestSet> sets = result.images().tests();
    ObjectNode tests = node.putObject("tests");
    for (int i = 0; i < sets.size(); i++) {
      ObjectNode test = tests.putObject(sets.get(i).name());
      write(scores.psnr(i), test.putObject("psnr"));
      write(scores.ssim(i), test.putObject("ssim"));
    }
    ArrayNode runs = node.putArray("runs");
    for (RunResult result : scores.results()) {
      ObjectNode run = runs.addObject();
      run.put("seed", result.seed())
          .put("psnr", result.score())
          .put("loss", result.loss())
          .put("training_seconds", result.seconds());
      ObjectNode figuresOfRun = run.putObject("tests");
      for (int i = 0; i < sets.size(); i++) {
        figuresOfRun
            .putObject(sets.get(i).name())
            .put("psnr", result.tests().get(i).psnr())
            .put("ssim", result.tests().get(i).ssim());
      }
    }
  }

  private static void write(Candidate candidate, ObjectNode node) {
    // By which comparisons name it.
    node.put("title", candidate.title());
    if (candidate.declared()) {
      node.put("network", candidate.spec().name());
    }
    node.put("scheme", candidate.spec().scheme().facts().name())
        .put("vector_field", candidate.spec().vectorField().name())
        .put("coefficients", candidate.spec().coefficients().name().toLowerCase(Locale.ROOT))
        .put("blocks", candidate.spec().blocks())
        .put("channels", candidate.spec().channels())
        .put("parameters", candidate.size().parameters())
        .put("macs", candidate.size().macs())
        .put("cost", candidate.cost());
  }

  private static void write(Spread spread, ObjectNode node) {
    node.put("mean", spread.mean());
    // No number of JSON says that there is none.
    if (Double.isFinite(spread.deviation())) {
      node.put("standard_deviation", spread.deviation());
    }
  }

  private void write(Difference difference, ObjectNode node) {
    node.put("best", result.ranking().best().candidate().title())
        .put("other", difference.other().title());
    write(difference.test().difference(), node.putObject("lead"));
    node.put("t", difference.test().t())
        .put("p", difference.test().p())
        .put("p_holm", difference.adjusted())
        .put("distinguishable", difference.isReal());
  }
}
