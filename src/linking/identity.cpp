#include "linking/identity.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "linking/groups.h"
#include "linking/same_name.h"

namespace isnad::linking {
namespace {

constexpr std::size_t compared_spellings = 8;  // of one thing
constexpr std::size_t reach = 50;              // neighbours in a bucket that a spelling is compared with
constexpr std::size_t rare_letters = 8;        // bytes of a short name that stands for a fuller one

// One spelling of one thing.
struct Spelling {
    std::uint32_t thing = 0;
    std::string normal;
    NameForm form;
};

using Bucket = std::pair<std::string, std::uint32_t>;  // a key and a spelling that has it

char letter_of(NameType type) { return static_cast<char>('a' + static_cast<int>(type)); }

// The key of a name that may be the short form of a fuller one; empty when it is too short or too common for
// that: two parts of a person, one rare part of a body.
std::string short_key(const NameForm& form, NameType type) {
    if (type == NameType::person && form.parts.size() == 2)
        return letter_of(type) + form.parts[0].sound + ' ' + form.parts[1].sound;
    const bool body = type == NameType::organisation || type == NameType::facility;
    if (body && form.parts.size() == 1 && !form.parts[0].counted && form.glued.size() >= rare_letters)
        return letter_of(type) + form.parts[0].sound;
    return {};
}

// The short keys that a fuller name answers to: first and second part, first and last; the first of a body.
std::vector<std::string> fuller_keys(const NameForm& form, NameType type) {
    std::vector<std::string> keys;
    if (type == NameType::person && form.parts.size() >= 3) {
        const std::string first = letter_of(type) + form.parts[0].sound + ' ';
        keys = {first + form.parts[1].sound, first + form.parts.back().sound};
        if (keys[0] == keys[1]) keys.pop_back();
    } else if (type != NameType::person && form.parts.size() >= 2) {
        keys = {letter_of(type) + form.parts[0].sound};
    }
    return keys;
}

class Finder {
  public:
    Finder(const std::vector<Named>& things, const Knowledge& know)
        : things_(things), same_(know.costs), groups_(things) {
        for (std::uint32_t t = 0; t < things.size(); ++t) {
            const auto& normals = things[t].normals;
            for (std::size_t i = 0; i < std::min(normals.size(), compared_spellings); ++i)
                spellings_.push_back({t, normals[i], know.forms.read(normals[i], things[t].type)});
        }
    }

    std::vector<std::uint32_t> run() {
        for (const Spelling& spelling : spellings_) {
            const std::string& country = thing_at(spelling).country;
            if (spelling.form.common && !country.empty()) countries_of_[spelling.form.glued].insert(country);
        }
        for (const Spelling& spelling : spellings_) {
            const std::uint8_t spheres = thing_at(spelling).spheres;
            if (spelling.form.frail && spheres != 0) spheres_of_[spelling.form.glued].insert(spheres);
        }
        join_rows();
        join_equal();
        join_glued();
        join_spellings();
        join_short_forms();
        std::vector<std::uint32_t> out;
        for (std::uint32_t t = 0; t < things_.size(); ++t) out.push_back(groups_.root(t));
        return out;
    }

  private:
    const Named& thing_at(const Spelling& spelling) const { return things_[spelling.thing]; }
    const Named& thing_of(std::uint32_t spelling) const { return things_[spellings_[spelling].thing]; }

    bool meet_in_document(const Named& a, const Named& b) const {
        return std::any_of(a.documents.begin(), a.documents.end(), [&](std::uint32_t document) {
            return std::binary_search(b.documents.begin(), b.documents.end(), document);
        });
    }

    // Whether names of one form may be of one thing.
    bool may_join(const Spelling& x, const Spelling& y) const {
        const Named &a = things_[x.thing], &b = things_[y.thing];
        const bool one_part = x.form.parts.size() < 2 || y.form.parts.size() < 2;
        if (a.type != b.type) {
            if (one_part) return false;
        } else if (a.type == NameType::person && one_part && !meet_in_document(a, b)) {
            return a.known && b.known;
        }
        if (x.form.frail && y.form.frail && !(a.known && b.known) && !meet_in_document(a, b) &&
            (a.spheres & b.spheres) == 0 && in_two_spheres(x))
            return false;
        if (a.type == NameType::organisation && x.form.common && y.form.common && a.country != b.country)
            return (a.country.empty() || b.country.empty()) && in_one_country(x) && in_one_country(y);
        return true;
    }

    // Whether bearers of this name have titles of two walks of life.
    bool in_two_spheres(const Spelling& spelling) const {
        const auto at = spheres_of_.find(spelling.form.glued);
        return at != spheres_of_.end() && at->second.size() > 1;
    }

    // Whether all things of this form whose country is known are of one country.
    bool in_one_country(const Spelling& spelling) const {
        const auto at = countries_of_.find(spelling.form.glued);
        return at == countries_of_.end() || at->second.size() < 2;
    }

    void join_rows() {
        std::map<std::pair<std::string, std::string>, std::uint32_t> first;
        for (std::uint32_t t = 0; t < things_.size(); ++t) {
            if (!things_[t].known) continue;
            const auto [at, added] = first.try_emplace({things_[t].known->table, things_[t].known->row}, t);
            if (!added) groups_.join(at->second, t);
        }
    }

    void join_equal() {
        std::vector<Bucket> buckets;
        for (std::uint32_t s = 0; s < spellings_.size(); ++s) buckets.emplace_back(spellings_[s].normal, s);
        join_buckets(std::move(buckets), [](const Spelling&, const Spelling&) { return true; });
    }

