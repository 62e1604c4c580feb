// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/declare.h"
#include "plugins/roads/reasons.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

namespace {

/// Numbers of the classes, in the order of overlayClasses().
enum Class : std::uint8_t { Done, Building, Left, NotEligible, HardenedAccepted, HardenedUnaccepted, NotHardened };

/// Okabe & Ito's colours; what is not done is also told apart by its marking.
std::vector<OverlayClass> overlayClasses()
{
    return {
        {u"done"_s, {u"已通硬化路"_s, u"connected"_s}, 0x009E73, Marking::Plain},
        {u"building"_s, {u"在建"_s, u"under construction"_s}, 0xE69F00, Marking::Hatched},
        {u"left"_s, {u"未通"_s, u"not connected"_s}, 0xD55E00, Marking::Crossed},
        {u"not_eligible"_s, {u"不计入"_s, u"not counted"_s}, 0x999999, Marking::Hollow},
        {u"hardened_accepted"_s, {u"硬化路，已验收"_s, u"hardened, accepted"_s}, 0x0072B2, Marking::Plain},
        {u"hardened_unaccepted"_s, {u"硬化路，未验收"_s, u"hardened, not accepted"_s}, 0x56B4E9, Marking::Dashed},
        {u"unhardened"_s, {u"未硬化路"_s, u"not hardened"_s}, 0xA0522D, Marking::Dashed},
    };
}

bool isStarted(StatusClass countsAs)
{
    return countsAs == StatusClass::Started || countsAs == StatusClass::Finished;
}

std::uint8_t settlementClass(const Connection &connection, std::size_t row)
{
    const Standing &standing = connection.standings[row];
    const Access &access = connection.accesses[row];
    if (standing.eligibility != Eligibility::Eligible) {
        return NotEligible;
    }
    if (access.connected) {
        return Done;
    }
    if (standing.hasStatus) {
        return isStarted(standing.countsAs) ? Building : Left;
    }
    const bool started = access.reason == Reason::PathBroken && isStarted(connection.statusAt(access));
    return started ? Building : Left;
}

std::uint8_t segmentClass(SegmentState state)
{
    if (state == SegmentState::Usable) {
        return HardenedAccepted;
    }
    return isHardened(state) ? HardenedUnaccepted : NotHardened;
}

/// The stretches that count on the day over the roads they are parts of; those that later ones cover wholly are left
/// out.
Result<OverlayFeatures> stretchFeatures(const OverlayInput &input, const Connection &connection, const JobContext &job)
{
    auto layer = input.project.layer(id(k_stretches), {}, job);
    if (!layer) {
        return layer.error();
    }
    OverlayFeatures features{*layer, {}, {}};
    features.classes.assign((*layer)->size(), OverlayFeatures::k_noClass);
    features.reasons.resize((*layer)->size());
    for (const std::uint32_t number : connection.stretchOfLine) {
        if (number != k_noIndex) {
            const StretchState &stretch = connection.stretches[number];
            features.classes[stretch.row] = segmentClass(stretch.state);
            features.reasons[stretch.row] = stateText(stretch.state).toString();
        }
    }
    return features;
}

Result<std::vector<OverlayFeatures>> classify(const OverlayInput &input, const JobContext &job)
{
    const Rule rule = Rule::from(input.parameters);
    const auto connection = connect(input.project, rule, input.asOf, Detail::Reasons, job, {}, segmentNameFields());
    if (!connection) {
        return connection.error();
    }
    OverlayFeatures roads{connection->roads, {}, {}};
    for (std::size_t row = 0; row < connection->segments.states.size(); ++row) {
        roads.classes.push_back(segmentClass(connection->segments.states[row]));
        roads.reasons.push_back(segmentReason(*connection, row));
    }
    auto stretches = stretchFeatures(input, *connection, job);
    if (!stretches) {
        return stretches.error();
    }
    OverlayFeatures settlements{connection->settlements, {}, {}};
    for (std::size_t row = 0; row < connection->standings.size(); ++row) {
        settlements.classes.push_back(settlementClass(*connection, row));
        settlements.reasons.push_back(settlementReason(*connection, rule, row));
    }
    std::vector<OverlayFeatures> all{std::move(roads), std::move(settlements)};
    if (stretches->layer->size() > 0) {
        all.insert(all.begin() + 1, std::move(*stretches));
    }
    return all;
}

} // namespace

void addOverlay(Registry &draft)
{
    Overlay overlay;
    overlay.id = u"roads.access"_s;
    overlay.programme = id(k_programme);
    overlay.name = {u"自然村通硬化路"_s, u"Hardened access"_s};
    overlay.help = {
        u"哪些自然村通了已验收的硬化路，哪些在建，哪些未通，以及路网中哪些路段算数。"_s,
        u"Which settlements a hardened, accepted road leads to, where works are under way, which are left, and which "
        u"segments count."_s};
    overlay.classes = overlayClasses();
    overlay.parameters = Rule::parameters();
    overlay.classify = classify;
    draft.overlays.push_back(overlay);
    addWorksOverlay(draft);
    addIsolineOverlay(draft);
}

} // namespace cuntu::roads
