#include "engine/publish_metadata.h"

#include <algorithm>

#include "article/html_dates.h"

namespace isnad::engine {
namespace {

using times::DateRole;

constexpr std::uint32_t blocks_above = 12, blocks_below = 3;  // around the title and the end, still near
constexpr double far_block = 0.3;      // of the weight of a fact, when it stands elsewhere on the page
constexpr double later_of_kind = 0.3;  // of a further JSON-LD article: a list of others
constexpr std::size_t facts_read = 60, words_bytes = 200;

double weight_of(const MetaFact& fact) {
    if (fact.field == MetaField::time) return 0.7;
    const bool created = fact.name.find("reated") != std::string::npos || fact.name == "uploadDate";
    const double share = created ? 0.75 : 1;
    switch (fact.source) {
        case MetaSource::record: return 0.96 * share;
        case MetaSource::json_ld: return 0.95 * share;
        case MetaSource::open_graph: return 0.93 * share;
        case MetaSource::microdata: return 0.9 * share;
        case MetaSource::rdfa: return 0.88 * share;
        case MetaSource::twitter: return 0.8 * share;
        case MetaSource::dublin_core: return 0.85 * share;
        case MetaSource::meta: return (fact.name == "date" ? 0.75 : 0.85) * share;
        case MetaSource::element: return 0.7 * share;
    }
    return 0.5;
}

std::string name_of(const MetaFact& fact) {
    if (fact.source == MetaSource::json_ld) return "JSON-LD " + fact.name;
    if (fact.source == MetaSource::record) return "the record's " + fact.name;
    return fact.name;
}

// Blocks of the markup that an article spans, with the surroundings in which its dates stand.
struct Place {
    std::uint32_t first = 0, end = 0;
    bool known = false;
};

Place place_of(const Page& page, const Article& article) {
    Place out;
    if (article.blocks.empty() || !page.markup) return out;
    const auto& blocks = page.markup->blocks;
    const Span first = article.blocks.front().span, last = article.blocks.back().span;
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
        if (blocks[i].span.end <= first.begin) out.first = i + 1;
        if (blocks[i].span.begin < last.end) out.end = i + 1;
    }
    out.known = !blocks.empty();
    return out;
}

class FactReader {
  public:
    FactReader(const Page& page, const Article& article, bool main)
        : page_(page), article_(article), main_(main), place_(place_of(page, article)) {}

    std::vector<StatedFact> run() {
        for (const DatedBy& date : article_.dates_of_metadata) add_stated(date, DateRole::stated);
        if (article_.stated_date) add_stated(*article_.stated_date, DateRole::published);
        if (article_.modified_date) add_stated(*article_.modified_date, DateRole::modified);
        if (page_.markup) {
            for (const MetaFact& fact : page_.markup->facts) {
                if (out_.size() < facts_read) add(fact);
            }
        }
        return std::move(out_);
    }

  private:
    // What the article room tied to this article; the facts of the main one are read again below.
    void add_stated(const DatedBy& date, DateRole role) {
        if (main_ && page_.markup) return;
        DateEvidence out;
        out.date = date;
        out.date.basis = "metadata";
        if (date.confidence >= 1) out.date.confidence = 0.93;
        out.kind = DateKind::metadata;
        out.role = role;
        out.only_day = parse_iso_day(date.value).has_value();
        out_.push_back({std::move(out), {}});
    }

    bool is_near(const MetaFact& fact) const {
        if (!place_.known || !fact.block) return !fact.block;
        return *fact.block + blocks_above >= place_.first && *fact.block <= place_.end + blocks_below;
    }

    void add(const MetaFact& fact) {
        const bool dates = fact.field == MetaField::published || fact.field == MetaField::modified ||
                           fact.field == MetaField::time;
        if (!dates || (!main_ && (!fact.block || !is_near(fact)))) return;
        if (fact.field == MetaField::time && !is_near(fact)) return;
        StatedFact out;
        DateEvidence& evidence = out.evidence;
        evidence.kind = DateKind::metadata;
        evidence.role = fact.field == MetaField::modified    ? DateRole::modified
                        : fact.field == MetaField::published ? DateRole::published
                                                             : DateRole::stated;
        evidence.date.basis = "metadata";
        evidence.date.why = "the metadata of the page state it: " + name_of(fact);
        evidence.date.confidence = weight_of(fact) * (is_near(fact) ? 1 : far_block);
        evidence.date.bytes = fact.bytes;
        if (is_later_of_kind(fact)) evidence.date.confidence *= later_of_kind;
        if (const auto read = article::read_metadata_date(fact.value)) {
            evidence.only_day = !read->month_only;
            evidence.date.value = read->month_only ? iso_day(read->day).substr(0, 7) : iso_day(read->day);
            evidence.date.moment = read->moment;
            if (read->other) evidence.other_readings.push_back(iso_day(*read->other));
        } else if (fact.value.size() <= words_bytes) {
            out.unread = fact.value;
        } else {
            return;
        }
        out_.push_back(std::move(out));
    }

    // The first JSON-LD article of a page is its subject; one of the same name behind it belongs to a list.
    bool is_later_of_kind(const MetaFact& fact) {
        if (fact.source != MetaSource::json_ld) return false;
        const std::string key = fact.name;
        if (std::find(names_.begin(), names_.end(), key) != names_.end()) return true;
        names_.push_back(key);
        return false;
    }

    const Page& page_;
    const Article& article_;
    bool main_;
    Place place_;
    std::vector<std::string> names_;
    std::vector<StatedFact> out_;
};

}  // namespace

std::vector<StatedFact> facts_of(const Page& page, const Article& article, bool main) {
    return FactReader(page, article, main).run();
}

}  // namespace isnad::engine
