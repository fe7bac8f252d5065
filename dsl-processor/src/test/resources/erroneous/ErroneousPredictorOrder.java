import io.butcherblock.dsl.LinearMultistep;

@LinearMultistep(
    order = 4,
    value = "y[n+1] = y[n-1] + 1/3 h f[n+1] + 4/3 h f[n] + 1/3 h f[n-1]",
    predictor = "y[n+1] = y[n] + 3/2 h f[n] - 1/2 h f[n-1]",
    steps = 4)
interface ErroneousPredictorOrder {}
