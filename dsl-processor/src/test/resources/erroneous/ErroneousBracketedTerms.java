import io.butcherblock.dsl.LinearMultistep;

@LinearMultistep(order = 2, value = "y[n+1] = y[n] + h/2 (3 f[n] - f[n-1])", steps = 4)
interface ErroneousBracketedTerms {}
