// The first hand of an account: whom a reader would have to call to check it. Ten outlets that carry one
// agency are one origin, and so are ten reports of one speaker's words.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "claims/knowledge.h"
#include "model/dossier.h"

namespace isnad::claims {

class Origins {
  public:
    Origins(const Dossier& dossier, const Knowledge& knowledge);

    // Fills speaker, chain and origin of an account from its statement and its document. The origin is, in
    // this order: the named speaker; who carries the statement; a speaker without a name, as one of the
    // family of copies that quotes him; the agency that the page credits; the family of copies; the outlet;
    // the document. The page's own source line and outlet end the chain.
    void trace(Account& account);

    // Distinct origins, and distinct outlets, of accounts that are traced.
    std::size_t count(const std::vector<Account>& accounts) const;
    std::size_t count_outlets(const std::vector<Account>& accounts) const;

    std::vector<Origin> take() { return std::move(origins_); }

  private:
    // What every account of a document falls back to.
    struct Home {
        Origin origin;
        std::string outlet;  // key of the outlet; empty when neither page nor address names one
    };

    Home home_of(DocumentIndex document) const;
    std::optional<std::string> credited_agency(DocumentIndex document, Origin& origin) const;
    std::optional<Origin> by_statement(const Account& account) const;
    Origin of_entities(const std::vector<std::uint32_t>& entities, Origin::Kind kind) const;
    void end_chain(Account& account) const;
    std::uint32_t index_of(const Origin& origin);

    const Dossier& dossier_;
    const Knowledge& knowledge_;
    std::vector<std::uint32_t> family_of_;  // [document], from 1; 0 for none
    std::vector<Home> homes_;
    std::vector<Origin> origins_;
    std::map<std::string, std::uint32_t> known_;
};

}  // namespace isnad::claims
