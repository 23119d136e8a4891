#include "views/page_claims.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "views/page_calendar.h"
#include "views/page_chain.h"
#include "views/page_numbers.h"
#include "views/words_of_types.h"

namespace isnad::views {
namespace {

constexpr std::size_t agreed_shown = 12, single_shown = 12, more_shown = 60, accounts_shown = 12;

const Entity* entity_by_id(const Collection& collection, std::string_view id) {
    const auto known = std::find_if(collection.entities.begin(), collection.entities.end(),
                                    [&](const Entity& entity) { return entity.id == id; });
    return known == collection.entities.end() ? nullptr : &*known;
}

Wording both(std::string_view text) { return {std::string(text), std::string(text)}; }
Wording both(const Label& label) { return {std::string(label.ar), std::string(label.en)}; }

class ClaimCard {
  public:
    ClaimCard(Sheet& sheet, const Claim& claim) : sheet_(sheet), out_(sheet.out), claim_(claim) {}

    // Kind and subject, counts of origins and outlets.
    void write_head(std::string_view tag) {
        out_.open(tag, {{"class", "about"}}).open("span", {{"class", "kind"}});
        sheet_.label("claim." + std::string(word(claim_.kind)));
        out_.close();
        write_about();
        out_.close();
    }

    void write_counts() {
        out_.open("p", {{"class", "counts"}});
        sheet_.count("origins", claim_.origins);
        if (claim_.outlets > 0) {
            out_.text(" \u00B7 ");
            sheet_.count("outlets", claim_.outlets);
        }
        out_.close();
    }

    // What the accounts agree on.
    void write_value() { write_value(claim_.accounts.front()); }

    void write_dots() {
        out_.open("span", {{"class", "dots"}});
        std::vector<std::pair<std::uint32_t, std::size_t>> times;
        for (const Account& account : claim_.accounts) {
            const auto known = std::find_if(times.begin(), times.end(),
                                            [&](const auto& seen) { return seen.first == account.origin; });
            known == times.end() ? void(times.emplace_back(account.origin, 1)) : void(++known->second);
        }
        for (const auto& [origin, count] : times) sheet_.origin_dot(origin, count);
        out_.close();
    }

    void write_accounts() {
        const std::vector<AccountGroup> groups = groups_of(claim_);
        out_.open("ul", {{"class", "accounts"}});
        for (std::size_t i = 0; i < std::min(groups.size(), accounts_shown); ++i) write_account(groups[i]);
        out_.close();
        if (groups.size() <= accounts_shown) return;
        out_.open("details").open("summary");
        sheet_.count("more_accounts", groups.size() - accounts_shown);
        out_.close().open("ul", {{"class", "accounts"}});
        for (std::size_t i = accounts_shown; i < groups.size(); ++i) write_account(groups[i]);
        out_.close().close();
    }

    void write_why() {
        if (claim_.why.empty()) return;
        out_.open("p", {{"class", "why"}, {"title", claim_.rule}}).open("span", {{"class", "kind"}});
        sheet_.label("why");
        out_.close().text(" ");
        const std::string rule = "why." + std::string(claim_.rule);
        sheet_.wording(
            {std::string(sheet_.labels.has(rule) ? sheet_.labels[rule].ar : claim_.why), claim_.why});
        out_.close();
    }

  private:
    void write_about() {
        const Wording about = worded_about(sheet_.dossier, claim_, sheet_.labels);
        out_.open("span", {{"class", "subject"}});
        if (!about.ar.empty()) {
            sheet_.wording(about);
        } else {
            sheet_.words(claim_.accounts.front().at, "src quiet");
        }
        out_.close();
    }

    void write_account(const AccountGroup& group) {
        const Account& account = *group.first;
        out_.open("li").open("div", {{"class", "line"}});
        sheet_.origin_dot(account.origin, 1 + group.others.size());
        write_value(account);
        if (denies(sheet_.dossier, claim_, account) && account.value != "denied") write_note("value.denied");
        write_chain(sheet_, account.at,
                    chain_of(sheet_.dossier, account.at.document, account.speaker, account.chain));
        out_.close();
        sheet_.excerpt(account.at, false);
        write_others(group);
        out_.close();
    }

    void write_value(const Account& account) {
        const Wording value = worded_value(sheet_.dossier, claim_, account, sheet_.labels);
        if (value.ar.empty()) return;
        out_.open("strong", {{"class", account.vague ? "value vague" : "value"}});
        sheet_.wording(value);
        out_.close();
        if (account.vague) write_note("vague");
        if (account.as_of && claim_.kind == ClaimKind::number && *account.as_of != claim_.about.time) {
            out_.open("span", {{"class", "note"}});
            sheet_.date(*account.as_of);
            out_.close();
        }
    }

