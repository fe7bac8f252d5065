package io.butcherblock.run;

import io.butcherblock.degrade.Degradation;
import io.butcherblock.files.RunLog;
import io.butcherblock.metrics.PsnrSsim;
import io.butcherblock.train.Divergence;
import io.butcherblock.train.LevelReport;
import io.butcherblock.train.RunState;
import io.butcherblock.train.StepReport;
import io.butcherblock.train.Validation;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The log of a training run: recipe, losses, validations, and what became of a divergence. */
final class TrainingLog implements AutoCloseable {

  private final RunLog log;

  private TrainingLog(RunLog log) {
    this.log = log;
  }

  static TrainingLog open(Path file) {
    return new TrainingLog(RunLog.open(file));
  }

  /**
   * Opens a log and drops what was written behind a state.
   *
   * @param record of the state
   */
  static TrainingLog at(Path file, Optional<StateRecord> record) {
    RunLog log = RunLog.open(file);
    if (record.isPresent() && log.cut(record.get().logBytes().orElse(-1))) {
      return new TrainingLog(log);
    }
    // Of an earlier version, or changed since: the lines say which step they are of.
    log.close();
    RunLog.truncateAfter(file, record.map(each -> each.state().step()).orElse(0L));
    return open(file);
  }

  /** The length in bytes, which are on the disk when this returns. */
  long force() {
    return log.force();
  }

  void recipe(RunDescription run, RunState state) {
    log.write(run.record(state.step()));
  }

  void steps(StepReport report) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put(RunLog.STEP, report.state().step());
    record.put("seconds", report.state().seconds());
    record.put("loss", report.loss());
    record.put("learning_rate", report.learningRate());
    record.put("patches_per_second", report.patchesPerSecond());
    record.put("wait_seconds", report.waitSeconds());
    record.put("memory_bytes", report.memoryBytes());
    log.write(record);
  }

  void validated(RunState state, PsnrSsim quality, int scale, Degradation degradation) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put(RunLog.STEP, state.step());
    record.put("seconds", state.seconds());
    record.put("validation_psnr", quality.psnr());
    record.put("validation_ssim", quality.ssim());
    record.put("validation_protocol", Validation.protocol(scale).named(scale));
    degradation
        .validation()
        .ifPresent(jpeg -> record.put("validation_degradation", jpeg.toString()));
    log.write(record);
  }

  void level(LevelReport report) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put(RunLog.STEP, report.state().step());
    record.put("seconds", report.state().seconds());
    record.put("level", report.number());
    record.put("levels", report.count());
    record.put("blocks", report.network().blocks());
    record.put("step_size", report.network().stepSize());
    record.put("parameters", report.parameters());
    log.write(record);
  }

  void wentBack(Divergence divergence, RunState state, double learningRate) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put(RunLog.STEP, state.step());
    record.put("diverged_at", divergence.step());
    record.put("halvings", state.halvings());
    record.put("highest_learning_rate", learningRate);
    log.write(record);
  }

  @Override
  public void close() {
    log.close();
  }
}
