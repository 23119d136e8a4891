// Bounds by terms of office.
#include <algorithm>
#include <array>

#include "engine/publish_infer.h"

namespace isnad::engine {
namespace {

using lexicon::Lexicon;
using std::chrono::days;

// News calls somebody by an office some days before it begins and after it has ended; ends that are known by
// month or year only are no better than that.
constexpr int slack_days = 20;
constexpr std::size_t words_of_title = 12;

struct Office {
    std::string_view title;  // gloss of lexicon/titles.tsv
    std::string_view role;   // of lexicon/persons.tsv
};

constexpr std::array offices{Office{"president", "president"},
                             Office{"president of the republic", "president"},
                             Office{"president of the state", "president"},
                             Office{"prime minister", "prime_minister"},
                             Office{"head of government", "prime_minister"},
                             Office{"chancellor, adviser", "chancellor"},
                             Office{"foreign minister", "foreign_minister"},
                             Office{"secretary of state", "foreign_minister"},
                             Office{"defence minister", "defence_minister"},
                             Office{"interior minister", "interior_minister"},
                             Office{"finance minister", "finance_minister"}};

class TermReader {
  public:
    TermReader(const Document& document, const Lexicon& lexicon) : document_(document), lexicon_(lexicon) {
        persons_ = lexicon.table("persons");
        titles_ = lexicon.table("titles");
        mentions_ = lexicon.table("mentions");
        if (!persons_) return;
        id_ = lexicon.column(*persons_, "id");
        roles_ = lexicon.column(*persons_, "roles");
    }

    std::optional<times::DayBound> bound(const Name& name) const {
        if (!persons_ || !titles_ || name.type != NameType::person || !name.title || !name.known ||
            name.known->table != "persons")
            return std::nullopt;
        const std::string title = search_form(document_.text(*name.title));
        const auto words = lexicon::words_of(title);
        if (words.empty() || words.size() > words_of_title || is_no_holder(words)) return std::nullopt;
        const std::string_view role = role_of(words);
        const auto row = role.empty() ? std::nullopt : row_of(name);
        if (!row) return std::nullopt;
        times::DayBound out;
        out.within = terms(lexicon_.cell(*persons_, *row, roles_), role);
        if (out.within.empty()) return std::nullopt;
        out.span = Span{name.title->begin, name.span.end};
        out.why = "\u00AB" + std::string(document_.text(*out.span)) + "\u00BB names the holder of an office";
        return out;
    }

  private:
    // "former", "late", "elect": then the term tells nothing.
    bool is_no_holder(const std::vector<std::string_view>& words) const {
        for (const std::string_view word : words) {
            for (const lexicon::Entry& entry : lexicon_.find(lexicon::Phrase{}.then(word)).entries) {
                if (mentions_ && entry.table == *mentions_ && lexicon_.cell(entry, "kind") == "role" &&
                    lexicon_.cell(entry, "stands_for") != "mark" &&
                    lexicon_.cell(entry, "stands_for") != "ordinary")
                    return true;
            }
        }
        return false;
    }

    // The office of the longest phrase of titles that opens the title.
    std::string_view role_of(const std::vector<std::string_view>& words) const {
        std::string_view role;
        lexicon::Phrase phrase;
        for (const std::string_view word : words) {
            phrase = phrase.then(word);
            const lexicon::Found found = lexicon_.find(phrase);
            for (const lexicon::Entry& entry : found.entries) {
                if (entry.table != *titles_) continue;
                const std::string_view gloss = lexicon_.cell(entry, "en");
                const auto office = std::find_if(offices.begin(), offices.end(),
                                                 [&](const Office& o) { return o.title == gloss; });
                role = office == offices.end() ? std::string_view{} : office->role;
            }
            if (!found.longer) break;
        }
        return role;
    }

    std::optional<std::uint32_t> row_of(const Name& name) const {
        for (std::uint32_t row = 0; row < lexicon_.rows(*persons_); ++row) {
            if (lexicon_.cell(*persons_, row, id_) == name.known->row) return row;
        }
        return std::nullopt;
    }

    // "role|country|from|to;..." of one role, as ranges of days in order.
    static std::vector<DayRange> terms(std::string_view cell, std::string_view role) {
        const DayRange all = times::days_known();
        std::vector<DayRange> out;
        while (!cell.empty()) {
            const std::size_t end = std::min(cell.find(';'), cell.size());
            if (const auto range = term(cell.substr(0, end), role)) {
                if (range->to >= all.from)
                    out.push_back({std::max(range->from, all.from), std::min(range->to, all.to)});
            } else if (cell.substr(0, end).starts_with(role)) {
                return {};  // a term without its beginning
            }
            cell.remove_prefix(std::min(end + 1, cell.size()));
        }
        std::sort(out.begin(), out.end(), [](DayRange a, DayRange b) { return a.from < b.from; });
        return out;
    }

    static std::optional<DayRange> term(std::string_view cell, std::string_view role) {
        std::array<std::string_view, 4> part{};
        for (std::size_t i = 0; i < part.size(); ++i) {
            const std::size_t end = std::min(cell.find('|'), cell.size());
            part[i] = cell.substr(0, end);
            cell.remove_prefix(std::min(end + 1, cell.size()));
        }
        const auto from = day_range(part[2]);
        if (part[0] != role || !from) return std::nullopt;
        const auto to = part[3].empty() ? std::optional(times::days_known()) : day_range(part[3]);
        if (!to) return std::nullopt;
        return DayRange{from->from - days{slack_days}, part[3].empty() ? to->to : to->to + days{slack_days}};
    }

    const Document& document_;
    const Lexicon& lexicon_;
    std::optional<lexicon::TableId> persons_, titles_, mentions_;
    std::size_t id_ = 0, roles_ = 0;
};

}  // namespace

std::vector<times::DayBound> bounds_of_terms(const Document& document, const Layer<Name>& names,
                                             const lexicon::Lexicon& lexicon) {
    constexpr std::size_t names_read = 60;
    const TermReader reader(document, lexicon);
    std::vector<times::DayBound> out;
    std::vector<std::string> seen;
    for (const Name& name : names) {
        if (out.size() >= names_read) break;
        if (!name.known || !name.title || std::find(seen.begin(), seen.end(), name.known->row) != seen.end())
            continue;
        if (auto bound = reader.bound(name)) {
            seen.push_back(name.known->row);
            out.push_back(std::move(*bound));
        }
    }
    return out;
}

}  // namespace isnad::engine
