package io.butcherblock.ablation;

import io.butcherblock.evaluate.Evaluation;
import io.butcherblock.image.Image;
import io.butcherblock.results.LearningCurves;
import io.butcherblock.train.RunState;
import java.nio.file.Path;
import java.util.List;

/**
 * The results of a network of the quickstart.
 *
 * @param evaluation on the images not trained on
 * @param upscaled its enlargement of each of them
 * @param curves of its training
 * @param weights the file of its trained weights
 * @param end how many steps it was trained, and how long
 */
record QuickstartResult(
    Candidate candidate,
    Evaluation evaluation,
    List<Image> upscaled,
    LearningCurves curves,
    Path weights,
    RunState end) {}
