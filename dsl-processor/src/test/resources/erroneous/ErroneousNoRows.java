import io.butcherblock.dsl.ButcherTableau;
import io.butcherblock.dsl.TableauForm;

@ButcherTableau(order = 1, form = TableauForm.LOW_STORAGE, value = "")
interface ErroneousNoRows {}
