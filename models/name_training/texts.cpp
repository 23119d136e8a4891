#include "models/name_training/texts.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

namespace isnad::names::training {

namespace {

std::size_t begin_tag_of(const std::string& name) {
    static const std::map<std::string, TagType> types{
        {"PERS", TagType::person}, {"ORG", TagType::organisation}, {"LOC", TagType::place},
        {"MISC", TagType::other},  {"P", TagType::person},         {"O", TagType::organisation},
        {"L", TagType::place},     {"F", TagType::place},          {"A", TagType::product},
        {"T", TagType::product},   {"E", TagType::event},          {"G", TagType::group}};
    const auto found = types.find(name);
    return found == types.end() ? outside : begins(found->second);
}

// Sentences of a CoNLL file, `chunk` of them a document.
std::vector<Text> read_conll(const std::string& path, std::size_t chunk) {
    std::vector<Text> out;
    std::ifstream in(path);
    std::size_t sentences = chunk;
    bool open = false;
    for (std::string line; std::getline(in, line);) {
        const std::size_t space = line.rfind(' ');
        if (space == std::string::npos) {
            if (open) ++sentences;
            open = false;
            continue;
        }
        if (!open && sentences >= chunk) {
            out.emplace_back();
            out.back().convention = Convention::anercorp;
            sentences = 0;
        }
        Text& text = out.back();
        const std::string tag = line.substr(space + 1);
        if (!open) {
            if (!text.text.empty()) text.text += '\n';
            const auto at = static_cast<std::uint32_t>(text.text.size());
            text.lines.push_back({at, at});
        } else {
            text.text += ' ';
        }
        open = true;
        const auto begin = static_cast<std::uint32_t>(text.text.size());
        text.text += line.substr(0, space);
        const Span span{begin, static_cast<std::uint32_t>(text.text.size())};
        text.lines.back().end = span.end;
        const bool goes_on = tag.starts_with("I-") && !text.marks.empty() && !text.tokens.empty() &&
                             text.tokens.back().second != "O" &&
                             text.tokens.back().second.substr(2) == tag.substr(2);
        if (goes_on) {
            text.marks.back().span.end = span.end;
        } else if (tag != "O") {
            text.marks.push_back({span, begin_tag_of(tag.substr(2))});
        }
        text.tokens.emplace_back(span, tag);
    }
    return out;
}

std::string content_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

Text read_marked(const std::string& path) {
    Text out;
    out.text = content_of(path);
    std::vector<std::uint32_t> bytes;  // of code points
    for (std::uint32_t i = 0; i < out.text.size(); ++i) {
        if ((static_cast<unsigned char>(out.text[i]) & 0xC0) != 0x80) bytes.push_back(i);
    }
    bytes.push_back(static_cast<std::uint32_t>(out.text.size()));
    for (std::uint32_t begin = 0; begin < out.text.size();) {
        const auto end = static_cast<std::uint32_t>(std::min(out.text.find('\n', begin), out.text.size()));
        if (end > begin) out.lines.push_back({begin, end});
        begin = end + 1;
    }
    std::ifstream marks(path.substr(0, path.rfind('.')) + ".gold");
    std::size_t begin = 0, end = 0;
    for (std::string type; marks >> begin >> end >> type;)
        out.marks.push_back({{bytes.at(begin), bytes.at(end)}, begin_tag_of(type)});
    return out;
}

}  // namespace

std::vector<Text> read_texts(const std::string& path, std::size_t chunk) {
    if (path.ends_with(".conll")) return read_conll(path, chunk);
    std::vector<Text> out;
    std::ifstream list(path);
    for (std::string line; std::getline(list, line);) out.push_back(read_marked(line));
    return out;
}

}  // namespace isnad::names::training
