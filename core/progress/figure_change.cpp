// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/figure_change.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <map>

namespace cuntu {

namespace {

class Steps {
public:
    void add(ChangeCause cause, std::uint32_t row, double numerator, double denominator)
    {
        if (numerator == 0 && denominator == 0) {
            return;
        }
        ChangeStep &step = m_steps[cause];
        step.cause = cause;
        step.numerator += numerator;
        step.denominator += denominator;
        if (step.rows.empty() || step.rows.back() != row) {
            step.rows.push_back(row);
        }
    }

    /// In the order of their causes, each with what it adds to the value.
    std::vector<ChangeStep> finish(const Indicator &indicator, double numerator, double denominator)
    {
        std::vector<ChangeStep> steps;
        double value = valueOf(indicator, numerator, denominator).value_or(0);
        for (auto &[cause, step] : m_steps) {
            numerator += step.numerator;
            denominator += step.denominator;
            const double next = valueOf(indicator, numerator, denominator).value_or(0);
            step.value = next - value;
            value = next;
            steps.push_back(std::move(step));
        }
        return steps;
    }

private:
    std::map<ChangeCause, ChangeStep> m_steps;
};

/// What a feature did between the two days.
void addCourse(const ContributionPair &pair, Steps &steps)
{
    const Contribution &before = pair.before;
    const Contribution &after = pair.after;
    if (!pair.isThere) {
        steps.add(ChangeCause::Left, pair.row, -before.numerator, -before.denominator);
    } else if (!pair.wasThere) {
        steps.add(ChangeCause::Joined, pair.row, after.numerator, after.denominator);
    } else {
        // Another size first, with as much of it done as before.
        const double scale = before.denominator > 0 ? after.denominator / before.denominator : 1;
        const double kept = before.numerator * scale;
        steps.add(ChangeCause::Resized, pair.row, kept - before.numerator, after.denominator - before.denominator);
        steps.add(after.numerator >= kept ? ChangeCause::Done : ChangeCause::Lost, pair.row, after.numerator - kept, 0);
    }
}

} // namespace

std::vector<ContributionPair> paired(const IndicatorSet &before, const IndicatorSet &after)
{
    std::vector<ContributionPair> pairs;
    auto b = before.items.begin();
    auto a = after.items.begin();
    while (b != before.items.end() || a != after.items.end()) {
        const bool old = a == after.items.end() || (b != before.items.end() && b->row <= a->row);
        const bool young = b == before.items.end() || (a != after.items.end() && a->row <= b->row);
        ContributionPair pair;
        pair.row = old ? b->row : a->row;
        pair.wasThere = old;
        pair.isThere = young;
        pair.before = old ? *b++ : Contribution{};
        pair.after = young ? *a++ : Contribution{};
        pairs.push_back(pair);
    }
    return pairs;
}

Contribution sumOf(const IndicatorSet &set)
{
    Contribution sum;
    for (const Contribution &item : set.items) {
        sum.numerator += item.numerator;
        sum.denominator += item.denominator;
    }
    return sum;
}

QString toString(ChangeCause cause)
{
    static constexpr std::array<const char *, 7> words{"corrected", "late_entry", "left", "joined",
                                                       "resized",   "lost",       "done"};
    return QString::fromLatin1(words[static_cast<std::size_t>(cause)]);
}

QString causeText(ChangeCause cause)
{
    switch (cause) {
    case ChangeCause::Corrected:
        return Core::tr("earlier statements corrected");
    case ChangeCause::LateEntry:
        return Core::tr("entered late");
    case ChangeCause::Left:
        return Core::tr("no longer counted");
    case ChangeCause::Joined:
        return Core::tr("newly counted");
    case ChangeCause::Resized:
        return Core::tr("size changed");
    case ChangeCause::Lost:
        return Core::tr("lost again");
    case ChangeCause::Done:
        return Core::tr("newly done");
    }
    return {};
}

FigureChange whyChanged(const Indicator &indicator, const IndicatorSet &then, const IndicatorSet &thenAsKnown,
                        const IndicatorSet &now, const std::unordered_set<FeatureId> &corrected)
{
    Steps steps;
    for (const ContributionPair &pair : paired(then, thenAsKnown)) {
        const ChangeCause cause =
            corrected.contains(thenAsKnown.layer->id(pair.row)) ? ChangeCause::Corrected : ChangeCause::LateEntry;
        steps.add(cause, pair.row, pair.after.numerator - pair.before.numerator,
                  pair.after.denominator - pair.before.denominator);
    }
    for (const ContributionPair &pair : paired(thenAsKnown, now)) {
        addCourse(pair, steps);
    }
    FigureChange change;
    change.layer = now.layer;
    const Contribution from = sumOf(then);
    const Contribution to = sumOf(now);
    change.fromNumerator = from.numerator;
    change.fromDenominator = from.denominator;
    change.toNumerator = to.numerator;
    change.toDenominator = to.denominator;
    change.steps = steps.finish(indicator, change.fromNumerator, change.fromDenominator);
    return change;
}

} // namespace cuntu
