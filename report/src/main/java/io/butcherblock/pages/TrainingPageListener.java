package io.butcherblock.pages;

import io.butcherblock.run.RunFolder;
import io.butcherblock.train.RunState;
import io.butcherblock.train.TrainingListener;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Writes the page of a run into its folder whenever it is saved: {@link RunFolder#report}. That
 * takes tenths of a second; {@link io.butcherblock.train.DrawingListener} does it less often in a
 * short run.
 *
 * <pre>{@code
 * run.train(new TrainingPageListener(run.folder().orElseThrow()), () -> false);
 * }</pre>
 */
public final class TrainingPageListener implements TrainingListener {

  private final RunFolder run;
  private final Supplier<Optional<Double>> bicubic;
  private Optional<Double> known = Optional.empty();

  /** A listener for the run in a folder. */
  public TrainingPageListener(RunFolder run) {
    this(run, Optional::empty);
  }

  /**
   * A listener for the run in a folder.
   *
   * @param bicubic the PSNR of bicubic enlargement of the validation images in dB, asked for once;
   *     empty if there are none
   */
  public TrainingPageListener(RunFolder run, Supplier<Optional<Double>> bicubic) {
    this.run = run;
    this.bicubic = bicubic;
  }

  @Override
  public void save(RunState state) {
    if (known.isEmpty()) {
      known = bicubic.get();
    }
    TrainingPage page = TrainingPage.read(run.path());
    known.map(page::withBicubic).orElse(page).write(run.report());
  }
}