    void write_note(std::string_view label) {
        out_.open("span", {{"class", "note"}});
        sheet_.label(label);
        out_.close();
    }

    void write_others(const AccountGroup& group) {
        std::vector<WordsOf> others;
        for (const Account* other : group.others) others.push_back(other->at);
        write_also_in(sheet_, others);
    }

    Sheet& sheet_;
    Html& out_;
    const Claim& claim_;
};

void write_card(Sheet& sheet, const Claim& claim) {
    sheet.out.open("article", {{"class", "card " + std::string(word(claim.relation))}, {"id", claim.id}});
    ClaimCard card(sheet, claim);
    sheet.out.open("div", {{"class", "tag"}});
    sheet.label("relation." + std::string(word(claim.relation)));
    sheet.out.close();
    card.write_head("h3");
    card.write_counts();
    if (claim.kind == ClaimKind::number) write_number_line(sheet, claim);
    if (claim.kind == ClaimKind::date) write_calendar(sheet, claim);
    card.write_accounts();
    card.write_why();
    sheet.out.close();
}

// One line of what is agreed: what, the value, the dots, the words; the other accounts folded.
void write_line(Sheet& sheet, const Claim& claim) {
    ClaimCard card(sheet, claim);
    sheet.out.open("li", {{"class", "agreed"}, {"id", claim.id}});
    sheet.out.open("div", {{"class", "line"}});
    card.write_head("span");
    card.write_value();
    if (claim.relation != Relation::agreement) {
        sheet.out.open("span", {{"class", "note"}});
        sheet.label("relation." + std::string(word(claim.relation)));
        sheet.out.close();
    }
    card.write_dots();
    sheet.out.close();
    sheet.excerpt(claim.accounts.front().at);
    sheet.out.open("details").open("summary");
    sheet.label("open_evidence");
    sheet.out.text(" \u00B7 ");
    sheet.count("accounts", claim.accounts.size());
    sheet.out.close();
    card.write_accounts();
    card.write_why();
    sheet.out.close().close();
}

void write_single_line(Sheet& sheet, const Claim& claim) {
    ClaimCard card(sheet, claim);
    sheet.out.open("li", {{"class", "one"}, {"id", claim.id}});
    card.write_head("div");
    card.write_accounts();
    sheet.out.close();
}

// The first `shown` by `write`, some more folded, and the number of those left out.
void write_list(Sheet& sheet, const std::vector<const Claim*>& claims, std::size_t shown,
                void (*write)(Sheet&, const Claim&)) {
    const std::size_t first = std::min(shown, claims.size()),
                      last = std::min(first + more_shown, claims.size());
    sheet.out.open("ul", {{"class", "claims"}});
    for (std::size_t i = 0; i < first; ++i) write(sheet, *claims[i]);
    sheet.out.close();
    if (first == claims.size()) return;
    sheet.out.open("details", {{"class", "more"}}).open("summary");
    sheet.count("more_claims", claims.size() - first);
    sheet.out.close().open("ul", {{"class", "claims"}});
    for (std::size_t i = first; i < last; ++i) write(sheet, *claims[i]);
    sheet.out.close();
    if (last < claims.size()) {
        sheet.out.open("p", {{"class", "note"}});
        sheet.count("left_out", claims.size() - last);
        sheet.out.close();
    }
    sheet.out.close();
}

void append(Wording& out, const Wording& part) {
    if (part.ar.empty()) return;
    const std::string between = out.ar.empty() ? "" : " \u00B7 ";
    out.ar += between + part.ar;
    out.en += between + part.en;
}

// The count that a noun beside an amount agrees with: a range with its upper end, a broken number with none.
std::uint64_t grammatical_count(const Interval& interval) {
    constexpr std::uint64_t no_agreement = 100;
    if (!(interval.high >= 0 && interval.high < 1e15) || interval.high != std::floor(interval.high))
        return no_agreement;
    const auto count = static_cast<std::uint64_t>(interval.high);
    return interval.low == interval.high ? count : std::max<std::uint64_t>(count, 3);
}

// "meeting"; the lemma of "5.attack"; nothing for a bare code ("5.042").
Wording worded_subject(std::string_view subject, const Labels& labels) {
    if (const auto label = labels.subject(subject)) return both(*label);
    const std::size_t point = subject.find('.');
    if (point == std::string_view::npos || subject[0] < '0' || subject[0] > '9') return both(subject);
    subject.remove_prefix(point + 1);
    return subject.empty() || (subject[0] >= '0' && subject[0] <= '9') ? Wording{} : both(subject);
}

// What a number counts: what became of it, then who or what it is ("in shelters", "families").
Wording worded_count(const About& about, const Labels& labels) {
    Wording out;
    const bool told = about.property != "amount";
    if (!told && about.subject == about.unit) return both(labels["about.amount"]);
    append(out, worded_subject(told ? about.property : about.subject, labels));
    if (told && about.subject.find(", ") != std::string::npos)
        append(out, worded_subject(about.population, labels));
    return out;
}

}  // namespace

void write_agreed(Sheet& sheet, const StorySelection& story) {
    if (story.agreed.empty()) return;
    sheet.out.open("section", {{"class", "agreements"}});
    sheet.heading("section.agreed");
    write_list(sheet, story.agreed, agreed_shown, write_line);
    sheet.out.close();
}

void write_disputed(Sheet& sheet, const StorySelection& story) {
    if (story.disputed.empty()) return;
    constexpr std::size_t shown = 40;
    sheet.out.open("section", {{"class", "disputes"}});
    sheet.heading("section.disputed");
    for (std::size_t i = 0; i < std::min(shown, story.disputed.size()); ++i)
        write_card(sheet, *story.disputed[i]);
    if (story.disputed.size() > shown) {
        sheet.out.open("p", {{"class", "note"}});
        sheet.count("left_out", story.disputed.size() - shown);
        sheet.out.close();
    }
    sheet.out.close();
}

void write_single(Sheet& sheet, const StorySelection& story) {
    if (story.single.empty()) return;
    sheet.out.open("section", {{"class", "singles"}});
    sheet.heading("section.single");
    write_list(sheet, story.single, single_shown, write_single_line);
    sheet.out.close();
}

void write_apart(Sheet& sheet, const StorySelection& story) {
    if (story.apart.empty()) return;
    sheet.out.open("section", {{"class", "apart"}}).open("details").open("summary");
    sheet.out.open("h2");
    sheet.label("section.apart");
    sheet.out.close();
    sheet.count("claims", story.apart.size());
    sheet.out.close();
    for (std::size_t i = 0; i < std::min(more_shown, story.apart.size()); ++i)
        write_card(sheet, *story.apart[i]);
    sheet.out.close().close();
}

bool denies(const Dossier& dossier, const Claim& claim, const Account& account) {
    if (claim.relation != Relation::denial) return false;
    if (account.value == "denied") return true;
    if (!account.statement) return false;
    const Statement& statement =
        dossier.collection.analysis(account.at.document).statements[*account.statement];
    return statement.stance == Stance::denial || statement.negated;
}

Wording worded_about(const Dossier& dossier, const Claim& claim, const Labels& labels) {
    const About& about = claim.about;
    Wording out;
    if (claim.kind == ClaimKind::number) {
        append(out, worded_count(about, labels));
    } else {
        append(out, worded_subject(about.subject, labels));
        if (claim.kind == ClaimKind::statement) return out;
        constexpr std::size_t entities_shown = 4;
        for (std::size_t i = 0; i < std::min(about.entities.size(), entities_shown); ++i) {
            const Entity& known = dossier.collection.entities[about.entities[i]];
            append(out, {known.ar, known.en.empty() ? known.ar : known.en});
        }
        if (claim.kind == ClaimKind::date || claim.kind == ClaimKind::place)
            append(out, worded_subject(about.property, labels));
    }
    if (!about.time.empty()) append(out, worded_date(about.time, labels));
    return out;
}

Wording worded_value(const Dossier& dossier, const Claim& claim, const Account& account,
                     const Labels& labels) {
    if (claim.kind == ClaimKind::number && account.interval) {
        Wording out = worded_amount(*account.interval, labels);
        if (claim.about.unit.empty()) return out;
        const std::string noun = "unit." + claim.about.unit;
        if (labels.has(noun + ".other")) {
            return filled(labels.counted(noun, grammatical_count(*account.interval)), out);
        }
        const Label unit = labels.unit(claim.about.unit);
        out.ar += " " + std::string(unit.ar);
        out.en += " " + std::string(unit.en);
        return out;
    }
    const bool dated = claim.kind == ClaimKind::event && account.value != claim.about.time &&
                       !account.value.empty() && account.value[0] >= '0' && account.value[0] <= '9' &&
                       account.as_of == account.value;
    if (claim.kind == ClaimKind::date || dated) return worded_date(account.value, labels, true);
    const bool of_entity = claim.kind == ClaimKind::place || claim.kind == ClaimKind::actor;
    if (const Entity* entity = !of_entity ? nullptr : entity_by_id(dossier.collection, account.value))
        return {entity->ar, entity->en.empty() ? entity->ar : entity->en};
    const std::string label = "value." + account.value;
    return labels.has(label) ? both(labels[label]) : Wording{};
}

}  // namespace isnad::views
