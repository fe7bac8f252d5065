import io.butcherblock.dsl.LinearMultistep;

@LinearMultistep(
    order = 2,
    value = "y[n+1] = y[n] + 1/2 h f[n+1] + 1/2 h f[n]",
    predictor = "y[n+1] = 2 y[n] + h f[n]",
    steps = 2)
interface ErroneousPredictorInconsistent {}
