import io.butcherblock.dsl.LinearMultistep;

@LinearMultistep(
    order = 2,
    parameters = "k in [0, 3/2], start 1/2",
    value = "y[n+1] = (1-k) y[n] + k y[n-1] + (3+k)/2 h f[n] + (k-1)/2 h f[n-1]",
    steps = 3)
interface ErroneousNotZeroStableFor {}
