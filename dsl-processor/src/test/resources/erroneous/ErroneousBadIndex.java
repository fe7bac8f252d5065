import io.butcherblock.dsl.LinearMultistep;

@LinearMultistep(order = 1, value = "y[n+1] = y[n] + h f[n-1/2]", steps = 2)
interface ErroneousBadIndex {}
