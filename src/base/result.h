// Result<T>: a value, or an Error that ends in a place a person can look up. Expected failures (a bad row, a
// page that cannot be read) travel this way; exceptions never cross a room.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace isnad {

// Where something is wrong: a file, and in it a line with a column (both from 1, columns in code points) or a
// byte (from 0).
struct Place {
    std::string file{};
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::optional<std::uint64_t> byte{};

    // "persons.tsv:14:3", "page.html: byte 4031" or "page.html".
    std::string text() const;
};

// What kind of failure it is; the command line turns it into an exit status.
enum class ErrorKind : std::uint8_t { input, usage, environment };

struct Error {
    std::string code;  // stable, for programs: "not_found", "tsv_row"
    std::string what;  // one sentence for people, without the place
    Place place{};
    ErrorKind kind = ErrorKind::input;

    // "what (place)".
    std::string text() const;
};

template <class T>
class [[nodiscard]] Result {
  public:
    Result(T value) : state_(std::move(value)) {}
    Result(Error error) : state_(std::move(error)) {}

    explicit operator bool() const { return std::holds_alternative<T>(state_); }
    const T& value() const& { return std::get<T>(state_); }
    T& value() & { return std::get<T>(state_); }
    T&& value() && { return std::get<T>(std::move(state_)); }
    const Error& error() const { return std::get<Error>(state_); }

  private:
    std::variant<T, Error> state_;
};

// The result of an action that gives nothing back.
using Done = Result<std::monostate>;
inline Done done() { return std::monostate{}; }

}  // namespace isnad

// ISNAD_TRY(auto file, read(path)): declares `file`, or returns the error from the function around it.
#define ISNAD_JOIN_(a, b) a##b
#define ISNAD_JOIN(a, b) ISNAD_JOIN_(a, b)
#define ISNAD_TRY(declaration, expression)                                            \
    auto ISNAD_JOIN(result_, __LINE__) = (expression);                                \
    if (!ISNAD_JOIN(result_, __LINE__)) return ISNAD_JOIN(result_, __LINE__).error(); \
    declaration = std::move(ISNAD_JOIN(result_, __LINE__)).value()
