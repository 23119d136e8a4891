#include "source/html_open_tags.h"

#include "base/hash.h"
#include "base/limits.h"

namespace isnad::source::html {
namespace {

constexpr std::size_t nowhere = std::string_view::npos;

std::uint64_t hash_of(std::string_view name) { return hash_bytes(name); }

}  // namespace

std::size_t OpenTags::find(std::uint64_t name, bool beyond_barriers) const {
    for (std::size_t i = stack_.size(); i-- > 0;) {
        if (stack_[i].name == name) return i;
        if (!beyond_barriers && (stack_[i].bits & trait::barrier) != 0) return nowhere;
    }
    return nowhere;
}

bool OpenTags::is_between_cells() const {
    static const std::uint64_t table = hash_of("table");
    if (stack_.empty()) return false;
    const Open& top = stack_.back();
    return top.name == table || ((top.bits & trait::table_part) != 0 && (top.bits & trait::barrier) == 0);
}

void OpenTags::count(const Open& open, int by) {
    static const std::uint64_t table = hash_of("table"), select = hash_of("select"), form = hash_of("form"),
                               p = hash_of("p"), a = hash_of("a");
    const auto step = static_cast<std::size_t>(by);
    if (open.name == table) tables_ += step;
    if (open.name == select) selects_ += step;
    if (open.name == form) forms_ += step;
    if (open.name == p) paragraphs_ += step;
    if (open.name == a) links_ += step;
}

void OpenTags::cut(std::size_t size) {
    for (; stack_.size() > size; stack_.pop_back()) count(stack_.back(), -1);
}

void OpenTags::erase(std::size_t at) {
    count(stack_[at], -1);
    stack_.erase(stack_.begin() + static_cast<std::ptrdiff_t>(at));
}

// Start tags that make no element where they stand (13.2.6): a second <body>, a row outside of a table, a
// form in a form, anything but options in a <select>.
bool OpenTags::is_ignored(const std::string& name, std::uint64_t hash, const Traits& traits) {
    static const std::uint64_t html = hash_of("html"), head = hash_of("head"), body = hash_of("body"),
                               form = hash_of("form"), col = hash_of("col"), colgroup = hash_of("colgroup");
    if (hash == html || hash == head || hash == body) {
        bool& met = hash == html ? html_ : hash == head ? head_ : body_;
        const bool again = met || (hash != body && body_) || (hash == html && head_);
        met = true;
        return again;
    }
    if ((traits.is(trait::table_part) || hash == col || hash == colgroup) && tables_ == 0) return true;
    if (hash == form && forms_ > 0) return true;
    return selects_ > 0 && name != "option" && name != "optgroup" && name != "select" && name != "input";
}

// <li> ends an open <li>, <dt> and <dd> each other, across what is no special element.
void OpenTags::close_item(std::uint64_t hash, std::uint64_t other) {
    static const std::uint64_t p = hash_of("p"), div = hash_of("div"), address = hash_of("address");
    for (std::size_t i = stack_.size(); i-- > 0;) {
        const Open& open = stack_[i];
        if (open.name == hash || open.name == other) return cut(i);
        const bool passed = open.name == p || open.name == div || open.name == address;
        if ((open.bits & (trait::special | trait::barrier)) != 0 && !passed) return;
    }
}

// A cell ends the open cell, a row the open row, a section the open section of the nearest table.
void OpenTags::close_table_parts(const std::string& name) {
    static const std::uint64_t table = hash_of("table"), tr = hash_of("tr"), select = hash_of("select");
    std::size_t row = nowhere, at = stack_.size();
    for (; at-- > 0;) {
        if (stack_[at].name == table) break;
        if (stack_[at].name == select) return;
        if (stack_[at].name == tr) row = at;
    }
    if (at == nowhere) return;  // no table: the parser ignores the tag
    const bool cell = name == "td" || name == "th";
    if (cell && row != nowhere) return cut(row + 1);
    if (name == "tr" || cell) {
        static const std::uint64_t body = hash_of("tbody"), head = hash_of("thead"), foot = hash_of("tfoot");
        const bool section =
            at + 1 < stack_.size() &&
            (stack_[at + 1].name == body || stack_[at + 1].name == head || stack_[at + 1].name == foot);
        return cut(at + (section ? 2 : 1));
    }
    cut(at + 1);
}

void OpenTags::make_room(const std::string& name, std::uint64_t hash, const Traits& traits) {
    static const std::uint64_t p = hash_of("p"), a = hash_of("a"), option = hash_of("option"),
                               dt = hash_of("dt"), dd = hash_of("dd"), button = hash_of("button");
    if (traits.is(trait::table_part)) return close_table_parts(name);
    if (name == "li") close_item(hash, hash);
    if (name == "dt" || name == "dd") close_item(dt, dd);
    if (paragraphs_ > 0 && traits.is(trait::closes_p)) {
        const std::size_t open = find(p, false);
        const std::size_t inner = find(button, false);
        if (open != nowhere && (inner == nowhere || inner < open)) cut(open);
    }
    if (name == "option" && !stack_.empty() && stack_.back().name == option) cut(stack_.size() - 1);
    if (links_ > 0 && name == "a") {
        const std::size_t open = find(a, false);
        if (open != nowhere) erase(open);
    }
}

Verdict OpenTags::open(const std::string& name, const Traits& traits) {
    const std::uint64_t hash = hash_of(name);
    if (is_ignored(name, hash, traits)) return Verdict::ignored;
    if (traits.is(trait::is_void)) return Verdict::pass;
    if (selects_ > 0 && name == "select") {  // ends the open one
        cut(find(hash, true));
        return Verdict::pass;
    }
    make_room(name, hash, traits);
    const bool formatting = traits.is(trait::formatting);
    if (stack_.size() >= limits::html_depth || (formatting && formatting_ >= limits::html_formatting)) {
        ++dropped_[hash];
        anything_dropped_ = true;
        return Verdict::too_many;
    }
    formatting_ += formatting;
    stack_.push_back({hash, traits.bits});
    count(stack_.back(), 1);
    return Verdict::pass;
}

Verdict OpenTags::close(const std::string& name) {
    const std::uint64_t hash = hash_of(name);
    if (anything_dropped_) {
        const auto dropped = dropped_.find(hash);
        if (dropped != dropped_.end() && dropped->second > 0) {
            --dropped->second;
            return Verdict::ignored;
        }
    }
    const Traits traits = traits_of(name);
    const std::size_t at = find(hash, traits.is(trait::barrier) || traits.is(trait::table_part));
    if (traits.is(trait::formatting)) {
        const bool counts = formatting_ > 0 && (at != nowhere || tables_ == 0);
        if (counts) --formatting_;
        if (at != nowhere) erase(at);
        return counts || at != nowhere ? Verdict::pass : Verdict::ignored;
    }
    if (at == nowhere) return name == "br" ? Verdict::pass : Verdict::ignored;
    name == "a" ? erase(at) : cut(at);
    return Verdict::pass;
}

}  // namespace isnad::source::html
