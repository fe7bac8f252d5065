package io.butcherblock.run;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.MarkdownText;
import io.butcherblock.image.Image;
import io.butcherblock.metrics.PsnrSsim;
import io.butcherblock.tensorboard.EventFile;
import io.butcherblock.tensorboard.Summary;
import io.butcherblock.train.Divergence;
import io.butcherblock.train.RunState;
import io.butcherblock.train.StepReport;
import io.butcherblock.train.TrainingListener;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Writes what the log of a run has, and the first validation image as it is enlarged, to an event
 * file for TensorBoard. If that fails, the listener beside it is told once and no more is written:
 * a record that was cut short would hide those behind it. The caller closes it before the folder.
 */
public final class TrainingEvents implements TrainingListener, AutoCloseable {

  /** Side of the middle of an image that is kept, in pixels: some 100 KB as PNG. */
  private static final int MIDDLE = 256;

  /** Images are this many parts of a run apart, however often it is validated. */
  private static final int IMAGES = 20;

  private final Path folder;
  private final Map<String, Object> recipe;
  private TrainingListener beside = TrainingListener.none();
  private Optional<EventFile> file = Optional.empty();
  private boolean failed;
  private Optional<Image> enlarged = Optional.empty();
  private long first;
  private double progress;
  private long imagesUntil = -1;

  /**
   * Makes events of the run in a folder. A file is begun at the first step.
   *
   * @param run stays the caller's
   */
  public TrainingEvents(RunWriter run) {
    this(run.folder().path(), run.recipe(), run.start().step() + 1);
  }

  /**
   * Events in a folder.
   *
   * @param recipe network and options of the run, by name
   * @param first the step that they begin with
   */
  TrainingEvents(Path folder, Map<String, Object> recipe, long first) {
    this.folder = folder.toAbsolutePath();
    this.recipe = recipe;
    this.first = first;
  }

  /** Takes the first validation image as the network enlarges it now. */
  public void enlarged(Image image) {
    enlarged = Optional.of(image);
  }

  /** A listener that writes events first, and then passes them to {@code listener}. */
  public TrainingListener before(TrainingListener listener) {
    beside = listener;
    return and(listener);
  }

  @Override
  public void step(RunState state, double done) {
    progress = done;
    // Who waits for a run is told at its first step that this is missing, not after many.
    write(begun -> {});
  }

  @Override
  public void steps(StepReport report) {
    write(
        begun ->
            begun.add(
                report.state().step(),
                new Summary()
                    .scalar("train/loss", report.loss())
                    .scalar("train/learning_rate", report.learningRate())
                    .scalar("train/patches_per_second", report.patchesPerSecond())));
  }

  @Override
  public void validated(RunState state, PsnrSsim quality, boolean best) {
    Summary summary =
        new Summary()
            .scalar("validation/psnr", quality.psnr())
            .scalar("validation/ssim", quality.ssim());
    long part = (long) (progress * IMAGES);
    if (enlarged.isPresent() && part > imagesUntil) {
      imagesUntil = part;
      summary.image("validation/enlarged", middle(enlarged.get()));
    }
    enlarged = Optional.empty();
    write(begun -> begun.add(state.step(), summary));
  }

  private static Image middle(Image image) {
    int width = Math.min(MIDDLE, image.width());
    int height = Math.min(MIDDLE, image.height());
    return image
        .withoutAlpha()
        .to8Bits()
        .crop((image.width() - width) / 2, (image.height() - height) / 2, width, height);
  }

  @Override
  public void save(RunState state) {
    if (file.isPresent()) {
      write(EventFile::force);
    }
  }

  @Override
  public void wentBack(Divergence divergence, RunState state) {
    first = state.step() + 1;
    imagesUntil = -1;
    if (file.isPresent()) {
      write(begun -> begun.start(first));
    }
  }

  private void write(Consumer<EventFile> writing) {
    if (failed) {
      return;
    }
    try {
      if (file.isEmpty()) {
        file = Optional.of(EventFile.begin(folder));
        file.get().start(first);
        // At 0: what belongs to the run as a whole is not dropped when it goes on.
        file.get().add(0, new Summary().text("recipe", table()).hyperparameters(recipe));
      }
      writing.accept(file.get());
    } catch (ButcherblockException e) {
      fail(e);
      close();
    }
  }

  private void fail(ButcherblockException e) {
    if (!failed) {
      failed = true;
      beside.continuesWithout("the event file for TensorBoard", e);
    }
  }

  private String table() {
    return recipe.entrySet().stream()
        .map(row -> "| %s | %s |".formatted(row.getKey(), MarkdownText.of(row.getValue())))
        .collect(Collectors.joining("\n", "| option | value |\n|---|---|\n", "\n"));
  }

  @Override
  public void close() {
    Optional<EventFile> open = file;
    file = Optional.empty();
    try {
      open.ifPresent(EventFile::close);
    } catch (ButcherblockException e) {
      fail(e);
    }
  }
}
