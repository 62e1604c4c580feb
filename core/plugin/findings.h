// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/registry.h"

#include <QSet>

namespace cuntu {

/// Collects what is wrong with a registry: all of it, not only the first.
class Findings {
public:
    /// One finding about @p thing ("indicator hardened_share"), a sentence.
    void add(const QString &thing, const QString &sentence);
    /// Finds an @p id that is not lower_case; with dots only where a programme's prefix is part of it.
    void requireLowerCase(const QString &thing, const QString &id);
    /// Finds an id of @p programme's thing that does not begin with "programme.".
    void requirePrefixed(const QString &thing, const QString &id, const QString &programme);
    /// Finds a name that is missing in one of the languages.
    void requireBothLanguages(const QString &thing, const Text &text);
    /// Finds a text that stands in one language only; it may be missing in both.
    void requireAllOrNone(const QString &thing, const Text &text);
    /// Finds numbers that are the wrong way round.
    void requireRange(const QString &thing, std::optional<double> min, std::optional<double> max);
    /// Finds choices that are empty, double, or without a name.
    void requireChoices(const QString &thing, const std::vector<Choice> &choices);

    std::vector<Error> take() { return std::move(m_errors); }

private:
    std::vector<Error> m_errors;
};

/// Notices an id that occurs for the second time.
class SeenIds {
public:
    /// True for all but the first @p id.
    bool isRepeated(const QString &id);

private:
    QSet<QString> m_ids;
};

void checkLifeCycles(const Registry &registry, Findings &findings);
void checkLayers(const Registry &registry, Findings &findings);
void checkExtensions(const Registry &registry, Findings &findings);
void checkProgrammes(const Registry &registry, Findings &findings);
void checkIndicators(const Registry &registry, Findings &findings);
void checkOverlays(const Registry &registry, Findings &findings);
void checkAlgorithms(const Registry &registry, Findings &findings);
void checkDayCalendars(const Registry &registry, Findings &findings);
void checkTargetTemplates(const Registry &registry, Findings &findings);
void checkStyles(const Registry &registry, Findings &findings);
void checkChecks(const Registry &registry, Findings &findings);
void checkImportProfiles(const Registry &registry, Findings &findings);

} // namespace cuntu
