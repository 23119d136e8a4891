// Claims: checkable propositions, with every account of them and how the accounts relate.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/statement.h"
#include "model/story.h"

namespace isnad {

enum class ClaimKind : std::uint8_t { number, date, place, actor, statement, event };

// A conflict only where event, property, unit, population and time all match.
enum class Relation : std::uint8_t {
    agreement,
    conflict,
    update,          // differs because time passed
    denial,          // one account asserts what another denies
    narrower,        // one account is part of the other
    not_comparable,  // alike on the face of it; `why` says what differs
    single
};

// The first hand that an account can be traced to: a speaker, else an agency, else the outlet or the family
// of copies that the document belongs to. Ten outlets that carry one agency are one origin.
struct Origin {
    enum class Kind : std::uint8_t { speaker, unnamed, carrier, outlet, document };
    std::string key;  // equal for equal origins
    Kind kind = Kind::document;
    std::optional<std::uint32_t> entity{};  // of the collection
    std::optional<WordsOf> words{};         // the words that name it
};

struct Interval {
    double low = 0, high = 0;  // infinity for an open end
};

// One source's version of a claim.
struct Account {
    WordsOf at;                                // the words that carry the claim
    std::string value;                         // normalised: "14", "11000/14000", "2024-06-18", an entity id
    std::optional<Interval> interval{};        // of a number
    bool vague = false;                        // "thousands": a convention, not a figure
    std::optional<Agent> speaker{};            // of its document
    std::vector<ChainLink> chain{};            // of its document, the speaker left out
    std::optional<std::uint32_t> statement{};  // the statement of its document that holds it
    std::uint32_t origin = 0;                  // index into Claims::origins
    std::optional<std::string> as_of{};        // EDTF: the time that the account speaks of
};

// What a claim is about. Texts are for people; entities are of the collection.
struct About {
    std::string subject;
    std::string property;
    std::string unit;
    std::string population;
    std::string time;
    std::vector<std::uint32_t> entities{};
};

struct Claim {
    std::string id;           // "c-" and 16 hexadecimal digits, from its founding account
    std::uint32_t story = 0;  // index of its story
    ClaimKind kind = ClaimKind::event;
    About about;
    Relation relation = Relation::single;
    std::vector<Account> accounts;  // in order of document and place
    std::size_t origins = 0;        // distinct origins of the accounts
    std::size_t outlets = 0;        // distinct outlets
    std::string_view rule;          // the rule that related the accounts, in static storage
    std::string why;                // one sentence for people: what matched, or what keeps them apart
};

enum class TimelineStatus : std::uint8_t { happened, planned, denied, disputed };

struct TimelineEntry {
    std::uint32_t story = 0;
    std::string date;  // EDTF
    WordsOf at;        // the words that tell it
    TimelineStatus status = TimelineStatus::happened;
    bool background = false;  // before the story's first document: told as history
    std::size_t origins = 0;
    std::vector<DocumentIndex> documents;
};

struct Claims {
    std::vector<Origin> origins;
    std::vector<Claim> claims;            // by story, then relation, then place
    std::vector<TimelineEntry> timeline;  // by story, then date
};

}  // namespace isnad
