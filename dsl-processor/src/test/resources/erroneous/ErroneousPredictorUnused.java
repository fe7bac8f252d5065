import io.butcherblock.dsl.LinearMultistep;

@LinearMultistep(
    order = 1,
    value = "y[n+1] = y[n] + h f[n]",
    predictor = "y[n+1] = y[n] + h f[n]",
    steps = 2)
interface ErroneousPredictorUnused {}
