package io.butcherblock.train;

import io.butcherblock.data.Image;
import io.butcherblock.metrics.PsnrSsim;
import io.butcherblock.tensorboard.EventFile;
import io.butcherblock.tensorboard.Summary;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes what the log of a run has, and the first validation image as it is enlarged, to an event
 * file for TensorBoard. The caller closes it before the folder.
 */
public final class TrainingEvents implements TrainingListener, AutoCloseable {

  /** Side of the middle of an image that is kept, in pixels: some 100 KB as PNG. */
  private static final int MIDDLE = 256;

  /** Images are this many parts of a run apart, however often it is validated. */
  private static final int IMAGES = 20;

  private final Path folder;
  private final Map<String, Object> recipe;
  private Optional<EventFile> file = Optional.empty();
  private Optional<Image> enlarged = Optional.empty();
  private long first;
  private double progress;
  private long imagesUntil = -1;

  /**
   * Makes events of the run in a folder. A file is begun with the first of them.
   *
   * @param run stays the caller's
   */
  public TrainingEvents(RunFolder run) {
    this.folder = run.log().toAbsolutePath().getParent();
    this.recipe = run.recipe();
    this.first = run.start().step() + 1;
  }

  /** Takes the first validation image as the network enlarges it now. */
  public void enlarged(Image image) {
    enlarged = Optional.of(image);
  }

  @Override
  public void step(RunState state, double done) {
    progress = done;
  }

  @Override
  public void steps(StepReport report) {
    file()
        .add(
            report.state().step(),
            new Summary()
                .scalar("train/loss", report.loss())
                .scalar("train/learning_rate", report.learningRate())
                .scalar("train/patches_per_second", report.patchesPerSecond()));
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
    file().add(state.step(), summary);
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
    file.ifPresent(EventFile::force);
  }

  @Override
  public void wentBack(Divergence divergence, RunState state) {
    first = state.step() + 1;
    file.ifPresent(opened -> opened.start(first));
  }

  private EventFile file() {
    if (file.isEmpty()) {
      EventFile begun = EventFile.begin(folder);
      file = Optional.of(begun);
      begun.start(first);
      // At 0: what belongs to the run as a whole is not dropped when it goes on.
      begun.add(0, new Summary().text("recipe", table()).hyperparameters(recipe));
    }
    return file.get();
  }

  private String table() {
    return recipe.entrySet().stream()
        .map(row -> "| %s | %s |".formatted(row.getKey(), cell(row.getValue())))
        .collect(Collectors.joining("\n", "| option | value |\n|---|---|\n", "\n"));
  }

  /** A bar would end the cell. */
  private static String cell(Object value) {
    return String.valueOf(value).replace("|", "\\|");
  }

  @Override
  public void close() {
    file.ifPresent(EventFile::close);
    file = Optional.empty();
  }
}
