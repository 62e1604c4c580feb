// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/areas/area_tree.h"
#include "core/base/ids.h"

#include <QObject>
#include <QSet>
#include <QStringList>

#include <map>
#include <vector>

namespace cuntu::ui {

/// Features of one layer that the user picked.
struct Selection {
    QString layer;
    std::vector<FeatureId> features; ///< ascending

    bool isEmpty() const { return features.empty(); }
    bool operator==(const Selection &) const = default;
};

/// How the map looks, as the user chose it.
struct Look {
    QString overlay;      ///< id; empty: none
    QSet<QString> hidden; ///< layers; the others are shown
    QStringList order;    ///< layers, bottom first; those not in it have their usual place
    bool byDoubt = false; ///< what is not certified is paler

    bool operator==(const Look &) const = default;
};

/// How a click or a box changes the selection (FEATURES 4).
enum class SelectMode { Replace, Add, Toggle };

/// What is shown and picked at the moment: nothing of it is part of the project. GUI thread.
class ViewState : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    Day asOf() const { return m_asOf; }
    void setAsOf(Day day);

    /// Id of the overlay that is drawn; empty: none.
    const QString &overlay() const { return m_look.overlay; }
    void setOverlay(const QString &id);

    /// Layers are shown unless they were hidden.
    bool isVisible(const QString &layer) const { return !m_look.hidden.contains(layer); }
    void setVisible(const QString &layer, bool visible);
    void setOrder(const QStringList &order);
    void setByDoubt(bool byDoubt);
    const Look &look() const { return m_look; }
    /// All of it in one change.
    void setLook(Look look);

    /// A style that is being tried out, as JSON by layer; not stored.
    const std::map<QString, QString> &trials() const { return m_trials; }
    void tryStyle(const QString &layer, const QString &json);
    void endTrial(const QString &layer);

    /// Whether places with open cases bear a mark on the map.
    bool casesShown() const { return m_casesShown; }
    void setCasesShown(bool shown);

    /// Whether photos are shown on the map.
    bool photosShown() const { return m_photosShown; }
    void setPhotosShown(bool shown);

    const Selection &selection() const { return m_selection; }
    void select(const QString &layer, std::vector<FeatureId> features, SelectMode mode);
    void clearSelection();

    /// Everything as it is for a newly opened project, as of @p day.
    void reset(Day day);

Q_SIGNALS:
    void asOfChanged();
    /// Overlay, visibility, order or a tried style: the map is to be drawn differently.
    void lookChanged();
    void selectionChanged();
    void casesShownChanged();
    void photosShownChanged();

private:
    Day m_asOf = Day::today();
    Look m_look;
    std::map<QString, QString> m_trials;
    Selection m_selection;
    bool m_casesShown = true;
    bool m_photosShown = true;
};

} // namespace cuntu::ui
