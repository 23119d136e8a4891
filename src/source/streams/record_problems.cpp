#include "source/streams/record_problems.h"

namespace isnad::source {
namespace {

constexpr std::size_t problems_told = 20;

}  // namespace

DecodedRecords::DecodedRecords(std::string bytes, TextForm form, const Origin& origin, Records& out)
    : decoded_(decode(std::move(bytes), form, origin.charset)), out_(out) {
    for (Problem& problem : decoded_.problems) out.problems.push_back(std::move(problem));
    decoded_.problems.clear();
}

std::optional<std::uint64_t> DecodedRecords::byte(std::uint64_t at) const {
    const auto arrived = decoded_.arrived(at, at);
    return arrived ? std::optional(arrived->begin) : std::nullopt;
}

bool DecodedRecords::problem(const char* code, std::string what, std::uint64_t at) const {
    if (++told_ > problems_told + 1) return true;
    if (told_ > problems_told) what = "there are more faults like those before";
    out_.problems.push_back({code, Severity::warning, std::move(what), std::nullopt, byte(at)});
    return true;
}

}  // namespace isnad::source