    void join_glued() {
        std::vector<Bucket> buckets;
        for (std::uint32_t s = 0; s < spellings_.size(); ++s) {
            const std::string type(1, letter_of(thing_of(s).type));
            const NameForm& form = spellings_[s].form;
            buckets.emplace_back(type + form.glued, s);
            if (form.unspaced != form.glued) buckets.emplace_back(type + form.unspaced, s);
            if (form.core != form.glued) buckets.emplace_back(type + form.core, s);
        }
        join_buckets(std::move(buckets), [](const Spelling&, const Spelling&) { return true; });
    }

    // Names of several parts whose parts are spelled alike. A pair has all sounds but one in common, or the
    // sound of the whole.
    void join_spellings() {
        std::vector<Bucket> buckets;
        for (std::uint32_t s = 0; s < spellings_.size(); ++s) {
            const std::string type(1, letter_of(thing_of(s).type));
            const auto& parts = spellings_[s].form.parts;
            if (parts.size() < 2 && thing_of(s).type == NameType::person) continue;
            const NameForm& form = spellings_[s].form;
            buckets.emplace_back(type + sound_of(form.glued), s);
            if (form.core != form.glued && !form.rare_core.empty())
                buckets.emplace_back(type + sound_of(form.core), s);
            for (std::size_t out = 0; parts.size() > 1 && out < parts.size(); ++out) {
                std::string key = type + std::to_string(parts.size()) + std::to_string(out);
                for (std::size_t i = 0; i < parts.size(); ++i) key += i == out ? "_" : parts[i].sound + " ";
                buckets.emplace_back(std::move(key), s);
            }
        }
        join_buckets(std::move(buckets), [&](const Spelling& x, const Spelling& y) {
            return same_.alike(x.form, y.form, thing_at(x).type == NameType::person);
        });
    }

    // A shorter form joins the one group of fuller names that it may stand for. All are judged before any
    // joins.
    void join_short_forms() {
        std::map<std::string, std::vector<std::uint32_t>> fuller;
        for (std::uint32_t s = 0; s < spellings_.size(); ++s) {
            for (std::string& key : fuller_keys(spellings_[s].form, thing_of(s).type))
                fuller[std::move(key)].push_back(s);
        }
        std::vector<std::pair<std::uint32_t, std::uint32_t>> joins;
        for (std::uint32_t s = 0; s < spellings_.size(); ++s) {
            const auto at = fuller.find(short_key(spellings_[s].form, thing_of(s).type));
            if (at == fuller.end()) continue;
            if (const auto whole = only_fuller(s, at->second)) joins.emplace_back(s, *whole);
        }
        const auto rank = [&](const auto& join) {
            return std::tie(spellings_[join.first].normal, join.first);
        };
        std::sort(joins.begin(), joins.end(),
                  [&](const auto& x, const auto& y) { return rank(x) < rank(y); });
        for (const auto& [part, whole] : joins) groups_.join(spellings_[part].thing, spellings_[whole].thing);
    }

    // The group of fuller names of which a spelling is a short form, by one of its spellings; none when there
    // are two.
    std::optional<std::uint32_t> only_fuller(std::uint32_t spelling,
                                             const std::vector<std::uint32_t>& among) {
        std::optional<std::uint32_t> found;
        const Spelling& part = spellings_[spelling];
        for (const std::uint32_t other : among) {
            const Spelling& whole = spellings_[other];
            if (whole.form.parts.size() <= part.form.parts.size() || !may_join(part, whole)) continue;
            if (!same_.is_short_form(part.form, whole.form, thing_at(part).type == NameType::person))
                continue;
            if (found && groups_.root(spellings_[*found].thing) != groups_.root(whole.thing)) return {};
            found = other;
        }
        return found;
    }

    // Joins those neighbours of each bucket that `same` takes for one. Spellings are compared in order of
    // their letters, so that the result does not hang on the order of input.
    template <class Same>
    void join_buckets(std::vector<Bucket> buckets, const Same& same) {
        const auto rank = [&](const Bucket& bucket) {
            const Named& thing = thing_of(bucket.second);
            return std::tie(bucket.first, spellings_[bucket.second].form.glued, thing.country);
        };
        std::stable_sort(buckets.begin(), buckets.end(),
                         [&](const Bucket& x, const Bucket& y) { return rank(x) < rank(y); });
        for (std::size_t i = 0; i < buckets.size(); ++i) {
            for (std::size_t j = i + 1; j < buckets.size() && j <= i + reach; ++j) {
                if (buckets[j].first != buckets[i].first) break;
                const Spelling &x = spellings_[buckets[i].second], &y = spellings_[buckets[j].second];
                if (groups_.root(x.thing) == groups_.root(y.thing) || !may_join(x, y)) continue;
                if (same(x, y)) groups_.join(x.thing, y.thing);
            }
        }
    }

    const std::vector<Named>& things_;
    std::vector<Spelling> spellings_;
    std::map<std::string, std::set<std::uint8_t>> spheres_of_;   // of frail names
    std::map<std::string, std::set<std::string>> countries_of_;  // of names that every country has
    SameName same_;
    Groups groups_;
};

}  // namespace

std::vector<std::uint32_t> find_identity(const std::vector<Named>& things, const Knowledge& know) {
    return Finder(things, know).run();
}

}  // namespace isnad::linking
