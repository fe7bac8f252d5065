package io.butcherblock.quickstart;

import io.butcherblock.data.Image;
import io.butcherblock.evaluate.Evaluation;
import io.butcherblock.train.LearningCurves;
import io.butcherblock.train.Moment;
import java.nio.file.Path;
import java.util.List;

/**
 * What came of a contestant.
 *
 * @param evaluation on the images not trained on
 * @param upscaled its enlargement of each of them
 * @param curves of its training
 * @param end how many steps it was trained, and how long
 */
record Outcome(
    Contestant contestant,
    Evaluation evaluation,
    List<Image> upscaled,
    LearningCurves curves,
    Path weights,
    Moment end) {}
