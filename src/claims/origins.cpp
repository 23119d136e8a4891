#include "claims/origins.h"

#include <algorithm>
#include <set>

#include "text/normalise.h"

namespace isnad::claims {
namespace {

std::string key_of(const std::vector<std::uint32_t>& entities) {
    std::string key = "entity";
    for (const std::uint32_t entity : entities) key += ":" + std::to_string(entity);
    return key;
}

// The host of an address without "www.", or nothing.
std::string host_of(std::string_view address) {
    const std::size_t scheme = address.find("://");
    if (scheme == std::string_view::npos) return {};
    address.remove_prefix(scheme + 3);
    address = address.substr(0, address.find_first_of("/?#:"));
    if (address.starts_with("www.")) address.remove_prefix(4);
    return std::string(address);
}

}  // namespace

Origins::Origins(const Dossier& dossier, const Knowledge& knowledge)
    : dossier_(dossier), knowledge_(knowledge) {
    family_of_.resize(dossier.collection.documents.size());
    for (std::uint32_t f = 0; f < dossier.copies.families.size(); ++f) {
        for (const DocumentIndex document : dossier.copies.families[f].documents)
            family_of_[document] = f + 1;
    }
    for (DocumentIndex document = 0; document < family_of_.size(); ++document)
        homes_.push_back(home_of(document));
}

// The agency of the source line, else one that the first lines name ("Tunis, 11 March (TAP) - ...").
std::optional<std::string> Origins::credited_agency(DocumentIndex document, Origin& origin) const {
    const Analysis& analysis = dossier_.collection.analysis(document);
    const Document& text = *analysis.document;
    for (const auto& span : {text.article().credit, text.article().outlet}) {
        if (!span) continue;
        if (auto agency = knowledge_.agency(text.text(*span))) {
            origin.words = WordsOf{document, *span};
            return agency;
        }
    }
    constexpr std::uint32_t dateline_bytes = 160;
    for (const Block& block : text.blocks()) {
        if (block.kind != BlockKind::paragraph) continue;
        const Span head{block.span.begin, std::min(block.span.end, block.span.begin + dateline_bytes)};
        for (const Name& name : analysis.names.starting_in(head)) {
            const bool bracketed = name.span.begin > 0 && text.page().text[name.span.begin - 1] == '(';
            if (!bracketed || !name.known || name.known->table != "agencies") continue;
            origin.words = WordsOf{document, name.span};
            return name.known->row;
        }
        break;
    }
    return std::nullopt;
}

Origins::Home Origins::home_of(DocumentIndex document) const {
    const Document& text = *dossier_.collection.analysis(document).document;
    Home home;
    const auto& outlet = text.article().outlet;
    const bool named = !text.outlet().empty();
    const std::string host = host_of(text.page().address);
    home.outlet = named           ? "outlet:" + search_form(text.outlet())
                  : !host.empty() ? "host:" + host
                                  : std::string();
    if (const auto agency = credited_agency(document, home.origin)) {
        home.origin.key = "agency:" + *agency;
        home.origin.kind = Origin::Kind::carrier;
    } else if (family_of_[document] != 0) {
        const CopyFamily& family = dossier_.copies.families[family_of_[document] - 1];
        Origin first;
        if (const auto source = credited_agency(family.first, first)) {
            home.origin = first;
            home.origin.key = "agency:" + *source;
            home.origin.kind = Origin::Kind::carrier;
        } else {
            home.origin.key = "family:" + std::to_string(family_of_[document]);
            home.origin.kind = Origin::Kind::document;
        }
    } else {
        home.origin.key = home.outlet.empty() ? "document:" + text.id().text : home.outlet;
        home.origin.kind = home.outlet.empty() ? Origin::Kind::document : Origin::Kind::outlet;
        if (outlet) home.origin.words = WordsOf{document, *outlet};
    }
    return home;
}

Origin Origins::of_entities(const std::vector<std::uint32_t>& entities, Origin::Kind kind) const {
    Origin origin;
    origin.kind = kind;
    origin.entity = entities.front();
    const auto& known = dossier_.collection.entities[entities.front()].known;
    origin.key = entities.size() == 1 && known && known->table == "agencies" ? "agency:" + known->row
                                                                             : key_of(entities);
    return origin;
}

std::optional<Origin> Origins::by_statement(const Account& account) const {
    if (!account.statement) return std::nullopt;
    const DocumentIndex document = account.at.document;
    const Collection& collection = dossier_.collection;
    const Statement& statement = collection.analysis(document).statements[*account.statement];
    if (statement.speaker) {
        const auto entities = collection.entities_of(document, *statement.speaker);
        if (!entities.empty()) {
            Origin origin = of_entities(entities, Origin::Kind::speaker);
            if (statement.speaker->span) origin.words = WordsOf{document, *statement.speaker->span};
            return origin;
        }
    }
    for (const ChainLink& link : statement.chain) {
        const auto entities = collection.entities_of(document, Agent{.span = {}, .names = link.names});
        if (entities.empty()) continue;
        Origin origin = of_entities(entities, Origin::Kind::carrier);
        if (link.span) origin.words = WordsOf{document, *link.span};
        return origin;
    }
    if (!statement.speaker || !statement.speaker->span) return std::nullopt;
    const std::string_view words = collection.page(document).page->slice(*statement.speaker->span);
    Origin origin;
    origin.kind = Origin::Kind::unnamed;
    origin.words = WordsOf{document, *statement.speaker->span};
    origin.key = "unnamed:" + homes_[document].origin.key + ":" + search_form(words);
    return origin;
}

// The page's own source line and outlet carry whatever it says.
void Origins::end_chain(Account& account) const {
    const Analysis& analysis = dossier_.collection.analysis(account.at.document);
    const Article& article = analysis.document->article();
    const auto named_in = [&](Span span) {
        std::vector<std::uint32_t> names;
        for (const Name& name : analysis.names.starting_in(span))
            names.push_back(static_cast<std::uint32_t>(&name - analysis.names.all().data()));
        return names;
    };
    const bool same = article.credit && article.outlet && *article.credit == *article.outlet;
    if (article.credit && !same)
        account.chain.push_back({knowledge_.agency(analysis.document->text(*article.credit))
                                     ? LinkKind::agency
                                     : LinkKind::outlet,
                                 *article.credit,
                                 named_in(*article.credit),
                                 {"claims.chain.credit", 1.0F, {*article.credit}}});
    if (article.outlet)
        account.chain.push_back({LinkKind::outlet,
                                 *article.outlet,
                                 named_in(*article.outlet),
                                 {"claims.chain.outlet", 1.0F, {*article.outlet}}});
}

std::uint32_t Origins::index_of(const Origin& origin) {
    const auto [found, added] = known_.emplace(origin.key, static_cast<std::uint32_t>(origins_.size()));
    if (added) origins_.push_back(origin);
    return found->second;
}

void Origins::trace(Account& account) {
    const Analysis& analysis = dossier_.collection.analysis(account.at.document);
    if (account.statement) {
        const Statement& statement = analysis.statements[*account.statement];
        account.speaker = statement.speaker;
        account.chain = statement.chain;
    }
    end_chain(account);
    const auto origin = by_statement(account);
    account.origin = index_of(origin ? *origin : homes_[account.at.document].origin);
}

std::size_t Origins::count(const std::vector<Account>& accounts) const {
    std::set<std::uint32_t> seen;
    for (const Account& account : accounts) seen.insert(account.origin);
    return seen.size();
}

std::size_t Origins::count_outlets(const std::vector<Account>& accounts) const {
    std::set<std::string_view> seen;
    for (const Account& account : accounts) seen.insert(homes_[account.at.document].outlet);
    seen.erase("");
    return seen.size();
}

}  // namespace isnad::claims
