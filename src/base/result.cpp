#include "base/result.h"

namespace isnad {

std::string Place::text() const {
    std::string out = file;
    if (line != 0) {
        out += ':' + std::to_string(line);
        if (column != 0) out += ':' + std::to_string(column);
    } else if (byte) {
        out += ": byte " + std::to_string(*byte);
    }
    return out;
}

std::string Error::text() const {
    const std::string where = place.text();
    return where.empty() ? what : where + ": " + what;
}

}  // namespace isnad
