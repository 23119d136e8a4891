#include "claims/story_view.h"

#include <algorithm>

namespace isnad::claims {

StoryView::StoryView(const Dossier& from, std::uint32_t index, const Knowledge& know, const Contents& of,
                     const Affiliations& acting)
    : dossier(from), story(index), knowledge(know), contents(of), affiliations(acting) {
    for (const DocumentIndex document : documents())
        roles_.emplace(document, know.deeds().roles(analysis(document).words));
    episode_of_.resize(from.collection.documents.size());
    copy_of_.resize(from.collection.documents.size());
    for (std::uint32_t i = 0; i < copy_of_.size(); ++i) copy_of_[i] = i;
    const std::vector<Episode>& episodes = from.stories[index].episodes;
    for (std::uint32_t e = 0; e < episodes.size(); ++e) {
        for (const DocumentIndex document : episodes[e].documents) episode_of_[document] = e;
    }
    for (const CopyPair& pair : from.copies.pairs) {
        if (pair.kind == CopyKind::reworked) continue;
        const std::uint32_t to = std::min(copy_of_[pair.from], copy_of_[pair.to]);
        const std::uint32_t old = std::max(copy_of_[pair.from], copy_of_[pair.to]);
        std::replace(copy_of_.begin(), copy_of_.end(), old, to);
    }
}

std::optional<DayRange> StoryView::days(DocumentIndex document) const {
    const DatedBy* date = dossier.reference_date(document);
    return date == nullptr ? std::nullopt : day_range(date->value);
}

std::uint32_t StoryView::episode(DocumentIndex document) const { return episode_of_[document]; }

bool StoryView::copies(DocumentIndex a, DocumentIndex b) const { return copy_of_[a] == copy_of_[b]; }

std::optional<std::uint32_t> StoryView::statement_at(DocumentIndex document, Span span) const {
    const Layer<Statement>& statements = analysis(document).statements;
    std::optional<std::uint32_t> best;
    for (std::uint32_t i = 0; i < statements.size(); ++i) {
        const Span here = statements[i].span;
        if (here.begin > span.begin) break;
        if (here.contains(span) && (!best || here.size() <= statements[*best].span.size())) best = i;
    }
    return best;
}

std::vector<std::uint32_t> StoryView::entities_in(DocumentIndex document, Span span) const {
    std::vector<std::uint32_t> out;
    const Layer<Name>& names = analysis(document).names;
    for (const Name& name : names.starting_in(span)) {
        const auto index = static_cast<std::size_t>(&name - names.all().data());
        out.push_back(dossier.collection.entity_of[document][index]);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

BlockKind StoryView::block_kind(DocumentIndex document, Span span) const {
    for (const Block& block : analysis(document).document->blocks()) {
        if (block.span.begin <= span.begin && span.begin < block.span.end) return block.kind;
    }
    return BlockKind::paragraph;
}

}  // namespace isnad::claims
