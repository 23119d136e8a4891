#include "language/times/resolver.h"
#include "language/times/times.h"

namespace isnad::times {
namespace {

// A date with a part of the day or a clock time ("2024-06-18TEV") is of type TIME (ISO-TimeML).
TimexType type_of(const Expression& e) {
    const bool time_of_day = e.type == TimexType::date && (e.clock || (!e.part.empty() && e.part != "DT"));
    return time_of_day ? TimexType::time : e.type;
}

}  // namespace

Layer<Time> resolve(const Words&, const Expressions& expressions, const std::optional<DatedBy>& reference,
                    const Knowledge&) {
    const Resolver resolver(reference ? reference_of(reference->value) : std::nullopt);
    std::vector<Time> out;
    std::string told;
    for (const Expression& e : *expressions.items) {
        const Value value = resolver.value(e, told);
        if (!value.text.empty() &&
            (e.shape == Shape::calendar || e.shape == Shape::weekday || e.shape == Shape::day))
            told = value.text;
        Time time;
        time.span = e.span;
        time.type = type_of(e);
        time.value = value.text;
        time.mod = e.mod;
        if (value.anchored) time.anchor = reference->value;
        time.why = {e.rule, e.weight * value.weight, {}};
        out.push_back(std::move(time));
    }
    return Layer<Time>(std::move(out));
}

}  // namespace isnad::times
