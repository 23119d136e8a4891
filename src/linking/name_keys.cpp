#include "linking/name_keys.h"

#include <algorithm>

#include "text/letters.h"
#include "text/transliteration.h"
#include "text/utf8.h"

namespace isnad::linking {
namespace {

constexpr std::size_t letter = 2;

// The transliteration key of each word, joined. One foreign consonant is written with jeem or with yeh
// ("Jong", "Yong"): at the start of a word yeh counts as jeem.
std::string sound_of(std::string_view normal) {
    static const std::string yeh = utf8::encode(letters::yeh), jeem = utf8::encode(letters::jeem);
    std::string sound;
    while (!normal.empty()) {
        const std::size_t end = std::min(normal.find(' '), normal.size());
        std::string key = transliteration_key(normal.substr(0, end));
        if (key.starts_with(yeh)) key.replace(0, letter, jeem);
        sound += key;
        sound += ' ';
        normal.remove_prefix(std::min(end + 1, normal.size()));
    }
    return sound;
}

std::string type_of(const Name& name) { return std::to_string(static_cast<int>(name.type)) + " "; }

}  // namespace

std::vector<std::string> keys_of(const Name& name) {
    std::vector<std::string> keys;
    if (name.known) keys.push_back("row " + name.known->table + " " + name.known->row);
    if (name.full) return keys;
    keys.push_back("normal " + type_of(name) + name.normal);
    const bool parts = name.normal.find(' ') != std::string::npos;
    if (parts && name.type == NameType::person)
        keys.push_back("sound " + type_of(name) + sound_of(name.normal));
    return keys;
}

}  // namespace isnad::linking
