#include "linking/spheres.h"

#include <algorithm>
#include <array>

#include "lexicon/phrase.h"

namespace isnad::linking {
namespace {

struct Sphere {
    std::string_view title_class;
    std::uint8_t bit;
};
constexpr std::array<Sphere, 13> spheres{{{"head_of_state", 1},
                                          {"head_of_government", 1},
                                          {"minister", 1},
                                          {"diplomat", 1},
                                          {"military", 1},
                                          {"police", 1},
                                          {"royal", 1},
                                          {"party", 1},
                                          {"religious", 2},
                                          {"sport", 4},
                                          {"arts", 8},
                                          {"medical", 16},
                                          {"business", 32}}};

std::uint8_t bit_of(std::string_view title_class) {
    const auto at = std::find_if(spheres.begin(), spheres.end(),
                                 [&](const Sphere& one) { return one.title_class == title_class; });
    return at == spheres.end() ? std::uint8_t{0} : at->bit;
}

}  // namespace

Spheres::Spheres(const lexicon::Lexicon& lexicon)
    : lexicon_(lexicon), titles_(lexicon.table_or_none("titles")) {
    if (titles_ != lexicon::no_table) class_ = lexicon.column(titles_, "class");
}

std::uint8_t Spheres::of_title(std::string_view title) const {
    std::uint8_t found = 0;
    lexicon::Phrase phrase;
    for (const std::string_view word : lexicon::words_of(title)) {
        phrase = phrase.then(word);
        const lexicon::Found at = lexicon_.find(phrase);
        for (const lexicon::Entry& entry : at.entries) {
            if (entry.table == titles_) found = bit_of(lexicon_.cell(entry, class_));
        }
        if (!at.longer) break;
    }
    return found;
}

}  // namespace isnad::linking
