// A layer is made once and stays as it is.
// refused for: constant
#include "model/annotations.h"
#include "model/layer.h"

using namespace isnad;

#ifdef CONTROL
Layer<Time> change(const std::vector<Time>& times) { return Layer<Time>(times); }
#else
void change(Layer<Time>& times) { times[0].mod = TimexMod::end; }
#endif
